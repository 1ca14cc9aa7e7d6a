"""Weighs a clause: whether it names an act (2), perhaps one (1), or none (0)."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import Final

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_words
from jdlint.language.words import Word, is_chinese, listed

NAMES_ACT: Final = 2
MAY_NAME_ACT: Final = 1
NAMES_NONE: Final = 0

HOLLOW = frozenset(("hollow", "hollow-do", "run"))
SUPPORT = frozenset(("support", "join", "light-support", "collaborate"))
_PERSON = frozenset(("knows", "learns", "is"))
_SOFT = frozenset(
    (
        "scope",
        "function",
        "class",
        "affair",
        "connector",
        "coordinator",
        "opinion",
        "opinion-mild",
        "pep",
        "pep-mild",
        "vague",
        "vague-modifier",
        "vague-head",
        "vague-rule",
        "and-so-on",
        "both",
        "weak",
        "adverb",
        "run",
        "preposition",
        "frequency",
        "rest-noun",
        "relation",
    )
)
"""Kinds of words that don't tell one task from another."""
_NOT_PLAIN_ACT = frozenset(
    ("both", "function", "plain", "role-end", "document-end", "base", "-s", "-ing", "-ed", "hollow-do")
)
_CLOSING = frozenset(("class", "run", "and-so-on", "coordinator", "both"))
_ENGLISH_WORD = re.compile(r"[a-z][a-z'-]+")
_NOMINALISED = re.compile(r"[a-z]{3,}(?:tion|sion|ment|ysis|isal|ewal|ursement)s?$")
_PREPOSITIONS = (" in", " with", " on", " to")
"""What follows these in -ing is helped with, not done: assisting with hiring, training and onboarding."""
_GIVER_AND_AID = 2
_POSSESSIVE = frozenset(("的", "之"))
_SAYS_NOT_WHAT = frozenset(("scope", "adverb", "coordinator", "class", "affair", "vague", "vague-modifier"))
_TAIL = 4
"""Characters of the nouns that may follow the name of a function: 管理工作, 管理事宜."""
_CLEAR = 2
"""Characters (English: words) that no table knows, from which on an object counts as one of its own."""


def strengths(clauses: Sequence[Clause]) -> tuple[int, ...]:
    """Weigh the clauses of a sentence; what only goes on with a list belongs to the clause before."""
    found: list[int] = []
    for number, clause in enumerate(clauses):
        listed_on = number and clauses[number - 1].modality == "support" and goes_on(clause)
        found.append(NAMES_NONE if listed_on else strength(clause))
    return tuple(found)


def goes_on(clause: Clause) -> bool:
    """Say whether a clause has no verb and is joined to the list before: 参与方案讨论,以及产品上线工作."""
    first = clause.words[0] if clause.words else None
    if first is None or first.start > clause.start or "joining" not in first.kinds:
        return False
    return not clause.heads or all("class" in word.kinds for word in _behind_heads(clause))


def strength(clause: Clause) -> int:
    """Weigh a clause."""
    if (
        clause.is_context
        or _gives_basis(clause)
        or _undergoes(clause)
        or _names_management(clause)
        or only_pushed(clause)
        or gives_aid(clause)
    ):
        return NAMES_NONE
    if _tells_purpose(clause):
        return NAMES_NONE
    if not clause.heads or is_compound(clause):
        return _without_head(clause)
    first = clause.heads[0].kinds
    if first & SUPPORT or (first & _PERSON and not first & {"act", "weak"}):
        return _besides_first(clause)
    if "act" not in first and ("result" in first or ("obey" in first and "weak" not in first)):
        return NAMES_NONE
    return _of_heads(clause)


def _serves(clause: Clause) -> bool:
    """Say whether a clause tells what others do with the post or its work."""
    return _gives_basis(clause) or _undergoes(clause)


def only_pushed(clause: Clause) -> bool:
    """Say whether a phrase names work, whichever, and that it is done: 資訊業務之推動."""
    if any("hollow" not in head.kinds for head in clause.heads) or len(clause.words) <= _GIVER_AND_AID:
        return False
    work, of, last = clause.words[-3:]
    joined = work.end == of.start and of.end == last.start and last.end == clause.end
    pushed = of.text in _POSSESSIVE and "hollow-do" in last.kinds and "affair" in work.kinds
    return joined and pushed and "coordinator" not in clause.kinds


def _gives_basis(clause: Clause) -> bool:
    """Say whether a clause tells whom the act before it serves: 为决策提供依据."""
    if not clause.words or "basis" not in clause.words[-1].kinds:
        return False
    return not clause.heads and "result" in clause.words[0].kinds and clause.words[0].start == clause.start


