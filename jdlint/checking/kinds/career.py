"""Kind `career`: promotions that lead nowhere: to the post itself, round in a circle, or down the ladder."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Text
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Nothing to set."""


def check(_params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report each promotion that is none; a name that isn't kept here is taken as it stands."""
    steps: dict[tuple[int, int], Text] = {}
    for role in organisation.roles:
        for entry in role.career.promotes_to if role.career else ():
            target = organisation.resolve(entry.text).role
            if target is not None:
                steps.setdefault((id(role), id(target)), entry)
    by_key = {id(role): role for role in organisation.roles}
    order = {key: place for place, key in enumerate(by_key)}
    for (here, there), entry in steps.items():
        role, target = by_key[here], by_key[there]
        reason = _reason(organisation, role, target)
        if reason:
            yield _hit(role, target, entry, reason, None)
        elif (back := steps.get((there, here))) and order[here] < order[there]:
            yield _hit(role, target, entry, "circle", back)


def _reason(organisation: Organisation, role: Role, target: Role) -> str:
    if target is role:
        return "self"
    own, other = organisation.levels.get(id(role)), organisation.levels.get(id(target))
    if own and other and own.comparable(other) and other.high < own.low:
        return "lower"
    return "subordinate" if role in organisation.solid_parents(target) else ""


def _hit(role: Role, target: Role, entry: Text, reason: str, back: Text | None) -> Hit:
    values: dict[str, Value] = {"title": role.title.text, "target": target.title.text}
    related = Related(anchor(target.source, back or target.title), "other", values)
    return Hit(anchor(role.source, entry), values, reason, role, () if target is role else (related,))


KIND = Kind(Params, "organisation", check)
