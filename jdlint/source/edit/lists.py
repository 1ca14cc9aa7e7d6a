"""Takes entries out of lists and sets them in, whole lines with the comments that belong to them."""

from collections.abc import Iterable
from itertools import pairwise

from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.source.edit.around import (
    Line,
    content,
    has_strange_breaks,
    indent_of,
    is_flow,
    line_at,
    line_break,
    reaches,
)
from jdlint.source.edit.change import Change
from jdlint.source.tree import Node, Scalar, Sequence

_BETWEEN = pattern(r"\s*,\s*")
"""What may stand between two entries in brackets that can be taken apart: a comma, and no comment."""
_DASH = pattern(r"-(?=[ \t\r\n]|$)")


def dashes(text: str, items: Sequence) -> list[int] | None:
    """Give the places of the dashes of a list written line by line; None where they can't be told for sure."""
    first = line_at(text, items.start)
    column = items.start - first.start
    if has_strange_breaks(text) or indent_of(text, first) != column or is_flow(text, items) or not items.items:
        return None
    end = reaches(text, items)
    if end is None:
        return None
    found = []
    line = first
    while line.start < end:
        place = line.start + column
        if indent_of(text, line) == column and _DASH.match(text, place):
            found.append(place)
        line = line_at(text, line.end) if line.end < len(text) else Line(end, end)
    behind = [*found[1:], end + 1]
    if len(found) != len(items.items) or not all(
        dash < item.start < after for dash, item, after in zip(found, items.items, behind, strict=True)
    ):
        return None
    return found


def lines_of(text: str, items: Sequence, index: int) -> Span | None:
    """Give the lines of an entry with its comments: those above it, on its lines, and indented below it."""
    places = dashes(text, items)
    if places is None:
        return None
    column = places[0] - line_at(text, places[0]).start
    end = reaches(text, items.items[index])
    if end is None:
        return None
    end = max(end, places[index] + 1)
    first = line_at(text, places[index]).start
    bound = line_at(text, reaches(text, items.items[index - 1]) or 0).end if index else 0
    first = _with_comments_above(text, first, bound, column)
    last = line_at(text, end - 1).end
    return Span(first, _with_comments_below(text, last, column))


def _with_comments_above(text: str, first: int, bound: int, column: int) -> int:
    while first > bound:
        above = line_at(text, first - 1)
        if above.start < bound or not content(text, above).startswith("#") or indent_of(text, above) < column:
            break
        first = above.start
    return first


def _with_comments_below(text: str, last: int, column: int) -> int:
    while last < len(text):
        below = line_at(text, last)
        if not content(text, below).startswith("#") or indent_of(text, below) <= column:
            break
        last = below.end
    return last


def has_comments(text: str, items: Sequence, index: int) -> bool:
    """Whether comments belong to an entry, or that can't be told."""
    if is_flow(text, items):
        return False  # what is taken out in brackets holds none
    lines = lines_of(text, items, index)
    if lines is None:
        return True
    node = items.items[index]
    behind = reaches(text, node) or node.end
    start = (dashes(text, items) or [lines.start])[index]
    around = text[lines.start : start] + text[behind : lines.end]
    return "#" in around or ("#" in text[start:behind] and not isinstance(node, Scalar))


def without(text: str, items: Sequence, indexes: Iterable[int]) -> tuple[Change, ...] | None:
    """Take entries out of a list that keeps at least one; None where their characters can't be told for sure."""
    gone = sorted(set(indexes))
    if not gone or len(gone) >= len(items.items):
        return None
    if is_flow(text, items):
        return _without_in_brackets(text, items, gone)
    changes = []
    for index in gone:
        lines = lines_of(text, items, index)
        if lines is None:
            return None
        changes.append(Change(lines, ""))
    if changes[-1].span.end == len(text) and not text.endswith(("\n", "\r")):
        return _keep_open_end(text, gone, changes)
    return tuple(changes)


def _keep_open_end(text: str, gone: list[int], changes: list[Change]) -> tuple[Change, ...] | None:
    """Take the line end before the last lines of a file away with them, where the file ends without one."""
    count = len(gone)
    while count and gone[-1] - gone[-count] != count - 1:
        count -= 1
    start = changes[-count].span.start
    for mark in ("\r\n", "\n", "\r"):
        if text.endswith(mark, 0, start):
            return (*changes[:-count], Change(Span(start - len(mark), len(text)), ""))
    return None


def _without_in_brackets(text: str, items: Sequence, gone: list[int]) -> tuple[Change, ...] | None:
    if not is_simple(text, items):
        return None
    changes = []
    kept = [index for index in range(len(items.items)) if index not in gone]
    for index in gone:
        if index > kept[-1]:
            continue
        changes.append(Change(Span(items.items[index].start, items.items[index + 1].start), ""))
    if gone[-1] > kept[-1]:
        changes.append(Change(Span(items.items[kept[-1]].end, items.items[-1].end), ""))
    return tuple(changes)


def is_simple(text: str, items: Sequence) -> bool:
    """Whether the entries of a list in brackets stand with nothing but commas between them."""
    nodes = items.items
    if any(not items.start < node.start < node.end < items.end for node in nodes):
        return False
    return all(_BETWEEN.fullmatch(text, before.end, after.start) for before, after in pairwise(nodes))


def moved_last(text: str, items: Sequence, index: int) -> tuple[Change, ...] | None:
    """Move an entry behind the last one."""
    if index >= len(items.items) - 1:
        return None
    cut = without(text, items, [index])
    if cut is None:
        return None
    if is_flow(text, items):
        last = items.items[-1].end
        node = items.items[index]
        return (*cut, Change(Span(last, last), ", " + text[node.start : node.end]))
    lines, last_lines = lines_of(text, items, index), lines_of(text, items, len(items.items) - 1)
    if lines is None or last_lines is None:
        return None
    return (*cut, _inserted(text, last_lines.end, text[lines.start : lines.end]))


def _inserted(text: str, place: int, block: str) -> Change:
    """Set whole lines in at the beginning of a line, or at the end of a file that ends without a line end."""
    if place == len(text) and not text.endswith(("\n", "\r")):
        mark = line_break(text, place)
        block = mark + block.removesuffix(mark)
    return Change(Span(place, place), block)


def appended(text: str, items: Sequence, lines: list[str], value: str) -> Change | None:
    """Add an entry behind the last one: as `lines` without indentation, or in brackets as `value`."""
    if is_flow(text, items):
        return _appended_in_brackets(text, items, value)
    last = lines_of(text, items, len(items.items) - 1) if items.items else None
    places = dashes(text, items)
    if last is None or places is None:
        return None
    column = places[0] - line_at(text, places[0]).start
    mark = line_break(text, last.end - 1)
    return _inserted(text, last.end, "".join(" " * column + line + mark for line in lines))


def _appended_in_brackets(text: str, items: Sequence, value: str) -> Change | None:
    if not items.items:
        inside = text[items.start : items.end]
        if inside[:1] != "[" or inside[-1:] != "]" or inside[1:-1].strip():
            return None
        return Change(Span(items.start + 1, items.end - 1), value)
    last: Node = items.items[-1]
    if not is_simple(text, items) or not items.start < last.end < items.end:
        return None
    return Change(Span(last.end, last.end), ", " + value)
