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
_WHERE = frozenset(("event", "unit-end", "whom", "recipient", "boundary", "preposition", "function"))
_AMONG = frozenset(("of", "in", "within", "across", "throughout", "among", "amongst", "between", "at", "for", "to"))
_TOLD = frozenset(("frequency", "named", "document-end", "deadline", "sample"))
IDEALS = frozenset(("ideal", "spirit", "cared"))
_AIMS = frozenset(("ideal", "spirit"))
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
    first = next((number for number, word in enumerate(behind) if word.kinds & _AIMS), None)
    if first is not None and _only_small(clause, behind[:first]) and _ends_soon(clause, behind[first:]):
        return heads[0].start, clause.end
    return _only_pledged(clause, behind)


def _only_pledged(clause: Clause, behind: Sequence[Word]) -> tuple[int, int] | None:
    """Find care that is only pledged for somebody or something: ensure the safety of guests, ensure staff welfare."""
    if any("pledges" not in head.kinds for head in clause.heads):
        return None
    number = next((number for number, word in enumerate(behind) if "cared" in word.kinds), len(behind))
    before, rest = behind[:number], behind[number + 1 :]
    owned = before[-1].end if before else clause.object_start
    if not behind[number:] or len(unknown_between(clause.text, clause, clause.object_start, owned)) > 1:
        return None
    if not all(word.kinds & _OWNERS for word in before):
        return None
    start = behind[number].end
    told = clause.text[start : clause.end].split()
    whose = not told or (told[0] in _WHOSE and len(told) <= _TAIL + 1 and not any(map(_tells_how, rest[1:])))
    return (clause.heads[0].start, clause.end) if whose else None


_OWNERS = (_SMALL - {"opinion", "opinion-mild"}) | {
    "recipient",
    "whom",
    "function",
    "unit-end",
    "thing",
    "ideal",
    "cared",
}
_WHOSE = frozenset(("of", "and", "for"))


def _tells_how(word: Word) -> bool:
    if not word.kinds.isdisjoint(("boundary", "preposition")):
        return word.text not in _AMONG
    return _acts(word)


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
