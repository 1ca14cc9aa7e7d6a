"""Levels: grades of a declared ladder, and expressions such as A1, A1-A2 or A1以上 as intervals on it."""

import re
from collections.abc import Iterable

from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.property import cached_property
from jdlint.record import NamedTuple

_FROM = ("及以上", "或以上", "以上", "起", "+")
_UP_TO = ("及以下", "或以下", "以下", "以内")
_ABOVE = ("高于", "超过", ">")
_BELOW = ("低于", "不足", "<")
"""以上 and 以下 contain the grade that they stand behind (Civil Code of the PRC, article 1259); 高于 doesn't."""

_AT_LEAST = (">=", "≥", "不低于")
_AT_MOST = ("<=", "≤", "不高于")
_BETWEEN = ("-", "~", "〜", "—", "–", "至", "到", "/", "to")
_NOISE = pattern(r"(?:级别?|等级?)(?=$|[-~〜—–至到/及或以起+])")


_COUNTED = pattern(r"[零一二三四五六七八九十]{1,3}(?=[职级等阶档]|[-~至到][零一二三四五六七八九十]{1,3}[职级等阶档])")
"""A grade counted in Chinese numerals: 八职等 is 8职等."""

_LAST_DIGITS = pattern(r"\d+$")
_FIRST_DIGITS = pattern(r"^\d+")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _shapes(grades: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of what may be said with a ladder's own grades, some of which hold a dash: P3-1."""
    grade = _any_of(grades)
    return re.compile(
        rf"(?P<before>{_any_of((*_AT_LEAST, *_AT_MOST, *_ABOVE, *_BELOW))})?(?P<first>{grade})"
        rf"(?:(?P<after>{_any_of((*_FROM, *_UP_TO))})|(?:{_any_of(_BETWEEN)})(?P<last>{grade}))?"
    )


_RANGE = pattern(rf"(?P<first>[^-~]+?)(?P<between>{_any_of(_BETWEEN)})(?P<last>[^-~]+)")
"""A range whose ends share what stands around the number."""


class Level(NamedTuple):
    """An interval of grades in one family of the ladder; positions count from 0, the lowest."""

    family: int
    low: int
    high: int
    is_open: bool = False
    """Whether the text leaves one end to the ladder: A1以上."""
    slip: str = ""
    """A stray character that had to be overlooked to read it (給 in A1給以上); '' where it reads as it stands."""
    reading: str = ""
    """The expression without the stray character."""

    @property
    def is_grade(self) -> bool:
        """Whether it is one grade and not a range."""
        return self.low == self.high and not self.is_open

    def comparable(self, other: "Level") -> bool:
        """Whether both are of one family."""
        return self.family == other.family


class Ladder:
    """The grades of an organisation, in families from the lowest to the highest."""

    def __init__(self, families: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        self.families = families
        self._positions = {
            _normal(grade): (number, position)
            for number, (_, grades) in enumerate(families)
            for position, grade in enumerate(grades)
        }
        self._shapes = _shapes(self._positions)

    def __bool__(self) -> bool:
        return bool(self._positions)

    @property
    def grades(self) -> tuple[str, ...]:
        """Every grade, as org.yaml writes it."""
        return tuple(grade for _, grades in self.families for grade in grades)

    def grade(self, level: Level, position: int) -> str:
        """Give the name of a grade."""
        return self.families[level.family][1][position]

    def write(self, level: Level) -> str:
        """Write a level as grades: A1, or A1–A3."""
        low, high = self.grade(level, level.low), self.grade(level, level.high)
        return low if low == high else f"{low}–{high}"

    def read(self, text: str) -> Level | None:
        """Read a level; with one stray character before 以上 or 以下 it is read all the same, and says so."""
        normal = _normal(text)
        level = self._expression(normal)
        if level is not None:
            return level
        for mark in (*_FROM, *_UP_TO):
            place = normal.find(mark)
            if place > 0 and not normal[place - 1].isascii():  # A10以上 names another grade than A1
                level = self._expression(_NOISE.sub("", normal[: place - 1] + normal[place:]))
                if level is not None:
                    stray = _before(text, mark)
                    reading = text[:stray] + text[stray + 1 :]
                    return Level(level.family, level.low, level.high, level.is_open, text[stray], reading)
        return None

    def spelled(self, text: str) -> str:
        """Write an expression with the grades as org.yaml writes them, where it differs in case, width or blanks."""
        folded = fold(text)
        parts: list[str] = []
        at = 0
        for found in self._spellings.finditer(folded):
            grade = self._written[_plain(found[0])]
            raw = text[found.start() : found.end()]
            parts += [text[at : found.start()], grade if _is_one_spelling(raw, grade) else raw]
            at = found.end()
        return "".join(parts) + text[at:]

    @cached_property
    def _written(self) -> dict[str, str]:
        return {_plain(grade): grade for grade in self.grades}

    @cached_property
    def _spellings(self) -> re.Pattern[str]:
        """Find any grade in a folded text, blanks between its characters overlooked."""
        names = sorted(self._written, key=len, reverse=True)
        return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in names))

    def _completed(self, normal: str) -> str:
        """Write both ends of a range out: Grade 3-5 is Grade 3-Grade 5, and 六至八職等 is 六職等至八職等."""
        found = _RANGE.fullmatch(normal)
        if not found or normal in self._positions:
            return normal
        first, last = found["first"], found["last"]
        if first in self._positions and last not in self._positions:
            last = _LAST_DIGITS.sub("", first) + last
        elif last in self._positions and first not in self._positions:
            first += _FIRST_DIGITS.sub("", last)
        return f"{first}{found['between']}{last}"

    def _expression(self, normal: str) -> Level | None:  # noqa: PLR0911 - one line a shape
        found = self._shapes.fullmatch(self._completed(normal)) if self else None
        if not found:
            return None
        family, low = self._positions[found["first"]]
        top = len(self.families[family][1]) - 1
        if found["last"]:
            other, last = self._positions[found["last"]]
            return Level(family, min(low, last), max(low, last)) if other == family else None
        before, after = found["before"], found["after"]
        if before in _AT_LEAST or after in _FROM:
            return Level(family, low, top, is_open=True)
        if before in _AT_MOST or after in _UP_TO:
            return Level(family, 0, low, is_open=True)
        if before in _ABOVE:
            return Level(family, low + 1, top, is_open=True) if low < top else None
        if before in _BELOW:
            return Level(family, 0, low - 1, is_open=True) if low > 0 else None
        return Level(family, low, low)


