"""Whether words that may be a label are one where they stand: inside a list they often are a part of an item."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from jdlint.bring.block import Kind
from jdlint.bring.field import HEAD, LISTS
from jdlint.bring.label import Label
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.record import NamedTuple

MOST_MISSING = 12
"""Numbers that may be missing in a list that was cut."""


class Open(NamedTuple):
    """What is open where a line stands."""

    field: str
    root: str
    """The group of fields that is open, such as qualifications; '' for none."""
    has_lines: bool
    items: Mapping[str, Number]
    """The last number of each style that an item bore in the open section."""
    headings: Mapping[str, Number]
    """The last number of each style that a heading of a section bore."""
    known: AbstractSet[str]
    """Fields that have a value already."""


def accepted(line: Line, open_: Open) -> Label | None:
    """Give the label of a line with the field that it means here; None where its words are no label here."""
    if line.label is None:
        return None
    label = _meant(line.label, open_.root)
    return None if _is_item(line, label, open_) or _is_word(line, label, open_) else label


def _meant(label: Label, root: str) -> Label:
    """Choose among the fields of words that mean several things."""
    own = next((field for field in (label.field, *label.also) if root and field.startswith(f"{root}.")), label.field)
    return label._replace(fields=(own, *label.fields[1:]))


def goes_on(line: Line, items: Mapping[str, Number]) -> bool:
    """Say whether the number of a line goes on the list of items that is open."""
    if line.number is None:
        return False
    last = items.get(line.number.style)
    return last is not None and line.number.follows(last, MOST_MISSING)


def _is_item(line: Line, label: Label, open_: Open) -> bool:
    """Say whether a numbered line that looks like a label is the next item of a list."""
    if line.number is None:
        return False
    if line.text and label.field == open_.field:
        return True
    if goes_on(line, open_.items) and (line.text or label.is_weak or not (label.is_exact or line.colon)):
        return True
    if label.is_exact or line.colon or line.level or not label.modifier or open_.field not in LISTS:
        return False
    return line.number.style in open_.items and line.number.style not in open_.headings


def _is_word(line: Line, label: Label, open_: Open) -> bool:
    """Say whether an ordinary word or a label of another place is a part of the text here."""
    field = label.field
    is_kind = bool(label.modifier) and field == open_.field and not line.colon and field != "duties"
    if is_kind or (field.startswith("kpis.") and open_.field != "kpis"):
        return True
    if open_.root == "relations" and field in HEAD and field in open_.known:
        return True
    if not label.is_weak or line.text:
        return False
    if field.endswith(".other") and open_.field == "duties" and not line.colon:
        return True
    if line.colon:
        return open_.field in LISTS and field in HEAD
    is_heading = bool(line.number) or line.kind is Kind.HEADING
    return not is_heading and open_.field in LISTS and open_.has_lines
