"""All that a run rests on, as digests: where none of it has changed, nothing that it says can have."""

import os
from collections.abc import Iterator

from jdlint import cache, compiled
from jdlint.config import MAX_BASELINE
from jdlint.record import NamedTuple
from jdlint.run.request import Request, record_path, still_there
from jdlint.source.contents import Contents, content_digest
from jdlint.source.discover import Project, discover, lead
from jdlint.source.view import MAX_BYTES, View


class Grounds(NamedTuple):
    """The files of a run, and what they hold."""

    project: Project
    contents: Contents


def find(request: Request) -> Grounds:
    """Find the files of a run. Raises UsageError for a path that doesn't exist, NothingToCheckError for one gone."""
    return Grounds(discover(still_there(request), request.view), Contents(request.view))


def of_measure(request: Request, root: str) -> bytes:
    """Give the digest of all that organisations are judged by: rules, what chooses among them, and the day of law."""
    config = request.config
    chosen = (config.profile, config.select, config.ignore, request.law_as_of, request.with_fixes)
    own = () if request.is_isolated else config.rules
    rules = (part for folder in own for part in _below(os.path.join(config.base(root), folder), request.view))
    return cache.digest(compiled.own_state(), repr(chosen).encode("utf-8", "surrogatepass"), *rules)


def of_run(request: Request, grounds: Grounds, printed: tuple[str, ...]) -> bytes:
    """Give the digest of a run: the request itself, how it is `printed`, and every file that it would read."""
    project, contents = grounds
    asked = (lead(project.root), printed, request.config, request.is_isolated, request.shows_excused, request.as_of)
    about = repr((project.root, *asked)).encode("utf-8", "surrogatepass")
    record = record_path(request, project.root)
    targets = "".join(str(found.is_target) for found in project.files).encode()
    return cache.digest(
        of_measure(request, project.root),
        about,
        _content(record, request.view, MAX_BASELINE) if record else b"",
        targets,
        *contents.about(project.files),
    )


def _below(folder: str, view: View) -> Iterator[bytes]:
    for current, folders, names in view.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(current, name)
            yield path.encode("utf-8", "surrogatepass")
            yield _content(path, view)


def _content(path: str, view: View, most: int = MAX_BYTES) -> bytes:
    """Give the digest of a file's content, or of the reason why it can't be had."""
    return content_digest(view.read(path, most))
