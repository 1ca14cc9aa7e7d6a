"""Labels are set apart from what stands behind them, at the start of a text and inside it."""

import re
from collections.abc import Iterator

from jdlint.bring.label import MOST_CHINESE, MOST_ENGLISH, find, glued, inline_words
from jdlint.bring.line import Line
from jdlint.language.fold import fold
from jdlint.pattern import pattern

LABELLED = pattern(rf"([^:：]{{1,{MOST_ENGLISH}}}?)\s*[:：]\s*(.*)", re.DOTALL)
"""A label, a colon and a value."""
RUN_IN = pattern(r"([A-Z][A-Za-z&/,'’ -]{2,50})\.\s+([\"“A-Z].*)", re.DOTALL)
"""A heading in English and the text that runs on behind it."""
_BRACKETED = pattern(r"[【\[〔]([^】\]〕]{2,20})[】\]〕]\s*[:：]?\s*(.*)", re.DOTALL)
_DASHED = pattern(r"([^-–—]{2,40}?)\s*(?:\s[-–—]\s|——)\s*(\S.*)", re.DOTALL)
_INNER_COLON = pattern(r"[:：]\s*[^\s:：(（]")
_BEFORE_LABEL = " \t\u3000。；;.!?！？)）】]，,"


def labelled(line: Line) -> Iterator[Line]:
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
    for form in (LABELLED, _BRACKETED, _DASHED):
        found = form.fullmatch(line.text)
        label = find(found[1]) if found else None
        if found is None or label is None or (form is _DASHED and (label.is_weak or not label.is_exact)):
            continue
        if label.is_exact or len(found[1]) <= MOST_CHINESE:
            return line._replace(label=label, text=found[2].strip(), colon=True)
    return _run_in(line)


def _run_in(line: Line) -> Line:
    """Set a heading apart that the text of its section follows on the same line (Job objective. To obtain …)."""
    found = RUN_IN.fullmatch(line.text)
    label = find(found[1]) if found else None
    if found is None or label is None or not label.is_exact or (label.is_weak and not line.after_gap):
        return line
    if line.number and found[2][-1] in ".;!?":
        return line  # an item that begins with the name of an area
    return line._replace(label=label, text=found[2].strip(), colon=True)
