"""Kind `authority`: entries of the authority section that grant no power one could name, or none with a bound."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which entries."""

    reading: Literal["unknown-type", "vague-scope"]
    """A power outside the taxonomy; a power without an object that two readers would draw alike."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the entries that read so, at the words that make them so."""
    role = subject.role
    for entry, reading in zip(role.authorities or (), subject.powers.authorities, strict=True):
        if reading.kind == params.reading:
            start, end = (reading.start, reading.end) if reading.end else (0, len(entry.text))
            at = anchor(role.source, entry, start, end)
            yield Hit(at, {"match": entry.text[start:end].strip(), "text": entry.text.strip()}, "", role)


KIND = Kind(Params, "role", check)
