"""What a text asks of a person or takes from a contract (an age, a sex, a deposit …), judged in its context.

The words are data: `lexicon/condition-anchors` says in one pass which subjects a text may touch, and only for those
the patterns of `triggers/` are tried. A pattern speaks unless its clause holds an exception, unless it is a word
about the condition rather than the condition (screening adverts for it, a product for the elderly), or unless a
number in it lies on the harmless side of its bound.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from operator import ge, gt, le, lt
from typing import Any

from jdlint import knowledge
from jdlint.language.linear import compiled
from jdlint.language.quantity import number
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

REQUIREMENT, WORK, TITLE = "requirement", "work", "title"
"""Where a text stands: among what the post asks and offers, among what its holder does, or at its head."""


class Condition(NamedTuple):
    """One condition that a text sets."""

    subject: str
    matter: str
    """Which part of the subject; the law may weigh the parts differently."""
    confidence: str
    start: int
    end: int


class _Trigger(NamedTuple):
    """Wordings of one matter, and what makes them harmless."""

    matter: str
    match: str
    unless: str
    """Harmless where it stands in the same clause."""
    unless_near: str
    """Harmless where it stands anywhere in the same text."""
    unless_post: str
    """Harmless for posts with such a title: the law itself asks for it."""
    only_post: str
    bounds: "tuple[_Bound, ...]"
    places: tuple[str, ...]
    """In what kinds of texts it speaks at once; `marked`: among duties, where the text names applicants."""
    confidence: str


class _Bound(NamedTuple):
    """A limit for the numbers in a match: `largest < 60`."""

    which: str
    compare: str
    limit: float

    def holds(self, text: str) -> bool:
        values = [value for found in _NUMBERS.finditer(text) if (value := number(found.group())) is not None]
        return bool(values) and _COMPARISONS[self.compare](_CHOICES[self.which](values), self.limit)


_NUMBERS = pattern(r"\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+")
_COMPARISONS = {"<": lt, "<=": le, ">": gt, ">=": ge}
_CHOICES: dict[str, Callable[[list[float]], float]] = {
    "largest": max,
    "smallest": min,
    "first": lambda values: values[0],
    "last": lambda values: values[-1],
    "ratio": lambda values: max(values) / (min(values) or 1),
}
_ENDS = pattern(r"[,;。!?\n]|\.(?=\s|$)")
_SENTENCE_ENDS = pattern(r"[;。!?\n]|\.(?=\s|$)")
_QUOTES = (("“", "”"), ("「", "」"), ("‘", "’"), ('"', '"'))
_NEAR = 8
"""How far from the words an applicant may be named."""

_REACH = 200
"""How far a clause is followed to either side; with _MOST it keeps the work linear in the length of the text."""

_MOST = 20
"""So many matches of one pattern in one text are judged."""


ANCHORS = "condition-anchors"
"""The table of the words without which no pattern of a subject can match."""


def conditions(folded: str, touched: Iterable[str], place: str, post: str = "") -> Iterator[Condition]:
    """Give the conditions that a folded text sets, the first of each matter.

    `touched` are the subjects whose anchors stand in the text; `post` is the folded title.
    """
    for subject in sorted(touched):
        yield from _of_subject(subject, folded, place, post if _minds_post(subject) else "")


@lru_cache(maxsize=4096)
def _of_subject(subject: str, folded: str, place: str, post: str) -> tuple[Condition, ...]:
    """Give the conditions of one subject; texts other than duties are copied from role to role."""
    asked, at_all = _asked(subject, place)
    if at_all is None or at_all.search(folded) is None:
        return ()
    met: dict[str, Condition] = {}
    for trigger in asked:
        if trigger.matter in met:
            continue
        for found in islice(compiled(trigger.match).finditer(folded), _MOST):
            span = _trimmed(folded, *found.span())
            if _speaks(trigger, folded, span, place, post):
                met[trigger.matter] = Condition(subject, trigger.matter, trigger.confidence, *span)
                break
    return tuple(met.values())


@cache
def _asked(subject: str, place: str) -> tuple[tuple[_Trigger, ...], Any]:
    """Give what may speak in texts of a kind, and the pattern of all that; most texts match none of it."""
    wanted = _MAY_SPEAK.get(place, frozenset((place,)))
    asked = tuple(trigger for trigger in triggers(subject) if not wanted.isdisjoint(trigger.places))
    return asked, compiled("|".join(f"(?:{trigger.match})" for trigger in asked)) if asked else None


_MAY_SPEAK = {WORK: frozenset((WORK, "marked"))}


@cache
def _minds_post(subject: str) -> bool:
    return any(trigger.unless_post or trigger.only_post for trigger in triggers(subject))


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave blanks and commas around it out of a match: its clause begins behind them."""
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and folded[end - 1] in " \t\n,;。、:(":
        end -= 1
    return start, end


