"""Kind `duty`: what reading a duty marks as vague, misplaced or damaged, with the part that would make it plain."""

from collections.abc import Iterator, Sequence

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.missing import missing
from jdlint.finding import Confidence, Value
from jdlint.language.mark import DutyReading, Mark
from jdlint.language.marks_whole import WHOLE
from jdlint.language.quantity import only_quantity
from jdlint.model.role import Duty
from jdlint.record import NamedTuple

_FEW = 3
"""Where duties have no shares, a residual one counts by number only among so few that it is a third of them."""


class Tolerate(NamedTuple):
    """What passes without a finding: so many duties, in the last place, taking so much of the working time."""

    count: int = 0  # type: ignore[assignment] # hides how a tuple counts, which nobody asks here
    position: str = "any"
    share: float = 1.0


class Params(NamedTuple):
    """Which marks, and which parts of a duty the advice names as missing."""

    mark: str
    """The rule id under which the reading files them."""
    tolerate: Tolerate = Tolerate()
    lacks: tuple[str, ...] = ()
    """Parts that a duty so marked lacks by its nature."""
    asks: tuple[str, ...] = ()
    """Parts that are named too where the sentence has none."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each duty that the reading marks, but for what the rule tolerates."""
    duties = subject.role.duties or ()
    found = list(_of_whole(params.mark, subject)) if params.mark in WHOLE else subject.marks(params.mark)
    for number, (duty, mark) in enumerate(found, 1):
        reason = _why_not_tolerated(params.tolerate, len(found), duty, duties)
        if reason is not None:
            yield _hit(params, subject, (duty, mark), reason, {"place": number, "count": len(found)})


def _of_whole(rule: str, subject: Subject) -> Iterator[tuple[Duty, Mark]]:
    """Ask a question about each reading as a whole."""
    for duty in subject.role.duties or ():
        if mark := WHOLE[rule](duty.text, subject.read(duty)):
            yield duty, mark


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


def filling(params: Params, text: str, reading: DutyReading, mark: Mark) -> dict[str, Value]:
    """Give what the rule's words are filled with; `missing` is a sentence, or nothing."""
    parts = (*params.lacks, *(part for part in params.asks if part in mark.lacks))
    return {"match": mark.words.strip(), "text": text.strip(), "missing": missing(parts, text, reading, mark)}


def _hit(params: Params, subject: Subject, found: tuple[Duty, Mark], reason: str, among: dict[str, Value]) -> Hit:
    """Point at the words alone that the mark rests on."""
    duty, mark = found
    values = filling(params, duty.text, subject.read(duty), mark) | among
    return Hit(
        anchor(subject.role.source, duty, mark.start, mark.end),
        values,
        reason or mark.reason,
        subject.role,
        data={"lacks": list(mark.lacks)},
        confidence=Confidence(mark.confidence),
    )


KIND = Kind(Params, "role", check)
