"""Kind `ceiling`: authority greater than that of the superior on the same thing."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold, squeeze
from jdlint.language.quantity import Quantity, quantities
from jdlint.language.task import read_tasks
from jdlint.model.organisation import Organisation
from jdlint.model.role import Authority, Role
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which acts are compared."""

    strength: tuple[str, ...]
    """From the weakest to the strongest."""
    limited: tuple[str, ...]
    """Acts whose limits are compared."""
    openers: tuple[str, ...] = ()
    """What stands before the act of a sentence that names the thing behind it (有权, may)."""


class _Power(NamedTuple):
    """An entry of a role's authorities, reduced to one act on one thing."""

    entry: Authority
    act: str
    limit: Quantity | None


class _Powers(NamedTuple):
    """What a role may do with one thing."""

    each: list[_Power]
    strongest: _Power
    has_scope: bool
    """Whether one of the entries holds for a part of the work alone."""
    bounds: dict[str, _Power]
    """The highest bound of each act all of whose entries have one."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Compare each role's authorities with those of its superiors on things that both call by the same name."""
    read: dict[int, dict[str, _Powers]] = {}

    def powers(role: Role) -> dict[str, _Powers]:
        if id(role) not in read:
            found = _powers(params, organisation, role)
            read[id(role)] = {thing: _taken_together(params, each) for thing, each in found.items()}
        return read[id(role)]

    for role in organisation.roles:
        if not role.authorities:
            continue
        for parent in organisation.solid_parents(role):
            if parent is not role and parent.authorities:
                for thing, own in powers(role).items():
                    if theirs := powers(parent).get(thing):
                        yield from _compare(params, (role, own), (parent, theirs))


def _powers(params: Params, organisation: Organisation, role: Role) -> dict[str, list[_Power]]:
    found: dict[str, list[_Power]] = {}
    for entry, reading in zip(role.authorities or (), organisation.powers(role).authorities, strict=True):
        acts = [act for act in dict.fromkeys(grant.act for grant in reading.grants) if act in params.strength]
        thing = _thing(params, entry)
        if thing and acts:
            strongest = max(acts, key=params.strength.index)
            found.setdefault(thing, []).append(_Power(entry, strongest, _limit(entry)))
    return found


_TOWARDS = pattern(r"(?:对|对于|就)(.{2,40}?)(?:有|具有|享有|拥有|的)[^有的]{2,8}权")


def _thing(params: Params, entry: Authority) -> str:
    """Give what an authority is over, where its text has a form that leaves no doubt."""
    if entry.act is not None:
        return squeeze(entry.text)
    folded = fold(entry.text)
    found = _TOWARDS.match(folded.strip())
    if found:
        return squeeze(found.group(1))
    opener = next((each for each in params.openers if folded.startswith(each)), "")
    things = {task.thing for task in read_tasks(entry.text[len(opener) :]) if task.manner == "own"} if opener else set()
    return squeeze(things.pop()) if len(things) == 1 else ""


def _limit(entry: Authority) -> Quantity | None:
    found = quantities(entry.limit.text if entry.limit else entry.text)
    return found[0] if len(found) == 1 and found[0].unit else None


def _taken_together(params: Params, each: list[_Power]) -> _Powers:
    by_act: dict[str, list[_Power]] = {}
    for power in each:
        by_act.setdefault(power.act, []).append(power)
    bounds = {
        act: max(same, key=_height) for act, same in by_act.items() if all(power.limit is not None for power in same)
    }
    strongest = max(each, key=lambda power: params.strength.index(power.act))
    return _Powers(each, strongest, any(power.entry.scope for power in each), bounds)


def _height(power: _Power) -> float:
    return power.limit.high if power.limit else 0.0


def _compare(params: Params, own: tuple[Role, _Powers], other: tuple[Role, _Powers]) -> Iterator[Hit]:
    """Compare what a role and its superior may do with one thing."""
    (role, mine), (parent, theirs) = own, other
    if mine.has_scope or theirs.has_scope:
        return
    for power in mine.each:
        above = theirs.bounds.get(power.act) if power.act in params.limited else None
        if params.strength.index(power.act) > params.strength.index(theirs.strongest.act):
            yield _hit(role, power, parent, theirs.strongest, "strength")
        elif above and _exceeds(power, above):
            yield _hit(role, power, parent, above, "limit")


def _exceeds(power: _Power, above: _Power) -> bool:
    """Whether a power goes beyond the superior's highest bound."""
    if power.limit is None or above.limit is None or power.limit.unit != above.limit.unit:
        return False
    return power.limit.high > above.limit.high


def _hit(role: Role, power: _Power, parent: Role, above: _Power, reason: str) -> Hit:
    values: dict[str, Value] = {
        "match": _written(power.entry),
        "other_match": _written(above.entry),
        "title": role.title.text,
        "superior": parent.title.text,
    }
    related = (Related(anchor(parent.source, above.entry), "superior", values),)
    return Hit(anchor(role.source, power.entry), values, reason, role, related)


def _written(entry: Authority) -> str:
    parts = (entry.act, entry.text, entry.limit and f"≤ {entry.limit.text}")
    return " ".join(part for part in parts if part)


KIND = Kind(Params, "organisation", check)
