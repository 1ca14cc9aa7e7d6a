"""PDF files with text: each line of a page is a block; a picture of a page has none."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from jdlint.bring.block import Block, Document, Kind, Place, Unit
from jdlint.bring.readers.library import library, reading
from jdlint.errors import DocumentError
from jdlint.pattern import pattern

_MOST_PAGES = 300
_MOST_CHARACTERS = 3_000_000
_UNREADABLE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff\ufffd]")


def read(name: str, raw: bytes) -> Document:
    """Read a PDF file; raises DocumentError where it can't be read or has no text."""
    pypdf = library("pypdf", "pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are about the file's making
    with reading("no-pdf"):
        try:
            blocks = tuple(_blocks(pypdf.PdfReader(io.BytesIO(raw))))
        except RecursionError:
            raise DocumentError("nested-too-deep") from None
    if not blocks:
        raise DocumentError("pictures-alone")
    return Document(name, blocks)


def _opens(reader: Any) -> bool:  # noqa: ANN401 - untyped here, the library is optional
    """Try to open a file that only its editing is protected."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - a cipher that isn't installed, or damage: either way it doesn't open
        return False


def _blocks(reader: Any) -> Iterator[Block]:  # noqa: ANN401 - untyped here, the library is optional
    if reader.is_encrypted and not _opens(reader):
        raise DocumentError("encrypted")
    if len(reader.pages) > _MOST_PAGES:
        raise DocumentError("too-many-pages", pages=len(reader.pages), most=_MOST_PAGES)
    total = 0
    for page, content in enumerate(reader.pages, 1):
        text = content.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
        total += len(text)
        if total > _MOST_CHARACTERS:
            raise DocumentError("too-much-text")
        for at, line in enumerate(text.splitlines(), 1):
            written = _UNREADABLE.sub("", line).rstrip()
            if written.strip():
                yield Block(Kind.PARAGRAPH, Place(Unit.PAGE_LINE, at, str(page)), written, is_line=True)
