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
from jdlint.language.marks_remark import NON_DUTY, may_say_what_it_is
from jdlint.language.named_topic import may_name_topic
from jdlint.language.questions import BROKEN, CLEAR, EMPTY, EVERY, FORM, NO_DUTY, OBJECT, PERSON, UNCLEAR
from jdlint.language.residue import is_act
from jdlint.language.strength import FIELDS, acts_but_on_fields, acts_surely
from jdlint.language.words import Lexis, Word
from jdlint.language.work_field import GOVERNING
from jdlint.pattern import pattern

Kinds = frozenset[str]

_AT_HEAD, _AT_END = frozenset(("bearing",)), frozenset(("bare",))
"""Kinds of words that put `PERSON` in doubt only where they open a clause, a Chinese `OBJECT` where they end one."""
_TOGETHER: tuple[tuple[int, Kinds, Kinds], ...] = (
    (NO_DUTY, frozenset(("passive",)), frozenset(("leading",))),
    *((question.doubt, *kinds) for question in (*FORM, *CLEAR) for kinds in question.together),
)
_TELLING: tuple[tuple[int, Kinds], ...] = (
    (NO_DUTY, NON_DUTY),
    *(
        (
            question.doubt,
            question.kinds - _AT_HEAD - _AT_END - Kinds().union(*(first for first, _ in question.together)),
        )
        for question in (*FORM, *CLEAR)
        if question.kinds
    ),
)
"""Kinds of words that put a question in doubt, together and alone."""
_BITS = [1 << number for number in range(EVERY.bit_length(), 64)]
_OPENS, _CLOSES, _MODAL, _PURPOSE, _PREPOSITION, _SO_ON, _GOVERNS, _CLASS, _FIELD = _BITS[:9]
_ACT, _VERBAL, _HEAD, _SURE, _SURE_OF_THINGS, _LEADS_ON = _BITS[9:15]
_PAIRS = tuple(
    (_BITS[15 + 2 * number], _BITS[16 + 2 * number], doubt) for number, (doubt, _, _) in enumerate(_TOGETHER)
)
_FIRST = sum(first for first, _, _ in _PAIRS)
_FLAGS = (
    *_TELLING,
    *((first, kinds) for (first, _, _), (_, kinds, _) in zip(_PAIRS, _TOGETHER, strict=True)),
    *((second, kinds) for (_, second, _), (_, _, kinds) in zip(_PAIRS, _TOGETHER, strict=True)),
    (_OPENS, _AT_HEAD),
    (_CLOSES, _AT_END),
    (_MODAL, frozenset(("modal",))),
    (_PURPOSE, frozenset(("basis", "purpose", "benefit"))),
    (_PREPOSITION, frozenset(("preposition",))),
    (_SO_ON, frozenset(("and-so-on",))),
    (_GOVERNS, GOVERNING),
    (_CLASS, frozenset(("class", "like-management"))),
    (_FIELD, FIELDS),
)
"""What kinds of words say about a duty."""
_NO_HEAD = frozenset(("connector", "coordinator", "preposition", "determiner"))
_SHORT = 2
"""Words up to which a duty may be no more than a name, whatever they are: 人事纪录."""
_CUTTING = pattern(r"[(\[:]")
_ENDS = {True: pattern(r"[。;!?\n]|,(?!\d)"), False: pattern(r"[;!?\n]")}
"""Marks at which a clause surely ends, in Chinese and in English."""
_MARKS = "。;,!?:\n"
_MAY_END = {True: pattern(r"[。;,!?:\n]"), False: pattern(r"[.;!?:\n]")}
_NEAR_END = pattern(r".?\s*(?:[。;,!?:\n]|$)")
"""What stands behind a word that closes a Chinese clause, but for one character."""


@cache
def _flags(kinds: Kinds) -> int:
    word = Word("", 0, 0, kinds)
    told = sum({flag for flag, wanted in _FLAGS if not kinds.isdisjoint(wanted)})
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
    found = told & EVERY
    start, end = body(folded)
    if told & _FIRST:
        found |= _together(told)
    if told & _OPENS and _opens(sentence, start, flags):
        found |= PERSON
    if told & _CLOSES and (not sentence.is_chinese or _closes(sentence, end, flags, _CLOSES)):
        found |= OBJECT
    if "(" in folded:
        found |= UNCLEAR
    if ":" in folded or may_say_what_it_is(sentence):
        found |= NO_DUTY
    if may_be_broken(sentence, start, end):
        found |= BROKEN
    may_be_empty = _CUTTING.search(sentence.masked) or _may_be_empty(sentence, start, end, told)
    if may_be_empty or may_name_topic(sentence, start):
        found |= EMPTY
    return found


def _together(told: int) -> int:
    """Give the questions that words of two kinds put in doubt together."""
    found = 0
    for first, second, doubt in _PAIRS:
        if told & first and told & second:
            found |= doubt
    return found


def _may_be_empty(sentence: Sentence, start: int, end: int, told: int) -> bool:
    """Say whether a duty without brackets and headings may lack a verb, or have a hollow one and no other."""
    found = sentence.found
    if not found or (len(found) <= _SHORT and found[0][1] == start and found[-1][2] == end):
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
    return _closes(sentence, end, flags, _CLASS)


def _opens(sentence: Sentence, start: int, flags: Mapping[int, int]) -> bool:
    """Say whether a word that is told of only there opens a clause."""
    opening = [first for number, first, _ in sentence.found if flags[number] & _OPENS]
    return any(first == start or sentence.masked[first - 1] in _MARKS for first in opening)


def _closes(sentence: Sentence, end: int, flags: Mapping[int, int], wanted: int) -> bool:
    """Say whether a word that says something closes a Chinese clause, but for one character."""
    closing = [last for number, _, last in sentence.found if flags[number] & wanted]
    return any(last >= end - 1 or _NEAR_END.match(sentence.masked, last, end) for last in closing)


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
