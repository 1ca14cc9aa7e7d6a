"""Reads the tasks in a duty: each verb with each thing that it is about, and whose act it is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any

from jdlint import knowledge
from jdlint.language.clause import Clause, clauses
from jdlint.language.fold import fold
from jdlint.language.phrase_parse import verb_forms
from jdlint.language.words import Word, in_one_script, is_chinese, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Task(NamedTuple):
    """One act on one thing."""

    verb: str
    """As written, folded."""
    thing: str
    """What it is on, folded, without articles and words that only close a phrase; '' where the verb stands alone."""
    manner: str
    """own, lead (others act, the role sees to it), submit (somebody else decides), support or other."""
    start: int
    """Column in the original text where the verb or the thing begins."""
    end: int
    is_named: bool = False
    """Whether the act is only named, behind a hollow verb: 负责货物的验收."""


def read_tasks(text: str) -> tuple[Task, ...]:
    """Give what a duty says is done, in the order of the text."""
    folded = in_one_script(fold(text))
    read = _chinese if is_chinese(folded) else _english
    submitted = submissions(folded)
    return tuple(
        task if task.manner != "own" else task._replace(manner=_manner_beside(task, submitted, folded))
        for clause, before in _pieces(folded)
        for task in read(clause, folded, before)
    )


def _pieces(folded: str) -> Iterator[tuple[Clause, str]]:
    """Give the clauses of a text, cut also where a new act is joined on: 制定计划|并报经理审批, 收到申请后|审批.

    With each goes what is named before it and may be the thing of its act (收到申请).
    """
    for clause in clauses(folded):
        if clause.is_context:
            continue
        joint = _joint(clause, folded)
        if joint is None or not is_chinese(folded):
            yield clause, ""
            continue
        if _acts_before(clause, joint):
            yield clause, ""
        before = folded[clause.start : joint.start] if "frame-end" in joint.kinds else ""
        for each in clauses(" " * joint.end + folded[joint.end : clause.end]):
            yield _supporting(each) if clause.modality == "support" else each, before


def _acts_before(clause: Clause, joint: Word) -> bool:
    """Tell whether what stands before a joint is an act too, and not only when the next one is done."""
    if "preposition" in clause.words[0].kinds:
        return False
    is_time = "frame-end" in joint.kinds or "deadline" in joint.kinds
    return any(word.start < joint.start and (not is_time or _does(word)) for word in clause.heads)


def _joint(clause: Clause, folded: str) -> Word | None:
    """Give the word behind which a new act begins within a clause."""
    for word, behind in pairwise(clause.words):
        if word.start >= clause.object_start and _joins(word):
            return word
        ends_time = "deadline" in word.kinds or ("frame-end" in word.kinds and folded[word.start] in _AFTER)
        if ends_time and word.start > clause.start + 1 and behind.start - word.end <= _GAP and _begins(behind):
            return word
    return None


def _begins(word: Word) -> bool:
    """Tell whether an act, or an adverb before one, begins with a word."""
    return bool(word.kinds & _ACTS) or "adverb" in word.kinds


_GAP = 2
"""Unknown characters that may stand before an act: 收到申请后初次审批."""
_AFTER = frozenset("后前内时")
"""The last words of a time that ends before the act: 收到申请后, 25日前, 两日内."""


def _supporting(clause: Clause) -> Clause:
    """Let what is joined to an act of support be support too."""
    return clause._replace(modality="support")


def _joins(word: Word) -> bool:
    return "connector" in word.kinds and "coordinator" not in word.kinds


def _chinese(clause: Clause, folded: str, before: str) -> Iterator[Task]:
    verbs = _helped(clause) or _verbs(clause, folded)
    end = _end_of_thing(clause)
    named = _named_acts(clause, folded, end, is_plain=bool(verbs))
    manner = _manner(clause)
    if named:
        for task in _of_named(clause, folded, named, verbs, manner):
            is_adverb = before and len(task.thing) <= _GAP
            yield task._replace(thing=before, is_named=False) if is_adverb else task
        return
    led = False
    for verb, (start, stop) in zip(verbs, _places_of_things(clause, folded, verbs, end), strict=True):
        things = [folded[first:last] for first, last in _items(folded, start, stop, clause.words)]
        for thing in things or [_before(clause, folded) or before]:
            yield Task(verb.text, _bare(thing), _led(manner, led=led), verb.start, max(verb.end, stop))
        led = led or _leads(verb.text)


def _verbs(clause: Clause, folded: str) -> list[Word]:
    """Give the heads of a clause that say what is done; 办理施工许可证 has one, for 施工 is part of the thing."""
    verbs: list[Word] = []
    for word in clause.heads:
        if _does(word) and not (verbs and _is_part(verbs[-1], word, folded)):
            verbs.append(word)
    return verbs


def _is_part(verb: Word, word: Word, folded: str) -> bool:
    """Tell whether a verb behind another belongs to its thing."""
    if verb.end == word.start and verb.text in _taking_acts() and word.text not in _taking_acts():
        return True
    return not word.kinds.isdisjoint(_PARTS) and _LISTING.isdisjoint(folded[verb.end : word.start])


@cache
def _taking_acts() -> frozenset[str]:
    return frozenset(listed("tasks", "zh", "takes_acts"))


_PARTS = frozenset(("both", "weak"))
"""Kinds of verbs that, directly behind another, belong to the thing."""
_LISTING = frozenset("、,和与及或并且/&")
"""Characters that make two verbs equals."""


def _helped(clause: Clause) -> list[Word]:
    """Give the act behind the one who is helped: 协助销售总监|制定预算."""
    if clause.modality != "support":
        return []
    behind = (
        second for first, second in pairwise(clause.words) if "role-end" in first.kinds and first.end == second.start
    )
    return [word for word in behind if _does(word)][:1]


def _led(manner: str, *, led: bool) -> str:
    return "lead" if led and manner == "own" else manner


def _places_of_things(clause: Clause, folded: str, verbs: list[Word], end: int) -> list[tuple[int, int]]:
    """Give where the thing of each verb stands: behind it, or behind the last verb of its list."""
    joints = sorted(word.start for word in clause.words if _joins(word))
    found: list[tuple[int, int]] = []
    behind: tuple[int, int] | None = None
    for number in range(len(verbs) - 1, -1, -1):
        start = verbs[number].end
        stop = verbs[number + 1].start if number + 1 < len(verbs) else max(end, start)
        joint = bisect_left(joints, start)
        if joint < len(joints):
            stop = min(stop, joints[joint])
        if folded[start:stop].strip(" 、和与及或"):
            behind = (start, stop)
        found.append(behind or (start, start))
    return found[::-1]


def _before(clause: Clause, folded: str) -> str:
    """Give a thing that stands before its verb: 对外包单位进行考核."""
    opener = next((one for one in listed("tasks", "zh", "openers") if folded.startswith(one, clause.start)), "")
    return folded[clause.start + len(opener) : clause.context_end] if opener else ""


def _of_named(clause: Clause, folded: str, named: list[Word], verbs: list[Word], manner: str) -> Iterator[Task]:
    """Give the acts named by nouns; a verb before their thing is part of its name: 负责采购物资的验收."""
    start = verbs[-1].start if verbs and not _leads(verbs[-1].text) else clause.object_start
    manner = _led(manner, led=bool(verbs) and _leads(verbs[0].text))
    for first, last in _items(folded, start, named[0].start, clause.words):
        own = _act_at_end(clause, first, last)
        for act in [own] if own else named:
            thing = _between(folded[first : own.start] if own else folded[first:last])
            if not _acts_inside(clause, first, folded.find(thing, first) + len(thing)):
                yield Task(act.text, _bare(thing), manner, first, act.end, is_named=True)


def _act_at_end(clause: Clause, first: int, last: int) -> Word | None:
    """Give the act with which a phrase ends, behind its thing."""
    place = bisect_left(clause.words, last, key=_begin)
    word = clause.words[place - 1] if place else None
    return word if word and word.end == last and word.start > first and _is_act(word) else None


def _acts_inside(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a plain verb with a thing of its own stands in a phrase: 登记原料 in 每周一登记原料采购."""
    opening = max(0, bisect_right(clause.words, first, key=_begin) - 1)
    for before, word in pairwise(clause.words[opening : bisect_left(clause.words, last, key=_begin)]):
        if first < word.start and word.end < last and "act" in word.kinds:
            is_timed = "frequency" in before.kinds and before.end == word.start
            if is_timed or word.kinds.isdisjoint(_PARTS):
                return True
    return False


