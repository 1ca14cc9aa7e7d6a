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


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Compare each role's authorities with those of its superiors on things that both call by the same name."""
    read: dict[int, dict[str, list[_Power]]] = {}

    def powers(role: Role) -> dict[str, list[_Power]]:
        if id(role) not in read:
            read[id(role)] = _powers(params, organisation, role)
        return read[id(role)]

    for role in organisation.roles:
        if not role.authorities:
            continue
        for parent in organisation.solid_parents(role):
            if parent is not role and parent.authorities:
                for thing, own in powers(role).items():
                    yield from _compare(params, (role, own), (parent, powers(parent).get(thing, [])))


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


def _compare(params: Params, own: tuple[Role, list[_Power]], other: tuple[Role, list[_Power]]) -> Iterator[Hit]:
    """Compare what a role and its superior may do with one thing."""
    (role, mine), (parent, theirs) = own, other
    if not theirs or any(power.entry.scope for power in (*mine, *theirs)):
        return
    strongest = max(theirs, key=lambda power: params.strength.index(power.act))
    for power in mine:
        if params.strength.index(power.act) > params.strength.index(strongest.act):
            yield _hit(role, power, parent, strongest, "strength")
            continue
        same = [each for each in theirs if each.act == power.act and power.act in params.limited]
        bounds = [each for each in same if each.limit is not None]
        if len(same) == len(bounds) and bounds and (above := _exceeded(power, bounds)):
            yield _hit(role, power, parent, above, "limit")


def _exceeded(power: _Power, bounds: list[_Power]) -> _Power | None:
    """Give the superior's highest bound where a power goes beyond it."""
    highest = max(bounds, key=lambda each: each.limit.high if each.limit else 0.0)
    if power.limit is None or highest.limit is None or power.limit.unit != highest.limit.unit:
        return None
    return highest if power.limit.high > highest.limit.high else None


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
