"""Finds the words of a clause that grant: before 权, behind 有权, at the head, or the last action noun."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

from jdlint import knowledge
from jdlint.language.phrase_parse import Clause, Token

NO_GRANTS = frozenset(("none", "plain"))
"""Classes of act that need no leave: to know, to take part, to carry out."""
LINKS = frozenset(("conj", "also"))


def acts_that_grant(clause: Clause, folded: str, *, is_first: bool) -> list[Token]:
    """Give the words of a clause that grant: before 权, behind 有权, at the head, or else the last action noun."""
    acts = _own_acts(clause)
    powers = [place for place, token in enumerate(clause) if "power" in token.word.cues]
    before_powers = [token for place in powers for token in _before_power(clause, place, folded)]
    if before_powers or not acts:
        return before_powers
    if any(folded[clause[place].start : clause[place].end] == "权" for place in powers):
        return []
    if acts[-1] == len(clause) - 1 and _is_owned(clause[-2:]):
        return _list_from(clause, acts[-1], -1)
    return _granting_by_place(clause, acts, folded, is_first=is_first, is_power=bool(powers))


def _granting_by_place(clause: Clause, acts: list[int], folded: str, *, is_first: bool, is_power: bool) -> list[Token]:
    """Give the words that grant where none stands right before 权."""
    if _only_proposes(clause, acts[0]):
        return [clause[acts[0]]]
    opener = next((place for place, token in enumerate(clause) if "opener" in token.word.cues), -1)
    first = next((place for place in acts if place > opener), -1)
    if "towards" in clause[0 if opener < 0 else min(opener + 1, len(clause) - 1)].word.cues:
        first = next((place for place in acts if "propose" in clause[place].acts), first)
    if first >= 0 and (opener >= 0 or is_power or first == 0 or "towards" in clause[0].word.cues):
        return _list_from(clause, first, 1)
    if folded[clause[0].start].isascii():
        return _list_from(clause, acts[0], 1) if is_first else []
    proposes = clause[acts[-1]].acts == _PROPOSE and acts[-1] > 0 and "of" in clause[acts[-1] - 1].word.cues
    return _list_from(clause, acts[-1], -1) + ([] if proposes else _item_ends(clause, acts))


def _only_proposes(clause: Clause, place: int) -> bool:
    """Tell whether the first act is to put forward what the others are about: 提出处罚意见, but not 提出并批准."""
    if clause[place].acts != _PROPOSE:
        return False
    return not any(token.word.cues & LINKS for token in clause[place:]) and "advice" in clause[-1].word.cues


def _item_ends(clause: Clause, acts: list[int]) -> list[Token]:
    """Give the acts that close the items of a list before its last one: 合同审核、价格检查及…."""
    ends = (place for place in acts if place + 1 < len(clause) and clause[place + 1].word.cues & LINKS)
    told = [(clause[place - 1], clause[place]) for place in ends if place]
    return [end for of, end in told if (of.word.noun and not end.word.noun) or end.acts == _PROPOSE]


def _is_owned(words: Clause) -> bool:
    """Tell whether 之 makes the last word the act of an entry: 採購金額三萬元以下之核決."""
    of = words[0]
    return len(words) > 1 and "of" in of.word.cues and of.end == words[1].start


def _own_acts(clause: Clause) -> list[int]:
    """Give the places of the acts that aren't left to somebody else (报…批准, 由…审核)."""
    found = []
    is_left = False
    for place, token in enumerate(clause):
        if "opener" in token.word.cues:
            is_left = False
        elif token.acts and token.acts != _PLAIN:
            found += [] if is_left else [place]
        elif token.word.cues & _OTHERS:
            is_left = place + 1 == len(clause) or "own" not in clause[place + 1].word.cues
    return found


_PLAIN = ("plain",)
_OTHERS = frozenset(("submit", "received"))


