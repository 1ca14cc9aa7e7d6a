"""What every command shares: the overview, an argument parser that hints, and the choice of language and colour."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from jdlint.cli.options import Options, Plain
from jdlint.errors import UsageError
from jdlint.wording import language_of, language_of_locale

if TYPE_CHECKING:
    import argparse

    from jdlint.cli.parser import Parser

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


def read(command: str, described: str, tell: Callable[[Options], object], arguments: list[str]) -> "argparse.Namespace":
    """Read a command line by the options that a command tells; raises UsageError."""
    plain = Plain()
    tell(plain)
    found = plain.read(arguments)
    if found is not None:
        return found
    options = parser(command, described)
    tell(options)
    return options.parse_args(arguments)


def parser(command: str, description: str) -> "Parser":
    """Make the parser of a command."""
    from jdlint.cli.parser import Parser  # noqa: PLC0415 - argparse takes 10 ms

    return Parser(prog=f"jdlint {command}", description=description, allow_abbrev=False)


def add_language(options: Options) -> None:
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
    from datetime import date  # noqa: PLC0415 - needed where a day is given

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError("not-a-day", text=text) from None


def today() -> str:
    """Give the day on which the run takes place."""
    return time.strftime("%Y-%m-%d")


def words(values: Sequence[str] | None) -> tuple[str, ...]:
    """Split the values of an option that may be repeated and may hold commas."""
    return tuple(word for value in values or () for word in value.replace(",", " ").split())


def given(options: Any, names: Sequence[str]) -> dict[str, Any]:  # noqa: ANN401 - argparse's namespace
    """Give the options that the command line sets, leaving out those it doesn't."""
    return {name: value for name in names if (value := getattr(options, name, None)) not in (None, "", ())}
