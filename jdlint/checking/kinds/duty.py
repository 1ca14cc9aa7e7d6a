"""Kind `duty`: what reading a duty marks as vague, misplaced or damaged, in the words of the mark's rule."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.language.duty import Mark
from jdlint.language.quantity import only_quantity
from jdlint.model.role import Duty

_FEW = 3
"""Where duties have no shares, a residual one counts by number only among so few that it is a third of them."""


class Tolerate(NamedTuple):
    """What passes without a finding: so many duties, in the last place, taking so much of the working time."""

    count: int = 0  # type: ignore[assignment] # hides how a tuple counts, which nobody asks here
    position: str = "any"
    share: float = 1.0


class Params(NamedTuple):
    """Which marks."""

    mark: str
    """The rule id under which the reading files them."""
    tolerate: Tolerate = Tolerate()


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each duty that the reading marks, but for what the rule tolerates."""
    duties = subject.role.duties or ()
    found = [(duty, mark) for duty in duties if (mark := _mark(params.mark, subject, duty))]
    for duty, mark in found:
        reason = _why_not_tolerated(params.tolerate, len(found), duty, duties)
        if reason is not None:
            yield _hit(subject, duty, mark, reason, len(found))


def _mark(rule: str, subject: Subject, duty: Duty) -> Mark | None:
    return next((mark for mark in subject.read(duty).marks if mark.rule == rule), None)


def _why_not_tolerated(tolerate: Tolerate, count: int, duty: Duty, duties: Sequence[Duty]) -> str | None:
    """Give the reason why a duty is reported, '' where nothing is tolerated, None where it passes."""
    if tolerate.count == 0:
        return ""
    if count > tolerate.count:
        return "repeated"
    if tolerate.position == "last" and duty is not duties[-1]:
        return "not-last"
    return "large" if _share(duty, duties) > tolerate.share else None


def _share(duty: Duty, duties: Sequence[Duty]) -> float:
    """Give the part of the working time that a duty says it takes; 0 where it doesn't say."""
    if duty.share:
        quantity = only_quantity(duty.share.text)
        if quantity:
            return quantity.value if quantity.unit == "%" or quantity.value <= 1 else quantity.value / 100
    return 0.0 if len(duties) > _FEW else 1 / len(duties)


def _hit(subject: Subject, duty: Duty, mark: Mark, reason: str, count: int) -> Hit:
    """Point at the words alone that the mark rests on."""
    values: dict[str, Value] = {"match": mark.words.strip(), "text": duty.text.strip(), "count": count}
    return Hit(
        anchor(subject.role.source, duty, mark.start, mark.end),
        values,
        reason or mark.reason,
        subject.role,
        data={"lacks": list(mark.lacks)},
        confidence=Confidence(mark.confidence),
    )


KIND = Kind(Params, "role", check)
