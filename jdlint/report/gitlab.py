"""The report for GitLab's Code Quality: the widget of a merge request compares two of them."""

from typing import Any

from jdlint.finding import Severity
from jdlint.pipeline import Outcome
from jdlint.report.encode import json_text
from jdlint.report.told import Told, marked, tell
from jdlint.report.width import shown
from jdlint.wording import Speech

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome, speech: Speech) -> str:
    """Write one entry a finding, also those that were there before: GitLab tells the new ones by itself."""
    return json_text([_entry(marked(each)) for each in tell(outcome.findings.shown, outcome, speech)])


def _entry(each: Told) -> dict[str, Any]:
    found = each.finding.place.range
    return {
        "description": each.message,
        "content": {"body": each.advice},
        "check_name": each.finding.rule,
        "fingerprint": each.key,
        "severity": _SEVERITIES[each.finding.severity],
        "location": {"path": shown(each.file), "lines": {"begin": found.start.line, "end": found.end.line}},
    }