def _before_power(clause: Clause, place: int, folded: str) -> list[Token]:
    """Give the acts directly before a word of power: 审核权, 审核和批准的权力."""
    before = place - 1
    if before >= 0 and "of" in clause[before].word.cues:
        before -= 1
    if before < 0 or not clause[before].acts:
        return []
    end = clause[before].end
    if folded[end : clause[place].start].strip() not in {"", "的", "之"}:
        return []
    return _list_from(clause, before, -1) + _before_proposal(clause, before, folded)


def _before_proposal(clause: Clause, place: int, folded: str) -> list[Token]:
    """Give the acts that 和 sets apart from a proposal: 监督、考核和奖惩建议的权限."""
    joint = place - 2
    if joint < 1 or clause[place].acts != _PROPOSE or not clause[place - 1].acts:
        return []
    is_apart = "conj" in clause[joint].word.cues and folded[clause[joint].start] != "、"
    return _list_from(clause, joint - 1, -1) if is_apart and clause[joint - 1].acts else []


def _list_from(clause: Clause, place: int, step: int) -> list[Token]:
    """Give an act and those enumerated with it, on one side; an act that a proposal is about isn't granted."""
    found = [clause[place]]
    reached = place
    while True:
        following = reached + step
        while 0 <= following < len(clause) and clause[following].word.cues & LINKS and not clause[following].acts:
            following += step
        together = _with(clause, reached) if step < 0 else -1
        if together >= 0:
            following = together
        elif not 0 <= following < len(clause) or not clause[following].acts or abs(following - reached) == 1:
            return found if step < 0 or reached != place else [*found, *_items(clause, place)]
        if step > 0 and clause[place].acts == _PROPOSE and clause[place + 1].start - clause[place].end > 1:
            return found
        found.append(clause[following])
        reached = following


def _with(clause: Clause, place: int) -> int:
    """Give the act before another that is granted with it (考核奖惩权, 工作安排、考勤考核权), or -1."""
    together = table()["together"]
    if place < 1 or not set(together["second"]) & set(clause[place].acts):
        return -1
    before = clause[place - 1]
    if before.acts:
        return place - 1 if set(together["first"]) & set(before.acts) else -1
    is_own = before.word.noun and before.end == clause[place].start and place > _LISTED_ON
    is_listed = is_own and "conj" in clause[place - 2].word.cues and clause[place - 3].acts
    return place - 3 if is_listed else -1


_LISTED_ON = 2
"""An act, a conjunction and a noun stand before an act that goes on with a list."""


def _items(clause: Clause, place: int) -> Iterator[Token]:
    """Give the acts at the head of the further items of a list: 任命管理人员、签订合同; none behind a proposal."""
    if clause[place].acts == _PROPOSE:
        return
    is_joined = False
    for before, token in pairwise(clause[place:]):
        is_joined = is_joined or ("also" in before.word.cues and not before.acts)
        if not token.acts or token.word.noun or NO_GRANTS & set(token.acts):
            continue
        if is_joined or before.word.cues & LINKS:
            yield token
        is_joined = False


_PROPOSE = ("propose",)


def acts_on_listed(granting: list[Token]) -> list[Token]:
    """Give the acts of a heading that hold for what is listed behind it: 审批权:费用、采购, but not 人事权:招聘."""
    return [token for token in granting if not _ON_LISTED.isdisjoint(token.acts)]


_ON_LISTED = frozenset(("approve", "propose", "review", "inspect"))


def acts_of_heading(headed: list[Token], clause: Clause) -> list[Token]:
    """Give the acts that a heading lends to a clause of nouns; who decides on what is done may do it, too."""
    if not headed or any("power" in token.word.cues for token in clause):
        return []
    decides = any("approve" in token.acts for token in headed)
    return [*headed, *(token for token in clause if decides and token.acts and token.acts != _PROPOSE)]


def table() -> dict[str, Any]:
    """Give what is told of acts: which includes which, and which are granted together."""
    return cast("dict[str, Any]", knowledge.load("lexicon/demands"))
