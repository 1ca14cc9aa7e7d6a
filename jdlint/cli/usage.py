"""What every command shares: an argument parser that hints, and the choice of language and colour."""

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


def read(command: str, tell: Callable[[Options], object], arguments: list[str]) -> "argparse.Namespace":
    """Read a command line by the options that a command tells; raises UsageError."""
    plain = Plain()
    tell(plain)
    found = plain.read(arguments)
    if found is not None:
        return found
    options = parser(command)
    tell(options)
    return options.parse_args(arguments)


def parser(command: str) -> "Parser":
    """Make the parser of a command."""
    from jdlint.cli.parser import Parser  # noqa: PLC0415 - argparse takes 10 ms

    return Parser(command)


def add_language(options: Options) -> None:
    """Add --lang."""
    options.add_argument(
        "--lang",
        choices=("zh", "zh-Hant", "en"),
        default="",
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