def _normal(text: str) -> str:
    """Give the form in which grades are compared: numerals as digits, and as `_plain` has it."""
    folded = fold(text)
    return _plain(folded if folded.isascii() else _COUNTED.sub(_in_digits, folded))


def _in_digits(numeral: re.Match[str]) -> str:
    from jdlint.language.quantity import number  # noqa: PLC0415 - needed for grades in Chinese numerals alone

    value = number(numeral[0])
    return numeral[0] if value is None else f"{value:.0f}"


def _plain(text: str) -> str:
    """Fold an expression and free it of blanks and of 级 and 等 behind a grade."""
    bare = fold(text).replace(" ", "")
    return bare if bare.isascii() else _NOISE.sub("", bare)


def _is_one_spelling(first: str, second: str) -> bool:
    """Whether two texts differ in nothing but case, width and blanks; the script may not differ."""
    from unicodedata import normalize  # noqa: PLC0415 - needed for a grade that is written otherwise

    def bare(text: str) -> str:
        return "".join(normalize("NFKC", text).lower().split())

    return bare(first) == bare(second)


def _before(text: str, mark: str) -> int:
    """Give the place of the character before a mark, blanks overlooked."""
    folded = fold(text)
    found = re.search(r"\s*".join(map(re.escape, mark)), folded)
    return len(folded[: found.start()].rstrip()) - 1 if found else 0
