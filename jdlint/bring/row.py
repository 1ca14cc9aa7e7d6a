"""A row of cells becomes labels with their values, whichever side of the value a label stands on."""

from collections.abc import Iterator, Sequence

from jdlint.bring.label import Label, find
from jdlint.bring.running import superiors
from jdlint.bring.words import PART, SERIAL, SHARE, label_words
from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_ALONE, _BACKWARDS, _MORE, _SUITS = 6, 2, 1, 7
"""What it costs to leave a cell alone, to read a label after its value and to give a label one more cell; what it
saves where a date stands under a label of dates."""


class Part(NamedTuple):
    """A label with its value, or a cell that belongs to none."""

    label: Label | None
    text: str
    colon: bool = False
    is_sure: bool = True


class _Cell(NamedTuple):
    text: str
    label: Label | None
    value: str
    """What stands behind the label in the same cell."""
    colon: bool
    is_pair: bool = False
    """Whether it looks like a label that nobody knows with its value, or says whom the role answers to."""


def pairs(cells: Sequence[str]) -> list[Part] | None:
    """Read a row of cells; None where no cell is a label."""
    read = [_cell(cell) for cell in cells]
    if not any(cell.label for cell in read):
        return None
    return list(_aligned(read))


def header(cells: Sequence[str]) -> tuple[Label, ...]:
    """Give the labels of a row that has nothing else: the head of a table; () where it isn't one."""
    labels = [find(cell) if cell.strip() else None for cell in cells]
    known = [label for label in labels if label and label.is_exact]
    if len(known) < len("AB") or len(known) < len([cell for cell in cells if cell.strip()]):
        return ()
    return tuple(known)


def _cell(text: str) -> _Cell:
    label = find(text)
    if label and (label.is_exact or text.rstrip().endswith((":", "："))):
        return _Cell(text, label, "", text.rstrip().endswith((":", "：")))
    for at, character in enumerate(text):
        if character in ":：":
            label = find(text[:at])
            if label and label.is_exact:
                return _Cell(text, label, text[at + 1 :].strip(), colon=True)
            break
    return _Cell(text, None, "", colon=False, is_pair=bool(_PAIR.match(text)) or superiors(text) != [text])


_PAIR = pattern(r"[^\d:：，。,;；]{2,24}[:：]\s*\S")


def _aligned(cells: list[_Cell]) -> Iterator[Part]:
    """Give each label the cells beside it, so that as few as possible are left alone."""
    best: list[tuple[int, list[tuple[int, int, int]]]] = [(0, [])]
    for end in range(1, len(cells) + 1):
        best.append(min(_ways(cells, best, end), key=lambda way: way[0]))
    taken = best[-1][1]
    labels = [at for at, cell in enumerate(cells) if cell.label and at not in {label for label, _, _ in taken}]
    values = [at for at, cell in enumerate(cells) if not cell.label and not any(a <= at < b for _, a, b in taken)]
    guess = dict(zip(labels, values, strict=True)) if len(labels) == len(values) == 1 and len(cells) > _FEW else {}
    spans = {label: (start, end) for label, start, end in taken}
    for at, cell in enumerate(cells):
        if cell.label:
            start, end = spans.get(at, (guess.get(at, at), guess.get(at, at - 1) + 1))
            text = " ".join(part for part in (cell.value, *(each.text for each in cells[start:end])) if part)
            yield Part(cell.label, text, cell.colon, is_sure=at not in guess and start >= at)
        elif at in values and at not in guess.values():
            yield Part(None, cell.text)


_FEW = 2


def _ways(
    cells: list[_Cell], best: list[tuple[int, list[tuple[int, int, int]]]], end: int
) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
    """Give the ways to end the reading of cells before `end`, each with its cost."""
    cost, taken = best[end - 1]
    last = cells[end - 1]
    alone = 0 if last.label and (last.value or last.colon) else _ALONE
    yield cost + alone, taken
    start = end - 1
    while start > 0 and not cells[start].label:
        label = cells[start - 1]
        if label.label and not (label.value and cells[start].is_pair):
            cost, taken = best[start - 1]
            more = _MORE * (end - start - 1 + bool(label.value))
            yield cost + more - _suits(label, cells[start]), [*taken, (start - 1, start, end)]
        start -= 1
    if last.label and not last.value and not last.colon and end > 1 and not cells[end - 2].label:
        cost, taken = best[end - 2]
        yield cost + _BACKWARDS - _suits(last, cells[end - 2]), [*taken, (end - 1, end - 2, end - 1)]


def _suits(label: _Cell, value: _Cell) -> int:
    """Say what is saved where a value is of the kind that its label asks for."""
    asks = fold(label.text)
    is_date = "年" in value.text or value.text.count("-") == len("--") or value.text.count(".") == len("..")
    return _SUITS if is_date and any(word in asks for word in label_words().days) else 0


MAIN = ("duties", "kpis", "authorities", "qualifications", "accountabilities", "training", "benefits", "relations")
"""Which column of a table its rows are about, the first that there is."""


def main_column(columns: Sequence[Label]) -> int:
    """Give the column that the rows of a table are about."""
    fields = [label.field.partition(".")[0] for label in columns]
    for field in MAIN:
        if field in fields:
            return fields.index(field)
    return next((at for at, field in enumerate(fields) if field not in (SHARE, SERIAL, PART)), 0)
