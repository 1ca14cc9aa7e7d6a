"""Markdown: headings, lists and tables; what it marks as strong, code or a link is plain text here."""

import re
from collections.abc import Iterator, Sequence

from jdlint.bring.block import Block, Cell, Document, Kind, Place, Unit
from jdlint.bring.number import leading
from jdlint.bring.pages import together
from jdlint.bring.readers.plain import text_of
from jdlint.pattern import pattern

_HEADING = pattern(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_ITEM = pattern(r"(\s*)([-*+]|\d{1,3}[.)])\s+(.*)")
_ROW = pattern(r"\s*\|.*\|\s*")
_RULE = pattern(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*|\s*(?:[-*_]\s*){3,}")
_UNDERLINE = pattern(r" {0,3}(=+|-{2,})\s*")
_FENCE = pattern(r"\s*(?:```|~~~)")
_MARKS = (
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])"), r"\1"),
)


def read(name: str, raw: bytes) -> Document:
    """Read a Markdown file; raises DocumentError where it is no text."""
    text, encoding = text_of(raw)
    return Document(name, tuple(_blocks(text.splitlines())), remarks=(("encoding", encoding),) if encoding else ())


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at, gap = 0, False
    at = _after_front_matter(lines)
    while at < len(lines):
        line = lines[at]
        if _ROW.fullmatch(line):
            rows = _rows(lines, at)
            yield Block(Kind.TABLE, Place(Unit.LINE, at + 1), rows=tuple(_table(lines, at, rows)), after_gap=gap)
            at, gap = at + rows, False
            continue
        if line.strip() and not _RULE.fullmatch(line) and not _FENCE.match(line):
            block, taken = _block(lines, at, after_gap=gap)
            yield block
            at, gap = at + taken, False
            continue
        at, gap = at + 1, True


def _after_front_matter(lines: Sequence[str]) -> int:
    """Give where the text begins behind settings between lines of dashes."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:_MOST_SETTINGS], 1) if line.strip() == "---"), 0)


_MOST_SETTINGS = 60


def _block(lines: Sequence[str], at: int, *, after_gap: bool) -> tuple[Block, int]:
    """Read a heading, an item or a paragraph; give it with the number of its lines."""
    place = Place(Unit.LINE, at + 1)
    heading = _HEADING.fullmatch(lines[at])
    if heading:
        return Block(Kind.HEADING, place, plain(heading[2]), len(heading[1]), after_gap=after_gap), 1
    item = _ITEM.fullmatch(lines[at])
    text = item[3] if item else lines[at].lstrip("> \t")
    taken = 1
    while at + taken < len(lines) and not _ends(lines[at + taken - 1], lines[at + taken]):
        following = lines[at + taken]
        if not item and _UNDERLINE.fullmatch(following):
            level = 1 if "=" in following else 2
            return Block(Kind.HEADING, place, plain(text), level, after_gap=after_gap), taken + 1
        text = together(text.rstrip(), following.strip().lstrip("> "))
        taken += 1
    if item:
        depth = len(item[1].expandtabs(4)) // 2
        return Block(Kind.ITEM, place, plain(text), depth, item[2], after_gap=after_gap), taken
    return Block(Kind.PARAGRAPH, place, plain(text), after_gap=after_gap), taken


def _ends(line: str, following: str) -> bool:
    """Say whether a paragraph ends between two lines."""
    if not following.strip() or line.endswith(("  ", "\\")) or _ROW.fullmatch(following):
        return True
    if _HEADING.fullmatch(following) or _ITEM.fullmatch(following) or _FENCE.match(following):
        return True
    bare = plain(following)
    is_labelled = following.lstrip().startswith(("**", "__")) or bool(re.match(r"[^:：]{2,12}[:：]", bare))
    return leading(bare) is not None or is_labelled or (bool(_RULE.fullmatch(following)) and "|" in following)


def plain(text: str) -> str:
    """Give a text without its marks."""
    for mark, instead in _MARKS:
        text = mark.sub(instead, text)
    return text.strip()


def _rows(lines: Sequence[str], at: int) -> int:
    count = 0
    while at + count < len(lines) and _ROW.fullmatch(lines[at + count]):
        count += 1
    return count


def _table(lines: Sequence[str], at: int, count: int) -> Iterator[tuple[Cell, ...]]:
    for place in range(at, at + count):
        if not _RULE.fullmatch(lines[place]):
            cells = re.split(r"(?<!\\)\|", lines[place].strip()[1:-1])
            texts = [plain(re.sub(r"<br\s*/?>", "\n", cell, flags=re.IGNORECASE)) for cell in cells]
            yield tuple(Cell(text, Place(Unit.LINE, place + 1)) for text in texts)
