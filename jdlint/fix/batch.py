"""Which fixes can be made together: none may touch what another changes; the others wait for the next pass."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jdlint.finding import Edit, Finding, Fix
from jdlint.location import Point
from jdlint.source.edit.change import apply_edits


class Offer(NamedTuple):
    """A finding with its fix."""

    finding: Finding
    fix: Fix

    @property
    def files(self) -> frozenset[str]:
        """The files that the fix changes."""
        return frozenset(edit.file for edit in self.fix.edits)

    @property
    def signature(self) -> tuple[object, ...]:
        """What makes it the same offer in a later pass, where lines may have moved."""
        texts = tuple(sorted((edit.file, edit.text) for edit in self.fix.edits))
        return self.finding.rule, self.finding.place.file, self.finding.role, self.finding.identity, texts


def without_conflicts(offers: Iterable[Offer]) -> list[Offer]:
    """Give the offers that don't touch what an earlier one changes."""
    chosen: list[Offer] = []
    taken: dict[str, list[Edit]] = {}
    for offer in offers:
        if not any(_touch(edit, other) for edit in offer.fix.edits for other in taken.get(edit.file, ())):
            chosen.append(offer)
            for edit in offer.fix.edits:
                taken.setdefault(edit.file, []).append(edit)
    return chosen


def _touch(first: Edit, second: Edit) -> bool:
    """Whether two edits of a file overlap, meet at the place of an insertion, or follow each other without a gap."""
    if first.drops_mark or second.drops_mark:
        return first.drops_mark and second.drops_mark
    return _starts(first) <= _ends(second) and _starts(second) <= _ends(first)


def _starts(edit: Edit) -> Point:
    return edit.range.start


def _ends(edit: Edit) -> Point:
    return edit.range.end


def made(texts: Mapping[str, bytes], offers: Iterable[Offer]) -> dict[str, bytes]:
    """Make the fixes of a batch, which don't touch each other; `texts` holds every file that they change."""
    edits: dict[str, dict[Edit, None]] = {}
    for offer in offers:
        for edit in offer.fix.edits:
            edits.setdefault(edit.file, {})[edit] = None
    return {**texts, **{file: apply_edits(texts[file], own) for file, own in edits.items()}}
