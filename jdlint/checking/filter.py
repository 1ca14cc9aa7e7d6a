"""What is shown of the findings, and what is held back: by severity, files, settings, exceptions and the baseline."""

from collections.abc import Callable, Iterable

from jdlint.finding import Finding, Means, Severity
from jdlint.record import NamedTuple


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


class Wanted(NamedTuple):
    """What a caller wants to see."""

    severity: Severity = Severity.INFO
    """The lowest."""
    targets: frozenset[str] | None = None
    """The files asked for; None for all."""
    is_left_out: Callable[[Finding], bool] = lambda _: False
    """Whether the settings leave a finding out."""
    shows_excused: bool = False
    """Whether findings are shown that comments and roles except."""


def filter_findings(findings: Iterable[Finding], wanted: Wanted) -> Filtered:
    """Sort findings into the shown and the held back."""
    groups: dict[str, list[Finding]] = {name: [] for name in Filtered._fields}
    for finding in sorted(findings, key=order):
        groups[_group(finding, wanted)].append(finding)
    return Filtered(**{name: tuple(members) for name, members in groups.items()})


def _group(finding: Finding, wanted: Wanted) -> str:
    if wanted.targets is not None and not _touches(finding, wanted.targets):
        return "elsewhere"
    if wanted.is_left_out(finding):
        return "excluded"
    means = finding.suppression.means if finding.suppression else None
    if means and not (wanted.shows_excused and means is not Means.BASELINED):
        return means.value
    return "below_severity" if finding.severity.value < wanted.severity.value else "shown"


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Give the key by which findings are sorted: file, place, rule."""
    start = finding.place.range.start
    return finding.place.file, start.line, start.column, finding.rule, finding.place.pointer


def _touches(finding: Finding, targets: frozenset[str]) -> bool:
    return finding.place.file in targets or any(place.file in targets for place in finding.related)
