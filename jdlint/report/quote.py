"""The words that a finding is about, in the line that holds them."""

from jdlint.finding import Place
from jdlint.report.width import width

_LONGEST_LINE = 160
"""A source line is cut around the words to about this many columns."""


def cut(place: Place) -> tuple[str, int, int]:
    """Give the source line around the words, and where they stand in it."""
    line = place.source_line
    start = min(place.range.start.column - 1, len(line))
    is_one_line = place.range.start.line == place.range.end.line
    end = min(place.range.end.column - 1, len(line)) if is_one_line else len(line)
    if 2 * len(line) <= _LONGEST_LINE or width(line) <= _LONGEST_LINE:  # no character takes more than two columns
        return line, start, end
    first = max(0, start - _LONGEST_LINE // 4)
    last = min(len(line), max(end, first + _LONGEST_LINE // 2), first + _LONGEST_LINE)
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shift = len(before) - first
    return f"{before}{line[first:last]}{after}", start + shift, min(end, last) + shift
