"""`--staged` and `--diff-base`: the states that a check compares, and the paths that it looks at."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from jdlint import git
from jdlint.errors import UsageError
from jdlint.git import INDEX
from jdlint.record import NamedTuple
from jdlint.source.discover import is_within
from jdlint.source.states import ON_DISK, WORKING_TREE, Compared, opened, since, staged, towards
from jdlint.source.view import DISK, View


class Asked(NamedTuple):
    """What a check looks at."""

    paths: tuple[str, ...]
    compared: Compared = ON_DISK
    is_idle: bool = False
    """Whether nothing has changed that it need look at."""
    may_be_empty: bool = False
    """Whether it is no mistake if there are no roles: something else has changed."""


def on_disk(paths: Sequence[str]) -> Asked:
    """Give what a command looks at that compares nothing."""
    return Asked(tuple(paths) or _default(os.curdir, DISK))


@contextmanager
def asked(
    paths: Sequence[str], *, is_staged: bool, diff_base: str | None = None, is_whole: bool = False
) -> Iterator[Asked]:
    """Give what a command looks at; a state that git keeps can be read until the end of the block.

    `is_whole` asks for all that a state holds, compared with nothing.
    """
    if not is_staged and diff_base is None:
        yield on_disk(paths)
        return
    if "-" in paths:
        raise UsageError("stdin-not-kept")
    repository = git.find(_start(paths))
    sides = staged(repository) if diff_base is None else since(repository, diff_base)
    if is_whole:
        sides = sides.whole
    elif sides.is_idle:
        yield Asked(tuple(paths) or (repository.top,), ON_DISK._replace(name=sides.name), is_idle=True)
        return
    with opened(sides) as compared:
        given = tuple(_within(path, repository.top) for path in paths)
        yield Asked(given or _default(repository.top, compared.state), compared, may_be_empty=any(sides.changes))


@contextmanager
def changed(paths: Sequence[str], base: str, head: str | None, *, is_staged: bool) -> Iterator[Asked]:
    """Give a commit, the index or the working tree, with the commit that it is compared with."""
    if is_staged and head:
        raise UsageError("staged-and-commit")
    repository = git.find(_start(paths))
    sides = since(repository, base, head) if head else towards(repository, base, INDEX if is_staged else WORKING_TREE)
    with opened(sides) as compared:
        given = tuple(_within(path, repository.top) for path in paths)
        yield Asked(given or _default(repository.top, compared.state), compared)


def _default(folder: str, view: View) -> tuple[str, ...]:
    roles = os.path.join(folder, "roles")
    return (os.path.normpath(roles if view.is_folder(os.path.abspath(roles)) else folder),)


def _start(paths: Sequence[str]) -> str:
    """Give the folder from which the repository is looked for; what is named may have been deleted."""
    folder = os.path.abspath(paths[0]) if paths else os.getcwd()
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder


def _within(path: str, top: str) -> str:
    """Give an absolute path; git knows the top by its real name, whatever links lead there."""
    path = os.path.abspath(path)
    if is_within(path, top):
        return path
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    if is_within(real, top):
        return real
    raise UsageError("outside-repository", path=path, top=top)
