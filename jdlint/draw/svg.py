"""A chart as SVG: our own layout, styled by page/chart.css, readable without colour."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from jdlint.draw.assets import asset
from jdlint.draw.chart import Box, Chart, Tie
from jdlint.draw.layout import ASIDE_GAP, COLUMN_GAP, HEIGHT, SMALL_SIZE, Layout, Placed, lay_out
from jdlint.draw.letters import pixels
from jdlint.record import NamedTuple
from jdlint.saying import say

_MARGIN = 12
_HEADING = 30
_LEGEND = 26


def write(charts: Sequence[Chart], language: str) -> str:
    """Write charts below each other as one file that stands alone."""
    parts, top, widest = [], 0.0, 0.0
    for chart in charts:
        body, width, height = _figure(chart, language)
        parts.append(f'<g transform="translate(0 {top:g})">{body}</g>')
        top += height
        widest = max(widest, width)
    heading = escape(say("report-page", "chart", "heading").read(language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{widest:g}" height="{top:g}" viewBox="0 0 {widest:g} {top:g}" '
        f'role="img" lang="{language}"><title>{heading}</title><style>{asset("chart.css")}</style>'
        f'<rect class="paper" width="100%" height="100%"/>{"".join(parts)}</svg>\n'
    )


class Inline(NamedTuple):
    """A chart for an HTML page, free of words: the page has the style and the legend."""

    markup: str
    legend: tuple[str, ...]
    """The keys of the legend's entries."""


def inline(chart: Chart) -> Inline:
    """Write a chart for an HTML page; its boxes are links to the roles."""
    layout = _lay_out(chart)
    width, height = layout.width + 2 * _MARGIN + COLUMN_GAP, layout.height + 2 * _MARGIN
    body = "".join(_body(layout, is_linked=True))
    markup = (
        f'<svg class="chart" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" role="group" '
        f'aria-label="{escape(chart.name)}"><g transform="translate({_MARGIN} {_MARGIN})">{body}</g></svg>'
    )
    return Inline(markup, tuple(legend_keys(chart, layout)))


def _figure(chart: Chart, language: str) -> tuple[str, float, float]:
    """Give a chart with its name and its legend, and the size of all."""
    layout = _lay_out(chart)
    legend, room = _legend(legend_keys(chart, layout), language)
    parts = [
        f'<text class="name" x="{_MARGIN}" y="{_HEADING - 8}">{escape(chart.name)}</text>',
        f'<g transform="translate({_MARGIN} {_HEADING})">{legend}</g>',
        f'<g transform="translate({_MARGIN} {_HEADING + _LEGEND})">',
        *_body(layout, is_linked=False),
        "</g>",
    ]
    width = max(layout.width + COLUMN_GAP, room, pixels(chart.name, 16)) + 2 * _MARGIN
    return "".join(parts), width, layout.height + _HEADING + _LEGEND + 2 * _MARGIN


def _lay_out(chart: Chart) -> Layout:
    return lay_out(chart, {box.key: f"+{box.folded}" for box in chart.boxes if box.folded})


def legend_keys(chart: Chart, layout: Layout) -> list[str]:
    """Give what a chart's reader has to know, and nothing that doesn't occur."""
    forms = {tie.form for tie in chart.ties}
    names = [box for box in chart.boxes if box.spot is None]
    keys: list[str] = list(chart.marks)
    keys += [form for form in ("dotted", "claimed", "guessed") if form in forms]
    keys += ["external"] if any(box.is_external for box in names) else []
    keys += ["unknown"] if any(not box.is_external for box in names) else []
    keys += ["far"] if any(placed.texts.aside for placed in layout.placed.values()) else []
    keys += ["more"] if any(box.folded for box in chart.boxes) else []
    return keys


def _legend(keys: Iterable[str], language: str) -> tuple[str, float]:
    parts, left = [], 0.0
    for key in keys:
        words = say("report-page", "chart", key).read(language)
        parts.append(
            f'<g transform="translate({left:g} 0)">{sample(key)}'
            f'<text class="small" x="32" y="11">{escape(words)}</text></g>'
        )
        left += 48 + pixels(words, SMALL_SIZE)
    return "".join(parts), left


