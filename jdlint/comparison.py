"""Puts the checked state beside those that it is compared with: what a change did to findings, and what it means."""

import os
from contextlib import suppress

from jdlint.compare.meaning import Meaning, compare
from jdlint.compare.pairs import pair
from jdlint.compare.statuses import Before, mark
from jdlint.errors import ConfigError, NothingToCheckError
from jdlint.finding import Finding, Means
from jdlint.model.load import load_organisations
from jdlint.record import NamedTuple
from jdlint.recorded import set_against
from jdlint.request import Request
from jdlint.source.discover import Found, Project, discover, find_root, is_within, shown_at
from jdlint.source.states import Base
from jdlint.survey import Survey, by_organisation


class Change(NamedTuple):
    """What a change means."""

    root: str
    base: str
    """What the checked state was compared with, as in an outcome."""
    languages: tuple[str | None, ...]
    """The languages that the organisations declare."""
    meaning: Meaning


def still_there(request: Request) -> list[str]:
    """Give the paths asked for, without those that the change took away. Raises NothingToCheckError if it took all."""
    paths = [path for path in request.paths if not _is_taken_away(os.path.abspath(path), request)]
    if not paths:
        raise NothingToCheckError(f"{', '.join(request.paths)}: no longer there", "Nothing is left to check.")
    return paths


def _is_taken_away(path: str, request: Request) -> bool:
    return not request.view.exists(path) and any(base.view.exists(path) for base in request.compared.bases)


def judged(request: Request, project: Project, survey: Survey) -> tuple[Finding, ...]:
    """Give the findings with their statuses; both sides are judged by the settings and rules of the checked one."""
    bases = request.compared.bases
    touched = frozenset.intersection(*(frozenset(shown_at(path, project.root) for path in base.now) for base in bases))
    is_urgent = survey.measure.catalogue.is_urgent
    # where nothing is found that may have been there before, nobody need look there
    asked = bases if any(not is_urgent(finding.rule) for finding in survey.findings) else ()
    return mark(survey.findings, [_before(base, request, project, survey) for base in asked], touched, is_urgent)


def _before(base: Base, request: Request, project: Project, survey: Survey) -> Before:
    """Check a state from which the change started; what holds for an organisation without a change held before."""
    now = by_organisation(project.files)
    earlier = Survey(base.view, survey.measure, base.before, is_past=True)
    unchanged: set[str] = set()
    for folder, files in by_organisation(_files_before(base, request, project)).items():
        if _is_unchanged(files, now.get(folder, []), base):
            unchanged |= {found.shown for found in files}
        else:
            earlier.check([files])
    moved = _moved(base, project.root)
    pairs = pair(earlier.sketches, survey.sketches, moved)
    same = (finding for finding in survey.findings if finding.place.file in unchanged)
    held = [*earlier.findings, *map(_unrecorded, same)]
    # a baseline that couldn't be read excused nothing
    with suppress(ConfigError):
        held, _ = set_against(request, base.view, earlier, held, project.root)
    # what was excused before, and isn't any more, is this change's doing
    found = [finding for finding in held if not finding.suppression]
    roles = ((earlier.sketches[left], survey.sketches[right]) for left, right in pairs.items())
    return Before(tuple(found), moved, tuple(roles))


def _unrecorded(finding: Finding) -> Finding:
    """Give a finding as it is without the baseline of the checked state."""
    made = finding.suppression
    return finding._replace(suppression=None) if made and made.means is Means.BASELINED else finding


def _is_unchanged(before: list[Found], now: list[Found], base: Base) -> bool:
    if any(found.path in base.before for found in before):
        return False
    return {found.shown for found in before} == {found.shown for found in now}


def meaning(request: Request) -> Change:
    """Say what leads from the base to the checked state. Raises NothingToCheckError where neither holds a role."""
    (base,) = request.compared.bases
    paths = [path for path in request.paths if not _is_taken_away(os.path.abspath(path), request)]
    root = find_root(request.paths, request.view)
    project = discover(paths, request.view) if paths else Project(root, ())
    after = load_organisations(request.view, project.files)
    before = load_organisations(base.view, _files_before(base, request, project))
    if not any(organisation.roles for organisation in (*before, *after)):
        raise NothingToCheckError(f"no role file in {', '.join(request.paths)}", "Neither side holds one.")
    languages = tuple(organisation.facts.language for organisation in after or before)
    return Change(root, request.compared.name, languages, compare(before, after, _moved(base, root)))


def _files_before(base: Base, request: Request, project: Project) -> tuple[Found, ...]:
    """Give the files of a base: below the paths asked for, and those that have moved there since."""
    asked = [os.path.abspath(path) for path in request.paths]
    paths = [path for path in asked if base.view.exists(path)]
    paths += (before for before, now in base.moves if before and any(now and is_within(now, path) for path in asked))
    return discover(paths, base.view, project).files if paths else ()


def _moved(base: Base, root: str) -> dict[str, str]:
    return {shown_at(before, root): shown_at(now, root) for before, now in base.moves if before and now}
