"""Makes the Word, Excel and PDF documents that the tests of the import read."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

_WHY = "the group `test` of pyproject.toml brings what makes documents"
docx = pytest.importorskip("docx", reason=_WHY)
oxml = pytest.importorskip("docx.oxml", reason=_WHY)
openpyxl = pytest.importorskip("openpyxl", reason=_WHY)
pypdf = pytest.importorskip("pypdf", reason=_WHY)
pdfmetrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics", reason=_WHY)
cidfonts = pytest.importorskip("reportlab.pdfbase.cidfonts", reason=_WHY)
pdfgen = pytest.importorskip("reportlab.pdfgen.canvas", reason=_WHY)

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
FONT = "STSong-Light"


def word() -> Any:  # noqa: ANN401 - python-docx has no types
    """Begin a Word document."""
    return docx.Document()


def table(document: Any, rows: Sequence[Sequence[str]], merged: Iterable[tuple[int, int, int, int]] = ()) -> Any:  # noqa: ANN401 - see word
    """Add a table; `merged` are ranges of cells: first row, first column, last row, last column."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            made.cell(at, column).text = text
    for first, left, last, right in merged:
        made.cell(first, left).merge(made.cell(last, right))
    return made


def text_box(document: Any, text: str) -> None:  # noqa: ANN401 - see word
    """Add a text box, and beside it the copy that Word makes for old programs."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    run = document.add_paragraph().add_run()._r  # noqa: SLF001 - python-docx has no text boxes
    run.append(
        oxml.parse_xml(
            f"<mc:AlternateContent {_SPACES}><mc:Choice Requires='v'><w:pict><v:shape><v:textbox>{box}</v:textbox>"
            f"</v:shape></w:pict></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent>"
        )
    )


def saved(document: Any) -> bytes:  # noqa: ANN401 - a document or a workbook
    """Give the bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """Make an Excel workbook of rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def pdf(pages: Sequence[Sequence[str | tuple[str, ...]]], **options: Any) -> bytes:  # noqa: ANN401 - of reportlab
    """Make a PDF of lines; a tuple is a row of cells."""
    pdfmetrics.registerFont(cidfonts.UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = pdfgen.Canvas(file, **options)
    for lines in pages:
        canvas.setFont(FONT, 12)
        for at, line in enumerate(lines):
            cells = (line,) if isinstance(line, str) else line
            for column, text in enumerate(cells):
                canvas.drawString(72 + column * 110, 780 - at * 18, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def rezipped(raw: bytes, changes: dict[str, bytes]) -> bytes:
    """Give an archive with parts replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in changes:
                after.writestr(name, before.read(name))
        for name, content in changes.items():
            after.writestr(name, content)
    return file.getvalue()
