"""How a duty is involved in the things that it names."""

import pytest

from jdlint.language.duty import read_duty
from jdlint.language.fold import fold
from jdlint.language.involvement import involvements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制定年度销售计划", ["own set 年度销售计划"]),
        ("協助總監制定銷售策略、銷售計劃", ["support set 销售策略", "support set 销售计划"]),
        ("制订年度销售计划,报总经理审批", ["submit set 年度销售计划"]),
        ("编制年度费用预算,报总经理审批", ["own draft 年度费用预算"]),
        ("参与集团计划的制定,制定本区计划", ["own set 本区计划"]),
        ("制定计划", []),
        ("预算的编制", []),
        ("Assist the director in preparing the annual budget", ["support draft annual budget"]),
        (
            "Approve the travel claims and the sales discounts",
            ["own approve travel claims", "own approve sales discounts"],
        ),
    ],
)
def test_shares(text: str, expected: list[str]) -> None:
    found = involvements(read_duty(text).clauses, fold(text))
    assert [f"{each.part} {each.act} {each.thing}" for each in found] == expected


@pytest.mark.parametrize(
    ("text", "is_self_serving"),
    [
        ("审批本人差旅费用", True),
        ("制定自己的销售计划", False),
        ("审批下属差旅费用", False),
        ("Approve own travel claims", True),
    ],
)
def test_own_money_time_and_score(text: str, *, is_self_serving: bool) -> None:
    (found,) = involvements(read_duty(text).clauses, fold(text))
    assert found.is_self_serving is is_self_serving
