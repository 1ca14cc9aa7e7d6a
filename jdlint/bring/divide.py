"""Role boundaries: the lines of a document are divided among the roles that it defines."""

from collections.abc import Iterator, Sequence

from jdlint.bring.field import HEAD, LISTS
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.settled import only_role, settled
from jdlint.bring.start import LONGEST_TITLE, LONGEST_UNIT, NEAR, RANKS, Source, Start, field_of
from jdlint.bring.starts import starts_of
from jdlint.bring.title import Title, alone, is_unit
from jdlint.bring.words import PERSONAL
from jdlint.record import NamedTuple


class Sheet(NamedTuple):
    """One role: its title and its lines."""

    title: Title
    line: Line
    """The line that names it."""
    lines: tuple[Line, ...]
    source: Source
    headings: tuple[Line, ...] = ()
    """Other lines that head it."""


class Divided(NamedTuple):
    """The roles of a document, and the lines outside them."""

    sheets: tuple[Sheet, ...]
    left: tuple[Left, ...]


def divide(lines: Sequence[Line], name: str = "") -> Divided:
    """Divide lines into roles; `name` is that of the document, which may be the title of its only role."""
    starts = settled(list(starts_of(lines)), lines) or only_role(lines, name)
    sheets: list[Sheet] = []
    begins = [_begin(start, lines) for start in starts]
    left = [Left(line.place, line.written, Reason.OUTSIDE) for line in lines[: begins[0] if begins else len(lines)]]
    for at, (start, begin) in enumerate(zip(starts, begins, strict=True), 1):
        stop = begins[at] if at < len(begins) else len(lines)
        end = _end(start, stop, lines)
        left += [Left(line.place, line.written, Reason.OUTSIDE) for line in lines[end:stop]]
        left += [Left(lines[each].place, lines[each].written, Reason.HEADING) for each in start.leading]
        # the title may stand in the line behind its label
        behind = start.source is Source.LABEL and not lines[start.at].text
        taken = {start.at, *start.leading, *([start.at + 1] if behind else ())}
        own = [line for place, line in enumerate(lines[begin:end], begin) if place not in taken]
        line = lines[start.at] if start.at >= 0 else Line(name, lines[0].place)
        if behind:
            line = line._replace(written=f"{line.written} {lines[start.at + 1].written}")
        sheets += _alternatives(Sheet(start.title, line, tuple(own), start.source))
    return Divided(tuple(sheets), tuple(left))


def _end(start: Start, stop: int, lines: Sequence[Line]) -> int:
    """Give where a role ends: where a heading goes on the list of headings that its own heading stands below."""
    if start.at < 0:
        return stop
    outer: dict[str, Line] = {}
    for line in lines[max(0, start.at - _MOST_BEFORE) : start.at]:
        if line.number and not line.number.is_bullet:
            outer[line.number.style] = line
    own = start.rank or RANKS["clause"]
    while stop < len(lines) and stop - 1 > start.at + 1 and _is_department(lines[stop - 1]):
        stop -= 1
    for at in range(start.at + 1, stop):
        line = lines[at]
        if line.number is None or line.label or not line.text or len(line.text) > LONGEST_TITLE:
            continue
        before = outer.get(line.number.style)
        is_above = RANKS.get(line.number.style, own) < own and before is not None and before.number is not None
        if is_above and line.number.follows(before.number) and line.text[-1] not in "。；;.,，:：":  # type: ignore[union-attr, arg-type]
            return at
    return stop


_MOST_BEFORE = 2_000


def _is_department(line: Line) -> bool:
    """Say whether a line only names the unit whose posts follow."""
    is_bare = not (line.number or line.label or line.cells) and 1 < len(line.text) <= LONGEST_UNIT
    return is_bare and is_unit(line.text) and not alone(line.text)


def _begin(start: Start, lines: Sequence[Line]) -> int:
    """Give where the lines of a role begin: what stands at its head may come before its title."""
    if start.begin >= 0:
        return start.begin
    begin = start.at
    while start.source is Source.LABEL and begin and _is_head(lines[begin - 1]) and not lines[begin].after_gap:
        begin -= 1
    return begin


def _is_head(line: Line) -> bool:
    return line.label is not None and line.label.field in HEAD and line.label.field != "title" and bool(line.text)


def _alternatives(sheet: Sheet) -> Iterator[Sheet]:
    """Divide a sheet whose head and duties come twice."""
    begin, has_duties = 0, False
    for at, line in enumerate(sheet.lines):
        field = field_of(line.label)
        if has_duties and field in ("reports_to", "unit") and line.text and _duties_follow(sheet.lines[at + 1 :]):
            yield sheet._replace(lines=sheet.lines[begin:at])
            begin, has_duties = at, False
        elif field == "duties" or (line.number and not line.label and len(line.text) > NEAR):
            has_duties = True
    yield sheet._replace(lines=sheet.lines[begin:])


def _duties_follow(lines: Sequence[Line]) -> bool:
    for line in lines[:NEAR]:
        field = field_of(line.label)
        if field == "duties":
            return line.label is not None and line.label.is_exact
        if line.number or field in LISTS or field in (PERSONAL, "relations") or field.startswith("relations."):
            return False
    return False
