"""`jdlint chart`: the reporting lines as Mermaid, DOT or SVG, with the findings marked."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module

from jdlint.cli import choices, files, usage
from jdlint.cli.aside import say_aside
from jdlint.draw.chart import Chart
from jdlint.draw.fold import fold, left_out
from jdlint.errors import UsageError
from jdlint.saying import say

_ENDINGS = {
    ".svg": "svg", ".dot": "dot", ".gv": "dot", ".mmd": "mermaid", ".mermaid": "mermaid", ".md": "mermaid",
    ".txt": "mermaid", "": "mermaid",
}  # fmt: skip


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; findings are drawn, and don't make it fail."""
    options = usage.parser("chart")
    choices.add(options)
    options.add_argument("--format", choices=("mermaid", "dot", "svg"))
    options.add_argument("--fold", action="store_true")
    options.add_argument("-o", "--output", metavar="FILE")
    asked = options.parse_args(arguments)
    request, outcome, collection = choices.look(asked)
    language = usage.language(request.config.lang, outcome.languages)
    charts = collection.charts(outcome)
    if asked.fold:
        charts = _folded(charts, language)
    form = asked.format or _form_for(asked.output or "")
    writer: Callable[[Sequence[Chart], str], str] = import_module(f"jdlint.draw.{form}").write
    text = writer(charts, language)
    if form == "mermaid" and import_module("jdlint.draw.mermaid").is_too_large(text):
        say_aside(say("report-page", "chart", "too_large").read(language))
    if collection.unread:
        say_aside(say("report-page", "chart", "unread", n=collection.unread).read(language))
    if asked.output and asked.output != "-":
        files.save(asked.output, text, outcome.root, outcome.files)
        write(f"{asked.output}\n")
    else:
        write(text)
    return 0


def _form_for(file: str) -> str:
    """Choose the format by a file's ending; raises UsageError for one that promises what no format holds (.png)."""
    ending = os.path.splitext(file)[1].lower()
    if ending not in _ENDINGS:
        raise UsageError("no-format-for-ending", file=file, known=tuple(filter(None, _ENDINGS)))
    return _ENDINGS[ending]


def _folded(charts: Sequence[Chart], language: str) -> tuple[Chart, ...]:
    folded = tuple(map(fold, charts))
    count = sum(map(left_out, charts, folded))
    if count:
        say_aside(say("report-page", "chart", "left_out", n=count).read(language))
    return tuple(chart for chart in folded if chart.boxes)
