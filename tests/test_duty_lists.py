"""Rules that weigh a role's duties together, or against its title and its line."""

from pathlib import Path
from typing import Any

import pytest

from tests.running import jdlint, write

STORE = """
roles:
  - {title: 总经理, reports_to: 无, duties: [审批年度预算]}
  - {title: 店长, reports_to: 总经理, duties: [每周盘点贵重商品]}
  - {title: 采购主管, reports_to: 总经理, duties: [每月评审供应商]}
  - {title: 收银员, reports_to: 店长, purpose: SAID}
"""


def found(folder: Path, rule: str, text: str) -> list[dict[str, Any]]:
    write(folder, {"org.yaml": "language: zh-Hans\nroots: [总经理]\n", "roles.yaml": text})
    run = jdlint("--format", "json", "--profile", "audit", str(folder))
    return [finding for finding in run.findings if finding["rule"] == rule]


@pytest.mark.parametrize(
    ("said", "is_conflict"),
    [
        ("在采购主管的领导下完成收银", True),
        ("对采购主管负责,每日结账", True),
        ("在店长领导下完成收银", False),
        ("在总经理领导下完成收银", False),
        ("对顾客负责", False),
        ("向采购主管汇报缺货", False),
    ],
)
def test_a_sentence_may_name_whoever_stands_up_the_line(tmp_path: Path, said: str, is_conflict: bool) -> None:  # noqa: FBT001 - a table
    assert bool(found(tmp_path, "reporting/prose-conflict", STORE.replace("SAID", said))) is is_conflict


def test_a_conflict_names_both_superiors(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "reporting/prose-conflict", STORE.replace("SAID", "直接对采购主管负责"))
    assert "采购主管" in finding["message"]
    assert "店长" in finding["message"]


def test_mixed_forms_are_one_finding(tmp_path: Path) -> None:
    duties = "[Prepare the roster, Inspect deliveries, Verify the seals, Measures the fridge, Ensures that doors close]"
    (finding,) = found(tmp_path, "duty/verb-form", f"title: Storekeeper\nduties: {duties}\n")
    assert finding["pointer"] == "duties[3]"


def test_two_rates_that_fit_each_other_are_no_conflict(tmp_path: Path) -> None:
    role = "title: 业务员\nduties: [每天上门拜访目标客户二家, 每周上门拜访目标客户{}家]\n"
    assert found(tmp_path, "duty/inconsistent-detail", role.format("十")) == []
    assert len(found(tmp_path, "duty/inconsistent-detail", role.format("八"))) == 1


def test_a_vague_duty_is_not_told_of_its_outcome(tmp_path: Path) -> None:
    role = "title: 仓管\nduties: [负责采购工作, 协助组织运动会, 保管量具]\n"
    assert [each["pointer"] for each in found(tmp_path, "duty/no-outcome", role)] == ["duties[2]"]


def test_work_on_people_is_no_mismatch_for_a_personnel_clerk(tmp_path: Path) -> None:
    duties = "duties: [考核员工, 招聘员工, 登记考勤]\n"
    assert found(tmp_path, "level/duty-title-mismatch", f"title: 人事专员\n{duties}") == []
    assert len(found(tmp_path, "level/duty-title-mismatch", f"title: 仓库文员\n{duties}")) == 1
