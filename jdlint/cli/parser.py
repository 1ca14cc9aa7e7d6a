"""The argument parser of every command: it reports a mistake as an error with the option that may have been meant."""

import argparse
import re
from typing import Any, NoReturn

from jdlint.errors import UsageError
from jdlint.near import nearest
from jdlint.saying import hint, say
from jdlint.wording import Wording

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
        for words, key in _COMPLAINTS.items():
            if found := re.fullmatch(words, message, re.DOTALL):
                raise UsageError(key, **{"hint": self._hint(message)} | found.groupdict())
        if chosen := _CHOICE.fullmatch(message):
            known = [each.strip("'") for each in chosen["known"].split(", ")]
            raise UsageError(
                "wrong-choice", option=chosen["option"], value=chosen["value"], hint=hint(chosen["value"], known)
            )
        raise UsageError("not-understood", hint=self._hint(message), said=message)

    def _hint(self, message: str) -> Wording:
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        for word in message.replace("=", " ").replace(":", " ").split():
            if word.startswith("--") and word not in known and (meant := nearest(word, known)):
                return say("errors", "hints", "meant", meant=meant)
        return say("errors", "hints", "options", command=self.prog)


_COMPLAINTS = {
    r"unrecognized arguments: (?P<given>.+)": "arguments-unknown",
    r"the following arguments are required: (?P<names>.+)": "arguments-missing",
    r"argument (?P<option>[^:]+): expected .*argument.*": "value-missing",
    r"argument (?P<option>[^:]+): ignored explicit argument .*": "no-value-taken",
    r"argument (?P<option>[^:]+): not allowed with argument (?P<other>.+)": "options-exclude",
}
"""The sentences of argparse, which speaks English alone, and the errors that say the same."""

_CHOICE = re.compile(
    r"argument (?P<option>[^:]+): invalid choice: '(?P<value>.*)' \(choose from (?P<known>.+)\)", re.DOTALL
)
