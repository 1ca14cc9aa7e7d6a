"""The command line as a user meets it: what it prints, where, and how it exits."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from jdlint.cli import main
from jdlint.cli.files import create
from tests.running import jdlint, write

ROLE = """id: city-manager
title: 城市经理
reports_to: 总经理
duties:
  - 每周拜访重点客户3家
  - 完成领导交办的其他工作
  - 每月5日前编制销售月报
"""
ORG = "language: zh-Hans\nexternals: [总经理]\nroots: [城市经理]\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return write(tmp_path, {"roles/org.yaml": ORG, "roles/city-manager.yaml": ROLE})


CATCH_ALL = ("--select", "duty/catch-all")


def test_text_shows_severity_message_rule_place_line_caret_and_help(tree: Path) -> None:
    run = jdlint("roles", *CATCH_ALL, cwd=tree)
    lines = run.out.splitlines()
    assert lines[0] == "警告: 兜底条款“领导交办”没有放在最后，其后的职责看起来像是它的一部分 [duty/catch-all]"
    assert lines[1] == " --> roles/city-manager.yaml:6:7"
    assert lines[2] == "6 |   - 完成领导交办的其他工作"
    # six columns of indentation, then 完成 takes four
    assert lines[3] == "  |         ^^^^^^^^"
    assert lines[4].startswith("  = 建议: ")


def test_default_command_and_default_path(tree: Path) -> None:
    assert jdlint(cwd=tree).out == jdlint("check", "roles", cwd=tree).out


def test_output_is_the_same_from_every_folder(tree: Path) -> None:
    inside = jdlint("--format", "json", ".", cwd=tree / "roles")
    outside = jdlint("--format", "json", str(tree / "roles"), cwd=tree.parent)
    assert json.loads(inside.out) == json.loads(outside.out)
    assert {finding["file"] for finding in inside.findings} == {"roles/city-manager.yaml"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("roles", *CATCH_ALL), 0),
        (("roles", *CATCH_ALL, "--fail-on", "warning"), 1),
        (("roles", *CATCH_ALL, "--fail-on", "warning", "--severity", "error"), 1),
        (("roles", *CATCH_ALL, "--fail-on", "never"), 0),
        (("nowhere",), 2),
        (("--selekt", "duty"), 2),
        (("--select", "duty/nothing"), 2),
        (("--profile", "hard"), 2),
        (("empty",), 3),
        (("explain", "duty/nothing"), 2),
        (("explain", "duty/catch-all"), 0),
        (("rules",), 0),
        (("schema", "org"), 0),
        (("config",), 0),
        (("--version",), 0),
        (("--help",), 0),
    ],
)
def test_exit_codes(tree: Path, arguments: tuple[str, ...], code: int) -> None:
    (tree / "empty").mkdir()
    assert jdlint(*arguments, cwd=tree).code == code


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("chek",), "Did you mean `jdlint check`?"),
        (("--profil", "core"), "Did you mean `--profile`?"),
        (("--select", "duty/catchall"), "Did you mean `duty/catch-all`?"),
        (("explain", "catch-all"), "Did you mean `duty/catch-all`?"),
        (("--ignore", "duty/catchall", "roles"), "Did you mean `duty/catch-all`?"),
    ],
)
def test_mistyped_words_get_a_hint_on_stderr(tree: Path, arguments: tuple[str, ...], hint: str) -> None:
    assert hint in jdlint(*arguments, cwd=tree).err


def test_colour_only_on_a_terminal(tree: Path) -> None:
    assert "\x1b[" not in jdlint("roles", *CATCH_ALL, cwd=tree).out


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
@pytest.mark.parametrize(("environment", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_terminal_gets_colour_unless_no_color(tree: Path, environment: dict[str, str], is_coloured: bool) -> None:  # noqa: FBT001 - a parameter
    import pty  # noqa: PLC0415 - POSIX alone

    leader, follower = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"} | environment
    with subprocess.Popen(
        [sys.executable, "-m", "jdlint", "roles", *CATCH_ALL], cwd=tree, stdout=follower, env=clean
    ) as process:
        os.close(follower)
        shown = b""
        try:
            while part := os.read(leader, 4096):
                shown += part
        except OSError:
            pass  # Linux ends a terminal's stream so
        process.wait()
    os.close(leader)
    assert (b"\x1b[1;33m" in shown) is is_coloured
    assert "领导交办".encode() in shown


@pytest.mark.parametrize(
    ("arguments", "locale", "words"),
    [
        ((), "C", "警告"),
        (("--lang", "en"), "zh_CN.UTF-8", "warning"),
        (("--lang", "zh-Hant"), "C", "沒有放在最後"),
        ((), "en_US.UTF-8", "警告"),
    ],
)
def test_language_is_asked_for_or_the_organisations(
    tree: Path, arguments: tuple[str, ...], locale: str, words: str
) -> None:
    assert words in jdlint("roles", *CATCH_ALL, *arguments, cwd=tree, locale=locale).out


def test_without_org_yaml_the_locale_decides_for_people_and_english_for_machines(tmp_path: Path) -> None:
    tree = write(tmp_path, {"roles/city-manager.yaml": ROLE})
    assert "警告" in jdlint("roles", *CATCH_ALL, cwd=tree, locale="zh_CN.UTF-8").out
    assert "warning" in jdlint("roles", *CATCH_ALL, cwd=tree, locale="C").out
    [finding] = jdlint("roles", *CATCH_ALL, "--format", "json", cwd=tree, locale="zh_CN.UTF-8").findings
    assert "stands in the middle" in finding["message"]


def test_json_is_version_1(tree: Path) -> None:
    document = json.loads(jdlint("roles", *CATCH_ALL, "--format", "json", "--as-of", "2026-05-01", cwd=tree).out)
    [finding] = document["findings"]
    assert document["version"] == 1
    assert document["as_of"] == "2026-05-01"
    assert set(finding) >= {
        "rule", "severity", "confidence", "message", "file", "role", "pointer",
        "range", "related", "data", "fix", "fingerprint",
    }  # fmt: skip
    assert finding["pointer"] == "duties[1]"
    assert finding["role"] == "city-manager"
    assert finding["range"] == {"start": {"line": 6, "column": 7}, "end": {"line": 6, "column": 11}}
    summary = document["summary"]
    assert {key: summary[key] for key in ("files", "roles", "errors", "warnings", "infos", "ignored", "baselined")} == {
        "files": 2, "roles": 1, "errors": 0, "warnings": 1, "infos": 0, "ignored": 0, "baselined": 0,
    }  # fmt: skip


def test_fingerprint_survives_moved_lines_and_items(tree: Path) -> None:
    before = jdlint("roles", *CATCH_ALL, "--format", "json", cwd=tree).findings
    moved = "# a comment\n" + ROLE.replace("duties:\n", "duties:\n  - 每季盘点一次促销品\n")
    write(tree, {"roles/city-manager.yaml": moved})
    after = jdlint("roles", *CATCH_ALL, "--format", "json", cwd=tree).findings
    assert before[0]["range"] != after[0]["range"]
    assert before[0]["fingerprint"] == after[0]["fingerprint"]


def test_one_file_reads_its_organisation_and_reports_itself(tree: Path) -> None:
    role = "title: 业务代表\nreports_to: 城市经理\nduties: [拜访客户, 处理临时任务, 填写周报]\n"
    write(tree, {"roles/rep.yaml": role})
    run = jdlint("roles/rep.yaml", "--format", "json", cwd=tree)
    assert {finding["file"] for finding in run.findings} == {"roles/rep.yaml"}
    assert "reporting/unknown-superior" not in run.rules()


def test_stdin_stands_for_a_file(tree: Path) -> None:
    text = ROLE.replace("完成领导交办的其他工作", "登记来访客户").encode()
    arguments = ("-", "--stdin-filename", "roles/city-manager.yaml", *CATCH_ALL, "--format", "json")
    assert jdlint(*arguments, cwd=tree, stdin=text).findings == []
    assert len(jdlint(*arguments, cwd=tree, stdin=ROLE.encode()).findings) == 1


def test_accepted_exception_is_counted_and_expires(tree: Path) -> None:
    accept = "accept: [{rule: duty/catch-all, at: {duties: 完成领导交办}, reason: 集团模板, until: 2026-06-30}]\n"
    write(tree, {"roles/city-manager.yaml": ROLE + accept})
    before = json.loads(jdlint("roles", *CATCH_ALL, "--format", "json", "--as-of", "2026-06-30", cwd=tree).out)
    after = json.loads(jdlint("roles", *CATCH_ALL, "--format", "json", "--as-of", "2026-07-01", cwd=tree).out)
    assert (len(before["findings"]), before["summary"]["ignored"]) == (0, 1)
    assert (len(after["findings"]), after["summary"]["ignored"]) == (1, 0)


def test_settings_of_the_project_hold_unless_isolated(tree: Path) -> None:
    write(tree, {".jdlint.yaml": "ignore: [duty/catch-all]\n"})
    assert "duty/catch-all" not in jdlint("roles", "--format", "json", cwd=tree).rules()
    assert "duty/catch-all" in jdlint("roles", "--format", "json", "--isolated", cwd=tree).rules()


def test_settings_in_pyproject(tree: Path) -> None:
    write(tree, {"pyproject.toml": '[tool.jdlint]\nselect = ["duty/catch-all"]\nfail_on = "warning"\n'})
    assert jdlint("roles", cwd=tree).code == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("profil: core\n", "Did you mean `profile`?"),
        ("profile: hard\n", "none of core, standard, strict, audit"),
        ("select: [duty/none]\n", "there is no rule `duty/none`"),
        ("rules: [nowhere]\n", "there is no folder `nowhere`"),
        ("ignore:\n\t- duty\n", ".jdlint.yaml, line 2: here stands a tab"),
        ("profile：strict\n", ".jdlint.yaml, line 1: the colon behind “profile”"),
        ("profile: true\n", "found `true`"),
        ("- a\n", "no keys and values"),
    ],
)
def test_mistakes_in_settings_are_errors_with_a_remedy(tree: Path, text: str, words: str) -> None:
    write(tree, {".jdlint.yaml": text})
    run = jdlint("roles", cwd=tree)
    assert run.code == 2
    assert words in run.err


OWN_RULE = """id: hr/no-seizing
severity: error
profile: core
summary: 抓 is no verb for a duty
message: "“{match}” says nothing"
why: It names no action.
help: Say what is done.
applies_to: duties[]
check: {kind: phrases, phrases: [狠抓]}
examples:
  - bad: {duties: [狠抓销售]}
    at: duties[0]
  - good: {duties: [拜访客户]}
