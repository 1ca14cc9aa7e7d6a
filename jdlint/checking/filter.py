"""What is shown of the findings: a severity, the files asked for, and exceptions that the roles accept."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jdlint.finding import Finding, Severity
from jdlint.language.fold import squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.role import Acceptance


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


def filter_findings(
    findings: Iterable[Finding],
    acceptances_of: Mapping[tuple[str, str], tuple[Acceptance, ...]],
    targets: frozenset[str] | None,
    severity: Severity,
    as_of: str,
) -> Filtered:
    """Sort findings into the shown and the held back; `targets` are the files asked for, None meaning all."""
    shown: list[Finding] = []
    accepted: list[Finding] = []
    below: list[Finding] = []
    elsewhere: list[Finding] = []
    for finding in sorted(findings, key=order):
        if targets is not None and not _touches(finding, targets):
            elsewhere.append(finding)
        elif any(_excuses(each, finding, as_of) for each in acceptances_of.get(_owner(finding), ())):
            accepted.append(finding)
        elif finding.severity.value < severity.value:
            below.append(finding)
        else:
            shown.append(finding)
    return Filtered(tuple(shown), tuple(accepted), tuple(below), tuple(elsewhere))


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Give the key by which findings are sorted: file, place, rule."""
    start = finding.place.range.start
    return finding.place.file, start.line, start.column, finding.rule, finding.place.pointer


def _touches(finding: Finding, targets: frozenset[str]) -> bool:
    return finding.place.file in targets or any(place.file in targets for place in finding.related)


def _owner(finding: Finding) -> tuple[str, str]:
    return finding.place.file, finding.role or ""


def acceptances(organisation: Organisation) -> dict[tuple[str, str], tuple[Acceptance, ...]]:
    """Give what the roles of an organisation accept, by file and role."""
    return {(role.file, role.id): role.accept for role in organisation.roles if role.accept}


def _excuses(acceptance: Acceptance, finding: Finding, as_of: str) -> bool:
    """Whether an acceptance holds for a finding: its rule, its day, and the opening words of the entry."""
    if acceptance.rule != finding.rule or (acceptance.until and acceptance.until < as_of):
        return False
    if not acceptance.opening:
        return True
    section = finding.identity[2].partition("[")[0].partition(".")[0]
    return section == acceptance.section and finding.identity[3].startswith(squeeze(acceptance.opening))
