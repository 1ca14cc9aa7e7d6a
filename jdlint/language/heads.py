"""Finds the verbs that head a clause, and where what goes before them ends."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from itertools import pairwise
from operator import attrgetter

from jdlint.language.words import Word, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_VERBS = frozenset(
    (
        "act",
        "weak",
        "both",
        "hollow",
        "hollow-do",
        "run",
        "support",
        "join",
        "attend",
        "light-support",
        "submit",
        "knows",
        "learns",
        "is",
        "obey",
        "coordinate",
        "collaborate",
        "has",
    )
)
_ADVERBS = frozenset(
    ("adverb", "pep", "pep-mild", "resolve", "opinion", "opinion-mild", "frequency", "deadline", "condition")
)
_PREPOSED = frozenset(("preposition", "frame-end", "standard"))
_STEPS = frozenset(("", "地", "的", "了", "过", "所", ","))
"""What may stand between two words of a run of verbs without ending it."""
_SUBJECT = frozenset(("role-end", "recipient", "both"))
"""What in the name of those who are bound looks like a verb: 领导, 保洁 in 保洁员."""
_BOUND = frozenset(("role-end", "recipient", "frame-end", "body-end"))
_SUBJECT_LENGTH = 12
_PERSON_ENDS = frozenset("员工师长者士生任")
_NAMES_UNIT = frozenset(("both", "function"))
_UNIT_END = pattern("[部科处室班组队站所](?![点件目内外线方分位属需])")
"""What closes the name of a unit, and begins no other word: 部件, 站点, 室内."""
_TURNS_TO = frozenset(("support", "submit"))
_CLOSES_NOUN = frozenset(("role-end", "standard"))
_JOINTS = frozenset(("connector", "coordinator"))
_NOTHING: frozenset[str] = frozenset()
_ONLY_JOINTS = pattern(r"(?:[ ,&/]|\band\b|\bor\b)*")
_NOUNS = frozenset(("function", "document-end", "thing", "event", "recipient", "class"))
_GERUND = frozenset(("-ing",))
_SAYS_OF = frozenset(("is", "knows", "hollow"))
_ENGLISH_SUBJECT = 60
"""Characters within which the subject of an English clause ends."""
_FORMS = frozenset(("base", "-s", "-ing", "-ed"))


class Heads(NamedTuple):
    """The verbs at the head of a clause."""

    verbs: tuple[Word, ...]
    """Those joined by 并 or `and` among them."""
    context_end: int
    """Where the verb begins that a phrase such as 根据… goes before; the clause's start where none does."""


class _Part(Enum):
    """What a word may do at the head of a clause."""

    VERB = 1
    LEADING = 2
    OTHER = 3


@cache
def _part(kinds: frozenset[str]) -> _Part:
    if "plain" not in kinds and not kinds.isdisjoint(_VERBS):
        return _Part.VERB
    return _Part.OTHER if kinds.isdisjoint(_ADVERBS | _JOINTS) else _Part.LEADING


def is_verb(word: Word) -> bool:
    """Say whether a word may be the verb at the head of a clause."""
    return _part(word.kinds) is _Part.VERB


@cache
def leads_on(kinds: frozenset[str]) -> bool:
    """Say whether a word of these kinds before the verb of a Chinese clause only says how or when, and never is one."""
    return not kinds.isdisjoint(_ADVERBS) and kinds.isdisjoint(_VERBS | _NO_ADVERB)


_NO_ADVERB = frozenset(
    (
        "plain", "preposition", "connector", "coordinator", "joining", "modal", "purpose", "benefit", "role-end",
        "frame-end",
    )
)  # fmt: skip


def opens_with_preposition(words: Sequence[Word], start: int) -> bool:
    """Say whether 根据, 对, 在 … open a clause, adverbs left out."""
    for word in words:
        if word.start - start > 1:
            return False
        if "preposition" in word.kinds:
            return True
        if word.kinds.isdisjoint(_ADVERBS):
            return False
        start = word.end
    return False


