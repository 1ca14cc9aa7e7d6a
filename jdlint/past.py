"""Sets findings of the checked state against those of the states before it: what the change is answerable for."""

import os
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress

from jdlint.compare.pairs import pair
from jdlint.compare.statuses import Before, mark
from jdlint.errors import ConfigError
from jdlint.finding import Finding, Means
from jdlint.record import NamedTuple
from jdlint.recorded import record_path, set_against
from jdlint.request import Request
from jdlint.source.discover import Found, Project, by_organisation, discover, is_within, shown_at
from jdlint.source.states import Base
from jdlint.source.view import View
from jdlint.survey import Survey

Groups = Mapping[str, Sequence[Found]]
"""Files by the folder of their organisation."""


class Past(NamedTuple):
    """A state from which the change started, with its files."""

    base: Base
    groups: Groups
    unchanged: frozenset[str]
    """The folders of the organisations whose files are the same on both sides."""


def pasts(request: Request, project: Project) -> tuple[Past, ...]:
    """Find the files of every state that the checked one is compared with; nothing is read of them yet."""
    now = by_organisation(project.files)
    return tuple(_past(base, request, project, now) for base in request.compared.bases)


def _past(base: Base, request: Request, project: Project, now: Groups) -> Past:
    groups = by_organisation(files_before(base, request, project))
    same = (
        folder
        for folder, files in groups.items()
        if _contents(files, base.view) == _contents(now.get(folder, ()), request.view)
    )
    return Past(base, groups, frozenset(same))


def _contents(files: Sequence[Found], view: View) -> object:
    """Give what tells two states of an organisation apart without reading them; two unknown contents are unlike."""
    return {
        found.shown: (found.is_role_file, found.refused or view.content_name(found.path) or object()) for found in files
    }


def left_alone(request: Request, root: str, now: Groups, before: Sequence[Past]) -> frozenset[str]:
    """Give the folders of the organisations that the change leaves alone: what stands there was there before.

    None is where all that was there shall be listed, and where the change touches the record of old findings, which may
    excuse one anywhere, or settings and rules alone.
    """
    if request.is_whole:
        return frozenset()
    alone = frozenset[str]().union(*(past.unchanged for past in before))
    record = record_path(request, root)
    is_record_changed = any(record in past.base.before | past.base.now for past in before)
    is_any_touched = any(not alone.issuperset(groups) for groups in (now, *(past.groups for past in before)))
    return alone if is_any_touched and not is_record_changed else frozenset()


def files_of(groups: Groups, folders: Container[str]) -> Iterator[str]:
    """Give the files of all organisations but those of some folders."""
    return (found.shown for folder, files in groups.items() if folder not in folders for found in files)


def judged(request: Request, project: Project, survey: Survey, before: Sequence[Past]) -> tuple[Finding, ...]:
    """Give the findings with their statuses; both sides are judged by the settings and rules of the checked one."""
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
    earlier = survey.of_past(base)
    earlier.check((files for folder, files in past.groups.items() if folder not in past.unchanged), request.processes)
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


def files_before(base: Base, request: Request, project: Project) -> tuple[Found, ...]:
    """Give the files of a base: below the paths asked for, and those that have moved there since."""
    asked = [os.path.abspath(path) for path in request.paths]
    paths = [path for path in asked if base.view.exists(path)]
    paths += (before for before, now in base.moves if before and any(now and is_within(now, path) for path in asked))
    return discover(paths, base.view, project).files if paths else ()


def moved(base: Base, root: str) -> dict[str, str]:
    """Give the names that files bear now by those that they bore before."""
    return {shown_at(before, root): shown_at(now, root) for before, now in base.moves if before and now}
