"""Tells by its words alone which questions about a duty may be answered yes: about most duties none.

Reading the words takes a quarter of the time that the clauses and the questions take. What stands here must hold for
every duty: a question that isn't in doubt finds nothing (tests/test_language_doubt.py asks all of them all the same).
"""

from collections.abc import Mapping
from functools import cache

from jdlint.language.clause import body
from jdlint.language.heads import is_verb, leads_on
from jdlint.language.mark import Sentence
from jdlint.language.marks_damage import may_be_broken
from jdlint.language.marks_empty import BARE, is_verbal
from jdlint.language.marks_obligation import OBLIGATION, RULES_OR_VIRTUES, RULES_TO_KEEP
from jdlint.language.marks_remark import NON_DUTY, may_say_what_it_is
from jdlint.language.questions import BOUND, BROKEN, CLEAR, EMPTY, FORM, NO_DUTY, UNCLEAR
from jdlint.language.residue import is_act
from jdlint.language.strength import FIELDS, acts_but_on_fields, acts_surely
from jdlint.language.words import Lexis, Word
from jdlint.language.work_field import GOVERNING
from jdlint.pattern import pattern

_KEEPS, _RULE, _PASSIVE, _LEADING, _MODAL, _PURPOSE, _PREPOSITION, _SO_ON, _GOVERNS, _CLASS = (
    1 << number for number in range(13, 23)
)
_FIELD, _ACT, _VERBAL, _HEAD, _SURE, _SURE_OF_THINGS, _LEADS_ON = (1 << number for number in range(23, 30))
_FLAGS = (
    *((question.doubt, question.kinds) for question in FORM if question.kinds and question.doubt != BOUND),
    *((question.doubt, question.kinds) for question in CLEAR),
    (BOUND, OBLIGATION),
    (NO_DUTY, NON_DUTY),
    (_KEEPS, RULES_TO_KEEP),
    (_RULE, RULES_OR_VIRTUES),
    (_PASSIVE, frozenset(("passive",))),
    (_LEADING, frozenset(("leading",))),
    (_MODAL, frozenset(("modal",))),
    (_PURPOSE, frozenset(("basis", "purpose", "benefit"))),
    (_PREPOSITION, frozenset(("preposition",))),
    (_SO_ON, frozenset(("and-so-on",))),
    (_GOVERNS, GOVERNING),
    (_CLASS, frozenset(("class", "like-management"))),
    (_FIELD, FIELDS),
)
"""What kinds of words say about a duty: that a question is about it, alone or together with another word."""
_NO_HEAD = frozenset(("connector", "coordinator", "preposition", "determiner"))
_ASKED = (1 << 13) - 1
_CUTTING = pattern(r"[(\[:]")
_ENDS = {True: pattern(r"[。;!?\n]|,(?!\d)"), False: pattern(r"[;!?\n]")}
"""Marks at which a clause surely ends, in Chinese and in English."""
_MARKS = "。;,!?\n"
_MAY_END = {True: pattern(r"[。;,!?\n]"), False: pattern(r"[.;!?\n]")}


@cache
def _flags(kinds: frozenset[str]) -> int:
    word = Word("", 0, 0, kinds)
    told = sum(flag for flag, wanted in _FLAGS if not kinds.isdisjoint(wanted))
    told |= _ACT if is_act(word) else 0
    told |= _VERBAL if is_verbal(word) else 0
    told |= _HEAD if is_verb(word) and kinds.isdisjoint(_NO_HEAD) else 0
    told |= _SURE if acts_surely(kinds) else 0
    told |= _SURE_OF_THINGS if acts_but_on_fields(kinds) else 0
    return told | (_LEADS_ON if leads_on(kinds) else 0)


class _Told(dict[int, int]):
    """What the words of a lexis say, by their numbers; worked out for those that are met."""

    def __init__(self, lexis: Lexis) -> None:
        super().__init__()
        self._lexis = lexis

    def __missing__(self, number: int) -> int:
        found = self[number] = _flags(self._lexis.kinds[number])
        return found


