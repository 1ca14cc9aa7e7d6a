"""Kind `sheet`: how a whole file is written: invisible characters anywhere in it, and the width of its marks."""

import re
from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Confidence, Value
from jdlint.language.flaws_marks import HALF_WIDTH
from jdlint.location import Span
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Worded
from jdlint.model.texts import texts
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.source import Source


class Params(NamedTuple):
    """What to look for."""

    of: Literal["invisible", "width"]


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Look at each file of the organisation once."""
    if params.of == "invisible":
        for source in _sources(organisation):
            yield from _invisible(source)
        return
    owned: dict[str, list[Role]] = {}
    for role in organisation.roles:
        owned.setdefault(role.file, []).append(role)
    for roles in owned.values():
        yield from _width(roles)


def _sources(organisation: Organisation) -> Iterator[Source]:
    found = {role.file: role.source for role in organisation.roles}
    if organisation.facts.source:
        found.setdefault(organisation.facts.source.path, organisation.facts.source)
    yield from found.values()


_DIRECTION = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
_NO_WIDTH = "\u200b\u2060\u00ad\U000e0000-\U000e007f"
_INVISIBLE = pattern(
    f"[{_DIRECTION}]+"
    f"|[{_NO_WIDTH}]+"
    "|(?<=[\u0020-\u007e\u3000-\u9fff\uff00-\uffef])[\u200c\u200d\ufeff]+(?=[\u0020-\u007e\u3000-\u9fff\uff00-\uffef])"
)
"""What turns the direction of reading or takes no room; the joiners of emoji and of other scripts are wanted there."""
_TURNING = pattern(f"[{_DIRECTION}]")


def _invisible(source: Source) -> Iterator[Hit]:
    if source.text.isascii():
        return
    for found in _INVISIBLE.finditer(source.text):
        escaped = "".join(f"U+{ord(each):04X}" for each in dict.fromkeys(found[0]))
        at = Anchor(source, (), Span(found.start(), found.end()), escaped)
        reason = "turning" if _TURNING.match(found[0]) else "hidden"
        yield Hit(at, {"match": escaped}, reason, data={"replacement": ""})


_FULL = pattern("[，；：（）！？]")


def _width(roles: list[Role]) -> Iterator[Hit]:
    """Report a file whose Chinese sentences have half-width marks once, at the first."""
    first: tuple[Role, Worded, re.Match[str]] | None = None
    half = full = 0
    for role in roles:
        for worded in texts(role):
            if worded.text.isascii():
                continue
            found = list(HALF_WIDTH.finditer(worded.text))
            half += len(found)
            full += len(_FULL.findall(worded.text))
            if found and first is None:
                first = role, worded, found[0]
    if first is None:
        return
    role, worded, mark = first
    values: dict[str, Value] = {"match": mark[0], "half": half, "full": full}
    at = anchor(role.source, worded, mark.start(), mark.end())
    yield Hit(at, values, "mixed" if full else "half", confidence=None if full else Confidence.LOW)


KIND = Kind(Params, "organisation", check)
