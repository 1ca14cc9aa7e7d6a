"""Looks around in an English clause: the noun phrase behind a verb, the words that no table knows."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from jdlint.language.clause import Clause
from jdlint.language.words import Word
from jdlint.pattern import pattern

_EDGES = frozenset(("preposition", "boundary"))
_TOKEN = pattern(r"[a-z0-9][a-z0-9&'/+-]*")
_PERSON = pattern(r"[a-z]{3,}(?:er|or|ist|ian|ee|ant|man|woman)s?$")


def phrase_end(clause: Clause, start: int) -> int:
    """Say where the noun phrase ends that begins at a place: at a preposition, `to`, `that`, or with the clause."""
    return next((word.start for word in clause.words if word.start >= start and word.kinds & _EDGES), clause.end)


def phrase_words(clause: Clause, start: int) -> Sequence[Word]:
    """Give the known words of the noun phrase that begins at a place."""
    end = phrase_end(clause, start)
    return [word for word in clause.words if start <= word.start < end]


def unknown_between(folded: str, clause: Clause, start: int, end: int) -> list[str]:
    """Give the words between two places that no table knows."""
    known = [word for word in clause.words if word.end > start and word.start < end]
    nearest = (
        (token, bisect_right(known, token.start(), key=_START) - 1) for token in _TOKEN.finditer(folded, start, end)
    )
    return [token.group() for token, place in nearest if place < 0 or token.start() >= known[place].end]


_START = attrgetter("start")


def names_person(words: Sequence[str]) -> bool:
    """Say whether one of these words ends like the name of a trade (conservators, dietitian)."""
    return any(map(_PERSON.match, words))
