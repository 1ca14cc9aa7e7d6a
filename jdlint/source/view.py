"""What a run sees of files by their absolute paths: the disk, texts held in memory, or a state that git keeps."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from jdlint.errors import GitError
from jdlint.git import LINK, SUBMODULE, Blobs, Entry

Walk = Iterator[tuple[str, list[str], list[str]]]
"""Folders with the names of their folders and files, as os.walk gives them: the caller may take folders out."""


OnClosed = Callable[[str], object]
"""Told the path of a folder that can't be looked into."""


def _pass_over(_path: str) -> None:
    """Leave a closed folder out, where what can't be had doesn't count."""


MAX_BYTES = 4_000_000
"""The largest file that is read: about 1,400 roles; reading is linear, so this bounds time and memory."""

GAP = "gap"
"""The reason why the files of a submodule can't be had: they are kept elsewhere."""


class View(Protocol):
    """A state of a tree of files; links are followed unless a method says otherwise."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """The folders that belong to the tree and whose files aren't kept in it."""
        ...

    def exists(self, path: str) -> bool:
        """Whether there is a file, a folder or a link, dead or not."""
        ...

    def is_file(self, path: str) -> bool:
        """Whether there is a file."""
        ...

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder."""
        ...

    def stays_within(self, path: str, folder: str) -> bool:
        """Whether a file below a folder is still below it when links are followed."""
        ...

    def real(self, path: str) -> str:
        """Give the path that a path leads to when links are followed."""
        ...

    def walk(self, folder: str, on_closed: OnClosed = _pass_over) -> Walk:
        """Give a folder and those below it; linked folders aren't entered, those that can't be looked into are told."""
        ...

    def linked_folders(self, folder: str, folders: Iterable[str], names: Iterable[str]) -> list[str]:
        """Give the paths of the links to folders among what a walk met in a folder."""
        ...

    def read(self, path: str, most: int) -> bytes | str:
        """Give the first `most` + 1 bytes of a file, or the reason why they can't be had."""
        ...

    def content_name(self, path: str) -> str:
        """Give a name that other content never bears, known without reading; '' where there is none."""
        ...


class Disk:
    """The files as they stand on this machine."""

    gaps: tuple[str, ...] = ()
    exists = staticmethod(os.path.lexists)
    is_file = staticmethod(os.path.isfile)
    is_folder = staticmethod(os.path.isdir)

    def stays_within(self, path: str, folder: str) -> bool:
        """Compare where both really are."""
        return not os.path.islink(path) or os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)

    def real(self, path: str) -> str:
        """Ask the disk."""
        return os.path.realpath(path)

    def walk(self, folder: str, on_closed: OnClosed = _pass_over) -> Walk:
        """Walk the disk."""
        return os.walk(folder, onerror=lambda error: on_closed(error.filename))

    def linked_folders(self, folder: str, folders: Iterable[str], _names: Iterable[str]) -> list[str]:
        """Ask the disk about its folders: a walk counts links to folders among them."""
        paths = (os.path.join(folder, name) for name in folders)
        return [path for path in paths if os.path.islink(path)]

    def read(self, path: str, most: int) -> bytes | str:
        """Read without ever waiting: a pipe or a device is no file."""
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
            return _CAUSES.get(error.errno or 0) or error.strerror or "unreadable"

    def content_name(self, path: str) -> str:  # noqa: ARG002 - the disk knows no names of contents
        """Give none."""
        return ""


DISK = Disk()

_CAUSES = {errno.ELOOP: "loop", errno.ENXIO: "not-a-file"}
"""A link that leads back to itself, and a socket."""


