"""Cuts a folded text into known words: from left to right, the longest at each place."""

import marshal
from collections.abc import Iterable

from jdlint import compiled
from jdlint.language.automaton import Find, Match, longest
from jdlint.pattern import pattern
from jdlint.property import cached_property

_Edges = tuple[bool, bool]
"""Whether a word begins and ends with a Latin letter."""

_Bucket = tuple[dict[str, tuple[int, ...]], dict[str, int]]
"""Words that begin with one character: the lengths of those that open alike, the longest first, and their numbers."""

Packed = tuple[bool, dict[str, bytes]]
"""A dictionary as plain data: whether Latin words may stand inside longer Latin words, and its buckets, each packed by
itself, for a single file needs few of them."""


def pack(texts: Iterable[str], *, inside_words: bool = False) -> Packed:
    """Make a dictionary's data of its words in the order of their numbers."""
    openings = _CHARACTER if inside_words else _OPENING
    buckets: dict[str, tuple[dict[str, list[int]], dict[str, int]]] = {}
    for number, text in enumerate(texts):
        lengths, numbers = buckets.setdefault(text[0], ({}, {}))
        numbers[text] = number
        found = openings.match(text)
        lengths.setdefault(found.group() if found else "", []).append(len(text))
    return inside_words, {character: _packed(*bucket) for character, bucket in buckets.items()}


def _packed(lengths: dict[str, list[int]], numbers: dict[str, int]) -> bytes:
    distinct = {opening: tuple(sorted(set(known), reverse=True)) for opening, known in lengths.items()}
    return marshal.dumps((distinct, numbers), compiled.FORMAT)


class _Buckets(dict[str, _Bucket]):
    """Buckets by their character; each is unpacked when it is asked for."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, character: str) -> _Bucket:
        packed = self._packed.get(character)
        if packed is None:
            return _EMPTY
        bucket: _Bucket = marshal.loads(packed)  # noqa: S302 - compiled
        self[character] = bucket
        return bucket


class Dictionary:
    """Words by number. Looks them up one by one in the first texts, then with an automaton, to the same effect.

    Latin words that stand alone are always looked up: a text has few places where one begins.
    """

    def __init__(self, packed: Packed) -> None:
        self._inside_words, self._packed = packed
        self._buckets = _Buckets(self._packed)
        self._seen = 0
        self._find: Find | None = None

    @cached_property
    def texts(self) -> list[str]:
        """The words in the order of their numbers."""
        numbers = {text: number for opening in self._packed for text, number in self._buckets[opening][1].items()}
        return sorted(numbers, key=numbers.__getitem__)

    @cached_property
    def _edges(self) -> list[_Edges]:
        return list(map(_edges, self.texts))

    @property
    def has_automaton(self) -> bool:
        """Whether texts are no longer looked up one by one."""
        return self._find is not None

    def expect(self, texts: Iterable[str]) -> None:
        """Have the automaton at once where the texts that will be cut now are worth it."""
        if self._find is None and self._seen + sum(len(text) for text in texts if not text.isascii()) >= WORTH:
            self._find = longest(self.texts)

    def cut(self, folded: str) -> list[Match]:
        """Give the words of a text."""
        if not self._inside_words and folded.isascii():
            return self._look_up(folded)
        if self._find is None:
            if self._seen >= WORTH:
                self._find = longest(self.texts)
            self._seen += len(folded)
            if self._find is None:
                return self._look_up(folded)
        found = self._find(folded)
        if self._inside_words or not _LATIN.search(folded):
            return found
        edges = self._edges
        for number, start, end in found:
            if edges[number] is not _FREE and not _stands_alone(edges[number], folded, start, end):
                return self._mended(folded, found)
        return found

    def _mended(self, folded: str, found: list[Match]) -> list[Match]:
        """Look up by hand where the automaton took part of a longer word: a shorter one may stand there instead."""
        mended: list[Match] = []
        reached = 0
        for match in found:
            number, start, end = match
            if start >= reached and _stands_alone(self._edges[number], folded, start, end):
                mended.append(match)
                reached = end
            elif end > reached:
                reached = self._scan(folded, max(start, reached), end, mended)
        return mended

    def _look_up(self, folded: str) -> list[Match]:
        found: list[Match] = []
        self._scan(folded, 0, len(folded), found)
        return found

    def _scan(self, folded: str, first: int, stop: int, found: list[Match]) -> int:
        """Add the words that begin from `first` on and before `stop`, and give where the text goes on behind them."""
        buckets, packed, inside_words = self._buckets, self._packed, self._inside_words
        at, last = first, len(folded)
        if first and not inside_words and folded[first - 1] in _LETTERS and (run := _RUN.match(folded, first)):
            at = run.end()
        while at < stop:
            start, character = at, folded[at]
            opening = character
            at += 1
            if not inside_words and character in _LETTERS and (run := _RUN.match(folded, start)):
                opening, at = run[1], run.end()
            if character not in packed:
                continue
            lengths, numbers = buckets[character]
            for length in lengths.get(opening, ()):
                end = start + length
                number = numbers.get(folded[start:end]) if end <= last else None
                if number is not None and (inside_words or end == last or not _goes_on(folded, end)):
                    found.append((number, start, end))
                    at = end
                    break
        return max(at, stop)


WORTH = 40_000
"""An automaton of some eight thousand words takes as long to build as looking them up in a text of some more characters
than these, which are the duties of ninety roles."""
_CHARACTER = pattern(r"(?s:.)")
_OPENING = pattern(r"[a-zA-Z]+|[^a-zA-Z ]")
"""How words open: a Latin one with all its first letters, for it stands alone; another with its first character, which
is no blank."""

_LATIN = pattern(r"[a-zA-Z]")
_RUN = pattern(r"([a-zA-Z]+) *")
_EMPTY: _Bucket = ({}, {})
_FREE: _Edges = (False, False)


def _edges(text: str) -> _Edges:
    edges = text[0] in _LETTERS, text[-1] in _LETTERS
    return edges if any(edges) else _FREE


def _stands_alone(edges: _Edges, folded: str, start: int, end: int) -> bool:
    if edges[0] and start and folded[start - 1] in _LETTERS:
        return False
    return not (edges[1] and end < len(folded) and folded[end] in _LETTERS)


def _goes_on(folded: str, end: int) -> bool:
    """Say whether a Latin word goes on at a place."""
    return folded[end] in _LETTERS and folded[end - 1] in _LETTERS


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
