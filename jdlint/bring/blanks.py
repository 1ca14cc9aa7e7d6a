"""A line whose blanks part cells is read as a row: labels with their values, the head of a table, or cells."""

import re
from collections.abc import Iterator, Sequence

from jdlint.bring.field import HEAD
from jdlint.bring.label import find
from jdlint.bring.labelled import LABELLED, labelled
from jdlint.bring.line import Line
from jdlint.bring.row import Part, header, pairs
from jdlint.bring.title import in_heading
from jdlint.bring.words import PERSONAL, REMARK
from jdlint.pattern import pattern

GAP = pattern(r"\t+|[ \u00a0]{2,}|\u3000+|\s[|｜·•]\s")


def rows_of(lines: Sequence[Line]) -> Iterator[Line]:
    """Read lines as rows where they have cells."""
    tokens = [line.text.split() for line in lines]
    trailing = [_ends_with_label(each) for each in tokens]
    for at, line in enumerate(lines):
        beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
        # where several rows end with labels in turn, each stands behind its value
        is_alone = trailing[at] and not any(len(each) > 1 and _is_label(each[-1]) for each in beside)
        yield from _cells(line, is_cut=is_alone)


def _is_label(word: str) -> bool:
    label = find(word)
    return bool(label and label.is_exact and not label.is_weak)


def _cells(line: Line, *, is_cut: bool) -> Iterator[Line]:
    """Read a line as a row where it has cells; a cut one ends with the label of the next row's value."""
    cells = [cell.strip() for cell in GAP.split(line.text) if cell.strip()]
    if len(cells) == 1 and is_cut:
        value, _, label = line.text.rpartition(" ")
        yield from labelled(line._replace(text=value.strip(), written=value.strip()))
        yield from labelled(line._replace(text=label, written=label, number=None, after_gap=False))
        return
    if len(cells) == 1:
        cells = line.text.split() if _ends_with_label(line.text.split()) else _tokens(line.text)
    if len(cells) > 1 and all(in_heading(cell) for cell in cells):
        for cell in cells:
            yield from labelled(line._replace(text=cell, written=cell, cells=()))
        return
    columns = header(cells) if len(cells) > 1 else ()
    if columns:
        yield line._replace(columns=columns, cells=tuple(cells))
        return
    parts = pairs(cells) if len(cells) > 1 else None
    if parts is None:
        text = line.text.replace("\t", " ")
        yield from labelled(line._replace(text=text, cells=tuple(cells) if len(cells) > 1 else ()))
        return
    yield from _parts(line, parts)


def _parts(line: Line, parts: Sequence[Part]) -> Iterator[Line]:
    for place, part in enumerate(parts):
        first = line if place == 0 else line._replace(number=None, after_gap=False)
        if part.label is None:
            yield from labelled(first._replace(text=part.text, written=part.text))
        else:
            written = f"{part.label.words}{'：' if part.colon else ' '}{part.text}".strip()
            yield first._replace(
                text=part.text, label=part.label, written=written, colon=part.colon, is_sure=part.is_sure
            )


def _tokens(text: str) -> list[str]:
    """Split at single blanks where a Chinese line shows by its labels that these part cells."""
    tokens = text.split()
    if find(text) or _is_bilingual(text) or text.isascii() or tokens[0].isascii() or len(tokens) < len("AB"):
        return [text]
    labels = [find(token) for token in tokens]
    exact = [label for label in labels if label and label.is_exact]
    is_labelled = labels[0] is not None and labels[0].is_exact
    if _TRANSLATED.fullmatch(text) and not is_labelled:
        return [text]
    if all(in_heading(token) for token in tokens) or (is_labelled and (len(exact) > 1 or tokens[1][0] not in "：:")):
        return tokens
    first = next((place for place, token in enumerate(tokens) if place and _is_pair(token)), 0)
    if first:
        return [" ".join(tokens[:first]), *tokens[first:]]
    return tokens if len(exact) >= len("AB") else [text]


_TRANSLATED = pattern(r"[^A-Za-z]*[㐀-鿿][^A-Za-z]*\s[A-Za-z][A-Za-z .,&'’()/-]*\s[A-Za-z .,&'’()/-]+")
"""A heading in Chinese with its English words behind it."""


def _ends_with_label(tokens: Sequence[str]) -> bool:
    """Say whether a value stands before the label of the next cell, whose own value is empty or in the next line."""
    if len(tokens) < len("AB"):
        return False
    label, before = find(tokens[-1]), "".join(tokens[:-1])
    if label is None or not label.is_exact or label.is_weak or len(before) > _VALUE or _MARKS.search(before):
        return False
    return find(tokens[0]) is None and (label.field in HEAD or label.field in _BESIDE)


_VALUE = 16
"""Characters of a value that may share its line with the next label."""
_MARKS = pattern("[，。；:：,;]")
_BESIDE = frozenset((REMARK, PERSONAL, "career.promotes_to", "review.effective"))
"""Labels, besides those at the head of a role, whose values are short."""


def _is_bilingual(text: str) -> bool:
    """Say whether a text begins with a label in two languages."""
    found = LABELLED.fullmatch(text)
    return bool(found and " " in found[1] and re.search("[A-Za-z]", found[1]) and find(found[1]))


def _is_pair(token: str) -> bool:
    found = LABELLED.fullmatch(token)
    label = find(found[1]) if found else None
    return bool(label and label.is_exact and not label.is_weak)