def _undergoes(clause: Clause) -> bool:
    """Say whether a clause tells only what others do to the post: 接受总经理的督导."""
    if len(clause.heads) != 1 or "passive" not in clause.heads[0].kinds or len(clause.words) < _GIVER_AND_AID:
        return False
    of, last = clause.words[-2:]
    return of.text in _POSSESSIVE and of.end == last.start and last.end == clause.end and "act" in last.kinds


def gives_aid(clause: Clause) -> bool:
    """Say whether a clause gives support and nothing that could be handed over: 为门店提供人力支持."""
    if not clause.heads or "giving" not in clause.heads[0].kinds:
        return False
    words = [word for word in clause.words if word.kinds.isdisjoint(_CLOSES_AID)]
    if len(words) < _GIVER_AND_AID:
        return False
    before, last = words[-2:]
    ends = clause.end - words[-1].end <= _CLEAR and last.text.endswith(listed("support-verbs", "zh", "aid"))
    return ends and "coordinator" not in before.kinds


_CLOSES_AID = frozenset(("class", "service"))


def _names_management(clause: Clause) -> bool:
    """Say whether a hollow verb, or none, has the management of something for its object: 负责门店的现场管理."""
    if clause.heads and clause.heads[0].kinds.isdisjoint(HOLLOW):
        return False
    words = [word for word in clause.words if word.start >= clause.act_end]
    while words and "class" in words[-1].kinds and not _manages(words[-1]):
        words.pop()
    last = words.pop() if words else None
    if last is None or clause.end - last.end > _TAIL or not _manages(last):
        return False
    before = words[-1] if words else None
    if before is None and not clause.heads:
        return False
    if "coordinator" in clause.words[-1].kinds or (before and "coordinator" in before.kinds):
        return False
    if any("function" not in head.kinds and not _begins_noun(clause, head) for head in clause.heads[1:]):
        return False
    owned = before is not None and before.text in _POSSESSIVE
    return owned or not (any(map(is_act, words)) or (clause.heads and _treats(clause, _behind_first(clause))))


def _behind_first(clause: Clause) -> Sequence[Word]:
    return [word for word in clause.words if word.start >= clause.heads[0].end]


def _manages(word: Word) -> bool:
    """Say whether a noun is management, or the work of it: 设备管理, 管理工作."""
    managing = listed("function-nouns", "zh", "managing")
    return word.text.endswith(managing) or ("class" in word.kinds and word.text.startswith(managing))


def _begins_noun(clause: Clause, head: Word) -> bool:
    """Say whether the name of a function goes on behind what looks like a verb: 采购工作, 采购管理."""
    behind = next((word for word in clause.words if word.start == head.end), None)
    return "both" in head.kinds and behind is not None and not behind.kinds.isdisjoint(("class", "run"))


def _of_heads(clause: Clause) -> int:
    heads = clause.heads
    is_hollow = not heads[0].kinds.isdisjoint(HOLLOW)
    treats = is_hollow and len(heads) > 1 and _treats(clause, heads[1:])
    if not treats and (_governs_field(clause) or (is_hollow and _only_functions(clause))):
        return NAMES_NONE
    if any("act" in head.kinds and not head.kinds & HOLLOW for head in heads):
        return NAMES_ACT
    hollow = [head for head in heads if head.kinds & HOLLOW]
    if hollow and (len(hollow) == len(heads) or hollow[0].kinds & {"hollow", "hollow-do"}):
        return max(_behind_hollow(clause), MAY_NAME_ACT if treats else NAMES_NONE)
    return MAY_NAME_ACT


def _besides_first(clause: Clause) -> int:
    """Weigh the verbs behind one of helping or knowing: 协助经理培训并记录, not 协助制定."""
    heads = clause.heads
    if heads[0].kinds & SUPPORT:
        if "-ing" in heads[0].kinds and heads[0].text.endswith(_PREPOSITIONS):
            return NAMES_NONE
        heads = tuple(later for earlier, later in pairwise(heads) if later.start - earlier.end > 1)
        return NAMES_ACT if any("act" in head.kinds for head in heads) else NAMES_NONE
    return NAMES_ACT if any("act" in head.kinds for head in heads[1:]) else NAMES_NONE


def _tells_purpose(clause: Clause) -> bool:
    """Say whether a clause tells what the act before it is for: 以提高效率, 为管理层决策提供支持."""
    if not clause.words:
        return False
    opener = clause.words[0].kinds
    if "purpose" in opener and (clause.heads or clause.words[0].start == clause.start):
        return True
    supports = bool(clause.heads) and "light-support" in clause.heads[0].kinds
    helps = supports or "basis" in clause.words[-1].kinds
    return "benefit" in opener and helps and clause.words[0].start == clause.start


