"""Follows a guide of docs/ literally: its files are written and its commands run, in the page's order."""

import re
import shlex
from pathlib import Path

from tests.running import ROOT, jdlint, write

BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def guide(name: str) -> str:
    """Read a guide."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def follow(name: str, folder: Path) -> list[str]:
    """Follow a guide in a folder; gives the commands that it runs."""
    followed = []
    for form, text in BLOCK.findall(guide(name)):
        if form == "yaml":
            file = text.partition("\n")[0].removeprefix("# ")
            assert re.fullmatch(r"[\w./-]+\.yaml", file), f"a block names no file: {file}"
            write(folder, {file: text})
        else:
            followed += [_run(session, folder) for session in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]]
    return followed


def _run(session: str, folder: Path) -> str:
    """Run one command and find the lines that the guide shows, in their order."""
    command, *shown = session.splitlines()
    program, *arguments = shlex.split(command)
    assert program == "jdlint"
    run = jdlint(*arguments, cwd=folder)
    printed = iter(run.out.splitlines())
    missing = [line for line in shown if line not in printed]
    assert not missing, f"`{command}` doesn't print {missing[0]!r}:\n{run.out}{run.err}"
    return arguments[0]
