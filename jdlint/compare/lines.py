"""Where a role stands: its superiors, its level, and whom it leads, on both sides."""

from collections.abc import Mapping

from jdlint.language.fold import squeeze
from jdlint.model.level import Ladder
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role
from jdlint.record import NamedTuple

Side = tuple[Organisation, Role]


class Superior(NamedTuple):
    """To whom a role reports."""

    name: str
    is_dotted: bool


class Superiors(NamedTuple):
    """The superiors on both sides, where they differ."""

    before: tuple[Superior, ...]
    after: tuple[Superior, ...]


class LevelShift(NamedTuple):
    """A level that changed."""

    before: str
    after: str
    direction: str
    """raised, lowered, or '' where the ladder doesn't say."""


class SpanShift(NamedTuple):
    """How many a role leads on solid lines, where it changed or others take their place."""

    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def compare_superiors(before: Side | None, after: Side | None, renamed: Mapping[str, str]) -> Superiors | None:
    """Compare the superiors; None where they are the same. `renamed` gives roles' new titles by their old ones."""
    had, has = _superiors(before), _superiors(after)
    known = {(renamed.get(superior.name, superior.name), superior.is_dotted) for superior in had}
    if {(name_key(name), is_dotted) for name, is_dotted in known} == {(name_key(name), dotted) for name, dotted in has}:
        return None
    return Superiors(had, has)


def _superiors(side: Side | None) -> tuple[Superior, ...]:
    if side is None:
        return ()
    organisation, role = side
    edges = organisation.edges_of.get(id(role), ())
    named = (Superior(e.parent.title.text if e.parent else e.named.name, e.line.is_dotted) for e in edges)
    return tuple(dict.fromkeys(named))


def compare_levels(before: Side | None, after: Side | None) -> LevelShift | None:
    """Compare the levels; None where they are the same."""
    had = before[1].level.text if before and before[1].level else ""
    has = after[1].level.text if after and after[1].level else ""
    if squeeze(had) == squeeze(has):
        return None
    ladder = after[0].ladder if after else before[0].ladder if before else Ladder(())
    return LevelShift(had, has, _direction(ladder, had, has))


def _direction(ladder: Ladder, before: str, after: str) -> str:
    first, second = ladder.read(before), ladder.read(after)
    if first is None or second is None or not first.comparable(second):
        return ""
    had, has = (first.low, first.high), (second.low, second.high)
    if had == has or (had[0] - has[0]) * (had[1] - has[1]) < 0:
        return ""
    return "raised" if has > had else "lowered"


def compare_spans(
    before: Side | None, after: Side | None, renamed: Mapping[str, str], gone: frozenset[str]
) -> SpanShift | None:
    """Compare whom a role leads; None where they are the same. A claim on one of the roles that are gone is empty."""
    had, has = _reports(before), [name for name in _reports(after) if name_key(name) not in gone]
    known = {name_key(renamed.get(name, name)): name for name in had}
    now = {name_key(name): name for name in has}
    gained = tuple(name for key, name in now.items() if key not in known)
    lost = tuple(name for key, name in known.items() if key not in now)
    if not gained and not lost:
        return None
    return SpanShift(len(known), len(now), gained, lost)


def _reports(side: Side | None) -> list[str]:
    return side[0].solid_reports(side[1]) if side else []
