"""Weighs a clause: does it name an act (2), perhaps one (1), or none (0)."""

import re
from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.words import Word, is_chinese

_SUPPORT = frozenset(("support", "join", "light-support"))
_PERSON = frozenset(("knows", "learns", "is"))
_HOLLOW = frozenset(("hollow", "hollow-do", "run"))
_SOFT = frozenset(
    (
        "scope", "function", "class", "affair", "connector", "coordinator", "opinion", "opinion-mild", "pep", "pep-mild",
        "vague", "vague-modifier", "vague-head", "vague-rule", "and-so-on", "both", "weak", "adverb", "run", "preposition",
        "frequency", "rest-noun", "relation",
    )
)  # fmt: skip
"""Kinds of words that don't tell one task from another."""
_ENGLISH_WORD = re.compile(r"[a-z][a-z'-]+")
_NOMINALISED = re.compile(r"[a-z]{3,}(?:tion|sion|ment|ysis|isal|ewal|ursement)s?$")
_CLEAR_RESIDUE = 2
"""Characters or words that no table knows, from which on an object counts as one of its own."""


def strength(clause: Clause) -> int:
    """Weigh a clause."""
    if clause.is_context:
        return 0
    heads = clause.heads
    if not heads or is_compound(clause):
        return _without_head(clause)
    if clause.words[0:1] and (clause.words[0].text == "以" or _serves(clause)):
        return 0
    first = heads[0].kinds
    if first & _SUPPORT and "-ing" in first and heads[0].text.endswith(_PREPOSITIONS):
        return 0
    if first & _SUPPORT:
        return 2 if any("act" in head.kinds for head in _apart(heads)) else 0
    if first & _PERSON and not first & {"act", "weak"}:
        return 2 if any("act" in head.kinds for head in heads[1:]) else 0
    if "act" not in first and ("result" in first or ("obey" in first and "weak" not in first)):
        return 0
    if first & _HOLLOW and _only_functions(clause):
        return 0
    if any("act" in head.kinds and not head.kinds & _HOLLOW for head in heads):
        return 2
    hollow = [head for head in heads if head.kinds & _HOLLOW]
    if hollow and (len(hollow) == len(heads) or not hollow[0].kinds.isdisjoint(("hollow", "hollow-do"))):
        return behind_hollow(clause)
    return 1


def _serves(clause: Clause) -> bool:
    """Say whether a clause tells whom the act before it serves: 为管理层决策提供支持."""
    return (
        clause.words[0].text in {"为", "供"}
        and not clause.kinds.isdisjoint(("light-support", "plain"))
        and (heads_support(clause) or clause.object.endswith(("依据", "参考")))
    )


def heads_support(clause: Clause) -> bool:
    """Say whether helping is all that a clause does."""
    return "light-support" in clause.heads[0].kinds


def is_compound(clause: Clause) -> bool:
    """Say whether what looks like a verb begins a noun: 保洁绿化管理, 采购工作."""
    last = clause.words[-1] if clause.words else None
    return (
        last is not None
        and last.end >= clause.end - 1
        and bool(last.kinds & {"run", "class"})
        and last.start > clause.heads[0].start
        and clause.heads[0].start == clause.context_end
        and all("both" in head.kinds or ("function" in head.kinds and "act" not in head.kinds) for head in clause.heads)
    )


_PREPOSITIONS = (" in", " with", " on", " to")
"""What follows these in -ing is helped with, not done: assisting with hiring, training and onboarding."""


def _only_functions(clause: Clause) -> bool:
    """Say whether what follows the hollow verb names functions alone: 负责采购工作, not 负责采购设备."""
    behind = [word for word in clause.words if word.start >= clause.heads[-1].end]
    return (
        len(clause.heads) > 1
        and all("both" in head.kinds or head.kinds & _HOLLOW for head in clause.heads[1:])
        and residue(clause) == 0
        and all(word.kinds & _CLOSING for word in behind)
    )


_CLOSING = frozenset(("class", "run", "and-so-on", "coordinator", "both"))


def _apart(heads: tuple[Word, ...]) -> list[Word]:
    """Give the verbs that a connector sets apart from the first: 协助经理培训并记录, not 协助制定."""
    return [later for earlier, later in pairwise(heads) if later.start - earlier.end > 1]


def _without_head(clause: Clause) -> int:
    """Weigh a phrase without a verb at its head: 客户档案的建立 names an act, 机电设备管理 doesn't."""
    if any(_is_act(word) for word in clause.words):
        return 2
    if any("both" in word.kinds or "weak" in word.kinds for word in clause.words) and residue(clause) >= _CLEAR_RESIDUE:
        return 1
    return 0


def behind_hollow(clause: Clause) -> int:
    """Weigh what follows a hollow verb: 负责审核报销单 names an act, 负责销售工作 doesn't."""
    behind = [word for word in clause.words if word.start >= clause.heads[-1].end]
    if any(_is_act(word) for word in behind):
        return 2
    if any("-ing" in word.kinds and "act" in word.kinds for word in behind if "function" not in word.kinds):
        return 2
    left = residue(clause)
    if left >= _CLEAR_RESIDUE and (any("both" in word.kinds for word in behind) or _possessed_act(behind)):
        return 1
    if "named" in clause.kinds:
        return 1
    if is_chinese(clause.object):
        return 1 if _owns_object(clause, behind) else 0
    return 1 if left >= _CLEAR_RESIDUE or any(map(_NOMINALISED.match, _unknown_words(clause))) else 0


def _possessed_act(behind: list[Word]) -> bool:
    """Say whether 的 makes an act of what follows: 客户的开发与维护."""
    if not behind or "class" in behind[-1].kinds:
        return False
    return any(
        word.text == "的" and "weak" in later.kinds and word.end == later.start for word, later in pairwise(behind)
    )


def _is_act(word: Word) -> bool:
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_PLAIN_ACT)


_NOT_PLAIN_ACT = frozenset(
    ("both", "function", "plain", "role-end", "document-end", "base", "-s", "-ing", "-ed", "hollow-do")
)


def _owns_object(clause: Clause, behind: list[Word]) -> bool:
    """Say whether a doing verb has a thing for its object: 管理客户档案, 做好销售计划."""
    if "hollow" in clause.heads[-1].kinds or not behind:
        return bool(behind) is False and len(clause.object) > 1
    last = behind[-1].kinds
    if "run" in clause.heads[-1].kinds and any("document-end" in word.kinds for word in behind):
        return True
    return behind[-1].end < clause.end or not last & {"function", "class", "affair", "weak", "vague", "opinion"}


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
