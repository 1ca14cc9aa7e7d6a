"""The pages that --help prints, in every language, from rules/texts/help.yaml."""

import argparse
import re
import shutil
from collections.abc import Iterator, Sequence

from jdlint.report.width import width
from jdlint.saying import part, say
from jdlint.wording import Wording, plain

_WIDEST = 100
_LEFT = 26
"""Columns of the left side at most; what is longer has a line of its own."""

_PIECE = re.compile(r"\s*[（「“]*(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。；：、）」”]*")
"""What stands on one line: a word, or a Chinese character, with its marks."""


def about(command: str) -> Wording:
    """Say what a command does."""
    return say("help", "commands", command)


def told(command: str, action: argparse.Action) -> Wording:
    """Say what an option of a command does, or a text behind the command."""
    return say("help", "options", *place(command, action))


def place(command: str, action: argparse.Action) -> tuple[str, str]:
    """Say where the text of an option stands: among those of its command, or of every command that has it."""
    own = part("help", "options").get(command, {})
    name = next((name for name in action.option_strings if name.startswith("--")), action.dest)
    return command if name in own else "every", name


def value(name: str) -> Wording:
    """Name what is written behind an option or a command, such as PATH; an option keeps its name."""
    return say("help", "values", name) if name in part("help", "values") else plain(name)


def page(command: str, actions: Sequence[argparse.Action], language: str) -> str:
    """Tell how a command is called, what it does, and what its options do."""
    options = [action for action in actions if action.option_strings and action.help is not argparse.SUPPRESS]
    texts = [action for action in actions if not action.option_strings]
    needed = [f"{action.option_strings[0]} {_value(action, language)}" for action in options if action.required]
    some = say("help", "frame", "some").read(language)
    line = " ".join(("jdlint", command, *needed, some, *(_counted(action, language) for action in texts)))
    room = min(shutil.get_terminal_size().columns, _WIDEST)
    parts = [
        [say("help", "frame", "usage", line=line).read(language)],
        _wrapped(about(command).read(language), room),
        [row for each in texts for row in _row(_value(each, language), told(command, each).read(language), room)],
        [say("help", "frame", "options").read(language)]
        + [row for each in options for row in _row(_called(each, language), told(command, each).read(language), room)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _called(option: argparse.Action, language: str) -> str:
    """Write an option with what stands behind it."""
    return f"{', '.join(option.option_strings)} {_value(option, language)}".rstrip()


def _value(action: argparse.Action, language: str) -> str:
    if action.nargs == 0:
        return ""
    if action.choices and not action.metavar:
        return "|".join(map(str, action.choices))
    return value(str(action.metavar or action.dest.upper())).read(language)


def _counted(text: argparse.Action, language: str) -> str:
    forms = {"?": "[{}]", "*": "[{} …]", "+": "{} …"}
    return forms.get(str(text.nargs), "{}").format(_value(text, language))


def _row(left: str, text: str, room: int) -> Iterator[str]:
    """Set a text beside what it is about, or below where that is long."""
    lines = _wrapped(text, max(room - _LEFT - 4, 20))
    if width(left) <= _LEFT:
        yield f"  {left}{' ' * (_LEFT - width(left))}  {lines.pop(0)}"
    else:
        yield f"  {left}"
    yield from (f"{' ' * (_LEFT + 4)}{line}" for line in lines)


def _wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1] + piece) > room:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines
