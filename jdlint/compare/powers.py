"""Which authorities a role gained and lost, and which of its limits moved."""

from collections.abc import Iterable, Iterator, Mapping

from jdlint.language.authority import read_authority
from jdlint.language.fold import squeeze
from jdlint.language.quantity import Quantity, only_quantity, quantities
from jdlint.model.organisation import Organisation
from jdlint.model.role import Authority, Role
from jdlint.record import NamedTuple


class Power(NamedTuple):
    """An authority: an act on an object up to a limit, or only its words where they can't be read so."""

    act: str
    object: str | None
    limit: str
    """As written; '' where there is none."""
    text: str
    """The entry that grants it."""


class LimitShift(NamedTuple):
    """A limit that moved."""

    act: str
    object: str | None
    before: str
    after: str
    direction: str
    """raised, lowered, set, lifted (no limit any more) or changed (other units)."""
    holder: str = ""
    """For a table of limits: the role that it names."""


class PowerChanges(NamedTuple):
    """What became of the authorities of one role."""

    gained: tuple[Power, ...] = ()
    lost: tuple[Power, ...] = ()
    limits: tuple[LimitShift, ...] = ()


_Granted = tuple[str, str | None, str]
"""Act, object, and the words where they can't be read."""


def compare(before: tuple[Organisation, Role] | None, after: tuple[Organisation, Role] | None) -> PowerChanges:
    """Compare the authorities of a role on both sides; each comes with its organisation, None where there is none."""
    had, has = _powers(before), _powers(after)
    return PowerChanges(
        tuple(power for key, power in has.items() if key not in had),
        tuple(power for key, power in had.items() if key not in has),
        tuple(_shifts((power, has[key]) for key, power in had.items() if key in has)),
    )


def _powers(side: tuple[Organisation, Role] | None) -> dict[_Granted, Power]:
    """Give the powers of a role; of several limits on the same, the widest counts."""
    if side is None:
        return {}
    found: dict[_Granted, Power] = {}
    for entry in side[1].authorities or ():
        reading = read_authority(entry.text, entry.act)
        for grant in reading.grants:
            power = Power(grant.act, grant.object, _limit(entry, grant.limit), entry.text)
            known = found.get((power.act, power.object, ""))
            if known is None or _direction(known.limit, power.limit) in ("raised", "lifted"):
                found[power.act, power.object, ""] = power
        if not reading.grants:
            found["", None, squeeze(entry.text)] = Power("", None, entry.limit.text if entry.limit else "", entry.text)
    return found


def _limit(entry: Authority, read: Quantity | None) -> str:
    if entry.limit:
        return entry.limit.text
    return entry.text[read.start : read.end].strip() if read else ""


def _shifts(pairs: Iterable[tuple[Power, Power]]) -> Iterator[LimitShift]:
    for before, after in pairs:
        if direction := _direction(before.limit, after.limit):
            yield LimitShift(before.act, before.object, before.limit, after.limit, direction)


def _direction(before: str, after: str) -> str:
    """Say how a limit moved; '' where it says the same."""
    if squeeze(before) == squeeze(after):
        return ""
    if not before or not after:
        return "set" if after else "lifted"
    first, second = _amount(before), _amount(after)
    if first is None or second is None or first.unit != second.unit:
        return "changed"
    if first.value == second.value:
        return ""
    return "raised" if second.value > first.value else "lowered"


def _amount(text: str) -> Quantity | None:
    return only_quantity(text) or next(iter(quantities(text)), None)


def compare_tables(before: Organisation | None, after: Organisation | None) -> tuple[LimitShift, ...]:
    """Compare the tables of limits of an org.yaml."""
    had, has = _table(before), _table(after)
    rows = {**had, **has}
    shifts = ((key, had.get(key, ""), has.get(key, "")) for key in rows)
    return tuple(
        LimitShift(act, thing or None, old, new, _table_direction(old, new), holder)
        for (act, thing, holder), old, new in shifts
        if _table_direction(old, new)
    )


def _table(organisation: Organisation | None) -> Mapping[tuple[str, str, str], str]:
    """Give the amounts of a table of limits; of equal rows the first counts."""
    found: dict[tuple[str, str, str], str] = {}
    for act, thing, holder, amount in organisation.facts.limits if organisation else ():
        found.setdefault((act, thing, holder), amount)
    return found


def _table_direction(before: str, after: str) -> str:
    """Say how a row moved: without a row, nothing may be decided."""
    if before and after:
        return _direction(before, after)
    return "granted" if after else "withdrawn" if before else ""
