"""The report as Checkstyle's XML, which Jenkins, Gitee and many editors read."""

from collections.abc import Iterator
from itertools import groupby

from jdlint import __version__
from jdlint.pipeline import Outcome
from jdlint.report.encode import tag
from jdlint.report.told import Told, told
from jdlint.wording import Speech


def write(outcome: Outcome, speech: Speech) -> str:
    """Write findings by file."""
    return "\n".join(_lines(told(outcome, speech))) + "\n"


def _lines(findings: list[Told]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<{tag('checkstyle', version=f'jdlint-{__version__}')}>"
    for file, members in groupby(findings, key=lambda each: each.file):
        yield f"  <{tag('file', name=file)}>"
        yield from (f"    <{_error(each)}/>" for each in members)
        yield "  </file>"
    yield "</checkstyle>"


def _error(each: Told) -> str:
    start = each.finding.place.range.start
    return tag(
        "error",
        line=start.line,
        column=start.column,
        severity=each.finding.severity.label,
        message=each.whole,
        source=f"jdlint.{each.finding.rule.replace('/', '.')}",
    )
