"""Which files: the project's root, the role files below the paths asked for, and the organisations they belong to."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from jdlint.errors import UsageError

MARKERS = (".jdlint.yaml", ".git")
"""What makes a folder a project's root."""

ORG_NAMES = ("org.yaml", "org.yml")
_ROLE_FOLDER = "roles"
_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "build", "dist"))


class Found(NamedTuple):
    """One YAML file."""

    path: str
    """Where it is on this machine."""
    shown: str
    """Relative to the root, with forward slashes."""
    organisation: str
    """The folder of the organisation that it belongs to, relative to the root."""
    is_role_file: bool
    """Whether it must hold roles by where it stands, or because it was named; else only if it looks like it."""
    is_target: bool
    """Whether it was asked for, or only belongs to an organisation that was."""

    @property
    def is_org(self) -> bool:
        """Whether it holds the facts about an organisation."""
        return os.path.basename(self.path) in ORG_NAMES


class Project(NamedTuple):
    """The files of a run."""

    root: str
    files: tuple[Found, ...]


def discover(paths: Iterable[str], extra: Iterable[str] = ()) -> Project:
    """Find the files that a run must read; `extra` are files that exist only in memory.

    A file named alone brings its whole organisation with it: what is read never depends on how much was named.
    Raises UsageError for a path that doesn't exist.
    """
    in_memory = {os.path.abspath(path) for path in extra}
    asked = [os.path.abspath(path) for path in paths]
    for path in asked:
        if not os.path.lexists(path) and path not in in_memory:
            raise UsageError(f"{path} doesn't exist", "Check the path; names with spaces need quotes.")
    root, is_marked = _root(asked, in_memory)
    scopes = _Scopes(root, asked, in_memory, is_marked=is_marked)
    targets = {file for path in asked for file in _yaml_files(path, root, in_memory)}
    named = {path for path in asked if not os.path.isdir(path)}
    folders = sorted({scopes.folder_of(file) for file in targets})
    files = dict.fromkeys(sorted(targets))
    for folder in folders:
        for file in scopes.files_below(folder):
            if scopes.folder_of(file) == folder:
                files.setdefault(file)
    found = (
        Found(
            path=file,
            shown=_shown(file, root),
            organisation=_shown(scopes.folder_of(file), root),
            is_role_file=file in named or scopes.holds_only_roles(file),
            is_target=file in targets,
        )
        for file in files
    )
    return Project(root, tuple(sorted(found, key=lambda file: file.shown)))


def _shown(path: str, root: str) -> str:
    shown = os.path.relpath(path, root).replace(os.sep, "/")
    return "" if shown == "." else shown


def _root(asked: list[str], in_memory: set[str]) -> tuple[str, bool]:
    """Find the nearest folder above all paths that marks a project; without one, that of their organisation."""
    folders = [path if os.path.isdir(path) and path not in in_memory else os.path.dirname(path) for path in asked]
    start = os.path.commonpath(folders)
    folder = start
    while True:
        if any(os.path.lexists(os.path.join(folder, marker)) for marker in MARKERS) or _has_settings(folder):
            return folder, True
        above = os.path.dirname(folder)
        if above == folder:
            return min(_above_role_folder(start), _above_organisation(start), key=len), False
        folder = above


def _above_organisation(start: str) -> str:
    """Give the folder of the org.yaml that a path belongs to, so that naming one file brings them all."""
    folder = start
    while not any(os.path.isfile(os.path.join(folder, name)) for name in ORG_NAMES):
        if folder == os.path.dirname(folder):
            return start
        folder = os.path.dirname(folder)
    return folder


def _above_role_folder(folder: str) -> str:
    """Give the folder that holds `roles/` for a path inside it, so that findings read roles/…."""
    steps = folder.split(os.sep)
    if _ROLE_FOLDER in steps:
        return os.sep.join(steps[: steps.index(_ROLE_FOLDER)]) or os.sep
    return folder


