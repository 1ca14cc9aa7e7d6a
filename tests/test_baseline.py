"""The baseline: old findings are recorded once, new ones show, and what is mended has to leave the record."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.checking.baseline import entry, read, write
from jdlint.config import BASELINE as FILE_NAME
from jdlint.errors import ConfigError
from jdlint.pipeline import Outcome
from tests.reporting import checked, finding
from tests.running import Run, jdlint
from tests.running import write as write_files

CATCH_ALL = "完成领导交办的其他工作"
ROLE = f"title: 文员\nduties:\n  - {CATCH_ALL}\n  - 整理档案\n"
DRIVER = f"title: 司机\nduties:\n  - {CATCH_ALL}\n  - 驾驶车辆\n"
ONLY = ("--select", "duty/catch-all,suppression,syntax", "--lang", "en")
SELECT = {"select": ("duty/catch-all", "suppression")}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a project with two findings of old, recorded."""
    write_files(tmp_path, {".jdlint.yaml": "", "roles/clerk.yaml": ROLE, "roles/driver.yaml": DRIVER})
    run = jdlint("baseline", *ONLY, cwd=tmp_path)
    assert (run.code, run.out) == (0, f"{FILE_NAME}: 2 findings recorded.\n")
    return tmp_path


def again(tree: Path, files: dict[str, str] | None = None, *paths: str) -> Outcome:
    """Check the project again in this process."""
    return checked(tree, files or {}, *paths, **SELECT)


def shown(outcome: Outcome) -> list[tuple[str, str]]:
    """Give rule and file of what is shown."""
    return [(each.rule, each.place.file) for each in outcome.findings.shown]


def test_old_findings_are_counted_and_new_ones_shown(tree: Path) -> None:
    run = jdlint("--fail-on", "info", *ONLY, cwd=tree)
    assert run.code == 0
    assert "2 findings of the baseline aren't shown.\n" in run.out
    new = again(tree, {"roles/clerk.yaml": ROLE.replace("整理档案", "完成上级交办的任务\n  - 整理档案")})
    assert len(new.findings.shown) == 1
    assert len(new.findings.baselined) == 2


def test_moved_lines_items_and_files_stay_recorded(tree: Path) -> None:
    (tree / "roles/driver.yaml").unlink()
    moved = "# 说明\n" * 5 + "title: 司机\nunit: 车队\nduties:\n  - 驾驶车辆\n" + f"  - {CATCH_ALL}\n  - 清洗车辆\n"
    assert shown(again(tree, {"roles/team/fleet-driver.yaml": moved})) == []


def test_what_is_mended_has_to_leave_and_update_takes_it_out(tree: Path) -> None:
    mended = again(tree, {"roles/clerk.yaml": ROLE.replace(CATCH_ALL, "分发邮件")})
    assert shown(mended) == [("suppression/gone", FILE_NAME)]
    (gone,) = mended.findings.shown
    assert gone.place.source_line.startswith('{"fingerprint": ')
    assert "roles/clerk.yaml" in gone.message("en")
    run = jdlint("baseline", "--update", *ONLY, cwd=tree)
    assert run.out == f"{FILE_NAME}: 1 finding recorded (1 taken out, 0 added).\n"
    assert shown(again(tree)) == []
    back = again(tree, {"roles/clerk.yaml": ROLE})
    assert shown(back) == [("duty/catch-all", "roles/clerk.yaml")]


def test_update_adds_nothing_unless_asked(tree: Path) -> None:
    write_files(tree, {"roles/guard.yaml": DRIVER.replace("司机", "门卫")})
    before = (tree / FILE_NAME).read_bytes()
    run = jdlint("baseline", "--update", *ONLY, cwd=tree)
    assert "1 finding not recorded; `jdlint baseline --add` records new ones, too." in run.out
    assert (tree / FILE_NAME).read_bytes() == before
    assert jdlint("baseline", "--add", *ONLY, cwd=tree).out.endswith("3 findings recorded (0 taken out, 1 added).\n")
    assert len(read(FILE_NAME, (tree / FILE_NAME).read_bytes()).entries) == 3


