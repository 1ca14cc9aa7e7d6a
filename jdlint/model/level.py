"""Levels: grades of a declared ladder, and expressions such as A1, A1-A2 or A1以上 as intervals on it."""

import re
from collections.abc import Iterable
from functools import cache

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.property import cached_property
from jdlint.record import NamedTuple

_LAST_DIGITS = pattern(r"\d+$")
_FIRST_DIGITS = pattern(r"^\d+")


class _Words(NamedTuple):
    """The words of rules/lexicon/levels.yaml, ready for use."""

    lower: frozenset[str]
    """What makes a grade the lowest one meant: A1以上."""
    upper: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    before: str
    behind: str
    between: str
    """Alternatives of a pattern."""
    marks: tuple[str, ...]
    """What stands behind a grade, the longest first where one ends another."""
    range: re.Pattern[str]
    """A range whose ends share what stands around the number."""
    called: re.Pattern[str]
    """What a grade is called behind its name."""
    counted: re.Pattern[str]
    """A grade counted in Chinese numerals."""


@cache
def _words() -> _Words:
    table = knowledge.load("lexicon/levels")
    marks, between = (*table["from"], *table["up_to"]), _any_of(table["between"])
    follows = "".join(re.escape(word[0]) for word in (*table["between"], *marks))
    numerals, counted = f"[{table['numerals']}]{{1,3}}", f"[{''.join(table['counted'])}]"
    return _Words(
        lower=frozenset((*table["from"], *table["at_least"])),
        upper=frozenset((*table["up_to"], *table["at_most"])),
        above=frozenset(table["above"]),
        below=frozenset(table["below"]),
        before=_any_of((*table["at_least"], *table["at_most"], *table["above"], *table["below"])),
        behind=_any_of(marks),
        between=between,
        marks=marks,
        range=pattern(rf"(?P<first>[^-~]+?)(?P<between>{between})(?P<last>[^-~]+)"),
        called=pattern(rf"(?:{_any_of(table['called'])})(?=$|[{follows}])"),
        counted=pattern(rf"{numerals}(?={counted}|[-~至到]{numerals}{counted})"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _shapes(grades: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of what may be said with a ladder's own grades, some of which hold a dash: P3-1."""
    grade, words = _any_of(grades), _words()
    return re.compile(
        rf"(?P<before>{words.before})?(?P<first>{grade})"
        rf"(?:(?P<after>{words.behind})|(?:{words.between})(?P<last>{grade}))?"
    )


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
        for mark in _words().marks:
            place = normal.find(mark)
            if place > 0 and not normal[place - 1].isascii():  # A10以上 names another grade than A1
                level = self._expression(_words().called.sub("", normal[: place - 1] + normal[place:]))
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
        found = _words().range.fullmatch(normal)
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
        words, said = _words(), {found["before"], found["after"]}
        if said & words.lower:
            return Level(family, low, top, is_open=True)
        if said & words.upper:
            return Level(family, 0, low, is_open=True)
        if said & words.above:
            return Level(family, low + 1, top, is_open=True) if low < top else None
        if said & words.below:
            return Level(family, 0, low - 1, is_open=True) if low > 0 else None
        return Level(family, low, low)


def _normal(text: str) -> str:
    """Give the form in which grades are compared: numerals as digits, and as `_plain` has it."""
    folded = fold(text)
    return _plain(folded if folded.isascii() else _words().counted.sub(_in_digits, folded))


def _in_digits(numeral: re.Match[str]) -> str:
    from jdlint.language.quantity import number  # noqa: PLC0415 - needed for grades in Chinese numerals alone

    value = number(numeral[0])
    return numeral[0] if value is None else f"{value:.0f}"


def _plain(text: str) -> str:
    """Fold an expression and free it of blanks and of 级 and 等 behind a grade."""
    bare = fold(text).replace(" ", "")
    return bare if bare.isascii() else _words().called.sub("", bare)


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
