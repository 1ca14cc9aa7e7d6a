"""What is made from rules/ once and kept: beside the package's bytecode, and exactly as trusted as that.

A part is plain data (as `marshal` takes it) that one function makes from rules/. In a checkout it is made anew when a
file of rules/ or of the package changes; a wheel brings its parts ready made. Where Python keeps no bytecode, because
it was told so or may not write there, parts are records in the user's own cache folder. Where that can't be written
either, or lies below the folder in which jdlint runs, they are made in every run: nothing is ever read from below the
files that are checked, unless the package itself stands there.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from jdlint import cache as records

FORMAT = 4
"""The version of marshal's format: every Python since 3.4 reads it."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_SEALED = os.path.join(_PACKAGE, "rules", "compiled")
"""Where a wheel holds its parts; its files don't change, so nothing is compared."""


@cache
def rules_folder() -> str:
    """Give the folder of the catalogue: inside an installed package, beside it in a checkout."""
    installed = os.path.join(_PACKAGE, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def part(name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - each maker knows the shape of its part
    """Give a part by its name: kept, if nothing has changed since, or else made and kept."""
    sealed = _read(os.path.join(_SEALED, f"{name}.marshal"), b"")
    if sealed is not None:
        return sealed
    path = _path(name)
    kept = _read(path, state()) if path else None
    if kept is not None:
        return kept
    if path and not sys.dont_write_bytecode and os.access(os.path.dirname(path), os.W_OK):
        made = make()
        _write(path, state(), made)
        return made
    return _from_cache(name, make)


def _from_cache(name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - see part
    """Give a part from the user's cache folder, or make it and keep it there."""
    if not _has_cache():
        return make()
    key = records.named("part", name, _PACKAGE, str(sys.implementation.cache_tag), rests_on=own_state())
    body = records.load(key)
    if body is not None:
        with suppress(EOFError, ValueError, TypeError):
            return marshal.loads(body)  # noqa: S302 - whole, and ours: see jdlint/cache.py
    made = make()
    records.store(key, marshal.dumps(made, FORMAT))
    return made


@cache
def _has_cache() -> bool:
    """Say whether there is a cache folder that no repository can have brought: none below the folder of the run."""
    try:
        here = os.path.realpath(os.curdir).rstrip(os.sep) + os.sep
    except OSError:  # the folder was taken away
        return False
    return bool(records.folder()) and not (os.path.realpath(records.folder()) + os.sep).startswith(here)


def seal(folder: str, parts: dict[str, Any]) -> None:
    """Write parts for a wheel."""
    os.makedirs(folder, exist_ok=True)
    for name, made in parts.items():
        _write(os.path.join(folder, f"{name}.marshal"), b"", made)


def _path(name: str) -> str:
    """Give the place of a part beside the bytecode of this module; '' where Python keeps none."""
    bytecode = __spec__.cached
    if not bytecode or not bytecode.endswith(".pyc"):
        return ""
    own, tag = os.path.basename(bytecode)[:-4].split(".", 1)
    return os.path.join(os.path.dirname(bytecode), f"{own}-{name}.{tag}.marshal")


def _read(path: str, stamp: bytes) -> Any:  # noqa: ANN401 - see part
    try:
        with open(path, "rb") as file:
            content = file.read()
        # one value is read at a time: a part whose state has changed isn't worth reading
        length = int.from_bytes(content[:4], "little")
        if content[4 : 4 + length] != stamp:
            return None
        return marshal.loads(memoryview(content)[4 + length :])  # noqa: S302 - see the module's first lines
    except (OSError, EOFError, ValueError, TypeError):
        return None


def _write(path: str, stamp: bytes, made: Any) -> None:  # noqa: ANN401 - see part
    """Write a part in one step; where that isn't possible, the next run makes it again."""
    content = len(stamp).to_bytes(4, "little") + stamp + marshal.dumps(made, FORMAT)
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        return


def own_state() -> bytes:
    """Give what tells whether jdlint is still the same: its files and rules, its Python, and the packages beside it."""
    beside = [f"{path} {os.stat(path).st_mtime_ns}" for path in sys.path if _holds_packages(path)]
    return records.digest(state(), sys.version.encode(), "\n".join(beside).encode("utf-8", "surrogatepass"))


def _holds_packages(path: str) -> bool:
    return path.endswith(("site-packages", "dist-packages")) and os.path.isdir(path)


@cache
def state() -> bytes:
    """Give a digest of what parts rest on: name, size and time of every file of rules/ and the package."""
    files = [*_files(_PACKAGE, (".py",)), *_files(rules_folder(), (".yaml", ".json"))]
    return records.digest(marshal.dumps(sorted(files), FORMAT))


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(endings):
                about = entry.stat()
                yield entry.path, about.st_size, about.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path, endings)
