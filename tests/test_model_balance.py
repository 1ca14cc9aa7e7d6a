"""Demands of duties against grants of authorities."""

import pytest

from jdlint.language.authority import Grant, read_grants
from jdlint.language.demand import Demand, read_demands
from jdlint.model.balance import Powers, read_powers, unmet
from jdlint.model.cover import covers
from jdlint.model.role import Authority, Duty
from jdlint.source.tree import Scalar

NODE: Scalar = None  # type: ignore[assignment]


def duty(text: str) -> Duty:
    return Duty(text, (), NODE)


def authority(text: str, act: str | None = None) -> Authority:
    return Authority(text, (), NODE, act)


def powers(duties: list[Duty], authorities: list[Authority]) -> Powers:
    return read_powers([(duties, authorities)])[0]


def a_demand(act: str, thing: str) -> Demand:
    return Demand(act, thing, "high", 0, 1, "")


def a_grant(act: str, thing: str | None) -> Grant:
    return Grant(act, thing, "", None, 0, 1)


@pytest.mark.parametrize(
    ("granted", "on", "demanded", "thing", "is_covered"),
    [
        ("approve", "policy", "approve", "policy", True),
        ("approve", "policy", "review", "policy", True),
        ("review", "policy", "approve", "policy", False),
        ("propose", "policy", "review", "policy", False),
        ("review", "policy", "propose", "policy", True),
        ("correct", "site", "inspect", "site", True),
        ("approve", "site", "inspect", "site", True),
        ("inspect", "site", "correct", "site", False),
        ("assess", "personnel", "review", "personnel", True),
        ("assess", "procurement", "review", "procurement", False),
        ("approve", "finance", "approve", "finance.expense", True),
        ("approve", "finance.expense", "approve", "finance", False),
        ("approve", "finance.price", "approve", "finance.expense", False),
        ("approve", None, "approve", "channel", True),
        ("sign", None, "approve", "channel", False),
        ("approve", "finance.expense", "approve", "procurement", True),
        ("assign", "personnel", "assess", "personnel", False),
    ],
)
def test_covers(granted: str, on: str | None, demanded: str, thing: str, *, is_covered: bool) -> None:
    assert covers(a_grant(granted, on), a_demand(demanded, thing)) is is_covered


@pytest.mark.parametrize(
    ("duties", "authorities", "expected"),
    [
        (["审批请假"], [], ["0 approve personnel"]),
        (["审批请假"], ["员工请假的批准权"], []),
        (["拜访客户", "签订合同"], ["合同审核权"], ["1 sign contract"]),
        (["控制门店费用"], ["费用审核权"], []),
        (["考核下属,安排班次"], ["对下属有考核权"], ["0 assign personnel"]),
        (["審批裝修申請"], ["對裝修申請的審批權"], []),
        (["Approve invoices", "Hire staff"], ["Authority to approve invoices"], ["1 hire personnel"]),
        (["协助制定计划", "整理档案"], [], []),
        (["任免班组长"], ["对员工请假的审批权"], ["0 reward personnel"]),
        (["任免班组长"], ["对班组长任免的审批权"], []),
        (["审批合同"], ["对菜谱有审批权"], ["0 approve contract"]),
        (["审批合同"], ["有权审批所有事情"], []),
        (["Approve the contract"], ["May approve menus"], ["0 approve contract"]),
        (["聘用临时工"], ["下属员工的考核权、请假审批权"], ["0 hire personnel"]),
        (["考核员工,审批请假"], ["下属员工的考核权、请假审批权"], []),
        (["Approve artwork"], ["Final approval of artwork and copy"], []),
        (["Approve artwork"], ["Final approval of travel expenses"], ["0 approve result"]),
        (["审批请假", "签订合同"], ["审批权限：报销单据、请假申请"], ["1 sign contract"]),
        (["考核下属", "奖惩下属"], ["对下属监督、考核和奖惩建议的权限"], ["1 reward personnel"]),
        (["审批支出"], ["财务权限：5000元以内的支出由本岗位审批"], []),
        (["录用员工"], ["人事权限：无录用权，有建议权"], ["0 hire personnel"]),
        (["给予客户折扣", "审批员工请假"], ["客户折扣权：不低于九折"], ["1 approve personnel"]),
        (["核定请购", "核定加班"], ["請購：五萬元以下科長核定"], ["1 approve personnel"]),
        (["Draw up the rota"], ["Decision rights: rota, task allocation"], []),
        (["Hire aides"], ["Authorise timesheets for aides"], ["0 hire personnel"]),
        (["处罚违章人员"], ["有权制止违章行为并处以200元以下处罚"], []),
        (["处罚违章人员"], ["有权制止违章行为并提出处罚意见"], ["0 reward personnel"]),
        (["Sign cheques"], ["Signatory on the current account"], []),
        (["談判採購契約", "採購物料"], ["物料採購：一萬元以內者，核准"], ["0 negotiate contract"]),
        (["控制费用"], ["分公司员工的招录与辞退（财务岗除外）"], ["0 inspect finance.expense"]),
        (["审批作业规程"], ["作业规程由其审批"], []),
        (["制定推广方案"], ["单次5000元以内推广费用的审批权限"], ["0 approve plan"]),
    ],
)
def test_unmet(duties: list[str], authorities: list[str], expected: list[str]) -> None:
    found = unmet(powers([duty(text) for text in duties], [authority(text) for text in authorities]))
    assert [f"{one.duty} {one.demand.act} {one.demand.object}" for one in found] == expected


