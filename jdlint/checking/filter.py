"""What is shown of the findings: a severity, the files asked for, and exceptions that the roles accept."""

from collections.abc import Iterable
from typing import NamedTuple

from jdlint.finding import Finding, Severity


class Filtered(NamedTuple):
    """The findings to show, and those that were held back, by reason."""

    shown: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    below_severity: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]
    """In files that weren't asked for."""
    ignored: tuple[Finding, ...] = ()
    baselined: tuple[Finding, ...] = ()
    excluded: tuple[Finding, ...] = ()
    """In files that the settings leave out, wholly or for the finding's rule."""

    @property
    def suppressed(self) -> tuple[Finding, ...]:
        """The findings for which somebody has made an exception."""
        return tuple(sorted((*self.ignored, *self.accepted, *self.baselined), key=order))


def filter_findings(findings: Iterable[Finding], targets: frozenset[str] | None, severity: Severity) -> Filtered:
    """Sort findings into the shown and the held back; `targets` are the files asked for, None meaning all."""
    groups: dict[str, list[Finding]] = {name: [] for name in Filtered._fields}
    for finding in sorted(findings, key=order):
        groups[_group(finding, targets, severity)].append(finding)
    return Filtered(**{name: tuple(members) for name, members in groups.items()})


def _group(finding: Finding, targets: frozenset[str] | None, severity: Severity) -> str:
    if targets is not None and not _touches(finding, targets):
        return "elsewhere"
    if finding.suppression:
        return finding.suppression.means.value
    return "below_severity" if finding.severity.value < severity.value else "shown"


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Give the key by which findings are sorted: file, place, rule."""
    start = finding.place.range.start
    return finding.place.file, start.line, start.column, finding.rule, finding.place.pointer


def _touches(finding: Finding, targets: frozenset[str]) -> bool:
    return finding.place.file in targets or any(place.file in targets for place in finding.related)
