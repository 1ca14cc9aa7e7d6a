"""What is shown of the findings, and what is held back: by severity, files, settings, exceptions and the baseline."""

from collections import Counter
from collections.abc import Callable, Iterable

from jdlint.finding import Finding, Means, Profile, Severity
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


class Tally(NamedTuple):
    """How many findings there are, by what becomes of them; those of several organisations are added up."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    """Those that are shown, but for those that were there before a change."""
    existing: int = 0
    ignored: int = 0
    accepted: int = 0
    baselined: int = 0
    below_severity: int = 0
    excluded: int = 0


class Sum(NamedTuple):
    """What a run says about findings as a whole."""

    tally: Tally = Tally()
    heaviest: int = 0
    """The severity of the heaviest finding that may fail the run; 0 where there is none."""
    unmet: int = len(Profile) + 1
    """The lowest profile that isn't met, because an error or a warning of it is left; else one more than there are."""


def sum_of(found: Filtered) -> Sum:
    """Add findings up."""
    new = [finding for finding in found.shown if not finding.is_existing]
    counts = Counter(finding.severity for finding in new)
    below = [finding for finding in found.below_severity if not finding.is_existing]
    open_ones = (*found.shown, *found.below_severity, *found.baselined)
    return Sum(
        Tally(
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            infos=counts[Severity.INFO],
            existing=len(found.shown) - len(new),
            ignored=len(found.ignored),
            accepted=len(found.accepted),
            baselined=len(found.baselined),
            below_severity=len(found.below_severity),
            excluded=len(found.excluded),
        ),
        max((finding.severity.value for finding in (*new, *below)), default=0),
        min(
            (finding.profile.value for finding in open_ones if finding.severity is not Severity.INFO),
            default=Sum().unmet,
        ),
    )


def add_up(sums: Iterable[Sum]) -> Sum:
    """Add up what was found of several organisations."""
    each = tuple(sums)
    tally = Tally._make(map(sum, zip(*(one.tally for one in each), strict=True))) if each else Tally()
    return Sum(
        tally, max((one.heaviest for one in each), default=0), min((one.unmet for one in each), default=Sum().unmet)
    )


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
