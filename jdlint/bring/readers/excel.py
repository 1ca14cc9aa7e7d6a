"""Excel files (.xlsx): each sheet is a table, and stands for itself."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from jdlint.bring.block import Block, Cell, Document, Kind, Place, Unit
from jdlint.bring.readers.archive import check
from jdlint.bring.readers.library import library, reading
from jdlint.errors import DocumentError

_MOST_CELLS, _MOST_ROWS = 200_000, 50_000


def read(name: str, raw: bytes) -> Document:
    """Read an Excel file; raises DocumentError where it can't be read."""
    check(raw)
    openpyxl = library("openpyxl", "openpyxl")
    with reading("no-excel-workbook"):
        # read-only: merged ranges aren't filled with cells, of which a hostile file may claim billions
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        tables = tuple(_tables(book))
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    remarks = (("hidden-sheets", ", ".join(hidden)),) if hidden else ()
    return Document(name, tables, is_divided=True, remarks=remarks)


def _tables(book: Any) -> Iterator[Block]:  # noqa: ANN401 - the library's own types are incomplete
    count = 0
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # they may be wrong, and padding rows to them costs memory
        rows: list[tuple[Cell, ...]] = []
        for at, values in enumerate(sheet.iter_rows(values_only=True), 1):
            count += len(values)
            if count > _MOST_CELLS or at > _MOST_ROWS:
                raise DocumentError("too-many-cells", cells=_MOST_CELLS, rows=_MOST_ROWS)
            texts = [_text(value) for value in values]
            while texts and not texts[-1]:
                texts.pop()
            if texts:
                rows.append(tuple(Cell(text, Place(Unit.SHEET_ROW, at, sheet.title)) for text in texts))
        if rows:
            yield Block(Kind.TABLE, Place(Unit.SHEET_ROW, 1, sheet.title), rows=tuple(rows))


def _text(value: object) -> str:
    """Write a cell as Excel shows it, as far as that can be told without its format."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return re.sub(r"\r\n?|_x000D_\n?", "\n", str(value)).strip()