def _speaks(trigger: _Trigger, folded: str, span: tuple[int, int], place: str, post: str) -> bool:
    start, end = span
    if not all(bound.holds(folded[start:end]) for bound in trigger.bounds):
        return False
    if not _is_looked_at(trigger, folded, span, place):
        return False
    if (trigger.unless_post and _holds(trigger.unless_post, post)) or (
        trigger.only_post and not _holds(trigger.only_post, post)
    ):
        return False
    if trigger.unless_near and _holds(trigger.unless_near, folded):
        return False
    return not (trigger.unless and _holds(trigger.unless, _around(folded, start, end)))


def _is_looked_at(trigger: _Trigger, folded: str, span: tuple[int, int], place: str) -> bool:
    """Tell a condition from a word about it: among duties words are mostly about customers, goods and rules."""
    start, end = span
    words = _words()
    if _holds(words["mention"], folded[_last_end(_ENDS, folded, start) : start]):
        return False
    if place != WORK:
        return place in trigger.places
    sentence = folded[_last_end(_SENTENCE_ENDS, folded, start) : start]
    if _holds(words["mention_among_duties"], sentence) or _is_quoted(folded, start, end):
        return False
    if WORK in trigger.places:
        return True
    near = folded[max(0, start - _NEAR) : end + _NEAR]
    return "marked" in trigger.places and _holds(words["applicant"], near)


def _is_quoted(folded: str, start: int, end: int) -> bool:
    before, behind = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
    return any(
        before.count(opening) % 2 == 1 if opening == closing else before.rfind(opening) > before.rfind(closing)
        for opening, closing in _QUOTES
        if closing in behind
    )


def _around(folded: str, start: int, end: int) -> str:
    """Give the clause in which a match stands."""
    stop = _ENDS.search(folded, end, end + _REACH)
    return folded[_last_end(_ENDS, folded, start) : stop.start() if stop else end + _REACH]


def _last_end(ends: re.Pattern[str], folded: str, start: int) -> int:
    reach = max(0, start - _REACH)
    return max((found.end() for found in ends.finditer(folded, reach, start)), default=reach)


def _holds(pattern: str, text: str) -> bool:
    return compiled(pattern).search(text) is not None


@cache
def triggers(subject: str) -> tuple[_Trigger, ...]:
    """Load what recognises a subject."""
    data = knowledge.load(f"triggers/{subject}")
    return tuple(_trigger(data, item) for item in data["triggers"])


@cache
def subjects() -> frozenset[str]:
    """Give the subjects that the tables recognise."""
    return frozenset(name.partition("/")[2] for name in knowledge.names("triggers"))


def _trigger(data: dict[str, Any], item: dict[str, Any]) -> _Trigger:
    def union(key: str) -> str:
        return _union([*data.get(key, ()), *item.get(key, ())])

    return _Trigger(
        matter=item["matter"],
        match=_union(item["match"]),
        unless=union("unless"),
        unless_near=union("unless_near"),
        unless_post=union("unless_post"),
        only_post=union("only_post"),
        bounds=tuple(map(_bound, item.get("when", ()))),
        places=tuple(item.get("places", data.get("places", (REQUIREMENT, "marked")))),
        confidence=item.get("confidence", "high"),
    )


def _bound(written: str) -> _Bound:
    which, compare, limit = written.split()
    return _Bound(which, compare, float(limit))


@cache
def _words() -> dict[str, str]:
    data = knowledge.load("lexicon/condition-words")
    return {key: _union(data[key]) for key in ("mention", "mention_among_duties", "applicant")}


def _union(patterns: list[str]) -> str:
    return "|".join(_NAME.sub(_part, pattern) for pattern in patterns)


_NAME = pattern(r"\{([a-z_]+)\}")


def _part(found: re.Match[str]) -> str:
    """Put in a part that patterns share, written {name}."""
    part: str = knowledge.load("lexicon/condition-words")["parts"][found.group(1)]
    return f"(?:{_NAME.sub(_part, part)})"