def test_a_weaker_grant_is_named() -> None:
    (lacking,) = unmet(powers([duty("审批采购合同")], [authority("对采购合同有建议权"), authority("对员工有考核权")]))
    assert lacking.weaker is not None
    assert (lacking.weaker.act, lacking.weaker.object) == ("propose", "contract")


def test_a_grant_on_something_else_is_no_weaker_grant() -> None:
    (lacking,) = unmet(powers([duty("审批采购合同")], [authority("对员工有考核权")]))
    assert lacking.weaker is None


def test_what_reads_like_duties_that_need_authority_is_unmet_without_any() -> None:
    (lacking,) = unmet(powers([duty("对迟到三次的学徒扣罚当月奖金"), duty("整理货架")], []))
    assert (lacking.duty, lacking.demand.is_alike, lacking.demand.confidence) == (0, True, "medium")
    assert (lacking.demand.act, lacking.demand.object) == ("reward", "personnel")
    assert lacking.demand.words == "对迟到三次的学徒扣罚当月奖金"


def test_what_the_tables_tell_is_not_weighed_again() -> None:
    (read,) = read_powers([([duty("审批请假"), duty("对迟到三次的学徒扣罚当月奖金")], [])])
    assert read.likely[0] is None
    assert [one.is_alike for one in (*read.of_duty(0), *read.of_duty(1))] == [False, True]


def test_an_entry_that_covers_a_demand_but_does_not_read_like_it_is_named() -> None:
    (lacking,) = unmet(powers([duty("与煤商谈判供煤合同")], [authority("锅炉的检查权"), authority("煤炭采购的审批权")]))
    assert (lacking.nearest, lacking.demand.confidence) == (1, "medium")


def test_a_section_longer_than_any_is_taken_by_its_tables() -> None:
    entries = [authority(f"{number}号锅炉的检查权") for number in range(120)]
    lacking = unmet(powers([duty("与煤商谈判供煤合同"), duty("审批请假")], [*entries, authority("煤炭采购的审批权")]))
    assert [(one.duty, one.nearest) for one in lacking] == [(1, -1)]


def test_what_only_proposes_meets_nothing_however_alike_the_words() -> None:
    assert len(unmet(powers([duty("考核下属人员")], [authority("对下属人员的考核有建议权")]))) == 1


def test_who_directs_people_does_not_assess_them_and_who_manages_them_does() -> None:
    appraising = [duty("Appraises the porters every June")]
    assert len(unmet(powers(appraising, [authority("Directs the porters")]))) == 1
    assert unmet(powers(appraising, [authority("Manages the porters")])) == ()


def test_a_structured_authority_counts() -> None:
    assert unmet(powers([duty("签订租赁合同")], [authority("租赁合同", "sign")])) == ()


def test_what_a_duty_demands_is_met_by_the_same_words_as_a_power() -> None:
    for text in ("审批费用", "考核下属", "签订合同", "保管公章"):
        (demand,) = read_demands(text)
        assert any(covers(grant, demand) for grant in read_grants(f"有权{text}"))


def test_several_roles_are_read_together_as_each_by_itself() -> None:
    roles = [([duty("审批请假")], []), ([], [authority("对员工有考核权")]), ([duty("签订合同"), duty("审批请假")], [])]
    assert read_powers(roles) == [powers(*role) for role in roles]
    assert [len(read.demands) for read in read_powers(roles)] == [1, 0, 2]
