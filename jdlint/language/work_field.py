"""Says whether words name a field of work, as a department's name does, and no task of one post."""

from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_words
from jdlint.language.held import holds_things, tends
from jdlint.language.residue import (
    CLEAR,
    GIVER_AND_AID,
    HOLLOW,
    MAY_NAME_ACT,
    NAMES_ACT,
    NAMES_NONE,
    POSSESSIVE,
    residue,
)
from jdlint.language.words import Word, adjoin, length, listed


def governs_field(clause: Clause) -> bool:
    """Say whether verbs of leading have nothing but fields of work for their object: 组织领导全院科研工作."""
    if "class" not in clause.kinds or any(head.kinds.isdisjoint(GOVERNING) for head in clause.heads):
        return False
    if lists_acts_on_thing(clause):
        return False
    phrase = _phrase_behind(clause)
    if not phrase or clause.end - phrase[-1].end > 1 or residue(clause) > CLEAR:
        return False
    named = [word for word in phrase if "class" not in word.kinds]
    acts = named and named[-1].kinds & _ACTING and "function" not in named[-1].kinds and not _lists_on(named)
    return _is_work(phrase[-1]) and not acts and lists_fields(phrase, least=1)


def leads_discipline(clause: Clause) -> bool:
    """Say whether a hollow verb has the work of a discipline for its object, a unit's at most: 负责病区的|护理工作.

    What it is done to makes an act of it: 负责住院病人的护理工作.
    """
    heads = list(takewhile(lambda head: head.kinds & HOLLOW, clause.heads))
    words = clause.behind(heads[-1].end) if heads else ()
    if len(words) < GIVER_AND_AID or not _is_work(words[-1]) or words[-1].end < clause.end or clause.has_frequency:
        return False
    named = list(takewhile(lambda word: not word.kinds.isdisjoint(_DISCIPLINE), reversed(words[:-1])))
    if not named or not adjoin([*reversed(named), words[-1]]) or "coordinator" in named[-1].kinds:
        return False
    return _is_unit(clause.text[heads[-1].end : named[-1].start].rstrip("的之"))


_DISCIPLINE = frozenset(("fields", "coordinator"))


def _is_unit(owner: str) -> bool:
    """Say whether nothing, or the name of a place or a unit, is whose work something is: 本报, 全院, 三号矿区."""
    if not owner or owner in listed("function-nouns", "zh", "scope"):
        return True
    if len(owner) == GIVER_AND_AID and owner[0] in _OWN:
        return True
    return len(owner) <= _UNIT and owner.endswith(listed("function-nouns", "zh", "single-units"))


_OWN = frozenset("本我全该各")
_UNIT = 8
"""Characters of the name of a unit."""


def _lists_on(named: Sequence[Word]) -> bool:
    """Say whether a list goes on from plain fields to one whose name is an act: 文书及|接待."""
    return "fields" in named[-1].kinds and any(
        _is_field_name(field) and "joining" in joint.kinds for field, joint in pairwise(named[:-1])
    )


def lists_acts_on_thing(clause: Clause) -> bool:
    """Say whether 的 tells to which thing several acts are done, not in which unit: 防洪物资的|采购、保管、调度."""
    words = clause.behind(clause.heads[-1].start)
    if _handles_ware(words[1:]):
        return True
    of = next((number for number in range(len(words))[::-1] if words[number].text in POSSESSIVE), 0)
    if not of or sum("act" in word.kinds for word in words[of + 1 :]) < GIVER_AND_AID:
        return False
    owner, start = words[of - 1], words[of].start
    if owner.end == start:
        return of > 1 and not owner.kinds.isdisjoint(("thing", "plain"))
    return start - owner.end >= CLEAR


def _handles_ware(words: Sequence[Word]) -> bool:
    """Say whether a list is of what hands do with wares, and of no department's work: 商品|包装、陈列等工作."""
    if not words or words[0].text not in listed("function-nouns", "zh", "single-wares"):
        return False
    acts = [word for word in words[1:] if word.kinds.isdisjoint(("coordinator", "class", "and-so-on"))]
    if acts and acts[0].text in POSSESSIVE:
        acts = acts[1:]
    return len(acts) >= GIVER_AND_AID and all("both" in word.kinds and "function" not in word.kinds for word in acts)


