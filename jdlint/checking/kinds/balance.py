"""Kind `balance`: authority that duties demand and the role isn't granted."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.authority_words import (
    act_name,
    authority_clause,
    authority_clauses,
    authority_names,
    listed,
    object_name,
)
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.language.demand import Demand
from jdlint.location import pointer
from jdlint.model.balance import Unmet, is_told
from jdlint.model.role import Duty, Role
from jdlint.record import NamedTuple
from jdlint.wording import SEMICOLONS


class Params(NamedTuple):
    """Which lack to report."""

    lack: Literal["section", "grant", "strength"]
    """No authority section at all; no grant on the object; a grant with too weak an act."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report what the duties of a role demand in vain: in one finding where it has no authority section."""
    role = subject.role
    missing = [each for each in subject.unmet if is_told(each.demand, subject.profile)]
    if not missing or role.duties is None:
        return
    if role.authorities:
        if params.lack != "section":
            yield from _single(params.lack, role, role.duties, missing)
    elif params.lack == "section":
        yield _whole(role, role.duties, missing)


def _single(lack: str, role: Role, duties: tuple[Duty, ...], missing: list[Unmet]) -> Iterator[Hit]:
    for each in missing:
        demand, duty = each.demand, duties[each.duty]
        reason = _reason(each)
        if (each.weaker is None or bool(reason)) != (lack == "grant"):
            continue
        values: dict[str, Value] = {"match": demand.words, **_names(demand)}
        if reason == _UNLIKE and role.authorities:
            values["entry"] = role.authorities[each.nearest].words
        elif each.weaker:
            values["granted"] = act_name(each.weaker.act)
        yield Hit(
            anchor(role.source, duty, demand.start, demand.end),
            values,
            reason,
            role,
            data={"demands": [_as_data(demand, duty)]},
            confidence=Confidence(demand.confidence),
        )


_ALIKE, _UNLIKE = "alike", "unlike"


def _reason(each: Unmet) -> str:
    """Say why readers would find that a demand isn't met, where the tables alone don't tell."""
    if each.demand.is_alike:
        return _ALIKE
    return _UNLIKE if each.nearest >= 0 else ""


def _whole(role: Role, duties: tuple[Duty, ...], missing: list[Unmet]) -> Hit:
    """Give one finding for a role without authorities; it points at the blank section, else at the title.

    It names what the duties surely demand, or where nothing is sure what they may, or else which of them read like such
    as demand something; its data holds all.
    """
    at = anchor(role.source, role.sections.get("authorities") or role.title)
    data = {"demands": [_as_data(each.demand, duties[each.duty]) for each in missing]}
    sure = [each for each in missing if each.demand.confidence == "high"]
    doubtful = [each for each in missing if not each.demand.is_alike]
    if not sure and not doubtful:
        alike: dict[str, Value] = {"title": role.title.text, "count": len(missing), "match": missing[0].demand.words}
        related = tuple(_alike(role, duties[each.duty], each.demand) for each in missing)
        return Hit(at, alike, _ALIKE, role, related, data, confidence=Confidence.MEDIUM)
    told = sure or doubtful
    distinct = list(dict.fromkeys((each.demand.act, each.demand.object) for each in told))
    named, more = distinct[:_MOST_NAMED], len(distinct) - _MOST_NAMED
    values: dict[str, Value] = {
        "title": role.title.text,
        "count": len(distinct),
        "demands": listed(authority_names(named), more, SEMICOLONS),
        "clauses": listed(authority_clauses(named), more, SEMICOLONS),
    }
    return Hit(
        at,
        values,
        "sure" if sure else "doubtful",
        role,
        tuple(_first_demanded(role, duties, told)),
        data,
        confidence=None if sure else Confidence.MEDIUM,
    )


def _alike(role: Role, duty: Duty, demand: Demand) -> Related:
    return Related(anchor(role.source, duty, demand.start, demand.end), _ALIKE, {"match": demand.words})


def _first_demanded(role: Role, duties: tuple[Duty, ...], told: list[Unmet]) -> Iterator[Related]:
    """Give the words that demand, each authority once, where the duties first ask for it."""
    named: set[tuple[str, str]] = set()
    places: dict[tuple[int, int, int], list[Demand]] = {}
    for each in told:
        demand = each.demand
        if (demand.act, demand.object) not in named:
            named.add((demand.act, demand.object))
            places.setdefault((each.duty, demand.start, demand.end), []).append(demand)
    for (duty, start, end), demands in places.items():
        names = listed(authority_names((demand.act, demand.object) for demand in demands), marks=SEMICOLONS)
        at = anchor(role.source, duties[duty], start, end)
        yield Related(at, "demand", {"match": demands[0].words, "demand": names})


_MOST_NAMED = 6
"""So many demands are named in the message; the data holds them all."""


def _as_data(demand: Demand, duty: Duty) -> dict[str, object]:
    return {
        "pointer": pointer(duty.route),
        "act": demand.act,
        "object": demand.object,
        "confidence": demand.confidence,
        **({"alike": True} if demand.is_alike else {}),
    }


def _names(demand: Demand) -> dict[str, Value]:
    return {
        "act": act_name(demand.act),
        "object": object_name(demand.object, demand.act),
        "clause": authority_clause(demand.act, demand.object),
    }


KIND = Kind(Params, "role", check)
