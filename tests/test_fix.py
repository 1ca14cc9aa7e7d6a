"""`jdlint fix` on real files: what changes, what doesn't, what is taken back, and what is written where."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli.fix import execute
from tests.guide import follow
from tests.running import ROOT, Run, jdlint, write

CLERK = """\
# the post at the front
title: Clerk  # since 2019
reports_to: none
duties:
  - "Keep the visitor log,, and file it"  # every day
  # asked for by the auditor
  - File the the invoices
  - Count the stock
"""
MENDED = CLERK.replace("log,,", "log,").replace("the the", "the")


def fix(folder: Path, *arguments: str, stdin: bytes = b"") -> Run:
    return jdlint("fix", "--profile", "strict", "--lang", "en", *arguments, cwd=folder, stdin=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project with one role that has two slips."""
    return write(tmp_path, {".jdlint.yaml": "", "roles/clerk.yaml": CLERK})


def test_only_the_characters_in_question_change(folder: Path) -> None:
    run = fix(folder)
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == MENDED
    assert "fixed: roles/clerk.yaml:5:26: write “,” for “,,” [text/stray-mark]" in run.out
    assert "2 findings fixed in 1 file." in run.out


def test_second_run_changes_nothing(folder: Path) -> None:
    fix(folder)
    run = fix(folder)
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == MENDED
    assert "Nothing to fix." in run.out


@pytest.mark.parametrize("options", [["--diff"], ["--dry-run"]])
def test_looking_first_writes_nothing(folder: Path, options: list[str]) -> None:
    fix(folder, *options)
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == CLERK


def test_diff_is_what_git_applies(folder: Path) -> None:
    (folder / "roles/clerk.yaml").write_bytes(CLERK.rstrip("\n").replace("\n", "\r\n").encode())
    run = fix(folder, "--diff")
    assert run.code == 1
    subprocess.run(["git", "apply"], cwd=folder, input=run.out.encode(), check=True)
    assert (folder / "roles/clerk.yaml").read_bytes() == MENDED.rstrip("\n").replace("\n", "\r\n").encode()


def test_diff_without_changes_exits_0(folder: Path) -> None:
    fix(folder)
    run = fix(folder, "--diff")
    assert (run.code, run.out) == (0, "")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_survive(folder: Path, line_end: str, last: bool) -> None:  # noqa: FBT001 - a test's case
    def stored(text: str) -> bytes:
        return (text if last else text.rstrip("\n")).replace("\n", line_end).encode()

    (folder / "roles/clerk.yaml").write_bytes(stored(CLERK))
    fix(folder)
    assert (folder / "roles/clerk.yaml").read_bytes() == stored(MENDED)


def test_mixed_line_ends_and_byte_order_mark_survive(folder: Path) -> None:
    def stored(text: str) -> bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n", 3).encode()

    (folder / "roles/clerk.yaml").write_bytes(stored(CLERK))
    fix(folder, "--select", "text")
    assert (folder / "roles/clerk.yaml").read_bytes() == stored(MENDED)


def test_byte_order_mark_goes_as_the_one_change(folder: Path) -> None:
    (folder / "roles/clerk.yaml").write_bytes(b"\xef\xbb\xbf" + CLERK.encode())
    fix(folder, "--select", "syntax/encoding")
    assert (folder / "roles/clerk.yaml").read_bytes() == CLERK.encode()


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_permissions_survive(folder: Path, mode: int) -> None:
    (folder / "roles/clerk.yaml").chmod(mode)
    fix(folder)
    assert stat.S_IMODE((folder / "roles/clerk.yaml").stat().st_mode) == mode
    assert sorted(os.listdir(folder / "roles")) == ["clerk.yaml"]


def test_links_are_never_written(folder: Path) -> None:
    target = folder / "elsewhere.txt"
    (folder / "roles/clerk.yaml").rename(target)
    (folder / "roles/clerk.yaml").symlink_to(target)
    run = fix(folder)
    assert target.read_text(encoding="utf-8") == CLERK
    assert "roles/clerk.yaml is a link, and links are never written" in run.out


def test_files_outside_the_root_are_never_written(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"clerk.yaml": CLERK})
    project = write(tmp_path / "project", {".jdlint.yaml": "", "roles/a.yaml": "title: Cook\n"})
    (project / "roles/shared").symlink_to(outside)
    run = fix(project, "roles/a.yaml", "roles/shared/clerk.yaml")
    assert (outside / "clerk.yaml").read_text(encoding="utf-8") == CLERK
    assert "roles/shared/clerk.yaml lies outside the project" in run.out


def test_a_fix_that_couldnt_be_written_isnt_claimed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"roles/cook.yaml": CLERK.replace("Clerk", "Cook")})
    monkeypatch.chdir(folder)
    monkeypatch.setattr("jdlint.cli.fix.save", lambda path, *_: "full" if path.endswith("cook.yaml") else "")
    said: list[str] = []
    assert execute(["--profile", "strict", "--lang", "en", "roles"], said.append) == 2
    assert "fixed: roles/clerk.yaml:5:26" in said[0]
    assert "not fixed: roles/cook.yaml:5:26" in said[0]
    assert "2 findings fixed in 1 file." in said[0]
    assert "Left:" not in said[0]
    assert "roles/cook.yaml couldn't be written: No space left on device" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_read_only_files_are_left_alone(folder: Path) -> None:
    (folder / "roles/clerk.yaml").chmod(0o444)
    run = fix(folder)
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == CLERK
    assert "roles/clerk.yaml is read-only" in run.out


