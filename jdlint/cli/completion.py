"""`jdlint completion SHELL`: a completion script, made from the commands' own parsers so that it can't drift."""

import argparse
from collections.abc import Callable, Iterator
from importlib import import_module

from jdlint.checking.catalogue import built_in
from jdlint.cli import COMMANDS, MODULES, manual, parser, usage
from jdlint.cli.shells import WRITERS, Command, Option, Taken

_FILES = ("FILE", "PATH", "FOLDER")


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("completion")
    options.add_argument("shell", choices=tuple(WRITERS), metavar="SHELL")
    asked = options.parse_args(arguments)
    commands = tuple(describe(name, usage.language("")) for name in COMMANDS)
    write(WRITERS[asked.shell](commands, sorted(built_in().rules)))
    return 0


def describe(name: str, language: str = "en") -> Command:
    """Say what a command takes."""
    try:
        import_module(f"jdlint.cli.{MODULES.get(name, name)}").execute([parser.DESCRIBE], lambda _: None)
    except parser.Described as found:
        actions = found.parser._actions  # noqa: SLF001 - argparse has no other way to ask a parser for its options
        rest = next((action for action in actions if not action.option_strings), None)
        options = tuple(_options(name, actions, language))
        return Command(name, manual.about(name).read(language), options, _taken(rest), _words(rest))
    raise AssertionError(f"{name} parses nothing")


def _options(command: str, actions: list[argparse.Action], language: str) -> Iterator[Option]:
    for action in actions:
        if action.option_strings and action.help is not argparse.SUPPRESS:
            told = manual.told(command, action).read(language)
            yield Option(tuple(action.option_strings), told, _taken(action), _words(action))


def _taken(action: argparse.Action | None) -> Taken:
    if action is None or action.nargs == 0:
        return "nothing"
    if action.choices is not None:
        return "words"
    if action.metavar == "RULE":
        return "rules"
    return "files" if action.metavar in _FILES or action.dest in ("path", "paths") else "text"


def _words(action: argparse.Action | None) -> tuple[str, ...]:
    return tuple(str(choice) for choice in action.choices) if action and action.choices is not None else ()
