"""Weighs what duties demand against what authorities grant: every demand that no entry meets."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from jdlint import knowledge
from jdlint.finding import Profile
from jdlint.language.authority import Grant, Reading, read_authority
from jdlint.language.demand import Cut, Demand, cut_all, demands_in
from jdlint.language.granting import table
from jdlint.language.likely_demand import likely_demand
from jdlint.model.cover import gives, is_covered, object_covers
from jdlint.model.met import meets
from jdlint.model.role import Authority, Duty
from jdlint.record import NamedTuple


class Powers(NamedTuple):
    """What a role's duties demand and its authorities grant."""

    demands: tuple[tuple[Demand, ...], ...]
    """For each duty what the tables tell."""
    likely: tuple[Demand | None, ...]
    """For each duty of which they tell nothing what it likely demands."""
    authorities: tuple[Reading, ...]
    """For each entry of the authorities."""
    entries: tuple[str, ...]
    """The words of each entry."""

    @property
    def grants(self) -> list[Grant]:
        """The powers that the authorities grant, in their order."""
        return [grant for reading in self.authorities for grant in reading.grants]

    def of_duty(self, place: int) -> tuple[Demand, ...]:
        """Give what the duty at a place demands, told or likely."""
        likely = self.likely[place]
        return self.demands[place] if likely is None else (*self.demands[place], likely)

    def meeting(self, demand: Demand) -> Iterator[int]:
        """Give the places of the entries that meet a demand; of a section longer than any, by the tables alone."""
        is_weighed = len(self.entries) <= _MOST_WEIGHED
        for place, (entry, reading) in enumerate(zip(self.entries, self.authorities, strict=True)):
            if meets(entry, reading, demand) if is_weighed else is_covered(demand, reading.grants):
                yield place


_MOST_WEIGHED = 100
"""Entries of a section that are weighed beside each demand at most: ten times as many as people write."""

Sections = tuple[Sequence[Duty], Sequence[Authority]]
"""The duties and the authorities of a role."""


def read_powers(roles: Sequence[Sections]) -> list[Powers]:
    """Read every duty of roles and then every authority, for the reason of `read_duties`."""
    cuts = cut_all([duty.text for duties, _ in roles for duty in duties])
    told = list(map(demands_in, cuts))
    likely = iter(list(map(_likely, cuts, told)))
    demands = iter(told)
    return [
        Powers(
            tuple(islice(demands, len(duties))),
            tuple(islice(likely, len(duties))),
            tuple([read_authority(entry.text, entry.act) for entry in authorities]),
            tuple([entry.words for entry in authorities]),
        )
        for duties, authorities in roles
    ]


def demands_of_duty(text: str) -> tuple[Demand, ...]:
    """Give what a duty demands, told or likely."""
    (duty,) = cut_all((text,))
    told = demands_in(duty)
    likely = _likely(duty, told)
    return told if likely is None else (*told, likely)


def _likely(duty: Cut, told: tuple[Demand, ...]) -> Demand | None:
    return None if told and is_any_told(told) else likely_demand(duty)


def is_any_told(demands: Iterable[Demand]) -> bool:
    """Tell whether the tables tell anything of a duty that doesn't go without saying."""
    return any(is_told(demand, Profile.STANDARD) for demand in demands)


class Unmet(NamedTuple):
    """A demand that no entry meets."""

    demand: Demand
    duty: int
    """The duty's place in the list."""
    weaker: Grant | None
    """A grant on the same object with too weak an act."""
    nearest: int = -1
    """The place of an entry that would cover it by its act and object, but doesn't read like that; -1 for none."""


def holds(powers: Powers, act: str, thing: str) -> bool:
    """Tell whether a role is granted an act on an object, or takes it as a duty."""
    if any(gives(grant, act, thing) for grant in powers.grants):
        return True
    return any(gives(demand, act, thing) for demands in powers.demands for demand in demands)


def unmet(powers: Powers) -> tuple[Unmet, ...]:
    """Give the demands of a role's duties that none of its authorities meets, in the order of the duties."""
    first: dict[tuple[str, str | None, str], Grant] = {}
    for grant in powers.grants:
        first.setdefault((grant.act, grant.object, grant.about), grant)
    grants = tuple(first.values())
    lack = _uncovered if len(powers.entries) > _MOST_WEIGHED else _unmet
    demands = [(demand, place) for place in range(len(powers.demands)) for demand in powers.of_duty(place)]
    return tuple(found for demand, place in demands if (found := lack(powers, demand, place, grants)))


def _uncovered(_: Powers, demand: Demand, duty: int, grants: Sequence[Grant]) -> Unmet | None:
    return None if is_covered(demand, grants) else Unmet(demand, duty, _weaker(demand, grants))


def _unmet(powers: Powers, demand: Demand, duty: int, grants: Sequence[Grant]) -> Unmet | None:
    if next(powers.meeting(demand), None) is not None:
        return None
    readings = enumerate(powers.authorities)
    nearest = next((place for place, reading in readings if is_covered(demand, reading.grants)), -1)
    if nearest >= 0 and demand.confidence == "high":
        demand = demand._replace(confidence="medium")
    return Unmet(demand, duty, _weaker(demand, grants), nearest)


def is_told(demand: Demand, profile: Profile) -> bool:
    """Tell whether a demand is sure enough to be held against a role in a profile."""
    return demand.confidence == "high" or (demand.confidence == "medium" and profile is not Profile.CORE)


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
