"""Kind `bands`: amounts that several roles may decide on must meet without a gap and without an overlap."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import squeeze
from jdlint.language.quantity import quantities
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Text
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which acts of structured authorities are decisions on an amount."""

    acts: tuple[str, ...]


class _Band(NamedTuple):
    """The amounts that one role decides on; bounds included."""

    role: Role
    limit: Text
    low: float
    high: float
    starts_at: bool
    """Whether the text says where the band starts; "up to 5,000" does not."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report neighbouring bands of one object along a line that leave a hole or overlap.

    Where some role's limit is absent or can't be read, that role may fill the hole.
    """
    objects: dict[tuple[str, str], list[_Band]] = defaultdict(list)
    unbounded: set[str] = set()
    for role in organisation.roles:
        for authority in role.authorities or ():
            if authority.act not in params.acts:
                continue
            band = _band(role, authority.limit) if authority.limit else None
            if band:
                objects[squeeze(authority.text), band[1]].append(band[0])
            else:
                unbounded.add(squeeze(authority.text))
    for (decided, _), bands in objects.items():
        ordered = sorted(bands, key=lambda band: (band.low, band.high))
        for below, above in pairwise(ordered):
            if above.starts_at and organisation.are_in_line(below.role, above.role):
                yield from (hit for hit in _compare(below, above) if hit.reason != "gap" or decided not in unbounded)


def _band(role: Role, limit: Text) -> tuple[_Band, str] | None:
    found = quantities(limit.text)
    units = {quantity.unit for quantity in found} - {""}
    if not found or len(units) > 1 or len(found) > _BOTH_BOUNDS:
        return None
    low, high = max(quantity.low for quantity in found), min(quantity.high for quantity in found)
    starts_at = low > 0 and found[0].bounded
    if len(found) == _BOTH_BOUNDS and not -inf < low < high < inf:
        return None
    return _Band(role, limit, low if starts_at else 0.0, high, starts_at), next(iter(units), "")


_BOTH_BOUNDS = 2
"""A limit may say two numbers where they bound one band: 3000元以上1万元以下."""


def _compare(below: _Band, above: _Band) -> Iterator[Hit]:
    gap = above.low - below.high
    if -_SHARED_BOUND <= gap <= _SHARED_BOUND or (below.high == inf and above.high == inf):
        return
    values: dict[str, Value] = {
        "below": below.role.title.text,
        "above": above.role.title.text,
        "below_band": below.limit.text,
        "above_band": above.limit.text,
        "from": f"{min(below.high, above.low):,.15g}",
        "to": f"{max(below.high, above.low):,.15g}",
    }
    related = Related(anchor(below.role.source, below.limit), "below", values)
    reason = "gap" if gap > 0 else "overlap"
    yield Hit(anchor(above.role.source, above.limit), values, reason, above.role, (related,))


_SHARED_BOUND = 1.0
"""Bands that touch in one amount, or in neighbouring whole ones, meet: 5万以下 and 5万以上, 20,000 and 20,001."""


KIND = Kind(Params, "organisation", check)
