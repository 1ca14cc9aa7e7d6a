"""Records of earlier runs: bytes under a name, in the user's own cache folder and never in the linted tree.

A record counts only if it was made from the very same: its key is a digest of all that it rests on. It counts only if
it is whole, and only if it is ours: a file that another user owns or may write to is never read, because a record is
trusted as compiled modules are. Writing one may fail, which only costs the next run.
"""

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

from jdlint.record import NamedTuple

try:
    # `hashlib` loads OpenSSL beside it, which takes 3 ms
    from _blake2 import blake2b as blake2b  # noqa: PLC0414 - part of what this module offers
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere
    from hashlib import blake2b as blake2b  # noqa: PLC0414 - the same

MOST_RECORDS = 5_000
MOST_BYTES = 1_000_000_000
"""So much is kept; what wasn't used for longest is the first to go."""

_DIGEST = 32
_ENDING = ".jdlint"
_MARK = b"jdlint record 2\n"
_HEAD = len(_MARK) + 2 * _DIGEST
_DAY = 24 * 60 * 60


class Key(NamedTuple):
    """Where a record lies, and what it must rest on to count."""

    name: str
    digest: bytes


def digest(*grounds: bytes) -> bytes:
    """Give the digest of some grounds, each told apart from the next."""
    made = blake2b(digest_size=_DIGEST)
    for ground in grounds:
        made.update(len(ground).to_bytes(8, "little"))
        made.update(ground)
    return made.digest()


def named(kind: str, *words: str, rests_on: bytes) -> Key:
    """Make the key of a record of a kind; the words tell which one it is, whatever it rests on."""
    name = digest(*(word.encode("utf-8", "surrogatepass") for word in (kind, *words))).hex()[:32]
    return Key(f"{name}.{kind}{_ENDING}", rests_on)


def folder() -> str:
    """Give the folder of the records: $JDLINT_CACHE_DIR, else one of the user's own caches; '' where there is none."""
    chosen = os.environ.get("JDLINT_CACHE_DIR")
    if chosen:
        return os.path.abspath(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "jdlint") if os.path.isabs(base) else ""


def load(wanted: Key) -> bytes | None:
    """Give the body of a record that rests on the same; None where there is none, or it isn't whole, or isn't ours."""
    try:
        with open(_path(wanted), "rb", opener=_open_own) as file:
            head, body = file.read(_HEAD), file.read(MOST_BYTES)
    except OSError:
        return None
    return body if head == _MARK + wanted.digest + _sum(body) else None


def store(wanted: Key, body: bytes) -> None:
    """Keep a record in one step; a full disk or a folder that can't be written keeps none."""
    if not folder():
        return
    path = _path(wanted)
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with open(beside, "wb", opener=_open_new) as file:
            file.writelines((_MARK, wanted.digest, _sum(body), body))
        os.replace(beside, path)
    except OSError:
        _remove(beside)


def tidy() -> None:
    """Keep the folder within its bounds."""
    with suppress(OSError):
        records = sorted(((entry.stat(), entry.path) for entry in _records()), key=lambda record: -record[0].st_mtime)
        size = 0
        for number, (about, path) in enumerate(records):
            size += about.st_size
            if number >= MOST_RECORDS or size > MOST_BYTES:
                _remove(path)


def clean() -> int:
    """Remove every record; gives how many there were."""
    paths: list[str] = []
    with suppress(OSError):
        paths = [entry.path for entry in _records()]
    for path in paths:
        _remove(path)
    return len(paths)


def _records() -> Iterator[os.DirEntry[str]]:
    """Give the records, and what runs that were killed have left of some."""
    if folder():
        with os.scandir(folder()) as entries:
            yield from (entry for entry in entries if _ENDING in entry.name)


def _path(wanted: Key) -> str:
    return os.path.join(folder(), wanted.name)


def _sum(body: bytes) -> bytes:
    """Tell a record that was cut short from a whole one."""
    return blake2b(body, digest_size=_DIGEST).digest()


_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def _open_own(path: str, flags: int) -> int:
    """Open a record; raises PermissionError where somebody else may have written it."""
    descriptor = os.open(path, flags | _SAFELY)
    about = os.fstat(descriptor)
    is_own = not hasattr(os, "geteuid") or (about.st_uid == os.geteuid() and not about.st_mode & _BY_OTHERS)
    if not stat.S_ISREG(about.st_mode) or not is_own:
        os.close(descriptor)
        raise PermissionError(path)
    if time.time() - about.st_mtime > _DAY:  # tells `tidy` that it is of use
        with suppress(OSError):
            os.utime(path)
    return descriptor


_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def _open_new(path: str, flags: int) -> int:
    return os.open(path, flags | _SAFELY, 0o600)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.remove(path)
