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
    if not heads:
        return _without_head(clause)
    first = heads[0].kinds
    if first & _SUPPORT:
        return 2 if any("act" in head.kinds for head in _apart(heads)) else 0
    if first & _PERSON and not first & {"act", "weak"}:
        return 2 if any("act" in head.kinds for head in heads[1:]) else 0
    if "result" in first and "act" not in first:
        return 0
    if any("act" in head.kinds and not head.kinds & _HOLLOW for head in heads):
        return 2
    if any(head.kinds & _HOLLOW for head in heads):
        return behind_hollow(clause)
    return 1


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
    if any("both" in word.kinds for word in behind) and left >= _CLEAR_RESIDUE:
        return 1
    if is_chinese(clause.object):
        return 1 if _owns_object(clause, behind) else 0
    return 1 if left >= _CLEAR_RESIDUE or _NOMINALISED.search(clause.object) else 0


def _is_act(word: Word) -> bool:
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_PLAIN_ACT)


_NOT_PLAIN_ACT = frozenset(("both", "function", "plain", "role-end", "document-end", "base", "-s", "-ing", "-ed", "hollow-do"))


def _owns_object(clause: Clause, behind: list[Word]) -> bool:
    """Say whether a doing verb has a thing for its object: 管理客户档案, 做好销售计划."""
    if "hollow" in clause.heads[-1].kinds or not behind:
        return bool(behind) is False and len(clause.object) > 1
    last = behind[-1].kinds
    return behind[-1].end < clause.end or not last & {"function", "class", "affair", "weak", "vague", "opinion"}


def residue(clause: Clause) -> int:
    """Count the characters (English: words) of the object that say which one."""
    if not is_chinese(clause.object):
        soft = {part for word in clause.words if word.kinds & _SOFT for part in word.text.split()}
        return sum(word not in soft for word in _ENGLISH_WORD.findall(clause.object))
    left = clause.end - clause.object_start
    for word in clause.words:
        if word.start >= clause.object_start and word.kinds & _SOFT:
            left -= word.end - word.start
    return left
