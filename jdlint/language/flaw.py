"""Flaw: characters of a text that are written wrongly, and what stands there when they are written right."""

from jdlint.record import NamedTuple


class Flaw(NamedTuple):
    """One slip of writing; `replacement` is None where what is meant can't be known."""

    start: int
    end: int
    reason: str = ""
    replacement: str | None = None


CHINESE = "㐀-鿿"
"""The Chinese characters in use, as a range for patterns."""
