"""One reader a format; each gives the same stream of blocks."""

import io
import os
import re
import zipfile
from importlib import import_module

from jdlint.bring.block import Document
from jdlint.errors import DocumentError

_BY_ENDING = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".docx": "word", ".xlsx": "excel", ".pdf": "pdf",
}  # fmt: skip
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin; a password makes such a file of a new one."""

_START = 2048


def read(name: str, raw: bytes) -> Document:
    """Read a document by what it holds, whatever its name ends in; raises DocumentError where it can't be read."""
    document: Document = import_module(f"jdlint.bring.readers.{_reader(name, raw)}").read(name, raw)
    return document


def _reader(name: str, raw: bytes) -> str:
    ending = os.path.splitext(name)[1].lower()
    if raw.startswith(b"PK"):
        return _in_archive(raw, ending)
    start = raw[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if raw.startswith(_OLD):
        raise DocumentError("old-office-file")
    if start.startswith(b"{\\rtf"):
        raise DocumentError("rich-text-file")
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start or b"<body" in start:
        return "html"
    if ending in (".docx", ".xlsx", ".pdf"):
        raise DocumentError("wrong-ending", ending=ending)
    found = _BY_ENDING.get(ending, "plain")
    return "markdown" if found == "plain" and len(_HEADINGS.findall(raw[:_LONG])) > 1 else found


_HEADINGS = re.compile(rb"^#{1,4} [^\n]{2,80}$", re.MULTILINE)
"""Headings of Markdown, in a text that doesn't say by its name that it is some."""
_LONG = 200_000


def _in_archive(raw: bytes, ending: str) -> str:
    """Tell which Office file an archive is."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DocumentError("file-damaged", why=str(error)) from None
    if "word/document.xml" in names or ending == ".docx":
        return "word"
    if "xl/workbook.xml" in names or ending == ".xlsx":
        return "excel"
    raise DocumentError("no-office-document")
