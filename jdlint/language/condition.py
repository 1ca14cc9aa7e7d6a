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

from jdlint import knowledge
from jdlint.language.linear import compiled
from jdlint.language.quantity import number
from jdlint.language.trigger import MARKED, PRICED, WORK, Bound, Trigger, searches, triggers, union
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Condition(NamedTuple):
    """One condition that a text sets."""

    subject: str
    matter: str
    """Which part of the subject; the law may weigh the parts differently."""
    confidence: str
    start: int
    end: int


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
    met: dict[str, Condition] = {}
    for search, wordings in searches(subject, place).touched(folded):
        trigger = search.trigger
        if trigger.matter in met:
            continue
        for found in islice(search.matches(folded, wordings), _MOST):
            span = _trimmed(folded, *found.span())
            if _speaks(trigger, folded, span, place, post):
                met[trigger.matter] = Condition(subject, trigger.matter, trigger.confidence, *span)
                break
    return tuple(met.values())


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


def _speaks(trigger: Trigger, folded: str, span: tuple[int, int], place: str, post: str) -> bool:
    start, end = span
    if not all(_holds_for(bound, folded[start:end]) for bound in trigger.bounds):
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


def _holds_for(bound: Bound, text: str) -> bool:
    values = [value for found in _NUMBERS.finditer(text) if (value := number(found.group())) is not None]
    return bool(values) and _COMPARISONS[bound.compare](_CHOICES[bound.which](values), bound.limit)


def _is_looked_at(trigger: Trigger, folded: str, span: tuple[int, int], place: str) -> bool:
    """Tell a condition from a word about it: among duties words are mostly about customers, goods and rules."""
    start, end = span
    words = _words()
    if _holds(words["mention"], folded[_last_end(_ENDS, folded, start) : start]):
        return False
    if place != WORK:
        return place in trigger.places
    sentence = folded[_last_end(_SENTENCE_ENDS, folded, start) : start]
    is_mention = PRICED not in trigger.places and _holds(words["mention_among_duties"], sentence)
    if is_mention or _is_quoted(folded, start, end):
        return False
    if WORK in trigger.places:
        return True
    near = folded[max(0, start - _NEAR) : end + _NEAR]
    return MARKED in trigger.places and _holds(words["applicant"], near)


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
def _words() -> dict[str, str]:
    data = knowledge.load("lexicon/condition-words")
    return {key: union(data[key]) for key in ("mention", "mention_among_duties", "applicant")}
