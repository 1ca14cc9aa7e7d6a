"""Kind `review`: a role that nobody has looked through for long, or that nobody has put in force."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.day import read_day
from jdlint.language.fold import fold
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
    start, end = read_day(fold(earlier)), read_day(later)
    if start is None or end is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


KIND = Kind(Params, "member", check)
