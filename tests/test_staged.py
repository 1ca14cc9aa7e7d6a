"""--staged and --diff-base in real repositories: what a change is answerable for, whatever the disk holds."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.check import execute
from jdlint.errors import GitError, NothingToCheckError, UsageError
from tests.repository import Repo, repository
from tests.running import jdlint

BOSS = "title: 销售总监\nkind: executive\nmanages: [城市经理]\nduties: [每年12月15日前编制年度销售计划]\n"
CITY = "title: 城市经理\nreports_to: 销售总监\nmanages: []\nduties: [每周拜访重点客户3家, 每月5日前编制销售月报]\n"
ORG = "language: zh-Hans\nroots: [销售总监]\n"
SOUND = {"roles/org.yaml": ORG, "roles/boss.yaml": BOSS, "roles/city.yaml": CITY}
STRAY = "title: 业务代表\nreports_to: 区域经理\nduties: [每天拜访客户5家]\n"
"""A role whose superior doesn't exist: an error."""

UNKNOWN = "reporting/unknown-superior"
VAGUE = "duty/catch-all"


@dataclass(frozen=True)
class Told:
    """What a run said of some rules."""

    code: int
    document: dict[str, Any]

    def found(self) -> list[tuple[str, str, str | None]]:
        """Give file, rule and status of each finding."""
        return [(each["file"], each["rule"], each["status"]) for each in self.document["findings"]]


Check = Callable[..., Told]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return repository(tmp_path / "repo", SOUND)


