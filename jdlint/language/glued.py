"""Finds the words of English whose blanks were lost in copying: Definesalestargets is Define sale targets, or sales."""

from functools import cache

from jdlint import knowledge
from jdlint.language.phrase_parse import vocabulary
from jdlint.language.words import english_index
from jdlint.record import NamedTuple


class Spaced(NamedTuple):
    """A folded text with blanks between its words."""

    text: str
    columns: tuple[int, ...]
    """For each character, and for the end, where it stands without them; a blank stands where its follower does."""


def spaced(folded: str) -> Spaced:
    """Put blanks between the words of every run of letters that is no word itself."""
    parts: list[str] = []
    columns: list[int] = []
    start = 0
    while start < len(folded):
        end = _run_end(folded, start)
        pieces = _words_of(folded[start:end]) if end - start > 1 else [folded[start:end]]
        for number, piece in enumerate(pieces):
            if number:
                parts.append(" ")
                columns.append(start)
            parts.append(piece)
            columns += range(start, start + len(piece))
            start += len(piece)
    return Spaced("".join(parts), (*columns, len(folded)))


def _run_end(folded: str, start: int) -> int:
    end = start + 1
    if _is_letter(folded[start]):
        while end < len(folded) and _is_letter(folded[end]):
            end += 1
    return end


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _words_of(run: str) -> list[str]:
    """Cut letters into the fewest known words; letters that belong to none stay together."""
    known = _known()
    if run in known:
        return [run]
    cheapest: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        best = cheapest[end - 1][0] + _UNKNOWN, end - 1
        for start in range(max(0, end - _LONGEST), end - 1):
            cost = known.get(run[start:end])
            if cost is not None:
                best = min(best, (cheapest[start][0] + cost, start))
        cheapest.append(best)
    return _pieces(run, cheapest)


def _pieces(run: str, cheapest: list[tuple[float, int]]) -> list[str]:
    """Follow the cheapest way back; neighbouring letters of no word are one piece."""
    pieces: list[str] = []
    end, loose = len(run), False
    while end:
        start = cheapest[end][1]
        is_loose = end - start == 1
        if loose and is_loose:
            pieces[-1] = run[start:end] + pieces[-1]
        else:
            pieces.append(run[start:end])
        end, loose = start, is_loose
    return pieces[::-1]


_LONGEST = 20
"""Letters of the longest word that is looked for."""
_FEW = 2
_JOINING, _WORD, _SHORT, _UNKNOWN = 0.9, 1.0, 1.4, 1.2
"""What a word costs: one that joins others, any, one of two letters; and a letter of no word. The cheapest way has few
and long words."""


@cache
def _known() -> dict[str, float]:
    """Give what every English word of the tables costs, in its forms, and the small words that join them."""
    table = knowledge.load("lexicon/glued-english")
    texts = (*(entry for entry, _ in english_index().entries()), *vocabulary().words, *table["plain"])
    words = (word for text in texts if text.isascii() for word in text.split() if word.isalpha())
    costs = {word: _SHORT if len(word) <= _FEW else _WORD for word in words if len(word) > 1}
    return costs | dict.fromkeys(table["joining"], _JOINING)