def test_a_deleted_file_is_mended(tree: Path) -> None:
    (tree / "roles/driver.yaml").unlink()
    assert shown(again(tree)) == [("suppression/gone", FILE_NAME)]


@pytest.mark.parametrize(("path", "count"), [("roles/clerk.yaml", 1), ("roles/driver.yaml", 0), ("roles", 1), (".", 1)])
def test_a_run_over_some_files_misses_none_of_the_others(path: str, count: int, tree: Path) -> None:
    found = again(tree, {"roles/clerk.yaml": ROLE.replace(CATCH_ALL, "分发邮件")}, path)
    assert [rule for rule, _ in shown(found)] == ["suppression/gone"] * count
    run = jdlint("baseline", "--update", path, *ONLY, cwd=tree)
    assert f"{2 - count} finding" in run.out


@pytest.mark.parametrize("settings", [{"select": ("suppression",)}, {"ignore": ("duty",)}, {"profile": "core"}])
def test_rules_that_did_not_run_miss_nothing(settings: dict[str, object], tree: Path) -> None:
    found = checked(tree, {"roles/clerk.yaml": ROLE.replace(CATCH_ALL, "分发邮件")}, **settings)
    assert "suppression/gone" not in [rule for rule, _ in shown(found)]


def test_a_file_that_cannot_be_read_is_not_mended(tree: Path) -> None:
    found = again(tree, {"roles/clerk.yaml": "title: [\n"})
    assert [rule for rule, _ in shown(found)] == ["syntax/parse"]


def test_severity_hides_no_recorded_finding_from_the_record(tree: Path) -> None:
    assert shown(checked(tree, {}, severity="error", **SELECT)) == []


def test_broken_files_and_exceptions_are_never_recorded(tmp_path: Path) -> None:
    role = "title: 文员\ntitle: 司机\nduties: [整理档案]   # jdlint: ignore[duty/catch-all]\n"
    write_files(tmp_path, {".jdlint.yaml": "", "roles/a.yaml": role})
    run = jdlint("baseline", *ONLY, cwd=tmp_path)
    assert run.out == (
        f"{FILE_NAME}: 0 findings recorded.\n"
        "2 findings not recorded, because a file or an exception is broken: mend it.\n"
    )
    forged = finding(rule="syntax/duplicate-key")
    (tmp_path / FILE_NAME).write_text(write([entry(forged)]))
    assert "syntax/duplicate-key" in [rule for rule, _ in shown(again(tmp_path))]


def test_ignored_findings_are_not_recorded_and_stay_quiet(tree: Path) -> None:
    ignored = ROLE.replace(CATCH_ALL, f"{CATCH_ALL}   # jdlint: ignore[duty/catch-all] 集团模板")
    found = again(tree, {"roles/clerk.yaml": ignored})
    assert (shown(found), len(found.findings.ignored), len(found.findings.baselined)) == ([], 1, 1)


def test_the_same_role_in_two_organisations_is_recorded_as_often(tmp_path: Path) -> None:
    org = "name: 甲\n"
    both = {f"{name}/{file}": text for name in "ab" for file, text in (("org.yaml", org), ("r.yaml", ROLE))}
    write_files(tmp_path, {".jdlint.yaml": "", **both})
    jdlint("baseline", "a", *ONLY, cwd=tmp_path)
    assert shown(again(tmp_path)) == [("duty/catch-all", "b/r.yaml")]
    jdlint("baseline", "--add", *ONLY, cwd=tmp_path)
    assert shown(again(tmp_path)) == []
    assert shown(again(tmp_path, {"b/r.yaml": ROLE.replace(CATCH_ALL, "分发邮件")})) == [
        ("suppression/gone", FILE_NAME)
    ]


# ---------------------------------------------------------------- the file


