"""The report for programs: version 1, whose fields are only ever added to."""

from typing import Any

from jdlint import __version__
from jdlint.finding import Edit, Fix, Place, Severity, Status, Suppression
from jdlint.location import Range
from jdlint.pipeline import Outcome
from jdlint.report.encode import json_text
from jdlint.report.told import Paths, Told, tell
from jdlint.wording import Speech


def write(outcome: Outcome, speech: Speech) -> str:
    """Write the outcome; messages are in the language asked for, else the organisation's, else English.

    Paths start at the project's root, as in the text; `prefix` leads there from the root of the repository.
    """
    findings = outcome.findings.shown
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    held_back = outcome.findings
    document = {
        "version": 1,
        "tool": {"name": "jdlint", "version": __version__},
        "as_of": outcome.as_of,
        "profile": outcome.profile.label,
        "base": outcome.base or None,
        "prefix": Paths(outcome.root).of(""),
        "findings": [_finding(each) for each in tell(findings, outcome, speech)],
        "summary": {
            "files": len(outcome.files),
            "roles": outcome.roles,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "ignored": len(held_back.ignored) + len(held_back.accepted),
            "accepted": len(held_back.accepted),
            "baselined": len(held_back.baselined),
            "below_severity": len(held_back.below_severity),
            "excluded": len(held_back.excluded),
            **_by_status(outcome),
            "skipped": [
                {"file": skipped.file, "reason": skipped.reason.read(speech.plain)} for skipped in outcome.skipped
            ],
            "unchecked": [note.read(speech.plain) for note in outcome.unchecked],
        },
    }
    return json_text(document)


def _by_status(outcome: Outcome) -> dict[str, int | None]:
    """Count the findings by what the change has to do with them; null where nothing was compared."""
    counts = {status: sum(finding.status is status for finding in outcome.findings.shown) for status in Status}
    return {status.value: count if outcome.base else None for status, count in counts.items()}


def _finding(each: Told) -> dict[str, Any]:
    finding, spoken = each.finding, each.language
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "confidence": finding.confidence.value,
        "message": finding.message(spoken),
        "help": finding.advice(spoken),
        "file": finding.place.file,
        "role": finding.role,
        "pointer": finding.place.pointer,
        "range": _range(finding.place.range),
        "related": [_related(place, spoken) for place in finding.related],
        "data": dict(finding.data),
        "fix": _fix(finding.fix, spoken) if finding.fix else None,
        "fingerprint": each.key,
        "status": finding.status.value if finding.status else None,
        "suppression": _suppression(finding.suppression) if finding.suppression else None,
    }


def _fix(fix: Fix, spoken: str) -> dict[str, Any]:
    return {"safety": fix.safety.value, "summary": fix.summary.read(spoken), "edits": list(map(_edit, fix.edits))}


def _edit(edit: Edit) -> dict[str, Any]:
    written = {"file": edit.file, "range": _range(edit.range), "text": edit.text}
    return written | ({"drops_byte_order_mark": True} if edit.drops_mark else {})


def _suppression(made: Suppression) -> dict[str, str | None]:
    return {"kind": made.means.value, "reason": made.reason, "by": made.by or None, "until": made.until or None}


def _related(place: Place, language: str) -> dict[str, Any]:
    return {
        "file": place.file,
        "pointer": place.pointer,
        "range": _range(place.range),
        "message": place.message.read(language) if place.message else "",
    }


def _range(found: Range) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": found.start.line, "column": found.start.column},
        "end": {"line": found.end.line, "column": found.end.column},
    }
