"""Change: characters of a text to replace."""

from collections.abc import Iterable

from jdlint.finding import Edit
from jdlint.location import LineTable, Span
from jdlint.record import NamedTuple
from jdlint.source.encoding import decode, without_mark


class Change(NamedTuple):
    """Characters to replace by others."""

    span: Span
    text: str


def applied(text: str, changes: Iterable[Change]) -> str:
    """Make changes that don't overlap; those at one place stand in the order given."""
    parts: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda change: (change.span.start, change.span.end)):
        parts += [text[at : change.span.start], change.text]
        at = change.span.end
    return "".join(parts) + text[at:]


def changes_of(text: str, edits: Iterable[Edit]) -> list[Change]:
    """Turn the edits of one file, in lines and columns of its text, into changes."""
    lines = LineTable(text)
    found = []
    for edit in edits:
        start, end = (lines.offset(point.line) + point.column - 1 for point in edit.range)
        found.append(Change(Span(start, end), edit.text))
    return found


def apply_edits(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """Make the edits of one file; a byte order mark before its text stays unless one of them takes it."""
    kept = tuple(edits)
    text = decode(raw).text
    mark = raw[: len(raw) - len(without_mark(raw))]
    if any(edit.drops_mark for edit in kept):
        mark = b""
    return mark + applied(text, changes_of(text, (edit for edit in kept if not edit.drops_mark))).encode()
