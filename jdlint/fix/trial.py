"""Tries fixes on one organisation in memory: those that don't hold are taken back, one by one where need be."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jdlint.finding import Finding
from jdlint.fix.batch import Offer, made
from jdlint.fix.judge import Fault, faults

Texts = Mapping[str, bytes]
Look = Callable[[Texts], Sequence[Finding]]
"""Checks an organisation whose files read so, and gives what it finds."""


class Tried(NamedTuple):
    """What became of a batch."""

    texts: Texts
    found: Sequence[Finding]
    kept: tuple[Offer, ...]
    refused: tuple[tuple[Offer, Fault], ...]


def tried(texts: Texts, before: Sequence[Finding], batch: Sequence[Offer], look: Look) -> Tried:
    """Make the fixes of a batch that hold: first all at once, then without the suspects, then each suspect alone."""
    kept: list[Offer] = list(batch)
    suspects: list[Offer] = []
    found = before
    while kept:
        found = look(made(texts, kept))
        faulty = faults(before, found, kept)
        if not faulty:
            break
        suspects += (kept[number] for number in faulty)
        kept = [offer for number, offer in enumerate(kept) if number not in faulty]
    refused: list[tuple[Offer, Fault]] = []
    for suspect in suspects:
        with_it = [*kept, suspect]
        then = look(made(texts, with_it))
        faulty = faults(before, then, with_it)
        if faulty:
            refused.append((suspect, faulty.get(len(kept)) or next(iter(faulty.values()))))
        else:
            kept, found = with_it, then
    return Tried(made(texts, kept), found if kept else before, tuple(kept), tuple(refused))