def sample(key: str) -> str:
    """Draw how something looks, 26 by 14."""
    if key in ("external", "unknown"):
        return f'<rect class="box name-only {key}" x="1" y="1" width="24" height="12" rx="3"/>'
    if key in _SIGNS_BESIDE:
        return f'<text class="small" x="2" y="11">{_SIGNS_BESIDE[key]}</text>'
    return f'<path class="tie {key}" d="M0 7H26"/>'


_SIGNS_BESIDE = {"far": "⇠ ⇢", "more": "+n"}


def _body(layout: Layout, *, is_linked: bool) -> Iterator[str]:
    for tie in layout.ties:
        yield _tie(tie, layout)
    for placed in layout.placed.values():
        yield _box(placed, is_linked=is_linked)


def _tie(tie: Tie, layout: Layout) -> str:
    upper, lower = layout.placed[tie.upper], layout.placed[tie.lower]
    path = _branch(upper, lower) if layout.is_branch(tie) else _detour(upper, lower)
    classes = " ".join(filter(None, ("tie", tie.form, tie.mark)))
    title = f"<title>{escape(tie.scope)}</title>" if tie.scope else ""
    return f'<path class="{classes}" d="{path}">{title}</path>'


def _branch(upper: Placed, lower: Placed) -> str:
    """Lead from the right of a superior to the left of its subordinate, in right angles."""
    start, end = upper.y + HEIGHT / 2, lower.y + HEIGHT / 2
    turn = lower.x - COLUMN_GAP / 2
    return f"M{upper.x + upper.width:g} {start:g}H{turn:g}V{end:g}H{lower.x:g}"


def _detour(upper: Placed, lower: Placed) -> str:
    """Lead to a subordinate that is drawn below somebody else, in a curve."""
    start, end = upper.y + HEIGHT / 2, lower.y + HEIGHT / 2
    right = upper.x + upper.width
    if upper is lower:
        return f"M{right:g} {start - 8:g}c24 -10 24 26 0 16"
    if upper.depth < lower.depth:
        bend = max(COLUMN_GAP, (lower.x - right) / 2)
        return f"M{right:g} {start:g}C{right + bend:g} {start:g} {lower.x - bend:g} {end:g} {lower.x:g} {end:g}"
    if start == end:
        first, last = upper.x + upper.width / 2, lower.x + lower.width / 2
        edge = upper.y + HEIGHT
        return f"M{first:g} {edge:g}C{first:g} {edge + 16:g} {last:g} {edge + 16:g} {last:g} {edge:g}"
    far = max(right, lower.x + lower.width) + COLUMN_GAP - 8
    return f"M{right:g} {start:g}C{far:g} {start:g} {far:g} {end:g} {lower.x + lower.width:g} {end:g}"


def _box(placed: Placed, *, is_linked: bool) -> str:
    box = placed.box
    kind = "" if box.spot else "name-only " + ("external" if box.is_external else "unknown")
    classes = " ".join(filter(None, ("box", kind, box.mark)))
    texts, is_single = placed.texts, not placed.texts.small and not placed.texts.badge
    beside = placed.width + ASIDE_GAP
    worst = box.counts[0][0].label if box.counts else ""
    parts = [
        f"<title>{escape(_tooltip(box))}</title>",
        f'<rect class="{classes}" width="{placed.width:g}" height="{HEIGHT}" rx="5"/>',
        _text("", 11, 25 if is_single else 17, texts.title),
        _text("small", 11, 32, texts.small),
        _text(f"small badge {worst}", placed.width - 9, 32, texts.badge),
        _text(f"small aside {box.mark}", beside, 15, texts.aside),
        _text("small", beside, 33, texts.below),
    ]
    drawn = f'<g transform="translate({placed.x:g} {placed.y:g})">{"".join(parts)}</g>'
    return f'<a href="#{box.key}">{drawn}</a>' if is_linked and box.spot else drawn


def _text(classes: str, x: float, y: float, text: str) -> str:
    return f'<text class="{classes.strip()}" x="{x:g}" y="{y:g}">{escape(text)}</text>' if text else ""


def _tooltip(box: Box) -> str:
    return " · ".join(filter(None, (box.title, box.level, box.unit, box.spot.file if box.spot else "")))
