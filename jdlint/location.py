"""Where something stands: points, spans and routes, and the only arithmetic on positions."""

import re
from bisect import bisect_right

from jdlint.record import NamedTuple

Route = tuple[str | int, ...]
"""A path of keys and indexes from a file's top to a value: ("roles", 0, "duties", 3)."""


class Span(NamedTuple):
    """A half-open range of characters in a file's text."""

    start: int
    end: int


class Point(NamedTuple):
    """A line and a column, both counted from 1, columns in Unicode code points."""

    line: int
    column: int


class Range(NamedTuple):
    """Two points; the end is exclusive."""

    start: Point
    end: Point


class LineTable:
    """Turns offsets of one text into points, and gives back its lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        position = text.find("\n")
        while position != -1:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)
        alone = [found.end() for found in re.finditer("\r(?!\n)", text)] if "\r" in text else []
        if alone:  # the line ends of old Macs, which YAML and editors know too
            self._starts = sorted((*self._starts, *alone))

    def point(self, offset: int) -> Point:
        """Give the point of a character."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        return Point(line, offset - self._starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """Give the first point of a span and the point behind its last character."""
        return Range(self.point(span.start), self.point(span.end))

    def line(self, number: int) -> str:
        """Give a line's text without its line end; an empty one for a number outside the text."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else None
        return self._text[self._starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int) -> int:
        """Give the offset at which a line starts."""
        return self._starts[min(max(line, 1), len(self._starts)) - 1]


def pointer(route: Route) -> str:
    """Write a route as `roles[0].duties[3].text`; the top of a file is the empty string."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in route]
    return "".join(parts).removeprefix(".")