def _between(phrase: str) -> str:
    """Give what stands between an opener and a light verb: 货物 of 对货物进行初步验收."""
    opener = next((one for one in listed("tasks", "zh", "openers") if phrase.startswith(one)), "")
    ends = [at for one in listed("tasks", "zh", "light") if (at := phrase.find(one, len(opener))) > 0]
    return phrase[len(opener) : min(ends, default=len(phrase))] if opener else phrase


def _does(word: Word) -> bool:
    """Tell whether a verb says what is done; one that runs a thing (管理, handle) does, for a thing follows it."""
    return bool(word.kinds & _ACTS) and ("run" in word.kinds or not word.kinds & _EMPTY)


def _is_act(word: Word) -> bool:
    return bool(word.kinds & _ACTS) and not word.kinds & _NOUNS


_ACTS = frozenset(("act", "weak", "both", "run"))
_EMPTY = frozenset(("hollow", "hollow-do", "support", "join", "light-support", "result"))
"""Kinds of verbs behind which the act is named by a noun."""
_CUTS = frozenset(("connector", "submit", "purpose", "result"))
_MAY_CUT = frozenset(("preposition", "frame-end"))
_NAMED_AFTER = frozenset(("coordinator",))


def _end_of_thing(clause: Clause) -> int:
    """Give where the words behind the verbs go over into something else."""
    for word in clause.words:
        if word.start < clause.object_start or "coordinator" in word.kinds:
            continue
        if word.kinds & _CUTS or (word.kinds & _MAY_CUT and word.text in _cutting()):
            return word.start
    return clause.end


