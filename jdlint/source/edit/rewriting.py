"""Replaces characters of a value where they stand in the file, inside whatever quotes or block the file writes."""

from collections.abc import Sequence

from jdlint.location import Span
from jdlint.source.edit.around import is_over_lines
from jdlint.source.edit.change import Change, applied
from jdlint.source.edit.quoting import escaped, reads_as, written
from jdlint.source.scalar import origins_of, span_within
from jdlint.source.tree import Scalar


def rewritten(text: str, scalar: Scalar, parts: Sequence[Change], *, in_flow: bool) -> tuple[Change, ...] | None:
    """Give the changes of the file that replace parts of a scalar's value; each part's span counts in the value.

    Only the characters in question change; a plain scalar whose new text needs quotes is written anew in quotes.
    None where the value can't be traced to the file, or where what is left would be blank.
    """
    value = applied(scalar.text, parts)
    if not value.strip():
        return None
    changes = _in_place(text, scalar, parts)
    if changes and reads_as(_within(text, scalar, changes), value, in_flow=in_flow):
        return tuple(changes)
    if scalar.style in ("|", ">") or is_over_lines(text, scalar):
        return None
    anew = written(value, scalar.style, in_flow=in_flow)
    return (Change(scalar.span, anew),) if reads_as(anew, value, in_flow=in_flow) else None


def _in_place(text: str, scalar: Scalar, parts: Sequence[Change]) -> list[Change]:
    """Give the changes of the file for changes of the value; none where its characters can't be traced."""
    origins = origins_of(text, scalar)
    if origins is None or any(part.span.start >= part.span.end for part in parts):
        return []
    return [Change(span_within(text, scalar, *part.span), _in_style(part.text, scalar.style)) for part in parts]


def _in_style(new: str, style: str) -> str:
    if style == "'":
        return new.replace("'", "''")
    return escaped(new) if style == '"' else new


def _within(text: str, scalar: Scalar, changes: list[Change]) -> str:
    moved = [Change(Span(span.start - scalar.start, span.end - scalar.start), new) for span, new in changes]
    return applied(text[scalar.start : scalar.end], moved)
