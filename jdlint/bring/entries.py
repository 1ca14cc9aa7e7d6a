"""The lines of a section become entries: headings inside it name areas, and tables give each entry its other cells."""

from collections.abc import Iterator, Sequence

from jdlint.bring.label import Label, find
from jdlint.bring.labelled import RUN_IN
from jdlint.bring.line import Line
from jdlint.bring.number import inside
from jdlint.bring.part import Part
from jdlint.bring.row import main_column
from jdlint.bring.words import GROUP, SHARE, says_nothing
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_ENDS = "。；;.!！?？"
_SHORT = 24
"""Characters up to which a line without an end may name an area; of English ones twice as many."""


class Entry(NamedTuple):
    """One entry of a section."""

    text: str
    line: Line
    area: str = ""
    share: str = ""
    field: str = ""
    """The field of the column that it stands in; '' for the field of the section."""
    more: tuple[tuple[str, str], ...] = ()
    """Cells of the same row, by the field of their column."""


class Entries(NamedTuple):
    """The entries of a section, and the lines that only lead to them."""

    entries: tuple[Entry, ...]
    headings: tuple[Line, ...]


def entries(part: Part) -> Entries:
    """Read the entries of a section."""
    if part.columns:
        return Entries(tuple(_rows(part)), ())
    found: list[Entry] = []
    headings: list[Line] = []
    area, style = part.area, ""
    if part.field in ("notes", "purpose"):
        return Entries(tuple(Entry(line.text, line) for line in part.lines), ())
    lines = part.lines
    run_in = _run_in(lines) if part.field == "duties" else {}
    for place, line in enumerate(lines):
        if place in run_in:
            area, text = run_in[place]
            found.append(Entry(text, line._replace(text=text), area, line.share))
            headings.append(line._replace(text=area, written=area))
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        if _leads(line, following, place, part):
            headings.append(line)
        elif _names_area(place, lines, part):
            headings.append(line)
            area, style = _area(line.text), line.number.style if line.number else ""
        else:
            if style and line.number and line.number.style == style:
                area = part.area
            found.append(Entry(line.text, line, area, line.share))
    return Entries(tuple(found), tuple(headings))


