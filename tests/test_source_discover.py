"""Proves which files a run reads: whole organisations, never more, never dependent on the working directory."""

import os
import sys
from pathlib import Path

import pytest

from jdlint.config import Config
from jdlint.errors import NothingToCheckError, UsageError
from jdlint.pipeline import Outcome, Request, check
from jdlint.source.discover import Found, Project, discover
from jdlint.source.view import DISK, Overlay
from tests.running import jdlint, write

ROLE = "title: 城市经理\nduties: [每周拜访经销商3家]\n"
ORG = "name: x\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    return write(
        folder, {".jdlint.yaml": "", "roles/a.yaml": ROLE, "roles/sales/org.yaml": ORG, "roles/sales/b.yaml": ROLE}
    )


def _found(*paths: Path) -> Project:
    return discover([str(path) for path in paths])


def _shown(*paths: Path) -> list[str]:
    return [file.shown for file in _found(*paths).files]


def _file(project: Project, shown: str) -> Found:
    return next(file for file in project.files if file.shown == shown)


def _outcome(*paths: Path) -> Outcome:
    return check(Request(tuple(map(str, paths)), "2026-01-01", Config()))


def test_the_nearest_org_yaml_names_the_organisation(project: Path) -> None:
    write(project, {"roles/org.yml": ORG, "roles/sales/deep/c.yaml": ROLE})
    found = _found(project)
    assert {file.shown: file.organisation for file in found.files} == {
        "roles/a.yaml": "roles",
        "roles/org.yml": "roles",
        "roles/sales/b.yaml": "roles/sales",
        "roles/sales/deep/c.yaml": "roles/sales",
        "roles/sales/org.yaml": "roles/sales",
    }
    assert [file.shown for file in found.files if file.is_org] == ["roles/org.yml", "roles/sales/org.yaml"]


def test_a_folder_roles_is_an_organisation_without_an_org_yaml(project: Path) -> None:
    found = _found(project / "roles" / "a.yaml")
    assert [(file.shown, file.organisation, file.is_role_file) for file in found.files] == [
        ("roles/a.yaml", "roles", True)
    ]


def test_a_file_brings_its_whole_organisation_and_no_other(project: Path) -> None:
    write(project, {"roles/sales/deep/c.yaml": ROLE, "roles/buying/org.yaml": ORG, "roles/buying/d.yaml": ROLE})
    found = _found(project / "roles" / "sales" / "b.yaml")
    assert [(file.shown, file.is_target) for file in found.files] == [
        ("roles/sales/b.yaml", True),
        ("roles/sales/deep/c.yaml", False),
        ("roles/sales/org.yaml", False),
    ]


def test_naming_everything_and_naming_one_file_join_the_same_organisation(project: Path) -> None:
    write(project, {"roles/sales/deep/c.yaml": ROLE})
    whole = {file.shown for file in _found(project).files if file.organisation == "roles/sales"}
    assert set(_shown(project / "roles" / "sales" / "deep" / "c.yaml")) == whole


@pytest.mark.parametrize("named", ["unit/a.yaml", "unit", "c.yaml", "unit/deep/b.yaml", "."])
def test_without_a_marker_a_path_brings_the_organisation_of_the_org_yaml_above_it(tmp_path: Path, named: str) -> None:
    write(tmp_path, {"org.yaml": ORG, "unit/a.yaml": ROLE, "unit/deep/b.yaml": ROLE, "c.yaml": ROLE})
    found = _found(tmp_path / named)
    assert [file.shown for file in found.files] == ["c.yaml", "org.yaml", "unit/a.yaml", "unit/deep/b.yaml"]
    assert {file.organisation for file in found.files} == {""}
    assert all(file.is_role_file for file in found.files)


@pytest.mark.parametrize("marker", [".git", ".jdlint.yaml"])
def test_the_nearest_marker_above_all_paths_is_the_root(tmp_path: Path, marker: str) -> None:
    write(tmp_path, {f"{marker}/x" if marker == ".git" else marker: "", "a/b/roles/x.yaml": ROLE, "a/c/y.yaml": ROLE})
    assert _found(tmp_path / "a" / "b" / "roles" / "x.yaml", tmp_path / "a" / "c").root == str(tmp_path)


def test_settings_in_pyproject_mark_a_root_and_another_pyproject_does_not(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.jdlint]\n", "a/pyproject.toml": "[tool.ruff]\n", "a/roles/x.yaml": ROLE})
    assert _found(tmp_path / "a" / "roles").root == str(tmp_path)


