"""Damage that role files no longer show, or of which they don't show the cause: gaps in lists, slips of writing."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from jdlint.bring.block import Place
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.language.flaw import Flaw
from jdlint.language.flaws_encoding import damage
from jdlint.language.flaws_marks import stray, unpaired
from jdlint.language.flaws_words import confusions, repeats
from jdlint.record import NamedTuple


class Sign(StrEnum):
    """What is damaged."""

    GAP = "gap"
    """A list number follows one that isn't the number before it."""
    LATE = "late"
    """A list begins with another number than its first."""
    BEHIND = "behind"
    """A list number stands behind its item."""
    WRITING = "writing"
    """A rule on text finds a slip."""


class Damage(NamedTuple):
    """One sign of damage."""

    place: Place
    sign: Sign
    words: str
    """The words, or the number after the gap."""
    before: str = ""
    """Of a gap: the number before it."""
    rule: str = ""
    """Of a slip: the rule whose `jdlint explain` tells more."""


_CHECKS: tuple[tuple[str, Callable[[str], Iterator[Flaw]]], ...] = (
    ("text/encoding-damage", damage),
    ("text/stray-mark", stray),
    ("text/unbalanced-bracket", unpaired),
    ("text/typo", confusions),
    ("text/repeat-char", repeats),
)
"""The text rules that look at one sentence."""

_MOST = 2_000
"""Characters of a line that the text rules read: their patterns are made for sentences."""
_CONTEXT = 6
"""Characters shown on either side of a slip."""


def signs(lines: Sequence[Line]) -> Iterator[Damage]:
    """Find the damage of the lines of one role, in order."""
    last: dict[str, Number] = {}
    items: set[str] = set()
    for line in lines:
        if line.label and not line.number and not line.text:
            for style in items:
                last.pop(style, None)
            items.clear()
        if line.number and not line.number.is_bullet:
            yield from _number(line, line.number, last)
            if not line.label:
                items.add(line.number.style)
        yield from _slips(line)


def _number(line: Line, number: Number, last: dict[str, Number]) -> Iterator[Damage]:
    before = last.get(number.style)
    last[number.style] = number
    if not line.text and not line.label:
        yield Damage(line.place, Sign.BEHIND, number.written)
    elif before is None or before.above != number.above or number.value <= before.value:
        if number.value > 1:
            yield Damage(line.place, Sign.LATE, number.written)
    elif number.value != before.value + 1:
        yield Damage(line.place, Sign.GAP, number.written, before.written)


def _slips(line: Line) -> Iterator[Damage]:
    text = line.text[:_MOST]
    for rule, find in _CHECKS:
        for flaw in find(text):
            start, end = max(0, flaw.start - _CONTEXT), flaw.end + _CONTEXT
            yield Damage(line.place, Sign.WRITING, text[start:end], rule=rule)
