"""Numbers with their units and bounds: 2000万元以上, 20%, 3-5, >= 95%, 5000 CNY."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import inf
from typing import Any

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.record import NamedTuple


class Quantity(NamedTuple):
    """A number or a range of numbers, in plain units: 万 and 亿 are multiplied out, percent are hundredths."""

    low: float
    high: float
    unit: str
    start: int
    """Where it begins in the text."""
    end: int
    bounded: bool
    """Whether the text says a bound or a range (以上, >=, 3-5) and not one number."""

    @property
    def value(self) -> float:
        """The number that the text writes, whichever side it bounds."""
        return self.low if self.high == inf else self.high


@lru_cache(maxsize=2048)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order; weights and targets are much the same from role to role."""
    return tuple([_quantity(found) for found in _pattern().finditer(fold(text))])


def only_quantity(text: str) -> Quantity | None:
    """Give the quantity of a text that says one and no other number; None otherwise."""
    found = quantities(text)
    return found[0] if len(found) == 1 else None


def _quantity(found: re.Match[str]) -> Quantity:
    before, first, first_scale, first_unit, second, second_scale, unit, after = found.groups()
    unit = (unit or first_unit or "").strip()
    number = _value(first, first_scale or (second_scale if second else None), unit)
    if second:
        other = _value(second, second_scale, unit)
        return Quantity(min(number, other), max(number, other), _plain_unit(unit), *found.span(), bounded=True)
    words = {before, after} - {None}
    low, high = number, number
    if words & _bounds("least"):
        high = inf
    elif words & _bounds("most"):
        low = -inf
    return Quantity(low, high, _plain_unit(unit), *found.span(), bounded=bool(words))


def _value(digits: str, scale: str | None, unit: str) -> float:
    plain = float(digits.replace(",", "")) if digits[0].isdecimal() else _chinese(digits)
    number = plain * _table()["scales"][scale] if scale else plain
    return round(number / 100, 10) if unit == "%" else number


def _plain_unit(unit: str) -> str:
    currency: str = _table()["currencies"].get(unit, unit)
    return currency


def number(word: str) -> float | None:
    """Read one plain number in digits or in Chinese numerals; None for anything else."""
    try:
        return float(word) if word[:1].isdecimal() else _chinese(word)
    except (KeyError, ValueError):
        return None


def _chinese(word: str) -> float:
    """Read a Chinese numeral below a thousand."""
    tens, digits = _table()["tens"], _table()["digits"]
    total, digit = 0, 0
    for character in word:
        if character in tens:
            total, digit = total + (digit or 1) * tens[character], 0
        else:
            digit = digits[character]
    return float(total + digit)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = knowledge.load("lexicon/quantities")
    return table


@cache
def _bounds(side: str) -> frozenset[str]:
    return frozenset((*_table()[side]["before"], *_table()[side]["behind"]))


@cache
def _pattern() -> re.Pattern[str]:
    """Make the pattern of a number, or of a range, with its unit and what bounds it."""
    table = _table()
    before, behind = (_any_of((*table["least"][side], *table["most"][side])) for side in ("before", "behind"))
    numerals = "".join((*table["digits"], *table["tens"]))
    scales = "|".join(_scale(word) for word in sorted(table["scales"], key=len, reverse=True))
    number = (
        rf"(\d+(?:,\d{{3}})*(?:\.\d+)?|[{numerals}]{{1,5}}(?=[{''.join(table['counted'])}]))"
        rf"\s*({scales})?\s*"
    )
    unit = rf"(%|[a-z]{{3}}(?![a-z])|[{''.join(table['units'])}]{{1,2}}|{_any_of(table['unit_words'])})?"
    return re.compile(
        rf"({before})?\s*{number}(?:{unit}\s*(?:{_any_of(table['between'])})\s*{number})?{unit}\s*({behind})?"
    )


def _scale(word: str) -> str:
    """Make the pattern of a scale that begins no unit (千 in 千克) and no word (m in may)."""
    goes_on = [unit[len(word) :] for unit in _table()["not_scales"] if unit.startswith(word)]
    not_behind = ["[a-z]"] if word.isascii() else goes_on
    return rf"{word}(?!{'|'.join(not_behind)})" if not_behind else word


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
