"""Entries of authority sections beside demands, as examples of what meets them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from benchmarks.weights.documents import Document, rule_examples, text_of
from benchmarks.weights.example import Example
from jdlint.finding import Profile
from jdlint.language.authority import Reading, read_authority
from jdlint.language.demand import Demand, read_demands
from jdlint.model.balance import is_told
from jdlint.model.cover import is_covered
from jdlint.model.met import signs

_RULES = ("authority/duty-without-authority", "authority/under-strength")


def labelled(document: Document) -> Iterator[Example]:
    """Give the entries of a document beside each demand of which readers said which of them grant it."""
    for role, text, label in document.duties():
        granted: Mapping[str, list[int]] = label.get("granted") or {}
        for demand in _told(text) if granted else ():
            places = _places(demand, granted)
            if places is not None:
                yield from _beside(document.name, _entries(role), demand, places)


def _places(demand: Demand, granted: Mapping[str, list[int]]) -> list[int] | None:
    """Give the places of the entries that grant a demand, or the only one that readers named with its act."""
    if (exact := granted.get(f"{demand.act} {demand.object}")) is not None:
        return exact
    alike = [places for name, places in granted.items() if name.split()[0] == demand.act]
    return alike[0] if len(alike) == 1 else None


def taught() -> Iterator[Example]:
    """Give what the examples of rules say: who has enough is met by the entries that cover it, who lacks it by none."""
    for rule, example in rule_examples("authority"):
        is_good = "good" in example
        role = example["good"] if is_good else example["bad"]
        if rule not in _RULES or not isinstance(role, dict) or not role.get("authorities"):
            continue
        entries = _entries(role)
        for number, duty in enumerate(role["duties"]):
            for demand in _told(text_of(duty)):
                places = [place for place, (_, reading) in enumerate(entries) if is_covered(demand, reading.grants)]
                if places if is_good else example.get("at") == f"duties[{number}]":
                    yield from _beside(rule, entries, demand, places if is_good else [])


_Entries = list[tuple[str, Reading]]
"""The words of entries, and what they grant."""


def _entries(role: Mapping[str, Any]) -> _Entries:
    return list(map(_entry, role.get("authorities") or ()))


def _entry(entry: Any) -> tuple[str, Reading]:  # noqa: ANN401 - a text, or a mapping of an act to its object
    if isinstance(entry, str):
        return entry, read_authority(entry)
    act, thing = next((key, str(value)) for key, value in entry.items() if key not in _BOUNDS)
    return f"{act} {thing}", read_authority(thing, act)


_BOUNDS = frozenset(("limit", "scope"))


def _beside(document: str, entries: _Entries, demand: Demand, places: list[int]) -> Iterator[Example]:
    for place, (entry, reading) in enumerate(entries):
        found = tuple(sorted(signs(entry, reading, demand)))
        yield Example(document, found, place in places, frozenset(), is_covered(demand, reading.grants))


@cache
def _told(text: str) -> tuple[Demand, ...]:
    return tuple(demand for demand in read_demands(text) if is_told(demand, Profile.STANDARD))
