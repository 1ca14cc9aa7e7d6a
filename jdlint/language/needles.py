"""The texts that must stand in a text for a pattern to match it: looked for before the pattern is compiled.

Worked out when rules are compiled. A pattern that can't be read here needs nothing, and is then tried on every text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

try:
    from re import _parser as parser  # type: ignore[attr-defined] # what Python reads patterns with, without a promise
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere: patterns are tried on every text
    parser = None

Needles = frozenset[str]
"""Texts of which one must stand there; an empty set asks for nothing."""

_MOST = 100
"""Looking for more of them costs more than the pattern."""

_CLASS = 12
"""A class of more characters is no needle."""

_OTHER_SYNTAX = ("[[", "[^[", "\\Q", "\\C", "\\z", "(?i", "(?s", "(?m", "(?U")
"""What RE2 reads otherwise than Python, or what changes how the rest is read."""

_SCRIPT = re.compile(r"\\[pP](?:\{\^?\w+\}|\w)")
"""A class of RE2 that Python doesn't know, such as \\p{Han}; any other class without needles stands in for it."""

_CUT = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""What a pattern may be cut at, and what hides such marks: escapes and classes."""


def branches(pattern: str) -> list[str]:
    """Cut a pattern into the alternatives of its top; where they can't be told apart, it is one."""
    if _is_unread(pattern):
        return [pattern]
    ends, depth = [-1], 0
    for found in _CUT.finditer(pattern):
        mark = found.group()
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            ends.append(found.start())
    return [pattern[start + 1 : end] for start, end in pairwise((*ends, len(pattern)))]


def needles(pattern: str) -> tuple[Needles, ...]:
    """Give what a text needs that a pattern matches: one of each set, the rarest first; nothing where any text may."""
    if _is_unread(pattern):
        return ()
    try:
        found = _of_sequence(parser.parse(_SCRIPT.sub(r"\\w", pattern)))
    except re.error:
        return ()
    fewest = {frozenset(_fewest(each)) for each in found}
    return tuple(sorted((each for each in fewest if len(each) <= _MOST), key=_worth, reverse=True))


def _fewest(found: Needles) -> Iterator[str]:
    """Leave out what holds another needle: it is found with that."""
    for needle in found:
        if not any(other in needle and other != needle for other in found):
            yield needle


def _is_unread(pattern: str) -> bool:
    return parser is None or any(written in pattern for written in _OTHER_SYNTAX)


def _of_sequence(items: Iterable[Any]) -> set[Needles]:
    """Give all that the parts of a sequence need; neighbouring characters make one needle."""
    found, run = set[Needles](), ""
    for kind, argument in items:
        if str(kind) == "LITERAL":
            run += chr(argument)
            continue
        found |= {frozenset((run,))} if run else set()
        run = ""
        found |= _of_part(str(kind), argument)
    return found | {frozenset((run,))} if run else found


def _of_part(kind: str, argument: Any) -> set[Needles]:  # noqa: ANN401 - as the parser gives it
    if kind == "SUBPATTERN":
        return _of_sequence(argument[-1])
    if kind == "BRANCH":
        choices = [max(_of_sequence(choice), key=_worth, default=frozenset[str]()) for choice in argument[1]]
        return {frozenset[str]().union(*choices)} if all(choices) else set()
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, repeated = argument
        return _of_sequence(repeated) if least else set()
    return _of_class(argument) if kind == "IN" else set()


def _of_class(members: Sequence[tuple[Any, Any]]) -> set[Needles]:
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
            return set()
    return {frozenset(found)} if len(found) <= _CLASS else set()


def _worth(found: Needles) -> tuple[int, int, list[str]]:
    """Say how few texts hold one of them: a Chinese character counts as much as three Latin letters."""
    shortest = min((len(needle.encode("utf-8", "surrogatepass")) for needle in found), default=0)
    return shortest, -len(found), sorted(found)
