"""The report for programs: version 1, whose fields are only ever added to."""

import json
from hashlib import sha256
from typing import Any

from jdlint import __version__
from jdlint.finding import Finding, Place, Severity, Status
from jdlint.location import Range
from jdlint.pipeline import Outcome
from jdlint.wording import Speech


def write(outcome: Outcome, speech: Speech, colour: bool) -> str:  # noqa: ARG001, FBT001 - the signature of every format
    """Write the outcome; messages are in the language asked for, else the organisation's, else English."""
    findings = outcome.findings.shown
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    document = {
        "version": 1,
        "tool": {"name": "jdlint", "version": __version__},
        "as_of": outcome.as_of,
        "profile": outcome.profile.label,
        "base": outcome.base or None,
        "findings": [_finding(finding, speech.about(finding.language)) for finding in findings],
        "summary": {
            "files": len(outcome.files),
            "roles": outcome.roles,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "ignored": len(outcome.findings.accepted),
            "baselined": 0,
            **_by_status(outcome),
            "skipped": [
                {"file": skipped.file, "reason": skipped.reason.read(speech.plain)} for skipped in outcome.skipped
            ],
            "unchecked": [note.read(speech.plain) for note in outcome.unchecked],
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _by_status(outcome: Outcome) -> dict[str, int | None]:
    """Count the findings by what the change has to do with them; null where nothing was compared."""
    counts = {status: sum(finding.status is status for finding in outcome.findings.shown) for status in Status}
    return {status.value: count if outcome.base else None for status, count in counts.items()}


def _finding(finding: Finding, spoken: str) -> dict[str, Any]:
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
        "fix": None,
        "fingerprint": fingerprint(finding),
        "status": finding.status.value if finding.status else None,
    }


def fingerprint(finding: Finding) -> str:
    """Give a key that stays the same while lines and list positions change."""
    return sha256("\x00".join(finding.identity).encode("utf-8", "surrogatepass")).hexdigest()[:24]


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