def test_the_record_holds_one_finding_a_line_in_a_stable_order(tree: Path) -> None:
    first, *entries, last = (tree / FILE_NAME).read_text().splitlines()
    assert (first, last) == ('{"version": 1, "findings": [', "null]}")
    rows = [json.loads(line.removesuffix(",")) for line in entries]
    assert [(row["rule"], row["file"], row["role"], row["words"]) for row in rows] == [
        ("duty/catch-all", "roles/clerk.yaml", "文员", "领导交办"),
        ("duty/catch-all", "roles/driver.yaml", "司机", "领导交办"),
    ]
    assert all(line.endswith(",") for line in entries)


def repository(folder: Path) -> Callable[..., None]:
    """Make a repository, and give what runs git in it."""

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    return git


def test_a_commit_is_judged_by_the_record_that_it_holds(tree: Path) -> None:
    git = repository(tree)
    git("commit", "-qm", "old")

    def staged() -> tuple[int, str]:
        run = jdlint("--staged", "--fail-on", "warning", *ONLY, cwd=tree)
        return run.code, run.out

    write_files(tree, {"roles/clerk.yaml": ROLE.replace(CATCH_ALL, "分发邮件")})
    git("add", "roles")
    code, out = staged()
    assert (code, "suppression/gone" in out) == (1, True)
    jdlint("baseline", "--update", *ONLY, cwd=tree)
    assert staged()[0] == 1  # what isn't staged doesn't count
    git("add", ".")
    assert staged()[0] == 0

    git("reset", "-q", FILE_NAME)
    git("commit", "-qm", "mended, and still recorded")
    write_files(tree, {"roles/guard.yaml": ROLE.replace("文员", "门卫").replace(CATCH_ALL, "登记访客")})
    git("add", "roles")
    code, out = staged()
    assert (code, "1 finding was there before" in out) == (0, True)


def test_taking_a_finding_out_of_the_record_shows_it(tree: Path) -> None:
    git = repository(tree)
    git("commit", "-qm", "old")
    record = (tree / FILE_NAME).read_text().splitlines(keepends=True)
    (tree / FILE_NAME).write_text("".join(record[:1] + record[2:]))
    git("add", ".")
    run = jdlint("--staged", "--fail-on", "info", *ONLY, cwd=tree)
    assert (run.code, run.out.count("[duty/catch-all]")) == (1, 1)


def test_a_broken_record_may_be_mended_by_a_commit(tree: Path) -> None:
    whole = (tree / FILE_NAME).read_text()
    (tree / FILE_NAME).write_text("{")
    git = repository(tree)
    git("commit", "-qm", "broken")
    (tree / FILE_NAME).write_text(whole)
    git("add", ".")
    assert jdlint("--staged", "--fail-on", "info", *ONLY, cwd=tree).code == 0


def test_two_branches_that_mend_different_findings_merge(tmp_path: Path) -> None:
    """Prove it with git: each branch takes out a line that stands apart from the other's."""
    texts = {f"roles/r{number}.yaml": ROLE.replace("文员", f"文员{number}") for number in range(9)}
    write_files(tmp_path, {".jdlint.yaml": "", **texts})
    git = repository(tmp_path)
    jdlint("baseline", *ONLY, cwd=tmp_path)
    git("add", ".")
    git("commit", "-qm", "old")
    for branch, number in (("left", 1), ("right", 7)):
        git("checkout", "-q", "-b", branch, "main")
        path = tmp_path / f"roles/r{number}.yaml"
        path.write_text(path.read_text().replace(CATCH_ALL, "分发邮件"))
        jdlint("baseline", "--update", *ONLY, cwd=tmp_path)
        git("commit", "-qam", branch)
    git("merge", "-q", "left")
    assert shown(again(tmp_path)) == []
    assert len(read(FILE_NAME, (tmp_path / FILE_NAME).read_bytes()).entries) == 7


