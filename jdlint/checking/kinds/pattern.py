"""Kind `pattern`: a regular expression, matched in linear time, in the texts that the rule names."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.select import selector
from jdlint.errors import RuleError
from jdlint.finding import Value


class Params(NamedTuple):
    """Where to look and for what; texts are folded (Simplified, half width, small letters) before matching."""

    of: tuple[str, ...]
    pattern: str
    unless: str = ""
    """A pattern that, found anywhere in the same text, makes it pass."""
    absent: bool = False
    """Whether to report the texts in which the pattern is not found."""


def verify(params: Params) -> None:
    """Refuse a pattern that the linear-time engine can't run."""
    for pattern in (params.pattern, params.unless):
        if pattern:
            compiled(pattern)


@cache
def compiled(pattern: str) -> Any:  # noqa: ANN401 - re2 has no types
    """Compile a pattern; raises RuleError where the linear-time engine can't run it."""
    import re2  # noqa: PLC0415 - 7 ms, paid only where a rule has a pattern

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        detail = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise RuleError(
            f"the pattern can't be used: {detail}",
            "Patterns are those of RE2: no look-around and no back-references.",
        ) from None


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the first match of each text, or each text without one."""
    role = subject.role
    search = compiled(params.pattern).search
    excuse = compiled(params.unless).search if params.unless else None
    for pattern in params.of:
        for worded in selector(pattern)(role):
            folded = subject.fold(worded)
            if excuse and excuse(folded):
                continue
            found = search(folded)
            if params.absent and not found:
                yield Hit(anchor(role.source, worded), {"text": worded.text}, role=role)
            elif found and not params.absent and found.end() > found.start():
                values: dict[str, Value] = {
                    "match": worded.text[found.start() : found.end()],
                    "text": worded.text,
                }
                yield Hit(anchor(role.source, worded, found.start(), found.end()), values, role=role)


KIND = Kind(Params, "role", check, verify=verify)
