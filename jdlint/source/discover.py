"""Which files: the project's root, the role files below the paths asked for, and the organisations they belong to."""

import os
from collections.abc import Iterable, Iterator

from jdlint.errors import UsageError
from jdlint.record import NamedTuple
from jdlint.source.view import DISK, View

MARKERS = (".jdlint.yaml", ".git")
"""What makes a folder a project's root."""

SETTINGS_OF_ALL = "pyproject.toml"
"""What holds the settings of many programs, and makes a folder a project's root where it holds jdlint's."""

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
    refused: str = ""
    """Why it isn't even opened, though it stands where role files stand."""

    @property
    def is_org(self) -> bool:
        """Whether it holds the facts about an organisation."""
        return os.path.basename(self.path) in ORG_NAMES


class Project(NamedTuple):
    """The files of a run."""

    root: str
    files: tuple[Found, ...]
    is_marked: bool = True
    """Whether something marks the root as a project's."""


def discover(paths: Iterable[str], view: View = DISK, like: Project | None = None) -> Project:
    """Find the files that a run must read.

    A file named alone brings its whole organisation with it: what is read never depends on how much was named.
    `like` is the project as found in another state, whose root holds here too.
    Raises UsageError for a path that doesn't exist.
    """
    asked = _absolute(paths)
    for path in asked:
        if not view.exists(path):
            raise UsageError("path-missing", path=path)
    root, is_marked = (like.root, like.is_marked) if like else _root(asked, view)
    listing = _Listing(root, view)
    scopes = _Scopes(root, asked, listing, is_marked=is_marked)
    targets = {file for path in asked for file in listing.below(path)}
    named = {path for path in asked if not view.is_folder(path)}
    folders = sorted({scopes.folder_of(file) for file in targets})
    files = dict.fromkeys(sorted(targets))
    gaps = [gap for gap in view.gaps if is_within(gap, root)]
    for folder in folders:
        for file in (*scopes.files_below(folder), *gaps):
            if scopes.folder_of(file) == folder:
                files.setdefault(file)
    found = (
        Found(
            path=file,
            shown=shown_at(file, root),
            organisation=scopes.shown_folder_of(file),
            is_role_file=file in named or scopes.holds_only_roles(file),
            is_target=file in targets,
            refused=listing.refused.get(file, ""),
        )
        for file in files
        if listing.refused.get(file) != _LINKED_FOLDER or scopes.holds_only_roles(file)
    )
    return Project(root, tuple(sorted(found, key=lambda file: file.shown)), is_marked)


def by_organisation(files: Iterable[Found]) -> dict[str, list[Found]]:
    """Give files by the folder of their organisation, in its order."""
    folders: dict[str, list[Found]] = {}
    for found in files:
        folders.setdefault(found.organisation, []).append(found)
    return dict(sorted(folders.items()))


def find_root(paths: Iterable[str], view: View = DISK) -> str:
    """Find the project's root above some paths, whether they exist or not."""
    return _root(_absolute(paths), view)[0]


def _absolute(paths: Iterable[str]) -> list[str]:
    return [os.path.abspath(path) for path in paths]


def shown_at(path: str, root: str) -> str:
    """Write a path relative to the root, with forward slashes; the root itself is the empty string."""
    below = path.removeprefix(root + os.sep)
    if len(below) < len(path) and _DOT not in path and _NOTHING not in path:  # `relpath` takes ten times as long
        return below.replace(os.sep, "/")
    shown = os.path.relpath(path, root).replace(os.sep, "/")
    return "" if shown == "." else shown


_DOT, _NOTHING = f"{os.sep}.", os.sep * 2
"""What a path may hold that doesn't say its way plainly."""


def lead(root: str) -> str:
    """Give the way from the repository's root to the project's; nothing where no repository holds the project."""
    folder, steps = root, ""
    while not os.path.lexists(os.path.join(folder, ".git")):
        above, name = os.path.split(folder)
        if above == folder:
            return ""
        folder, steps = above, f"{name}/{steps}"
    return steps


def _root(asked: list[str], view: View) -> tuple[str, bool]:
    """Find the nearest folder above all paths that marks a project; without one, that of their organisation."""
    folders = [path if view.is_folder(path) else os.path.dirname(path) for path in asked]
    start = os.path.commonpath(folders)
    folder = start
    while True:
        if any(view.exists(os.path.join(folder, marker)) for marker in MARKERS) or _has_settings(folder, view):
            return folder, True
        above = os.path.dirname(folder)
        if above == folder:
            return min(_above_role_folder(start), _above_organisation(start, view), key=len), False
        folder = above


