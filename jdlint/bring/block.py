"""What every reader gives: a document as a stream of blocks, each with its place."""

from enum import StrEnum

from jdlint.record import NamedTuple


class Unit(StrEnum):
    """What a place counts: the lines of a text, the paragraphs of a Word file, the rows of a sheet …."""

    LINE = "line"
    PAGE_LINE = "page-line"
    PARAGRAPH = "paragraph"
    TABLE_ROW = "table-row"
    SHEET_ROW = "sheet-row"
    ASIDE = "aside"


class Place(NamedTuple):
    """Where something stands in a document, as its reader would say it."""

    unit: Unit
    number: int
    """Counted from 1."""
    part: str = ""
    """The sheet, page or table that the number counts in; '' where it counts in the whole document."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


class Cell(NamedTuple):
    """One cell of a table; a merged one stands once, where it begins."""

    text: str
    """Its paragraphs, one a line."""
    place: Place


class Block(NamedTuple):
    """One paragraph, heading, list item or table."""

    kind: Kind
    place: Place
    text: str = ""
    level: int = 0
    """Of a heading: 1 for the highest; of an item: how deep it is nested, from 0."""
    number: str = ""
    """The list number of an item as a reader sees it, where the format keeps it apart from the text."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    after_gap: bool = False
    """Whether an empty line stands before it."""
    is_line: bool = False
    """Whether it is a line of plain text, which may be a part of a paragraph."""


class Document(NamedTuple):
    """One document that was read."""

    name: str
    """Its path as given."""
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    """What stands beside the text: headers and footers of pages, comments, menus of a web page."""
    is_divided: bool = False
    """Whether each part of it, such as a sheet, stands for itself."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What the reader met that a person should know: the name of its wording (encoding, hidden …) and a detail."""
