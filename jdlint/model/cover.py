"""Tells by the tables whether a grant gives what a demand asks for."""

from collections.abc import Iterable
from functools import cache

from jdlint.language.authority import UNNAMED, Grant
from jdlint.language.demand import Demand
from jdlint.language.fold import fold
from jdlint.language.granting import table
from jdlint.language.words import in_one_script
from jdlint.pattern import pattern


def covers(grant: Grant, demand: Demand) -> bool:
    """Tell whether a grant gives what a demand asks for; on what we don't know is told by the words of both."""
    is_unknown = demand.object in UNNAMED
    if gives(grant, demand.act, demand.object):
        is_told = grant.object is not None or not grant.about
        return is_told or is_unknown or grant.act in _TOLD_BY_ACT or _share(grant, demand)
    return is_unknown and act_covers(grant.act, demand.act, demand.object) and _share(grant, demand)


def is_covered(demand: Demand, grants: Iterable[Grant]) -> bool:
    """Tell whether one of several grants gives what a demand asks for."""
    return any(covers(grant, demand) for grant in grants)


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


def gives(held: Grant | Demand, act: str, thing: str) -> bool:
    """Tell whether what is granted, or taken as a duty, includes an act on an object."""
    if held.object is None and held.act != act and (thing == "personnel" or act in table()["named_only"]):
        # an approval of what isn't named is no power over people
        return False
    return act_covers(held.act, act, thing) and object_covers(held.object, thing)


@cache
def act_covers(held: str, act: str, thing: str) -> bool:
    """Tell whether an act is good for another on an object: itself, or one that includes it."""
    if held == act or held in table()["stronger"].get(act, ()):
        return True
    return thing == "personnel" and held in table()["stronger_on_people"].get(act, ())


@cache
def object_covers(granted: str | None, demanded: str) -> bool:
    """Tell whether a grant on one object is good for another: one that contains it, or that texts name for it."""
    if granted is None or granted == demanded or demanded.startswith(f"{granted}."):
        return True
    return granted in table()["near"].get(demanded, ())
