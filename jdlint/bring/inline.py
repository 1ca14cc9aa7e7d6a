"""Lists that run on in one line: items are set apart by numbers that follow each other."""

from collections.abc import Iterator, Sequence

from jdlint.bring.line import Line
from jdlint.bring.number import Number, inside
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class _Cut(NamedTuple):
    start: int
    end: int
    number: Number


def numbered(lines: list[Line]) -> Iterator[Line]:
    """Set items apart that run on in one line, by numbers that follow each other."""
    recent: dict[str, Number] = {}
    for place, line in enumerate(lines):
        if line.number:
            recent[line.number.style] = line.number
        ahead = [number for each in lines[place + 1 : place + 1 + _AHEAD] for number in _own_numbers(each)]
        cuts = list(_cuts(line, recent, ahead))
        if not cuts:
            yield line
            continue
        cuts = list(_before_numbers(line.text, cuts))
        first = line.text[: cuts[0].start].strip()
        if first or line.label or line.number:
            yield line._replace(text=first, written=line.written if not first else _before(line, cuts[0].start))
        for cut, end in zip(cuts, [*(each.start for each in cuts[1:]), len(line.text)], strict=True):
            text = line.text[cut.end : end].strip()
            written = line.text[cut.start : end].strip()
            yield line._replace(text=text, number=cut.number, written=written, level=0, after_gap=False)


def _before_numbers(text: str, cuts: Sequence[_Cut]) -> Iterator[_Cut]:
    """Set items apart whose number stands behind them: a last number without a text belongs to the sentence before."""
    last = cuts[-1]
    yield from cuts[:-1]
    begin = cuts[-2].end if len(cuts) > 1 else 0
    gap = _SENTENCE_GAP.search(text, begin, last.start)
    if last.end == len(text.rstrip()) and gap:
        yield _Cut(gap.end(), gap.end(), last.number)
    yield last


_SENTENCE_GAP = pattern(r"(?<=[。；;])\s+(?=[^\s\d])")


def _own_numbers(line: Line) -> Iterator[Number]:
    """Give the numbers at the start and at the end of a line."""
    if line.number:
        yield line.number
    yield from (found.number for found in inside(line.text) if found.end == len(line.text))


_AHEAD = 4
"""Lines in which the second number of a list must follow a first one that stands inside a line."""


def _before(line: Line, stop: int) -> str:
    return line.written[: len(line.written) - len(line.text) + stop].strip()


def _cuts(line: Line, recent: dict[str, Number], ahead: Sequence[Number]) -> Iterator[_Cut]:
    """Give the numbers inside a text that go on a list, or begin one that goes on."""
    text = line.text
    found = list(inside(text))
    last_place = {each.number[:3]: place for place, each in enumerate(found)}
    last_end = 0
    for place, each in enumerate(found):
        style, number = each.number.style, each.number
        known = recent.get(style)
        second = number._replace(value=number.value + 1)[:3]
        is_followed = last_place.get(second, -1) > place or any(other[:3] == second for other in ahead)
        begins = number.value == 1 and is_followed
        if begins and style == "chinese" and line.is_dense and not each.after_end:
            recent[style] = number
            yield _Cut(each.start, each.end, number)
            continue
        if each.inline == "any" and each.start - last_end < _LEAST_ITEM and not each.after_end:
            continue
        if each.inline == "end" and not each.after_end:
            continue
        goes_on = known is not None and (number.follows(known) or (style == "chinese" and number.value == known.value))
        behind_colon = (
            number.value == 1
            and each.inline == "any"
            and text[max(0, each.start - 2) : each.start].rstrip()[-1:] in (":", "：")
        )
        if goes_on or begins or behind_colon:
            recent[style] = number
            last_end = each.end
            yield _Cut(each.start, each.end, number)


_LEAST_ITEM = 4
"""Characters between two numbers that may stand anywhere: fewer make a reference such as (1)、(2)."""
