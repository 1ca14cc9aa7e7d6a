"""A chart as DOT, for Graphviz; names are quoted so that none can be read as code or as an escape."""

from collections.abc import Iterator, Sequence

from jdlint.draw.chart import Box, Chart, Mark, Tie
from jdlint.draw.words import box_lines, tie_words

_COLOURS: dict[Mark, str] = {"loop": "#8250df", "clash": "#cf222e", "unclear": "#9a6700", "level": "#0969da"}
_STYLES = {"solid": "solid", "dotted": "dotted", "claimed": "dashed", "guessed": "dashed"}


def write(charts: Sequence[Chart], language: str) -> str:
    """Write charts as one graph, each organisation a cluster of its own."""
    return "\n".join(_lines(charts, language)) + "\n"


def _lines(charts: Sequence[Chart], language: str) -> Iterator[str]:
    yield "digraph jdlint {"
    yield "  graph [rankdir=LR, nodesep=0.15, charset=utf8];"
    yield '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];'
    yield '  edge [dir=none, fontname="sans-serif", fontsize=9];'
    for place, chart in enumerate(charts):
        yield f"  subgraph cluster_{place} {{"
        yield f"    label={quote(chart.name)};"
        yield from (f"    {_box(box, language)}" for box in chart.boxes)
        yield from (f"    {_tie(tie, language)}" for tie in chart.ties)
        yield "  }"
    yield "}"


def _box(box: Box, language: str) -> str:
    label = quote("\n".join(box_lines(box, language)))
    style = ", ".join(
        filter(
            None,
            (
                f"color={quote(_COLOURS[box.mark])}, penwidth=2" if box.mark else "",
                "" if box.spot else 'style="rounded,dashed"',
            ),
        )
    )
    return f"{quote(box.key)} [label={label}{', ' + style if style else ''}];"


def _tie(tie: Tie, language: str) -> str:
    words = tie_words(tie, language)
    colour = f", color={quote(_COLOURS[tie.mark])}, penwidth=2" if tie.mark else ""
    label = f", label={quote(words)}" if words else ""
    return f"{quote(tie.upper)} -> {quote(tie.lower)} [style={_STYLES[tie.form]}{colour}{label}];"


def quote(text: str) -> str:
    """Write a text as a quoted string: quotes, backslashes and the entities that Graphviz reads are written out."""
    plain = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'
