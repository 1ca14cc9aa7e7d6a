"""Plain text in the encodings met in practice: each line is a block."""

import re
from collections.abc import Iterator

from jdlint.bring.block import Block, Document, Kind, Place, Unit
from jdlint.errors import DocumentError
from jdlint.pattern import pattern
from jdlint.source.encoding import decode, is_binary

MAX_BYTES = 8_000_000
"""The largest text that is read: some thousand pages."""

_WIDE = "utf-16-le", "utf-16-be"
_UNREADABLE = pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BREAKS = pattern("\r\n|[\n\r\x0b\x85\u2028\u2029]")


def read(name: str, raw: bytes) -> Document:
    """Read a text; raises DocumentError where it is none."""
    text, encoding = text_of(raw)
    return Document(name, tuple(lines(text)), remarks=(("encoding", encoding),) if encoding else ())


def text_of(raw: bytes) -> tuple[str, str]:
    """Give a text without characters that nobody sees, and the name of its encoding where that isn't UTF-8."""
    if len(raw) > MAX_BYTES:
        raise DocumentError("text-too-large", size=len(raw) // 1_000_000, most=MAX_BYTES // 1_000_000)
    if is_binary(raw):
        raise DocumentError("not-a-text")
    decoded = decode(raw)
    text, encoding = decoded.text, ""
    if decoded.reason:
        encoding = decoded.encoding
        if decoded.reason not in ("utf-16", "other-encoding"):
            raise DocumentError("encoding-unknown")
        text = _utf_16(raw) if decoded.reason == "utf-16" else raw.decode(encoding.lower())
    return _UNREADABLE.sub("", text), encoding


def _utf_16(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    return raw.decode(_WIDE[raw[0::2].count(0) > raw[1::2].count(0)], "replace")


def lines(text: str) -> Iterator[Block]:
    """Give the lines of a text; a form feed ends a page."""
    pages = text.split("\f")
    number, gap = 0, False
    unit = Unit.PAGE_LINE if len(pages) > 1 else Unit.LINE
    for place, page in enumerate(pages, 1):
        part = str(place) if len(pages) > 1 else ""
        for line in _BREAKS.split(page):
            number += 1
            written = _unboxed(line)
            if written.strip():
                yield Block(Kind.PARAGRAPH, Place(unit, number, part), written, after_gap=gap, is_line=True)
            gap = not line.strip()
        number -= place < len(pages)


_BORDER = pattern(r"\s*(?=.*[┌┬┐├┼┤└┴┘─━┏┓┗┛╔╗╚╝═]|\+[-=+]{2})[┌┬┐├┼┤└┴┘─━│┃┏┓┗┛┣┫┳┻╋╔╗╚╝║═╠╣╦╩╬+\-=|\s]{3,}")
_SIDES = "│┃║|｜"


def _unboxed(line: str) -> str:
    """Give a line of a table that is drawn with signs: its cells with tabs between them, '' for a border."""
    bare = line.strip()
    if len(bare) > len("||") and bare[0] in _SIDES and bare[-1] in _SIDES:
        return "\t".join(cell.strip() for cell in re.split(f"[{_SIDES}]", bare[1:-1]) if cell.strip())
    return "" if _BORDER.fullmatch(line) else _BOLD.sub(r"\1", line.rstrip())


_BOLD = pattern(r"\*\*(?=\S)([^*]{1,200}?)\*\*")
