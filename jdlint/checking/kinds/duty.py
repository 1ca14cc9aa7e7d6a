"""Kind `duty`: what reading a duty marks as vague, misplaced or damaged, in the words of the mark's rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.language.duty import Mark
from jdlint.model.role import Duty


@dataclass(frozen=True, slots=True)
class Params:
    """Which marks."""

    mark: str
    """The rule id under which the reading files them."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each duty that the reading marks; only the words that the mark rests on are pointed at."""
    role = subject.role
    for duty in role.duties or ():
        for mark in subject.read(duty).marks:
            if mark.rule == params.mark:
                yield _hit(subject, duty, mark)
                break


def _hit(subject: Subject, duty: Duty, mark: Mark) -> Hit:
    values: dict[str, Value] = {"match": mark.words.strip(), "text": duty.text.strip()}
    return Hit(
        anchor(subject.role.source, duty, mark.start, mark.end),
        values,
        mark.reason,
        subject.role,
        data={"lacks": list(mark.lacks)},
        confidence=Confidence(mark.confidence),
    )


KIND = Kind(Params, "role", check)
