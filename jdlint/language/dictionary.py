"""Cuts a folded text into known words: from left to right, the longest at each place."""

import re
from collections.abc import Callable, Iterable

try:
    from ahocorasick_rs import AhoCorasick, MatchKind
except ImportError:  # pragma: no cover - no wheel for this platform: words are looked up in Python
    AhoCorasick = None  # type: ignore[assignment,misc]

Match = tuple[int, int, int]
"""A word's number, and where it begins and ends."""

_WORTH = 200
"""Building the automaton takes as long as looking up words in about so many texts: a single file does without."""


Packed = tuple[tuple[str, ...], dict[str, int], dict[str, tuple[int, ...]], tuple["_Edges", ...]]
"""A dictionary as plain data: its words, their numbers, the lengths of words by how they open, the longest first, and
whether each begins and ends with a Latin letter; nothing of that where Latin words may stand inside longer ones."""


def pack(texts: Iterable[str], *, inside_words: bool = False) -> Packed:
    """Make a dictionary's data; `inside_words` says that Latin words may stand inside longer Latin words, too."""
    words = tuple(texts)
    openings = _CHARACTER if inside_words else _OPENING
    lengths: dict[str, list[int]] = {}
    for text in sorted(words, key=len, reverse=True):
        found = openings.match(text)
        known = lengths.setdefault(found.group() if found else "", [])
        if len(text) not in known:
            known.append(len(text))
    return (
        words,
        {text: number for number, text in enumerate(words)},
        {opening: tuple(known) for opening, known in lengths.items()},
        () if inside_words else tuple(map(_edges, words)),
    )


class Dictionary:
    """Words by number. Looks them up one by one in the first texts, then with an automaton, to the same effect."""

    def __init__(self, packed: Packed) -> None:
        self.texts, self._numbers, self._lengths, self._edges = packed
        self._openings = _OPENING if self._edges else _CHARACTER
        self._seen = 0
        self._find: Callable[[str], list[Match]] | None = None

    def cut(self, folded: str) -> list[Match]:
        """Give the words of a text."""
        if self._find is None:
            self._seen += 1
            if self._seen < _WORTH or AhoCorasick is None:
                return self._look_up(folded)
            self._find = AhoCorasick(self.texts, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes
        found = self._find(folded)
        edges = self._edges
        if not edges:
            return found
        for number, start, end in found:
            if edges[number] != _FREE and not _stands_alone(edges[number], folded, start, end):
                # a shorter word may stand here, which the automaton has passed over
                return self._look_up(folded)
        return found

    def _look_up(self, folded: str) -> list[Match]:
        numbers, edges = self._numbers, self._edges
        found: list[Match] = []
        reached, last = 0, len(folded)
        for opening in self._openings.finditer(folded):
            start = opening.start()
            lengths = self._lengths.get(opening.group())
            if lengths is None or start < reached:
                continue
            for length in lengths:
                end = start + length
                number = numbers.get(folded[start:end]) if end <= last else None
                if number is not None and (not edges or _stands_alone(edges[number], folded, start, end)):
                    found.append((number, start, end))
                    reached = end
                    break
        return found


_CHARACTER = re.compile(r"(?s:.)")
_OPENING = re.compile(r"[a-zA-Z]+|[^a-zA-Z]")
"""How words open: a Latin one with all its first letters, for it stands alone; another with its first character."""

_Edges = tuple[bool, bool]
_FREE: _Edges = (False, False)


def _edges(text: str) -> _Edges:
    """Tell whether a word begins and ends with a Latin letter."""
    edges = _is_letter(text[0]), _is_letter(text[-1])
    return edges if any(edges) else _FREE


def _stands_alone(edges: _Edges, folded: str, start: int, end: int) -> bool:
    if edges[0] and start and _is_letter(folded[start - 1]):
        return False
    return not (edges[1] and end < len(folded) and _is_letter(folded[end]))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
