"""Findings on authority where weights have a say: what is likely demanded, and what hardly grants it."""

from pathlib import Path
from typing import Any

import pytest

from tests.running import Run, jdlint, write

LIKELY = "对迟到三次的学徒扣罚当月奖金"
"""A duty on which no table tells anything, and that reads like those that readers found to need authority."""
SURE = "审批员工请假"


def check(folder: Path, duties: list[str], authorities: list[str], *arguments: str) -> Run:
    lists = "".join(
        f"{key}:\n" + "".join(f"  - {text}\n" for text in texts)
        for key, texts in (("duties", duties), ("authorities", authorities))
        if texts
    )
    files = {"roles/clerk.yaml": f"title: 店长\n{lists}", "roles/org.yaml": "language: zh-Hans\n"}
    select = "--select=structure/missing-authority,authority/duty-without-authority,authority/under-strength"
    return jdlint("roles", select, "--fail-on=never", *arguments, cwd=write(folder, files))


def only_finding(folder: Path, duties: list[str], authorities: list[str]) -> dict[str, Any]:
    (finding,) = check(folder, duties, authorities, "--format=json").findings
    return finding


def demanded(finding: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(demand["act"], demand.get("alike", False)) for demand in finding["data"]["demands"]]


def test_a_role_without_authorities_whose_duties_only_read_like_it_is_told_so_as_information(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, [LIKELY, "整理货架"], [])
    assert (finding["rule"], finding["severity"]) == ("structure/missing-authority", "info")
    assert LIKELY in finding["message"]
    assert demanded(finding) == [("reward", True)]
    assert [place["pointer"] for place in finding["related"]] == ["duties[0]"]
    assert "fix" not in finding or finding["fix"] is None


def test_what_is_sure_is_named_alone_and_the_data_holds_both(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, [LIKELY, SURE], [])
    assert (finding["rule"], finding["severity"]) == ("structure/missing-authority", "error")
    assert LIKELY not in finding["message"]
    assert demanded(finding) == [("reward", True), ("approve", False)]


def test_a_fix_grants_what_is_sure_alone(tmp_path: Path) -> None:
    check(tmp_path, [LIKELY, SURE], [])
    jdlint("fix", "--unsafe", "--select=structure/missing-authority", "roles", cwd=tmp_path)
    written = (tmp_path / "roles" / "clerk.yaml").read_text(encoding="utf-8")
    assert "审批权" in written
    assert "奖惩权" not in written


def test_a_duty_that_reads_like_it_is_information_beside_authorities_that_do_not(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, [LIKELY], ["货架陈列的建议权"])
    assert (finding["rule"], finding["severity"]) == ("authority/duty-without-authority", "info")
    assert LIKELY in finding["message"]
    assert "fix" not in finding or finding["fix"] is None


def test_an_entry_that_hardly_reads_like_what_it_covers_is_named_as_information(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, ["与煤商谈判供煤合同"], ["煤炭采购的审批权"])
    assert (finding["rule"], finding["severity"]) == ("authority/duty-without-authority", "info")
    assert "煤炭采购的审批权" in finding["message"]


@pytest.mark.parametrize(
    ("duty", "entry"),
    [("审批员工请假", "员工请假的批准权"), ("考核下属人员", "对下属人员有考核权"), (LIKELY, "对学徒的奖惩权")],
)
def test_what_an_entry_meets_is_not_reported(tmp_path: Path, duty: str, entry: str) -> None:
    assert check(tmp_path, [duty], [entry], "--format=json").findings == []
