"""The guide to writing rules, followed literally: its files are written and its commands run, in the page's order."""

import re
import shlex
from pathlib import Path

from tests.running import ROOT, jdlint, write

GUIDE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_guide_holds_when_followed_literally(tmp_path: Path) -> None:
    followed = []
    for form, text in BLOCK.findall(GUIDE):
        if form == "yaml":
            name = text.partition("\n")[0].removeprefix("# ")
            assert re.fullmatch(r"[\w./-]+\.yaml", name), f"a block names no file: {name}"
            write(tmp_path, {name: text})
        else:
            followed += [follow(session, tmp_path) for session in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]]
    assert {"test", "check"} <= set(followed)


def follow(session: str, folder: Path) -> str:
    """Run one command and find the lines that the guide shows, in their order."""
    command, *shown = session.splitlines()
    program, *arguments = shlex.split(command)
    assert program == "jdlint"
    run = jdlint(*arguments, cwd=folder)
    printed = iter(run.out.splitlines())
    missing = [line for line in shown if line not in printed]
    assert not missing, f"`{command}` doesn't print {missing[0]!r}:\n{run.out}{run.err}"
    return arguments[0]


def test_every_rule_of_the_guide_has_look_alikes_that_stay_silent() -> None:
    rules = [text for form, text in BLOCK.findall(GUIDE) if form == "yaml" and "\ncheck:" in text]
    proven = [text for text in rules if "- bad:" in text and "- good:" in text]
    assert len(proven) == len(rules) - 1, "all but the one that shows a mistake"
