"""The hooks that ship, under the real pre-commit and prek, in real repositories: what passes, and what is told."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.repository import Repo, environment, repository
from tests.running import ROOT
from tests.test_staged import BOSS, CITY, SOUND, STRAY

HOOKS = ROOT / ".pre-commit-hooks.yaml"
CONFIG = ".pre-commit-config.yaml"
UNKNOWN = "reporting/unknown-superior"
SETTINGS = {".jdlint.yaml": f"select: [{UNKNOWN}]\n"}
IDLE = "Nothing that changed concerns role definitions, settings or rules."


def _tool(name: str) -> str:
    """Find pre-commit or prek beside the Python that runs the tests."""
    path = shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    if path is None:
        pytest.skip(f"{name} isn't installed")
    return path


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold what pre-commit and prek keep, once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@dataclass(frozen=True)
class Said:
    """What a commit or a run of the hooks gave."""

    code: int
    text: str


@dataclass(frozen=True)
class Hooked:
    """A repository whose commits go through a hook."""

    repo: Repo
    tool: str

    def commit(self, *arguments: str, cwd: str = ".") -> Said:
        """Commit through the hook."""
        return self._run("git", "commit", "-q", "-m", "x", *arguments, cwd=cwd)

    def merge(self, *arguments: str) -> Said:
        """Merge through the hook."""
        return self._run("git", "merge", "-q", *arguments)

    def run(self, *arguments: str, cwd: str = ".") -> Said:
        """Run the hooks by hand, as CI does."""
        return self._run(self.tool, "run", *arguments, cwd=cwd)

    def _run(self, *command: str, cwd: str = ".") -> Said:
        done = subprocess.run(
            command,
            cwd=self.repo.folder / cwd,
            env=self.repo.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        return Said(done.returncode, done.stdout.decode())


def _here(hook: dict[str, object]) -> dict[str, object]:
    """Give a hook as it ships, but run with the jdlint under test."""
    words = str(hook["entry"]).split()
    return hook | {"language": "system", "entry": " ".join((sys.executable, "-m", *words))}


def _hooked(folder: Path, tool: str, home: Path, files: dict[str, str] | None = None, hook: str = "jdlint") -> Hooked:
    shipped = {each["id"]: each for each in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}
    config = {"repos": [{"repo": "local", "hooks": [_here(shipped[hook])]}]}
    repo = repository(folder, files)
    repo.environment.update(PRE_COMMIT_HOME=str(home), PREK_HOME=str(home / "prek"), LANG="C.UTF-8", LC_ALL="C.UTF-8")
    repo.environment.pop("SKIP", None)
    written = {CONFIG: yaml.safe_dump(config)}
    if files:
        repo.commit(written)
    else:
        repo.stage(written)
    hooked = Hooked(repo, tool)
    types = ("pre-commit", "pre-merge-commit")
    subprocess.run(
        [tool, "install", *(word for kind in types for word in ("--hook-type", kind))],
        cwd=repo.folder, env=repo.environment, check=True, capture_output=True,
    )  # fmt: skip
    return hooked


@pytest.fixture(params=["pre-commit", "prek"])
def either(request: pytest.FixtureRequest, tmp_path: Path, home: Path) -> Hooked:
    return _hooked(tmp_path / "仓库", _tool(request.param), home, SOUND | SETTINGS)


@pytest.fixture
def hooked(tmp_path: Path, home: Path) -> Hooked:
    return _hooked(tmp_path / "repo", _tool("pre-commit"), home, SOUND | SETTINGS)


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in set(os.environ) - set(environment()):
        monkeypatch.delenv(name)


def test_a_sound_edit_passes_and_what_was_checked_is_said(hooked: Hooked) -> None:
    hooked.repo.stage({"roles/city.yaml": CITY + "unit: 办事处\n"})
    said = hooked.commit()
    assert said.code == 0, said.text
    assert "对照：HEAD。" in said.text


def test_a_commit_that_only_deletes_is_checked(either: Hooked) -> None:
    either.repo.git("rm", "-q", "roles/boss.yaml")
    said = either.commit()
    assert said.code == 1
    assert UNKNOWN in said.text
    assert either.repo.git("log", "--oneline").count("\n") == 1


def test_renaming_a_superior_fails_until_its_subordinates_follow(hooked: Hooked) -> None:
    hooked.repo.git("mv", "roles/boss.yaml", "roles/区域.yaml")
    hooked.repo.stage(
        {"roles/区域.yaml": BOSS.replace("销售总监", "区域负责人"), "roles/org.yaml": "roots: [区域负责人]\n"}
    )
    assert UNKNOWN in hooked.commit().text
    hooked.repo.stage({"roles/city.yaml": CITY.replace("销售总监", "区域负责人")})
    said = hooked.commit()
    assert said.code == 0, said.text


def test_an_untracked_file_cant_make_a_commit_pass(either: Hooked) -> None:
    either.repo.stage({"roles/业务代表.yaml": STRAY})
    either.repo.write({"roles/区域经理.yaml": "title: 区域经理\nreports_to: 销售总监\nduties: [每月巡访城市3个]\n"})
    said = either.commit()
    assert said.code == 1
    assert "roles/业务代表.yaml:2:13" in said.text


def test_only_what_is_staged_of_a_file_counts(hooked: Hooked) -> None:
    hooked.repo.stage({"roles/city.yaml": CITY + "unit: 办事处\n"})
    hooked.repo.write({"roles/city.yaml": CITY.replace("销售总监", "区域经理")})
    said = hooked.commit()
    assert said.code == 0, said.text
    assert "区域经理" in (hooked.repo.folder / "roles/city.yaml").read_text(encoding="utf-8")


def test_other_commits_are_answered_at_once(hooked: Hooked) -> None:
    hooked.repo.stage({"readme.md": "x"})
    said = hooked.commit()
    assert said.code == 0, said.text
    assert IDLE in said.text


def test_all_files_checks_the_whole_index(either: Hooked) -> None:
    assert either.run("--all-files").code == 0
    either.repo.commit({"roles/rep.yaml": STRAY})
    said = either.run("--all-files")
    assert said.code == 1
    assert UNKNOWN in said.text


def test_two_commits_are_compared_though_neither_is_checked_out(either: Hooked) -> None:
    either.repo.git("switch", "-qc", "topic")
    first = either.repo.commit({"roles/rep.yaml": STRAY})
    last = either.repo.commit({"roles/city.yaml": CITY + "unit: 办事处\n"})
    either.repo.git("switch", "-q", "main")
    said = either.run("--from-ref", "main", "--to-ref", last)
    assert said.code == 1, said.text
    assert UNKNOWN in said.text
    said = either.run("--from-ref", first, "--to-ref", last)
    assert said.code == 0, said.text
    assert "1 个原有的问题未显示。" in said.text


def test_the_first_commit_of_a_repository_is_checked(tmp_path: Path, home: Path) -> None:
    new = _hooked(tmp_path / "new", _tool("pre-commit"), home)
    new.repo.stage({**SOUND, **SETTINGS, "roles/rep.yaml": STRAY})
    assert new.commit().code == 1
    new.repo.git("rm", "-qf", "roles/rep.yaml")
    said = new.commit()
    assert said.code == 0, said.text


def test_amending_is_checked_and_rewording_isnt_blamed_for_what_was_there(hooked: Hooked) -> None:
    hooked.repo.commit({"roles/rep.yaml": STRAY})
    said = hooked.commit("--amend")
    assert said.code == 0, said.text
    assert "1 个原有的问题未显示。" in said.text
    hooked.repo.stage({"roles/agent.yaml": STRAY.replace("业务代表", "代理")})
    assert hooked.commit("--amend").code == 1


def test_commit_all_reads_the_index_that_git_prepares(hooked: Hooked) -> None:
    hooked.repo.write({"roles/city.yaml": CITY.replace("销售总监", "区域经理")})
    assert hooked.commit("-a").code == 1
    assert hooked.repo.git("diff", "--cached") == ""
    assert hooked.commit("roles/city.yaml").code == 1


def test_a_file_that_is_only_meant_to_be_added_is_left_out(hooked: Hooked) -> None:
    hooked.repo.write({"roles/rep.yaml": STRAY})
    hooked.repo.git("add", "-N", "roles/rep.yaml")
    hooked.repo.stage({"roles/city.yaml": CITY + "unit: 办事处\n"})
    said = hooked.commit()
    assert said.code == 0, said.text


def test_a_commit_from_a_folder_below_is_the_same(hooked: Hooked) -> None:
    hooked.repo.stage({"roles/rep.yaml": STRAY, "docs/x.md": "x"})
    assert hooked.commit(cwd="docs").code == 1


def test_a_merge_is_answerable_for_what_neither_side_had(hooked: Hooked) -> None:
    hooked.repo.git("switch", "-qc", "other")
    hooked.repo.commit({"roles/old.yaml": STRAY})
    hooked.repo.git("switch", "-q", "main")
    hooked.repo.commit({"roles/rep.yaml": STRAY.replace("业务代表", "代理").replace("区域经理", "城市经理")})
    said = hooked.merge("--no-ff", "-m", "x", "other")
    assert said.code == 0, said.text
    hooked.repo.git("switch", "-qc", "third", "HEAD^")
    hooked.repo.git("rm", "-q", "roles/city.yaml")
    hooked.repo.git("commit", "-qn", "-m", "x")
    hooked.repo.git("switch", "-q", "main")
    hooked.repo.git("reset", "-q", "--hard", "HEAD^2")
    hooked.repo.commit({"roles/second.yaml": STRAY.replace("区域经理", "城市经理").replace("业务代表", "导购")})
    said = hooked.merge("--no-ff", "-m", "x", "third")
    assert said.code != 0
    assert "roles/second.yaml" in said.text


def test_a_linked_worktree_is_checked_by_its_own_index(hooked: Hooked, tmp_path: Path) -> None:
    hooked.repo.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = Hooked(Repo(tmp_path / "side", hooked.repo.environment), hooked.tool)
    side.repo.stage({"roles/rep.yaml": STRAY})
    assert side.commit().code == 1
    hooked.repo.stage({"roles/city.yaml": CITY + "unit: 办事处\n"})
    assert hooked.commit().code == 0


def test_five_thousand_files_are_one_organisation(hooked: Hooked) -> None:
    many = {f"roles/{number:04}.yaml": f"title: 岗位{number:04}\nreports_to: 销售总监\n" for number in range(5000)}
    hooked.repo.write(many)
    hooked.repo.git("add", "roles")
    said = hooked.commit()
    assert said.code == 0, said.text[-2000:]
    hooked.repo.git("rm", "-q", "roles/boss.yaml")
    said = hooked.commit()
    assert said.code == 1
    assert said.text.count(f"[{UNKNOWN}]") == 5001


def test_the_full_hook_fails_on_what_was_there_before(tmp_path: Path, home: Path) -> None:
    files = {**SOUND, **SETTINGS, "roles/rep.yaml": STRAY}
    full = _hooked(tmp_path / "full", _tool("pre-commit"), home, files, "jdlint-full")
    full.repo.stage({"readme.md": "x"})
    full.repo.write({"roles/rep.yaml": STRAY.replace("区域经理", "城市经理")})
    said = full.commit()
    assert said.code == 1
    assert UNKNOWN in said.text


def test_the_settings_hook_reads_the_index_and_proves_own_rules(tmp_path: Path, home: Path) -> None:
    rule = (ROOT / "tests/cases/own-rule.yaml").read_text(encoding="utf-8")
    files = {".jdlint.yaml": "rules: [hr]\n", "hr/seizing.yaml": rule}
    settings = _hooked(tmp_path / "settings", _tool("pre-commit"), home, files, "jdlint-config")
    settings.repo.stage({"readme.md": "x"})
    said = settings.commit()
    assert said.code == 0, said.text
    assert "2 examples, 0 failed" in said.text
    settings.repo.stage({"hr/seizing.yaml": rule.replace("[狠抓]", "[大抓]")})
    settings.repo.write({"hr/seizing.yaml": rule})
    assert "expected duties[0]; found nothing" in settings.commit().text
    settings.repo.git("checkout", "-q", "HEAD", ".")
    settings.repo.stage({".jdlint.yaml": "profil: strict\n"})
    assert "Did you mean `profile`?" in settings.commit().text


def test_every_hook_sees_whole_organisations_and_speaks_when_it_passes() -> None:
    for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")):
        assert hook["pass_filenames"] is False
        assert hook["always_run"] is hook["require_serial"] is hook["verbose"] is True
        assert hook["language"] == "python"


def _snippets(language: str) -> list[str]:
    text = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _with_jdlint_on_the_path(repo: Repo) -> None:
    repo.environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{repo.environment['PATH']}"


@pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")
def test_the_plain_hook_of_the_guide_works(tmp_path: Path) -> None:
    plain = Hooked(repository(tmp_path / "plain", SOUND | SETTINGS), "git")
    _with_jdlint_on_the_path(plain.repo)
    [script] = _snippets("sh")
    hook = plain.repo.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(script)
    hook.chmod(0o755)
    plain.repo.git("rm", "-q", "roles/boss.yaml")
    assert UNKNOWN in plain.commit().text
    plain.repo.git("reset", "-q", "--hard")
    plain.repo.stage({"readme.md": "x"})
    assert plain.commit().code == 0


def test_the_local_hook_of_the_guide_works(tmp_path: Path, home: Path) -> None:
    local = _hooked(tmp_path / "local", _tool("pre-commit"), home, SOUND | SETTINGS)
    _with_jdlint_on_the_path(local.repo)
    _, config = _snippets("yaml")
    local.repo.commit({CONFIG: config})
    local.repo.git("rm", "-q", "roles/boss.yaml")
    assert UNKNOWN in local.commit().text


def test_the_guide_names_every_hook() -> None:
    text = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
    for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")):
        assert f"| `{hook['id']}` | `{hook['entry']}` |" in text


def test_the_hooks_install_from_their_repository(tmp_path: Path, home: Path) -> None:
    tool = _tool("pre-commit")
    index = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(tmp_path / "x"), "hatchling"]
    if subprocess.run(index, capture_output=True, check=False).returncode:
        pytest.skip("no package index to install from")
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout to install from")
    names = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(["git", *names], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    source = repository(tmp_path / "jdlint")
    for name in listed:
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/")):
            (source.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source.folder / name)
    source.git("add", ".")
    source.git("commit", "-qm", "x")
    user = repository(tmp_path / "user", SOUND)
    user.stage({"roles/rep.yaml": STRAY})
    done = subprocess.run(
        [tool, "try-repo", str(source.folder), "jdlint", "--verbose"],
        cwd=user.folder, env=user.environment | {"PRE_COMMIT_HOME": str(home)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout.decode()
    assert UNKNOWN in done.stdout.decode()