def is_compound(clause: Clause) -> bool:
    """Say whether what looks like a verb begins a noun: 保洁绿化管理, 采购工作."""
    last = clause.words[-1] if clause.words else None
    if last is None or not clause.heads or last.end < clause.end - 1 or not last.kinds & {"run", "class"}:
        return False
    owned = any(word.text in _POSSESSIVE for word in clause.words[-2:-1])
    if owned and "class" in last.kinds and not _begins_noun(clause, clause.heads[-1]):
        return False
    if "making" in clause.heads[0].kinds and len(clause.heads) > 1 and "made" in last.kinds:
        return False
    return clause.context_end == clause.heads[0].start < last.start and all(map(_may_be_noun, clause.heads))


def _may_be_noun(head: Word) -> bool:
    return "both" in head.kinds or ("function" in head.kinds and "act" not in head.kinds)


def _only_functions(clause: Clause) -> bool:
    """Say whether what follows the hollow verb names functions alone: 负责采购工作, not 负责采购设备."""
    if len(clause.heads) == 1 or residue(clause) or clause.has_frequency or _joins_act(clause):
        return False
    if not all("both" in head.kinds or head.kinds & HOLLOW for head in clause.heads[1:]):
        return False
    return all(word.kinds & _CLOSING for word in _behind_heads(clause))


def _governs_field(clause: Clause) -> bool:
    """Say whether verbs of leading have nothing but fields of work for their object: 组织领导全院科研工作."""
    if "class" not in clause.kinds or any(head.kinds.isdisjoint(_GOVERNING) for head in clause.heads):
        return False
    phrase = _phrase_behind(clause)
    if not phrase or clause.end - phrase[-1].end > 1 or residue(clause) > _CLEAR:
        return False
    named = [word for word in phrase if "class" not in word.kinds]
    acts = named and named[-1].kinds & _ACTING and "function" not in named[-1].kinds
    return _is_work(phrase[-1]) and not acts and _lists_fields(phrase, least=1)


def _is_field_name(word: Word) -> bool:
    """Say whether a word is the name of a field and no act, or holds one: 后勤, 行政工作."""
    compound = "class" in word.kinds and word.end - word.start > _CLEAR
    return compound or ("function" in word.kinds and not word.kinds & _ACTING)


def _is_work(word: Word) -> bool:
    return "class" in word.kinds and word.text.endswith(listed("function-nouns", "zh", "work-end"))


def leads_field(clause: Clause, words: Sequence[Word]) -> bool:
    """Say whether words lead nothing but a field of work: 抓好全队的安全工作, 处理日常业务."""
    led = [word for word in words if not word.kinds & _GOVERNING or "class" in word.kinds]
    if not led or len(led) == len(words) or not _is_work(led[-1]) or led[-1].end < clause.end:
        return False
    unknown = clause.end - words[0].start - sum(word.end - word.start for word in words)
    return unknown <= _CLEAR and _lists_fields(led, least=1)


def _phrase_behind(clause: Clause) -> Sequence[Word]:
    """Give the words behind the verbs that lead, verbs that may be names of fields among them."""
    first = next((head for head in clause.heads if not head.kinds & _GOVERNING), None)
    start = first.start if first else clause.object_start
    return [word for word in clause.words if word.start >= start]


def _lists_fields(phrase: Sequence[Word], *, least: int) -> bool:
    """Say whether words name fields of work alone, so many of them plainly: 人事、财务和安全等工作."""
    plain = sum(_is_field_name(word) for word in phrase)
    return plain >= least and all(word.kinds & _FIELD for word in phrase)


_GOVERNING = HOLLOW | {"governing"}
_LEADING = frozenset(("governing", "coordinator"))
_ACTING = frozenset(("act", "both", "weak", "run"))
_FIELD = frozenset(("function", "both", "class", "affair", "coordinator", "connector", "scope", "and-so-on", "vague"))


def _leads_work(phrase: Sequence[Word]) -> bool:
    """Say whether a phrase is the leading of work and no more: 护理工作的组织和管理, 项目的组织与协调工作."""
    behind = list(phrase)
    while behind and "class" in behind[-1].kinds:
        behind.pop()
    while behind and behind[-1].kinds & _LEADING:
        behind.pop()
    if len(behind) in {0, len(phrase)} or behind[-1].text not in _POSSESSIVE:
        return False
    owner = behind[:-1]
    if not owner or not _lists_fields(owner, least=0):
        return False
    return "class" in owner[-1].kinds or sum("governing" in word.kinds for word in phrase) > 1


