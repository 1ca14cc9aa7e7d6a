"""Kind `pattern`: a regular expression, matched in linear time, in the texts that the rule names."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.linear import compiled
from jdlint.record import NamedTuple


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


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the first match of each text, or each text without one."""
    role = subject.role
    search = compiled(params.pattern).search
    excuse = compiled(params.unless).search if params.unless else None
    for pattern in params.of:
        for worded in subject.texts(pattern):
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
