"""Office files are archives of XML: what such an archive may unpack to, and what it mustn't hold."""

import io
import zipfile
from collections.abc import Iterator

from jdlint.errors import DocumentError

MAX_UNPACKED = 60_000_000
"""Bytes of XML that an Office file may unpack to: a handbook of 300 pages has about 10 MB."""

MAX_PARTS = 4_000
_MARKUP = (".xml", ".rels", ".vml")
_DECLARED = 1_000
"""Characters within which a document type would be declared."""


def check(raw: bytes) -> None:
    """Raise DocumentError where an Office file is none, holds macros, or unpacks to more than is reasonable."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_parts(archive.infolist())
            for name, start in _starts(archive):
                if "<!DOCTYPE" in start or "<!ENTITY" in start:
                    raise DocumentError("declares-entities", name=name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise DocumentError("file-damaged", why=str(error)) from None


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentError("encrypted")
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise DocumentError("holds-macros")
    unpacked = sum(part.file_size for part in parts if part.filename.lower().endswith(_MARKUP))
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise DocumentError("unpacks-to-much", size=unpacked // 1_000_000, parts=len(parts))


def _starts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give the beginning of every part of XML, read in whatever encoding it is."""
    for part in archive.infolist():
        if part.filename.lower().endswith(_MARKUP):
            with archive.open(part) as file:
                start = file.read(_DECLARED)
            yield part.filename, start.replace(b"\0", b"").decode("latin-1")
