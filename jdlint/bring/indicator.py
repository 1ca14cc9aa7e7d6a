"""Indicators: a line under a heading of assessment becomes a name with its formula, weight and target."""

import re
from collections.abc import Iterator, Sequence

from jdlint.bring.item import Item
from jdlint.bring.line import Line
from jdlint.finding import Confidence
from jdlint.pattern import pattern

_WEIGHT = pattern(
    r"(?:\s*[(（]\s*(?:权重|權重|占|佔|weight)?\s*[:：]?\s*(\d{1,3}(?:\.\d+)?\s?[%％])\s*[)）]"
    r"|[\s,，]+(?:权重|權重|weight)\s*[:：]?\s*(\d{1,3}(?:\.\d+)?\s?[%％]))\s*[。；;.]?\s*$",
    re.IGNORECASE,
)
_NAMED = pattern(r"([^:：。；;，,]{2,16})[:：]\s*(\S.*)", re.DOTALL)
_LIST_MARKS = pattern("[、，,]")
_LEAST, _LONGEST = 4, 8
"""Names that a line lists at least to be a list of names, and characters of the longest of them."""


def indicators(text: str, more: Sequence[tuple[str, str]], line: Line, sure: Confidence) -> Iterator[Item]:
    """Read the indicators of one line."""
    names = [name.strip() for name in _LIST_MARKS.split(text.strip("。；;."))]
    if not more and len(names) >= _LEAST and all(0 < len(name) <= _LONGEST for name in names):
        for name in names:
            yield Item("kpis", name, line.place, line.written, sure)
        return
    keys = list(more)
    weighed = _WEIGHT.search(text)
    if weighed and not any(key == "weight" for key, _ in keys):
        text, keys = text[: weighed.start()], [*keys, ("weight", (weighed[1] or weighed[2]).replace(" ", ""))]
    named = _NAMED.fullmatch(text)
    if named and not any(key == "formula" for key, _ in keys) and "://" not in text:
        text, keys = named[1].strip(), [("formula", named[2].strip()), *keys]
    yield Item("kpis", text, line.place, line.written, sure, tuple(keys))
