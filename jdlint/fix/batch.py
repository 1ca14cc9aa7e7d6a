"""Which fixes can be made together: none may touch what another changes; the others wait for the next pass."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping

from jdlint.finding import Edit, Finding, Fix
from jdlint.location import Range
from jdlint.record import NamedTuple
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
    taken: dict[str, _Taken] = defaultdict(_Taken)
    for offer in offers:
        if all(taken[edit.file].is_free(edit) for edit in offer.fix.edits):
            chosen.append(offer)
            for edit in offer.fix.edits:
                taken[edit.file].take(edit)
    return chosen


class _Taken:
    """The places of one file that are to be changed; none of them touches another."""

    def __init__(self) -> None:
        self._places: list[Range] = []
        self._mark = False

    def is_free(self, edit: Edit) -> bool:
        """Whether an edit neither overlaps another nor follows one without a gap."""
        if edit.drops_mark:
            return not self._mark
        start, end = edit.range
        place = bisect_left(self._places, edit.range)
        before, behind = self._places[max(place - 1, 0) : place], self._places[place : place + 1]
        return all(other.end < start for other in before) and all(end < other.start for other in behind)

    def take(self, edit: Edit) -> None:
        """Note an edit; those of one fix may touch each other."""
        if edit.drops_mark:
            self._mark = True
        else:
            insort(self._places, edit.range)


def made(texts: Mapping[str, bytes], offers: Iterable[Offer]) -> dict[str, bytes]:
    """Make the fixes of a batch, which don't touch each other; `texts` holds every file that they change."""
    edits: dict[str, dict[Edit, None]] = {}
    for offer in offers:
        for edit in offer.fix.edits:
            edits.setdefault(edit.file, {})[edit] = None
    return {**texts, **{file: apply_edits(texts[file], own) for file, own in edits.items()}}
