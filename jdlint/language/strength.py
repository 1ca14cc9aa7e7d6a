"""Weighs a clause: whether it names an act (2), perhaps one (1), or none (0)."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from jdlint.language.clause import SUPPORT, Clause
from jdlint.language.hollow_object import NOMINALISED, acts_on_paper, behind_hollow, treats
from jdlint.language.residue import (
    CLEAR,
    CLOSING,
    GIVER_AND_AID,
    HOLLOW,
    MAY_NAME_ACT,
    NAMES_ACT,
    NAMES_NONE,
    PERSON,
    POSSESSIVE,
    behind_heads,
    is_act,
    manages,
    residue,
    unknown_words,
)
from jdlint.language.words import Word, is_chinese, listed
from jdlint.language.work_field import governs_field, leads_discipline, lists_offices

_PREPOSITIONS = (" in", " with", " on", " to")
"""What follows these in -ing, or closes the clause, is helped with, not done: assist with year-end and audit."""
_TAIL = 4
"""Characters of the nouns that may follow the name of a function: 管理工作, 管理事宜."""


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
    return not clause.heads or all("class" in word.kinds for word in behind_heads(clause))


@cache
def acts_surely(kinds: frozenset[str]) -> bool:
    """Say whether a clause with a first verb of these kinds names an act, whatever else stands there.

    So it is unless the clause is only context, or tells a purpose: all else that `strength` asks is about other verbs.
    """
    return acts_but_on_fields(kinds) and kinds.isdisjoint(_MAY_BE_FIELD)


@cache
def acts_but_on_fields(kinds: frozenset[str]) -> bool:
    """Say the same of clauses that name no field of work: 采购设备, 组织演练, but not 采购工作, 组织安全工作."""
    return "act" in kinds and kinds.isdisjoint(_UNSURE)


_NOTHING: frozenset[str] = frozenset()
FIELDS = frozenset(("class", "run"))
"""Kinds of words that make a field of work of what stands before them."""
_MAY_BE_FIELD = frozenset(("both", "governing"))
_UNSURE = (
    HOLLOW
    | SUPPORT
    | frozenset(("plain", "role-end", "recipient", "passive", "giving", "modal", "purpose", "benefit", "joining"))
    | frozenset(("preposition", "frame-end", "determiner", "connector", "coordinator"))
    | frozenset(("adverb", "pep", "pep-mild", "opinion", "opinion-mild", "frequency", "deadline", "condition"))
)


def strength(clause: Clause) -> int:
    """Weigh a clause."""
    kinds = clause.heads[0].kinds if clause.heads else _NOTHING
    if acts_surely(kinds) or (acts_but_on_fields(kinds) and clause.kinds.isdisjoint(FIELDS)):
        return NAMES_NONE if clause.is_context or _tells_purpose(clause) else NAMES_ACT
    if (
        clause.is_context
        or _gives_basis(clause)
        or _undergoes(clause)
        or _names_management(clause)
        or only_pushed(clause)
        or gives_aid(clause)
        or _tells_purpose(clause)
    ):
        return NAMES_NONE
    if not clause.heads or is_compound(clause):
        return NAMES_NONE if _manages_work(clause) else _without_head(clause)
    first = clause.heads[0].kinds
    if first & SUPPORT or (first & PERSON and not first & {"act", "weak"}):
        return _besides_first(clause)
    if "act" not in first and ("result" in first or ("obey" in first and "weak" not in first)):
        return NAMES_NONE
    return _of_heads(clause)


def only_pushed(clause: Clause) -> bool:
    """Say whether a phrase names work, whichever, and that it is done: 資訊業務之推動."""
    if any("hollow" not in head.kinds for head in clause.heads) or len(clause.words) <= GIVER_AND_AID:
        return False
    work, of, last = clause.words[-3:]
    joined = work.end == of.start and of.end == last.start and last.end == clause.end
    pushed = of.text in POSSESSIVE and "hollow-do" in last.kinds and "affair" in work.kinds
    return joined and pushed and "coordinator" not in clause.kinds


def _gives_basis(clause: Clause) -> bool:
    """Say whether a clause tells whom the act before it serves: 为决策提供依据."""
    if not clause.words or "basis" not in clause.words[-1].kinds:
        return False
    return not clause.heads and "result" in clause.words[0].kinds and clause.words[0].start == clause.start


def _undergoes(clause: Clause) -> bool:
    """Say whether a clause tells only what others do to the post: 接受总经理的督导, 受所长委托管理分工的任务."""
    if not clause.heads and len(clause.words) > GIVER_AND_AID and clause.words[0].text == "受":
        return clause.words[0].start == clause.start and "class" in clause.words[-1].kinds
    if len(clause.heads) != 1 or "passive" not in clause.heads[0].kinds or len(clause.words) < GIVER_AND_AID:
        return False
    of, last = clause.words[-2:]
    return of.text in POSSESSIVE and of.end == last.start and last.end == clause.end and "act" in last.kinds


def gives_aid(clause: Clause) -> bool:
    """Say whether a clause gives support and nothing that could be handed over: 为门店提供人力支持."""
    if not clause.heads or "giving" not in clause.heads[0].kinds:
        return False
    words = [word for word in clause.words if word.kinds.isdisjoint(_CLOSES_AID)]
    if len(words) < GIVER_AND_AID:
        return False
    before, last = words[-2:]
    ends = clause.end - words[-1].end <= CLEAR and last.text.endswith(listed("support-verbs", "zh", "aid"))
    return ends and "coordinator" not in before.kinds


_CLOSES_AID = frozenset(("class", "service"))


def _names_management(clause: Clause) -> bool:
    """Say whether a hollow verb, or none, has the management of something for its object: 负责门店的现场管理."""
    if clause.heads and clause.heads[0].kinds.isdisjoint(HOLLOW):
        return False
    words = [*clause.behind(clause.act_end)]
    while words and "class" in words[-1].kinds and not manages(words[-1]):
        words.pop()
    last = words.pop() if words else None
    built = listed("function-nouns", "zh", "single-built-up")
    while len(words) > GIVER_AND_AID and "coordinator" in words[-1].kinds and words[-2].text in built:
        del words[-2:]
    if last is None or clause.end - last.end > _TAIL or not manages(last):
        return False
    before = words[-1] if words else None
    if before is None and not clause.heads:
        return False
    if "coordinator" in clause.words[-1].kinds or (before and "coordinator" in before.kinds):
        return False
    if any("function" not in head.kinds and not _begins_noun(clause, head) for head in clause.heads[1:]):
        return False
    owned = before is not None and before.text in POSSESSIVE
    return owned or not (
        any(map(is_act, words)) or (clause.heads and treats(clause, clause.behind(clause.heads[0].end)))
    )


def _begins_noun(clause: Clause, head: Word) -> bool:
    """Say whether the name of a function goes on behind what looks like a verb: 采购工作, 采购管理."""
    behind = clause.word_at(head.end)
    return "both" in head.kinds and behind is not None and not behind.kinds.isdisjoint(("class", "run"))


def _of_heads(clause: Clause) -> int:
    heads = clause.heads
    is_hollow = not heads[0].kinds.isdisjoint(HOLLOW)
    is_treated = is_hollow and len(heads) > 1 and treats(clause, heads[1:])
    if leads_discipline(clause) or _heightens(clause) or (not is_treated and _only_fields(clause, is_hollow=is_hollow)):
        return NAMES_NONE
    if any("act" in head.kinds and not head.kinds & HOLLOW for head in heads):
        return NAMES_ACT
    if _keeps_thing(clause):
        return MAY_NAME_ACT
    hollow = [head for head in heads if head.kinds & HOLLOW]
    if hollow and (len(hollow) == len(heads) or hollow[0].kinds & {"hollow", "hollow-do"}):
        return max(behind_hollow(clause), MAY_NAME_ACT if is_treated else NAMES_NONE)
    return MAY_NAME_ACT


def _only_fields(clause: Clause, *, is_hollow: bool) -> bool:
    """Say whether verbs have nothing but fields of work for their object, or the management of things."""
    if governs_field(clause):
        return True
    return is_hollow and (_only_functions(clause) or _tells_managed(clause) or _renews(clause))


def _keeps_thing(clause: Clause) -> bool:
    """Say whether a verb that may be the end of a field's name has a thing for its object: 负责维护|站点设备."""
    last = clause.words[-1]
    if len(clause.heads) == 1 or clause.heads[-1].kinds.isdisjoint(("making", "weak")) or "thing" not in last.kinds:
        return False
    return last.end == clause.end and clause.heads[-1].end <= last.start and "class" not in clause.kinds


