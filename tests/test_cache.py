"""What is kept of a run is said again only where nothing has changed, and never in place of what is true."""

import os
import random
import stat
from pathlib import Path

import pytest

from jdlint import cache
from jdlint.cli import repeat
from tests.running import OWN_RULE, Run, jdlint, write

ROLE = """title: 城市经理
reports_to: 总经理
duties:
  - 每周拜访重点客户3家
  - 完成领导交办的其他工作
  - 每月5日前编制销售月报
"""
FILES = {
    "roles/org.yaml": "language: zh-Hans\nexternals: [总经理]\n",
    "roles/city.yaml": ROLE,
    "roles/clerk.yaml": "title: 文员\nreports_to: 城市经理\nduties: [负责后勤工作, 每日登记来访]\n",
    ".jdlint.yaml": "profile: strict\n",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "kept"))
    return write(tmp_path / "project", FILES)


def records(tree: Path, kind: str = "*") -> list[Path]:
    return sorted((tree.parent / "kept").glob(f"*.{kind}.jdlint"))


def check(tree: Path, *options: str) -> Run:
    return jdlint("check", "roles", "--as-of", "2026-11-26", *options, cwd=tree)


def test_a_second_run_repeats_the_first_without_judging(tree: Path) -> None:
    first = check(tree)
    (record,) = records(tree, "run")
    # a record that says something else proves that it is what the second run prints
    key = cache.Key(record.name, record.read_bytes()[len(b"jdlint record 2\n") :][:32])
    repeat.store(key, repeat.Printed("kept\n", 1))
    assert (check(tree).out, check(tree).code) == ("kept\n", 1)
    assert check(tree, "--no-cache").out == first.out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("roles/city.yaml", ROLE.replace("3家", "4家")),
        ("roles/new.yaml", "title: 司机\n"),
        ("roles/org.yaml", "language: en\nexternals: [总经理]\n"),
        (".jdlint.yaml", "profile: core\n"),
    ],
)
def test_whatever_the_run_rests_on_is_judged_anew(tree: Path, name: str, text: str) -> None:
    check(tree)
    write(tree, {name: text})
    assert check(tree) == check(tree, "--no-cache")


def test_options_day_and_rules_are_part_of_what_is_kept(tree: Path) -> None:
    write(tree, {".jdlint.yaml": "rules: [hr]\n", "hr/own/word.yaml": OWN_RULE})
    for options in ((), ("--profile", "audit"), ("--format", "json"), ("--lang", "en"), ("--isolated",)):
        assert check(tree, *options) == check(tree, *options) == check(tree, *options, "--no-cache")
    write(tree, {"hr/own/word.yaml": OWN_RULE.replace("拜访", "登记")})
    assert check(tree) == check(tree, "--no-cache")


def test_random_edits_give_the_same_with_and_without_records(tree: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    lines = [*ROLE.splitlines(), "kpis: [销售额]", "level: A1", "  - 负责市场", "", "title: 文员", "# 备注"]
    for _ in range(12):
        name = chance.choice(("roles/city.yaml", "roles/clerk.yaml", "roles/org.yaml"))
        text = (tree / name).read_text(encoding="utf-8").splitlines()
        text.insert(chance.randint(0, len(text)), chance.choice(lines))
        write(tree, {name: "\n".join(text) + "\n"})
        assert check(tree) == check(tree) == check(tree, "--no-cache")


def test_a_record_that_was_cut_short_is_no_record(tree: Path) -> None:
    first = check(tree)
    (record,) = records(tree, "run")
    for length in (0, 5, 40, record.stat().st_size - 1):
        whole = record.read_bytes()
        record.write_bytes(whole[:length])
        assert check(tree) == first
        assert record.read_bytes() == whole


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_folder_that_cannot_be_written_costs_nothing(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(tree)
    monkeypatch.setenv("JDLINT_CACHE_DIR", "/dev/full")
    assert check(tree) == first


def test_a_report_that_goes_into_a_file_is_always_written(tree: Path) -> None:
    for _ in range(2):
        check(tree, "--output-file", "json=out.json")
        assert (tree / "out.json").read_text(encoding="utf-8").startswith("{")
        (tree / "out.json").unlink()
    assert records(tree, "run") == []


def test_records_are_the_users_own_and_few(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_RECORDS", 3)
    for number in range(6):
        cache.store(cache.named("run", str(number), rests_on=b""), b"")
    cache.tidy()
    assert len(records(tree)) == 3
    assert stat.S_IMODE((tree.parent / "kept").stat().st_mode) == 0o700


def test_clean_removes_every_record(tree: Path) -> None:
    check(tree)
    assert jdlint("clean").out.startswith("4 records removed")
    assert records(tree) == []
