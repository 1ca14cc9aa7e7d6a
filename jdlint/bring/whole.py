"""A block becomes one line: its number is set apart, and words that are spread with blanks are closed up."""

import re
from collections.abc import Sequence
from itertools import pairwise

from jdlint.bring.blanks import GAP
from jdlint.bring.block import Block, Kind
from jdlint.bring.label import find, inline_words
from jdlint.bring.line import Line
from jdlint.bring.number import Number, leading, lost_bullets
from jdlint.language.fold import fold
from jdlint.pattern import pattern

_SPREAD = pattern(r"(?<!\S)([㐀-鿿])(?:[ \u3000]+([㐀-鿿])){1,4}(?=\s*[:：]|\s{2}|\t|\u3000|$)")
_SPREAD_OUT = pattern(r"[㐀-鿿](?:[ \u3000]+[㐀-鿿]){2,11}")
_DENSE = 60
"""Characters from which a paragraph with several labels is a form that lost its line ends."""

_NEAR = 4
"""Lines within which the second number of a list follows the first."""


def wholes(blocks: Sequence[Block]) -> list[Line]:
    """Make a line of each block."""
    lost = lost_bullets([block.text.strip()[:1] for block in blocks if block.is_line])
    spaced = _spaced_numbers(blocks)
    return [_whole(block, lost, spaced.get(at, 0)) for at, block in enumerate(blocks)]


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
        if found[second] == found[first] + 1 and (second - first <= _NEAR or _is_heading(blocks, first, second))
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


_CHARACTER = pattern(r"\S")


def _closed(words: str) -> str:
    for end in (found.end() for found in reversed(list(_CHARACTER.finditer(words)))):
        closed = re.sub(r"\s+", "", words[:end])
        label = find(closed)
        if label and label.is_exact:
            return closed + words[end:]
    return words
