"""Fix `width`: the half-width marks of a file's Chinese sentences become full-width, brackets with their other half."""

from collections.abc import Iterator

from jdlint.checking.fixes.kind import Case, Draft, FixKind
from jdlint.language.flaws_marks import half_width
from jdlint.location import Span
from jdlint.model.role import Worded
from jdlint.model.texts import texts
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_in_flow
from jdlint.source.edit.change import Change
from jdlint.source.edit.rewriting import rewritten
from jdlint.source.source import Source


class Params(NamedTuple):
    """The kind takes no parameters."""


def draft(_: Params, case: Case) -> Draft | None:
    """Write every half-width mark of the file that stands behind a Chinese character anew."""
    source = case.hit.at.source
    if case.organisation is None:
        return None
    found: list[tuple[Source, Change]] = []
    count = 0
    seen: set[int] = set()
    for role in case.organisation.roles_in(source):
        for worded in texts(role):
            if id(worded.node) in seen:
                continue
            seen.add(id(worded.node))
            parts = list(_parts(worded))
            changes = (
                rewritten(source.text, worded.node, parts, in_flow=is_in_flow(source, worded.node)) if parts else ()
            )
            if changes is None:
                return None
            count += len(parts)
            found += ((source, change) for change in changes)
    return Draft(tuple(found), "width", {"count": count}) if found else None


def _parts(worded: Worded) -> Iterator[Change]:
    for flaw in half_width(worded.text):
        yield Change(Span(flaw.start, flaw.end), flaw.replacement or "")


KIND = FixKind(Params, draft, ("width",))