@cache
def _has_settings(folder: str) -> bool:
    try:
        with open(os.path.join(folder, "pyproject.toml"), encoding="utf-8") as file:
            return "[tool.jdlint" in file.read()
    except (OSError, UnicodeDecodeError):
        return False


class _Scopes:
    """Tells which organisation a file belongs to."""

    def __init__(self, root: str, asked: list[str], in_memory: set[str], *, is_marked: bool) -> None:
        self._root = root
        self._asked = asked
        self._in_memory = in_memory
        self._is_marked = is_marked
        self._folders: dict[str, tuple[str, bool]] = {}

    def folder_of(self, file: str) -> str:
        """Give the folder of the organisation: the nearest with an org.yaml, else `roles/`, else the root's."""
        return self._scope(os.path.dirname(file))[0]

    def holds_only_roles(self, file: str) -> bool:
        """Whether every YAML file at a place is a role file: below an org.yaml or a folder roles/."""
        return self._scope(os.path.dirname(file))[1]

    def files_below(self, folder: str) -> Iterator[str]:
        """Give the YAML files of an organisation's folder, and those held in memory."""
        if self._scope(folder)[1] or self._is_marked or any(path == folder for path in self._asked):
            yield from _yaml_files(folder, self._root, self._in_memory)
        else:
            yield from _siblings(folder)

    def _scope(self, folder: str) -> tuple[str, bool]:
        if folder not in self._folders:
            self._folders[folder] = self._find(folder)
        return self._folders[folder]

    def _find(self, start: str) -> tuple[str, bool]:
        roles = ""
        folder = start
        while True:
            if any(self._exists(os.path.join(folder, name)) for name in ORG_NAMES):
                return folder, True
            if not roles and os.path.basename(folder) == _ROLE_FOLDER:
                roles = folder
            if folder == self._root or os.path.dirname(folder) == folder:
                break
            folder = os.path.dirname(folder)
        if roles:
            return roles, True
        if self._is_marked:
            return self._root, False
        return min((path for path in self._asked if _is_within(start, path)), key=len, default=start), False

    def _exists(self, path: str) -> bool:
        return os.path.isfile(path) or path in self._in_memory


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _siblings(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from sorted(entry.path for entry in entries if entry.is_file() and _is_yaml(entry.name))


def _yaml_files(path: str, root: str, in_memory: set[str]) -> Iterator[str]:
    """Give the YAML files at or below a path; links that lead out of the root are passed over."""
    if not os.path.isdir(path) or path in in_memory:
        yield path
        return
    for current, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            file = os.path.join(current, name)
            if _is_yaml(name) and (not os.path.islink(file) or _stays_inside(file, root)):
                yield file
    yield from sorted(file for file in in_memory if file.startswith(path + os.sep))


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _stays_inside(file: str, root: str) -> bool:
    return os.path.realpath(file).startswith(os.path.realpath(root) + os.sep)


Reader = Callable[[str], bytes | str]
"""Gives a file's bytes, or the reason why they can't be had."""


def reader(in_memory: Mapping[str, bytes], most: int) -> Reader:
    """Make a reader of files; texts in memory stand before the disk, and no more than `most` + 1 bytes are read."""

    def read_file(path: str) -> bytes | str:
        if path in in_memory:
            return in_memory[path]
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            try:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    return "not-a-file"
                return _read_all(descriptor, most + 1)
            finally:
                os.close(descriptor)
        except FileNotFoundError:
            return "gone"
        except PermissionError:
            return "forbidden"
        except OSError as error:
            return error.strerror or "unreadable"

    return read_file


def _read_all(descriptor: int, most: int) -> bytes:
    first = os.read(descriptor, 1 << 16)
    if len(first) < 1 << 16:
        return first
    parts, size = [first], len(first)
    while size < most and (part := os.read(descriptor, min(1 << 20, most - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