def _is_field_name(word: Word) -> bool:
    """Say whether a word is the name of a field and no act, or holds one: 后勤, 行政工作."""
    compound = "class" in word.kinds and word.end - word.start > CLEAR
    return compound or ("function" in word.kinds and not word.kinds & _ACTING)


def _is_work(word: Word) -> bool:
    return "class" in word.kinds and word.text.endswith(listed("function-nouns", "zh", "work-end"))


def leads_field(clause: Clause, words: Sequence[Word]) -> bool:
    """Say whether words lead nothing but a field of work: 抓好全队的安全工作, 处理日常业务."""
    led = [word for word in words if not word.kinds & GOVERNING or "class" in word.kinds]
    if not led or len(led) == len(words) or not _is_work(led[-1]) or led[-1].end < clause.end:
        return False
    wares = listed("function-nouns", "zh", "single-wares")
    told = [word for word in led if word.text not in POSSESSIVE]
    if any(_is_thing(before, wares) and after.kinds & _ACTING for before, after in pairwise(told)):
        return False
    unknown = clause.end - words[0].start - length(words)
    return unknown <= CLEAR and lists_fields(led, least=1)


def _is_thing(word: Word, wares: Sequence[str]) -> bool:
    return "thing" in word.kinds or word.text in wares


def _phrase_behind(clause: Clause) -> Sequence[Word]:
    """Give the words behind the verbs that lead, verbs that may be names of fields among them."""
    first = next((head for head in clause.heads if not head.kinds & GOVERNING), None)
    start = first.start if first else clause.object_start
    return clause.behind(start)


def lists_fields(phrase: Sequence[Word], *, least: int) -> bool:
    """Say whether words name fields of work alone, so many of them plainly: 人事、财务和安全等工作."""
    plain = sum(_is_field_name(word) for word in phrase)
    return plain >= least and all(word.kinds & _FIELD for word in phrase)


GOVERNING = HOLLOW | {"governing"}
_LEADING = frozenset(("governing", "coordinator"))
_ACTING = frozenset(("act", "both", "weak", "run"))
_FIELD = frozenset(("function", "both", "class", "affair", "coordinator", "connector", "scope", "and-so-on", "vague"))


def leads_work(phrase: Sequence[Word]) -> bool:
    """Say whether a phrase is the leading of work and no more: 护理工作的组织和管理, 项目的组织与协调工作."""
    behind = list(phrase)
    while behind and "class" in behind[-1].kinds:
        behind.pop()
    while behind and behind[-1].kinds & _LEADING:
        behind.pop()
    if len(behind) in {0, len(phrase)} or behind[-1].text not in POSSESSIVE:
        return False
    owner = behind[:-1]
    if not owner or not lists_fields(owner, least=0):
        return False
    return "class" in owner[-1].kinds or sum("governing" in word.kinds for word in phrase) > 1


def lists_offices(clause: Clause) -> bool:
    """Say whether a phrase lists the fields of an office: 文书、印信、出纳、采购、财产管理."""
    marks = sum(word.text == "、" for word in clause.words)
    owned = any(word.text in POSSESSIVE for word in clause.words)
    return marks >= _OFFICES and not owned and sum(map(_is_field_name, clause.words)) >= GIVER_AND_AID


_OFFICES = 3
"""Commas from which on a list of nouns is one of an office's fields."""


def english_field(clause: Clause, behind: Sequence[Word]) -> int | None:
    """Tell what is managed or carried out (a budget, an audit: an act) from a field of work (marketing: none)."""
    if holds_things(clause):
        return NAMES_NONE
    phrase = phrase_words(clause, clause.object_start)
    if not phrase:
        return None
    if any(later.start - earlier.end > _CONNECTED for earlier, later in pairwise(clause.heads)):
        return MAY_NAME_ACT
    if "hollow" not in clause.heads[-1].kinds:
        acts = _governs_thing(clause, behind, phrase)
    else:
        acts = any(_does(word, after) for word, after in pairwise(behind))
    if acts:
        return NAMES_ACT
    if "hollow" in clause.heads[-1].kinds and _names_doing(clause, phrase):
        return MAY_NAME_ACT
    return NAMES_NONE if is_field(clause) else None