def _joins_act(clause: Clause) -> bool:
    """Say whether 并 joins an act of its own on: 做好仪器的保养并登记."""
    joints = {word.end for word in clause.words if "connector" in word.kinds and "coordinator" not in word.kinds}
    return any(head.start in joints for head in clause.heads[1:])


def _behind_heads(clause: Clause) -> Sequence[Word]:
    return [word for word in clause.words if word.start >= clause.heads[-1].end]


def _without_head(clause: Clause) -> int:
    """Weigh a phrase without a verb at its head: 客户档案的建立 names an act, 机电设备管理 doesn't."""
    if any(map(is_act, clause.words)):
        return NAMES_ACT
    managed = clause.words and clause.words[-1].kinds & {"run", "class"}
    if managed and _lists_offices(clause):
        return NAMES_NONE
    acts = [word for word in clause.words if "both" in word.kinds or ("weak" in word.kinds and not managed)]
    if not is_chinese(clause.object) and any(map(_NOMINALISED.match, _unknown_words(clause))):
        return MAY_NAME_ACT
    if any("process" in word.kinds for word in clause.words if word.start > clause.start):
        return MAY_NAME_ACT
    if any(_acts_on_paper(before, word) for before, word in pairwise(clause.words)):
        return MAY_NAME_ACT
    several = not managed and len([word for word in acts if "function" not in word.kinds]) > 1
    return MAY_NAME_ACT if several or (acts and residue(clause) >= _CLEAR) else NAMES_NONE


def _lists_offices(clause: Clause) -> bool:
    """Say whether a phrase lists the fields of an office: 文书、印信、出纳、采购、财产管理."""
    marks = sum(word.text == "、" for word in clause.words)
    owned = any(word.text in _POSSESSIVE for word in clause.words)
    return marks >= _OFFICES and not owned and sum(map(_is_field_name, clause.words)) >= _GIVER_AND_AID


_OFFICES = 3
"""Commas from which on a list of nouns is one of an office's fields."""


def _behind_hollow(clause: Clause) -> int:
    """Weigh what follows a hollow verb: 负责审核报销单 names an act, 负责销售工作 doesn't."""
    behind = _behind_heads(clause)
    if is_chinese(clause.object) and (_lists_fields(_owned(clause, behind), least=2) or _leads_work(behind)):
        return NAMES_NONE
    if any(is_act(word) or _is_gerund(word) for word in behind):
        return NAMES_ACT
    if not is_chinese(clause.object):
        weighed = _english_field(clause, behind)
        if weighed is not None:
            return weighed
    left = residue(clause)
    owned = _possessed_act(behind)
    named = owned or any("both" in word.kinds for word in behind)
    told = left >= _CLEAR or clause.has_frequency or (owned and _owner(clause, behind) >= _CLEAR)
    papers = any(_acts_on_paper(before, word) for before, word in pairwise(behind))
    if papers or (named and told) or _treats(clause, behind) or "named" in clause.kinds or _makes(behind, left):
        return MAY_NAME_ACT
    if is_chinese(clause.object):
        return MAY_NAME_ACT if _owns_object(clause, behind) else NAMES_NONE
    nominalised = any(map(_NOMINALISED.match, _unknown_words(clause)))
    return MAY_NAME_ACT if left >= _CLEAR or nominalised else NAMES_NONE


def _owned(clause: Clause, behind: Sequence[Word]) -> Sequence[Word]:
    """Give what stands behind the last 的 (园区的|人事和安全工作); nothing where a word of it is unknown."""
    start = next((word.end for word in reversed(behind) if word.text in _POSSESSIVE), clause.object_start)
    owned = [word for word in behind if word.start >= start]
    unknown = clause.end - start - sum(word.end - word.start for word in owned)
    return owned if unknown == 0 else ()


def _english_field(clause: Clause, behind: Sequence[Word]) -> int | None:
    """Tell what is managed or carried out (a budget, an audit: an act) from a field of work (marketing: none)."""
    phrase = phrase_words(clause, clause.object_start)
    if not phrase:
        return None
    if any(later.start - earlier.end > _CONNECTED for earlier, later in pairwise(clause.heads)):
        return MAY_NAME_ACT
    if "hollow" not in clause.heads[-1].kinds:
        if "run" in clause.heads[-1].kinds and behind[-1].end == clause.end and behind[-1].kinds & _PEOPLE:
            return NAMES_ACT
        wanted = _GOVERNED[("run" in clause.heads[-1].kinds, "broker" in clause.heads[-1].kinds)]
        ends = [word for word, after in zip_longest(phrase, phrase[1:]) if _ends_noun(word, after)]
        if any(word.kinds & wanted for word in ends):
            return NAMES_ACT
    elif any(_does(word, after) for word, after in pairwise(behind)):
        return NAMES_ACT
    return NAMES_NONE if is_field(clause) else None


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
    if "boundary" in after.kinds:
        return False
    return "-ing" in word.kinds and "act" in word.kinds and bool(after.kinds & {"scope", "recipient", "thing"})


