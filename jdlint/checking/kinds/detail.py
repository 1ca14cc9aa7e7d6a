"""Kind `detail`: the same work of a role with two frequencies, or with two deadlines."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from jdlint import knowledge
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import fold, squeeze
from jdlint.model.role import Duty
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_PIECE = pattern(r"[^。;!?\n]+")
_SHORTEST = 4
"""Characters of the work itself below which two pieces are alike by chance."""


class Params(NamedTuple):
    """How alike the rest of two sentences must be, once the detail is taken out."""

    at_least: float = 0.8


class _Detail(NamedTuple):
    """A piece of a duty with a frequency or a deadline."""

    duty: Duty
    start: int
    end: int
    """Where the words of the detail stand."""
    work: frozenset[tuple[str, str]]
    """The rest of the piece, as pairs of neighbouring characters."""
    kind: str
    low: float
    high: float


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the later of two pieces about the same work whose details can't both hold."""
    found = [detail for duty in subject.role.duties or () for detail in _details(duty, subject.fold(duty))]
    for place, later in enumerate(found):
        earlier = next((each for each in found[:place] if _clash(each, later, params.at_least)), None)
        if earlier is not None:
            yield _hit(subject, earlier, later)


def _hit(subject: Subject, earlier: _Detail, later: _Detail) -> Hit:
    role, duties = subject.role, subject.role.duties or ()
    values: dict[str, Value] = {
        "match": later.duty.text[later.start : later.end],
        "other": earlier.duty.text[earlier.start : earlier.end],
        "first": duties.index(earlier.duty) + 1,
        "second": duties.index(later.duty) + 1,
    }
    related = Related(anchor(role.source, earlier.duty, earlier.start, earlier.end), "first", values)
    return Hit(anchor(role.source, later.duty, later.start, later.end), values, later.kind, role, (related,))


def _clash(one: _Detail, two: _Detail, at_least: float) -> bool:
    if one.kind != two.kind or (one.low <= two.high and two.low <= one.high):
        return False
    return 2 * len(one.work & two.work) >= at_least * (len(one.work) + len(two.work))


def _details(duty: Duty, folded: str) -> Iterator[_Detail]:
    """Give the pieces of a duty that say one frequency, and those that say one deadline."""
    for piece in _PIECE.finditer(folded):
        yield from _frequency(duty, piece.group(), piece.start())
        yield from _deadline(duty, piece.group(), piece.start())


def _frequency(duty: Duty, text: str, at: int) -> Iterator[_Detail]:
    period = _only(_periods().finditer(text))
    if period is None or _is_recurring(text):
        return
    rest = _without(text, period)
    count = _only(_numbers().finditer(rest))
    times = _number(count.group(1)) if count else 1.0
    low, high = _table()["weekly"][period.group()]
    work = _without(rest, count) if count else rest
    told = (period, count) if count else (period,)
    place = at + min(each.start() for each in told), at + max(each.end() for each in told)
    yield from _detail(duty, place, work, "frequency", (times * low, times * high))


def _deadline(duty: Duty, text: str, at: int) -> Iterator[_Detail]:
    found = _only(_deadlines().finditer(text))
    if found is None:
        return
    number, unit = (group for group in found.groups() if group)
    minutes = _number(number) * _table()["minutes"].get(unit, _DAY)
    place = at + found.start(), at + found.end()
    yield from _detail(duty, place, _without(text, found), "deadline", (minutes, minutes))


_DAY = 24 * 60
"""Minutes of what isn't told otherwise: a day, or a working day."""


def _detail(duty: Duty, place: tuple[int, int], rest: str, kind: str, bounds: tuple[float, float]) -> Iterator[_Detail]:
    work = squeeze(rest)
    if len(work) >= _SHORTEST:
        yield _Detail(duty, *place, frozenset(pairwise(work)), kind, *bounds)


def _only(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    matches = list(found)
    return matches[0] if len(matches) == 1 else None


def _without(text: str, found: re.Match[str]) -> str:
    """Blank out what was found; the other columns stay."""
    return text[: found.start()] + " " * len(found.group()) + text[found.end() :]


def _is_recurring(text: str) -> bool:
    return any(word in text for word in _table()["recurring"])


def _number(digits: str) -> float:
    return float(digits) if digits.isdigit() and digits.isascii() else float(_table()["once"].get(digits, 1))


@cache
def _table() -> dict[str, Any]:
    data: dict[str, Any] = knowledge.load("lexicon/periods")
    weekly = {fold(word): row["weekly"] for row in data["periods"].values() for word in row["words"]}
    return {
        "weekly": weekly,
        "recurring": tuple(map(fold, data["recurring"])),
        "once": data["once"],
        "deadlines": data["deadlines"],
        "numbers": data["numbers"],
        "minutes": data["minutes"],
    }


@cache
def _periods() -> re.Pattern[str]:
    phrases = sorted(_table()["weekly"], key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(text)}\b" if text.isascii() else re.escape(text) for text in phrases))


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(_table()["numbers"])


@cache
def _deadlines() -> re.Pattern[str]:
    return re.compile("|".join(_table()["deadlines"]))


KIND = Kind(Params, "role", check)