def chinese_heads(masked: str, start: int, words: Sequence[Word], *, preposed: bool) -> Heads:
    """Find the verbs of a Chinese clause; behind a preposition the first verb that can't be a noun counts."""
    context_end = _behind_subject(masked, start, words)
    start = _behind_time(masked, context_end, words)
    single = _single_verb(masked, start, words)
    heads = [single] if single else []
    at, expecting = (single.end, False) if single else (start, True)
    searching, joined = preposed, False
    carried = _carried_from(words, start) if preposed else start
    for number, word in enumerate(words):
        kinds = word.kinds
        is_idle = not (expecting or searching or joined) and kinds.isdisjoint(_JOINTS)
        if is_idle or word.start < start:
            continue
        part = _part(kinds)
        if part is _Part.VERB and _is_no_verb(masked, words, number, heads, searching=searching):
            part = _Part.OTHER
        if searching and (word.start < carried or "role-end" in kinds or (not heads and _is_framed(words, number))):
            part = _Part.OTHER
        if part is _Part.OTHER:
            searching = searching or (joined and "preposition" in kinds)
            expecting, joined = expecting and word.start < at, False
            continue
        near = expecting and (word.start <= at or masked[at : word.start].strip() in _STEPS)
        if "connector" in kinds or ("coordinator" in kinds and (heads[-1].end == word.start if heads else near)):
            expecting, at, joined = True, word.end, "connector" in kinds
        elif part is _Part.VERB and (near or (searching and _may_end_context(kinds))):
            context_end = word.start if searching and not heads else context_end
            heads.append(word)
            at, expecting, searching = word.end, True, False
        elif near and not kinds.isdisjoint(_ADVERBS):
            at = word.end
        elif word.start >= at:
            expecting = False
    return Heads(tuple(heads), context_end)


def _is_no_verb(masked: str, words: Sequence[Word], number: int, heads: Sequence[Word], *, searching: bool) -> bool:
    """Say whether a word that may be a verb is none here."""
    word = words[number]
    if _is_relative(masked, word) or _names_unit(masked, words, number, heads):
        return True
    may_be_noun = "both" in word.kinds or (searching and "fields" in word.kinds)
    return may_be_noun and _is_noun(words, number, heads, searching=searching)


def _names_unit(masked: str, words: Sequence[Word], number: int, heads: Sequence[Word]) -> bool:
    """Say whether a verb behind another begins the name of a unit: 主持|测试部工作, 负责|检修班工作."""
    word = words[number]
    if not heads or heads[-1].end != word.start or word.kinds.isdisjoint(_NAMES_UNIT):
        return False
    later = words[number + 1] if number + 1 < len(words) else None
    if later is not None and later.start == word.end and "body-end" not in later.kinds:
        return False
    return _UNIT_END.match(masked, word.end) is not None


def _is_relative(masked: str, word: Word) -> bool:
    """Say whether a verb only tells of a noun behind it what somebody does with it: 所负责的合同."""
    return masked[word.start - 1 : word.start] == "所" and masked[word.end : word.end + 1] == "的"


def _carried_from(words: Sequence[Word], start: int) -> int:
    """Say where the verb stands that a preposition at the head goes with (对员工的培训效果|进行考核), else `start`."""
    if "carried" not in words[0].kinds:
        return start
    for word in words[1:]:
        if "connector" in word.kinds and "coordinator" not in word.kinds:
            return start
        if "carries" in word.kinds:
            return word.start
    return start


def _is_framed(words: Sequence[Word], number: int) -> bool:
    """Say whether a verb only says when: 运作 in 在日常运作中."""
    behind = words[number + 1] if number + 1 < len(words) else None
    return behind is not None and behind.start == words[number].end and "frame-end" in behind.kinds


def _behind_subject(masked: str, start: int, words: Sequence[Word]) -> int:
    """Give where a clause begins behind a post or people who must do something (班组长应…), else its start."""
    before = None
    for word in words:
        if "modal" in word.kinds and start < word.start <= start + _SUBJECT_LENGTH:
            bound = before is not None and before.end == word.start and not before.kinds.isdisjoint(_BOUND)
            return word.end if bound or masked[word.start - 1] in _PERSON_ENDS else start
        if "support" in word.kinds and before is not None and _is_deputy(masked, start, before, word):
            return word.start
        if "preposition" in word.kinds or (_part(word.kinds) is _Part.VERB and not word.kinds & _SUBJECT):
            return start
        before = word
    return start


def _is_deputy(masked: str, start: int, before: Word, word: Word) -> bool:
    """Say whether nothing but the post that helps stands before a verb of helping: 副所长|协助所长工作."""
    return "role-end" in before.kinds and before.end == word.start and masked[start : before.start] in _DEPUTY


_DEPUTY = frozenset(("", "副", "各"))


def _behind_time(masked: str, start: int, words: Sequence[Word]) -> int:
    """Give where a clause begins behind a time that opens it (每月5日前, 每周一上午, 月底前), else its start."""
    at = start
    for word in words:
        if word.start < at:
            continue
        if word.kinds.isdisjoint(_LIMITS) or not (word.start == at or _NUMBERED.fullmatch(masked, at, word.start)):
            break
        at = word.end
    day = _DAY.match(masked, at) if at > start and not _begins(words, at) else None
    return day.end() if day else at


