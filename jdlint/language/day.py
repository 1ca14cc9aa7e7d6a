"""Days as people write them: 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日, or only the month."""

from datetime import date

from jdlint.pattern import pattern

_DAY = pattern(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?(?:[-/.月]\s?(\d{1,2})?)?\s?日?(?:[t ]\d\d?:.*)?")
"""A time may stand behind the day, as in a YAML timestamp."""


def read_day(text: str) -> date | None:
    """Read the day that a folded text is; a month without a day counts as its first. None where it is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None
