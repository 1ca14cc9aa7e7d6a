"""What a title says besides the name: a level, other posts that share the sheet, or a remark in brackets."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.bring.divide import Sheet
from jdlint.bring.item import Item
from jdlint.bring.title import alone, is_unit
from jdlint.finding import Confidence
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.pattern import pattern

_BRACKET = pattern(r"\s*[(（]([^()（）]*)[)）]\s*$")
_COUNT = pattern(r"\s*(\d{1,3}\s?[名人位])$")
_BETWEEN = pattern("[、,，/]")
_LONGEST = 12
"""Characters of a remark in brackets that may still be part of a title."""


def name_of(sheet: Sheet) -> str:
    """Give the title of a role without what isn't part of it."""
    name = _COUNT.sub("", sheet.title.name.strip())
    if unit := _unit(name):
        return name.removeprefix(unit).strip()
    found = _BRACKET.search(name)
    if found and found.start() and (_field(found[1]) or _several(found[1]) or len(found[1]) > _LONGEST):
        return name[: found.start()]
    return name


def beside(sheet: Sheet) -> Iterator[Item]:
    """Read what stands in brackets behind a title and isn't part of it."""
    counted = _COUNT.search(sheet.line.text.strip())
    if counted:
        yield Item("headcount", counted[1], sheet.line.place, counted[1], Confidence.MEDIUM)
    if unit := _unit(sheet.title.name):
        yield Item("unit", unit, sheet.line.place, unit, Confidence.LOW)
    found = _BRACKET.search(sheet.title.name.strip())
    if not found or not found.start():
        return
    place, remark = sheet.line.place, found[1]
    field = _field(remark)
    if field:
        yield Item(field, remark, place, found[0].strip(), Confidence.MEDIUM)
    elif _several(remark):
        for name in _several(remark):
            yield Item("aliases", name, place, name, Confidence.LOW)
    elif len(remark) > _LONGEST:
        yield Item("notes", f"({remark})", place, found[0].strip(), Confidence.MEDIUM)


def _unit(name: str) -> str:
    """Give the unit that stands before a title with a blank between (高尔夫球会 球童主管); '' for none."""
    words = name.split()
    is_pair = len(words) == len("AB") and not name.isascii() and is_unit(words[0]) and len(words[1]) > len("经理")
    return words[0] if is_pair and alone(words[1]) else ""


def _field(remark: str) -> str:
    """Give the field that a remark in brackets states: a level, a number of posts; '' where it states none."""
    return next((field for field, pattern in _fields() if pattern.search(fold(remark))), "")


@cache
def _fields() -> list[tuple[str, Any]]:
    patterns = knowledge.load("import/requirements")["in-brackets"]
    return [(field, compiled(pattern)) for field, pattern in patterns.items()]


def _several(remark: str) -> list[str]:
    """Give the titles that a remark lists; [] where it is no list of titles."""
    names = [name.strip() for name in _BETWEEN.split(remark)]
    is_translation = remark.isascii() and len(remark.split()) > 1
    return names if (len(names) > 1 or is_translation) and all(map(alone, names)) else []
