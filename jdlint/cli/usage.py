"""What every command shares: the overview, an argument parser that hints, and the choice of language and colour."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, NoReturn

from jdlint.errors import UsageError
from jdlint.near import nearest
from jdlint.wording import language_of, language_of_locale

OVERVIEW = """\
jdlint: a linter for role definitions (岗位职责, job descriptions) kept as YAML

  jdlint [check] [PATH …]     check roles; PATH is roles/ where it exists, else .
  jdlint fix [PATH …]         put right what can be put right for sure; --diff shows it first
  jdlint diff BASE [HEAD]     what a change means for roles: powers, duties, lines, levels
  jdlint explain RULE         what a rule means, why, and how to put it right
  jdlint rules                the rules, one a line
  jdlint import FILE … -o DIR role files from Word, Excel, PDF, web pages and text
  jdlint test [PATH …]        prove rule files on their own examples
  jdlint init [FOLDER]        bring a repository under jdlint: settings, org.yaml, hook and CI
  jdlint new TITLE            a role file to fill in, with the sections that its kind of post needs
  jdlint report -o FILE       one page for people who don't use terminals: findings, charts, duties and authorities
  jdlint chart [PATH …]       the reporting lines as Mermaid, DOT or SVG, with the findings marked
  jdlint completion SHELL     completion for bash, zsh or fish
  jdlint baseline [PATH …]    record the findings of old, so that new ones stand out
  jdlint schema [NAME]        the JSON Schema of role files, org.yaml or the settings, for editors
  jdlint config [PATH]        the settings in force, and where they come from
  jdlint --version

Each command knows --help. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or settings,
3 a named path holds no role file."""


DESCRIBE = "\0describe"
"""An argument that no shell can pass: it asks a command for its parser instead of its work."""


class Described(Exception):  # noqa: N818 - no error: it carries the parser out of a command
    """The parser of a command, raised where it would have parsed, so that completion knows what the command knows."""

    def __init__(self, described: "Parser") -> None:
        super().__init__(described.prog)
        self.parser = described


class Parser(argparse.ArgumentParser):
    """Reports a mistake as UsageError, with the option that may have been meant."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as argparse has it
        """Parse, unless a description is asked for."""
        if args == [DESCRIBE]:
            raise Described(self)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise UsageError(message, self._hint(message))

    def _hint(self, message: str) -> str:
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        for word in message.replace("=", " ").replace(":", " ").split():
            if word.startswith("--") and word not in known and (near := nearest(word, known)):
                return f"Did you mean `{near}`?"
        return f"`{self.prog} --help` lists the options."


def parser(command: str, description: str) -> Parser:
    """Make the parser of a command."""
    return Parser(prog=f"jdlint {command}", description=description, allow_abbrev=False)


def add_language(options: argparse.ArgumentParser) -> None:
    """Add --lang."""
    options.add_argument(
        "--lang",
        choices=("zh", "zh-Hant", "en"),
        default="",
        help="language of the messages (else the organisation's)",
    )


def language(asked: str, spoken: Sequence[str | None] = ()) -> str:
    """Choose the language for people: asked for, else that of the organisations, else the locale's, else English."""
    if asked:
        return asked
    declared = {language_of(tag) for tag in spoken if tag}
    if len(declared) == 1:
        return declared.pop() or "en"
    return language_of_locale(os.environ)


def wants_colour() -> bool:
    """Whether to colour: only on a terminal, and never under NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def day(text: str) -> str:
    """Read a day such as 2026-01-31, for argparse."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no day; write it as 2026-01-31") from None


def today() -> str:
    """Give the day on which the run takes place."""
    return datetime.now(tz=UTC).astimezone().date().isoformat()


def words(values: Sequence[str] | None) -> tuple[str, ...]:
    """Split the values of an option that may be repeated and may hold commas."""
    return tuple(word for value in values or () for word in value.replace(",", " ").split())


def given(options: Any, names: Sequence[str]) -> dict[str, Any]:  # noqa: ANN401 - argparse's namespace
    """Give the options that the command line sets, leaving out those it doesn't."""
    return {name: value for name in names if (value := getattr(options, name, None)) not in (None, "", ())}
