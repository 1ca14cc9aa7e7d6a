"""Kind `review`: a role that nobody has looked through for long, or that nobody has put in force."""

from collections.abc import Iterator
from datetime import date

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """How old the last look may be."""

    months: int


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report what a role's `review` says itself; a role without one says nothing."""
    role, review = subject.role, subject.role.review
    if review is None:
        return
    looked = review.reviewed or review.effective
    if looked and subject.today:
        months = _months_between(looked.text, subject.today)
        if months is not None and months > params.months:
            values: dict[str, Value] = {"match": looked.text.strip(), "months": months, "limit": params.months}
            yield Hit(anchor(role.source, looked), values, "old", role)
    if review.approved_by is None:
        yield Hit(anchor(role.source, role.sections["review"]), {}, "nobody", role)


def _months_between(earlier: str, later: str) -> int | None:
    """Count the whole months between two days; None where the first isn't written as a day or a month."""
    start, end = _day(earlier), _day(later)
    if start is None or end is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


_WRITTEN = pattern(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?\s*")


def _day(text: str) -> date | None:
    """Read 2026-01-31, 2026/1/31, 2026年1月31日 or 2026-01."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None


KIND = Kind(Params, "member", check)
