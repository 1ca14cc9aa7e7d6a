"""Twenty commits of an organisation's repository, through a real hook and CI; the outcome of each is asserted."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli import check, diff
from tests.repository import Repo, environment, repository

ORG = "name: 分公司\nlanguage: zh-Hans\nroots: [销售总监]\nladder: [A1, A2, A3]\n"
SETTINGS = "profile: core\n"


def role(title: str, superior: str = "", duties: tuple[str, ...] = ("每周五前更新客户台账",), **more: str) -> str:
    """Write a role that lacks nothing its kind must have."""
    lines = {
        "title": title, "unit": "办事处", "purpose": f"作为{title}完成本岗位的年度任务。",
        "kpis": "[{name: 销售额达成率, weight: 100%}]", "qualifications": "{education: [大专]}",
        **({"reports_to": superior} if superior else {}), **more,
    }  # fmt: skip
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return text + "duties:\n" + "".join(f"  - {duty}\n" for duty in duties)


BOSS = role("销售总监", duties=("每年12月15日前编制年度销售计划",), manages="[城市经理]", kind="executive", level="A3")
CITY = role(
    "城市经理", "销售总监", ("每周拜访重点客户3家", "每月5日前编制城市销售月报"), manages="[业务代表]", level="A2"
)
REP = role("业务代表", "城市经理", ("每天拜访客户5家",), kind="specialist", level="A1")


@dataclass(frozen=True)
class Story:
    """The repository, its hook, and its CI."""

    repo: Repo

    def edit(self, files: dict[str, str], gone: tuple[str, ...] = ()) -> None:
        """Stage what a person does."""
        if gone:
            self.repo.git("rm", "-q", "--ignore-unmatch", *gone)
        if files:
            self.repo.stage(files)

    def commit(self, *arguments: str) -> str:
        """Commit through the hook; gives '' where it let the commit pass, else what it said."""
        return self._run("commit", "-q", "-m", "x", *arguments)

    def merge(self, branch: str) -> str:
        """Merge through the hook."""
        return self._run("merge", "-q", "--no-ff", "-m", "x", branch)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.repo.folder,
            env=self.repo.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert b"Traceback" not in done.stdout
        return done.stdout.decode() if done.returncode else ""

    def ci(self, base: str) -> list[tuple[str, str, str | None]]:
        """Give file, rule and status of what fails the pull request."""
        document = self._json(check.execute, "--diff-base", base)
        return [
            (each["file"], each["rule"], each["status"])
            for each in document["findings"]
            if each["severity"] == "error" and each["status"] != "existing"
        ]

    def meaning(self, base: str, head: str) -> dict[str, Any]:
        """Give what a change means, by the title of the role."""
        document = self._json(diff.execute, base, head)
        return {(each["after"] or each["before"])["title"]: each for each in document["roles"]}

    def _json(self, execute: Any, *arguments: str) -> dict[str, Any]:  # noqa: ANN401 - either command
        written: list[str] = []
        execute([*arguments, "--format", "json"], written.append)
        document: dict[str, Any] = json.loads("".join(written))
        return document


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    for name in set(os.environ) - set(environment()):
        monkeypatch.delenv(name)
    repo = repository(tmp_path / "公司")
    repo.environment["LANG"] = "C.UTF-8"
    monkeypatch.chdir(repo.folder)
    for name in ("pre-commit", "pre-merge-commit"):
        hook = repo.folder / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m jdlint --staged\n")
        hook.chmod(0o755)
    return Story(repo)


@pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")
def test_the_story_of_a_repository(story: Story) -> None:  # noqa: PLR0915 - one story, told in one go
    repo = story.repo

    # 1 the first commit counts whole
    story.edit({".jdlint.yaml": SETTINGS, "roles/org.yaml": ORG, "roles/boss.yaml": BOSS, "roles/city.yaml": CITY})
    assert story.commit() == ""

    # 2 a superior's name is misspelt; what the disk holds doesn't help, what is staged does
    story.edit({"roles/rep.yaml": REP.replace("城市经理", "区域主任")})
    repo.write({"roles/rep.yaml": REP})
    assert "reporting/unknown-superior" in story.commit()
    story.edit({"roles/rep.yaml": REP})
    assert story.commit() == ""

    # 3 a commit that concerns no role
    story.edit({"readme.md": "x\n"})
    assert story.commit() == ""

    # 4 old sheets come in as they are, past the hook
    legacy = {
        f"roles/old/{name}.yaml": role(name, "总裁办主任", kind="specialist") for name in ("出纳", "文员", "司机")
    }
    story.edit(legacy)
    assert "总裁办主任" in story.commit()
    assert story.commit("--no-verify") == ""

    # 5 work goes on beside them
    story.edit({"roles/rep.yaml": REP + "  - 每月盘点样品1次\n"})
    assert story.commit() == ""

    # 6 one of them gets a line on top, another name and another folder; its fault is still an old one
    repo.git("mv", "roles/old/文员.yaml", "roles/打字员.yaml")
    story.edit({"roles/打字员.yaml": "# 2026\n" + legacy["roles/old/文员.yaml"].replace("文员", "打字员")})
    assert story.commit() == ""

    # 7 a new fault beside the old ones doesn't hide among them
    story.edit({"roles/old/保安.yaml": role("保安", "总裁办主任", kind="specialist")})
    assert "roles/old/保安.yaml" in story.commit()
    story.edit({}, gone=("-f", "roles/old/保安.yaml"))

    # 8 the head of sales is renamed, and those below follow in the same commit
    boss = BOSS.replace("销售总监", "营销负责人")
    story.edit({"roles/boss.yaml": boss, "roles/org.yaml": ORG.replace("销售总监", "营销负责人")})
    assert "roles/city.yaml" in story.commit()
    city = CITY.replace("销售总监", "营销负责人")
    story.edit({"roles/city.yaml": city})
    assert story.commit() == ""

    # 9 everything moves into a folder
    repo.git("mv", "roles", "岗位")
    repo.git("commit", "-qn", "-m", "moved", "--allow-empty")
    repo.git("mv", "岗位", "roles")
    assert story.commit() == ""

    # 10 deleting a manager alone is refused, deleting it with its lines passes
    story.edit({}, gone=("roles/city.yaml",))
    assert "roles/rep.yaml" in story.commit()
    repo.git("reset", "-q", "--hard")
    assert story.commit("--allow-empty") == ""

    # 11 half of a file is staged
    story.edit({"roles/city.yaml": city + "  - 每季度盘点一次促销品\n"})
    repo.write({"roles/city.yaml": city.replace("营销负责人", "无此岗位")})
    assert story.commit() == ""
    repo.git("checkout", "-q", "--", ".")

    # 12 broken YAML is never old
    story.edit({"roles/broken.yaml": "title: [\n"})
    assert story.commit("--no-verify") == ""
    story.edit({"roles/rep.yaml": REP + "  - 每月盘点样品2次\n"})
    assert "syntax/parse" in story.commit()
    story.edit({}, gone=("roles/broken.yaml",))
    assert story.commit() == ""

    # 13 stricter settings blame nobody
    story.edit({".jdlint.yaml": "profile: strict\n"})
    assert story.commit() == ""

    # 14 rewording the last commit
    assert story.commit("--amend") == ""

    # 15 a branch raises a limit and hands a duty on; CI passes, and the change says what it means
    repo.git("switch", "-qc", "topic")
    handed = city.replace("  - 每月5日前编制城市销售月报\n", "")
    story.edit(
        {
            "roles/city.yaml": handed
            + "authorities: [对1万元以内的促销费用有审批权, 对下属人员有工作分配权和考核权, 对下属人员有录用建议权]\n",
            "roles/rep.yaml": REP + "  - 每月5日前编制城市销售月报\n",
        }
    )
    assert story.commit() == ""
    assert story.ci("main") == []
    meaning = story.meaning("main", "topic")
    assert [each["role"]["title"] for each in meaning["城市经理"]["duties"]["handed_on"]] == ["业务代表"]
    assert "1万元以内" in [each["limit"] for each in meaning["城市经理"]["authorities"]["gained"]]

    # 16 the branch brings a role below the city manager, main does away with the city manager
    story.edit({"roles/promoter.yaml": role("促销员", "城市经理", kind="specialist")})
    assert story.commit() == ""
    repo.git("switch", "-q", "main")
    story.edit(
        {
            "roles/rep.yaml": REP.replace("城市经理", "营销负责人"),
            "roles/boss.yaml": boss.replace("[城市经理]", "[业务代表]"),
        },
        gone=("roles/city.yaml",),
    )
    assert story.commit() == ""

    # 17 in CI the branch alone is fine; merged with main it isn't, and the hook says so
    repo.git("switch", "-q", "topic")
    assert story.ci("main") == []
    repo.git("switch", "-qc", "joined", "main")
    repo.git("merge", "-q", "--no-commit", "--no-ff", "topic", check=False)
    repo.git("checkout", "-q", "--ours", "roles/rep.yaml")
    repo.git("rm", "-q", "--ignore-unmatch", "roles/city.yaml")
    repo.git("add", "roles/rep.yaml")
    assert "roles/promoter.yaml" in story.commit()

    # 18 settled within the merge
    story.edit(
        {
            "roles/promoter.yaml": role("促销员", "营销负责人", kind="specialist"),
            "roles/boss.yaml": boss.replace("[城市经理]", "[业务代表, 促销员]"),
        }
    )
    assert story.commit() == ""
    assert story.ci("main") == []

    # 19 a linked worktree has an index of its own
    repo.git("worktree", "add", "-q", "-b", "side", str(repo.folder.parent / "side"))
    side = Story(Repo(repo.folder.parent / "side", repo.environment))
    side.edit({"roles/rep.yaml": REP})
    assert "roles/rep.yaml" in side.commit()
    assert story.commit("--allow-empty") == ""

    # 20 whoever asks for everything gets it, whatever the last commit was about
    story.edit({"readme.md": "y\n"})
    assert story.commit() == ""
    written: list[str] = []
    assert check.execute(["--staged", "--full", "--format", "json"], written.append) == 1
    wrong = {each["file"] for each in json.loads("".join(written))["findings"] if each["severity"] == "error"}
    assert {"roles/old/出纳.yaml", "roles/old/司机.yaml", "roles/打字员.yaml"} <= wrong
    assert int(repo.git("rev-list", "--count", "HEAD")) >= 20