def _governs_thing(clause: Clause, behind: Sequence[Word], phrase: Sequence[Word]) -> bool:
    """Say whether what is run can be pointed at, or what is carried out is an event."""
    verb = clause.heads[-1].kinds
    if "run" in verb and behind[-1].end == clause.end and behind[-1].kinds & _PEOPLE:
        return True
    wanted = _GOVERNED[("run" in verb, "broker" in verb)]
    ends = [word for word, after in zip_longest(phrase, phrase[1:]) if _ends_noun(word, after)]
    return any(word.kinds & wanted for word in ends)


_CONNECTED = 6
"""Characters between two verbs of one object, as in `plan, and run`."""
_PEOPLE = frozenset(("recipient", "role-end"))
_GOVERNED = {
    (True, False): frozenset(("thing",)),
    (True, True): frozenset(("thing", "event")),
    (False, False): frozenset(("event",)),
    (False, True): frozenset(("event",)),
}
"""What makes an act of a verb that runs something, and of one that coordinates or carries something out."""


def _ends_noun(word: Word, after: Word | None) -> bool:
    return after is None or after.start - word.end > 1 or bool(after.kinds & {"connector", "coordinator"})


def _does(word: Word, after: Word) -> bool:
    """Say whether a gerund that may be a function too has an object: training new staff, not training programmes."""
    if not after.kinds.isdisjoint(("boundary", "unit-end")):
        return False
    return "-ing" in word.kinds and "act" in word.kinds and bool(after.kinds & {"scope", "recipient", "thing"})


def _names_doing(clause: Clause, phrase: Sequence[Word]) -> bool:
    """Say whether the last noun of a phrase names an act, or the one before how often it is done."""
    often = "frequency" in phrase[-1].kinds
    return any(_is_done_to(clause, word) for word in phrase if often or word is phrase[-1])


def _is_done_to(clause: Clause, noun: Word) -> bool:
    """Say whether what closes a phrase is done, to what stands behind `of` or by its name: the design of menus."""
    done = clause.text.startswith(" of ", noun.end) and ("done-to" in noun.kinds or tends(clause, noun))
    return done or ("event" in noun.kinds and noun.kinds.isdisjoint(("function", "managed")))


def is_field(clause: Clause) -> bool:
    """Say whether what an English hollow verb governs is a field by its name: the day-to-day running of the branch."""
    phrase = phrase_words(clause, clause.object_start)
    if not phrase or not clause.heads:
        return False
    verb, noun = clause.heads[-1].kinds, phrase[-1].kinds
    if "hollow" in verb and "class" in noun and (_is_named_work(phrase) or _is_of_unit(clause, phrase[-1])):
        return True
    return ("managed" in noun and "hollow" in verb) or ("running" in noun and "run" in verb)


def _is_of_unit(clause: Clause, work: Word) -> bool:
    """Say whether it is all the work of a unit, whatever it does: the work of the front office department."""
    behind = clause.behind(work.end)
    of = bool(behind) and behind[0].text == "of" and behind[0].start == work.end + 1
    return of and "unit-end" in behind[-1].kinds and behind[-1].end == clause.end


def _is_named_work(phrase: Sequence[Word]) -> bool:
    """Say whether an English phrase is the work of a function, by its name alone: the sales work, not repair work."""
    functions = [word for word in phrase if word.kinds.isdisjoint(_SMALL)]
    closed = all(after.start - before.end <= len(" & ") for before, after in pairwise(phrase))
    return (
        closed
        and bool(functions[1:])
        and all("function" in word.kinds for word in functions[:-1])
        and not any(
            "event" in word.kinds or (word.text.endswith("ing") and "managed" not in word.kinds) for word in functions
        )
    )


_SMALL = frozenset(("scope", "connector", "coordinator", "determiner", "opinion", "frequency", "vague-modifier"))
