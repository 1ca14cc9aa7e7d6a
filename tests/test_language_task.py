"""What a duty says is done: each verb with its thing, and whose act it is."""

import pytest

from jdlint.language.task import read_tasks, submissions


def told(text: str) -> list[str]:
    return [f"{task.manner} {task.verb} {task.thing}" for task in read_tasks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("审批客户的资信额度", ["own 审批 客户资信额度"]),
        ("負責貨物的驗收與入庫工作", ["own 验收 货物", "own 入库 货物"]),
        ("负责采购物资的验收", ["own 验收 采购物资"]),
        ("办理施工许可证", ["own 办理 施工许可证"]),
        ("对外包单位的服务质量进行考核", ["own 考核 外包单位服务质量"]),
        ("負責對二次裝修的申請作初次審批", ["own 审批 二次装修申请"]),
        ("采购办公用品并验收入库", ["own 采购 办公用品", "own 验收 ", "own 入库 "]),
        ("负责公司产品的销售和货款的回收", ["own 销售 公司产品", "own 回收 货款"]),
        ("收到申请后2个工作日内审批单笔促销费用", ["own 审批 单笔促销费用"]),
        ("协助销售总监制定年度预算", ["support 制定 年度预算"]),
        ("组织编制经营计划", ["own 组织 经营计划", "lead 编制 经营计划"]),
        ("编制年度预算,报总经理审批", ["submit 编制 年度预算", "other 报 总经理审批"]),
        ("审核采购合同后编制台账", ["own 审核 采购合同", "own 编制 台账"]),
        ("审批付款", ["own 审批 付款"]),
        ("确保货款顺利回收", ["other 回收 货款顺利"]),
        ("Approve supplier invoices and release payments", ["own approve supplier invoices", "own release payments"]),
        ("Assist in preparing the brand handbook", ["support preparing brand handbook"]),
        ("Purchase and receive the goods of the canteen", ["own purchase goods", "own receive goods"]),
        ("", []),
    ],
)
def test_tasks(text: str, expected: list[str]) -> None:
    assert [one for one in told(text) if one in expected] == expected
    assert len(told(text)) <= max(len(expected), 3)


@pytest.mark.parametrize(
    "text",
    ["把客户的订单录入系统,月底与财务核对", "Ship (parts, tools) / and, or; of the.", "、的和与及", "对对对,的的的"],
)
def test_places_stand_within_the_text(text: str) -> None:
    assert all(0 <= task.start <= task.end <= len(text) for task in read_tasks(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("编制预算,报总经理审批", ["报总经理审批"]),
        ("经理审批加班申请", []),
        ("审核费用报销单", []),
        ("Prepare the budget for approval by the director", ["for approval by"]),
    ],
)
def test_submissions(text: str, words: list[str]) -> None:
    assert [text[one.start : one.end] for one in submissions(text)] == words
