"""Small organisations that trip every rule of the catalogue, and the same organisations repaired, which trip none."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from jdlint.checking.catalogue import built_in
from tests.running import ROOT, Run, jdlint

CASES = ROOT / "tests" / "cases" / "everything"

OUT_OF_REACH = {"internal/crash": "only a defect of jdlint itself trips it; test_checking.py plants one"}
"""Rules that no file can trip, each with the reason."""


def check(folder: Path) -> Run:
    return jdlint("check", "--profile", "audit", "--format", "json", "--as-of", "2026-11-26", str(folder))


@pytest.fixture(scope="module")
def tripped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give the rules that the broken tree trips, with the files that git can't hold as text or at all."""
    broken = tmp_path_factory.mktemp("everything") / "broken"
    shutil.copytree(CASES / "broken", broken)
    (broken / "files" / "encoding.yaml").write_bytes("岗位名称: 押运员\n".encode("gb18030"))
    os.mkfifo(broken / "files" / "unreadable.yaml")
    return set(check(broken).rules())


def test_every_rule_is_tripped(tripped: set[str]) -> None:
    silent = sorted(set(built_in().rules) - tripped - set(OUT_OF_REACH))
    assert silent == [], "add to tests/cases/everything/broken what these rules report, and its repair beside it"


def test_what_is_out_of_reach_is_a_rule_and_silent(tripped: set[str]) -> None:
    assert set(OUT_OF_REACH) <= set(built_in().rules) - tripped


def test_repaired_organisations_trip_no_rule() -> None:
    run = check(CASES / "repaired")
    assert [_line(finding) for finding in run.findings] == []
    assert run.code == 0


def test_repaired_organisations_are_checked_in_full() -> None:
    summary = json.loads(check(CASES / "repaired").out)["summary"]
    assert summary["unchecked"] == []
    assert [skipped["file"] for skipped in summary["skipped"]] == ["team-rules/hurry.yaml"]


def _line(finding: dict[str, Any]) -> str:
    return f"{finding['file']} {finding['pointer']} {finding['rule']}: {finding['message']}"
