"""Tables whose cells stand one a line: a run of column heads, and behind it rows of as many lines."""

from collections.abc import Iterator, Sequence
from itertools import islice

from jdlint.bring.field import HEAD, LISTS
from jdlint.bring.label import Label
from jdlint.bring.line import Line
from jdlint.bring.words import PERSONAL, REMARK, SHARE


def columns_at(lines: Sequence[Line], at: int) -> tuple[Label, ...]:
    """Give the columns of a table whose heads begin at a line, one of them shares of time; () where it is none."""
    labels: list[Label] = []
    for line in islice(lines, at, at + _MOST_COLUMNS):
        if line.label is None or line.text or line.colon or line.number or not line.label.is_exact:
            break
        labels.append(line.label)
    fields = [label.field for label in labels]
    if fields.count(SHARE) != 1 or not set(fields) & LISTS:
        return ()
    return tuple(labels) if rows(lines, at + len(labels), labels) else ()


_MOST_COLUMNS = 12


def rows(lines: Sequence[Line], at: int, columns: Sequence[Label]) -> list[tuple[Line, ...]]:
    """Give the rows behind the heads of a table; [] where what stands there are none."""
    cells: list[Line] = []
    for line in islice(lines, at, None):
        if line.label or line.number or line.columns:
            break
        cells.append(line)
    width = len(columns)
    if len(cells) < width or len(cells) % width:
        return []
    found = [tuple(cells[start : start + width]) for start in range(0, len(cells), width)]
    share = [label.field for label in columns].index(SHARE)
    return found if all(_is_share(row[share].text) for row in found) else []


def paired(lines: Sequence[Line]) -> Iterator[Line]:
    """Put values beside their labels where all labels of a form stand above all values, as in some copies of tables."""
    at = 0
    while at < len(lines):
        pairs = _stacked(lines, at)
        for label, value in pairs:
            yield label._replace(text=value.text, written=f"{label.written} {value.written}", is_sure=False)
        if not pairs:
            yield lines[at]
        at += 2 * len(pairs) or 1


def _stacked(lines: Sequence[Line], at: int) -> list[tuple[Line, Line]]:
    """Give the labels of a form that begins at a line, each with its value; [] where none does."""
    labels: list[Line] = []
    for line in islice(lines, at, at + _MOST_COLUMNS):
        if line.label is None or not line.label.is_exact or line.text or line.number or (labels and line.after_gap):
            break
        labels.append(line)
    values = list(islice(lines, at + len(labels), at + 2 * len(labels) + 1))
    after = values.pop() if len(values) > len(labels) else None
    if len(labels) < len("AB") or len(values) != len(labels) or (after and not (after.label or after.number)):
        return []
    are_values = all(not value.label and not value.number and 0 < len(value.text) <= _LONGEST for value in values)
    are_single = all(_names_value(label) for label in labels)
    return list(zip(labels, values, strict=True)) if are_values and are_single else []


_LONGEST = 24
"""Characters of a value that may stand in a form."""


def _names_value(line: Line) -> bool:
    field = line.label.field if line.label else ""
    return field in HEAD or field in (REMARK, PERSONAL) or field.startswith("review.")


def _is_share(text: str) -> bool:
    digits = text.replace(" ", "").rstrip("%％")
    return digits.replace(".", "", 1).isdecimal()
