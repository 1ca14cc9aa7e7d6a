"""Finds English conditions that leave it to somebody or to the day whether it is done: as the workload permits."""

from collections.abc import Callable, Sequence
from functools import cache

from jdlint.language.clause import Clause
from jdlint.language.words import listed
from jdlint.pattern import pattern

LOOSE = frozenset(("fitting", "arises"))
"""Kinds of words of which such a condition has one."""
_TOKEN = pattern(r"[a-z][a-z'/-]*")
_REACH = 60
"""Characters before its last word within which such a condition opens."""
_BOUND = (" by ", " to ", " for ", " that ", " in order ", " under ", " from ")
"""What tells behind the last word who or what decides: required by law."""
_CLOSES = pattern(r"\s*(?:[^\sa-z]|$|(?:and|or|so|it|this)\b)")
"""What may follow a condition whose verb has no object: not if conditions require a second banksman."""
_LONGEST = 9
"""Words that such a condition has at the most."""


def left_to_occasion(clause: Clause) -> tuple[int, int] | None:
    """Find a condition that nobody can check: if it is felt necessary, when the need arises."""
    if clause.kinds.isdisjoint(LOOSE):
        return None
    for word in clause.words:
        if word.kinds.isdisjoint(LOOSE) or clause.text.startswith(_BOUND, word.end):
            continue
        tokens = list(_TOKEN.finditer(clause.text, max(clause.start, word.start - _REACH), word.start))[-_LONGEST:]
        texts = [token.group() for token in tokens]
        opener = _judged_from(texts) if "fitting" in word.kinds else None
        if opener is None and "arises" in word.kinds and _CLOSES.match(clause.text, word.end):
            opener = _occasion_from(texts)
        if opener is not None:
            return tokens[opener].start(), word.end
    return None


def _judged_from(texts: Sequence[str]) -> int | None:
    """Say where a condition opens that only somebody's judgement fills: as the manager thinks, where reasonably."""
    end = len(texts)
    while end and (texts[end - 1] in _words("judged") or texts[end - 1].endswith("ly")):
        end -= 1
    if end and texts[end - 1] in _words("loosely"):
        return end - 1 if end < len(texts) or texts[-1] != _AS else None
    if not end or texts[end - 1] not in _words("deems"):
        return None
    judges = range(end - 2, max(end - 2 - _JUDGE, -1), -1)
    return next((number for number in judges if texts[number] in _words("loosely")), None)


_AS = "as"
"""Opens no condition right before its last word: as nearly as possible."""
_JUDGE = 4
"""Words behind `as` or `if` within which stands who judges."""


def _occasion_from(texts: Sequence[str]) -> int | None:
    """Say where a condition opens that the day fills: as the situation may, when operational needs."""
    end = len(texts)
    while end and texts[end - 1] in _words("judged") and texts[end - 1] not in _words("occasion"):
        end -= 1
    if not end or texts[end - 1] not in _words("occasion"):
        return None
    return _opener(texts, end - 1, lambda text: text in _words("occasion-of"))


def _opener(texts: Sequence[str], end: int, passes: Callable[[str], bool]) -> int | None:
    for number in range(end - 1, -1, -1):
        if texts[number] in _words("loosely"):
            return number
        if not passes(texts[number]):
            return None
    return None


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(listed("open-ends", "en", f"single-{kind}"))
