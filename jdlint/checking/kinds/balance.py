"""Kind `balance`: authority that duties demand and the role isn't granted."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from jdlint import knowledge
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Profile, Value
from jdlint.language.demand import Demand
from jdlint.location import pointer
from jdlint.model.balance import Unmet, unmet
from jdlint.model.role import Duty, Role
from jdlint.wording import LANGUAGES, Wording


class Params(NamedTuple):
    """Which lack to report."""

    lack: Literal["section", "grant", "strength"]
    """No authority section at all; no grant on the object; a grant with too weak an act."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report what the duties of a role demand in vain: in one finding where it has no authority section."""
    role = subject.role
    lacking = subject.shared("unmet", lambda _: unmet(subject.powers))
    missing = [each for each in lacking if _is_told(each.demand, subject.profile)]
    if not missing or role.duties is None:
        return
    if role.authorities:
        if params.lack != "section":
            yield from _single(params.lack, role, role.duties, missing)
    elif params.lack == "section":
        yield _whole(role, role.duties, missing)


def _is_told(demand: Demand, profile: Profile) -> bool:
    return demand.confidence == "high" or (demand.confidence == "medium" and profile is not Profile.CORE)


def _single(lack: str, role: Role, duties: tuple[Duty, ...], missing: list[Unmet]) -> Iterator[Hit]:
    for each in missing:
        demand, duty = each.demand, duties[each.duty]
        if (each.weaker is None) != (lack == "grant"):
            continue
        values: dict[str, Value] = {"match": demand.words, **_names(demand)}
        if each.weaker:
            values["granted"] = _act(each.weaker.act)
        yield Hit(
            anchor(role.source, duty, demand.start, demand.end),
            values,
            "",
            role,
            data={"demands": [_as_data(demand, duty)]},
            confidence=Confidence(demand.confidence),
        )


def _whole(role: Role, duties: tuple[Duty, ...], missing: list[Unmet]) -> Hit:
    """Give one finding for a role without authorities; it points at the blank section, else at the title."""
    section = role.sections.get("authorities")
    distinct = list({each.demand[:2]: each.demand for each in missing}.values())
    values: dict[str, Value] = {
        "title": role.title.text,
        "count": len(distinct),
        "demands": _list([_call(demand) for demand in distinct[:_MOST_NAMED]], len(distinct) - _MOST_NAMED),
        "clauses": _list([_clause(demand) for demand in distinct[:_MOST_NAMED]], len(distinct) - _MOST_NAMED, "；"),
    }
    data = {"demands": [_as_data(each.demand, duties[each.duty]) for each in missing]}
    related = tuple(
        Related(
            anchor(role.source, duties[each.duty], each.demand.start, each.demand.end),
            "demand",
            {"match": each.demand.words, "demand": _call(each.demand)},
        )
        for each in missing
    )
    return Hit(anchor(role.source, section or role.title), values, "", role, related, data)


_MOST_NAMED = 6
"""So many demands are named in the message; the data holds them all."""


def _as_data(demand: Demand, duty: Duty) -> dict[str, str]:
    return {
        "pointer": pointer(duty.route),
        "act": demand.act,
        "object": demand.object,
        "confidence": demand.confidence,
    }


def _names(demand: Demand) -> dict[str, Value]:
    return {"act": _act(demand.act), "object": _object(demand.object), "clause": _clause(demand)}


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = knowledge.load("lexicon/authority-names")
    return data


def _act(act: str) -> Wording:
    return Wording(_words()["acts"][act])


def _object(name: str) -> Wording:
    return Wording(_words()["objects"][name])


def _call(demand: Demand) -> Wording:
    """Name a demand: approve customer credit, 客户信用额度审批权."""
    return _worded(demand, "names")


def _clause(demand: Demand) -> Wording:
    """Write the authority that would meet a demand."""
    limited = _words()["limited"]
    return _worded(
        demand, "limited" if demand.act in limited["acts"] and demand.object in limited["objects"] else "plain"
    )


def _worded(demand: Demand, form: str) -> Wording:
    act, thing = _act(demand.act), _object(demand.object)
    return Wording(
        {
            language: text.format(act=act.read(language), object=thing.read(language))
            for language, text in _words()["clauses"][form].items()
        }
    )


def _list(parts: list[Wording], more: int, joiner: str = "、") -> Wording:
    joined = {
        language: ({"en": "; "}.get(language, joiner)).join(part.read(language) for part in parts)
        for language in LANGUAGES
    }
    return Wording({language: text + (" …" if more > 0 else "") for language, text in joined.items()})


KIND = Kind(Params, "role", check)
