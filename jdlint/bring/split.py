"""One paragraph becomes lines: labels inside it, lists that run on in it, and the cells of a row are set apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.bring.block import Block, Kind
from jdlint.bring.field import HEAD
from jdlint.bring.label import MOST_CHINESE, MOST_ENGLISH, PERSONAL, REMARK, find, glued, inline_words
from jdlint.bring.line import Line
from jdlint.bring.number import Number, inside, leading, lost_bullets
from jdlint.bring.row import Part, header, pairs
from jdlint.bring.title import in_heading
from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

GAP = pattern(r"\t+|[ \u00a0]{2,}|\u3000+|\s[|｜]\s")
_SPREAD = pattern(r"(?<!\S)([㐀-鿿])(?:[ \u3000]+([㐀-鿿])){1,4}(?=\s*[:：]|\s{2}|\t|\u3000|$)")
_SPREAD_OUT = pattern(r"[㐀-鿿](?:[ \u3000]+[㐀-鿿]){2,11}")
_DENSE = 60
"""Characters from which a paragraph with several labels is a form that lost its line ends."""
_LABELLED = pattern(rf"([^:：]{{1,{MOST_ENGLISH}}}?)\s*[:：]\s*(.*)", re.DOTALL)
_BRACKETED = pattern(r"[【\[〔]([^】\]〕]{2,20})[】\]〕]\s*[:：]?\s*(.*)", re.DOTALL)
RUN_IN = pattern(r"([A-Z][A-Za-z&/,'’ -]{2,50})\.\s+([\"“A-Z].*)", re.DOTALL)
"""A heading in English and the text that runs on behind it."""
_DASHED = pattern(r"([^-–—]{2,40}?)\s*(?:\s[-–—]\s|——)\s*(\S.*)", re.DOTALL)
_INNER_COLON = pattern(r"[:：]\s*[^\s:：(（]")
_BEFORE_LABEL = " \t\u3000。；;.!?！？)）】]，,"


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """Set apart what stands together in the blocks that are no tables."""
    lost = lost_bullets([block.text.strip()[:1] for block in blocks if block.is_line])
    spaced = _spaced_numbers(blocks)
    wholes = [_whole(block, lost, spaced.get(at, 0)) for at, block in enumerate(blocks)]
    return [line for whole in _numbered(wholes) for line in _cells(whole)]


_SPACED = pattern(r"\s*(\d{1,2})\s+(?=[^\W\d]|[\"“《(（])")


def _spaced_numbers(blocks: Sequence[Block]) -> dict[int, int]:
    """Find lines numbered with digits and blanks alone (1 编制计划), by their following each other."""
    found = {
        at: int(match[1])
        for at, block in enumerate(blocks)
        if (match := _SPACED.match(block.text)) and len(GAP.split(block.text.strip())) <= len("AB")
    }
    goes_on = {
        each
        for first, second in pairwise(found)
        if found[second] == found[first] + 1 and (second - first <= _AHEAD or _is_heading(blocks, first, second))
        for each in (first, second)
    }
    # a heading 2 before an item 2.1
    goes_on |= {
        at for at in found if at + 1 < len(blocks) and blocks[at + 1].text.lstrip().startswith(f"{found[at]}.1")
    }
    return {at: value for at, value in found.items() if at in goes_on}


def _is_heading(blocks: Sequence[Block], *places: int) -> bool:
    """Say whether lines are so short that their numbers may count the parts of a document."""
    texts = [blocks[place].text.strip() for place in places]
    return all(len(text) <= _SHORT and text[-1] not in "。；;.,，" for text in texts)


_SHORT = 16


def _whole(block: Block, lost: str, spaced: int) -> Line:
    """Make a line of a block, its number set apart."""
    text = _close_up(block.text.strip())
    number: Number | None = None
    if spaced:
        number, text = Number("digit", spaced, written=str(spaced)), text[len(str(spaced)) :].strip()
    elif block.number:
        found = leading(f"{block.number} {text}", lost)
        number = found[0] if found else Number(f"bullet {block.number[:1]}", 0, written=block.number)
        number = number._replace(style=f"{number.style} {block.level}")
    elif found := leading(text, lost):
        number, text = found
        if number.is_bullet and (second := leading(text)):
            number, text = second
    return Line(
        text,
        block.place,
        number,
        written=block.text.strip(),
        kind=block.kind,
        level=block.level if block.kind is Kind.HEADING else 0,
        after_gap=block.after_gap,
        is_line=block.is_line,
        is_dense=len(text) > _DENSE and len(inline_words().findall(fold(text))) > 1,
    )


def _close_up(text: str) -> str:
    """Close up words that are spread with blanks (編 制, 岗 位 说 明 书), which would look like cells."""
    if _SPREAD_OUT.fullmatch(text):
        return re.sub(r"\s+", "", text)
    return _SPREAD.sub(lambda found: _closed(found[0]), text)


def _closed(words: str) -> str:
    closed = re.sub(r"\s+", "", words)
    label = find(closed)
    return closed if label and label.is_exact else words


def _cells(line: Line) -> Iterator[Line]:
    """Read a line as a row where it has cells."""
    cells = [cell.strip() for cell in GAP.split(line.text) if cell.strip()]
    if len(cells) == 1 and _ends_with_label(line.text.split()):
        value, _, label = line.text.rpartition(" ")
        yield from _labelled(line._replace(text=value.strip(), written=value.strip()))
        yield from _labelled(line._replace(text=label, written=label, number=None, after_gap=False))
        return
    if len(cells) == 1:
        cells = _tokens(line.text)
    if len(cells) > 1 and all(in_heading(cell) for cell in cells):
        for cell in cells:
            yield from _labelled(line._replace(text=cell, written=cell, cells=()))
        return
    columns = header(cells) if len(cells) > 1 else ()
    if columns:
        yield line._replace(columns=columns, cells=tuple(cells))
        return
    parts = pairs(cells) if len(cells) > 1 else None
    if parts is None:
        text = line.text.replace("\t", " ")
        yield from _labelled(line._replace(text=text, cells=tuple(cells) if len(cells) > 1 else ()))
        return
    yield from _parts(line, parts)


def _parts(line: Line, parts: Sequence[Part]) -> Iterator[Line]:
    for place, part in enumerate(parts):
        first = line if place == 0 else line._replace(number=None, after_gap=False)
        if part.label is None:
            yield from _labelled(first._replace(text=part.text, written=part.text))
        else:
            written = f"{part.label.words}{'：' if part.colon else ' '}{part.text}".strip()
            yield first._replace(
                text=part.text, label=part.label, written=written, colon=part.colon, is_sure=part.is_sure
            )


def _tokens(text: str) -> list[str]:
    """Split at single blanks where a Chinese line shows by its labels that these part cells."""
    tokens = text.split()
    if find(text) or _is_bilingual(text):
        return [text]
    if text.isascii() or tokens[0].isascii() or len(tokens) < len("AB"):
        return [text]
    if all(in_heading(token) for token in tokens):
        return tokens
    labels = [find(token) for token in tokens]
    exact = [label for label in labels if label and label.is_exact]
    first_label = labels[0]
    if first_label and first_label.is_exact and (len(exact) > 1 or tokens[1][0] not in "：:"):
        return tokens
    first = next((place for place, token in enumerate(tokens) if place and _is_pair(token)), 0)
    if first:
        return [" ".join(tokens[:first]), *tokens[first:]]
    return tokens if len(exact) >= len("AB") else [text]


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
    found = _LABELLED.fullmatch(text)
    return bool(found and " " in found[1] and re.search("[A-Za-z]", found[1]) and find(found[1]))


def _is_pair(token: str) -> bool:
    found = _LABELLED.fullmatch(token)
    label = find(found[1]) if found else None
    return bool(label and label.is_exact and not label.is_weak)


def _labelled(line: Line) -> Iterator[Line]:
    """Set labels apart from what stands behind them."""
    text = line.text
    words = glued(text)
    if words:
        for word in words:
            yield line._replace(text="", label=find(word), written=word, number=None)
        return
    starts = [found.start() for found in inline_words().finditer(fold(text)) if found.start()]
    strong = [start for start in starts if text[start - 1] in _BEFORE_LABEL]
    boxed = [found.start() for found in _BOXED.finditer(text) if _is_boxed_label(found[1])]
    cuts = starts if line.is_dense else strong
    if len(boxed) > 1:
        cuts = sorted({*cuts, *(start for start in boxed if start)})
    pieces = [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    for place, piece in enumerate(pieces):
        if piece or place == 0:
            current = line if place == 0 else line._replace(number=None, after_gap=False, cells=())
            yield _one_label(current._replace(text=piece, written=line.written if len(pieces) == 1 else piece))


_BOXED = pattern(r"[【\[〔]([^】\]〕]{2,20})[】\]〕]")


def _is_boxed_label(words: str) -> bool:
    label = find(words)
    return bool(label and label.is_exact)


def _one_label(line: Line) -> Line:
    """Set the label at the start of a text apart."""
    whole = None if _INNER_COLON.search(line.text) else find(line.text)
    colon = line.text.rstrip().endswith((":", "："))
    if whole:
        return line._replace(label=whole, text="", colon=colon)
    for form in (_LABELLED, _BRACKETED, _DASHED):
        found = form.fullmatch(line.text)
        label = find(found[1]) if found else None
        if found is None or label is None or (form is _DASHED and (label.is_weak or not label.is_exact)):
            continue
        if label.is_exact or len(found[1]) <= MOST_CHINESE:
            return line._replace(label=label, text=found[2].strip(), colon=True)
    return _run_in(line)


def _run_in(line: Line) -> Line:
    """Set a heading apart that the text of its section follows on the same line (Job objective. To obtain …)."""
    found = RUN_IN.fullmatch(line.text) if line.number is None else None
    label = find(found[1]) if found else None
    if found is None or label is None or not label.is_exact or (label.is_weak and not line.after_gap):
        return line
    return line._replace(label=label, text=found[2].strip(), colon=True)


class _Cut(NamedTuple):
    start: int
    end: int
    number: Number


def _numbered(lines: list[Line]) -> Iterator[Line]:
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
