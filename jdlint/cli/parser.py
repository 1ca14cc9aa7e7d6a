"""The argument parser of every command: it reports a mistake as an error with the option that may have been meant."""

import argparse
from typing import Any, NoReturn

from jdlint.errors import UsageError
from jdlint.near import nearest

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
