"""All that a run rests on, as bytes: where none of it has changed, nothing that it says can have."""

import os
from collections.abc import Iterator

from jdlint.config import MAX_BASELINE
from jdlint.request import Request
from jdlint.source.discover import Found, Project, discover, lead
from jdlint.source.view import MAX_BYTES, View


def grounds(request: Request, printed: tuple[str, ...]) -> Iterator[bytes]:
    """Give the request itself, how it is `printed`, and the bytes of every file that the run would read.

    Raises UsageError for a path that doesn't exist.
    """
    project = discover(request.paths, request.view)
    days = (request.as_of, request.law_as_of)
    asked = (lead(project.root), printed, request.config, request.is_isolated, request.shows_excused, *days)
    yield repr((project.root, *asked)).encode("utf-8", "surrogatepass")
    base = os.path.dirname(request.config.path) or project.root
    for folder in () if request.is_isolated else request.config.rules:
        yield from _below(os.path.join(base, folder), request.view)
    if request.config.baseline:
        yield _content(os.path.join(base, request.config.baseline), request.view, MAX_BASELINE)
    yield from _files(project, request.view)


def _files(project: Project, view: View) -> Iterator[bytes]:
    for found in project.files:
        yield _about(found)
        yield b"!" + found.refused.encode() if found.refused else _content(found.path, view)


def _about(found: Found) -> bytes:
    return "\0".join((found.shown, found.organisation, f"{found.is_role_file}{found.is_target}")).encode(
        "utf-8", "surrogatepass"
    )


def _below(folder: str, view: View) -> Iterator[bytes]:
    for current, folders, names in view.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(current, name)
            yield path.encode("utf-8", "surrogatepass")
            yield _content(path, view)


def _content(path: str, view: View, most: int = MAX_BYTES) -> bytes:
    """Give a file's bytes; what can't be read counts by its reason, which no file's bytes can pass for."""
    content = view.read(path, most)
    return b"=" + content if isinstance(content, bytes) else b"!" + content.encode()
