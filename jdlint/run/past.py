"""Sets findings of the checked state against those of the states before it: what the change is answerable for."""

from contextlib import suppress

from jdlint.compare.pairs import pair
from jdlint.compare.statuses import Before, mark
from jdlint.errors import ConfigError
from jdlint.finding import Finding, Means
from jdlint.run.baselined import set_against
from jdlint.run.extent import Past
from jdlint.run.request import Request
from jdlint.run.survey import Survey
from jdlint.source.discover import Project, shown_at
from jdlint.source.states import Base


def judged(request: Request, project: Project, survey: Survey) -> tuple[Finding, ...]:
    """Give the findings with their statuses; both sides are judged by the settings and rules of the checked one."""
    before = survey.extent.before
    touched = frozenset.intersection(
        *(frozenset(shown_at(path, project.root) for path in past.base.now) for past in before)
    )
    is_urgent = survey.measure.catalogue.is_urgent
    # where nothing is found that may have been there before, nobody need look there
    asked = before if any(not is_urgent(finding.rule) for finding in survey.findings) else ()
    return mark(survey.findings, [_before(past, request, project, survey) for past in asked], touched, is_urgent)


def _before(past: Past, request: Request, project: Project, survey: Survey) -> Before:
    """Check a state from which the change started; what holds for an organisation without a change held before."""
    base = past.base
    earlier = survey.of_past(past)
    earlier.check(request.processes)
    unchanged = {found.shown for folder in past.unchanged for found in past.groups[folder]}
    files_now = moved(base, project.root)
    pairs = pair(earlier.sketches, survey.sketches, files_now)
    same = (finding for finding in survey.findings if finding.place.file in unchanged)
    held = [*earlier.findings, *map(_unrecorded, same)]
    # a baseline that couldn't be read excused nothing
    with suppress(ConfigError):
        held, _ = set_against(request, base.view, earlier, held, project.root)
    # what was excused before, and isn't any more, is this change's doing
    found = [finding for finding in held if not finding.suppression]
    roles = ((earlier.sketches[left], survey.sketches[right]) for left, right in pairs.items())
    return Before(tuple(found), files_now, tuple(roles))


def _unrecorded(finding: Finding) -> Finding:
    """Give a finding as it is without the baseline of the checked state."""
    made = finding.suppression
    return finding._replace(suppression=None) if made and made.means is Means.BASELINED else finding


def moved(base: Base, root: str) -> dict[str, str]:
    """Give the names that files bear now by those that they bore before."""
    return {shown_at(before, root): shown_at(now, root) for before, now in base.moves if before and now}
