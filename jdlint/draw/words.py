"""What stands in a box and on a line, in words, however a chart is drawn."""

from jdlint.draw.chart import Box, Tie
from jdlint.finding import Severity
from jdlint.saying import say

SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.INFO: "●"}
"""Severities by their shapes, for readers who don't tell colours apart."""


def badge(box: Box) -> str:
    """Write how many errors and warnings a box has."""
    told = (Severity.ERROR, Severity.WARNING)
    return " ".join(f"{SIGNS[severity]}{count}" for severity, count in box.counts if severity in told)


def small_print(box: Box) -> str:
    """Write what stands below the title: level and unit, as far as they are known."""
    return " · ".join(filter(None, (box.level, box.unit)))


def box_lines(box: Box, language: str) -> list[str]:
    """Write a box line by line, for charts that others draw."""
    mark = say("report-page", "chart", box.mark).read(language) if box.mark else ""
    folded = say("report-page", "chart", "folded", n=box.folded).read(language) if box.folded else ""
    return [line for line in (box.title, small_print(box), mark, badge(box), folded) if line]


def tie_words(tie: Tie, language: str) -> str:
    """Write what is wrong with a line, how it is known, and what it is about; '' where nothing needs saying."""
    keys = filter(None, (tie.mark, tie.form if tie.form in ("claimed", "guessed") else ""))
    told = (say("report-page", "chart", key).read(language) for key in keys)
    return " · ".join(filter(None, (*told, tie.scope)))