def test_only_named_files_change(folder: Path) -> None:
    write(folder, {"roles/cook.yaml": CLERK.replace("Clerk", "Cook")})
    fix(folder, "roles/clerk.yaml")
    assert (folder / "roles/cook.yaml").read_text(encoding="utf-8") == CLERK.replace("Clerk", "Cook")


def test_fix_that_needs_a_file_that_nobody_named_says_so(tmp_path: Path) -> None:
    files = {
        ".jdlint.yaml": "",
        "roles/head.yaml": "title: Head of Support\nreports_to: none\nmanages: [Team Leader]\n",
        "roles/lead.yaml": "title: Team Leader\nreports_to: Head of Support\nmanages: []\n",
        "roles/agent.yaml": "title: Support Agent\nreports_to: Team Leader\n",
    }
    write(tmp_path, files)
    run = fix(tmp_path, "--unsafe", "--select", "reporting/asymmetric", "roles/agent.yaml")
    assert "it would change roles/lead.yaml, which wasn't named" in run.out
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in files} == files


def test_fix_that_brings_another_finding_is_taken_back(tmp_path: Path) -> None:
    text = "title: Head of Support\nreports_to: none\nduties: [Answer 20 calls a day]\nmanages: []\n"
    agent = "title: Support Agent\nreports_to: Head of Support\nduties: [Answer 40 calls a day]\n"
    write(tmp_path, {".jdlint.yaml": "", "roles/head.yaml": text, "roles/agent.yaml": agent})
    run = fix(tmp_path, "--unsafe", "--select", "reporting/asymmetric")
    assert "undone: it would bring structure/missing-section" in run.out
    assert (tmp_path / "roles/head.yaml").read_text(encoding="utf-8") == text


def test_unsafe_fixes_wait_for_a_yes(folder: Path) -> None:
    write(folder, {"roles/clerk.yaml": "title: Clerk\nreports_to: none\nduties: [Seperate the files by year]\n"})
    assert "1 more has an unsafe fix" in fix(folder, "--select", "text/typo").out
    assert "Seperate" in (folder / "roles/clerk.yaml").read_text(encoding="utf-8")
    assert "1 finding fixed" in fix(folder, "--select", "text/typo", "--unsafe").out
    assert "Separate" in (folder / "roles/clerk.yaml").read_text(encoding="utf-8")


def test_accepted_findings_are_not_fixed(folder: Path) -> None:
    accepted = "accept:\n  - {rule: text/stray-mark, reason: quoted from the form, by: Head of Office}\n"
    (folder / "roles/clerk.yaml").write_text(CLERK + accepted, encoding="utf-8")
    fix(folder, "--select", "text/stray-mark")
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == CLERK + accepted


def test_exit_code_tells_what_is_left(folder: Path) -> None:
    assert fix(folder, "--fail-on", "info", "--select", "text").code == 0
    write(folder, {"roles/clerk.yaml": CLERK.replace("File the the", "File (the")})
    assert fix(folder, "--fail-on", "warning", "--select", "text").code == 1
    assert fix(folder, "--fail-on", "error", "--select", "text").code == 0


def test_hook_can_ask_for_a_failure_where_files_changed(folder: Path) -> None:
    options = ("--exit-non-zero-on-fix", "--fail-on", "never")
    assert [fix(folder, *options).code, fix(folder, *options).code] == [1, 0]


def test_nothing_to_fix_in_a_folder_without_roles_is_said(tmp_path: Path) -> None:
    assert fix(write(tmp_path, {".jdlint.yaml": "", "a.txt": ""})).code == 3


def test_editor_gets_the_text_back(folder: Path) -> None:
    run = fix(folder, "-", "--stdin-filename", "roles/clerk.yaml", stdin=b"\xef\xbb\xbf" + CLERK.encode())
    assert run.out == MENDED
    assert "fixed" in run.err
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == CLERK


def test_editor_gets_a_file_back_that_cannot_be_read(folder: Path) -> None:
    raw = "岗位名称: 押运员\n".encode("gb18030")
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "fix", "-", "--stdin-filename", "roles/clerk.yaml"],
        cwd=folder,
        input=raw,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, raw)


def test_all_colons_full_width_in_a_real_file(folder: Path) -> None:
    text = "岗位名称：文员\n直接上级：无\n岗位职责：\n  - 每日登记来访客户\n  - 说明：夜班除外\n"
    write(folder, {"roles/clerk.yaml": text})
    fix(folder)
    mended = (folder / "roles/clerk.yaml").read_text(encoding="utf-8")
    assert mended == "岗位名称: 文员\n直接上级: 无\n岗位职责:\n  - 每日登记来访客户\n  - 说明：夜班除外\n"


