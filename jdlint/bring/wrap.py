"""Lines that a program broke at its margin become paragraphs again."""

import unicodedata
from collections.abc import Iterator, Sequence

from jdlint.bring.block import Block, Kind
from jdlint.bring.label import find
from jdlint.bring.number import leading
from jdlint.bring.pages import together
from jdlint.bring.title import alone, in_heading
from jdlint.pattern import pattern

_ENDS = "。；;.!！?？:：…"
_GOES_ON = "，,、（(《“-"
_NEAR = 0.86
"""How full a line is that a program may have broken."""
_LEAST_WIDTH = 44
"""The narrowest margin, in columns: shorter lines are broken by their writers."""
_LEAST_SHARE = 0.25
"""How many of the longer lines end near the margin where there is one."""
_LEAST_BROKEN = 4
"""How many lines end near the margin inside a sentence where there is one."""


def unwrap(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join lines of one paragraph."""
    margin = _margin(blocks)
    widths = sorted(_width(block.text) for block in blocks if block.is_line and not _is_row(block))
    # what was joined behind a page mark is wider than any line of the page
    widest = widths[int(_WIDEST * (len(widths) - 1))] if widths else 0
    words = {word for block in blocks for word in block.text.lower().split()} if margin else set()
    last: Block | None = None
    end = 0
    for block in blocks:
        if last is not None and _belongs(last, block, end, (margin, widest)):
            last = last._replace(text=_joined(last.text, block.text.strip(), words))
        else:
            if last is not None:
                yield last
            last = block
        end = _width(block.text)
    if last is not None:
        yield last


def _is_row(block: Block) -> bool:
    return "\t" in block.text or "  " in block.text.strip()


def _margin(blocks: Sequence[Block]) -> int:
    """Give the column at which lines were broken; 0 where writers broke them."""
    texts = [block.text.rstrip() for block in blocks if block.is_line and not _is_row(block)]
    margin = max(map(_width, texts), default=0)
    if not _LEAST_WIDTH <= margin <= _MOST:
        return 0
    full = [text for text in texts if _width(text) >= _NEAR * margin]
    longer = [text for text in texts if _width(text) >= margin / 2]
    broken = [text for text in full if text[-1] not in _ENDS]
    is_margin = len(broken) >= _LEAST_BROKEN and len(broken) > len(full) / 2 and len(full) >= _LEAST_SHARE * len(longer)
    return margin if is_margin else 0


_MOST = 130
"""The widest margin, in columns: longer lines are paragraphs."""


def _belongs(last: Block, block: Block, end: int, widths: tuple[int, int]) -> bool:
    """Say whether a line goes on the one before it, which ends at a column."""
    if not (last.is_line and block.is_line) or last.kind is not Kind.PARAGRAPH or block.after_gap:
        return False
    if last.place.part != block.place.part or last.text.rstrip()[-1:] in _ENDS:
        return False
    return _hangs(last, block) or (not _opens(block.text.strip()) and _is_cut(last.text.rstrip(), end, *widths))


def _is_cut(before: str, end: int, margin: int, widest: int) -> bool:
    """Say whether a line that ends at a column was cut there."""
    if before[-1:] in _GOES_ON and len(before) > _SHORT and not find(before):
        return True
    if leading(before) and _LEAST_ITEM <= _FULL * widest <= end and widest <= _MOST:
        return True  # in a list whose items have numbers, a full line without an end is cut
    if not margin or end < _NEAR * margin:
        return False
    return not (find(before) or alone(before) or in_heading(before))


_WIDEST = 0.9
"""The share of lines that are no wider than the widest line, as far as that matters."""
_FULL, _LEAST_ITEM = 0.8, 24
"""How much of the widest line an item fills that goes on in the next line, and the least columns that that takes."""
_SHORT = 12
"""Characters that a sentence has that goes on in the next line."""


def _hangs(last: Block, block: Block) -> bool:
    """Say whether a line stands below the text of an item, deeper than its number."""
    text = block.text.strip()
    is_deeper = _indent(block) > _indent(last) and len(last.text.strip()) > _SHORT
    label = find(text)
    opens = leading(text) or "\t" in block.text or (label and label.is_exact and not label.is_weak)
    return is_deeper and bool(leading(last.text.strip())) and not opens and not _COLON.search(text)


_COLON = pattern("[:：]")


def _indent(block: Block) -> int:
    return len(block.text) - len(block.text.lstrip())


def _opens(text: str) -> bool:
    """Say whether a line begins something of its own."""
    if leading(text) or find(text) or in_heading(text) or "\t" in text or "  " in text:
        return True
    label = text.replace("：", ":").partition(":")
    return bool(label[1] and find(label[0]))


def _joined(before: str, text: str, words: set[str]) -> str:
    """Join two lines; a word that was broken at a hyphen loses it where the text has the word elsewhere."""
    before = before.rstrip()
    if before.endswith("-") and text[:1].islower():
        whole = before.split()[-1][:-1] + text.split(maxsplit=1)[0]
        return before[:-1] + text if whole.lower().strip(".,;") in words else before + text
    if before[-1:].isascii() and text[:1].isascii() and not before.endswith("-"):
        return f"{before} {text}"
    return together(before, text)


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text.rstrip())