def test_without_a_marker_findings_read_roles_slash(tmp_path: Path) -> None:
    write(tmp_path, {"roles/sales/x.yaml": ROLE})
    assert _shown(tmp_path / "roles" / "sales" / "x.yaml") == ["roles/sales/x.yaml"]


def test_two_folders_of_which_one_name_begins_the_other_stay_apart(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.yaml": ROLE, "ab/y.yaml": ROLE, "ab/sub/z.yaml": ROLE})
    found = _found(tmp_path / "a", tmp_path / "ab")
    assert {file.shown: file.organisation for file in found.files} == {
        "a/x.yaml": "a",
        "ab/sub/z.yaml": "ab",
        "ab/y.yaml": "ab",
    }


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"ab/y.yaml": ROLE, "ab/sub/z.yaml": ROLE, "c/x.yaml": ROLE})
    paths = [tmp_path / "ab", tmp_path / "ab" / "sub", tmp_path / "c"]
    assert _found(*paths) == _found(*reversed(paths)) == _found(paths[1], paths[0], paths[2], paths[1])


def test_outside_roles_only_mappings_with_a_title_are_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/x": "",
            "jobs/a.yaml": ROLE,
            "jobs/b.yml": "崗位名稱: 經理\n職責: [拜訪客戶]\n",
            "jobs/c.yaml": "roles:\n  - title: x\n",
            "jobs/compose.yaml": "services: {web: {image: x}}\n",
            "jobs/list.yaml": "- title: x\n",
            "jobs/broken.yaml": "a: [\n",
            "jobs/readme.md": "title: x",
        },
    )
    outcome = _outcome(tmp_path / "jobs")
    assert outcome.files == ("jobs/a.yaml", "jobs/b.yml", "jobs/c.yaml")
    assert [skipped.file for skipped in outcome.skipped] == ["jobs/broken.yaml", "jobs/compose.yaml", "jobs/list.yaml"]


def test_below_roles_and_below_an_org_yaml_every_yaml_is_a_role_file(tmp_path: Path) -> None:
    write(tmp_path, {".git/x": "", "roles/x.yaml": "a: 1\n", "jobs/org.yaml": ORG, "jobs/deep/y.yml": "b: 1\n"})
    outcome = _outcome(tmp_path)
    assert outcome.files == ("jobs/deep/y.yml", "jobs/org.yaml", "roles/x.yaml")
    assert outcome.skipped == ()


def test_a_file_that_is_named_must_hold_a_role_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, {".git/x": "", "compose.yaml": "services: {}\n", "role.txt": ROLE})
    assert _file(_found(tmp_path / "compose.yaml"), "compose.yaml").is_role_file
    assert _file(_found(tmp_path / "role.txt"), "role.txt").is_role_file


def test_hidden_and_foreign_folders_are_passed_over_unless_named(project: Path) -> None:
    write(project, {f"roles/{name}/x.yaml": ROLE for name in (".hidden", "node_modules", "venv", "__pycache__")})
    write(project, {"roles/.x.yaml": ROLE})
    assert _shown(project) == ["roles/a.yaml", "roles/sales/b.yaml", "roles/sales/org.yaml"]
    assert _file(_found(project / "roles" / ".hidden"), "roles/.hidden/x.yaml").is_target


