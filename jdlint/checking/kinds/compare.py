"""Kind `compare`: a result asked for at entry must not fall as the level rises, nor below what its parts add up to."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.quantity import Quantity, only_quantity
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role, Threshold
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What to compare."""

    section: Literal["entry_thresholds"]
    shape: Literal["falls", "parts"] = "falls"
    """Whether to compare two levels, or a bar with the bars of the people whom the same role must have."""
    people: tuple[str, ...] = ()
    """The units in which people are counted."""
    fillers: tuple[str, ...] = ()
    """Words beside the number that don't belong to the name of the result (必须, 达到)."""


class _Bar(NamedTuple):
    """One threshold as a number."""

    role: Role
    threshold: Threshold
    quantity: Quantity


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report a higher role whose bar on the same result, in the same unit, is lower; or lower than its parts."""
    if params.shape == "parts":
        yield from _parts(params, organisation)
        return
    groups: dict[tuple[str, str], list[_Bar]] = defaultdict(list)
    for role in organisation.roles:
        for threshold in role.entry_thresholds or ():
            if (bar := _bar(role, threshold)) is not None:
                groups[_key(params, bar)].append(bar)
    for bars in groups.values():
        for higher, worst in _highest_below(organisation, bars):
            if worst.quantity.value > higher.quantity.value:
                yield _hit(higher, worst)


def _highest_below(organisation: Organisation, bars: list[_Bar]) -> Iterator[tuple[_Bar, _Bar]]:
    """Give each bar with the highest of the bars below it; each grade is looked at once, not each pair."""
    of_role: dict[int, list[_Bar]] = defaultdict(list)
    of_grade: dict[tuple[int, int], _Bar] = {}
    for bar in bars:
        of_role[id(bar.role)].append(bar)
        level = organisation.levels.get(id(bar.role))
        if level:
            grade = (level.family, level.low)
            of_grade[grade] = max(of_grade.get(grade, bar), bar, key=_value)
    below = _below_each(of_grade)
    for bar in bars:
        level = organisation.levels.get(id(bar.role))
        highest = below.get((level.family, level.low)) if level else None
        lower = [highest] if highest else []
        for edge in organisation.edges_to.get(id(bar.role), ()):
            if not edge.line.is_dotted and not _stands_no_higher(organisation, bar.role, edge.child):
                lower += of_role.get(id(edge.child), ())
        if lower:
            yield bar, max(lower, key=_value)


def _below_each(of_grade: dict[tuple[int, int], _Bar]) -> dict[tuple[int, int], _Bar]:
    """Give the highest bar of the grades below each; of equal ones that of the grade that was met first."""
    order = {grade: place for place, grade in enumerate(of_grade)}
    below: dict[tuple[int, int], tuple[int, int]] = {}
    for lower, grade in pairwise(sorted(of_grade)):
        if lower[0] == grade[0]:
            both = (below.get(lower, lower), lower)
            below[grade] = max(both, key=lambda each: (_value(of_grade[each]), -order[each]))
    return {grade: of_grade[lower] for grade, lower in below.items()}


def _value(bar: _Bar) -> float:
    return bar.quantity.value


def _parts(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report a bar below so many times the bar of a post as the role must have holders of that post."""
    bars_of: dict[int, dict[tuple[str, str], _Bar]] = {}
    longest = min(max((len(key) for key in organisation.by_title), default=0), _LONGEST)
    for role in organisation.roles:
        for entry in role.entry_thresholds or ():
            people = _bar(role, entry)
            if people is None or people.quantity.unit not in params.people or people.quantity.low <= 1:
                continue
            counted = _named(organisation, entry, longest)
            if not counted or name_key(role.title.text) == name_key(counted[0].title.text):
                continue
            key = id(counted[0])
            if key not in bars_of:
                bars_of[key] = {_key(params, bar): bar for each in counted for bar in _bars(each)}
            lower = bars_of[key]
            for bar in _bars(role):
                part = lower.get(_key(params, bar))
                if part and bar.quantity.value < people.quantity.low * part.quantity.value:
                    yield _hit(bar, part, f"{people.quantity.low:g}", people)


def _named(organisation: Organisation, entry: Threshold, longest: int) -> list[Role]:
    """Give the roles of the longest title that stands in a text."""
    text = name_key(entry.text)
    for length in range(min(longest, len(text)), 1, -1):
        for start in range(len(text) - length + 1):
            found = organisation.by_title.get(text[start : start + length])
            if found:
                return found
    return []


_LONGEST = 40
"""A title in a threshold is looked for up to this length, so that long texts stay cheap."""


def _bars(role: Role) -> list[_Bar]:
    found = (_bar(role, threshold) for threshold in role.entry_thresholds or ())
    return [bar for bar in found if bar]


def _key(params: Params, bar: _Bar) -> tuple[str, str]:
    return _metric(params, bar.threshold), bar.quantity.unit


def _hit(higher: _Bar, lower: _Bar, times: str = "", people: _Bar | None = None) -> Hit:
    values: dict[str, Value] = {
        "higher": higher.role.title.text,
        "lower": lower.role.title.text,
        "higher_bar": _written(higher.threshold),
        "lower_bar": _written(lower.threshold),
        "times": times,
    }
    related = [Related(anchor(lower.role.source, lower.threshold), "lower", values)]
    if people:
        related.append(Related(anchor(people.role.source, people.threshold), "people", values))
    return Hit(anchor(higher.role.source, higher.threshold), values, "", higher.role, tuple(related))


def _written(threshold: Threshold) -> str:
    """Give a threshold as one text, also where the file writes it in parts."""
    if threshold.at_least is None:
        return threshold.text
    return f"{threshold.text} ≥ {threshold.at_least.text} {threshold.unit.text if threshold.unit else ''}".rstrip()


def _bar(role: Role, threshold: Threshold) -> _Bar | None:
    text = threshold.at_least.text + (threshold.unit.text if threshold.unit else "") if threshold.at_least else ""
    quantity = only_quantity(text or threshold.text)
    return _Bar(role, threshold, quantity) if quantity else None


def _metric(params: Params, threshold: Threshold) -> str:
    """Give the name of the result: the text without the number and the words around it."""
    folded = fold(threshold.text)
    quantity = only_quantity(threshold.text)
    if quantity and threshold.at_least is None:
        folded = folded[: quantity.start] + folded[quantity.end :]
    for filler in params.fillers:
        folded = folded.replace(fold(filler), "")
    return re.sub(r"[\W_]", "", folded)


def _stands_no_higher(organisation: Organisation, role: Role, other: Role) -> bool:
    """Whether a superior by a line is the role itself, or of no higher grade."""
    level, lower = organisation.levels.get(id(role)), organisation.levels.get(id(other))
    return role is other or bool(level and lower and level.comparable(lower) and level.low <= lower.low)


KIND = Kind(Params, "organisation", check)