def _above_organisation(start: str, view: View) -> str:
    """Give the folder of the org.yaml that a path belongs to, so that naming one file brings them all."""
    folder = start
    while not any(view.is_file(os.path.join(folder, name)) for name in ORG_NAMES):
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


def _has_settings(folder: str, view: View) -> bool:
    text = view.read(os.path.join(folder, SETTINGS_OF_ALL), _LONGEST_SETTINGS)
    return isinstance(text, bytes) and b"[tool.jdlint" in text


_LONGEST_SETTINGS = 1 << 20
"""More bytes of a pyproject.toml aren't searched."""


class _Scopes:
    """Tells which organisation a file belongs to."""

    def __init__(self, root: str, asked: list[str], listing: "_Listing", *, is_marked: bool) -> None:
        self._root = root
        self._asked = asked
        self._listing = listing
        self._view = listing.view
        self._is_marked = is_marked
        self._folders: dict[str, tuple[str, bool]] = {}
        self._files: dict[str, tuple[str, bool]] = {}
        self._shown: dict[str, str] = {}

    def folder_of(self, file: str) -> str:
        """Give the folder of the organisation: the nearest with an org.yaml, else `roles/`, else the root's."""
        return self._scope_of(file)[0]

    def shown_folder_of(self, file: str) -> str:
        """Give that folder relative to the root."""
        folder = self.folder_of(file)
        if folder not in self._shown:
            self._shown[folder] = shown_at(folder, self._root)
        return self._shown[folder]

    def holds_only_roles(self, file: str) -> bool:
        """Whether every YAML file at a place is a role file: below an org.yaml or a folder roles/."""
        return self._scope_of(file)[1]

    def _scope_of(self, file: str) -> tuple[str, bool]:
        found = self._files.get(file)
        if found is None:
            found = self._files[file] = self._scope(os.path.dirname(file))
        return found

    def files_below(self, folder: str) -> Iterator[str]:
        """Give the YAML files of an organisation's folder."""
        if self._scope(folder)[1] or self._is_marked or any(path == folder for path in self._asked):
            yield from self._listing.below(folder)
        else:
            yield from _siblings(folder, self._view)

    def _scope(self, folder: str) -> tuple[str, bool]:
        if folder not in self._folders:
            self._folders[folder] = self._find(folder)
        return self._folders[folder]

    def _find(self, start: str) -> tuple[str, bool]:
        roles = ""
        folder = start
        while True:
            if any(self._view.is_file(os.path.join(folder, name)) for name in ORG_NAMES):
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
        return min((path for path in self._asked if is_within(start, path)), key=len, default=start), False


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _siblings(folder: str, view: View) -> Iterator[str]:
    _, _, names = next(view.walk(folder))
    files = (os.path.join(folder, name) for name in sorted(names) if _is_yaml(name))
    yield from (file for file in files if view.is_file(file))


_LINKED_FOLDER = "linked-folder"
"""Why a link to a folder isn't followed; outside every organisation it concerns nobody."""


class _Listing:
    """Lists YAML files, and notes what stands among them that can't or mustn't be opened."""

    def __init__(self, root: str, view: View) -> None:
        self._root = root
        self.view = view
        self.refused: dict[str, str] = {}
        """Why a path that was listed isn't opened."""
        self._met: set[str] = set()

    def below(self, path: str) -> Iterator[str]:
        """Give the YAML files at or below a path, and the folders that can't be looked into."""
        if not self.view.is_folder(path):
            yield path
            return
        closed: list[str] = []
        for current, folders, names in self.view.walk(path, closed.append):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
            yield from self._linked(self.view.linked_folders(current, folders, names), path)
            for name in sorted(filter(_is_yaml, names)):
                yield self._checked(os.path.join(current, name))
        yield from (folder for folder in closed if os.path.basename(folder) not in _SKIPPED_FOLDERS)

    def _checked(self, file: str) -> str:
        """Note a link that leads out: what stands there is no part of the project, and a report would show it."""
        if file in self._met:
            return file
        self._met.add(file)
        if not self.view.stays_within(file, self._root):
            self.refused[file] = "outside"
        return file

    def _linked(self, folders: Iterable[str], start: str) -> Iterator[str]:
        """Give linked folders whose files aren't met where they really stand; one that holds the start is a loop."""
        home = self.view.real(start)
        for folder in folders:
            real = self.view.real(folder)
            if not is_within(real, home) and not is_within(home, real):
                self.refused[folder] = _LINKED_FOLDER
                yield folder


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")
