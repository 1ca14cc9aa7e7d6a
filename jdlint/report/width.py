"""How wide text stands on a terminal: Chinese characters take two columns, combining marks none."""

from functools import lru_cache
from unicodedata import category, combining, east_asian_width

from jdlint.finding import Place, cut

_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Categories that a terminal obeys or hides instead of showing: controls, formats such as bidirectional marks."""

_NO_CHARACTERS = ("\ufffe", "\uffff")
"""What Unicode calls no characters, and XML forbids."""


def shown(text: str) -> str:
    """Give a text that is safe to print: what a terminal would obey or hide is written as an escape."""
    if text.isprintable():
        return text
    return "".join(character if _is_safe(character) else _escape(character) for character in text)


def where(place: Place) -> str:
    """Give file, line and column."""
    start = place.range.start
    return f"{shown(cut(place.file))}:{start.line}:{start.column}"


def width(text: str) -> int:
    """Count the columns that a shown text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _is_safe(character: str) -> bool:
    return character.isprintable() or not (category(character) in _INVISIBLE or character in _NO_CHARACTERS)


def _escape(character: str) -> str:
    if character == "\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"  # noqa: PLR2004 - two hexadecimal digits


@lru_cache(maxsize=1 << 14)
def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