def _besides_first(clause: Clause) -> int:
    """Weigh the verbs behind one of helping or knowing: 协助经理培训并记录, not 协助制定."""
    heads = clause.heads
    if heads[0].kinds & SUPPORT:
        if "-ing" in heads[0].kinds and heads[0].text.endswith(_PREPOSITIONS):
            return NAMES_NONE
        listed_on = heads[0].text.endswith(_PREPOSITIONS) and heads[-1].end == clause.end
        heads = tuple(later for earlier, later in pairwise(heads) if later.start - earlier.end > 1)
        heads = heads[:-1] if listed_on else heads
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
    if _looks_into(clause):
        return False
    owned = any(word.text in POSSESSIVE for word in clause.words[-2:-1])
    if owned and "class" in last.kinds and not _begins_noun(clause, clause.heads[-1]):
        return False
    if "making" in clause.heads[0].kinds and len(clause.heads) > 1 and "made" in last.kinds:
        return False
    return clause.context_end == clause.heads[0].start < last.start and all(map(_may_be_noun, clause.heads))


def _looks_into(clause: Clause) -> bool:
    """Say whether work of a field is looked into: 检查|清洁工作, not 检查工作."""
    head = clause.heads[0]
    behind = clause.word_at(head.end)
    if "leading" not in head.kinds or "both" not in head.kinds or len(clause.heads) > 1 or behind is None:
        return False
    return "function" in behind.kinds and behind.kinds.isdisjoint(("act", "both", "class", "run"))


