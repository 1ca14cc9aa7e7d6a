"""Tables become lines: forms of labels and values, grids with a head, one role a row, and rows of plain text."""

from collections.abc import Iterator, Sequence

from jdlint.bring.blanks import GAP
from jdlint.bring.block import Block, Cell, Kind
from jdlint.bring.label import Label, find
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.bring.row import header, pairs
from jdlint.bring.split import lines_of
from jdlint.bring.words import SERIAL, STATEMENT
from jdlint.pattern import pattern

_SHORT = 20
"""Characters up to which a first cell may name an area."""


def grids(blocks: Sequence[Block]) -> Iterator[Block]:
    """Make tables of lines whose cells stand in columns below the names of the columns, one role a line."""
    at = 0
    while at < len(blocks):
        rows = [_cells(blocks[at])] if blocks[at].is_line else []
        while rows and len(rows[0]) >= _LEAST_COLUMNS and at + len(rows) < len(blocks):
            cells = _cells(blocks[at + len(rows)])
            if len(cells) != len(rows[0]):
                break
            rows.append(cells)
        if len(rows) > 1 and _role_columns(rows):
            yield Block(Kind.TABLE, blocks[at].place, rows=tuple(rows), after_gap=blocks[at].after_gap)
            at += len(rows)
        else:
            yield blocks[at]
            at += 1


_LEAST_COLUMNS = 3


def _cells(block: Block) -> tuple[Cell, ...]:
    if not block.is_line:
        return ()
    return tuple(Cell(cell, block.place) for cell in GAP.split(block.text.strip()) if cell.strip())


def table_lines(block: Block) -> Iterator[Line]:
    """Give the lines of a table."""
    rows = [tuple(cell for cell in row if cell.text.strip()) for row in block.rows]
    columns = _role_columns(block.rows)
    if columns:
        yield from _roles(block, columns)
        return
    head: tuple[Label, ...] = ()
    for at, row in enumerate(rows):
        texts = [cell.text for cell in row]
        if not row:
            continue
        found = header(texts)
        if found and _is_grid(rows, at):
            head = found
            yield _line(row[0], "  ".join(texts))._replace(columns=found, cells=tuple(texts), after_gap=True)
        elif head and len(block.rows[at]) == len(head) and not _opens(texts):
            yield _line(row[0], _main(texts))._replace(cells=tuple(cell.text for cell in block.rows[at]))
        else:
            head = ()
            yield from _row(row)


def _line(cell: Cell, text: str) -> Line:
    return Line(text, cell.place, written=text, kind=Kind.TABLE)


def _main(texts: Sequence[str]) -> str:
    return max(texts, key=len)


def _opens(texts: Sequence[str]) -> bool:
    """Say whether a row begins with a label of the form, and so ends a grid."""
    label = find(texts[0])
    return label is not None and label.is_exact and not label.is_weak


