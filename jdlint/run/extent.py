"""Which organisations a run looks at: all that were asked for, or those that a change touches."""

import os
from collections.abc import Container, Iterator, Mapping, Sequence

from jdlint.record import NamedTuple
from jdlint.run.request import Request, record_path
from jdlint.source.discover import SETTINGS_OF_ALL, Found, Project, by_organisation, discover, is_within
from jdlint.source.states import Base
from jdlint.source.view import View

Groups = Mapping[str, Sequence[Found]]
"""Files by the folder of their organisation."""


class Past(NamedTuple):
    """A state from which the change started, with its files."""

    base: Base
    groups: Groups
    unchanged: frozenset[str]
    """The folders of the organisations whose files are the same on both sides."""


class Extent(NamedTuple):
    """The organisations that a run looks at."""

    organisations: tuple[Sequence[Found], ...]
    """The files of each."""
    before: tuple[Past, ...] = ()
    """The states that the checked one is compared with."""
    left_alone: frozenset[str] = frozenset()
    """The folders of the organisations that a change doesn't touch."""
    files: frozenset[str] | None = None
    """The files of the organisations that are looked at, now and before a change; None where no other is left out."""

    touched: frozenset[str] = frozenset()
    """The paths of the files that the change touches, as this state names them."""
    is_past: bool = False
    """Whether it is a state of the past, which is forgiven what can't be read."""

    def of_past(self, past: Past) -> "Extent":
        """Give what has to be looked at of a state of the past: what is unchanged holds there as it holds now."""
        changed = tuple(files for folder, files in past.groups.items() if folder not in past.unchanged)
        return Extent(changed, files=self.files, touched=past.base.before, is_past=True)

    def holds(self, file: str) -> bool:
        """Whether a file belongs, or belonged, to an organisation that is looked at."""
        return self.files is None or file in self.files


def extent_of(request: Request, project: Project) -> Extent:
    """Find the organisations to look at; nothing is read of them yet."""
    now = by_organisation(project.files)
    before = tuple(_past(base, request, project, now) for base in request.compared.bases)
    alone = _left_alone(request, project.root, now, before)
    passed_over = alone if request.only is None else now.keys() - request.only
    sides = (now, *(past.groups for past in before))
    looked_at = frozenset(file for each in sides for file in _files_of(each, passed_over)) if passed_over else None
    asked = tuple(files for folder, files in now.items() if folder not in passed_over)
    touched = frozenset[str]().union(*(past.base.now for past in before))
    return Extent(asked, before, alone & now.keys(), looked_at, touched)


def _past(base: Base, request: Request, project: Project, now: Groups) -> Past:
    is_in_place = _are_in_place(base, request.view)
    groups = now if is_in_place else by_organisation(files_before(base, request, project))
    same = (
        folder
        for folder, files in groups.items()
        if _contents(files, base.view) == _contents(now.get(folder, ()), request.view)
    )
    return Past(base, groups, frozenset(same))


def _are_in_place(base: Base, view: View) -> bool:
    """Whether a change only rewrites files: then each stood where it stands, and none need be looked for."""
    return all(
        before == now
        and os.path.basename(now) != SETTINGS_OF_ALL  # its table for jdlint makes a folder the root
        and view.real(now) == now == base.view.real(now)
        for before, now in base.moves
    )


def _contents(files: Sequence[Found], view: View) -> object:
    """Give what tells two states of an organisation apart without reading them; two unknown contents are unlike."""
    return {
        found.shown: (found.is_role_file, found.refused or view.content_name(found.path) or object()) for found in files
    }


def _left_alone(request: Request, root: str, now: Groups, before: Sequence[Past]) -> frozenset[str]:
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


def _files_of(groups: Groups, folders: Container[str]) -> Iterator[str]:
    """Give the files of all organisations but those of some folders."""
    return (found.shown for folder, files in groups.items() if folder not in folders for found in files)


def files_before(base: Base, request: Request, project: Project) -> tuple[Found, ...]:
    """Give the files of a base: below the paths asked for, and those that have moved there since."""
    asked = [os.path.abspath(path) for path in request.paths]
    paths = [path for path in asked if base.view.exists(path)]
    paths += (before for before, now in base.moves if before and any(now and is_within(now, path) for path in asked))
    return discover(paths, base.view, project).files if paths else ()
