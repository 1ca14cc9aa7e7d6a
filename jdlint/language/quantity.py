"""Numbers with their units and bounds: 2000万元以上, 20%, 3-5, >= 95%, 5000 CNY."""

import re
from functools import lru_cache
from math import inf

from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_SCALES = {"千万": 1e7, "百万": 1e6, "万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2, "k": 1e3, "m": 1e6, "": 1.0}
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = (
    r"(\d+(?:,\d{3})*(?:\.\d+)?|[零一二三四五六七八九十百两]{1,5}(?=[年个名人家次天月周倍级万亿]))"
    r"\s*([百千]万|[万亿百]|千(?![米克瓦])|[km](?![a-z]))?\s*"
)
"""A number; one in Chinese numerals counts only where a counted thing follows: 二年, not 第一 or 统一."""

_UNIT = r"(%|[a-z]{3}(?![a-z])|[个名人家次天年月周日元倍级小时只台辆]{1,2}|yuan|people|years?)?"
_BEFORE = (
    r"(>=|<=|≥|≤|>|<|不低于|不少于|不高于|不超过|不大于|至少|至多|超过|高于|大于|低于|少于|小于|达到?"
    r"|at least|up to|over|under|more than|less than)?\s*"
)
_AFTER = r"\s*(\+|(?:及|或)?以上|(?:及|或)?以下|以内|or more|or less)?"
_QUANTITY = pattern(
    _BEFORE + _NUMBER + r"(?:" + _UNIT + r"\s*(?:-|~|至|到|—|–|to)\s*" + _NUMBER + r")?" + _UNIT + _AFTER
)

_AT_LEAST = frozenset(
    (
        ">=",
        "≥",
        "不低于",
        "不少于",
        "至少",
        "at least",
        "以上",
        "及以上",
        "或以上",
        "+",
        "or more",
        "达",
        "达到",
    )
)
_MORE_THAN = frozenset((">", "超过", "高于", "大于", "over", "more than"))
_AT_MOST = frozenset(
    ("<=", "≤", "不高于", "不超过", "不大于", "至多", "up to", "以下", "及以下", "或以下", "以内", "or less")
)
_LESS_THAN = frozenset(("<", "低于", "少于", "小于", "under", "less than"))
"""以上, 以下 and 以内 contain the number itself, 超过 and 低于 don't: Civil Code of the PRC, article 1259."""

_CURRENCY = {"元": "cny", "rmb": "cny", "yuan": "cny"}


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
    return tuple([_quantity(found) for found in _QUANTITY.finditer(fold(text))])


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
    if words & (_AT_LEAST | _MORE_THAN):
        high = inf
    elif words & (_AT_MOST | _LESS_THAN):
        low = -inf
    return Quantity(low, high, _plain_unit(unit), *found.span(), bounded=bool(words))


def _value(digits: str, scale: str | None, unit: str) -> float:
    plain = float(digits.replace(",", "")) if digits[0].isdecimal() else _chinese(digits)
    number = plain * _SCALES[scale or ""]
    return round(number / 100, 10) if unit == "%" else number


def _plain_unit(unit: str) -> str:
    return _CURRENCY.get(unit, unit)


def number(word: str) -> float | None:
    """Read one plain number in digits or in Chinese numerals; None for anything else."""
    try:
        return float(word) if word[:1].isdecimal() else _chinese(word)
    except (KeyError, ValueError):
        return None


def _chinese(word: str) -> float:
    """Read a Chinese numeral below a thousand."""
    total, digit = 0, 0
    for character in word:
        if character in _TENS:
            total, digit = total + (digit or 1) * _TENS[character], 0
        else:
            digit = _CHINESE_DIGITS[character]
    return float(total + digit)


_TENS = {"十": 10, "百": 100}
