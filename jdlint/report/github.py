"""The report as annotations of GitHub Actions, with a word on those that it wouldn't show."""

from collections.abc import Iterator

from jdlint.finding import Severity
from jdlint.pipeline import Outcome
from jdlint.report.closing import count
from jdlint.report.told import Told, told
from jdlint.report.width import shown
from jdlint.saying import tell
from jdlint.wording import COMMAS, Speech

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10
"""So many annotations of a level GitHub shows for one step; it drops the others without a word."""


def write(outcome: Outcome, speech: Speech) -> str:
    """Write the heaviest findings first, and how many more there are."""
    lines = list(_lines(told(outcome, speech), speech.plain))
    return "\n".join(lines) + "\n" if lines else ""


def _lines(findings: list[Told], language: str) -> Iterator[str]:
    more = []
    for severity, level in _LEVELS.items():
        members = [each for each in findings if each.finding.severity is severity]
        yield from (_annotation(each, level) for each in members[:_MOST])
        if len(members) > _MOST:
            more.append(count(severity.label, len(members) - _MOST, language))
    if more:
        yield tell(language, "report", "left-out", "annotations", found=COMMAS[language].join(more), most=_MOST)


def _annotation(each: Told, level: str) -> str:
    found = each.finding.place.range
    properties: dict[str, str | int] = {"file": shown(each.file), "line": found.start.line, "col": found.start.column}
    if found.end.line != found.start.line:
        properties["endLine"] = found.end.line
    elif found.end.column > found.start.column:
        properties["endColumn"] = found.end.column
    properties["title"] = f"jdlint {each.finding.rule}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {written}::{_data(each.whole)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