def test_moved_entry_takes_its_comments_along(folder: Path) -> None:
    text = (
        "title: Clerk\r\nreports_to: none\r\nduties:\r\n  - Count the stock every Friday\r\n"
        "  # asked for since 2020\r\n  - Strong communication skills  # spoken, too\r\n  - File the invoices\r\n"
        "  - Answer calls within a minute\r\nnotes: [none]\r\n"
    )
    (folder / "roles/clerk.yaml").write_bytes(text.encode())
    fix(folder, "--select", "duty/trait-as-duty", "--profile", "standard")
    assert (folder / "roles/clerk.yaml").read_bytes().decode() == (
        "title: Clerk\r\nreports_to: none\r\nduties:\r\n  - Count the stock every Friday\r\n"
        "  - File the invoices\r\n  - Answer calls within a minute\r\n"
        "qualifications:\r\n  traits:\r\n"
        "    # asked for since 2020\r\n    - Strong communication skills  # spoken, too\r\n"
        "notes: [none]\r\n"
    )


def test_a_trait_moves_although_its_new_place_has_rules_of_its_own(folder: Path) -> None:
    kept = "title: Clerk\nreports_to: none\nduties:\n  - Count the stock every Friday\n  - File the invoices daily\n"
    text = f"{kept}  - Answer calls within a minute\n  - Excellent communication skills\n"
    write(folder, {"roles/clerk.yaml": text})
    run = fix(folder, "--select", "duty/trait-as-duty", "--profile", "strict", "--lang", "en")
    mended = (folder / "roles/clerk.yaml").read_text(encoding="utf-8")
    assert mended.endswith("qualifications:\n  traits:\n    - Excellent communication skills\n")
    assert "not fixed" not in run.out
    left = jdlint("check", "--select", "qualification/unmeasurable", "--format", "json", cwd=folder)
    assert [finding["pointer"] for finding in left.findings] == ["qualifications.traits[0]"]


def test_documents_as_received(tmp_path: Path) -> None:
    received = tmp_path / "roles" / "as-received"
    shutil.copytree(ROOT / "roles" / "as-received", received)
    before = {path: path.read_bytes() for path in received.rglob("*.yaml")}
    day = ("--as-of", "2026-11-23")
    preview = jdlint("fix", "roles", "--diff", *day, cwd=tmp_path)
    run = jdlint("fix", "roles", *day, cwd=tmp_path)
    changed = {path: raw for path, raw in before.items() if path.read_bytes() != raw}
    claimed = [
        line for line in preview.out.splitlines() if line.startswith(("-", "+")) and line[:3] not in ("---", "+++")
    ]
    assert changed
    assert sorted(_changed_lines(changed)) == sorted(claimed)
    named = {line.split(": ", 2)[1].split(":")[0] for line in run.out.splitlines() if line.startswith(("fixed", "已"))}
    assert named == {str(path.relative_to(tmp_path)) for path in changed}
    jdlint("fix", "roles", *day, cwd=tmp_path)
    assert all(path.read_bytes() == before[path] for path in before if path not in changed)
    assert "diff" not in jdlint("fix", "roles", "--diff", *day, cwd=tmp_path).out


def _changed_lines(changed: dict[Path, bytes]) -> list[str]:
    found = []
    for path, raw in changed.items():
        done = subprocess.run(
            ["git", "diff", "--no-index", "--no-color", "--unified=0", "--diff-algorithm=myers", "-", str(path)],
            input=raw,
            capture_output=True,
            check=False,
        )
        lines = done.stdout.decode().splitlines()
        found += [line for line in lines if line.startswith(("-", "+")) and line[:3] not in ("---", "+++")]
    return found


def test_check_can_fix_first(folder: Path) -> None:
    run = jdlint("check", "--fix", "--profile", "strict", "--lang", "en", cwd=folder)
    assert (folder / "roles/clerk.yaml").read_text(encoding="utf-8") == MENDED
    assert "2 findings fixed in 1 file." in run.out
    assert "text/stray-mark" not in run.out.partition("2 findings fixed")[2]
    assert "[structure/missing-section]" in run.out


def test_check_for_programs_keeps_its_output_clean(folder: Path) -> None:
    run = jdlint("check", "--fix", "--profile", "strict", "--format", "json", cwd=folder)
    assert "text/stray-mark" not in run.rules()
    assert "2 findings fixed in 1 file." in run.err


def test_lists_of_programs_hold_the_fixes(folder: Path) -> None:
    run = jdlint("check", "--profile", "strict", "--format", "json", "--select", "text/stray-mark", cwd=folder)
    [finding] = run.findings
    assert finding["fix"]["safety"] == "safe"
    [edit] = finding["fix"]["edits"]
    assert edit["file"] == "roles/clerk.yaml"
    assert edit["text"] == ","
    assert edit["range"] == {"start": {"line": 5, "column": 26}, "end": {"line": 5, "column": 28}}


def test_the_guide_to_fixing_holds_when_followed_literally(tmp_path: Path) -> None:
    assert follow("fix.md", tmp_path).count("fix") > 3