def test_writing_keeps_permissions_and_leaves_nothing_beside(tree: Path) -> None:
    (tree / FILE_NAME).chmod(0o640)
    write_files(tree, {"roles/clerk.yaml": ROLE.replace(CATCH_ALL, "分发邮件")})
    jdlint("baseline", "--update", *ONLY, cwd=tree)
    assert (tree / FILE_NAME).stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tree)) == [FILE_NAME, ".jdlint.yaml", "roles"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "can't be read"),
        ("[]", "no baseline of version 1"),
        ('{"version": 2, "findings": []}', "no baseline of version 1"),
        ('{"version": 1, "findings": {}}', "`findings` is no list"),
        ('{"version": 1, "findings": [{"rule": "a/b"}]}', "finding 1 lacks its fingerprint"),
        ('{"version": 1, "findings": [null, {"fingerprint": "x", "file": 1}]}', "finding 2 lacks its fingerprint"),
        ('{"version": 1, "findings": [\n<<<<<<< HEAD\nnull]}', "marks of a merge"),
        ("[" * 100_000, "can't be read"),
        ("\ud800", "can't be read"),
    ],
)
def test_a_record_that_cannot_be_trusted_stops_the_run(text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(words)) as caught:
        read(FILE_NAME, text.encode("utf-8", "surrogatepass"))
    assert caught.value.remedy.read("en")


def test_a_record_without_end_is_refused(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdlint.run.baselined.MAX_BASELINE", 100)
    with pytest.raises(ConfigError, match="is larger than"):
        again(tree)


def test_a_broken_record_ends_with_exit_code_2(tree: Path) -> None:
    (tree / FILE_NAME).write_text("{")
    run = jdlint(*ONLY, cwd=tree)
    assert (run.code, "record anew with `jdlint baseline`" in run.err) == (2, True)
    assert jdlint("--no-baseline", *ONLY, cwd=tree).code == 0


def test_hostile_words_are_kept_short_and_harmless() -> None:
    hostile = finding(line="  - a\u202e\x1b" + "字" * 999, at=(3, 5, 4, 1))
    record = write([entry(hostile)])
    assert len(record) < 400
    assert "\u202e" not in record
    assert read(FILE_NAME, record.encode()).entries == (entry(hostile),)


# ---------------------------------------------------------------- options and settings


def test_options_choose_the_record(tree: Path) -> None:
    os.rename(tree / FILE_NAME, tree / "old.json")

    def run(*arguments: str) -> Run:
        return jdlint("--fail-on", "info", *ONLY, *arguments, cwd=tree)

    assert run().code == 1
    assert run("--baseline", "old.json").code == 0
    assert run("--baseline", "missing.json").code == 2
    assert run("--isolated", "--baseline", "old.json").code == 0
    write_files(tree, {".jdlint.yaml": "baseline: old.json\n"})
    assert run().code == 0
    assert run("--no-baseline").code == 1
    assert run("--isolated").code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [([], "--update takes out of it"), (["--update", "--baseline", "x"], "without --update makes it")],
)
def test_the_command_refuses_what_would_surprise(arguments: list[str], words: str, tree: Path) -> None:
    before = (tree / FILE_NAME).read_bytes()
    run = jdlint("baseline", *arguments, cwd=tree)
    assert (run.code, words in run.err) == (2, True)
    assert (tree / FILE_NAME).read_bytes() == before


def test_sarif_marks_recorded_results(tree: Path) -> None:
    write_files(tree, {"roles/guard.yaml": DRIVER.replace("司机", "门卫")})
    run = jdlint("--format", "sarif", *ONLY, cwd=tree)
    results = json.loads(run.out)["runs"][0]["results"]
    assert [(each["baselineState"], [one["kind"] for one in each["suppressions"]]) for each in results] == [
        ("unchanged", ["external"]),
        ("unchanged", ["external"]),
        ("new", []),
    ]
    assert results[0]["suppressions"][0]["justification"] == f"recorded in {FILE_NAME}"