_NUMBERED = pattern("[0-9一二三四五六七八九十两初上中下旬首末底年季度月周日天号点时分:~-]+")
"""What numbers a time between the words that name it, as 5日 in 每月5日前."""
_DAY = pattern("(?:[0-9一二三四五六七八九十两]+[月日号点时次]|[月季年]?[初末底])+")
"""The day, or the count, that closes a time: 每月5日, 每年末, 每日两次."""


def _is_noun(words: Sequence[Word], number: int, heads: Sequence[Word], *, searching: bool) -> bool:
    """Say whether an act begins a title (协助采购经理) or names what to go by (按考核要求)."""
    if not searching and not (heads and not heads[-1].kinds.isdisjoint(_TURNS_TO)):
        return False
    at = words[number].end
    for later in words[number + 1 :]:
        if later.start != at:
            return False
        if not later.kinds.isdisjoint(_CLOSES_NOUN) and "preposition" not in later.kinds:
            return searching or "role-end" in later.kinds
        if searching and "class" in later.kinds:
            return _is_charged(words, later)
        if "both" not in later.kinds:
            return False
        at = later.end
    return False


def _is_charged(words: Sequence[Word], work: Word) -> bool:
    """Say whether it is work that somebody answers for: 对全站的检修工作|全面负责."""
    return any("hollow" in word.kinds and word.start == work.end for word in words)


def _may_end_context(kinds: frozenset[str]) -> bool:
    return "function" not in kinds and kinds.isdisjoint(_PREPOSED)


def _single_verb(masked: str, start: int, words: Iterable[Word]) -> Word | None:
    """Read a verb of one character at the head of a clause, unless a longer word begins there."""
    first = masked[start : start + 1]
    if first in _singles() and not (_begins(words, start) or _begins_noun(masked, start)):
        submits = first in _submitting()
        return Word(first, start, start + 1, frozenset(("act", "submit")) if submits else frozenset(("act",)))
    return _reporting_verb(masked, words)


def _reporting_verb(masked: str, words: Iterable[Word]) -> Word | None:
    """Read 报 or 呈 behind a time limit and before whom it goes to: 30分钟内报大区经理."""
    for word in words:
        if _part(word.kinds) is _Part.VERB:
            return None
        end = word.end
        if word.kinds & _LIMITS and masked[end : end + 1] in _submitting() and not _begins(words, end):
            return Word(masked[end], end, end + 1, frozenset(("act", "submit")))
    return None


def _begins(words: Iterable[Word], start: int) -> bool:
    return any(word.start == start for word in words)


_LIMITS = frozenset(("deadline", "frame-end", "frequency", "when"))


def _begins_noun(masked: str, start: int) -> bool:
    """Say whether a noun that no other table needs begins with what would be a verb: 配件库房, 写字楼."""
    return masked.startswith(listed("action-verbs", "zh", "single-nouns"), start)


@cache
def _submitting() -> frozenset[str]:
    return frozenset(listed("action-verbs", "zh", "single-submit"))


@cache
def _singles() -> frozenset[str]:
    return frozenset(listed("action-verbs", "zh", "single"))


def english_heads(masked: str, start: int, words: Sequence[Word]) -> Heads:
    """Find the verb that opens an English clause, and those of the same form behind `and` or a comma."""
    heads: list[Word] = []
    context_end = _subject_end(masked, start, words)
    at, expecting, form = context_end, True, _NOTHING
    opening = _unknown_verb(masked, context_end, words)
    if opening:
        heads.append(opening)
        at, expecting, form = opening.end, False, opening.kinds & _FORMS
    for word in words:
        if word.start < context_end:
            continue
        gap = masked[at : word.start].strip()
        listed_on = gap.endswith(",")
        if "connector" in word.kinds or "coordinator" in word.kinds:
            expecting, at = True, word.end
        elif (expecting or listed_on) and _may_head(word, gap, form) and not _is_noun_here(masked, words, word, heads):
            form = form or word.kinds & _FORMS
            heads.append(word)
            at, expecting = word.end, "linking" in word.kinds
            form = _GERUND if expecting else form
        elif (expecting or listed_on) and not word.kinds.isdisjoint(_ADVERBS):
            at, expecting = word.end, True
        else:
            at, expecting = max(at, word.end), False
    return Heads(tuple(heads), context_end)


def _unknown_verb(masked: str, start: int, words: Sequence[Word]) -> Word | None:
    """Read a verb that no table knows by the article behind it: spearhead a programme, owns the budget."""
    found = _BEFORE_ARTICLE.match(masked, start)
    if found is None or found[1].endswith(_NO_VERB_ENDS):
        return None
    at = found.start(1)
    known = next((word for word in words if word.start <= at < word.end), None)
    if known and (known.end > found.end(1) or known.kinds & _NEVER_VERBS or _part(known.kinds) is _Part.VERB):
        return None
    ending = next((form for form, end in _ENDINGS if found[1].endswith(end)), "base")
    return Word(found[1], at, found.end(1), frozenset(("act", ending)))


