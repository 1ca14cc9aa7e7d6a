"""Tells which words of a document an import loses: neither in a role nor in the account of what was left."""

import re
from collections.abc import Iterator

from jdlint.bring.importing import Brought
from jdlint.language.fold import squeeze


def lost(text: str, brought: Brought) -> list[str]:
    """Give what of each line of a text is accounted for nowhere, list numbers aside."""
    pieces = sorted({squeeze(piece) for piece in _pieces(brought)} - {""}, key=len, reverse=True)
    found = (_rest(squeeze(line), pieces) for line in text.splitlines())
    return [rest for rest in found if rest and not rest.isdigit()]


def _pieces(brought: Brought) -> Iterator[str]:
    for draft in brought.drafts:
        yield draft.title
        for item in draft.items:
            yield item.text
            yield item.words
            yield "" if item.text else item.words.split()[-1]  # 无: nobody
            yield from (value for _, value in item.more)
        yield from (word for item in draft.items for word in re.split(r"[\s:：]", item.words) if len(word) > 1)
        yield from (heading.words for heading in draft.headings)
    yield from (left.words for left in brought.left)


def _rest(line: str, pieces: list[str]) -> str:
    """Take everything that is accounted for out of a line, from its start: as much as stands together in one piece."""
    lost = ""
    while line:
        length = next((size for size in range(len(line), 1, -1) if any(line[:size] in piece for piece in pieces)), 0)
        # one character is found in any text; it counts as accounted for where it ends a line or is a piece of its own
        is_known = line[0] in pieces or (len(line) == 1 and any(line in piece for piece in pieces))
        lost += "" if length or is_known else line[0]
        line = line[length or 1 :]
    return lost
