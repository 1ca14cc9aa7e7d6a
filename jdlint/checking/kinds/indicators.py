"""Kind `indicators`: KPIs that lack a part, a direction or one rater, stand twice, or weigh too little or too much."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.checking.kinds.required import labels
from jdlint.finding import Value
from jdlint.language.fold import fold, squeeze
from jdlint.language.quantity import only_quantity, quantities
from jdlint.model.reference import alternatives, name_key
from jdlint.model.role import Kpi
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What to look for; the other parameters belong to one shape each."""

    shape: Literal["incomplete", "no-direction", "duplicate", "rater", "weight"]
    parts: tuple[str, ...] = ()
    """The parts that every indicator needs."""
    directions: tuple[str, ...] = ()
    """Words that say on which side of its number a target is reached."""
    ends: tuple[float, ...] = ()
    """Numbers that nothing goes beyond, so that they need no direction."""
    own: tuple[str, ...] = ()
    """How a text names the holder of the post as rater."""
    at_least: float = 0.0
    at_most: float = 1.0


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report what the rule looks for in a role's indicators."""
    yield from _SHAPES[params.shape](params, subject)


def _incomplete(params: Params, subject: Member) -> Iterator[Hit]:
    """Report a role's indicators once, with every part that some of them lack."""
    role, kpis = subject.role, subject.role.kpis or ()
    wanted = [part for part in params.parts if part != "weight" or len(kpis) > 1]
    lacking = [kpi for kpi in kpis if any(_lacks(kpi, part) for part in wanted)]
    if not lacking:
        return
    missing = [part for part in wanted if any(_lacks(kpi, part) for kpi in lacking)]
    values: dict[str, Value] = {
        "title": role.title.text,
        "match": lacking[0].text,
        "missing": labels(missing, "kpi"),
        "lacking": len(lacking),
        "count": len(kpis),
    }
    related = tuple(Related(anchor(role.source, kpi), "other", values) for kpi in lacking[1:])
    yield Hit(anchor(role.source, lacking[0]), values, "", role, related, {"missing": missing})


def _lacks(kpi: Kpi, part: str) -> bool:
    """Whether an indicator lacks a part; a number in its name or formula is a target."""
    if getattr(kpi, part) is not None:
        return False
    texts = (kpi.text, kpi.formula.text if kpi.formula else "")
    return part != "target" or not any(map(quantities, texts))


def _no_direction(params: Params, subject: Member) -> Iterator[Hit]:
    role = subject.role
    for kpi in role.kpis or ():
        quantity = only_quantity(kpi.target.text) if kpi.target else None
        if kpi.target is None or quantity is None or quantity.bounded or quantity.value in params.ends:
            continue
        beside = (part.text for part in (kpi.target, kpi.unit, kpi.formula) if part)
        words = fold(" ".join((kpi.text, *beside)))
        if not any(direction in words for direction in params.directions):
            values: dict[str, Value] = {"match": kpi.target.text, "name": kpi.text}
            yield Hit(anchor(role.source, kpi.target), values, role=role)


def _duplicate(_: Params, subject: Member) -> Iterator[Hit]:
    role = subject.role
    first: dict[tuple[str, ...], Kpi] = {}
    for kpi in role.kpis or ():
        parts = (kpi.formula, kpi.period)
        other = first.setdefault((squeeze(kpi.text), *(squeeze(part.text) if part else "" for part in parts)), kpi)
        if other is not kpi:
            values: dict[str, Value] = {"match": kpi.text}
            related = Related(anchor(role.source, other), "other", values)
            yield Hit(anchor(role.source, kpi), values, "", role, (related,))


def _rater(params: Params, subject: Member) -> Iterator[Hit]:
    """Report a rater who is one of several or the holder of the post; a name kept here may hold a slash."""
    role = subject.role
    own = {name_key(name) for name in (*role.names, *params.own)}
    for kpi in role.kpis or ():
        if kpi.rater is None:
            continue
        raters = alternatives(kpi.rater.text)
        reason = "own" if name_key(kpi.rater.text) in own else "either" if len(raters) > 1 else ""
        if reason and (reason == "own" or not subject.organisation.known(kpi.rater.text)):
            values: dict[str, Value] = {"match": kpi.rater.text, "name": kpi.text}
            yield Hit(anchor(role.source, kpi.rater), values, reason, role)


def _weight(params: Params, subject: Member) -> Iterator[Hit]:
    """Report single weights out of range; one indicator alone weighs all there is."""
    role = subject.role
    weighted = [(kpi.weight, only_quantity(kpi.weight.text)) for kpi in role.kpis or () if kpi.weight]
    read = [(text, quantity) for text, quantity in weighted if quantity and not quantity.bounded]
    if len(read) < _FEWEST or len(read) < len(weighted):
        return
    in_hundreds = sum(quantity.value for _, quantity in read) > _HUNDREDS
    for text, quantity in read:
        share = quantity.value / (100 if in_hundreds and quantity.unit != "%" else 1)
        reason = "light" if share < params.at_least else "heavy" if share > params.at_most else ""
        if reason:
            limits = {"at_least": f"{params.at_least * 100:g}%", "at_most": f"{params.at_most * 100:g}%"}
            yield Hit(anchor(role.source, text), {"match": text.text, **limits}, reason, role)


_FEWEST = 3
"""Of two indicators one always weighs half or more."""

_HUNDREDS = 5
"""Bare numbers that add up to more than this are hundredths: 40 + 60, not 0.4 + 0.6."""

_SHAPES = {
    "incomplete": _incomplete,
    "no-direction": _no_direction,
    "duplicate": _duplicate,
    "rater": _rater,
    "weight": _weight,
}

KIND = Kind(Params, "member", check)
