"""A chart as Mermaid, for Markdown pages that draw it; every name is written so that none can be read as code."""

from collections.abc import Iterator, Sequence

from jdlint.draw.chart import Box, Chart, Tie
from jdlint.draw.words import box_lines, tie_words

MOST_CHARACTERS, MOST_TIES = 50_000, 500
"""Mermaid draws nothing larger unless the page that embeds it raises these limits."""

_ARROWS = {"solid": "---", "dotted": "-.-", "claimed": "-.-", "guessed": "-.-"}
_STYLES = {
    "loop": "stroke:#8250df,stroke-width:3px",
    "clash": "stroke:#cf222e,stroke-width:3px",
    "unclear": "stroke:#9a6700,stroke-width:3px",
    "level": "stroke:#0969da,stroke-width:3px",
    "nameOnly": "stroke-dasharray:4 3,fill:none",
}


def write(charts: Sequence[Chart], language: str) -> str:
    """Write charts as one flow chart, each organisation a part of its own."""
    return "\n".join(_lines(charts, language)) + "\n"


def is_too_large(text: str) -> bool:
    """Whether Mermaid's own limits keep a text from being drawn."""
    return len(text) > MOST_CHARACTERS or sum(map(text.count, ("---", "-.-"))) > MOST_TIES


def _lines(charts: Sequence[Chart], language: str) -> Iterator[str]:
    yield "flowchart LR"
    marked: dict[str, list[int]] = {}
    number = 0
    for place, chart in enumerate(charts):
        names = _names(chart.boxes)
        yield f'  subgraph o{place}["{quote(chart.name)}"]'
        for box in chart.boxes:
            yield f"    {names[box.key]}{_label(box, language)}"
        for tie in chart.ties:
            yield f"    {names[tie.upper]} {_arrow(tie, language)} {names[tie.lower]}"
            if tie.mark:
                marked.setdefault(tie.mark, []).append(number)
            number += 1
        yield "  end"
        yield from _classes(chart.boxes, names)
    used = {box.mark for chart in charts for box in chart.boxes} | {
        "nameOnly" for chart in charts for box in chart.boxes if box.spot is None
    }
    yield from (f"  classDef {name} {style};" for name, style in _STYLES.items() if name in used)
    yield from (f"  linkStyle {','.join(map(str, links))} {_STYLES[mark]};" for mark, links in marked.items())


def _names(boxes: Sequence[Box]) -> dict[str, str]:
    return {box.key: box.key.replace("-", "_") for box in boxes}


def _label(box: Box, language: str) -> str:
    lines = "<br/>".join(map(quote, box_lines(box, language)))
    return f'["{lines}"]' if box.spot else f'(["{lines}"])'


def _arrow(tie: Tie, language: str) -> str:
    """Write a line, with what is wrong with it or what it is about in its middle."""
    words = tie_words(tie, language)
    arrow = _ARROWS[tie.form]
    return f'{arrow}|"{quote(words)}"|' if words else arrow


def _classes(boxes: Sequence[Box], names: dict[str, str]) -> Iterator[str]:
    for box in boxes:
        kind = box.mark or ("" if box.spot else "nameOnly")
        if kind:
            yield f"  class {names[box.key]} {kind};"


def quote(text: str) -> str:
    """Write a text for a quoted label: whatever is neither letter, digit nor blank becomes its number."""
    return "".join(each if each.isalnum() or each == " " else f"#{ord(each)};" for each in text)
