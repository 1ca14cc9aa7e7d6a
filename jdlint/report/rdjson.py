"""The report in reviewdog's diagnostic format, which puts comments on pull requests of many hosts."""

from typing import Any

from jdlint.finding import Finding, Safety
from jdlint.location import Point, Range
from jdlint.pipeline import Outcome
from jdlint.report.encode import json_text
from jdlint.report.told import Told, told
from jdlint.report.width import shown
from jdlint.wording import Speech


def write(outcome: Outcome, speech: Speech) -> str:
    """Write one diagnostic a finding."""
    diagnostics = [_diagnostic(each) for each in told(outcome, speech)]
    return json_text({"source": {"name": "jdlint"}, "diagnostics": diagnostics})


def _diagnostic(each: Told) -> dict[str, Any]:
    place = each.finding.place
    found: dict[str, Any] = {
        "message": each.whole,
        "location": {"path": shown(each.file), "range": _range(place.range, each.finding) or _lines(place.range)},
        "severity": each.finding.severity.label.upper(),
        "code": {"value": each.finding.rule},
    }
    suggestion = _suggestion(each.finding)
    return found | {"suggestions": [suggestion]} if suggestion else found


def _suggestion(finding: Finding) -> dict[str, Any] | None:
    """Give a fix that is one edit in the finding's own file: reviewdog applies each suggestion by itself."""
    fix = finding.fix
    if fix is None or fix.safety is Safety.DISPLAY or not fix.is_text:
        return None
    if len(fix.edits) != 1 or fix.edits[0].file != finding.place.file:
        return None
    found = _range(fix.edits[0].range, finding)
    return {"range": found, "text": fix.edits[0].text} if found else None


def _range(found: Range, finding: Finding) -> dict[str, Any] | None:
    """Write a range in columns of bytes; None where that needs the text of another line than the finding's."""
    start, end = _position(found.start, finding), _position(found.end, finding)
    return {"start": start, "end": end} if start and end else None


def _position(point: Point, finding: Finding) -> dict[str, int] | None:
    """Write a point; this format counts columns in bytes of UTF-8."""
    if point.column == 1:
        return {"line": point.line, "column": 1}
    if point.line != finding.place.range.start.line:
        return None
    before = finding.place.source_line[: point.column - 1]
    return {"line": point.line, "column": len(before.encode("utf-8", "replace")) + 1}


def _lines(found: Range) -> dict[str, Any]:
    """Write a range as whole lines."""
    return {"start": {"line": found.start.line}, "end": {"line": found.end.line}}
