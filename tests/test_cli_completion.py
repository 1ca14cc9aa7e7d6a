"""Completion in the shells themselves: what they offer is what the commands take."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from jdlint.cli import COMMANDS
from jdlint.cli.completion import describe
from tests.running import ROOT, jdlint


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the script of each shell."""
    folder = tmp_path_factory.mktemp("completion")
    found = {}
    for shell in ("bash", "zsh", "fish"):
        found[shell] = folder / shell
        found[shell].write_text(jdlint("completion", shell).out, encoding="utf-8")
    return found


def bash(script: Path, *words: str) -> list[str]:
    """Ask bash what it would offer for the last of the words."""
    program = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jdlint; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "--norc", "-c", program, "bash", str(script), "jdlint", *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stderr == ""
    return done.stdout.split()


def fish(script: Path, line: str) -> list[str]:
    """Ask fish what it would offer behind a line."""
    done = subprocess.run(
        ["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", str(script), line],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stderr == ""
    return [each.split("\t")[0] for each in done.stdout.splitlines()]


def zsh(script: Path, line: str, awaited: str) -> str:
    """Type a line into a real zsh, press Tab, and give what it shows once the awaited words are there."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ |= {"PS1": "ready> ", "TERM": "dumb", "ZDOTDIR": "/nonexistent", "COLUMNS": "200"}
        os.execvp("zsh", ["zsh", "-f", "-i"])  # noqa: S606 - the new process becomes the shell
    try:
        _await(terminal, "ready> ")
        setup = f"autoload -Uz compinit; compinit -u -D; source {script}; unsetopt prompt_sp; echo is''ready"
        os.write(terminal, f"{setup}\n".encode())
        _await(terminal, "isready")
        os.write(terminal, f"{line}\t".encode())
        return _await(terminal, awaited)
    finally:
        os.close(terminal)
        os.kill(pid, 9)
        os.waitpid(pid, 0)


def _await(terminal: int, words: str) -> str:
    seen = ""
    end = time.monotonic() + 60
    while words not in re.sub(r"\x1b\[[\d;?]*[A-Za-z]|\x07|\r", "", seen):
        assert time.monotonic() < end, seen
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 1 << 16).decode(errors="replace")
    return seen


def test_every_command_says_what_it_takes() -> None:
    for name in COMMANDS:
        described = describe(name)
        assert described.help, name
        assert any("--help" in option.names for option in described.options), name


def test_bash_offers_commands_options_values_and_rules(scripts: dict[str, Path]) -> None:
    script = scripts["bash"]
    assert bash(script, "") == list(COMMANDS)
    assert bash(script, "exp") == ["explain"]
    assert bash(script, "--prof") == ["--profile"]
    assert bash(script, "--profile", "st") == ["standard", "strict"]
    assert bash(script, "check", "--format", "j")[0] == "json"
    assert bash(script, "check", "--format", "=", "te") == ["text"]
    assert "duty/catch-all" in bash(script, "explain", "duty/")
    assert bash(script, "rules", "--jurisdiction", "c") == ["cn"]
    assert bash(script, "chart", "--format", "") == ["mermaid", "dot", "svg"]
    assert bash(script, "schema", "o") == ["org"]
    assert bash(script, "check", "roles/") == []  # bash itself completes the path


@pytest.mark.parametrize("name", COMMANDS)
def test_bash_offers_every_option_of_every_command(scripts: dict[str, Path], name: str) -> None:
    wanted = {option for each in describe(name).options for option in each.names if option.startswith("--")}
    assert set(bash(scripts["bash"], name, "--")) == wanted


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_offers_commands_options_values_and_rules(scripts: dict[str, Path]) -> None:
    script = scripts["fish"]
    assert set(COMMANDS) <= set(fish(script, "jdlint "))
    assert "--profile" in fish(script, "jdlint check --prof")
    assert fish(script, "jdlint check --profile st") == ["standard", "strict"]
    assert fish(script, "jdlint --profile a") == ["audit"]
    assert "duty/catch-all" in fish(script, "jdlint explain duty/")
    assert fish(script, "jdlint completion z") == ["zsh"]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
@pytest.mark.parametrize(
    ("typed", "awaited"),
    [
        ("jdlint compl", "jdlint completion"),
        ("jdlint check --prof", "jdlint check --profile"),
        ("jdlint check --profile sta", "--profile standard"),
        ("jdlint explain duty/catch-", "duty/catch-all"),
    ],
)
def test_zsh_completes(scripts: dict[str, Path], typed: str, awaited: str) -> None:
    assert awaited in re.sub(r"\x1b\[[\d;?]*[A-Za-z]|\x07|\r", "", zsh(scripts["zsh"], typed, awaited))


def test_unknown_shell_is_an_error_with_the_known_ones() -> None:
    run = jdlint("completion", "tcsh", cwd=ROOT)
    assert run.code == 2
    assert "bash" in run.err
