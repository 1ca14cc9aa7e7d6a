"""The first steps: new roles that read back clean, and a repository brought under jdlint without a file overwritten."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from jdlint.begin.habits import script
from jdlint.begin.scalar import scalar
from tests.running import ROOT, Run, jdlint, write

NATURALLY_MISSING = {"structure/empty-section", "reporting/missing-superior", "level/missing"}
ORG = "name: 分公司\nlanguage: zh-Hans\nladder: [A1, A2, A3]\nexternals: [总经理]\nroots: [办事处经理]\n"
MANAGER = """\
岗位名称: 办事处经理
所属部门: 办事处
级别: A3
直接上级: 无
直接下级: [渠道经理]
岗位职责: [每月5日前编制销售月报]
"""


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def new(folder: Path, *arguments: str) -> Run:
    return jdlint("new", *arguments, cwd=folder)


@pytest.mark.parametrize("kind", ["executive", "manager", "specialist", "assistant", "deputy"])
def test_new_role_lacks_only_what_nobody_has_written_yet(tmp_path: Path, kind: str) -> None:
    write(tmp_path, {"roles/org.yaml": ORG.replace("roots: [办事处经理]\n", "")})
    assert new(tmp_path, "某岗位", "--kind", kind).code == 0
    run = jdlint("--format", "json", "--profile", "strict", "--as-of", "2026-11-23", cwd=tmp_path)
    assert set(run.rules()) <= NATURALLY_MISSING
    assert "structure/empty-section" in run.rules()
    assert read(tmp_path / "roles" / "某岗位.yaml")["岗位类别"] == kind


def test_new_role_has_the_sections_of_its_kind_and_what_was_told(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": ORG, "roles/manager.yaml": MANAGER})
    run = new(tmp_path, "城市经理", "--unit", "办事处", "--reports-to", "办事处经理", "--level", "A1")
    assert run.out.splitlines()[0] == "已写入：roles/城市经理.yaml"
    assert "“办事处经理”在 roles/manager.yaml 里列出了下级" in run.out
    role = read(tmp_path / "roles" / "城市经理.yaml")
    assert {key: role[key] for key in ("岗位名称", "所属部门", "级别", "直接上级")} == {
        "岗位名称": "城市经理",
        "所属部门": "办事处",
        "级别": "A1",
        "直接上级": "办事处经理",
    }
    assert {"直接下级", "岗位目的", "岗位职责", "工作权限", "考核指标", "任职资格"} <= set(role)
    new(tmp_path, "行政助理")
    assert "考核指标" not in read(tmp_path / "roles" / "行政助理.yaml")


def test_keys_and_hints_follow_the_organisation(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": ORG, "roles/a.yaml": "title: 渠道经理\nunit: 渠道\nduties: [每月拜访经销商]\n"})
    new(tmp_path, "城市经理")
    text = (tmp_path / "roles" / "城市经理.yaml").read_text(encoding="utf-8")
    assert "duties:  # 一行一件事" in text
    assert "# 职级序列中的一级：A1, A2, A3" in text
    other = tmp_path / "other"
    write(other, {"roles/a.yaml": "崗位名稱: 業務專員\n崗位職責: [每週拜訪客戶]\n"})
    new(other, "業務經理")
    assert "崗位職責" in read(other / "roles" / "業務經理.yaml")


def test_role_of_a_unit_joins_the_others_of_that_unit(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": ORG, "roles/branch/a.yaml": MANAGER})
    assert new(tmp_path, "渠道专员", "--unit", "办事处").code == 0
    assert (tmp_path / "roles" / "branch" / "渠道专员.yaml").is_file()


def test_first_role_of_an_empty_folder(tmp_path: Path) -> None:
    run = jdlint("new", "Payroll Clerk", cwd=tmp_path)
    assert run.out.startswith("written: roles/payroll-clerk.yaml")
    assert read(tmp_path / "roles" / "payroll-clerk.yaml")["title"] == "Payroll Clerk"


def test_new_role_with_unseen_characters_is_refused_by_the_name_of_the_field(tmp_path: Path) -> None:
    run = jdlint("new", "城市\u200b经理", "--lang", "zh", cwd=tmp_path)
    assert (run.code, run.err) == (2, "jdlint: 岗位名称 里有看不见的字符\n  请重新输入一遍。\n")


def test_new_role_never_replaces_a_file_or_doubles_a_role(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": ORG, "roles/城市经理.yaml": "title: 别的岗位\n", "roles/manager.yaml": MANAGER})
    run = new(tmp_path, "城市经理")
    assert (run.code, "exists; nothing was written" in run.err) == (2, True)
    assert (tmp_path / "roles" / "城市经理.yaml").read_text(encoding="utf-8") == "title: 别的岗位\n"
    run = new(tmp_path, "办事处经理")
    assert (run.code, "defines “办事处经理” already" in run.err) == (2, True)


def test_superior_that_nobody_bears_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": ORG, "roles/manager.yaml": MANAGER})
    assert "是不是“办事处经理”" in new(tmp_path, "甲专员", "--reports-to", "办事外经理").out
    assert "没有叫“董事长”的岗位" in new(tmp_path, "乙专员", "--reports-to", "董事长").out


def test_several_organisations_ask_for_a_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"roles/a/org.yaml": ORG, "roles/b/org.yaml": ORG, "roles/a/a.yaml": MANAGER, "roles/b/b.yaml": MANAGER},
    )
    run = new(tmp_path, "城市经理")
    assert (run.code, "--folder" in run.err) == (2, True)
    assert new(tmp_path, "城市经理", "--folder", "roles/b").code == 0
    assert (tmp_path / "roles" / "b" / "城市经理.yaml").is_file()


@pytest.mark.parametrize("title", ["../../etc/x", "a: b # c", "- 经理", "'\"[]{}", "yes", "12", "&x *y", "经理\\n"])
def test_odd_titles_stay_titles_and_files_stay_inside(tmp_path: Path, title: str) -> None:
    run = new(tmp_path, title)
    if run.code == 0:
        (file,) = (tmp_path / "roles").iterdir()
        assert read(file)["title" if "title" in read(file) else "岗位名称"] == title
    else:
        assert "no title" in run.err
    assert {path.name for path in tmp_path.iterdir()} <= {"roles"}


def test_title_with_characters_that_nobody_sees_is_refused(tmp_path: Path) -> None:
    assert new(tmp_path, "经理\u202e").code == 2
    assert list(tmp_path.iterdir()) == []


@given(some.text(min_size=1, max_size=30).filter(str.isprintable))
def test_scalar_reads_back_as_itself(text: str) -> None:
    assert yaml.safe_load(f"k: {scalar(text)}\n") == {"k": text}
    assert yaml.safe_load(f"k: [{scalar(text)}]\n") == {"k": [text]}


@pytest.mark.parametrize(
    ("text", "tag"),
    [("城市经理 A1", "zh-Hans"), ("業務經理", "zh-Hant"), ("Clerk", "en"), ("12", ""), ("CRM 系统管理员", "zh-Hans")],
)
def test_script_of_a_text(text: str, tag: str) -> None:
    assert script(text) == tag


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a repository with the roles of a real document and without its org.yaml."""
    source = ROOT / "roles" / "as-received" / "001-branch-offices"
    files = {
        f"roles/{path.name}": path.read_text(encoding="utf-8") for path in source.iterdir() if path.name != "org.yaml"
    }
    write(tmp_path, files)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "remote", "add", "origin", "https://github.com/a/b.git"], cwd=tmp_path, check=True)
    return tmp_path