def _read_all(descriptor: int, most: int) -> bytes:
    first = os.read(descriptor, 1 << 16)
    if len(first) < 1 << 16:
        return first
    parts, size = [first], len(first)
    while size < most and (part := os.read(descriptor, min(1 << 20, most - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


class Overlay:
    """Texts in memory, which stand before the files of the same paths."""

    def __init__(self, texts: Mapping[str, bytes], below: View) -> None:
        self._texts = texts
        self._below = below

    @property
    def gaps(self) -> tuple[str, ...]:
        """Those of the tree below."""
        return self._below.gaps

    def exists(self, path: str) -> bool:
        """Look in memory, then below."""
        return path in self._texts or self._below.exists(path)

    def is_file(self, path: str) -> bool:
        """Look in memory, then below."""
        return path in self._texts or self._below.is_file(path)

    def is_folder(self, path: str) -> bool:
        """Look below, unless a text stands there."""
        return path not in self._texts and self._below.is_folder(path)

    def stays_within(self, path: str, folder: str) -> bool:
        """Take it that a text in memory stands where its path says."""
        return path in self._texts or self._below.stays_within(path, folder)

    def real(self, path: str) -> str:
        """Follow the links below."""
        return self._below.real(path)

    def linked_folders(self, folder: str, folders: Iterable[str], names: Iterable[str]) -> list[str]:
        """Look below."""
        return self._below.linked_folders(folder, folders, names)

    def walk(self, folder: str, on_closed: OnClosed = _pass_over) -> Walk:
        """Walk below, then give the texts in memory, each with its folder."""
        yield from self._below.walk(folder, on_closed)
        for path in sorted(self._texts):
            if path.startswith(folder.rstrip(os.sep) + os.sep):
                yield os.path.dirname(path), [], [os.path.basename(path)]

    def read(self, path: str, most: int) -> bytes | str:
        """Give the text in memory, else what stands below."""
        return self._texts[path] if path in self._texts else self._below.read(path, most)

    def content_name(self, path: str) -> str:
        """Give that below, unless a text stands there."""
        return "" if path in self._texts else self._below.content_name(path)


class Tree:
    """A commit, or the index, as if its files stood in the working tree."""

    def __init__(self, top: str, entries: Iterable[Entry], blobs: Blobs) -> None:
        self._top = top
        self._blobs = blobs
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, tuple[list[str], list[str]]] = {top: ([], [])}
        folders: dict[str, str] = {}
        for entry in entries:
            above, _, name = entry.path.rpartition("/")
            folder = folders.get(above)
            if folder is None:  # a folder holds many files, and joining paths takes most of the time
                folder = folders[above] = os.path.join(top, *above.split("/")) if above else top
            path = os.path.join(top, name) if not above else f"{folder}{os.sep}{name}"
            self._entries[path] = entry
            if entry.mode != SUBMODULE:
                self._folder(folder)[1].append(name)
        self._links = [path for path, entry in self._entries.items() if entry.mode == LINK]
        self.gaps = tuple(path for path, entry in self._entries.items() if entry.mode == SUBMODULE)

    def _folder(self, path: str) -> tuple[list[str], list[str]]:
        if path not in self._names:
            above, name = os.path.split(path)
            self._folder(above)[0].append(name)
            self._names[path] = ([], [])
        return self._names[path]

    def exists(self, path: str) -> bool:
        """Look in the tree; its top is marked as that of a repository."""
        if path == os.path.join(self._top, ".git"):
            return True
        return path not in self.gaps and (path in self._entries or self._real(path) in self._names)

    def is_file(self, path: str) -> bool:
        """Look in the tree."""
        entry = self._entries.get(self._real(path))
        return entry is not None and entry.mode != SUBMODULE

    def is_folder(self, path: str) -> bool:
        """Look in the tree."""
        return self._real(path) in self._names

    def stays_within(self, path: str, folder: str) -> bool:
        """Follow the links of the tree; one that leads round in a circle leads nowhere else."""
        real = self._real(path)
        return not real or real.startswith(folder + os.sep)

    def real(self, path: str) -> str:
        """Follow the links of the tree."""
        return self._real(path)

    def linked_folders(self, folder: str, _folders: Iterable[str], names: Iterable[str]) -> list[str]:
        """Look among the names: git keeps every link as a file."""
        if not self._links:
            return []
        paths = (os.path.join(folder, name) for name in names)
        return [path for path in paths if path in self._links and self.is_folder(path)]

    def walk(self, folder: str, _on_closed: OnClosed = _pass_over) -> Walk:
        """Walk the tree, in which no folder is closed."""
        folders, names = self._names.get(self._real(folder), ((), ()))
        inner = list(folders)
        yield folder, inner, list(names)
        for name in inner:
            yield from self.walk(os.path.join(folder, name))

    def read(self, path: str, most: int) -> bytes | str:
        """Ask git. Raises GitError for a file in conflict."""
        real = self._real(path)
        entry = self._entries.get(real)
        if entry is None:
            return "not-a-file" if real in self._names else "gone"
        if entry.mode == SUBMODULE:
            return GAP
        if not entry.blob:
            raise GitError("in-conflict", path=entry.path)
        return self._blobs.read(entry.blob, most + 1)

    def content_name(self, path: str) -> str:
        """Give git's own name of a content, or of the state of a submodule."""
        entry = self._entries.get(self._real(path))
        return entry.blob if entry else ""

    def _real(self, path: str) -> str:
        """Follow the links on the way to a path; '' where they lead round in a circle."""
        for _ in range(_MOST_LINKS):
            link = next((link for link in self._links if path == link or path.startswith(link + os.sep)), None)
            if link is None:
                return path
            target = os.fsdecode(self._blobs.read(self._entries[link].blob, _LONGEST_LINK))
            path = os.path.normpath(os.path.join(os.path.dirname(link), target) + path[len(link) :])
        return ""


_MOST_LINKS = 40
_LONGEST_LINK = 4096
