"""The texts of which one must stand in a text for a pattern to match it: looked for before the pattern is compiled.

Worked out when rules are compiled. A pattern that can't be read here has none, and is then tried on every text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

try:
    from re import _parser as parser  # type: ignore[attr-defined] # what Python reads patterns with, without a promise
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere: patterns are tried on every text
    parser = None

Needles = frozenset[str]

_MOST = 100
"""Looking for more of them costs more than the pattern."""

_CLASS = 12
"""A class of more characters is no needle."""

_OTHER_SYNTAX = ("[[", "[^[", "\\Q", "\\C", "\\z", "(?i", "(?s", "(?m", "(?U")
"""What RE2 reads otherwise than Python, or what changes how the rest is read."""

_SCRIPT = re.compile(r"\\[pP](?:\{\^?\w+\}|\w)")
"""A class of RE2 that Python doesn't know, such as \\p{Han}; any other class without needles stands in for it."""


def needles(pattern: str) -> Needles:
    """Give a pattern's needles; none where any text may match."""
    if parser is None or any(written in pattern for written in _OTHER_SYNTAX):
        return _NONE
    try:
        found = _of_sequence(parser.parse(_SCRIPT.sub(r"\\w", pattern)))
    except re.error:
        return _NONE
    return found if len(found) <= _MOST else _NONE


_NONE: Needles = frozenset()


def _of_sequence(items: Iterable[Any]) -> Needles:
    """Give the best of what the parts of a sequence need; neighbouring characters make one needle."""
    best, run = _NONE, ""
    for kind, argument in items:
        name = str(kind)
        if name == "LITERAL":
            run += chr(argument)
            continue
        best = _better(best, _single(run))
        run = ""
        best = _better(best, _of_part(name, argument))
    return _better(best, _single(run))


def _single(run: str) -> Needles:
    return frozenset((run,)) if run else _NONE


def _of_part(name: str, argument: Any) -> Needles:  # noqa: ANN401 - as the parser gives it
    if name == "SUBPATTERN":
        return _of_sequence(argument[-1])
    if name == "BRANCH":
        branches = [_of_sequence(branch) for branch in argument[1]]
        return frozenset[str]().union(*branches) if all(branches) else _NONE
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, repeated = argument
        return _of_sequence(repeated) if least else _NONE
    return _of_class(argument) if name == "IN" else _NONE


def _of_class(members: Sequence[tuple[Any, Any]]) -> Needles:
    """Give the characters of a class; a class of all but some has none."""
    found = set[str]()
    for kind, argument in members:
        if str(kind) == "LITERAL":
            found.add(chr(argument))
        elif str(kind) == "RANGE" and argument[1] - argument[0] < _CLASS:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif str(argument) == "CATEGORY_DIGIT":
            found.update("0123456789")
        else:
            return _NONE
    return frozenset(found) if len(found) <= _CLASS else _NONE


def _better(first: Needles, second: Needles) -> Needles:
    """Choose what stands in fewer texts: a Chinese character counts as much as three Latin letters."""
    return max(first, second, key=_worth)


def _worth(found: Needles) -> tuple[int, int]:
    return min((len(needle.encode("utf-8", "surrogatepass")) for needle in found), default=0), -len(found)