@cache
def _told_by(lexis: Lexis) -> Mapping[int, int]:
    return _Told(lexis)


def doubts(sentence: Sentence) -> int:
    """Give the questions that may be answered yes, one bit each."""
    flags = _told_by(sentence.lexis)
    told = 0
    for number, _, _ in sentence.found:
        told |= flags[number]
    folded = sentence.folded
    found = told & _ASKED
    if told & _KEEPS and told & _RULE:
        found |= BOUND
    if (told & _PASSIVE and told & _LEADING) or ":" in folded or may_say_what_it_is(sentence):
        found |= NO_DUTY
    if "(" in folded:
        found |= UNCLEAR
    start, end = body(folded)
    if may_be_broken(sentence, start, end):
        found |= BROKEN
    if _CUTTING.search(sentence.masked) or _may_be_empty(sentence, start, end, told):
        found |= EMPTY
    return found


def is_plain(sentence: Sentence) -> bool:
    """Say whether no question would be answered yes; False where only the clauses can tell."""
    return not doubts(sentence)


def _may_be_empty(sentence: Sentence, start: int, end: int, told: int) -> bool:
    """Say whether a duty without brackets and headings may lack a verb, or have a hollow one and no other."""
    found = sentence.found
    if not found or (len(found) == 1 and found[0][1] == start and found[0][2] == end):
        return True
    flags = _told_by(sentence.lexis)
    if _acts_at_head(sentence, start, end, told, flags):
        return False
    return _may_be_hollow(sentence, end, told, flags) or not _has_verb(sentence, start, end, told, flags)


def _acts_at_head(sentence: Sentence, start: int, end: int, told: int, flags: Mapping[int, int]) -> bool:
    """Say whether an act surely stands at the head of a clause behind adverbs; a later clause is more than a verb."""
    sure = _SURE if told & (_FIELD | _MODAL) else _SURE_OF_THINGS
    if not told & sure:
        return False
    masked, is_chinese = sentence.masked, sentence.is_chinese
    at = start
    for number, first, last in sentence.found:
        if is_chinese and first > start and masked[first - 1] in _MARKS:
            bare = first + BARE
            at = first if bare < end and not _MAY_END[True].search(masked, first, bare + 1) else -1
        if first == at:
            if flags[number] & sure:
                return True
            at = last if is_chinese and flags[number] & _LEADS_ON else -1
    return False


def _may_be_hollow(sentence: Sentence, end: int, told: int, flags: Mapping[int, int]) -> bool:
    """Say whether a verb may govern a field of work, or the name of one close a clause."""
    if told & _GOVERNS:
        return True
    if not told & _CLASS:
        return False
    if not sentence.is_chinese or told & _SO_ON:
        return True
    closing = [last for number, _, last in sentence.found if flags[number] & _CLASS]
    return any(last >= end - 1 or _MAY_END[True].search(sentence.masked, last, last + 2) for last in closing)


def _has_verb(sentence: Sentence, start: int, end: int, told: int, flags: Mapping[int, int]) -> bool:
    """Say whether a duty surely has a verb: at its head, in its last clause, or an act behind no preposition."""
    number, first, _ = sentence.found[0]
    if first == start and flags[number] & _HEAD and not told & _MODAL:
        return True
    ends = _ENDS[sentence.is_chinese]
    if told & _VERBAL:
        last = max(at for number, at, _ in sentence.found if flags[number] & _VERBAL)
        if not _MAY_END[sentence.is_chinese].search(sentence.masked, last, end):
            return True
    if not told & _ACT or told & (_PURPOSE | _GOVERNS | _CLASS):
        return False
    before = -1
    for number, at, _ in sentence.found:
        if flags[number] & _ACT and (before < 0 or ends.search(sentence.masked, before, at)):
            return True
        if flags[number] & _PREPOSITION:
            before = at
    return False
