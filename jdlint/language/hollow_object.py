"""Weighs what stands behind a hollow verb: 负责审核报销单 names an act, 负责销售工作 doesn't."""

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.residue import (
    CLEAR,
    CLOSING,
    MAY_NAME_ACT,
    NAMES_ACT,
    NAMES_NONE,
    POSSESSIVE,
    behind_heads,
    is_act,
    manages,
    residue,
    unknown_words,
)
from jdlint.language.words import Word, is_chinese, length, listed
from jdlint.language.work_field import english_field, leads_work, lists_acts_on_thing, lists_fields
from jdlint.pattern import pattern

NOMINALISED = pattern(r"[a-z]{3,}(?:tion|sion|ment|ysis|isal|ewal|ursement)s?$")
_SAYS_NOT_WHAT = frozenset(("scope", "adverb", "coordinator", "class", "affair", "vague", "vague-modifier"))


def behind_hollow(clause: Clause) -> int:
    """Weigh what follows a hollow verb: 负责审核报销单 names an act, 负责销售工作 doesn't."""
    behind = behind_heads(clause)
    done = lists_acts_on_thing(clause)
    if done or (is_chinese(clause.object) and _is_field(clause, behind)):
        return MAY_NAME_ACT if done else NAMES_NONE
    if any(is_act(word) or _is_gerund(word) for word in behind):
        return NAMES_ACT
    if not is_chinese(clause.object):
        weighed = english_field(clause, behind)
        if weighed is not None:
            return weighed
    left = residue(clause)
    owned = _possessed_act(behind)
    named = owned or any("both" in word.kinds for word in behind)
    told = left >= CLEAR or clause.has_frequency or (owned and _owner(clause, behind) >= CLEAR)
    papers = any(acts_on_paper(before, word) for before, word in pairwise(behind))
    if papers or (named and told) or treats(clause, behind) or "named" in clause.kinds or _makes(behind, left):
        return MAY_NAME_ACT
    if is_chinese(clause.object):
        return MAY_NAME_ACT if _owns_object(clause, behind) else NAMES_NONE
    nominalised = any(map(NOMINALISED.match, unknown_words(clause)))
    return MAY_NAME_ACT if left >= CLEAR or nominalised else NAMES_NONE


def _is_field(clause: Clause, behind: Sequence[Word]) -> bool:
    if _acts_on_named(clause, behind):
        return False
    return lists_fields(_owned(clause, behind), least=_fewest(behind)) or leads_work(behind)


def _acts_on_named(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether an act is done to something that no table knows, before it is managed: 饲料的质量检查|和管理."""
    of = next((word for word in reversed(behind) if word.text in POSSESSIVE), None)
    if of is None or not manages(behind[-1]):
        return False
    acts = any("both" in word.kinds and "function" not in word.kinds for word in behind if word.start > of.start)
    told = of.start - clause.object_start - length(word for word in behind if word.end <= of.start)
    return acts and told >= CLEAR


def _fewest(behind: Sequence[Word]) -> int:
    """Say how many plain fields a list has to name: one is enough where it ends in management."""
    listed_fields = sum("coordinator" in word.kinds for word in behind)
    return 1 if listed_fields and manages(behind[-1]) else 2


def _owned(clause: Clause, behind: Sequence[Word]) -> Sequence[Word]:
    """Give what stands behind the last 的 (园区的|人事和安全工作); nothing where a word of it is unknown."""
    start = next((word.end for word in reversed(behind) if word.text in POSSESSIVE), clause.object_start)
    owned = [word for word in behind if word.start >= start]
    unknown = clause.end - start - length(owned)
    return owned if unknown == 0 else ()


def _is_gerund(word: Word) -> bool:
    return "-ing" in word.kinds and "act" in word.kinds and word.kinds.isdisjoint(("function", "managed"))


def _possessed_act(behind: Sequence[Word]) -> bool:
    """Say whether 的 makes an act of what follows: 客户的开发与维护."""
    if not behind or "class" in behind[-1].kinds:
        return False
    return any(
        word.text in POSSESSIVE and not later.kinds.isdisjoint(("weak", "both")) and word.end == later.start
        for word, later in pairwise(behind)
        if later.text not in listed("function-nouns", "zh", "single-running") or later is not behind[-1]
    )


def _makes(behind: Sequence[Word], left: int) -> bool:
    """Say whether what closes a phrase is done to a thing that no table knows: 前端接口开发, not 渠道开发."""
    last = behind[-1] if behind else None
    if last is None or "weak" not in last.kinds or last.kinds & CLOSING:
        return False
    return "making" in last.kinds and left >= CLEAR + ("management-end" in last.kinds)


def _owner(clause: Clause, behind: Sequence[Word]) -> int:
    """Count the characters before 的 that say of what, the names of functions among them: 设备 in 设备的维护."""
    end = next(word.start for word in behind if word.text in POSSESSIVE)
    told = (word for word in behind if word.end <= end and not word.kinds & _SAYS_NOT_WHAT)
    unsaid = length(word for word in behind if word.end <= end)
    return end - clause.heads[-1].end - unsaid + length(told)


def treats(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether something is done with what a preposition brings forward: 对车辆进行维修, 对官网进行维护."""
    if "preposition" not in clause.kinds:
        return False
    before = [word for word in clause.words if word.end <= clause.heads[0].start]
    treated = any(word.text in listed("sentence-damage", "zh", "treats") for word in before)
    if not treated:
        return False
    own = before[-1].end < clause.heads[0].start or bool(before[-1].kinds & _TREATED)
    return any("both" in word.kinds or (own and (word.kinds & _LIGHT_ACTS or manages(word))) for word in behind)


_TREATED = frozenset(("plain", "role-end", "recipient", "document-end"))
_LIGHT_ACTS = frozenset(("weak", "run"))


def acts_on_paper(before: Word, word: Word) -> bool:
    """Say whether an act closes on what it is done to, a paper or another thing with a name: 公文收发."""
    near = before.end == word.start and not before.kinds.isdisjoint(("document-end", "plain", "thing"))
    return near and "both" in word.kinds and "function" not in word.kinds


def _tells_thing(clause: Clause, last: Word) -> bool:
    """Say whether words that no table knows tell which thing closes a clause: 管理宿舍门禁|系统."""
    return "thing" in last.kinds and last.end == clause.end and residue(clause) >= 2 * CLEAR


def _owns_object(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether a doing verb has a thing for its object: 管理客户档案, 做好销售计划."""
    if not behind:
        return len(clause.object) > 1
    verb, last = clause.heads[-1].kinds, behind[-1]
    if "hollow" in verb:
        return False
    if "run" in verb and (any("document-end" in word.kinds for word in behind) or _tells_thing(clause, last)):
        return True
    return last.end < clause.end or not last.kinds & {"function", "class", "affair", "weak", "vague", "opinion"}
