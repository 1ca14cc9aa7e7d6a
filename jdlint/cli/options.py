"""Reads a command line that is plainly right without argparse, which takes a tenth of a short run.

A command tells what its options are to whoever reads them: to `Plain`, and, where something is misspelt, missing or
asked for by --help, to argparse, which words it.
"""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, cast

from jdlint.record import NamedTuple

if TYPE_CHECKING:
    import argparse


class Group(Protocol):
    """What options are told to, in the terms of argparse."""

    def add_argument(self, *names: str, **about: Any) -> object:  # noqa: ANN401 - argparse's own
        """Add an option, or, under a name without a dash, any number of texts beside the options."""
        ...


class Options(Group, Protocol):
    """The same, where some of the options may exclude each other."""

    def add_mutually_exclusive_group(self) -> Group:
        """Give a group of options of which one may be used."""
        ...


class _Option(NamedTuple):
    """An option: where its value goes, and what that may be."""

    to: str
    action: str
    default: Any
    choices: Sequence[str] | None
    convert: Callable[[str], object]
    group: object

    def taken(self, text: str, before: Any) -> object:  # noqa: ANN401 - whatever the option holds
        """Give its value with a text; raises ValueError for a text that it doesn't take."""
        if self.choices is not None and text not in self.choices:
            raise ValueError(text)
        return [*(before or ()), text] if self.action == "append" else self.convert(text)


class Plain:
    """Options, and what a command line that is plainly right says of them."""

    def __init__(self) -> None:
        self._options: dict[str, _Option] = {}
        self._beside = ""

    def add_argument(self, *names: str, group: object = None, **about: Any) -> None:  # noqa: ANN401 - see Group
        """Add an option, or the texts beside the options."""
        if not names[0].startswith("-"):
            self._beside = names[0]
            return
        to = next(name for name in names if name.startswith("--"))[2:].replace("-", "_")
        action = about.get("action", "store")
        default = about.get("default", False if action == "store_true" else None)
        option = _Option(to, action, default, about.get("choices"), about.get("type", str), group or to)
        self._options |= dict.fromkeys(names, option)

    def add_mutually_exclusive_group(self) -> "_Excluding":
        """Give a group of options of which one may be used."""
        return _Excluding(self)

    def read(self, arguments: Sequence[str]) -> "argparse.Namespace | None":
        """Read a command line; None where argparse is to read it."""
        try:
            return cast("argparse.Namespace", SimpleNamespace(**self._read(arguments)))
        except Exception:  # noqa: BLE001 - whatever is wrong, argparse meets it again and words it
            return None

    def _read(self, arguments: Sequence[str]) -> dict[str, Any]:
        """Read what is plainly right; what isn't raises an exception of whatever kind."""
        values = {option.to: option.default for option in self._options.values()}
        used: dict[object, str] = {}
        beside: dict[int, str] = {}
        rest = iter(enumerate(arguments))
        for place, argument in rest:
            if _is_text(argument):
                beside[place] = argument
                continue
            name, equals, text = argument.partition("=")
            option = self._options[name]
            if used.setdefault(option.group, option.to) != option.to:
                raise ValueError(f"{name} and --{used[option.group]}")
            if option.action != "store_true":
                values[option.to] = option.taken(text if equals else _text(next(rest)[1]), values[option.to])
            elif equals:
                raise ValueError(argument)
            else:
                values[option.to] = True
        if beside and max(beside) - min(beside) >= len(beside):
            raise ValueError("texts before and behind an option")
        return values | {self._beside: list(beside.values())}


class _Excluding:
    """Options that exclude each other."""

    def __init__(self, options: Plain) -> None:
        self._options = options

    def add_argument(self, *names: str, **about: Any) -> None:  # noqa: ANN401 - see Group
        """Add an option to the group."""
        self._options.add_argument(*names, **about, group=self)


def _is_text(argument: str) -> bool:
    return argument == "-" or not argument.startswith(("-", "\0"))


def _text(argument: str) -> str:
    if not _is_text(argument):
        raise ValueError(argument)
    return argument