def _may_be_noun(head: Word) -> bool:
    return "both" in head.kinds or ("function" in head.kinds and "act" not in head.kinds)


def _only_functions(clause: Clause) -> bool:
    """Say whether what follows the hollow verb names functions alone: 负责采购工作, not 负责采购设备."""
    if len(clause.heads) == 1 or residue(clause) or clause.has_frequency or _joins_act(clause):
        return False
    if not all("both" in head.kinds or head.kinds & HOLLOW for head in clause.heads[1:]):
        return False
    behind = behind_heads(clause)
    fields = len(behind) > 1 and "coordinator" in behind[0].kinds and "class" in behind[-1].kinds
    return all(word.kinds & CLOSING or (fields and "function" in word.kinds) for word in behind)


def _renews(clause: Clause) -> bool:
    """Say whether nothing but a field of renewal is carried out: 开展检验|技术革新."""
    if len(clause.heads) == 1 or "hollow-do" not in clause.heads[-2].kinds:
        return False
    behind = behind_heads(clause)
    return len(behind) == 1 and behind[0].text.endswith(listed("function-nouns", "zh", "single-renewal"))


def _heightens(clause: Clause) -> bool:
    """Say whether nothing is done to what is brought forward but that more heed is paid to it: 对重点部位加强防范."""
    if len(clause.heads) != GIVER_AND_AID:
        return False
    betters, last = clause.heads
    if "betters" not in betters.kinds or last.start != betters.end or last.end < clause.end:
        return False
    return last.text in listed("function-nouns", "zh", "single-heightened") and clause.words[0].text in listed(
        "sentence-damage", "zh", "treats"
    )


def _joins_act(clause: Clause) -> bool:
    """Say whether 并 joins an act of its own on: 做好仪器的保养并登记."""
    joints = {word.end for word in clause.words if "connector" in word.kinds and "coordinator" not in word.kinds}
    return any(head.start in joints for head in clause.heads[1:])


def samples_acts(clause: Clause) -> bool:
    """Say whether what is done to a thing is listed by samples: 设备房清洁、巡检等工作, but not 招聘、培训等工作."""
    if "and-so-on" not in clause.kinds or not (residue(clause) or "thing" in clause.kinds):
        return False
    return any(
        word.kinds & _SAMPLED and after.kinds & _LISTED and word.end == after.start
        for word, after in pairwise(clause.words)
    )


_SAMPLED = frozenset(("act", "both"))
_LISTED = frozenset(("coordinator", "and-so-on"))


def _manages_work(clause: Clause) -> bool:
    """Say whether a phrase closes with the management of work, whichever: 工具的订货及采购|工作管理."""
    if len(clause.words) < GIVER_AND_AID:
        return False
    work, last = clause.words[-2:]
    joined = "class" in work.kinds and work.end == last.start and last.end == clause.end
    return joined and last.text in listed("function-nouns", "zh", "managing")


def _tells_managed(clause: Clause) -> bool:
    """Say whether a verb behind a hollow one only tells which thing is managed: 负责稽查|车辆的管理使用."""
    hollow, *heads = clause.heads
    if hollow.kinds.isdisjoint(("hollow", "hollow-do")) or len(heads) != 1 or heads[0].start != hollow.end:
        return False
    if not heads[0].kinds.isdisjoint(("leading", "make", "submit", "finishes", "coordinate")):
        return False
    number = next((n for n, word in reversed([*enumerate(clause.words)]) if word.text in POSSESSIVE), None)
    if number is None or clause.words[-1].end < clause.end or clause.words[number].start == heads[0].end:
        return False
    first, *rest = clause.words[number + 1 :] or [clause.words[number]]
    uses = listed("function-nouns", "zh", "single-uses")
    return manages(first) and all(
        manages(word) or "class" in word.kinds or "coordinator" in word.kinds or word.text in uses for word in rest
    )


def _without_head(clause: Clause) -> int:
    """Weigh a phrase without a verb at its head: 客户档案的建立 names an act, 机电设备管理 doesn't."""
    if any(map(is_act, clause.words)):
        return NAMES_ACT
    managed = clause.words and clause.words[-1].kinds & {"run", "class"}
    if managed and lists_offices(clause):
        return NAMES_NONE
    acts = [word for word in clause.words if "both" in word.kinds or ("weak" in word.kinds and not managed)]
    if not is_chinese(clause.object) and any(map(NOMINALISED.match, unknown_words(clause))):
        return MAY_NAME_ACT
    if any("process" in word.kinds for word in clause.words if word.start > clause.start):
        return MAY_NAME_ACT
    if samples_acts(clause) or any(acts_on_paper(before, word) for before, word in pairwise(clause.words)):
        return MAY_NAME_ACT
    several = not managed and len([word for word in acts if "function" not in word.kinds]) > 1
    return MAY_NAME_ACT if several or (acts and residue(clause) >= CLEAR) else NAMES_NONE
