"""Kind `level`: grades that are missing or unreadable, and grades that don't fit the reporting lines."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.level import Level
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which shape to report."""

    shape: Literal["missing", "unparseable", "spelling", "open-range", "inverted", "equal", "overlap", "stretched"]
    at_most: int = 3
    """So many grades may lie between a role and its superior."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report the shape; without a ladder in org.yaml there is nothing to compare, and nothing is said."""
    if not organisation.ladder:
        return
    if params.shape in _ALONE:
        yield from _ALONE[params.shape](organisation)
        return
    for pair in _pairs(organisation):
        if _relation(pair, params.at_most) == params.shape:
            yield _hit(organisation, pair)


def _missing(organisation: Organisation) -> Iterator[Hit]:
    grades = organisation.ladder.grades
    for role in organisation.roles:
        if role.level is None and not _is_blank(role):
            values: dict[str, Value] = {"title": role.title.text, "grades": grades}
            yield Hit(anchor(role.source, role.title), values, role=role)


def _is_blank(role: Role) -> bool:
    section = role.sections.get("level")
    return section is not None and section.is_blank


def _unparseable(organisation: Organisation) -> Iterator[Hit]:
    for role in organisation.roles:
        if role.level is None:
            continue
        level = organisation.levels.get(id(role))
        values: dict[str, Value] = {"level": role.level.text, "grades": organisation.ladder.grades}
        if level is None:
            yield Hit(anchor(role.source, role.level), values, "unknown", role)
        elif level.slip:
            start = role.level.text.index(level.slip)
            values |= {"slip": level.slip, "reading": level.reading}
            yield Hit(anchor(role.source, role.level, start, start + 1), values, "slip", role)


def _spelling(organisation: Organisation) -> Iterator[Hit]:
    """Report grades that are readable and written otherwise than the ladder writes them."""
    for role in organisation.roles:
        level = organisation.levels.get(id(role))
        if role.level is None or level is None or level.slip:
            continue
        replacement = organisation.ladder.spelled(role.level.text)
        if replacement != role.level.text:
            values: dict[str, Value] = {"level": role.level.text, "replacement": replacement}
            yield Hit(anchor(role.source, role.level), values, role=role, data={"replacement": replacement})


def _open_range(organisation: Organisation) -> Iterator[Hit]:
    for role in organisation.roles:
        level = organisation.levels.get(id(role))
        if role.level and level and (level.is_open or level.high - level.low > 1):
            values: dict[str, Value] = {
                "level": role.level.text,
                "range": organisation.ladder.write(level),
                "title": role.title.text,
            }
            yield Hit(anchor(role.source, role.level), values, "open" if level.is_open else "wide", role)


_ALONE = {"missing": _missing, "unparseable": _unparseable, "spelling": _spelling, "open-range": _open_range}


class _Pair(NamedTuple):
    """A lower and an upper role that a solid line or a claim puts above each other."""

    lower: Role
    upper: Role
    lower_level: Level
    upper_level: Level
    line: Anchor
    by_claim: bool


def _pairs(organisation: Organisation) -> Iterator[_Pair]:
    """Give the pairs of the solid lines; a claim counts where the claimed role doesn't return it."""
    seen: set[tuple[int, int]] = set()
    for edge in organisation.edges:
        if edge.parent and edge.parent is not edge.child and not edge.line.is_dotted:
            seen.add((id(edge.child), id(edge.parent)))
            at = anchor(edge.child.source, edge.line, edge.named.start, edge.named.end)
            yield from _pair(organisation, edge.child, edge.parent, at, by_claim=False)
    for claim in organisation.claims:
        role = claim.subordinate
        if role and role is not claim.manager and (id(role), id(claim.manager)) not in seen:
            at = anchor(claim.manager.source, claim.entry, claim.named.start, claim.named.end)
            yield from _pair(organisation, role, claim.manager, at, by_claim=True)


def _pair(organisation: Organisation, lower: Role, upper: Role, line: Anchor, *, by_claim: bool) -> Iterator[_Pair]:
    low, high = organisation.levels.get(id(lower)), organisation.levels.get(id(upper))
    if low and high and low.comparable(high):
        yield _Pair(lower, upper, low, high, line, by_claim)


def _relation(pair: _Pair, at_most: int) -> str:
    lower, upper = pair.lower_level, pair.upper_level
    if lower.low > upper.high:
        return "inverted"
    if lower.is_grade and upper.is_grade and lower.low == upper.low:
        return "" if pair.lower.kind == "deputy" else "equal"
    if upper.low - lower.high > at_most:
        return "stretched"
    return "overlap" if lower.high >= upper.low else ""


def _hit(organisation: Organisation, pair: _Pair) -> Hit:
    """Point at the level of the role that declares the line: the child's, or for a claim the claimant's."""
    values: dict[str, Value] = {
        "lower": pair.lower.title.text,
        "upper": pair.upper.title.text,
        "lower_level": organisation.ladder.write(pair.lower_level),
        "upper_level": organisation.ladder.write(pair.upper_level),
    }
    own, other = (pair.upper, pair.lower) if pair.by_claim else (pair.lower, pair.upper)
    related = [Related(_level(other), "other", {**values, "title": other.title.text})]
    if pair.by_claim:
        related.append(Related(pair.line, "claim", values))
    return Hit(_level(own), values, "claim" if pair.by_claim else "line", own, tuple(related))


def _level(role: Role) -> Anchor:
    return anchor(role.source, role.level or role.title)


KIND = Kind(Params, "organisation", check)
