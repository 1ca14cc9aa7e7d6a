"""The phrase tables of rules/lexicon/, matched together in one pass over a text."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Any

from jdlint import knowledge
from jdlint.language.automaton import WORTH, Find, overlapping
from jdlint.language.fold import fold
from jdlint.record import NamedTuple


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


_new_hit: Callable[[tuple[Phrase, int, int]], Hit] = partial(tuple.__new__, Hit)
"""Makes a hit in half the time of `Hit(…)`."""


Index = tuple[dict[str, list[int]], dict[str, list[int]]]
"""The numbers of the phrases of each text, and the lengths of the texts that begin with a character."""


class Lexicon:
    """Phrase tables, looked up one by one in the first texts, then as one automaton, to the same effect."""

    def __init__(self, phrases: Iterable[Phrase], index: Index | None = None) -> None:
        self.phrases = tuple(phrases)
        self._index = index or index_of(self.phrases)
        self._seen = 0
        self._free = _Free(self.phrases)
        self._match: Find = self._look_up

    def find(self, folded: str) -> list[Hit]:
        """Find the phrases of a folded text, in order, words within longer words left out."""
        self._seen += 1
        if self._seen == WORTH:
            self._match = overlapping([phrase.text for phrase in self.phrases]) or self._look_up
        matches = self._match(folded)
        if not matches:
            return []
        phrases, free = self.phrases, self._free
        return [
            _new_hit((phrases[number], start, end))
            for number, start, end in sorted(matches, key=_by_place)
            if free[number] or _stands_alone(phrases[number], folded, start, end)
        ]

    def _look_up(self, folded: str) -> list[tuple[int, int, int]]:
        numbers, lengths = self._index
        found: list[tuple[int, int, int]] = []
        for start, character in enumerate(folded):
            of_character = lengths.get(character)
            if of_character is None or (start and character in _LETTERS and folded[start - 1] in _LETTERS):
                continue  # none begins so, or none would stand alone: it would begin inside a word
            for end in (start + length for length in of_character):
                if end <= len(folded):
                    found += ((number, start, end) for number in numbers.get(folded[start:end], ()))
        return found


def index_of(phrases: Iterable[Phrase]) -> Index:
    """Tell where to look for phrases."""
    numbers: dict[str, list[int]] = {}
    lengths: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        numbers.setdefault(phrase.text, []).append(number)
        known = lengths.setdefault(phrase.text[0], [])
        if len(phrase.text) not in known:
            known.append(len(phrase.text))
    return numbers, lengths


class _Free(dict[int, bool]):
    """Whether phrases count wherever their characters stand, by their numbers; worked out for those that are found."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        super().__init__()
        self._phrases = phrases

    def __missing__(self, number: int) -> bool:
        found = self[number] = _is_free(self._phrases[number])
        return found


def _by_place(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]


def _is_free(phrase: Phrase) -> bool:
    is_latin = _is_letter(phrase.text[0]) or _is_letter(phrase.text[-1])
    return not (is_latin or phrase.not_before or phrase.not_behind)


def _stands_alone(phrase: Phrase, folded: str, start: int, end: int) -> bool:
    if phrase.text[0].isascii() and start and _is_letter(phrase.text[0]) and _is_letter(folded[start - 1]):
        return False
    if end < len(folded) and _is_letter(phrase.text[-1]) and _is_letter(folded[end]):
        return False
    return not (folded.startswith(phrase.not_before, end) or folded.endswith(phrase.not_behind, 0, start))


_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _is_letter(character: str) -> bool:
    return character in _LETTERS


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
