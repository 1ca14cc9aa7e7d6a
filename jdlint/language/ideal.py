"""Says whether an English duty only wants more of what everybody wants: foster a culture of trust, drive change."""

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.english import unknown_between
from jdlint.language.mark import Sentence
from jdlint.language.words import Word

_SMALL = frozenset(
    ("scope", "determiner", "connector", "coordinator", "empty", "vague-modifier", "opinion", "opinion-mild", "adverb")
)
_WHERE = frozenset(("unit-end", "whom", "recipient", "boundary", "preposition", "function"))
_AMONG = frozenset(
    ("of", "in", "within", "across", "throughout", "among", "amongst", "between", "at", "for", "with", "to")
)
_TOLD = frozenset(("frequency", "named", "document-end", "deadline", "event", "sample"))
IDEALS = frozenset(("ideal", "spirit"))
_TELLS_SPIRIT = frozenset(("of", "that", "where"))
_TAIL = 5
"""Words that may say whose spirit or culture it is."""


def only_ideals(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find an ideal that is only to be advanced, with no word on what is done for it."""
    heads = clause.heads
    if not heads or any("advances" not in head.kinds for head in heads) or sentence.others_act(clause):
        return None
    if clause.has_number or clause.kinds & _TOLD:
        return None
    behind = clause.behind(clause.object_start)
    first = next((number for number, word in enumerate(behind) if word.kinds & IDEALS), None)
    if first is None or not _only_small(clause, behind[:first]):
        return None
    return (heads[0].start, clause.end) if _ends_soon(clause, behind[first:]) else None


def _only_small(clause: Clause, before: Sequence[Word]) -> bool:
    """Say whether nothing stands before an ideal that says which one."""
    end = before[-1].end if before else clause.object_start
    told = unknown_between(clause.text, clause, clause.object_start, end)
    return not told and all(word.kinds & _SMALL for word in before)


def _ends_soon(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether nothing follows an ideal but others, and where they are wanted."""
    start = behind[0].end
    unknown = unknown_between(clause.text, clause, start, clause.end)
    if behind[0].text.endswith(" of") or any(
        "spirit" in word.kinds and after.text in _TELLS_SPIRIT for word, after in pairwise(behind)
    ):
        return len(clause.text[start : clause.end].split()) <= _TAIL + 1 and not any(map(_acts, behind[1:]))
    return not unknown and all(_is_ideal_or_small(word) for word in behind[1:])


def _is_ideal_or_small(word: Word) -> bool:
    if not word.kinds.isdisjoint(("boundary", "preposition")):
        return word.text in _AMONG
    return not word.kinds.isdisjoint(_SMALL | _WHERE | {"ideal"})


def _acts(word: Word) -> bool:
    return "act" in word.kinds and word.kinds.isdisjoint(("ideal", "function", "thing", "recipient"))
