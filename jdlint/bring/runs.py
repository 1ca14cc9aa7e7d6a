"""Lists without a label: where one begins, which lines it has, and whether it tells what to do or whom to look for."""

from collections.abc import Sequence
from itertools import islice

from jdlint.bring.label import find
from jdlint.bring.line import Line
from jdlint.bring.number import Number, is_number
from jdlint.bring.requirement import is_about_person
from jdlint.bring.words import SERIAL

_MOST = 400
"""Lines that tell enough about a list."""


_MOST_DIGITS = 6
"""Digits of a number that a line may be; two numbers may have run together."""


def run(lines: Sequence[Line], at: int) -> list[Line]:
    """Give the lines of the list that begins at a line: up to a label, or to where its numbers begin again."""
    found: list[Line] = []
    last: Number | None = None
    first = lines[at].number
    for line in islice(lines, at, at + _MOST):
        if line.label or line.columns:
            break
        number = line.number
        if first and number and number.style == first.style and not first.is_bullet:
            if last is not None and number.value <= last.value:
                break
            last = number
        found.append(line)
    return found


def is_about_persons(lines: Sequence[Line], *, is_first: bool) -> bool:
    """Say whether a list asks for qualities of a person; the first list of a role hardly ever does."""
    items = [line for line in lines if line.number] or list(lines)
    about = sum(is_about_person(line.text) for line in items)
    return 4 * about > 3 * len(items) if is_first else 2 * about > len(items)


def counted(text: str, last: int) -> int | None:
    """Give the list number that a line is and nothing else (2; 序号1; 23 for 2 and 3); 0 for signs, None for text."""
    words = text.strip()
    digits = words.lstrip("".join(each for each in words if not each.isdigit()))
    before = words[: len(words) - len(digits)]
    serial = find(before) if before else None
    if digits.isdecimal() and len(digits) <= _MOST_DIGITS and (not before or (serial and serial.field == SERIAL)):
        return last + 2 if digits == f"{last + 1}{last + 2}" else int(digits)
    return 0 if is_number(words) else None
