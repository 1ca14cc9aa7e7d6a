"""The hook `jdlint-fix` and `fix --staged`, under the real git, pre-commit and prek: what changes and what doesn't."""

from pathlib import Path

import pytest

from tests.repository import Repo, repository
from tests.running import jdlint
from tests.test_hooks import Hooked, _hooked, _own_environment, _tool, home  # noqa: F401 - fixtures of the hooks' tests

SETTINGS = {".jdlint.yaml": "profile: strict\nselect: [text]\n"}
BOSS = "title: 销售总监 # 集团任命\nreports_to: 无\nduties:\n  - 每月审核城市销售报表\n  - 每周召开销售例会\n"
CITY = "title: 城市经理\nreports_to: 销售总监\nduties:\n  - 每周拜访重点客户三家\n"
SLIP = CITY.replace("三家", "三家,,并登记")
MENDED = CITY.replace("三家", "三家,并登记")
FILES = {**SETTINGS, "roles/org.yaml": "roots: [销售总监]\n", "roles/boss.yaml": BOSS, "roles/city.yaml": CITY}


@pytest.fixture(params=["pre-commit", "prek"])
def either(request: pytest.FixtureRequest, tmp_path: Path, home: Path) -> Hooked:  # noqa: F811 - the fixture
    return _hooked(tmp_path / "仓库", _tool(request.param), home, FILES, "jdlint-fix")


def read(repo: Repo, file: str) -> str:
    return (repo.folder / file).read_text(encoding="utf-8")


def test_the_hook_fails_where_it_changed_a_file_and_passes_once_that_is_staged(either: Hooked) -> None:
    either.repo.stage({"roles/city.yaml": SLIP})
    said = either.commit()
    assert said.code == 1
    assert "roles/city.yaml:4:15" in said.text
    assert read(either.repo, "roles/city.yaml") == MENDED
    either.repo.git("add", "roles/city.yaml")
    said = either.commit()
    assert said.code == 0, said.text
    assert either.repo.git("show", "HEAD:roles/city.yaml") == MENDED.strip()


def test_files_that_are_not_staged_are_left_alone(either: Hooked) -> None:
    slipped = BOSS.replace("例会", "例会,,")
    either.repo.commit({"roles/boss.yaml": slipped})
    either.repo.write({"roles/new.yaml": SLIP.replace("城市", "区域"), "notes.yaml": "a: b,,c\n"})
    either.repo.stage({"roles/city.yaml": SLIP, "compose.yaml": "服务：\n  镜像: 库存,,库\n"})
    assert either.commit().code == 1
    assert read(either.repo, "roles/boss.yaml") == slipped
    assert read(either.repo, "roles/new.yaml") == SLIP.replace("城市", "区域")
    assert read(either.repo, "compose.yaml") == "服务：\n  镜像: 库存,,库\n"
    assert either.repo.git("status", "--porcelain", "--", "roles/city.yaml", "compose.yaml") == (
        "A  compose.yaml\nMM roles/city.yaml"
    )


def test_an_edit_that_is_not_staged_survives(either: Hooked) -> None:
    either.repo.stage({"roles/boss.yaml": BOSS.replace("报表", "报表,,")})
    unstaged = BOSS.replace("报表", "报表,,") + "notes: [另行通知]\n"
    either.repo.write({"roles/boss.yaml": unstaged})
    assert either.commit().code == 1
    after = read(either.repo, "roles/boss.yaml")
    assert after.endswith("notes: [另行通知]\n")
    assert after in (unstaged, unstaged.replace(",,", ""), unstaged.replace(",,", ","))


def test_commits_without_roles_pass_at_once(either: Hooked) -> None:
    either.repo.stage({"readme.md": "x,,y\n"})
    said = either.commit()
    assert said.code == 0, said.text
    assert read(either.repo, "readme.md") == "x,,y\n"


def test_what_cannot_be_fixed_does_not_stop_the_commit(either: Hooked) -> None:
    either.repo.stage({"roles/city.yaml": CITY.replace("三家", "（三家")})
    said = either.commit()
    assert said.code == 0, said.text


def test_all_files_are_fixed_where_nothing_is_staged(either: Hooked) -> None:
    either.repo.commit({"roles/city.yaml": SLIP})
    assert either.run("--all-files").code == 1
    assert read(either.repo, "roles/city.yaml") == MENDED
    either.repo.git("add", ".")
    assert either.run("--all-files").code == 0


def test_a_file_that_is_staged_in_part_is_not_touched(tmp_path: Path) -> None:
    repo = repository(tmp_path, FILES)
    repo.stage({"roles/city.yaml": SLIP})
    repo.write({"roles/city.yaml": SLIP + "notes: [另行通知]\n"})
    run = jdlint("fix", "--staged", "--lang", "en", cwd=tmp_path)
    assert "roles/city.yaml has changes that aren't staged" in run.out
    assert read(repo, "roles/city.yaml") == SLIP + "notes: [另行通知]\n"
    assert repo.git("show", ":roles/city.yaml") == SLIP.strip()


def test_what_is_staged_counts_and_not_what_lies_beside_it(tmp_path: Path) -> None:
    repo = repository(tmp_path, FILES)
    repo.stage({"roles/city.yaml": SLIP})
    repo.write({".jdlint.yaml": "profile: core\n"})
    jdlint("fix", "--staged", cwd=tmp_path)
    assert read(repo, "roles/city.yaml") == MENDED


def test_check_fixes_the_disk_alone(tmp_path: Path) -> None:
    repository(tmp_path, FILES)
    run = jdlint("check", "--staged", "--fix", cwd=tmp_path)
    assert run.code == 2
    assert "--fix works on the disk" in run.err
