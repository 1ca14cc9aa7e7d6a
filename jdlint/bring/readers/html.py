"""Web pages: headings, lists with their numbers, tables; menus and other parts of the site stand aside."""

import re
from html.parser import HTMLParser

from jdlint.bring.block import Block, Cell, Document, Kind, Place, Unit
from jdlint.bring.readers.numbering import written
from jdlint.bring.readers.plain import text_of
from jdlint.errors import DocumentError
from jdlint.pattern import pattern

MAX_CHARACTERS = 4_000_000
_MOST_NESTED = 200
_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_BREAKING = frozenset(
    ("p", "div", "br", "section", "article", "main", "ul", "ol", "dl", "dt", "dd", "li", "blockquote", "pre", "hr",
     "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "form", "fieldset", "figure", "body", "html",
     "header", "footer", "nav", "aside", "address", "tbody", "thead", "caption", "center")
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SKIPPED = frozenset(("script", "style", "template", "noscript", "svg", "head", "select", "iframe", "object", "math"))
_ASIDE = frozenset(("nav", "footer", "aside", "button", "menu"))
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_EMPTY = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr")
)


def read(name: str, raw: bytes) -> Document:
    """Read a web page; raises DocumentError where it is no text or too large."""
    text, encoding = _decoded(raw)
    if len(text) > MAX_CHARACTERS:
        raise DocumentError("page-too-large")
    reader = _Reader()
    reader.feed(_tame(text))
    reader.close()
    reader.end()
    return Document(
        name, tuple(reader.blocks), tuple(reader.aside), remarks=(("encoding", encoding),) if encoding else ()
    )


_OPENING = pattern(r"<(?=[^<>]*(?:<|$))")
_UNREAD = pattern(r"<(!--|script\b|style\b)", re.IGNORECASE)


def _tame(text: str) -> str:
    """Take out comments, scripts and styles, and write < where no tag begins as text: the parser is slow with those."""
    kept: list[str] = []
    folded, at = text.lower(), 0
    while found := _UNREAD.search(text, at):
        kept.append(text[at : found.start()])
        mark = found[1].lower()
        close = "-->" if mark == "!--" else f"</{mark}"
        end = folded.find(close, found.end())
        if end < 0:
            return _OPENING.sub("&lt;", "".join(kept))
        at = end + len(close) if mark == "!--" else text.find(">", end) + 1 or len(text)
    return _OPENING.sub("&lt;", "".join((*kept, text[at:])))


def _decoded(raw: bytes) -> tuple[str, str]:
    """Decode a page by what it declares, else by what it holds."""
    declared = _CHARSET.search(raw[:4096])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    encoding = {"gb2312": "gb18030", "gbk": "gb18030"}.get(encoding, encoding)
    if encoding not in ("utf-8", "utf8"):
        try:
            return raw.decode(encoding), encoding.upper()
        except (LookupError, UnicodeDecodeError):
            pass
    return text_of(raw)


class _Reader(HTMLParser):
    """Makes blocks of a page as its tags come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.aside: list[Block] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._skipping = self._beside = 0
        self._lists: list[tuple[str, str, int]] = []
        """The lists that are open: their tag, the format of their numbers, the last number."""
        self._item = ""
        self._heading = 0
        self._count = 0
        self._rows: list[list[Cell]] | None = None
        self._cell: list[str] | None = None
        self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _BREAKING:
            self._break()
        if tag in _EMPTY or len(self._open) >= _MOST_NESTED:
            return
        given = dict(attrs)
        self._open.append(tag)
        is_hidden = "hidden" in given or "display:none" in (given.get("style") or "").replace(" ", "")
        if tag in _SKIPPED or is_hidden or self._skipping:
            self._skipping += 1
        elif tag in _ASIDE or self._beside:
            self._beside += 1
        if tag in ("ol", "ul", "li"):
            self._list(tag, given)
        elif tag in _HEADINGS:
            self._heading = int(tag[1])
        elif tag in ("table", "tr", "td", "th"):
            self._table(tag)

    def _list(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "li":
            if self._lists:
                self._begin_item()
            return
        start = given.get("start") or ""
        first = int(start) if start.isdecimal() and len(start) < len("10000") else 1
        self._lists.append((tag, _FORMATS.get(given.get("type") or "", "decimal"), first - 1))

    def _table(self, tag: str) -> None:
        if tag in ("tr", "td", "th"):
            self._end_cell()  # one that was left open ends here
        if tag == "table" and self._rows is None:
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._cell = []

    def _begin_item(self) -> None:
        tag, form, last = self._lists.pop()
        self._lists.append((tag, form, last + 1))
        self._item = f"{written(form, last + 1)}." if tag == "ol" else "•"

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside it that were left open."""
        if tag in _BREAKING:
            self._break()
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._close(closed)
            if closed == tag:
                break

    def _close(self, tag: str) -> None:
        self._skipping -= self._skipping > 0
        self._beside -= self._beside > 0
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table" and self._rows is not None and "table" not in self._open:
            self._end_table()
        elif tag in _HEADINGS:
            self._heading = 0

    def _end_cell(self) -> None:
        if self._cell is not None and self._rows:
            self._break()
            place = Place(Unit.TABLE_ROW, len(self._rows), str(self._tables + 1))
            self._rows[-1].append(Cell("\n".join(self._cell), place))
            self._cell = None

    def _end_table(self) -> None:
        self._end_cell()
        self._tables += 1
        rows = tuple(tuple(row) for row in self._rows or () if any(cell.text for cell in row))
        if rows:
            self.blocks.append(Block(Kind.TABLE, Place(Unit.TABLE_ROW, 1, str(self._tables)), rows=rows))
        self._rows, self._cell = None, None

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if not self._skipping:
            self._text.append(data)

    def _break(self) -> None:
        """End a paragraph."""
        text = " ".join("".join(self._text).split())
        self._text = []
        if not text:
            return
        number, self._item = self._item, ""
        if self._cell is not None:
            self._cell.append(f"{number} {text}".strip())
            return
        self._count += 1
        place = Place(Unit.PARAGRAPH, self._count)
        if self._beside:
            self.aside.append(Block(Kind.PARAGRAPH, place._replace(unit=Unit.ASIDE), text))
        elif self._heading:
            self.blocks.append(Block(Kind.HEADING, place, text, self._heading))
        elif number:
            self.blocks.append(Block(Kind.ITEM, place, text, max(0, len(self._lists) - 1), number))
        else:
            self.blocks.append(Block(Kind.PARAGRAPH, place, text))

    def end(self) -> None:
        """End the page, whatever was left open."""
        self._break()
        if self._rows is not None:
            self._end_table()
