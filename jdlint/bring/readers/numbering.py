"""Automatic numbering of Word: the list number that a reader of the document sees before a paragraph."""

from collections.abc import Iterator
from typing import Any

from jdlint.record import NamedTuple

_CHINESE = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLES = 20
_BULLET = "•"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Level(NamedTuple):
    format: str
    text: str
    """How the number is written, with %1 for the number of the first level."""
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Read the definitions; `root` is the element of the numbering part, None where there is none."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            for each in root.iter(f"{_W}abstractNum"):
                self._levels[_value(each, "abstractNumId")] = dict(_levels(each))
            for each in root.iter(f"{_W}num"):
                self._list(each)

    def _list(self, each: Any) -> None:  # noqa: ANN401 - an element of lxml
        name = _value(each, "numId")
        abstract = each.find(f"{_W}abstractNumId")
        self._lists[name] = _value(abstract, "val") if abstract is not None else ""
        for override in each.iter(f"{_W}lvlOverride"):
            start = override.find(f"{_W}startOverride")
            if start is not None:
                self._starts[name, _integer(_value(override, "ilvl"))] = _integer(_value(start, "val"), 1)

    def number(self, name: str, depth: int) -> str:
        """Give the number of the next paragraph of a list; '' where its level has none."""
        levels = self._levels.get(self._lists.get(name, ""), {})
        level = levels.get(depth)
        if level is None:
            return ""
        counter = (self._lists[name], depth)
        start = self._starts.pop((name, depth), None)
        if start is not None or counter not in self._counts:
            self._counts[counter] = (start if start is not None else level.start) - 1
        self._counts[counter] += 1
        for deeper in levels:
            if deeper > depth:
                self._counts.pop((counter[0], deeper), None)
        if level.format == "bullet":
            return _BULLET
        return self._written(level, levels, counter[0])

    def _written(self, level: _Level, levels: dict[int, _Level], abstract: str) -> str:
        text = level.text
        for depth, each in levels.items():
            value = self._counts.get((abstract, depth), each.start)
            text = text.replace(f"%{depth + 1}", written(each.format, value))
        return text.strip()


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:  # noqa: ANN401 - an element of lxml
    for each in abstract.iter(f"{_W}lvl"):
        texts = {tag: each.find(f"{_W}{tag}") for tag in ("numFmt", "lvlText", "start")}
        form, text, start = (_value(found, "val") if found is not None else "" for found in texts.values())
        yield _integer(_value(each, "ilvl")), _Level(form or "decimal", text, _integer(start, 1))


def _value(element: Any, name: str) -> str:  # noqa: ANN401 - an element of lxml
    return str(element.get(f"{_W}{name}") or "")


def _integer(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < len("1000000") else otherwise


def written(form: str, value: int) -> str:
    """Write a number in one of Word's formats."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1 if value < 26 * 9 else 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    if form == "ideographTraditional":
        return _STEMS[(value - 1) % len(_STEMS)]
    if form.startswith(("chinese", "taiwanese", "japanese", "ideographDigital", "ideographLegal")):
        return _chinese(value)
    if form.startswith("decimalEnclosed") and 0 < value <= _CIRCLES:
        return chr(ord("①") + value - 1)
    return "" if form == "none" else str(value)


def _chinese(value: int) -> str:
    if not 0 < value < 100:  # noqa: PLR2004 - lists longer than that are numbered in digits
        return str(value)
    tens, ones = divmod(value, 10)
    written_tens = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return written_tens + (_CHINESE[ones] if ones else "")


def _roman(value: int) -> str:
    text = ""
    for sign, worth in (
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ):
        while value >= worth and len(text) < len("LXXXVIII") * 2:
            text, value = text + sign, value - worth
    return text