def everything(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_init_without_a_terminal_says_what_it_would_do_and_writes_nothing(tree: Path) -> None:
    before = everything(tree)
    run = jdlint("init", cwd=tree)
    assert run.code == 0
    for file in (".jdlint.yaml", "roles/org.yaml", ".pre-commit-config.yaml", ".github/workflows/jdlint.yml"):
        assert f"將寫入 {file}" in run.out
    assert "jdlint init --yes" in run.out
    assert everything(tree) == before
    assert jdlint("init", "--dry-run", "--yes", cwd=tree).code == 0


def test_init_writes_what_is_known_and_leaves_the_rest_to_people(tree: Path) -> None:
    assert jdlint("init", "--yes", "--lang", "en", cwd=tree).code == 0
    text = (tree / "roles" / "org.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"name": tree.name, "language": "zh-Hant"}
    assert "# ladder: [A1, A2, A3]" in text
    assert "#   - 市場部經理" in text
    assert "# jurisdictions: []" in text
    run = jdlint("--format", "json", "--fail-on", "never", cwd=tree)
    assert run.code == 0
    assert not any(finding["file"].endswith("org.yaml") for finding in run.findings)
    assert jdlint("config", cwd=tree).code == 0
    uncommented = text.replace("# ladder", "ladder").replace("# externals:\n", "externals:\n").replace("#   - ", "  - ")
    (tree / "roles" / "org.yaml").write_text(uncommented, encoding="utf-8")
    rules = jdlint("--format", "json", "--fail-on", "never", cwd=tree).rules()
    assert "reporting/unknown-superior" not in rules
    assert "syntax/schema" not in rules


def test_init_asked_twice_changes_nothing(tree: Path) -> None:
    jdlint("init", "--yes", "--jurisdiction", "cn", cwd=tree)
    before = everything(tree)
    assert yaml.safe_load(before["roles/org.yaml"])["jurisdictions"] == ["cn"]
    run = jdlint("init", "--yes", cwd=tree)
    assert run.code == 0
    assert everything(tree) == before


def test_init_counts_the_roles_of_the_organisation_and_no_others(tree: Path) -> None:
    write(tree, {"tests/example.yaml": "title: Example\nduties: [Do this]\n"})
    assert "5 roles in roles/" in jdlint("init", "--dry-run", "--lang", "en", cwd=tree).out


def test_init_never_touches_what_is_there(tree: Path) -> None:
    own = {".pre-commit-config.yaml": "repos: []\n", ".jdlint.yaml": "profile: core\n", "roles/org.yaml": "name: 我\n"}
    write(tree, own)
    run = jdlint("init", "--yes", "--lang", "en", cwd=tree)
    assert all(everything(tree)[file] == text for file, text in own.items())
    assert "left as it is: .pre-commit-config.yaml" in run.out
    assert ".pre-commit-config.yaml has other hooks already" in run.out


def test_init_of_an_empty_folder_shows_the_way(tmp_path: Path) -> None:
    run = jdlint("init", "--yes", cwd=tmp_path)
    assert set(everything(tmp_path)) == {".jdlint.yaml", "roles/org.yaml"}
    assert "jdlint new TITLE" in run.out


def test_init_knows_gitlab_and_settings_in_pyproject(tree: Path) -> None:
    subprocess.run(["git", "remote", "set-url", "origin", "git@gitlab.example.com:a/b.git"], cwd=tree, check=True)
    write(tree, {"pyproject.toml": "[tool.jdlint]\nprofile = 'core'\n"})
    assert jdlint("init", "--yes", cwd=tree).code == 0
    assert (tree / ".gitlab-ci.yml").is_file()
    assert not (tree / ".github").exists()
    assert not (tree / ".jdlint.yaml").exists()


def test_init_asks_on_a_terminal(tree: Path) -> None:
    answers = ["分公司", "zh-Hant", "mars", "cn tw", "A1 A2 A3", "*", "y"]
    seen = talk([sys.executable, "-m", "jdlint", "init", "--lang", "en"], tree, answers)
    assert "`mars` is none of" in seen
    assert yaml.safe_load((tree / "roles" / "org.yaml").read_text(encoding="utf-8")) == {
        "name": "分公司",
        "language": "zh-Hant",
        "jurisdictions": ["cn", "tw"],
        "ladder": ["A1", "A2", "A3"],
        "externals": ["市場部經理", "營業單位業務經理", "銷售總監"],
    }


def test_init_takes_no_for_an_answer(tree: Path) -> None:
    before = everything(tree)
    seen = talk([sys.executable, "-m", "jdlint", "init", "--lang", "en"], tree, ["", "", "", "", "", "n"])
    assert "Nothing was written." in seen
    assert everything(tree) == before


def talk(command: list[str], folder: Path, answers: list[str]) -> str:
    """Run a command on a terminal and answer each of its questions."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execvp(command[0], command)  # noqa: S606 - the new process becomes jdlint
    seen, asked = "", 0
    end = time.monotonic() + 60
    try:
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            piece = os.read(terminal, 1 << 16)
            if not piece:
                break
            seen += piece.decode()
            if seen.rstrip(" ").endswith(":") and asked < len(answers):
                os.write(terminal, f"{answers[asked]}\n".encode())
                asked, seen = asked + 1, seen + "\n"
    except OSError:  # the terminal closes when its last user ends
        pass
    finally:
        os.close(terminal)
        _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, seen
    assert asked == len(answers), seen
    return seen