def test_a_link_out_of_the_root_is_refused_in_words_and_one_inside_is_read(project: Path, tmp_path: Path) -> None:
    write(tmp_path, {"outside.yaml": ROLE, "elsewhere/x.yaml": ROLE, "project-twin/y.yaml": ROLE})
    (project / "roles" / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    (project / "roles" / "twin.yaml").symlink_to(tmp_path / "project-twin" / "y.yaml")
    (project / "roles" / "folder").symlink_to(tmp_path / "elsewhere")
    (project / "roles" / "in.yaml").symlink_to("a.yaml")
    refused = {file.shown: file.refused for file in _found(project).files}
    assert refused == {
        "roles/a.yaml": "",
        "roles/folder": "linked-folder",
        "roles/in.yaml": "",
        "roles/out.yaml": "outside",
        "roles/sales/b.yaml": "",
        "roles/sales/org.yaml": "",
        "roles/twin.yaml": "outside",
    }
    unreadable = [found for found in _outcome(project).findings.shown if found.rule == "syntax/unreadable"]
    assert [found.place.file for found in unreadable] == ["roles/folder", "roles/out.yaml", "roles/twin.yaml"]


def test_a_linked_folder_counts_only_where_roles_stand_and_its_files_arent_met(project: Path, tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/x.yaml": ROLE})
    (project / "data").symlink_to(tmp_path / "elsewhere")
    (project / "roles" / "again").symlink_to("sales")
    assert all(not file.refused for file in _found(project).files)
    assert [file.shown for file in _found(project / "roles" / "sales").files if file.refused] == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that its owner can't read")
def test_a_folder_that_cant_be_looked_into_is_a_finding(project: Path) -> None:
    write(project, {"roles/closed/x.yaml": ROLE})
    (project / "roles" / "closed").chmod(0)
    try:
        found = [each.place.file for each in _outcome(project).findings.shown if each.rule == "syntax/unreadable"]
    finally:
        (project / "roles" / "closed").chmod(0o700)
    assert found == ["roles/closed"]


def test_a_loop_of_linked_folders_ends(project: Path) -> None:
    (project / "roles" / "again").symlink_to(project)
    assert _shown(project) == ["roles/a.yaml", "roles/sales/b.yaml", "roles/sales/org.yaml"]


def test_a_pipe_and_a_dead_link_are_reported_and_never_waited_for(project: Path) -> None:
    os.mkfifo(project / "roles" / "pipe.yaml")
    (project / "roles" / "dead.yaml").symlink_to("nowhere.yaml")
    assert DISK.read(str(project / "roles" / "pipe.yaml"), 10) == "not-a-file"
    assert DISK.read(str(project / "roles" / "dead.yaml"), 10) == "gone"
    assert DISK.read(str(project / "roles"), 10) == "not-a-file"
    outcome = _outcome(project)
    assert {"roles/pipe.yaml", "roles/dead.yaml"} <= set(outcome.files)


def test_a_view_takes_memory_before_the_disk_and_no_more_than_it_may(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * 200_000)
    assert Overlay({str(path): b"held"}, DISK).read(str(path), 10) == b"held"
    assert len(DISK.read(str(path), 300_000)) == 200_000
    assert len(DISK.read(str(path), 100_000)) == 100_001


def test_a_folder_named_like_a_file_is_searched(project: Path) -> None:
    write(project, {"roles/odd.yaml/x.yaml": ROLE})
    assert "roles/odd.yaml/x.yaml" in _shown(project)


def test_a_text_in_memory_counts_as_a_file(project: Path) -> None:
    new = str(project / "roles" / "sales" / "new.yaml")
    found = discover([str(project / "roles" / "a.yaml"), new], Overlay({new: b""}, DISK))
    assert [file.shown for file in found.files if file.is_target] == ["roles/a.yaml", "roles/sales/new.yaml"]
    assert "roles/sales/b.yaml" in [file.shown for file in found.files]


def test_a_missing_path_is_an_error_that_names_it(project: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.yaml"):
        _found(project / "roles", project / "gone.yaml")


def test_a_folder_without_role_files_never_looks_like_success(tmp_path: Path) -> None:
    write(tmp_path, {".git/x": "", "jobs/readme.md": "x"})
    with pytest.raises(NothingToCheckError):
        _outcome(tmp_path / "jobs")


def test_blanks_quotes_and_chinese_in_names_are_kept(tmp_path: Path) -> None:
    write(tmp_path, {".git/x": "", "roles/销售 部/城市 '经理'.yaml": ROLE})
    assert _shown(tmp_path) == ["roles/销售 部/城市 '经理'.yaml"]


@pytest.mark.parametrize("place", [".", "roles", "roles/sales"])
def test_the_result_is_independent_of_the_working_directory(
    project: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_outside = _found(project / "roles")
    monkeypatch.chdir(project / place)
    assert discover([os.path.relpath(project / "roles")]) == from_outside
    assert discover([f"{os.path.relpath(project)}/roles/../roles/"]) == from_outside


def test_the_command_prints_the_same_from_everywhere(project: Path) -> None:
    arguments = ("check", "--isolated", "--as-of", "2026-01-01", "--format", "json")
    first = jdlint(*arguments, str(project / "roles"), cwd=project.parent)
    assert first.code in (0, 1)
    assert jdlint(*arguments, "roles", cwd=project) == first
    assert jdlint(*arguments, "..", cwd=project / "roles" / "sales") == first
