"""The report as one HTML page that stands alone: no network, no framework, no text that could act as markup."""

import re
from base64 import b64encode
from hashlib import sha256

from jdlint import __version__
from jdlint.draw.assets import asset
from jdlint.draw.chart import Chart
from jdlint.draw.facts import facts
from jdlint.draw.fold import fold
from jdlint.draw.letters import one_line
from jdlint.draw.markup import Markup, Sayings, safe_json, tag, text
from jdlint.draw.material import Material
from jdlint.draw.summary import summary
from jdlint.draw.svg import inline, sample
from jdlint.pattern import pattern
from jdlint.saying import say
from jdlint.wording import Wording

_SMALL = 60
"""A chart of so many boxes is shown whole; of a larger one, at first only the parts that are marked."""

_OPEN = 120
"""So many boxes in all are shown at once; behind them, charts open when a reader asks for them."""

_HOLE = pattern(r"\{\{([\w .-]+)\}\}")


def write(material: Material, language: str) -> str:
    """Write the page; `language` is spoken first, the others are a click away."""
    sayings = Sayings(language)
    style = asset("report.css") + "\n" + asset("chart.css")
    script = asset("report.js")
    parts = {
        "language": language,
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "title": text(_title(material).read(language)),
        "heading": sayings.say("h1", _title(material)),
        "languages": _languages(language),
        "made": sayings.say(
            "p", say("report-page", "page", "made", day=material.outcome.as_of, version=__version__), class_="made"
        ),
        "summary": summary(material, sayings),
        "charts": _charts(material, sayings),
        "organisations": _choices(dict.fromkeys(sheet.organisation for sheet in material.sheets)),
        "units": _choices(dict.fromkeys(sorted(sheet.unit for sheet in material.sheets if sheet.unit))),
    }
    frame = asset("report.html")
    said = {
        key: sayings.say("span", say("report-page", "page", key)) for key in re.findall(r"\{\{say (\w+)\}\}", frame)
    }
    parts |= {f"say {key}": words for key, words in said.items()}
    parts |= {
        f"number {key}": str(sayings.number(say("report-page", "page", key)))
        for key in re.findall(r"\{\{number (\w+)\}\}", frame)
    }
    parts["data"] = safe_json(facts(material, language, sayings))
    # one pass over our own frame: what is put in is never looked at again
    return _HOLE.sub(lambda hole: parts[hole[1]], frame) + "\n"


def _title(material: Material) -> Wording:
    names = [chart.name for chart in material.charts]
    if len(names) == 1:
        return say("report-page", "page", "title", name=names[0])
    count = say("report-page", "page", "organisations", n=len(names))
    return Wording(
        {each: say("report-page", "page", "title", name=count.read(each)).read(each) for each in count.texts}
    )


def _policy(style: str, script: str) -> str:
    """Allow the page's own style and script and nothing else: no address, no frame, no form, no other script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _languages(language: str) -> Markup:
    return "".join(
        tag(
            "button",
            text(label),
            type="button",
            lang=each,
            data_language=each,
            aria_pressed="true" if each == language else "false",
        )
        for each, label in say("report-page", "language").texts.items()
    )


def _choices(names: dict[str, None]) -> Markup:
    return "".join(tag("option", text(name), value=one_line(name)) for name in names)


def _charts(material: Material, sayings: Sayings) -> Markup:
    figures = []
    shown = 0
    for chart in material.charts:
        shown += len(chart.boxes)
        figures.append(_figure(chart, sayings, is_open=shown <= _OPEN or len(material.charts) == 1))
    return "".join(figures)


def _figure(chart: Chart, sayings: Sayings, *, is_open: bool) -> Markup:
    """Write a chart; the whole of a large one waits in a template until a reader asks for it."""
    parts = fold(chart) if len(chart.boxes) > _SMALL else chart
    parts = parts if parts.boxes else chart
    drawn, whole = inline(parts), ""
    if len(parts.boxes) < len(chart.boxes):
        told = say("report-page", "page", "whole", n=len(chart.boxes)), say("report-page", "page", "parts")
        whole = sayings.say("button", told[0], type="button", class_="whole", data_other=str(sayings.number(told[1])))
        whole += tag("template", inline(chart).markup)
    legend = [
        tag(
            "li",
            tag("svg", sample(key), width="28", height="14", aria_hidden="true"),
            sayings.say("span", say("report-page", "chart", key)),
        )
        for key in drawn.legend
    ]
    marked = sum(bool(box.mark) for box in chart.boxes)
    state = say("report-page", "page", "marked", n=marked) if marked else say("report-page", "page", "unmarked")
    heading = tag("summary", tag("h3", text(chart.name)), " ", sayings.say("small", state))
    body = tag("ul", *legend, class_="legend") + whole
    frame = tag("div", drawn.markup, class_="frame", tabindex="0", role="region", aria_label=one_line(chart.name))
    return f'<details class="figure"{" open" if is_open else ""}>{heading}{body}{frame}</details>'
