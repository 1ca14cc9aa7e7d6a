"""Weighs what duties demand against what authorities grant: every demand that no grant covers."""

from collections.abc import Sequence
from itertools import islice

from jdlint import knowledge
from jdlint.finding import Profile
from jdlint.language.authority import UNNAMED, Grant, Reading, read_authority
from jdlint.language.demand import Demand, read_all_demands
from jdlint.language.fold import fold
from jdlint.language.granting import table
from jdlint.language.words import in_one_script
from jdlint.model.role import Authority, Duty
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Powers(NamedTuple):
    """What a role's duties demand and its authorities grant."""

    demands: tuple[tuple[Demand, ...], ...]
    """For each duty."""
    authorities: tuple[Reading, ...]
    """For each entry of the authorities."""

    @property
    def grants(self) -> list[Grant]:
        """The powers that the authorities grant, in their order."""
        return [grant for reading in self.authorities for grant in reading.grants]


Sections = tuple[Sequence[Duty], Sequence[Authority]]
"""The duties and the authorities of a role."""


def read_powers(roles: Sequence[Sections]) -> list[Powers]:
    """Read every duty of roles and then every authority, for the reason of `read_duties`."""
    demands = iter(read_all_demands([duty.text for duties, _ in roles for duty in duties]))
    return [
        Powers(
            tuple(islice(demands, len(duties))),
            tuple([read_authority(entry.text, entry.act) for entry in authorities]),
        )
        for duties, authorities in roles
    ]


class Unmet(NamedTuple):
    """A demand that nothing covers."""

    demand: Demand
    duty: int
    """The duty's place in the list."""
    weaker: Grant | None
    """A grant on the same object with too weak an act."""


def covers(grant: Grant, demand: Demand) -> bool:
    """Tell whether a grant gives what a demand asks for; on what we don't know is told by the words of both."""
    is_unknown = demand.object in UNNAMED
    if _gives(grant, demand.act, demand.object):
        is_told = grant.object is not None or not grant.about
        return is_told or is_unknown or grant.act in _TOLD_BY_ACT or _share(grant, demand)
    return is_unknown and _act_covers(grant.act, demand.act, demand.object) and _share(grant, demand)


_TOLD_BY_ACT = frozenset(("assess", "hire", "reward", "assign", "custody"))
"""Acts that tell by themselves on what they are."""


def _share(grant: Grant, demand: Demand) -> bool:
    """Tell whether the words of a grant and of a demand have a name in common."""
    words = in_one_script(fold(demand.around or demand.words))
    if grant.about.isascii():
        return not set(_WORD.findall(grant.about)).isdisjoint(_WORD.findall(words))
    return any(grant.about[place : place + 2] in words for place in range(len(grant.about) - 1))


_WORD = pattern(r"[a-z]{3,}[a-rt-z]")
"""A word of four letters or more, without its plural's ending."""


def holds(powers: Powers, act: str, thing: str) -> bool:
    """Tell whether a role is granted an act on an object, or takes it as a duty."""
    if any(_gives(grant, act, thing) for grant in powers.grants):
        return True
    return any(_gives(demand, act, thing) for demands in powers.demands for demand in demands)


def _gives(held: Grant | Demand, act: str, thing: str) -> bool:
    if held.object is None and held.act != act and (thing == "personnel" or act in table()["named_only"]):
        # an approval of what isn't named is no power over people
        return False
    return _act_covers(held.act, act, thing) and object_covers(held.object, thing)


def unmet(powers: Powers) -> tuple[Unmet, ...]:
    """Give the demands of a role's duties that none of its authorities covers, in the order of the duties."""
    first: dict[tuple[str, str | None, str], Grant] = {}
    for grant in powers.grants:
        first.setdefault((grant.act, grant.object, grant.about), grant)
    grants = tuple(first.values())
    return tuple(
        Unmet(demand, place, _weaker(demand, grants))
        for place, demands in enumerate(powers.demands)
        for demand in demands
        if not any(covers(grant, demand) for grant in grants)
    )


def is_told(demand: Demand, profile: Profile) -> bool:
    """Tell whether a demand is sure enough to be held against a role in a profile."""
    return demand.confidence == "high" or (demand.confidence == "medium" and profile is not Profile.CORE)


def _act_covers(held: str, act: str, thing: str) -> bool:
    if held == act or held in table()["stronger"].get(act, ()):
        return True
    return thing == "personnel" and held in table()["stronger_on_people"].get(act, ())


def object_covers(granted: str | None, demanded: str) -> bool:
    """Tell whether a grant on one object is good for another: one that contains it, or that texts name for it."""
    if granted is None or granted == demanded or demanded.startswith(f"{granted}."):
        return True
    return granted in table()["near"].get(demanded, ())


def objects() -> tuple[str, ...]:
    """Give every object of the tree."""
    data = knowledge.load("lexicon/objects")
    named = (group.get("object", "") for group in data["classes"].values())
    return tuple(sorted({*data["parents"], *filter(None, named)}))


def object_contains(whole: str, part: str) -> bool:
    """Tell whether an object is another one, or contains it in the tree."""
    return whole == part or part.startswith(f"{whole}.")


def are_near(first: str, second: str) -> bool:
    """Tell whether two objects touch: one contains the other, or texts name one for the other."""
    near = table()["near"]
    return (
        object_contains(first, second)
        or object_contains(second, first)
        or second in near.get(first, ())
        or first in near.get(second, ())
    )


def _weaker(demand: Demand, grants: Sequence[Grant]) -> Grant | None:
    """Give a grant on the demanded object that falls short: to propose, or an act that the demanded one includes."""
    for grant in grants:
        falls_short = grant.act == "propose" or demand.act in table()["stronger"].get(grant.act, ())
        if falls_short and object_covers(grant.object, demand.object):
            return grant
    return None