def _is_grid(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Say whether rows with values follow a row that has nothing but labels."""
    following = rows[at + 1] if at + 1 < len(rows) else ()
    return bool(following) and not _opens([cell.text for cell in following])


# one role a row


def _role_columns(rows: Sequence[Sequence[Cell]]) -> list[Label | None]:
    """Give the columns of a table that defines one role a row; [] where it isn't one."""
    if len(rows) < len("AB"):
        return []
    labels = [find(cell.text) for cell in rows[0]]
    fields = [label.field if label else "" for label in labels]
    known = [label for label in labels if label and label.is_exact]
    is_head = "title" in fields and len(known) > 1 and 2 * len(known) >= len([cell for cell in rows[0] if cell.text])
    first = fields.index("title") if is_head else -1
    if not is_head or any(find(row[first].text) for row in rows[1:] if first < len(row)):
        return []
    return labels


def _roles(block: Block, columns: Sequence[Label | None]) -> Iterator[Line]:
    heads = [cell.text for cell in block.rows[0]]
    known = tuple(label for label in columns if label)
    yield _line(block.rows[0][0], "  ".join(heads))._replace(columns=known, cells=tuple(heads))
    title = next(at for at, label in enumerate(columns) if label and label.field == "title")
    for row in block.rows[1:]:
        order = [title, *(at for at in range(len(row)) if at != title)]
        for at in order:
            if at >= len(row) or at >= len(columns) or not row[at].text.strip():
                continue
            label = columns[at]
            if label and label.field == SERIAL:
                continue
            yield from _labelled(row[at], label, heads[at])


def _labelled(cell: Cell, label: Label | None, head: str) -> Iterator[Line]:
    """Give a value under the head of its column."""
    texts = [text for text in cell.text.split("\n") if text.strip()]
    if label and label.field in ("duties", "authorities") and len(texts) == 1 and not _is_list(cell):
        texts = _PIECE.findall(texts[0])
        cell = cell._replace(text="\n".join(texts))
    if label is None:
        yield _line(cell, f"{head}：{cell.text}")
    elif len(texts) == 1 and not _is_list(cell):
        yield Line(texts[0].strip(), cell.place, label=label, written=texts[0].strip(), kind=Kind.TABLE, after_gap=True)
    else:
        yield Line("", cell.place, label=label, written=head, kind=Kind.TABLE, after_gap=True)
        yield from _texts(cell)


_PIECE = pattern(r"[^；;]+[；;]?")
"""A sentence of a cell that says several duties in a row."""


def _texts(cell: Cell) -> list[Line]:
    """Read the paragraphs of a cell as those of a document."""
    texts = [text for text in cell.text.split("\n") if text.strip()]
    return lines_of([Block(Kind.PARAGRAPH, cell.place, text) for text in texts])


def _is_list(cell: Cell) -> bool:
    return len(_texts(cell)) > 1


# forms and plain rows


def _row(row: Sequence[Cell]) -> Iterator[Line]:
    if len(row) == 1:
        yield from _texts(row[0])
        return
    parts = pairs([cell.text if cell.text.count("\n") == 0 else cell.text.replace("\n", " ") for cell in row])
    if parts is None:
        yield from _plain(row)
        return
    at = 0
    for part in parts:
        while at < len(row) and part.label and find(row[at].text) is None and _colon_label(row[at]) is None:
            at += 1
        yield from _part(row, part.label, part.text, at)
        at += 1


def _part(row: Sequence[Cell], label: Label | None, text: str, at: int) -> Iterator[Line]:
    """Give a label of a form with the paragraphs of its value, or a cell that belongs to none."""
    cell = row[at] if at < len(row) else row[-1]
    value = next((each for each in row if each.text.replace("\n", " ") == text), None)
    if label is None:
        yield from _texts(value or Cell(text, cell.place))
    elif value is not None and ("\n" in value.text or _is_list(value)):
        yield Line("", cell.place, label=label, written=label.words, kind=Kind.TABLE, after_gap=True)
        yield from _texts(value)
    else:
        written = f"{label.words} {text}".strip()
        yield Line(text, cell.place, label=label, written=written, kind=Kind.TABLE, after_gap=True)


def _colon_label(cell: Cell) -> Label | None:
    before, colon, _ = cell.text.replace("：", ":").partition(":")
    return find(before) if colon else None


def _plain(row: Sequence[Cell]) -> Iterator[Line]:
    """Give a row without labels: a number with its text, an area with its duties, or cells side by side."""
    first, *others = row
    if first.text.strip().isdecimal() and len(first.text.strip()) <= len("99"):
        number = Number("digit", int(first.text), written=first.text.strip())
        texts = _texts(others[0])
        yield texts[0]._replace(number=number, written=f"{first.text.strip()} {texts[0].written}")
        yield from texts[1:]
        for cell in others[1:]:
            yield from _texts(cell)
    elif len(row) == len("AB") and len(first.text) <= _SHORT and (len(others[0].text) > _SHORT or _is_list(others[0])):
        label = Label((STATEMENT,), first.text.strip(), is_exact=True)
        yield Line(first.text.strip(), first.place, label=label, written=first.text.strip(), kind=Kind.TABLE)
        yield from _texts(others[0])
    else:
        cells = tuple(cell.text.replace("\n", " ") for cell in row)
        yield _line(first, " ".join(cells))._replace(cells=cells)