def _run_in(lines: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Give the areas that run on into the first duty of each, where most numbered lines begin with one."""
    numbered = [place for place, line in enumerate(lines) if line.number]
    found = {place: match for place in numbered if (match := RUN_IN.fullmatch(lines[place].text))}
    found = {place: match for place, match in found.items() if len(match[1].split()) <= _WORDS}
    if len(found) < len("AB") or 2 * len(found) < len(numbered):
        return {}
    return {place: (match[1], match[2]) for place, match in found.items()}


_WORDS = 6
"""Words of the name of an area."""


def _area(text: str) -> str:
    return text.strip().rstrip(":：").strip()


def _leads(line: Line, following: Line | None, place: int, part: Part) -> bool:
    """Say whether the first line of a section only leads to its list (… is entitled to:)."""
    if place or line.number or following is None or not _LEADS_ON.search(line.text):
        return False
    if part.label is not None and part.label.field == GROUP:
        return False
    return following.number is not None or bool(find(line.text))


_LEADS_ON = pattern(r"(?:[:：]|\b(?:shall|may|will|must|should))\s*$")
"""How a sentence ends that a list goes on."""


def _names_area(place: int, lines: Sequence[Line], part: Part) -> bool:
    """Say whether a line heads the entries that follow it."""
    line = lines[place]
    following = lines[place + 1] if place + 1 < len(lines) else None
    text = line.text.rstrip()
    if following is None or text[-1:] in (":", "："):
        return following is not None and len(text) <= 2 * _SHORT
    in_group = part.label is not None and part.label.field == GROUP
    if not _is_short(text) or line.share or (in_group and place == 0):
        return False
    if line.number and not line.number.is_bullet:
        if following.number is None:
            return _is_sentence(following.text) and _heads_often(lines, line)
        return following.number.style != line.number.style and _deeper(lines, place)
    if line.number is None and following.number is not None and part.field == "duties":
        return _numbered_before(lines, place) or following.number.is_bullet or following.number.value == 1
    return False


def _is_short(text: str) -> bool:
    most = _SHORT * 2 if text.isascii() else _SHORT
    return 0 < len(text) <= most and text[-1] not in _ENDS and "，" not in text


def _is_sentence(text: str) -> bool:
    return text[-1:] in _ENDS or len(text) > _SHORT


def _heads_often(lines: Sequence[Line], line: Line) -> bool:
    """Say whether the numbers of a section stand before headings: most are short, and an unnumbered text follows."""
    assert line.number is not None  # noqa: S101 - asked of numbered lines alone
    numbered = [at for at, each in enumerate(lines) if each.number and each.number.style == line.number.style]
    heads = [
        at for at in numbered if at + 1 < len(lines) and lines[at + 1].number is None and _is_short(lines[at].text)
    ]
    return len(heads) > 1 and 2 * len(heads) > len(numbered)


def _deeper(lines: Sequence[Line], place: int) -> bool:
    """Say whether the number behind a line begins or goes on a list below it."""
    line, following = lines[place], lines[place + 1]
    assert line.number is not None and following.number is not None  # noqa: S101, PT018 - asked of numbered lines alone
    styles = [each.number.style for each in lines if each.number]
    if styles.index(following.number.style) < styles.index(line.number.style):
        return False
    if following.number.is_bullet or following.number.value == 1:
        return True
    above = [each.number for each in lines[:place] if each.number and each.number.style == following.number.style]
    return bool(above) and following.number.value == above[-1].value + 1


def _numbered_before(lines: Sequence[Line], place: int) -> bool:
    return place == 0 or lines[place - 1].number is not None


_BESIDE = pattern(r"(?<=[。；;.!！?？])\s+(?=\S)")


def _rows(part: Part) -> Iterator[Entry]:
    """Read the rows of a table, whether its cells are known or two lists stand side by side."""
    main = main_column(part.columns)
    last: Line | None = None
    for line in part.lines:
        if len(line.cells) == len(part.columns):
            yield from _row(line, line.cells, part.columns, main)
        elif len(part.columns) == len("AB"):
            second = last is not None and last.place == line.place
            for at, text in enumerate(_beside(line.text)):
                column = part.columns[min(at + second, 1)]
                piece = line._replace(text=text) if at == 0 else line._replace(text=text, written=text, number=None)
                yield Entry(text, piece, field="" if column is part.columns[main] else column.field)
        else:
            yield Entry(line.text, line)
        last = line


def _beside(text: str) -> list[str]:
    """Split two numbered texts that stand side by side."""
    for gap in _BESIDE.finditer(text):
        number = next(inside(text[gap.end() :]), None)
        if number and number.start == 0:
            return [text[: gap.start()], text[gap.end() + number.end :].strip()]
    return [text]


def _row(line: Line, cells: Sequence[str], columns: Sequence[Label], main: int) -> Iterator[Entry]:
    share = next((cell for cell, label in zip(cells, columns, strict=True) if label.field == SHARE), "")
    own = columns[main].field.partition(".")[0]
    texts: dict[str, str] = {}
    more: dict[str, list[tuple[str, str]]] = {}
    for at, (cell, label) in enumerate(zip(cells, columns, strict=True)):
        if at == main or label.field == SHARE:
            continue
        if says_nothing(cell):
            if cell.strip():
                yield Entry(cell, line._replace(written=cell), field=label.field)
            continue
        root, _, key = label.field.partition(".")
        if key and root in (own, "kpis"):
            more.setdefault(root, []).append((key, cell))
        else:
            texts[label.field] = f"{texts[label.field]} {cell}" if label.field in texts else cell
    if cells[main].strip():
        yield Entry(cells[main].strip(), line, share=share.replace(" ", ""), more=tuple(more.pop(own, ())))
    for field, cell in texts.items():
        yield Entry(cell, line._replace(written=cell), field=field, more=tuple(more.pop(field, ())))
    for keys in more.values():
        for _, cell in keys:
            yield Entry(cell, line._replace(written=cell), field="notes")
