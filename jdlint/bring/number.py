"""List numbers of every style, at the start of a line and inside it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from jdlint import knowledge
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_FAMILY = {"digit": "digit", "enclosed": "digit", "clause": "clause"}
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}


class Number(NamedTuple):
    """A list number or bullet."""

    style: str
    """The name of its style; `bullet` with the character for bullets."""
    value: int
    """0 for bullets."""
    above: tuple[int, ...] = ()
    """The numbers before the last one of 2.1.3."""
    written: str = ""

    @property
    def is_bullet(self) -> bool:
        """Whether it only marks an item."""
        return self.style.startswith("bullet")

    def follows(self, other: "Number", most: int = 0) -> bool:
        """Say whether it comes after another in one list, up to `most` numbers being missing between them."""
        if self.style != other.style or self.above != other.above:
            return False
        return self.is_bullet or 0 < self.value - other.value <= 1 + most


class Found(NamedTuple):
    """A number inside a text."""

    start: int
    end: int
    number: Number
    after_end: bool
    """Whether it stands where a sentence could begin."""
    inline: str
    """Where a number of its style may stand in a line: `any`, `end`, or '' for nowhere but at the start."""


class _Numbers(NamedTuple):
    start: re.Pattern[str]
    inside: re.Pattern[str]
    inline: dict[str, str]
    names: tuple[str, ...]
    bullets: str
    dashes: str
    lost: frozenset[str]
    measures: str


@cache
def _numbers() -> _Numbers:
    data = knowledge.load("import/numbers")
    groups = [f"(?P<g{place}>{style['pattern']})" for place, style in enumerate(data["styles"])]
    inside = [group for group, style in zip(groups, data["styles"], strict=True) if style.get("inline")]
    return _Numbers(
        re.compile("|".join(groups)),
        re.compile("|".join(inside)),
        {style["name"]: style.get("inline", "") for style in data["styles"]},
        tuple(style["name"] for style in data["styles"]),
        data["bullets"],
        data["dashes"],
        frozenset(data["lost"]),
        data["measures"],
    )


def leading(text: str, lost: str = "") -> tuple[Number, str] | None:
    """Split the number off the start of a text; `lost` are the signs that stand for bullets in this document."""
    numbers = _numbers()
    first = text[:1]
    if first and (first in numbers.bullets or first in lost):
        return Number(f"bullet {first}", 0, written=first), text[1:].strip()
    if first and first in numbers.dashes and text[1:2] not in ("", first) and not text[1:2].isdigit():
        return Number(f"bullet {first}", 0, written=first), text[1:].strip()
    found = numbers.start.match(text)
    if found is None:
        return None
    number = _number(found)
    return (number, text[found.end() :].strip()) if number else None


def bare(text: str, value: int) -> tuple[Number, str] | None:
    """Split off a number that only its list tells from a quantity (4留住员工, 3.10万元以上的合同)."""
    found = _BARE.match(text)
    if found is None or int(found[1]) != value or (found[2] or "x") in _numbers().measures:
        return None
    return Number("digit", value, written=found[0].strip()), text[found.end() :].strip()


_BARE = pattern(r"(\d{1,2})(?:\s?(?=([^\W\d]|[\"“《(（]))|[.．](?=(\d)))")


def inside(text: str) -> Iterator[Found]:
    """Find what may be list numbers anywhere in a text."""
    numbers = _numbers()
    begin = len(text) - len(text.lstrip())
    for found in numbers.inside.finditer(text):
        number = _number(found)
        if number is None:
            continue
        start = found.start()
        after_end = start <= begin or text[start - 1] in _ENDS
        if start and text[start - 1].isdigit() and number.style in ("digit", "digit bracket"):
            continue
        yield Found(start, found.end(), number, after_end, numbers.inline[number.style])


_ENDS = " \t\u3000\xa0。；;.!！?？)）…:：】]〕"


def lost_bullets(firsts: list[str]) -> str:
    """Give the signs that begin so many lines of a document that they stand for bullets."""
    return "".join(sign for sign in _numbers().lost if firsts.count(sign) >= _LEAST_LOST)


_LEAST_LOST = 3


def is_number(text: str) -> bool:
    """Say whether a text is nothing but list numbers."""
    rest = text.strip()
    while rest:
        found = leading(rest)
        if found is None:
            return rest.isdigit() and len(rest) <= len("00")
        rest = found[1]
    return bool(text.strip())


def _number(found: re.Match[str]) -> Number | None:
    """Make a number of a match; None where its ordinal is none."""
    style = _numbers().names[int(str(found.lastgroup)[1:])]
    written = found[0].strip()
    ordinal = next(each for each in found.groups()[found.lastindex or 0 :] if each) if found.lastindex else ""
    if style == "compound":
        is_close = found[0] == written and written[-1] not in ".．、"
        if is_close and found.string[found.end() : found.end() + 1] in _numbers().measures:
            return None
        *above, last = (int(part) for part in re.split("[.．]", ordinal))
        return Number(style, last, tuple(above), written)
    value = _value(ordinal, style)
    return Number(_FAMILY.get(style, style), value, written=written) if value else None


def _value(ordinal: str, style: str) -> int:
    if ordinal.isdecimal():
        return int(ordinal)
    if "letter" in style:
        return ord(ordinal.lower()) - ord("a") + 1
    if "roman" in style:
        return _roman(unicodedata.normalize("NFKC", ordinal).upper())
    if len(ordinal) == 1 and ordinal not in "一二三四五六七八九十百〇":
        return int(unicodedata.numeric(ordinal, 0))
    return _chinese(ordinal)


def _roman(ordinal: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}.get(each, 0) for each in ordinal]
    return sum(-each if each < after else each for each, after in zip(values, [*values[1:], 0], strict=True))


def _chinese(ordinal: str) -> int:
    hundreds, _, rest = ordinal.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = _DIGITS.get(hundreds, 1 if hundreds else 0) * 100 if "百" in ordinal else 0
    value += (_DIGITS.get(tens, 1) if ten else 0) * 10
    return value + _DIGITS.get(ones[-1:], 0)