@pytest.fixture
def check(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Check:
    monkeypatch.chdir(repo.folder)

    def run(*arguments: str) -> Told:
        written: list[str] = []
        selected = ("--select", f"{UNKNOWN},{VAGUE},syntax/parse")
        code = execute([*arguments, "--format", "json", *selected], written.append)
        return Told(code, json.loads("".join(written)))

    return run


def test_an_error_that_is_staged_fails_and_is_introduced(repo: Repo, check: Check) -> None:
    repo.stage({"roles/rep.yaml": STRAY})
    told = check("--staged")
    assert (told.code, told.found()) == (1, [("roles/rep.yaml", UNKNOWN, "introduced")])
    assert told.document["base"] == "HEAD"


def test_an_error_that_only_the_disk_holds_doesnt_fail(repo: Repo, check: Check) -> None:
    repo.stage({"roles/city.yaml": CITY + "level: A1\n"})
    repo.write({"roles/city.yaml": STRAY, "roles/rep.yaml": STRAY, "roles/broken.yaml": "a: [\n"})
    assert (check("--staged").code, check("--staged").found()) == (0, [])


def test_a_file_that_git_doesnt_know_cant_make_a_commit_pass(repo: Repo, check: Check) -> None:
    repo.stage({"roles/rep.yaml": STRAY})
    repo.write({"roles/area.yaml": "title: 区域经理\nduties: [每月巡访城市3个]\n"})
    assert check("--staged").code == 1
    repo.git("add", "roles/area.yaml")
    assert check("--staged").code == 0


def test_deleting_a_superior_affects_the_files_that_name_it(repo: Repo, check: Check) -> None:
    repo.git("rm", "-q", "roles/boss.yaml")
    told = check("--staged")
    assert told.code == 1
    assert ("roles/city.yaml", UNKNOWN, "affected") in told.found()


def test_renaming_a_superior_affects_the_files_that_name_it(repo: Repo, check: Check) -> None:
    repo.git("mv", "roles/boss.yaml", "roles/head.yaml")
    repo.stage({"roles/head.yaml": BOSS.replace("销售总监", "事业部负责人")})
    assert ("roles/city.yaml", UNKNOWN, "affected") in check("--staged").found()


def test_what_was_there_before_doesnt_fail_though_lines_and_files_move(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("mv", "roles/rep.yaml", "roles/moved.yaml")
    repo.stage({"roles/moved.yaml": "# a comment\nunit: 办事处\n" + STRAY})
    told = check("--staged")
    assert (told.code, told.found()) == (0, [("roles/moved.yaml", UNKNOWN, "existing")])
    assert told.document["summary"]["existing"] == 1


def test_what_was_there_before_stays_existing_when_the_role_bears_another_name(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    repo.stage({"roles/rep.yaml": STRAY.replace("业务代表", "客户代表")})
    assert check("--staged").found() == [("roles/rep.yaml", UNKNOWN, "existing")]


def test_a_role_moved_into_a_file_of_several_keeps_its_findings(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("rm", "-q", "roles/rep.yaml")
    several = (
        "roles:\n  - title: 出纳\n    duties: [每日登记现金]\n  - " + STRAY.replace("\n", "\n    ").rstrip() + "\n"
    )
    repo.stage({"roles/several.yaml": several})
    assert check("--staged").found() == [("roles/several.yaml", UNKNOWN, "existing")]


def test_a_second_one_of_the_same_is_new(repo: Repo, check: Check) -> None:
    vague = "duties: [完成领导交办的其他工作, 每天登记来访客户]\n"
    repo.commit({"roles/clerk.yaml": f"title: 文员\nreports_to: 销售总监\n{vague}"})
    repo.stage({"roles/typist.yaml": f"title: 打字员\nreports_to: 销售总监\n{vague}"})
    told = check("--staged", "--fail-on", "warning")
    assert told.code == 1
    assert sorted(status or "" for _, rule, status in told.found() if rule == VAGUE) == ["existing", "introduced"]


def test_broken_yaml_is_never_existing(repo: Repo, check: Check) -> None:
    repo.commit({"roles/broken.yaml": "title: [\n"})
    repo.stage({"roles/city.yaml": CITY + "level: A1\n"})
    told = check("--staged")
    assert (told.code, told.found()) == (1, [("roles/broken.yaml", "syntax/parse", "affected")])


def test_settings_rules_and_facts_come_from_the_index(repo: Repo, check: Check) -> None:
    repo.stage({"roles/rep.yaml": STRAY})
    repo.write({".jdlint.yaml": f"ignore: [{UNKNOWN}]\n", "roles/org.yaml": ORG + "externals: [区域经理]\n"})
    assert check("--staged").code == 1
    repo.git("add", "roles/org.yaml")
    assert check("--staged").code == 0


def test_own_rules_come_from_the_index(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = """id: hr/no-visits
severity: error
profile: core
summary: x
message: "“{match}”"
why: x
help: x
applies_to: duties[]
check: {kind: phrases, phrases: [拜访]}
examples: [{bad: {duties: [拜访客户]}, at: "duties[0]"}, {good: {duties: [编制周报]}}]
"""
    monkeypatch.chdir(repo.folder)
    repo.stage({".jdlint.yaml": "rules: [hr]\n", "hr/visits.yaml": rule})
    repo.write({"hr/visits.yaml": rule.replace("拜访", "无此词")})
    written: list[str] = []
    code = execute(["--staged", "--format", "json", "--select", "hr"], written.append)
    found = json.loads("".join(written))["findings"]
    # the rule is new, the duty isn't: both sides are judged by the rules as they are now
    assert (code, [(each["rule"], each["status"]) for each in found]) == (0, [("hr/no-visits", "existing")])


def test_stricter_settings_dont_blame_a_change_for_what_was_there(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY, ".jdlint.yaml": "exclude: [roles/rep.yaml]\n"})
    repo.stage({".jdlint.yaml": "profile: strict\n"})
    assert check("--staged").found() == [("roles/rep.yaml", UNKNOWN, "existing")]


def test_an_org_yaml_that_is_added_leaves_findings_existing(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY, "roles/branch/clerk.yaml": STRAY.replace("业务代表", "文员")})
    repo.stage({"roles/branch/org.yaml": "language: zh-Hans\nroots: [文员]\n"})
    assert {status for *_, status in check("--staged").found()} == {"existing"}


def test_roles_moved_to_another_folder_keep_their_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = repository(
        tmp_path / "r", {f"jobs/{name[6:]}": text for name, text in SOUND.items()} | {"jobs/r.yaml": STRAY}
    )
    repo.git("mv", "jobs", "roles")
    monkeypatch.chdir(repo.folder)
    written: list[str] = []
    assert execute(["--staged", "--format", "json", "--select", UNKNOWN], written.append) == 0
    assert [each["status"] for each in json.loads("".join(written))["findings"]] == ["existing"]


def test_nothing_staged_checks_the_whole_index(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    told = check("--staged")
    assert (told.code, told.found()) == (1, [("roles/rep.yaml", UNKNOWN, None)])


def test_nothing_staged_and_no_role_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = repository(tmp_path / "bare", {"readme.md": "x"})
    monkeypatch.chdir(repo.folder)
    with pytest.raises(NothingToCheckError):
        execute(["--staged"], print)


def test_only_other_files_staged_looks_at_nothing(repo: Repo, check: Check) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    repo.stage({"readme.md": "x"})
    told = check("--staged")
    assert (told.code, told.found(), told.document["summary"]["files"]) == (0, [], 0)
    assert told.document["summary"]["unchecked"] == [
        "Nothing that changed concerns role definitions, settings or rules."
    ]


def test_the_first_commit_counts_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = repository(tmp_path / "new")
    repo.stage({**SOUND, "roles/rep.yaml": STRAY})
    monkeypatch.chdir(repo.folder)
    assert execute(["--staged", "--select", UNKNOWN], lambda _: None) == 1
    repo.git("rm", "-q", "--cached", "roles/rep.yaml")
    assert execute(["--staged", "--select", UNKNOWN], lambda _: None) == 0


def test_a_first_commit_without_roles_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = repository(tmp_path / "new")
    repo.stage({".jdlint.yaml": "profile: core\n"})
    monkeypatch.chdir(repo.folder)
    written: list[str] = []
    assert execute(["--staged", "--lang", "en"], written.append) == 0
    assert written == ["There is no role definition to check.\n"]


def test_deleting_every_role_passes_and_says_so(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.git("rm", "-qr", "roles")
    monkeypatch.chdir(repo.folder)
    written: list[str] = []
    assert execute(["--staged", "roles", "--lang", "en"], written.append) == 0
    assert written == ["There is no role definition to check.\n"]


def test_a_path_that_no_state_knows_is_an_error(repo: Repo, check: Check, tmp_path: Path) -> None:
    repo.stage({"roles/rep.yaml": STRAY})
    repo.write({"untracked/x.yaml": STRAY})
    with pytest.raises(UsageError, match="doesn't exist"):
        check("--staged", "untracked")
    with pytest.raises(UsageError, match="outside the repository"):
        check("--staged", "roles", str(tmp_path))


def test_paths_limit_what_is_reported_and_not_what_is_read(repo: Repo, check: Check) -> None:
    repo.git("rm", "-q", "roles/boss.yaml")
    repo.stage({"roles/rep.yaml": STRAY})
    assert {file for file, *_ in check("--staged", "roles/rep.yaml").found()} == {"roles/rep.yaml"}


@pytest.mark.parametrize("place", ["roles", "docs/deep"])
def test_the_working_directory_changes_nothing(
    repo: Repo, check: Check, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.stage({"roles/rep.yaml": STRAY, "docs/deep/x.md": "x"})
    whole = check("--staged")
    monkeypatch.chdir(repo.folder / place)
    assert check("--staged") == whole


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_repository_reached_through_a_link_is_the_same(repo: Repo, check: Check, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repo.folder)
    repo.stage({"roles/rep.yaml": STRAY})
    assert check("--staged", str(tmp_path / "link" / "roles")).found() == check("--staged").found()


def test_a_submodule_leaves_names_unchecked_and_says_so(repo: Repo, check: Check) -> None:
    commit = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},roles/shared")
    repo.stage({"roles/rep.yaml": STRAY})
    told = check("--staged")
    assert (told.code, told.found()) == (0, [])
    assert any("有 1 个文件无法读取" in note for note in told.document["summary"]["unchecked"])


def test_a_merge_is_answerable_for_what_neither_side_had(repo: Repo, check: Check) -> None:
    repo.git("switch", "-qc", "other")
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("rm", "-q", "roles/city.yaml")
    repo.git("commit", "-qm", "no more city managers")
    repo.git("switch", "-q", "main")
    repo.commit({"roles/agent.yaml": STRAY.replace("业务代表", "代理").replace("区域经理", "城市经理")})
    repo.git("merge", "-q", "--no-commit", "--no-ff", "other")
    told = check("--staged")
    assert told.code == 1
    assert (told.document["base"], sorted(told.found())) == (
        "HEAD, MERGE_HEAD",
        [("roles/agent.yaml", UNKNOWN, "affected"), ("roles/rep.yaml", UNKNOWN, "existing")],
    )


def test_a_conflict_in_the_index_is_an_error_that_names_the_file(repo: Repo, check: Check) -> None:
    repo.git("switch", "-qc", "other")
    repo.commit({"roles/city.yaml": CITY + "level: A1\n"})
    repo.git("switch", "-q", "main")
    repo.commit({"roles/city.yaml": CITY + "level: A2\n"})
    repo.git("merge", "-q", "other", check=False)
    with pytest.raises(GitError, match=r"roles/city\.yaml is in conflict"):
        check("--staged")


def test_a_commit_that_changes_no_file_introduces_nothing(
    repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"roles/rep.yaml": STRAY})
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "@1796064266 +0000")
    told = check("--staged")
    assert (told.code, told.found()) == (0, [("roles/rep.yaml", UNKNOWN, "existing")])


def test_two_commits_given_by_a_hook_are_compared_though_neither_is_checked_out(
    repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("switch", "-qc", "topic")
    last = repo.commit({"roles/rep.yaml": STRAY})
    repo.git("switch", "-q", "main")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", last)
    told = check("--staged")
    assert (told.code, told.found()) == (1, [("roles/rep.yaml", UNKNOWN, "introduced")])
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "0" * 40)
    assert check("--staged").code == 1


# --diff-base


def test_a_branch_is_answerable_for_what_it_did_and_not_for_its_base(repo: Repo, check: Check) -> None:
    repo.commit({"roles/old.yaml": STRAY.replace("业务代表", "老岗位")})
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("switch", "-q", "main")
    repo.git("rm", "-q", "roles/old.yaml")
    repo.git("commit", "-qm", "mended after the branch left")
    repo.git("switch", "-q", "topic")
    told = check("--diff-base", "main")
    assert told.code == 1
    assert told.found() == [("roles/old.yaml", UNKNOWN, "existing"), ("roles/rep.yaml", UNKNOWN, "introduced")]


def test_the_merge_of_a_pull_request_is_compared_with_its_target(repo: Repo, check: Check) -> None:
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("switch", "-q", "main")
    repo.commit({"roles/old.yaml": STRAY.replace("业务代表", "老岗位")})
    repo.git("switch", "-q", "--detach")
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "topic")
    told = check("--diff-base", "main")
    assert told.found() == [("roles/old.yaml", UNKNOWN, "existing"), ("roles/rep.yaml", UNKNOWN, "introduced")]


def test_two_commits_are_compared_and_neither_index_nor_disk(repo: Repo, check: Check) -> None:
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/city.yaml": CITY + "level: A1\n"})
    repo.stage({"roles/rep.yaml": STRAY})
    repo.write({"roles/boss.yaml": "title: [\n"})
    assert (check("--diff-base", "main").code, check("--diff-base", "main").found()) == (0, [])


def test_from_a_folder_below_the_whole_repository_is_compared(
    repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/rep.yaml": STRAY, "docs/x.md": "x"})
    whole = check("--diff-base", "main")
    monkeypatch.chdir(repo.folder / "docs")
    assert (whole.code, check("--diff-base", "main")) == (1, whole)


def test_a_missing_base_exits_2_and_says_how_to_fetch_it(repo: Repo, tmp_path: Path) -> None:
    start = repo.git("rev-parse", "HEAD")
    repo.commit({"roles/rep.yaml": STRAY})
    repo.git("clone", "-q", "--depth=1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    run = jdlint("--diff-base", start, cwd=tmp_path / "shallow")
    assert run.code == 2
    assert "fetch-depth: 0" in run.err


def test_staged_and_diff_base_exclude_each_other_and_standard_input(repo: Repo, check: Check) -> None:
    with pytest.raises(UsageError):
        check("--staged", "--diff-base", "main")
    with pytest.raises(UsageError, match="standard input"):
        check("--staged", "-", "--stdin-filename", "roles/a.yaml")
    assert repo.git("status", "--porcelain") == ""


# the answer without rules


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--staged",), "Nothing that changed concerns role definitions, settings or rules.\n"),
        (("check", "--staged", "--lang=zh", "--fail-on", "warning"), "改动与岗位定义、设置和规则无关。\n"),
    ],
)
def test_an_irrelevant_commit_is_answered_at_once(repo: Repo, arguments: tuple[str, ...], said: str) -> None:
    repo.stage({"readme.md": "x"})
    assert jdlint(*arguments, cwd=repo.folder).out == said


def test_an_irrelevant_commit_doesnt_hide_a_mistyped_option(repo: Repo) -> None:
    repo.stage({"readme.md": "x"})
    run = jdlint("--staged", "--fail-onn", "warning", cwd=repo.folder)
    assert run.code == 2
    assert "Did you mean `--fail-on`?" in run.err


def test_no_rule_is_loaded_for_an_irrelevant_commit(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdlint.cli.hook import answer  # noqa: PLC0415 - the module under test is imported by name elsewhere

    monkeypatch.chdir(repo.folder)
    repo.stage({"readme.md": "x"})
    assert answer(["--staged"]) is not None
    repo.stage({"hr/rule.yml": "id: x\n"})
    assert answer(["--staged"]) is None


# findings about several places


def test_a_finding_about_two_roles_stays_existing_when_the_other_of_them_bears_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo.folder)
    round_trip = {
        "roles/a.yaml": "title: 甲经理\nreports_to: 乙经理\nduties: [每周拜访客户3家]\n",
        "roles/b.yaml": "title: 乙经理\nreports_to: 甲经理\nduties: [每月盘点库存1次]\n",
    }
    repo.commit(round_trip)
    repo.git("mv", "roles/a.yaml", "roles/z.yaml")
    written: list[str] = []
    code = execute(["--staged", "--format", "json", "--select", "reporting/cycle"], written.append)
    found = json.loads("".join(written))["findings"]
    assert (code, [(each["file"], each["status"]) for each in found]) == (0, [("roles/b.yaml", "existing")])
