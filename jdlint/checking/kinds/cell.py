"""Kind `cell`: fields that hold one value and were given something else: a procedure, several values, no date."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.kinds.required import labels
from jdlint.checking.select import section_of, selector
from jdlint.finding import Value
from jdlint.language.day import read_day
from jdlint.language.flaw import CHINESE
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_DIGIT = pattern(r"[\d零〇一二三四五六七八九十两兩]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several)\b")
_SEVERAL = pattern(rf"(?<=[{CHINESE}])\s?[/、／]\s?(?=[{CHINESE}])")


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
    return bool(_SEVERAL.search(text)) if reason == "several" else read_day(text) is None


KIND = Kind(Params, "role", check)