@cache
def _cutting() -> frozenset[str]:
    return frozenset(listed("tasks", "zh", "cuts"))


def _named_acts(clause: Clause, folded: str, end: int, *, is_plain: bool) -> list[Word]:
    """Give the acts that close a phrase as nouns: 货物的验收与入库; behind a plain verb only where 的 joins."""
    found: list[Word] = []
    reached = end
    inside = [word for word in clause.words if clause.object_start <= word.start and word.end <= end]
    for word in reversed(inside):
        if word.text in _fillers() and word.end == reached:
            reached = word.start
        elif _is_act(word) and word.end == reached:
            found.insert(0, word)
            reached = word.start
        elif word.kinds & _NAMED_AFTER and word.end == reached and found:
            reached = word.start
        else:
            break
    if not found or found[0].start == clause.object_start:
        return []
    return found if not is_plain or folded[found[0].start - 1] == "的" else []


_NOUNS = frozenset(("document-end", "role-end"))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(listed("tasks", "zh", "fillers"))


def _manner(clause: Clause) -> str:
    if clause.heads and "result" in clause.heads[0].kinds:
        return "other"
    return {"support": "support", "passive": "other"}.get(clause.modality, "own")


def _items(folded: str, start: int, end: int, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Cut an enumeration into its items."""
    first = start
    inside = words[bisect_left(words, start, key=_begin) : bisect_left(words, end, key=_begin)]
    for word in (*(one for one in inside if "coordinator" in one.kinds), None):
        stop = word.start if word else end
        lead = len(folded[first:stop]) - len(folded[first:stop].lstrip(" 的、"))
        if folded[first:stop].strip(" 的、等"):
            yield first + lead, stop
        first = word.end if word else end


_begin = attrgetter("start")


def _bare(phrase: str) -> str:
    """Give a phrase without brackets, blanks and what only closes it."""
    phrase = re.sub(r"\([^()]*\)?|[\s\"'“”]", "", phrase).strip("的,、:. ")
    shorter = next((phrase.removesuffix(one) for one in _by_length() if phrase.endswith(one)), phrase)
    return without_of(shorter)


def without_of(phrase: str) -> str:
    """Give a phrase without the 的 that a writer may put or leave: 客户的资信额度 and 客户资信额度 are one thing."""
    return _OF.sub("", phrase)


_OF = pattern("(?<!目)的")


@cache
def _by_length() -> tuple[str, ...]:
    return tuple(sorted(listed("tasks", "zh", "fillers"), key=len, reverse=True))


@cache
def _leading(language: str) -> frozenset[str]:
    verbs = listed("tasks", language, "lead")
    return frozenset(verbs if language == "zh" else (form for verb in verbs for _, form in verb_forms(verb)))


def _leads(verb: str) -> bool:
    return verb in _leading("en" if verb.isascii() else "zh")


def _english(clause: Clause, folded: str, _: str) -> Iterator[Task]:
    verbs = [word for word in clause.heads if _does(word)]
    manner = _manner(clause)
    if manner == "support" and not verbs:
        # assist in preparing the budget: the act stands behind the word of help
        verbs = [word for word in clause.words if word.start >= clause.heads[0].end and word.kinds & _ACTS][:1]
    led = False
    for place, verb in enumerate(verbs):
        following = verbs[place + 1].start if place + 1 < len(verbs) else clause.end
        own = _led(manner, led=led)
        led = led or _leads(verb.text)
        stop = following if _noun_phrases(folded, verb.end, following) else clause.end
        things = list(_noun_phrases(folded, verbs[-1].end if stop == clause.end else verb.end, stop))
        yield from (Task(verb.text, thing, own, verb.start, last) for _, last, thing in things)
        if not things:
            yield Task(verb.text, "", own, verb.start, verb.end)


_BREAK = pattern(r",|;|/|\band\b|\bor\b|&")
_WORD = pattern(r"[a-z0-9][a-z0-9'&.-]*")


def _noun_phrases(folded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Give the heads of the noun phrases between two places: without articles, and up to a preposition."""
    found: list[tuple[int, int, str]] = []
    first = start
    for mark in (*_BREAK.finditer(folded, start, end), None):
        stop = mark.start() if mark else end
        words: list[re.Match[str]] = []
        is_closed = False
        for word in _WORD.finditer(folded, first, stop):
            if word.group() in _prepositions():
                is_closed = True
                break
            if word.group() not in _articles():
                words.append(word)
        if words:
            found.append((words[0].start(), words[-1].end(), " ".join(word.group() for word in words)))
        if is_closed:
            break
        first = mark.end() if mark else end
    return found


@cache
def _articles() -> frozenset[str]:
    return frozenset(listed("tasks", "en", "articles"))


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(listed("tasks", "en", "prepositions"))


class Submission(NamedTuple):
    """Words that hand something to somebody who decides: 报总经理审批."""

    start: int
    end: int
    recipient: tuple[int, int]
    """Where the one who decides is named, if he is."""
    decision: str
    """The word of decision, folded."""


def submissions(folded: str) -> list[Submission]:
    """Give every word of submission that a word of decision follows in its sentence."""
    pattern = _submission("zh" if is_chinese(folded) else "en")
    return [Submission(*found.span(), found.span(1), found.group(2)) for found in pattern.finditer(folded)]


@cache
def _submission(language: str) -> re.Pattern[str]:
    data = knowledge.load("lexicon/tasks")[language]
    submits = "|".join(map(_alone, data["submissions"]))
    decided = "|".join(re.escape(fold(word)) for word in data["decided"])
    gap = r"[^。;,!?]{0,24}?" if language == "zh" else r"[^.;!?]{0,60}?"
    return re.compile(f"(?:{submits})({gap})({decided})")


def _alone(entry: str | dict[str, Any]) -> str:
    """Write one word of submission as a pattern, with what makes it another word."""
    if isinstance(entry, str):
        return re.escape(fold(entry))
    behind = "".join(f"(?<!{re.escape(fold(text))})" for text in entry.get("not_behind", ()))
    before = "".join(f"(?!{re.escape(fold(text))})" for text in entry.get("not_before", ()))
    return f"{behind}{re.escape(fold(entry['text']))}{before}"


def _manner_beside(task: Task, submitted: list[Submission], folded: str) -> str:
    """Tell whether somebody else decides on what a task makes (submit), or does it himself (other)."""
    for start, end, *_ in submitted:
        if start <= task.start < end or (task.is_named and start <= task.end <= end):
            return "other"
        if task.start < start and not _SENTENCE.search(folded, task.end, max(task.end, start)):
            return "submit"
    return "own"


_SENTENCE = pattern(r"[。;!?]|\. ")
