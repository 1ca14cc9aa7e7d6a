"""What Chinese duties demand, class by class."""

import pytest

from tests.demanding import demanded, wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按月支付花农货款", ""),
        ("帮工津贴之发放", ""),
        ("管理花圃的日常经费", ""),
        ("管理花苗供应商", ""),
        ("核准花农货款的支付", "approve finance.payment"),
        ("控制花圃的日常经费", "inspect finance.expense"),
        ("审阅各花圃的报表", "review information"),
        ("關於花會文稿之綜核事項", "review information"),
        ("登记各花圃的报表", ""),
    ],
)
def test_what_is_only_paid_or_kept_going_needs_no_power(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渔会存摺之保管", "custody asset"),
        ("關於渔警武器、戒具之領用與保管事項", "custody asset"),
        ("保管码头对讲机", "custody asset"),
        ("關於渔會經費之出納與保管事項", "custody asset"),
        ("經費出納帳簿之登記", ""),
        ("保管渔港档案资料", ""),
        ("渔网材料的采购、验收、保管", ""),
        ("按标准收取码头管理费用", "custody finance.fee"),
        ("扫码收取渔民款项", "custody finance.fee"),
        ("记录码头管理费用", ""),
    ],
)
def test_things_and_monies_are_entrusted(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("關於渔港票務之輔導、查視事項", "inspect result"),
        ("渔業團體作業情形之查核", "inspect result"),
        ("检查核对交接簿", ""),
        ("调查核实渔船的来源", ""),
        ("对渔港的安全生产情况进行监督", "inspect result"),
        ("对渔业补助项目进行审计", "inspect result"),
        ("对水产品加工活动实施监督管理", "inspect result"),
        ("对本班的捕捞作业进行监督", ""),
        ("对码头卫生负有监督管理责任", ""),
        ("协助对渔业补助项目进行审计", ""),
        ("监督捕捞作业", ""),
    ],
)
def test_who_watches_over_what_others_do_inspects_it(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选举和罢免渔会理事、监事", "hire personnel"),
        ("撤换村委会成员", "hire personnel"),
        ("協助理事選舉登記", ""),
        ("协助选举理事", ""),
        ("执行理事会的决定", ""),
        ("依職權監督、指揮所屬執行港務安全", "assign personnel"),
        ("綜理港務,並指揮監督所屬", "assign personnel"),
        ("受港長之指揮監督", ""),
    ],
)
def test_bodies_give_offices_and_heads_command(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制定冷库工作计划,按月落实", "approve plan"),
        ("制定鱼饵采购计划", "approve plan"),
        ("制定冷库的验收标准", "approve policy"),
        ("健全冷库交接制度", "approve policy"),
        ("修改制定渔村公约", "approve policy"),
        ("制定职责范围内工作计划", ""),
        ("制定本人的工作计划", ""),
        ("協助制定冷库工作計劃", ""),
        ("制定冷库工作计划,报港长批准", ""),
        ("健全冷库的组织体系", ""),
    ],
)
def test_plans_of_a_field_and_its_rules_are_set(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("關於港警勤務之分配事項", "assign personnel"),
        ("合理安排出车", "assign personnel"),
        ("对隐患指定专人跟踪", "assign personnel"),
        ("按时出车", ""),
        ("纠正船员超速行为", "correct personnel"),
        ("分析船员超速原因", ""),
        ("碼頭倉庫之建築執照核發", "approve site"),
        ("碼頭建築執照之登記", ""),
        ("泊位费的按时收取", "custody finance.fee"),
        ("催促船东按时缴纳泊位费", ""),
    ],
)
def test_more_words_for_work_given_and_wrongs_stopped(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("關於船員寄存物品之收存與保管事項", "custody asset"),
        ("倉房鎖鑰之管理", "custody asset"),
        ("登记仓房锁钥的型号", ""),
        ("泊位按标准收费", "custody finance.fee"),
        ("公布泊位收费标准", ""),
        ("决定社员的除名", "approve customer"),
        ("登记社员的除名", ""),
        ("歲計預算之通過", "approve finance.budget"),
        ("通过信件联络社员", ""),
        ("风浪超限时立即停止作业并报告港长", "correct site"),
        ("风浪超限时继续作业", ""),
    ],
)
def test_offices_keep_charge_decide_and_halt(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对渔会的合并、解散作出决议", "approve plan"),
        ("执行渔会作出的决议", ""),
        ("制定和执行鱼品质量控制计划", "approve plan"),
        ("制定并实施鱼市推广策略", "approve plan"),
        ("执行鱼品质量控制计划", ""),
    ],
)
def test_bodies_resolve_and_plans_are_set_and_carried_out(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)
