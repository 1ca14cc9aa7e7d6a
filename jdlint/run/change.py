"""What a change means: roles, duties and authorities of the checked state beside those of the state before."""

import os

from jdlint.compare.meaning import Meaning, compare
from jdlint.errors import NothingToCheckError
from jdlint.model.load import load_organisations
from jdlint.record import NamedTuple
from jdlint.run.extent import files_before
from jdlint.run.past import moved
from jdlint.run.request import Request, is_taken_away
from jdlint.source.discover import Project, discover, find_root


class Change(NamedTuple):
    """What a change means."""

    root: str
    base: str
    """What the checked state was compared with, as in an outcome."""
    languages: tuple[str | None, ...]
    """The languages that the organisations declare."""
    meaning: Meaning


def meaning(request: Request) -> Change:
    """Say what leads from the base to the checked state. Raises NothingToCheckError where neither holds a role."""
    (base,) = request.compared.bases
    paths = [path for path in request.paths if not is_taken_away(os.path.abspath(path), request)]
    root = find_root(request.paths, request.view)
    project = discover(paths, request.view) if paths else Project(root, ())
    after = load_organisations(request.view, project.files)
    before = load_organisations(base.view, files_before(base, request, project))
    if not any(organisation.roles for organisation in (*before, *after)):
        raise NothingToCheckError("no-roles-on-either-side", paths=tuple(request.paths))
    languages = tuple(organisation.facts.language for organisation in after or before)
    return Change(root, request.compared.name, languages, compare(before, after, moved(base, root)))
