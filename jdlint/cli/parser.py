"""The argument parser of every command: it reports a mistake as an error with the option that may have been meant."""

import argparse
import re
from typing import Any, NoReturn

from jdlint.cli.aside import language
from jdlint.cli.manual import page, value
from jdlint.errors import UsageError
from jdlint.finding import Value
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

    def __init__(self, command: str) -> None:
        super().__init__(prog=f"jdlint {command}", allow_abbrev=False)
        self._command = command
        self._language = "en"

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as argparse has it
        """Parse, unless a description is asked for."""
        if args == [DESCRIBE]:
            raise Described(self)
        self._language = language(args)
        return super().parse_known_args(args, namespace)

    def format_help(self) -> str:
        """Give the page that --help prints."""
        return page(self._command, self._actions, self._language)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        for words, key in _COMPLAINTS.items():
            if found := re.fullmatch(words, message, re.DOTALL):
                raise UsageError(key, **self._worded(found.groupdict(), message))
        raise UsageError("not-understood", hint=self._hint(message), said=message)

    def _worded(self, said: dict[str, str], message: str) -> dict[str, Value]:
        """Give what a complaint names as people call it, with a hint."""
        known = [each.strip("'") for each in said.get("known", "").split(", ")]
        told = hint(said["value"], known) if "value" in said else self._hint(message)
        option = said.get("option", "")
        return {**said, "option": value(option if option.startswith("-") else option.upper()), "hint": told}

    def _hint(self, message: str) -> Wording:
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        for word in message.replace("=", " ").replace(":", " ").split():
            if word.startswith("--") and word not in known and (meant := nearest(word, known)):
                return say("errors", "hints", "meant", meant=meant)
        return say("errors", "hints", "options", command=self.prog)


_QUOTED = r"(?P<quote>['\"])(?P<value>.*?)(?P=quote)"
_COMPLAINTS = {
    r"unrecognized arguments: (?P<given>.+)": "arguments-unknown",
    r"the following arguments are required: (?P<option>.+)": "arguments-missing",
    r"argument (?P<option>[^:]+): expected .*argument.*": "value-missing",
    r"argument (?P<option>[^:]+): ignored explicit argument .*": "no-value-taken",
    rf"argument (?P<option>[^:]+): invalid choice: {_QUOTED}.* \(choose from (?P<known>.+)\)": "wrong-choice",
    r"argument (?P<option>[^:]+): not allowed with argument (?P<other>.+)": "options-exclude",
}
"""The sentences of argparse, which speaks English alone, and the errors that say the same."""
