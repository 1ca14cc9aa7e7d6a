"""Fixes `delete-entry`, `drop-repeats` and `move-last`: an entry of a list goes, or goes to its end."""

from typing import Literal

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.fixes.place import place_of, says_the_same
from jdlint.finding import Confidence
from jdlint.record import NamedTuple
from jdlint.source.edit.lists import has_comments, moved_last, without
from jdlint.source.tree import Sequence


class DeleteParams(NamedTuple):
    """Which entries stay."""

    keep: Literal["", "last"] = ""
    """Of several findings that count each other, the last one's entry."""
    whole: bool = False
    """Whether only entries go that are sure to say nothing else."""


class NoParams(NamedTuple):
    """The kind takes no parameters."""


class Params(NamedTuple):
    """Which entries move."""

    whole: bool = False
    """Whether only those that are sure to say nothing else."""


def delete(params: DeleteParams, case: Case) -> Draft | None:
    """Delete the entry; one with comments or details stays, for they would be lost with it."""
    values, place = case.hit.values, place_of(case.hit.at)
    if params.keep == "last" and values.get("place") == values.get("count"):
        return None
    if params.whole and _may_say_more(case):
        return None
    if place is None or place.has_details or has_comments(case.hit.at.source.text, place.items, place.number):
        return None
    changes = without(case.hit.at.source.text, place.items, [place.number])
    text = case.hit.at.node.text if case.hit.at.node else ""
    return Draft(within(case.hit.at.source, *changes), "delete-entry", {"old": text}) if changes else None


def _may_say_more(case: Case) -> bool:
    """Whether an entry isn't sure to say nothing but what was found."""
    return case.hit.confidence is Confidence.MEDIUM


def drop_repeats(_: NoParams, case: Case) -> Draft | None:
    """Delete the entries of a list that repeat earlier ones word for word, with all their details."""
    role, values, source = case.hit.role, case.hit.values, case.hit.at.source
    first, place = values.get("second"), place_of(case.hit.at)
    if role is None or place is None or not isinstance(first, int):
        return None
    last, earlier = values.get("last", first), values.get("first")
    if not isinstance(last, int) or not isinstance(earlier, int) or last > len(role.duties or ()):
        return None
    distance = first - earlier
    gone = range(place.number, place.number + last - first + 1)
    if gone.start - distance < 0 or gone.stop > len(place.items.items) or not _repeat(place.items, gone, distance):
        return None
    if any(has_comments(source.text, place.items, index) for index in gone):
        return None
    changes = without(source.text, place.items, gone)
    numbers: dict[str, str | int | float] = {"first": first, "last": last, "count": len(gone)}
    says = "drop-repeats" if len(gone) > 1 else "drop-repeat"
    return Draft(within(source, *changes), says, dict(numbers)) if changes else None


def _repeat(items: Sequence, gone: range, distance: int) -> bool:
    return all(says_the_same(items.items[index], items.items[index - distance]) for index in gone)


def move_last(params: Params, case: Case) -> Draft | None:
    """Move the entry behind the last one."""
    if params.whole and _may_say_more(case):
        return None
    source, place = case.hit.at.source, place_of(case.hit.at)
    changes = moved_last(source.text, place.items, place.number) if place else None
    text = case.hit.at.node.text if case.hit.at.node else ""
    return Draft(within(source, *changes), "move-last", {"old": text}) if changes else None


DELETE = FixKind(DeleteParams, delete, ("delete-entry",))
DROP_REPEATS = FixKind(NoParams, drop_repeats, ("drop-repeat", "drop-repeats"))
MOVE_LAST = FixKind(Params, move_last, ("move-last",))
