"""Adds entries to mappings and renames their keys."""

from jdlint.location import Span
from jdlint.source.edit.around import content, has_strange_breaks, indent_of, is_flow, line_at, line_break, reaches
from jdlint.source.edit.change import Change
from jdlint.source.edit.quoting import key_reads_as, single
from jdlint.source.tree import Entry, Mapping, Scalar, Sequence

_STEP = 2
"""How far parts are indented where nothing in the file shows another habit."""


def renamed(key: Scalar, name: str) -> Change | None:
    """Give a key another name, in the quotes that it has."""
    raw = f'"{name}"' if key.style == '"' else single(name) if key.style == "'" else name
    if key.style in ("|", ">") or not key_reads_as(raw, name):
        return None
    return Change(key.span, raw)


def added(text: str, mapping: Mapping, behind: Entry, lines: list[str], value: str) -> Change | None:
    """Add an entry behind another one: as `lines` without indentation, or in braces as `value`."""
    end = reaches(text, behind.value)
    if end is None or has_strange_breaks(text):
        return None
    if is_flow(text, mapping):
        if not mapping.start < behind.value.end < mapping.end or not _is_written(behind):
            return None
        return Change(Span(end, end), ", " + value)
    column = column_of(text, mapping)
    if column is None or not mapping.start <= behind.key.start <= max(end, behind.key.end):
        return None
    place = _behind_lines(text, max(end, behind.key.end) - 1, column)
    return set_in(text, place, lines, column, gap=_stands_apart(text, behind, place, column))


def _is_written(entry: Entry) -> bool:
    return not isinstance(entry.value, Scalar) or entry.value.end > entry.value.start


def column_of(text: str, mapping: Mapping) -> int | None:
    """Give how far the keys of a mapping written line by line are indented; None where they aren't aligned."""
    columns = {key.start - line_at(text, key.start).start for key, _ in mapping.entries}
    return columns.pop() if len(columns) == 1 else None


def step_of(text: str, mapping: Mapping) -> int:
    """Give how far this mapping's lists are indented below their keys."""
    column = column_of(text, mapping)
    for _, value in mapping.entries:
        if isinstance(value, Sequence) and column is not None and not is_flow(text, value):
            step = value.start - line_at(text, value.start).start - column
            if step >= 0:
                return step
    return _STEP


def _behind_lines(text: str, place: int, column: int) -> int:
    """Give the place behind the line of a character, and behind comments that are indented below it."""
    end = line_at(text, place).end
    while end < len(text):
        below = line_at(text, end)
        if not content(text, below).startswith("#") or indent_of(text, below) <= column:
            break
        end = below.end
    return end


def _stands_apart(text: str, entry: Entry, place: int, column: int) -> bool:
    """Whether empty lines stand between the entries of a mapping."""
    own = line_at(text, entry.key.start)
    if own.start and not content(text, line_at(text, own.start - 1)):
        return True
    below = line_at(text, place)
    if place >= len(text) or below.end >= len(text) or content(text, below):
        return False
    return indent_of(text, line_at(text, below.end)) == column


def set_in(text: str, place: int, lines: list[str], column: int, *, gap: bool = False) -> Change:
    """Set lines in at the beginning of a line, or at the end of a file that ends without a line end."""
    mark = line_break(text, max(place - 1, 0))
    block = "".join(" " * column + line + mark for line in lines)
    if gap:
        block = mark + block
    if place == len(text) and not text.endswith(("\n", "\r")):
        block = mark + block.removesuffix(mark)
    return Change(Span(place, place), block)