_BEFORE_ARTICLE = pattern(
    r" *([a-z][a-z'-]+) +(?:the|a|an|all|any|each|every|our|their|its|his|her|your|this|these|those|as)\b"
)
_ENDINGS = (("-ing", "ing"), ("-s", "s"))
_NO_VERB_ENDS = ("ly", "ed", "such", "both", "half", "'s")
_NEVER_VERBS = frozenset(
    (
        "preposition",
        "determiner",
        "boundary",
        "connector",
        "coordinator",
        "adverb",
        "modal",
        "pep",
        "opinion",
        "opinion-mild",
        "frequency",
        "condition",
        "sample",
        "result",
        "passive",
        "remark",
        "absolute",
        "rest",
        "rest-if",
    )
)


def _subject_end(masked: str, start: int, words: Sequence[Word]) -> int:
    """Say where a subject ends that a clause opens with (The night nurse will, All staff must); `start` without one."""
    if not words or words[0].start > start or "determiner" not in words[0].kinds:
        return start
    person = False
    if "pronoun" in words[0].kinds and _is_verb_next(masked, words):
        return words[0].end + 1
    for before, word in pairwise(words):
        if word.start - start > _ENGLISH_SUBJECT:
            break
        person = "role-end" in before.kinds or (person and not _ends_subject(before))
        if "modal" in word.kinds:
            return word.end
        if word.kinds & _SAYS_OF and " " in word.text:
            return word.start
        if "linking" in word.kinds or (person and before.end + 1 == word.start and _is_predicate(word)):
            return word.start
    return start


def _is_verb_next(masked: str, words: Sequence[Word]) -> bool:
    """Say whether a verb follows a pronoun directly, a known one or one with an article behind it."""
    if len(words) > 1 and words[1].start == words[0].end + 1:
        return _third(words[1])
    found = _BEFORE_ARTICLE.match(masked, words[0].end)
    return found is not None and found[1].endswith("s")


def _ends_subject(word: Word) -> bool:
    """Say whether a person's name doesn't go on with a word: the manager of purchasing, but not the manager to …."""
    return not word.kinds.isdisjoint(_ENDS_SUBJECT) and word.kinds.isdisjoint(_FIELD)


_ENDS_SUBJECT = frozenset(("connector", "towards", "preposition", "passive", "act"))
_FIELD = frozenset(("function",))


def _is_noun_here(masked: str, words: Sequence[Word], word: Word, heads: Sequence[Word]) -> bool:
    """Say whether what may be a verb goes on with a list: checks benches, tools and supplies; for pupils and staff."""
    if heads and "recipient" in word.kinds and _is_beside_people(words, word):
        return True
    if heads and _is_of_action(masked, words, word):
        return True
    if not heads or "-s" not in word.kinds or word.kinds.isdisjoint(_NOUNS):
        return False
    between = masked[heads[-1].end : word.start]
    return not _ONLY_JOINTS.fullmatch(between)


def _is_of_action(masked: str, words: Sequence[Word], word: Word) -> bool:
    """Say whether a word is a noun of action beside another: contributes to the planning and review of services."""
    if not masked.startswith(" of ", word.end):
        return False
    before = _two_before(words, word)
    return len(before) > 1 and "-ing" in before[0].kinds and bool(before[1].kinds & _JOINTS)


def _is_beside_people(words: Sequence[Word], word: Word) -> bool:
    """Say whether people are named just before a word and its `and`."""
    before = _two_before(words, word)
    return len(before) > 1 and "recipient" in before[0].kinds and bool(before[1].kinds & _JOINTS)


def _two_before(words: Sequence[Word], word: Word) -> Sequence[Word]:
    place = bisect_left(words, word.start, key=attrgetter("end"))
    return words[max(0, place - 2) : place]


def _is_predicate(word: Word) -> bool:
    """Say whether a word behind a person's name is what they do: reviews, makes sure that."""
    return "assuring" in word.kinds or _third(word)


def _third(word: Word) -> bool:
    return "-s" in word.kinds and _part(word.kinds) is _Part.VERB


def _may_head(word: Word, gap: str, form: frozenset[str]) -> bool:
    """Say whether a word is a verb of the form that the clause goes on with, and follows directly."""
    if _part(word.kinds) is not _Part.VERB or gap.rpartition(",")[2].strip() not in {"", "/", "-"}:
        return False
    return not form or not word.kinds.isdisjoint(form)
