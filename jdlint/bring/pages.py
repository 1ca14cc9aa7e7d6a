"""Pages become a text: page marks, running heads, contents tables and a site's own words go, cut lines are joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from jdlint import knowledge
from jdlint.bring.block import Block, Kind
from jdlint.bring.label import find
from jdlint.bring.left import Left, Reason
from jdlint.bring.number import leading
from jdlint.language.flaws_words import residue
from jdlint.record import NamedTuple

_ENDS = "。；;.!！?？:：…"
_SHORT = 40
"""Characters up to which a line may be a running head."""


class _Patterns(NamedTuple):
    site: re.Pattern[str]
    anywhere: re.Pattern[str]
    tail: re.Pattern[str]
    page: re.Pattern[str]
    contents: re.Pattern[str]
    contents_line: re.Pattern[str]
    signature: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = knowledge.load("import/residue")

    def whole(name: str) -> re.Pattern[str]:
        patterns = data[name] if isinstance(data[name], list) else [data[name]]
        return re.compile(rf"\s*(?:{'|'.join(patterns)})\s*", re.IGNORECASE)

    return _Patterns(
        whole("site"),
        re.compile("|".join(re.escape(each) for each in data["anywhere"]), re.IGNORECASE),
        whole("tail"),
        whole("page"),
        whole("contents"),
        whole("contents-line"),
        whole("signature"),
    )


class Cleaned(NamedTuple):
    """The blocks that may be about roles, and what was taken out."""

    blocks: tuple[Block, ...]
    left: tuple[Left, ...]
    joined: tuple[Block, ...]
    """Blocks behind a page mark that were joined to the sentence before it."""


def clean(blocks: Sequence[Block]) -> Cleaned:
    """Take out what pages and sites add, and join the sentences that a page mark cuts."""
    left: list[Left] = []
    kept = list(_without_contents(blocks, left))
    kept = _without_running_heads(kept, left)
    kept = _without_residue(kept, left)
    joined: list[Block] = []
    return Cleaned(tuple(_join_pages(kept, left, joined)), tuple(left), tuple(joined))


def _without_contents(blocks: Sequence[Block], left: list[Left]) -> Iterator[Block]:
    """Drop a contents table: its lines come again below, or end in page numbers."""
    patterns = _patterns()
    texts = Counter(_bare(block.text) for block in blocks)
    inside = False
    for block in blocks:
        if block.kind is not Kind.TABLE and patterns.contents.fullmatch(block.text):
            inside = True
        elif inside:
            again = texts[_bare(block.text)] > 1
            inside = bool(block.text) and (again or bool(patterns.contents_line.fullmatch(block.text)))
            texts[_bare(block.text)] -= inside
        if inside:
            left.append(Left(block.place, block.text, Reason.CONTENTS))
        else:
            yield block


def _bare(text: str) -> str:
    found = leading(text)
    return re.sub(r"[\s.．·…\d]+$|\s", "", found[1] if found else text)


def _without_running_heads(blocks: list[Block], left: list[Left]) -> list[Block]:
    """Drop short lines that stand at the top or foot of most pages."""
    pages: dict[str, list[Block]] = {}
    for block in blocks:
        if block.place.part and block.is_line:
            pages.setdefault(block.place.part, []).append(block)
    edges = Counter(text for page in pages.values() for text in {_undated(each.text) for each in _edges(page)})
    heads = {text for text, count in edges.items() if count >= _LEAST_PAGES and 2 * count > len(pages)}
    dropped = {
        id(block)
        for page in pages.values()
        for block in _edges(page)
        if _undated(block.text) in heads or (len(pages) > 1 and re.fullmatch(r"\d{1,3}", block.text.strip()))
    }
    kept = [block for block in blocks if id(block) not in dropped]
    left.extend(Left(block.place, block.text, Reason.PAGE) for block in blocks if id(block) in dropped)
    return kept


_LEAST_PAGES = 3


def _edges(page: list[Block]) -> list[Block]:
    edges = page if len(page) <= len("tops") else [*page[:2], *page[-2:]]
    return [block for block in edges if 0 < len(block.text) <= _SHORT]


def _undated(text: str) -> str:
    """Free a line of its numbers, which differ from page to page."""
    return re.sub(r"\d+", "", text).strip()


def _without_residue(blocks: list[Block], left: list[Left]) -> list[Block]:
    patterns = _patterns()
    kept: list[Block] = []
    tail: list[Block] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            (tail or kept).append(block)
        elif tail or (patterns.tail.fullmatch(block.text) and not _is_item(block.text)):
            tail.append(block)
        elif reason := _reason(block.text):
            left.append(Left(block.place, block.text, reason))
        else:
            kept.append(block)
    left.extend(Left(block.place, block.text, Reason.SITE) for block in tail if block.text)
    return kept


def _is_item(text: str) -> bool:
    """Say whether a line goes on with a numbered list: 3、整理与业务相关的推荐, which ends no page."""
    found = leading(text)
    return found is not None and not found[0].is_bullet and len(found[1]) > _HEADING


_HEADING = 6
"""Characters up to which a numbered line may head what a site adds: 5. 相关文章."""


def _reason(text: str) -> Reason | None:
    patterns = _patterns()
    if patterns.page.fullmatch(text):
        return Reason.PAGE
    if patterns.signature.fullmatch(text):
        return Reason.SIGNATURE
    if patterns.site.fullmatch(text) or patterns.anywhere.search(text) or next(residue(text), None):
        return Reason.SITE
    return None


def _join_pages(blocks: list[Block], left: list[Left], joined: list[Block]) -> Iterator[Block]:
    """Join what page marks cut: a mark alone on its line, a page that ends, and pages pasted as 1、… 2、…."""
    marks = sorted(each.place.number for each in left if each.reason is Reason.PAGE and not each.place.part)
    pages = _numbered_pages(blocks)
    last: Block | None = None
    for index, block in enumerate(blocks):
        current = block
        if index in pages:
            mark = leading(block.text)
            assert mark is not None  # noqa: S101 - only numbered paragraphs are taken for pages
            left.append(Left(block.place, mark[0].written, Reason.PAGE))
            current = block._replace(text=mark[1])
        between = last is not None and (index in pages or _page_ends(last, current, marks))
        if last is not None and between and _goes_on(last.text, current.text, is_page=index in pages):
            joined.append(current)
            last = last._replace(text=together(last.text, current.text))
            continue
        if last is not None:
            yield last
        last = current
    if last is not None:
        yield last


def _page_ends(last: Block, block: Block, marks: list[int]) -> bool:
    """Say whether a page ends between two blocks."""
    if not (last.is_line and block.is_line):
        return False
    if last.place.part != block.place.part:
        return True
    return any(last.place.number < mark < block.place.number for mark in marks)


def _goes_on(before: str, text: str, *, is_page: bool) -> bool:
    """Say whether a sentence that a page ends in goes on behind it."""
    if not before or not text or before[-1] in _ENDS:
        return False
    return is_page or (leading(text) is None and find(text) is None and find(before) is None and len(before) > _TITLE)


_TITLE = 12
"""Characters up to which a line without an end may be a heading and no cut sentence."""


def _numbered_pages(blocks: list[Block]) -> set[int]:
    """Find paragraphs that are the pages of a document, numbered in turn, most of them cut inside a sentence."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        number = leading(block.text) if block.is_line and len(block.text) >= _PAGE else None
        if number and number[0].style == "digit" and number[0].value == len(found) + 1:
            found.append(index)
    cut = sum(blocks[before].text[-1] not in _ENDS for before in found[:-1])
    return set(found) if len(found) >= _LEAST_PAGES and 2 * cut > len(found) - 1 else set()


_PAGE = 80
"""Characters that a page has at least."""


def together(before: str, text: str) -> str:
    """Put two parts of a sentence together: with a blank between words that are written with blanks."""
    if not before or not text:
        return before + text
    ends = before[-1] in ".!?" and text[0].isupper()
    spaced = before[-1].isascii() and text[0].isascii() and (before[-1].isalnum() or before[-1] in ",;:)" or ends)
    return f"{before} {text}" if spaced and text[0] not in ",.;:)" else before + text
