"""Kind `sum`: shares or weights that must come to a total."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.select import section_of
from jdlint.finding import Value
from jdlint.language.quantity import only_quantity
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What to add up; parts and total are shares of one, written as 40%, 0.4 or 40."""

    of: str
    total: float = 1.0
    within: float = 0.0


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report a sum that misses the total; parts that don't all have a share can only exceed it."""
    role = subject.role
    items = len(subject.texts(params.of.rpartition(".")[0]))
    written = subject.texts(params.of)
    quantities = [only_quantity(worded.text) for worded in written]
    if not written or any(quantity is None or quantity.bounded for quantity in quantities):
        return
    shares = [quantity.value for quantity in quantities if quantity]
    in_hundreds = sum(shares) > _HUNDREDS and not any(quantity and quantity.unit == "%" for quantity in quantities)
    total = sum(shares) / (100 if in_hundreds else 1)
    is_over = total > params.total + params.within + _ROUNDING
    is_under = total < params.total - params.within - _ROUNDING and len(written) == items
    if is_over or is_under:
        section = role.sections[section_of(params.of)]
        values: dict[str, Value] = {
            "sum": f"{total * 100:g}%",
            "total": f"{params.total * 100:g}%",
            "count": len(written),
            "parts": " + ".join(worded.text.strip() for worded in written),
        }
        yield Hit(anchor(role.source, section), values, "over" if is_over else "under", role)


_HUNDREDS = 5
"""Bare numbers that add up to more than this are hundredths: 40 + 60, not 0.4 + 0.6."""

_ROUNDING = 1e-9

KIND = Kind(Params, "role", check)
