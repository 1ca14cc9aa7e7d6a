"""Says on what the acts of an authority are granted, by the things that stand around them."""

from collections.abc import Iterator
from typing import cast

from jdlint.language.granting import LINKS, NO_GRANTS, table
from jdlint.language.phrase_parse import Clause, Token, noun_object


def granted_by(granting: list[Token], words: Clause) -> Iterator[tuple[str, str | None]]:
    """Give the acts of the words that grant, with the objects of those around them."""
    whole: list[str] = []
    for part, around in _by_power(granting, words):
        if around:
            with_things = list(_with_things(part, around))
        else:
            whole = whole or things_named(words)
            with_things = [(token, [*whole, _noun(token)] if _noun(token) else whole) for token in part]
        things: list[str | None] = []
        for token, nouns in with_things:
            for act, thing in on_things(token.acts, nouns):
                things.append(thing)
                yield act, thing
        if any("approve" in token.acts for token in part):
            yield from _approved_acts(around or words[:_FEW], things)


_FEW = 24
"""Words of an entry among which an approval is told on what it is, where it has no words of its own."""


def _by_power(granting: list[Token], words: Clause) -> Iterator[tuple[list[Token], Clause]]:
    """Cut an entry of several powers, where a later one names things of its own: 员工的考核权、请假审批权.

    A power that names none goes with no words: it is on what the entry names.
    """
    ends = [place + 1 for place, token in enumerate(words) if "power" in token.word.cues]
    if len(ends) <= 1:
        yield granting, words
        return
    told = {token.start for token in granting}
    for first, last in zip([0, *ends[:-1]], [*ends[:-1], len(words)], strict=True):
        around = words[first:last]
        part = [token for token in around if token.start in told]
        others = [token for token in around if token.start not in told]
        yield part, around if things_named(others) != [""] else []


def on_things(acts: tuple[str, ...], nouns: list[str]) -> Iterator[tuple[str, str | None]]:
    """Give the acts with the objects of classes of nouns, and the acts that they include on such nouns."""
    for act in acts:
        if act in NO_GRANTS:
            continue
        including = _including().get(act, {})
        for noun in nouns:
            thing = noun_object(noun) or None
            included = including.get(noun, including.get(thing or "", ()))
            if act not in _NOT_SO_CALLED:
                yield act, thing
            elif act == "choose" and not included:
                yield "approve", thing
            for line in included:
                other, on = line.split()
                yield other, on


_NOT_SO_CALLED = frozenset(("manage", "choose"))
"""Classes of act that no demand names: to manage people is to assign and assess them, to pick them is to hire them."""


def _including() -> dict[str, dict[str, list[str]]]:
    return cast("dict[str, dict[str, list[str]]]", table()["including"])


def _approved_acts(words: Clause, things: list[str | None]) -> Iterator[tuple[str, str]]:
    """Give the acts that an approval is about: 对录用的审批权; what is signed has to be named."""
    named = {act for one in words for act in one.acts}
    for act, thing in table()["named_in_approval"].items():
        if act in named and (thing == "personnel" or thing in things):
            yield act, thing


def _with_things(granting: list[Token], words: Clause) -> Iterator[tuple[Token, list[str]]]:
    """Give acts with the nouns of all words but themselves, and what an act itself is on: 定价, 授信."""
    whole: list[str] = []
    for token in granting:
        if _noun(token) or not token.word.cues.isdisjoint(_TELLING):
            named = things_named([one for one in words if one is not token])
            yield token, [*(one for one in named if one), _noun(token)] if _noun(token) else named
        else:
            whole = whole or things_named(words)
            yield token, whole


def _noun(token: Token) -> str:
    """Give what an act itself is on; the power to approve is no rule on approvals (费用的审批权限)."""
    return "" if "power" in token.word.cues else token.word.noun


def things_named(found: list[Token]) -> list[str]:
    """Give the classes of the nouns, the head of each enumerated phrase; '' where no noun has an object.

    What an English preposition brings in says more of the thing before it: relief workers on daily terms.
    """
    heads: list[str] = []
    previous, outside, is_told = "", False, False
    for place, token in enumerate(found):
        is_act = "power" in token.word.cues or _is_done(found, place)
        has_object = token.word.noun and not is_act and noun_object(token.word.noun)
        if has_object and not is_told and not (outside and token.word.noun in _WORK):
            previous = token.word.noun
            outside = previous in _OUTSIDERS
        elif token.word.cues & LINKS and previous:
            heads.append(previous)
            previous, outside, is_told = "", False, False
        is_towards = previous == "people_matter" and "to_whom" in token.word.cues
        goes_on = "aside" in token.word.cues or _is_english_of(token) or is_towards
        is_told = is_told or (bool(previous) and previous not in _PAPERS and goes_on)
    heads += [previous] if previous else []
    return list(dict.fromkeys(heads)) or [""]


def _is_done(found: list[Token], place: int) -> bool:
    """Tell whether an act behind 之 that may be a noun isn't one: 會計憑證之編製及審核, but not 授权的付款审批权."""
    if not found[place].acts or not place or "of" not in found[place - 1].word.cues:
        return False
    return place + 1 == len(found) or not found[place + 1].acts


_PAPERS = frozenset(("request", "document"))
"""Nouns that are about what follows them: requests for leave."""


def _is_english_of(token: Token) -> bool:
    """Tell whether what follows says more of the thing before: leave requests of direct reports."""
    return "of" in token.word.cues and token.end - token.start == len("of")


_TELLING = LINKS | {"aside"}
_OUTSIDERS = frozenset(("vendor", "dealer", "outsider", "customer", "overseen"))
_WORK = frozenset(("task", "performance", "quality", "staff"))
"""Nouns that are the work, or the people, of whoever stands before them: contractors' work, 外包坐席."""
