"""All that a run rests on, as bytes: where none of it has changed, nothing that it says can have."""

import os
from collections.abc import Iterator

from jdlint.request import Request
from jdlint.source.discover import Found, Project, discover
from jdlint.source.view import View
from jdlint.source.yaml import MAX_BYTES


def grounds(request: Request, printed: tuple[str, ...]) -> Iterator[bytes]:
    """Give the request itself, how it is `printed`, and the bytes of every file that the run would read.

    Raises UsageError for a path that doesn't exist.
    """
    project = discover(request.paths, request.view)
    asked = (project.root, printed, request.config, request.is_isolated, request.as_of, request.law_as_of)
    yield repr(asked).encode("utf-8", "surrogatepass")
    base = os.path.dirname(request.config.path) or project.root
    for folder in () if request.is_isolated else request.config.rules:
        yield from _below(os.path.join(base, folder), request.view)
    yield from _files(project, request.view)


def _files(project: Project, view: View) -> Iterator[bytes]:
    for found in project.files:
        yield _about(found)
        yield _content(found.path, view)


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


def _content(path: str, view: View) -> bytes:
    """Give a file's bytes; what can't be read counts by its reason, which no file's bytes can pass for."""
    content = view.read(path, MAX_BYTES)
    return b"=" + content if isinstance(content, bytes) else b"!" + content.encode()
