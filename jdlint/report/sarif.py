"""The report as SARIF 2.1.0, for code scanning: results with places, fingerprints, exceptions and help on each rule."""

import os
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from jdlint import __version__
from jdlint.checking.rule import Rule
from jdlint.finding import Fix, Means, Place, Safety, Severity, Status, Suppression, cut
from jdlint.location import Range
from jdlint.pipeline import Outcome
from jdlint.report import rule_facts as facts
from jdlint.report.encode import json_text
from jdlint.report.told import Paths, Told, tell
from jdlint.report.width import shown
from jdlint.wording import Speech

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"en": "en-US", "zh": "zh-CN", "zh-Hant": "zh-TW"}
"""SARIF's schema takes a language and a country, no script."""

_ROOT = "%SRCROOT%"
_STATES = {Status.INTRODUCED: "new", Status.AFFECTED: "new", Status.EXISTING: "unchanged"}


def write(outcome: Outcome, speech: Speech) -> str:
    """Write one run; findings with an exception are results with a suppression."""
    findings = outcome.findings
    every = sorted((*findings.shown, *findings.suppressed), key=lambda finding: finding.place.file)
    results = list(tell(every, outcome, speech))
    rules = sorted({each.finding.rule for each in results})
    writer = _Writer(outcome, speech, {rule: index for index, rule in enumerate(rules)})
    run = {
        "tool": {"driver": _driver(rules, outcome.rules, speech.plain)},
        "language": _LANGUAGES[speech.plain],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [writer.invocation()],
        "results": [writer.result(each) for each in results],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Iterable[str], known: Mapping[str, Rule], language: str) -> dict[str, Any]:
    return {
        "name": "jdlint",
        "organization": "The jdlint authors",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name, known.get(name), language) for name in rules],
    }


def _rule(name: str, rule: Rule | None, language: str) -> dict[str, Any]:
    """Describe a rule; a viewer shows its help beside each result."""
    friendly = "".join(word.capitalize() for word in name.replace("/", "-").split("-"))
    if rule is None:
        return {"id": name, "name": friendly}
    why, summary = rule.prose.why.read(language).strip(), rule.prose.summary.read(language)
    advice = [each.strip() for each in facts.advice(rule, language) if each.strip()]
    return {
        "id": name,
        "name": friendly,
        "shortDescription": {"text": _sentence(summary)},
        "fullDescription": {"text": _sentence(why)},
        "help": {"text": "\n".join((why, *advice)), "markdown": _help(rule, why, advice, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "precision": rule.confidence.value, "profile": rule.profile.label},
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "。", "!", "?", "！", "？")) else text + ("." if text.isascii() else "。")


def _help(rule: Rule, why: str, advice: list[str], language: str) -> str:
    lines = [why, "", f"**{facts.label('help', language)}**", "", *(f"- {each}" for each in advice)]
    if rule.prose.references:
        lines += [
            "",
            f"**{facts.label('references', language)}**",
            "",
            *(f"- {each}" for each in rule.prose.references),
        ]
    return "\n".join(lines)


class _Writer:
    """Writes the parts that need to know the run."""

    def __init__(self, outcome: Outcome, speech: Speech, indexes: Mapping[str, int]) -> None:
        self._outcome = outcome
        self._speech = speech
        self._paths = Paths(outcome.root)
        self._indexes = indexes
        self._is_compared = bool(outcome.base or outcome.baseline)
        self._record = shown(outcome.baseline.name) if outcome.baseline else "the baseline"

    def result(self, each: Told) -> dict[str, Any]:
        """Write a finding."""
        finding = each.finding
        found: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self._indexes[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": each.whole},
            "locations": [self._location(finding.place, finding.role)],
            "partialFingerprints": {"jdlint/v1": each.key},
            "suppressions": [self._suppression(finding.suppression)] if finding.suppression else [],
            "properties": {"confidence": finding.confidence.value, "role": _name(finding.role)},
        }
        if self._is_compared:
            found["baselineState"] = self._state(each)
        if finding.related:
            found["relatedLocations"] = [self._related(place, each.language) for place in finding.related]
        if finding.fix and finding.fix.safety is not Safety.DISPLAY and finding.fix.is_text:
            found["fixes"] = [self._fix(finding.fix, each.language)]
        return found

    def _state(self, each: Told) -> str:
        """Say whether the result is new; the record of a baseline counts as a run before."""
        made = each.finding.suppression
        if made and made.means is Means.BASELINED:
            return "unchanged"
        if each.finding.status:
            return _STATES[each.finding.status]
        return "unchanged" if self._outcome.base else "new"

    def _suppression(self, made: Suppression) -> dict[str, Any]:
        written: dict[str, Any] = {
            "kind": "external" if made.means is Means.BASELINED else "inSource",
            "status": "accepted",
            "justification": shown(made.reason) or f"recorded in {self._record}",
            "properties": {"means": made.means.value, "by": made.by or None, "until": made.until or None},
        }
        if made.place:
            written["location"] = self._location(made.place, None)
        return written

    def _location(self, place: Place, role: str | None) -> dict[str, Any]:
        written: dict[str, Any] = {
            "physicalLocation": {"artifactLocation": self._artifact(place.file), "region": _region(place.range)}
        }
        if role or place.pointer:
            name = {"fullyQualifiedName": _name(place.pointer)} if place.pointer else {}
            written["logicalLocations"] = [{"name": _name(role or place.pointer), "kind": "object", **name}]
        return written

    def _related(self, place: Place, language: str) -> dict[str, Any]:
        said = place.message.read(language) if place.message else ""
        return self._location(place, None) | ({"message": {"text": shown(said)}} if said else {})

    def _artifact(self, file: str) -> dict[str, str]:
        return {"uri": quote(os.fsencode(self._paths.of(file))), "uriBaseId": _ROOT}

    def _fix(self, fix: Fix, language: str) -> dict[str, Any]:
        changes = [
            {
                "artifactLocation": self._artifact(file),
                "replacements": [
                    {"deletedRegion": _region(edit.range), "insertedContent": {"text": edit.text}}
                    for edit in fix.edits
                    if edit.file == file
                ],
            }
            for file in dict.fromkeys(edit.file for edit in fix.edits)
        ]
        summary = {"description": {"text": said}} if (said := fix.summary.read(language)) else {}
        return {**summary, "artifactChanges": changes}

    def invocation(self) -> dict[str, Any]:
        """Say that the run came to its end, and what it didn't look at; no time and no machine, so that it repeats."""
        notices: list[dict[str, Any]] = [
            {"level": "note", "message": {"text": shown(note.read(self._speech.plain))}}
            for note in self._outcome.unchecked
        ]
        for skipped in self._outcome.skipped:
            place = {"physicalLocation": {"artifactLocation": self._artifact(skipped.file)}}
            said = shown(skipped.reason.read(self._speech.plain))
            notices.append({"level": "note", "message": {"text": said}, "locations": [place]})
        crashed = any(finding.rule == "internal/crash" for finding in self._outcome.findings.shown)
        return {"executionSuccessful": not crashed, "toolExecutionNotifications": notices}


def _name(text: str | None) -> str | None:
    return shown(cut(text)) if text else None


def _region(found: Range) -> dict[str, int]:
    """Write a range; the end is exclusive here, too."""
    return {
        "startLine": found.start.line,
        "startColumn": found.start.column,
        "endLine": found.end.line,
        "endColumn": found.end.column,
    }
