"""Kind `cell`: fields that hold one value and were given something else: a procedure, several values, no date."""

from collections.abc import Iterator
from datetime import date

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.kinds.required import labels
from jdlint.checking.select import section_of, selector
from jdlint.finding import Value
from jdlint.language.flaw import CHINESE
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_DIGIT = pattern(r"[\d零〇一二三四五六七八九十两兩]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several)\b")
_SEVERAL = pattern(rf"(?<=[{CHINESE}])\s?[/、／]\s?(?=[{CHINESE}])")
_DATE = pattern(r"(\d{4})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:(?:[-/.]|月)\s?(\d{1,2})?)?\s?日?(?:T.*)?")


class Params(NamedTuple):
    """Which fields hold a number, one name, or a day."""

    number: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    day: tuple[str, ...] = ()


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each field that can't be read as what it holds."""
    role = subject.role
    for patterns, reason in ((params.number, "number"), (params.one, "several"), (params.day, "day")):
        for route in patterns:
            for worded in selector(route)(role):
                text = subject.fold(worded).strip()
                if text and _is_odd(reason, text):
                    values: dict[str, Value] = {"text": worded.text.strip(), "section": labels([section_of(route)])}
                    yield Hit(anchor(role.source, worded), values, reason, role)


def _is_odd(reason: str, text: str) -> bool:
    if reason == "number":
        return not _DIGIT.search(text)
    return bool(_SEVERAL.search(text)) if reason == "several" else day(text) is None


def day(text: str) -> date | None:
    """Read a day as people write it; the last of a month where only the month is given counts as its first."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None


KIND = Kind(Params, "role", check)
