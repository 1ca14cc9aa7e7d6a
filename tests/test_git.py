"""Asks real repositories: the index and commits as git keeps them, whatever the disk holds, and nothing is ever run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdlint import git
from jdlint.errors import GitError
from jdlint.git import Blobs, Repository
from jdlint.source.discover import discover
from jdlint.source.view import Tree
from tests.repository import Repo, repository

ROLE = "title: 城市经理\nduties: [每周拜访经销商3家]\n"


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return repository(tmp_path / "仓库 one", {"roles/a.yaml": ROLE, "roles/销售/b '1'.yaml": ROLE, "readme.md": "x"})


@pytest.fixture
def found(repo: Repo) -> Repository:
    return git.find(str(repo.folder))


def _paths(repository: Repository, state: str) -> list[str]:
    return [entry.path for entry in git.files(repository, state)]


def _moves(repository: Repository, base: str, head: str = git.INDEX) -> list[tuple[str, str]]:
    return [
        (change.before.path if change.before else "", change.after.path if change.after else "")
        for change in git.changes(repository, base, head)
    ]


@pytest.fixture
def blobs(found: Repository) -> Iterator[Blobs]:
    asked = Blobs(found)
    yield asked
    asked.close()


def _index(repo: Repo, blobs: Blobs) -> Tree:
    found = git.find(str(repo.folder))
    return Tree(found.top, git.files(found, git.INDEX), blobs)


def test_index_and_commit_list_names_as_they_are(found: Repository) -> None:
    names = ["readme.md", "roles/a.yaml", "roles/销售/b '1'.yaml"]
    assert sorted(_paths(found, git.INDEX)) == sorted(_paths(found, "HEAD")) == names


def test_the_repository_is_found_from_a_folder_below_and_missed_outside(repo: Repo, tmp_path: Path) -> None:
    assert git.find(str(repo.folder / "roles")).top == str(repo.folder)
    with pytest.raises(GitError, match="not a git repository"):
        git.find(str(tmp_path))


def test_deleted_moved_edited_and_new_files_are_told_apart(repo: Repo, found: Repository) -> None:
    repo.git("mv", "roles/a.yaml", "roles/销售/moved.yaml")
    repo.git("rm", "-q", "readme.md")
    repo.stage({"roles/new.yaml": "title: x\n"})
    told = sorted(_moves(found, "HEAD"))
    assert told == [("", "roles/new.yaml"), ("readme.md", ""), ("roles/a.yaml", "roles/销售/moved.yaml")]


def test_the_index_is_read_and_not_the_disk(repo: Repo, blobs: Blobs) -> None:
    repo.stage({"roles/a.yaml": "title: staged\n"})
    repo.write({"roles/a.yaml": "title: on disk\n", "roles/ghost.yaml": ROLE})
    view = _index(repo, blobs)
    assert view.read(str(repo.folder / "roles" / "a.yaml"), 100) == b"title: staged\n"
    assert view.read(str(repo.folder / "roles" / "ghost.yaml"), 100) == "gone"
    assert [file.shown for file in discover([str(repo.folder)], view).files] == [
        "roles/a.yaml",
        "roles/销售/b '1'.yaml",
    ]


def test_a_file_that_is_only_meant_to_be_added_is_in_no_commit(repo: Repo, found: Repository) -> None:
    repo.write({"roles/later.yaml": ROLE})
    repo.git("add", "-N", "roles/later.yaml")
    assert "roles/later.yaml" not in _paths(found, git.INDEX)
    assert _moves(found, "HEAD") == []


def test_large_files_are_cut_and_the_next_one_is_read_right(repo: Repo, blobs: Blobs) -> None:
    repo.stage({"roles/a.yaml": "a" * 300_000, "roles/b.yaml": "b"})
    view = _index(repo, blobs)
    assert view.read(str(repo.folder / "roles" / "a.yaml"), 99) == b"a" * 100
    assert view.read(str(repo.folder / "roles" / "b.yaml"), 99) == b"b"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_within_the_tree_and_refused_outside(repo: Repo, blobs: Blobs) -> None:
    roles = repo.folder / "roles"
    (roles / "in.yaml").symlink_to("销售/b '1'.yaml")
    (roles / "out.yaml").symlink_to("/etc/hostname")
    (roles / "dead.yaml").symlink_to("nowhere.yaml")
    (roles / "round.yaml").symlink_to("round.yaml")
    (repo.folder / "team").symlink_to("roles/销售")
    repo.git("add", ".")
    view = _index(repo, blobs)
    refused = {file.shown: file.refused for file in discover([str(repo.folder)], view).files}
    assert refused == {
        "roles/a.yaml": "",
        "roles/dead.yaml": "",
        "roles/in.yaml": "",
        "roles/out.yaml": "outside",
        "roles/round.yaml": "",
        "roles/销售/b '1'.yaml": "",
    }
    assert view.read(str(roles / "round.yaml"), 100) == "gone"
    assert view.read(str(roles / "in.yaml"), 100) == ROLE.encode()
    assert view.read(str(roles / "dead.yaml"), 100) == "gone"
    assert view.is_folder(str(repo.folder / "team"))
    assert view.read(str(repo.folder / "team" / "b '1'.yaml"), 100) == ROLE.encode()


def test_a_submodule_is_a_gap_and_no_file(repo: Repo, blobs: Blobs) -> None:
    commit = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},roles/shared")
    view = _index(repo, blobs)
    assert view.gaps == (str(repo.folder / "roles" / "shared"),)
    assert not view.exists(str(repo.folder / "roles" / "shared"))
    assert "roles/shared" in [file.shown for file in discover([str(repo.folder / "roles" / "a.yaml")], view).files]


def test_conflicts_are_named_where_they_matter(repo: Repo, blobs: Blobs) -> None:
    repo.git("switch", "-qc", "other")
    repo.commit({"roles/a.yaml": "title: theirs\n"})
    repo.git("switch", "-q", "main")
    repo.commit({"roles/a.yaml": "title: ours\n"})
    repo.git("merge", "other", check=False)
    view = _index(repo, blobs)
    with pytest.raises(GitError, match=r"roles/a\.yaml is in conflict"):
        view.read(str(repo.folder / "roles" / "a.yaml"), 100)
    assert git.merged_commits(git.find(str(repo.folder))) == (repo.git("rev-parse", "other"),)


def test_the_index_of_a_hook_is_honoured(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    other = str(repo.folder / ".git" / "other-index")
    monkeypatch.setenv("GIT_INDEX_FILE", other)
    subprocess.run(["git", "read-tree", "HEAD"], cwd=repo.folder, check=True)
    subprocess.run(["git", "rm", "-q", "--cached", "readme.md"], cwd=repo.folder, check=True)
    found = git.find(str(repo.folder))
    assert "readme.md" not in _paths(found, git.INDEX)
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert "readme.md" in _paths(found, git.INDEX)


def test_a_linked_worktree_has_its_own_index(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "linked")
    linked = Repo(tmp_path / "linked")
    linked.stage({"roles/c.yaml": ROLE})
    found = git.find(str(linked.folder / "roles"))
    assert found.top == str(linked.folder)
    assert "roles/c.yaml" in _paths(found, git.INDEX)
    assert "roles/c.yaml" not in _paths(git.find(str(repo.folder)), git.INDEX)


def test_a_repository_without_commits_has_an_index(tmp_path: Path) -> None:
    repo = repository(tmp_path / "new")
    repo.stage({"a.yaml": ROLE})
    found = git.find(str(repo.folder))
    assert git.commit_of(found, "HEAD") == ""
    assert _moves(found, git.empty_tree(found)) == [("", "a.yaml")]


def test_sha256_repositories_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "wide"
    folder.mkdir()
    repo = Repo(folder)
    repo.git("init", "-q", "--object-format=sha256")
    repo.stage({"a.yaml": ROLE})
    assert _paths(git.find(str(folder)), git.INDEX) == ["a.yaml"]


def test_a_base_is_where_a_branch_grew_from(repo: Repo, found: Repository) -> None:
    start = repo.git("rev-parse", "HEAD")
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/c.yaml": ROLE})
    repo.git("switch", "-q", "main")
    repo.commit({"roles/d.yaml": ROLE})
    assert git.base_of(found, "main", "topic") == start


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "", " ", "roles/a.yaml", "HEAD:roles/a.yaml"])
def test_a_name_that_is_no_commit_is_an_error(found: Repository, name: str) -> None:
    with pytest.raises(GitError, match="no commit"):
        git.base_of(found, name, "HEAD")


def test_a_shallow_clone_says_how_to_deepen_it(repo: Repo, tmp_path: Path) -> None:
    start = repo.git("rev-parse", "HEAD")
    repo.commit({"roles/c.yaml": ROLE})
    repo.git("clone", "-q", "--depth=1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    with pytest.raises(GitError) as caught:
        git.base_of(git.find(str(tmp_path / "shallow")), start, "HEAD")
    assert "fetch-depth: 0" in caught.value.remedy.read("en")
    assert "git fetch --unshallow" in caught.value.remedy.read("en")


def test_histories_that_share_nothing_are_an_error(repo: Repo, found: Repository) -> None:
    repo.git("switch", "-q", "--orphan", "alone")
    repo.commit({"z.yaml": ROLE})
    with pytest.raises(GitError, match="shares no commit"):
        git.base_of(found, "main", "alone")


def test_a_content_that_is_not_here_is_an_error_and_nothing_is_fetched(repo: Repo, tmp_path: Path) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    source = f"file://{repo.folder}"
    repo.git("clone", "-q", "--filter=blob:none", "--no-checkout", source, str(tmp_path / "partial"))
    found = git.find(str(tmp_path / "partial"))
    blobs = Blobs(found)
    entry = next(git.files(found, "HEAD"))
    with pytest.raises(GitError, match="lacks"):
        blobs.read(entry.blob, 10)
    blobs.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")
def test_nothing_that_a_repository_brings_is_run(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    spy.chmod(0o755)
    for setting in (
        "core.fsmonitor", "diff.external", "diff.spy.textconv", "diff.spy.command", "filter.spy.clean",
        "filter.spy.smudge", "core.sshCommand", "core.pager", "core.editor", "alias.diff-index",
    ):  # fmt: skip
        repo.git("config", setting, str(spy))
    repo.git("config", "core.hooksPath", str(tmp_path / "hooks"))
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (tmp_path / "hooks").mkdir(exist_ok=True)
        (tmp_path / "hooks" / hook).symlink_to(spy)
    repo.write({".gitattributes": "*.yaml diff=spy filter=spy\n", "roles/a.yaml": "title: other\n"})
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(spy))
    (tmp_path / "ran").unlink(missing_ok=True)
    found = git.find(str(repo.folder))
    blobs = Blobs(found)
    tree = Tree(found.top, git.files(found, git.INDEX), blobs)
    assert tree.read(str(repo.folder / "roles" / "a.yaml"), 100) == ROLE.encode()
    blobs.close()
    list(git.changes(found, "HEAD", git.INDEX))
    list(git.changes(found, git.empty_tree(found), "HEAD"))
    assert not (tmp_path / "ran").exists()


def test_git_in_the_working_directory_is_never_the_one_that_runs(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write({"git": "#!/bin/sh\nexit 7\n"})
    (repo.folder / "git").chmod(0o755)
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    git.program.cache_clear()
    try:
        assert _paths(git.find("."), "HEAD")
    finally:
        git.program.cache_clear()


def test_without_git_the_error_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    git.program.cache_clear()
    with pytest.raises(GitError, match="git isn't installed"):
        git.find(str(tmp_path))
    git.program.cache_clear()
