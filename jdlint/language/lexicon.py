"""The phrase tables of rules/lexicon/, matched together in one pass over a text."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from jdlint import knowledge
from jdlint.language.fold import fold

try:
    import ahocorasick_rs

    automata: ModuleType | None = ahocorasick_rs
except ImportError:  # pragma: no cover
    # no wheel for this platform: `re` stands in, about 12 times slower
    automata = None

Matcher = Callable[[str], Iterable[tuple[int, int, int]]]
"""Gives (phrase number, start, end) for every phrase in a folded text, overlapping ones included."""


class Phrase(NamedTuple):
    """One entry of a table."""

    table: str
    text: str
    """Folded, as it is matched."""
    reason: str
    """Which of the table's reasons it stands under; '' where the table has none."""
    not_before: tuple[str, ...] = ()
    """Folded texts that, directly behind the phrase, make it another word."""
    not_behind: tuple[str, ...] = ()
    """Folded texts that, directly before the phrase, make it another word."""


class Hit(NamedTuple):
    """A phrase found in a text."""

    phrase: Phrase
    start: int
    end: int


class Lexicon:
    """Phrase tables as one automaton."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._is_free = [_is_free(phrase) for phrase in self.phrases]
        self._match = _matcher([phrase.text for phrase in self.phrases])

    def find(self, folded: str) -> list[Hit]:
        """Find the phrases of a folded text, in order, words within longer words left out."""
        return [
            Hit(self.phrases[number], start, end)
            for number, start, end in sorted(self._match(folded), key=_by_place)
            if self._is_free[number] or _stands_alone(self.phrases[number], folded, start, end)
        ]


def _by_place(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _is_free(phrase: Phrase) -> bool:
    """Tell whether a phrase counts wherever its characters stand."""
    is_latin = _is_letter(phrase.text[0]) or _is_letter(phrase.text[-1])
    return not (is_latin or phrase.not_before or phrase.not_behind)


def _stands_alone(phrase: Phrase, folded: str, start: int, end: int) -> bool:
    if phrase.text[0].isascii() and start and _is_letter(phrase.text[0]) and _is_letter(folded[start - 1]):
        return False
    if end < len(folded) and _is_letter(phrase.text[-1]) and _is_letter(folded[end]):
        return False
    return not (
        any(folded.startswith(text, end) for text in phrase.not_before)
        or any(folded.endswith(text, 0, start) for text in phrase.not_behind)
    )


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _matcher(texts: list[str]) -> Matcher:
    if not texts:
        return lambda _folded: ()
    if automata is None:
        return _matcher_without_wheel(texts)
    find = automata.AhoCorasick(texts).find_matches_as_indexes
    return lambda folded: find(folded, overlapping=True)


def _matcher_without_wheel(texts: list[str]) -> Matcher:
    patterns = [(number, re.compile(re.escape(text))) for number, text in enumerate(texts)]

    def match(folded: str) -> Iterator[tuple[int, int, int]]:
        for number, pattern in patterns:
            if texts[number] in folded:
                yield from ((number, found.start(), found.end()) for found in pattern.finditer(folded))

    return match


@cache
def table(name: str) -> tuple[Phrase, ...]:
    """Load one phrase table of rules/lexicon/."""
    return read_table(name, knowledge.load(f"lexicon/{name}"))


def read_table(name: str, data: Any) -> tuple[Phrase, ...]:  # noqa: ANN401 - plain data, checked here
    """Read a table's data: `phrases` is a list, or a mapping from a reason to a list; an item may be a mapping."""
    groups: Any = data["phrases"]
    if not isinstance(groups, dict):
        groups = {"": groups}
    return tuple(_phrase(name, reason, item) for reason, items in groups.items() for item in items)


def _phrase(name: str, reason: str, item: object) -> Phrase:
    if isinstance(item, dict):
        before, behind = (tuple(map(fold, item.get(key, ()))) for key in ("not_before", "not_behind"))
        return Phrase(name, fold(item["text"]), reason, before, behind)
    return Phrase(name, fold(str(item)), reason)
