"""Tells by its words alone that no question about a duty would be answered yes: so it is with most duties.

Reading the words takes a quarter of the time that the clauses and the questions take. What stands here must hold for
every duty: where it says plain, no question finds anything (tests/test_language_plain.py asks them all the same).
"""

from functools import cache

from jdlint.language.clause import body
from jdlint.language.heads import is_verb
from jdlint.language.mark import Sentence
from jdlint.language.marks_damage import may_be_broken
from jdlint.language.marks_empty import EMPTY, is_verbal
from jdlint.language.marks_obligation import OBLIGATION, RULES_OR_VIRTUES, RULES_TO_KEEP
from jdlint.language.marks_remark import NON_DUTY, may_say_what_it_is
from jdlint.language.marks_residual import CATCH_ALL
from jdlint.language.marks_trait import TRAIT
from jdlint.language.questions import CLEAR
from jdlint.language.residue import is_act
from jdlint.language.words import Word
from jdlint.pattern import pattern

_UNCLEAR = frozenset[str]().union(*(kinds for _, kinds in CLEAR))
_TELLS, _KEEPS, _RULE, _PASSIVE, _LEADING, _MODAL, _BASIS, _PREPOSITION = (1 << number for number in range(8))
_FLAGS = (
    (_TELLS, EMPTY | TRAIT | OBLIGATION | CATCH_ALL | NON_DUTY | _UNCLEAR),
    (_KEEPS, RULES_TO_KEEP),
    (_RULE, RULES_OR_VIRTUES),
    (_PASSIVE, frozenset(("passive",))),
    (_LEADING, frozenset(("leading",))),
    (_MODAL, frozenset(("modal",))),
    (_BASIS, frozenset(("basis",))),
    (_PREPOSITION, frozenset(("preposition",))),
)
"""What kinds of words say about a duty: that a question is about it, alone or together with another word."""
_NO_HEAD = frozenset(("connector", "coordinator", "preposition", "determiner", "both"))
_ENDS = {True: "。;,!?:\n", False: ".;!?:\n"}
"""Marks between clauses, in Chinese and in English."""
_CUTTING = pattern(r"[(\[:]")


@cache
def _flags(kinds: frozenset[str]) -> int:
    return sum(flag for flag, wanted in _FLAGS if not kinds.isdisjoint(wanted))


def is_plain(sentence: Sentence) -> bool:
    """Say whether no question would be answered yes; False where only the clauses can tell."""
    told = 0
    for word in sentence.words:
        told |= _flags(word.kinds)
    if told & _TELLS or (told & _KEEPS and told & _RULE) or (told & _PASSIVE and told & _LEADING):
        return False
    if _CUTTING.search(sentence.masked) or may_say_what_it_is(sentence):
        return False
    start, end = body(sentence.folded)
    return _acts(sentence, start, end, told) and not may_be_broken(sentence, start, end)


def _acts(sentence: Sentence, start: int, end: int, told: int) -> bool:
    """Say whether a duty surely has a verb, and names an act."""
    words = sentence.words
    if not words:
        return False
    if _heads(words[0], start) and not told & _MODAL:
        return True
    last = -1
    if told & _PREPOSITION:
        last = max(sentence.masked.rfind(mark, start, end) for mark in _ENDS[sentence.is_chinese])
        if any(word.start > last and is_verbal(word) for word in words):
            return True
    is_context = last >= 0 and any("preposition" in word.kinds and word.start < last for word in words)
    return not is_context and not told & _BASIS and any(map(is_act, words))


def _heads(word: Word, start: int) -> bool:
    """Say whether a word that opens the duty is its verb, whatever follows."""
    return word.start == start and is_verb(word) and word.kinds.isdisjoint(_NO_HEAD)
