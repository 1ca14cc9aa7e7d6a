"""Kind `compare`: a result asked for at entry must not fall as the level rises."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.quantity import Quantity, only_quantity
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Threshold


class Params(NamedTuple):
    """What to compare."""

    section: Literal["entry_thresholds"]
    fillers: tuple[str, ...] = ()
    """Words beside the number that don't belong to the name of the result (必须, 达到)."""


class _Bar(NamedTuple):
    """One threshold as a number."""

    role: Role
    threshold: Threshold
    quantity: Quantity


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report a higher role whose bar on the same result, in the same unit, is lower."""
    groups: dict[tuple[str, str], list[_Bar]] = defaultdict(list)
    for role in organisation.roles:
        for threshold in role.entry_thresholds or ():
            if (bar := _bar(role, threshold)) is not None:
                groups[_metric(params, threshold), bar.quantity.unit].append(bar)
    for bars in groups.values():
        for higher in bars:
            lower = [bar for bar in bars if _is_above(organisation, higher.role, bar.role)]
            worst = max(lower, key=lambda bar: bar.quantity.value, default=None)
            if worst and worst.quantity.value > higher.quantity.value:
                yield _hit(higher, worst)


def _hit(higher: _Bar, lower: _Bar) -> Hit:
    values: dict[str, Value] = {
        "higher": higher.role.title.text,
        "lower": lower.role.title.text,
        "higher_bar": _written(higher.threshold),
        "lower_bar": _written(lower.threshold),
    }
    related = Related(anchor(lower.role.source, lower.threshold), "lower", values)
    return Hit(anchor(higher.role.source, higher.threshold), values, "", higher.role, (related,))


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


def _is_above(organisation: Organisation, role: Role, other: Role) -> bool:
    """Whether a role stands above another: by its grade, or by a line or claim between them."""
    if role is other:
        return False
    level, lower = organisation.levels.get(id(role)), organisation.levels.get(id(other))
    if level and lower and level.comparable(lower):
        return level.low > lower.low
    return role in organisation.solid_parents(other)


KIND = Kind(Params, "organisation", check)