def is_field(clause: Clause) -> bool:
    """Say whether what an English hollow verb governs is a field by its name: the day-to-day running of the branch."""
    phrase = phrase_words(clause, clause.object_start)
    if not phrase or not clause.heads:
        return False
    verb, noun = clause.heads[-1].kinds, phrase[-1].kinds
    return ("managed" in noun and "hollow" in verb) or ("running" in noun and "run" in verb)


def is_act(word: Word) -> bool:
    """Say whether a word is an act wherever it stands, and never a noun."""
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_PLAIN_ACT)


def _is_gerund(word: Word) -> bool:
    return "-ing" in word.kinds and "act" in word.kinds and word.kinds.isdisjoint(("function", "managed"))


def _possessed_act(behind: Sequence[Word]) -> bool:
    """Say whether 的 makes an act of what follows: 客户的开发与维护."""
    if not behind or "class" in behind[-1].kinds:
        return False
    return any(
        word.text in _POSSESSIVE and not later.kinds.isdisjoint(("weak", "both")) and word.end == later.start
        for word, later in pairwise(behind)
    )


def _makes(behind: Sequence[Word], left: int) -> bool:
    """Say whether what closes a phrase is done to a thing that no table knows: 前端接口开发, not 渠道开发."""
    last = behind[-1] if behind else None
    if last is None or "weak" not in last.kinds or last.kinds & _CLOSING:
        return False
    return "making" in last.kinds and left >= _CLEAR + ("management-end" in last.kinds)


def _owner(clause: Clause, behind: Sequence[Word]) -> int:
    """Count the characters before 的 that say of what, the names of functions among them: 设备 in 设备的维护."""
    end = next(word.start for word in behind if word.text in _POSSESSIVE)
    told = (word for word in behind if word.end <= end and not word.kinds & _SAYS_NOT_WHAT)
    unsaid = sum(word.end - word.start for word in behind if word.end <= end)
    return end - clause.heads[-1].end - unsaid + sum(word.end - word.start for word in told)


def _treats(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether something is done with what a preposition brings forward: 对车辆进行维修, 对官网进行维护."""
    if "preposition" not in clause.kinds:
        return False
    before = [word for word in clause.words if word.end <= clause.heads[0].start]
    treated = any(word.text in listed("sentence-damage", "zh", "treats") for word in before)
    if not treated:
        return False
    own = before[-1].end < clause.heads[0].start or bool(before[-1].kinds & _TREATED)
    return any("both" in word.kinds or (own and (word.kinds & _LIGHT_ACTS or _manages(word))) for word in behind)


_TREATED = frozenset(("plain", "role-end", "recipient", "document-end"))
_LIGHT_ACTS = frozenset(("weak", "run"))


def _acts_on_paper(before: Word, word: Word) -> bool:
    """Say whether an act closes on what it is done to, a paper or another thing with a name: 公文收发."""
    near = before.end == word.start and not before.kinds.isdisjoint(("document-end", "plain"))
    return near and "both" in word.kinds and "function" not in word.kinds


def _owns_object(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether a doing verb has a thing for its object: 管理客户档案, 做好销售计划."""
    if not behind:
        return len(clause.object) > 1
    verb, last = clause.heads[-1].kinds, behind[-1]
    if "hollow" in verb:
        return False
    if "run" in verb and any("document-end" in word.kinds for word in behind):
        return True
    return last.end < clause.end or not last.kinds & {"function", "class", "affair", "weak", "vague", "opinion"}


def residue(clause: Clause) -> int:
    """Count the characters (English: words) of the object that say which one."""
    if not is_chinese(clause.object):
        return len(_unknown_words(clause))
    left = clause.end - clause.object_start
    for word in clause.words:
        if word.start >= clause.object_start and word.kinds & _SOFT:
            left -= word.end - word.start
    return left


def _unknown_words(clause: Clause) -> list[str]:
    """Give the English words of the object that say which one."""
    soft = {part for word in clause.words if word.kinds & _SOFT for part in word.text.split()}
    return [word for word in _ENGLISH_WORD.findall(clause.object) if word not in soft]
