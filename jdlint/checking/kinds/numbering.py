"""Kind `numbering`: list numbers that stand in the texts of a list, which numbers its entries by itself."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.role import Worded
from jdlint.model.texts import lists
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_NUMBER = pattern(
    r"\s*(?:第?[(\[]?(?:(?P<digits>\d{1,2})|(?P<chinese>[一二三四五六七八九十]{1,3}))(?:[)\]、]|[.,](?!\d)|[条项](?=[、.,:]))"
    r"|(?P<circled>[①-⑳]))[、.,:]?\s*"
)
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))


class Params(NamedTuple):
    """How many entries must be numbered."""

    fewest: int = 2


class _Numbered(NamedTuple):
    worded: Worded
    end: int
    """Where the number ends, with its mark and the blanks behind it."""
    value: int


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each list whose numbers count up from 1, at the first; a jump among them may be a lost entry."""
    role = subject.role
    for entries in lists(role):
        numbered = [found for entry in entries if (found := _read(entry))]
        steps = [later.value - earlier.value for earlier, later in pairwise(numbered)]
        if len(numbered) < params.fewest or numbered[0].value != 1 or any(step < 1 for step in steps):
            continue
        jump = next((place for place, step in enumerate(steps) if step > 1), None)
        values: dict[str, Value] = {"count": len(numbered), "match": _written(numbered[0])}
        if jump is None:
            related = tuple(
                Related(anchor(role.source, each.worded, 0, each.end), "other", {"match": _written(each)})
                for each in numbered[1:]
            )
            yield Hit(anchor(role.source, numbered[0].worded, 0, numbered[0].end), values, "numbered", role, related)
            continue
        before, after = numbered[jump], numbered[jump + 1]
        values = {"before": before.value, "after": after.value}
        related = (Related(anchor(role.source, before.worded, 0, before.end), "before", values),)
        yield Hit(anchor(role.source, after.worded, 0, after.end), values, "gap", role, related)


def _read(worded: Worded) -> _Numbered | None:
    """Read the number that a text begins with; a text that is nothing else has none."""
    found = _NUMBER.match(fold(worded.text))
    if found is None or found.end() == len(worded.text):
        return None
    return _Numbered(worded, found.end(), _value(found))


def _value(found: re.Match[str]) -> int:
    if found["digits"]:
        return int(found["digits"])
    if found["circled"]:
        return ord(found["circled"]) - ord("①") + 1
    tens, ten, ones = found["chinese"].rpartition("十")
    if not ten:
        return _DIGITS.get(ones, 0)
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)


def _written(numbered: _Numbered) -> str:
    return numbered.worded.text[: numbered.end].strip()


KIND = Kind(Params, "role", check)