"""


def test_rules_outside_the_project_are_not_read(tmp_path: Path) -> None:
    own = {"secret/x.yaml": "password: hunter2\n", "tree/roles/a.yaml": "title: Clerk\nduties: [Keep the log]\n"}
    write(tmp_path, own | {"tree/.jdlint.yaml": "rules: [../secret]\n"})
    run = jdlint("roles", cwd=tmp_path / "tree")
    assert (run.code, "`rules: ../secret` leads out of the project" in run.err) == (2, True), run.err
    write(tmp_path, {"tree/.jdlint.yaml": "rules: [hr-rules]\n", "tree/hr-rules/.keep": ""})
    (tmp_path / "tree/hr-rules/x.yaml").symlink_to(tmp_path / "secret/x.yaml")
    run = jdlint("roles", cwd=tmp_path / "tree")
    assert (run.code, "hr-rules/x.yaml is a link that leads out" in run.err) == (2, True), run.err
    assert "hunter2" not in run.out + run.err


def test_rules_of_the_project_run_and_are_proved(tree: Path) -> None:
    write(tree, {".jdlint.yaml": "rules: [hr-rules]\n", "hr-rules/no-seizing.yaml": OWN_RULE})
    write(tree, {"roles/city-manager.yaml": ROLE.replace("每周拜访重点客户3家", "狠抓销售工作")})
    assert "hr/no-seizing" in jdlint("roles", "--format", "json", cwd=tree).rules()
    proof = jdlint("test", cwd=tree)
    assert (proof.code, proof.out) == (0, "2 examples, 0 failed\n")
    write(tree, {"hr-rules/no-seizing.yaml": OWN_RULE.replace("[狠抓]", "[大抓]")})
    failed = jdlint("test", "hr-rules", cwd=tree)
    assert failed.code == 1
    assert "expected duties[0]; found nothing" in failed.out


def test_broken_rule_of_the_project_is_a_finding_and_the_others_run(tree: Path) -> None:
    write(tree, {".jdlint.yaml": "rules: [hr-rules]\n", "hr-rules/x.yaml": "id: hr/x\nseverty: error\n"})
    run = jdlint("roles", "--format", "json", cwd=tree)
    [broken] = [finding for finding in run.findings if finding["rule"] == "rules/broken"]
    assert (broken["file"], broken["range"]["start"]["line"]) == ("hr-rules/x.yaml", 2)
    assert "duty/catch-all" in run.rules()
    assert run.code == 1


def test_bad_files_are_findings_with_a_place_and_the_others_are_checked(tree: Path) -> None:
    write(tree, {"roles/tab.yaml": "title: a\n\tduties: b\n", "roles/colon.yaml": "title: 经理\n职责：\n  - 拜访\n"})
    (tree / "roles/gb.yaml").write_bytes("title: 经理\n".encode("gb18030"))
    (tree / "roles/utf16.yaml").write_bytes("title: 经理\n".encode("utf-16"))
    (tree / "roles/empty.yaml").write_bytes(b"")
    (tree / "roles/cut.yaml").write_bytes('title: "经理\n'.encode())
    (tree / "roles/binary.yaml").write_bytes(bytes(range(256)) * 8)
    run = jdlint("roles", "--format", "json", "--ignore", "syntax", cwd=tree)
    found = {each["file"].rpartition("/")[2]: each["rule"] for each in run.findings if each["role"] is None}
    assert found == {
        "tab.yaml": "syntax/parse",
        "colon.yaml": "syntax/full-width-colon",
        "gb.yaml": "syntax/encoding",
        "utf16.yaml": "syntax/encoding",
        "empty.yaml": "syntax/empty",
        "cut.yaml": "syntax/parse",
        "binary.yaml": "syntax/encoding",
    }
    assert run.code == 1
    assert "GB18030" in next(each["message"] for each in run.findings if each["file"].endswith("gb.yaml"))
    assert "UTF-16" in next(each["message"] for each in run.findings if each["file"].endswith("utf16.yaml"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a file that its owner can't read")
def test_forbidden_file_is_a_finding(tree: Path) -> None:
    (tree / "roles/city-manager.yaml").chmod(0)
    assert "syntax/unreadable" in jdlint("roles", "--format", "json", cwd=tree).rules()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a FIFO")
def test_fifo_is_a_finding_and_doesnt_hang(tree: Path) -> None:
    os.mkfifo(tree / "roles/pipe.yaml")
    assert "syntax/unreadable" in jdlint("roles", "--format", "json", cwd=tree).rules()


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and sockets")
def test_what_is_no_file_is_told_in_the_language_of_the_reader(tree: Path) -> None:
    (tree / "roles/loop.yaml").symlink_to("loop.yaml")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(os.path.relpath(tree / "roles/socket.yaml"))
        run = jdlint("roles", "--format", "json", "--lang", "zh", cwd=tree)
    said = {each["file"]: each["message"] for each in run.findings if each["rule"] == "syntax/unreadable"}
    assert said == {
        "roles/loop.yaml": "这个链接绕了一圈又指向自己",
        "roles/socket.yaml": "这不是普通文件，无法读取",
    }


def test_terminal_codes_in_a_text_are_never_printed_raw(tree: Path) -> None:
    coloured = ROLE.replace("完成领导交办的其他工作", '"完成\\u001b[31m领导交办的其他工作"')
    write(tree, {"roles/city-manager.yaml": coloured})
    run = jdlint("roles", cwd=tree)
    assert "\x1b" not in run.out


def test_closed_pipe_is_no_error(tree: Path) -> None:
    many = "".join(f"title: 岗位{n}\nduties: [处理临时任务, 编制周报, 拜访客户]\n---\n" for n in range(4000))
    write(tree, {"roles/many.yaml": many.removesuffix("---\n")})
    done = subprocess.run(
        f"{sys.executable} -m jdlint roles | head -n 1; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=tree,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments", [("explain", "duty/catch-all", "--sentence", "a"), ("explain", "--sentence", " ")]
)
def test_a_sentence_is_explained_alone(arguments: tuple[str, ...]) -> None:
    run = jdlint(*arguments)
    assert (run.code, "--sentence needs one sentence" in run.err) == (2, True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_full_disk_is_told_and_is_no_finding(tree: Path) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "jdlint", "roles"]
        done = subprocess.run(command, cwd=tree, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("jdlint: can't go on: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_leave_the_exit_code(tree: Path, closed: str) -> None:
    done = subprocess.run(f"{sys.executable} -m jdlint roles {closed}", shell=True, cwd=tree, check=False)
    assert done.returncode == jdlint("roles", cwd=tree).code == 1


def test_a_defect_of_jdlint_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def breaks(_arguments: list[str], _write: object) -> int:
        raise ValueError("planted")

    monkeypatch.setattr("jdlint.cli.config.execute", breaks)
    with pytest.raises(SystemExit) as stopped:
        main(["config"])
    assert stopped.value.code == 2
    assert "defect of jdlint (ValueError)" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_signal_while_a_class_is_made_is_no_defect(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: list[str]) -> int:
        raise RuntimeError("Error calling __set_name__") from SystemExit(143)

    monkeypatch.setattr("jdlint.cli.run", stopped)
    with pytest.raises(SystemExit) as ended:
        main(["roles"])
    assert ended.value.code == 143
    assert "Traceback" not in capsys.readouterr().err


def test_a_tree_without_roles_meets_no_profile(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": "name: 甲\nlanguage: zh-Hans\n"})
    assert "档" not in jdlint("roles", "--lang", "zh", cwd=tmp_path).out
    write(tmp_path, {"roles/a.yaml": ""})
    assert "尚未达到 core 档。" in jdlint("roles", "--lang", "zh", cwd=tmp_path).out


def test_half_a_file_never_stays(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        create(str(tmp_path / "a.yaml"), "title: \ud800\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_end_the_run_with_their_code(tree: Path, number: signal.Signals, code: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "jdlint", "-", "--stdin-filename", "roles/x.yaml"],
        cwd=tree,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        # more than a pipe holds: once all of it is written, the run is reading and its handlers stand
        assert process.stdin is not None
        process.stdin.write(b"#" * 500_000)
        process.stdin.flush()
        # a signal between two reads is only noticed at the next one, so it is sent until it is
        for _ in range(100):
            process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                assert process.wait(timeout=0.3) == code
                assert process.stderr is not None
                assert process.stderr.read() == b"jdlint: stopped\n"
                return
        pytest.fail("the run went on")


def test_terminal_codes_in_a_path_are_never_printed_raw(tree: Path) -> None:
    run = jdlint("no\x1b[31msuch\u202epath", cwd=tree)
    assert run.code == 2
    assert "\\x1b[31msuch\\u202epath doesn't exist" in run.err
    brought = jdlint("import", "no\x1b[31m.docx", "-o", "new", cwd=tree)
    assert "no\\x1b[31m.docx" in brought.err
    assert "\x1b" not in run.err + brought.err


def test_a_run_of_picked_rules_claims_no_profile(tree: Path) -> None:
    (tree / "roles/flawed.yaml").write_text("title: 销售员\nduties: [负责销售工作]\n", encoding="utf-8")
    assert "meet" in jdlint("roles", "--lang", "en", cwd=tree).out
    picked = jdlint("roles", "--select", "level", "--lang", "en", cwd=tree).out
    assert "role" in picked
    assert "meet" not in picked
