"""Word files (.docx): headings, lists with their automatic numbers, tables with merged cells, text boxes."""

import io
import re
from collections.abc import Iterator
from typing import Any

from jdlint.bring.block import Block, Cell, Document, Kind, Place, Unit
from jdlint.bring.readers.archive import check
from jdlint.bring.readers.library import library, reading
from jdlint.bring.readers.numbering import Numbering
from jdlint.errors import DocumentError
from jdlint.pattern import pattern

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = pattern(r"(?:heading|标题|標題)\s?([1-9])", re.IGNORECASE)
_DEEPEST = 9
"""The highest outline level that is a heading; Word writes 9 for body text."""

MOST_CELLS = 200_000


def read(name: str, raw: bytes) -> Document:
    """Read a Word file; raises DocumentError where it can't be read."""
    check(raw)
    docx = library("docx", "python-docx")
    with reading("no-word-document"):
        opened = docx.Document(io.BytesIO(raw))
        reader = _Reader(opened)
        blocks = tuple(reader.body(opened.element.body))
        aside = tuple(reader.aside(opened))
    return Document(name, blocks, aside, remarks=tuple(reader.remarks()))


class _Reader:
    """Walks through the body once, counting paragraphs and lists."""

    def __init__(self, opened: Any) -> None:  # noqa: ANN401 - python-docx has no types
        part = next((rel.target_part for rel in opened.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        self._numbering = Numbering(getattr(part, "element", None))
        self._styles = {style.style_id: style for style in opened.styles}
        self._paragraphs = self._tables = self._cells = self._hidden = self._deleted = 0
        self._gap = False

    def remarks(self) -> Iterator[tuple[str, str]]:
        """Give what a person should know of the file."""
        if self._hidden:
            yield "hidden", str(self._hidden)
        if self._deleted:
            yield "deleted", str(self._deleted)

    def aside(self, opened: Any) -> Iterator[Block]:  # noqa: ANN401 - python-docx has no types
        """Give the headers and footers of the pages and the comments, each text once."""
        seen: set[str] = set()
        for rel in opened.part.rels.values():
            if rel.is_external or not rel.reltype.endswith(("/header", "/footer", "/comments", "/footnotes")):
                continue
            element = getattr(rel.target_part, "element", None)
            if element is None:
                element = library("docx.oxml", "python-docx").parse_xml(rel.target_part.blob)
            for paragraph in element.iter(f"{_W}p"):
                text = " ".join(self._lines(paragraph)).strip()
                if text and text not in seen:
                    seen.add(text)
                    yield Block(Kind.PARAGRAPH, Place(Unit.ASIDE, len(seen), rel.reltype.rpartition("/")[2]), text)

    def body(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - an element of lxml
        """Give the blocks of a body, a text box or a content control."""
        for child in element:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield self._table(child)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None:
                    yield from self.body(content)
            elif child.tag in (f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
                yield from self.body(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 - an element of lxml
        self._paragraphs += 1
        place = Place(Unit.PARAGRAPH, self._paragraphs)
        lines = [line for line in self._lines(element) if line.strip()]
        level = self._heading(element)
        number, depth = self._number(element, has_text=bool(lines))
        for at, text in enumerate(lines):
            if number and at == 0:
                kind = Kind.HEADING if level else Kind.ITEM
                yield Block(kind, place, text.strip(), level or depth, number, after_gap=self._gap)
            else:
                yield Block(Kind.HEADING if level else Kind.PARAGRAPH, place, text, level, after_gap=self._gap)
        self._gap = not lines
        for box in self._boxes(element):
            yield from self.body(box)

    def _boxes(self, element: Any) -> Iterator[Any]:  # noqa: ANN401 - an element of lxml
        """Give the text boxes of a paragraph; the copies that old programs read are left out."""
        for box in element.iter(f"{_W}txbxContent"):
            if not any(each.tag == _ALTERNATIVE for each in box.iterancestors()):
                yield box

    def _lines(self, element: Any) -> list[str]:  # noqa: ANN401 - an element of lxml
        """Give the text of a paragraph, divided at its line breaks."""
        parts: list[str] = []
        self._gather(element, parts)
        return "".join(parts).split("\n")

    def _gather(self, element: Any, parts: list[str]) -> None:  # noqa: ANN401 - an element of lxml
        for child in element:
            tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if tag == "t":
                parts.append(child.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == "br":
                parts.append("\n")
            elif tag in ("del", "moveFrom"):
                self._deleted += 1
            elif tag == "r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
                self._hidden += 1
            elif tag in _INSIDE:
                self._gather(child, parts)

    def _heading(self, element: Any) -> int:  # noqa: ANN401 - an element of lxml
        """Give the level of a heading, by its own outline level or its style's; 0 for what is none."""
        style = self._styles.get(_attribute(element, f"{_W}pPr/{_W}pStyle"))
        outline = _attribute(element, f"{_W}pPr/{_W}outlineLvl")
        seen = 0
        while not outline and style is not None and seen < _DEEPEST:
            found = _HEADING.match(style.name or "")
            if found:
                return int(found[1])
            if (style.name or "").lower() in ("title", "标题", "標題"):
                return 1
            outline = _attribute(style.element, f"{_W}pPr/{_W}outlineLvl")
            style, seen = style.base_style, seen + 1
        return int(outline) + 1 if outline.isdecimal() and int(outline) < _DEEPEST else 0

    def _number(self, element: Any, *, has_text: bool) -> tuple[str, int]:  # noqa: ANN401 - an element of lxml
        """Give the automatic number of a paragraph, and how deep its list is nested."""
        name = _attribute(element, f"{_W}pPr/{_W}numPr/{_W}numId")
        depth = _attribute(element, f"{_W}pPr/{_W}numPr/{_W}ilvl")
        style = self._styles.get(_attribute(element, f"{_W}pPr/{_W}pStyle"))
        seen = 0
        while not name and style is not None and seen < _DEEPEST:
            name = _attribute(style.element, f"{_W}pPr/{_W}numPr/{_W}numId")
            depth = depth or _attribute(style.element, f"{_W}pPr/{_W}numPr/{_W}ilvl")
            style, seen = style.base_style, seen + 1
        if not name or name == "0" or not has_text:
            return "", 0
        level = int(depth) if depth.isdecimal() else 0
        return self._numbering.number(name, level), level

    def _table(self, element: Any) -> Block:  # noqa: ANN401 - an element of lxml
        self._tables += 1
        part = str(self._tables)
        found = enumerate(_children(element, f"{_W}tr"), 1)
        rows = tuple(tuple(self._cells_of(row, Place(Unit.TABLE_ROW, at, part))) for at, row in found)
        place = Place(Unit.TABLE_ROW, 1, part)
        return Block(Kind.TABLE, place, rows=tuple(row for row in rows if row))

    def _cells_of(self, row: Any, place: Place) -> Iterator[Cell]:  # noqa: ANN401 - an element of lxml
        """Give the cells of a row; what a merged cell covers below it is left out."""
        for cell in _children(row, f"{_W}tc"):
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise DocumentError("tables-too-large", cells=MOST_CELLS)
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart":
                continue
            yield Cell("\n".join(self._cell(cell)), place)

    def _cell(self, cell: Any) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
        before = self._paragraphs  # a reader counts the paragraphs between the tables
        for block in self.body(cell):
            if block.kind is Kind.TABLE:
                for row in block.rows:
                    yield "\t".join(each.text.replace("\n", " ") for each in row)
            else:
                yield f"{block.number} {block.text.strip()}".strip()
        self._paragraphs = before


_INSIDE = frozenset(
    ("r", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo")
)
"""Elements of a paragraph that hold its text; drawings have theirs in text boxes."""

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


_AROUND = frozenset(f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml"))
"""Elements that may stand around the rows and cells of a table."""


def _children(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - an element of lxml
    """Give the rows of a table or the cells of a row, but not those of tables inside it."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, tag)


def _attribute(element: Any, path: str) -> str:  # noqa: ANN401 - an element of lxml
    found = element.find(path)
    return str(found.get(f"{_W}val") or "") if found is not None else ""
