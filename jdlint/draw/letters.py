"""Texts as they may stand in a picture: one line, nothing that a viewer would obey or hide, and how wide they are."""

from unicodedata import east_asian_width

from jdlint.report.width import shown, width

_EM = 2
"""Columns in one em: a Chinese character takes two columns and stands one em wide."""

_ROOMY = 1.14
"""A Latin letter takes one column and is, on average, a little wider than half an em."""


def one_line(text: str) -> str:
    """Give a text without line ends, controls, and characters that XML forbids."""
    return shown(" ".join(text.split()))


def shorten(text: str, columns: int) -> str:
    """Cut a text to so many columns, the last of them an ellipsis."""
    if width(text) <= columns:
        return text
    kept = 0
    for place, character in enumerate(text):
        kept += width(character)
        if kept >= columns:
            return text[:place].rstrip() + "…"
    return text


def pixels(text: str, size: float) -> float:
    """Estimate how wide a text stands in a sans-serif face of a size."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return (wide * _EM + (width(text) - wide * _EM) * _ROOMY) * size / _EM
