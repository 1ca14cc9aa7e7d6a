"""Finds many texts in one pass over another; building what does so pays where that is asked of many texts."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

WORTH = 200
"""It takes as long to build as looking texts up one by one in about so many others: a single file does without."""

Match = tuple[int, int, int]
"""The number of a text, and where it begins and ends."""

Find = Callable[[str], list[Match]]


def longest(texts: Sequence[str]) -> Find | None:
    """Give what finds the longest text at each place, from left to right; None where the platform has no such thing."""
    library = _library()
    if library is None:
        return None
    find: Find = library.AhoCorasick(texts, matchkind=library.MatchKind.LeftmostLongest).find_matches_as_indexes
    return find


def overlapping(texts: Sequence[str]) -> Find | None:
    """Give what finds every text, those inside others included; None where the platform has no such thing."""
    library = _library()
    if library is None or not texts:
        return None
    find = library.AhoCorasick(texts).find_matches_as_indexes
    return lambda folded: find(folded, overlapping=True)


@cache
def _library() -> Any:  # noqa: ANN401 - a module
    try:
        import ahocorasick_rs  # noqa: PLC0415 - a single file does without
    except ImportError:  # pragma: no cover - no wheel for this platform: look-ups take about 12 times as long
        return None
    return ahocorasick_rs
