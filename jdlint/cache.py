"""What a run printed, kept under all that it rests on: an unchanged tree is read, and never judged a second time.

A record lies in the user's own cache folder, never in the linted tree, and holds text that is printed and nothing that
is run. It is found by place and options, and counts only if the digest of all that the run rests on is the same: files
by their bytes, settings, rules, the day, and jdlint itself. Writing it may fail, which only costs the next run.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from jdlint import compiled
from jdlint.record import NamedTuple

try:
    from _blake2 import blake2b  # `hashlib` loads OpenSSL beside it, which takes 3 ms
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere
    from hashlib import blake2b

MOST_RECORDS = 100
"""So many records are kept; those that were written first are the first to go."""

_DIGEST = 32
_ENDING = ".run"
_MARK = b"jdlint run 1\n"
_HEAD = len(_MARK) + 2 * _DIGEST


class Record(NamedTuple):
    """What a run printed, and how it ended."""

    text: str
    code: int


class Key(NamedTuple):
    """Where a record lies, and what it must rest on to count."""

    name: str
    digest: bytes


def key(asked: Iterable[str], grounds: Iterable[bytes]) -> Key:
    """Make the key of a run from what it was asked and all that it rests on; jdlint's own state goes in too."""
    name = blake2b("\0".join(asked).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    digest = blake2b(compiled.state(), digest_size=_DIGEST)
    for ground in grounds:
        digest.update(len(ground).to_bytes(8, "little"))
        digest.update(ground)
    return Key(name, digest.digest())


def folder() -> str:
    """Give the folder of the records: $JDLINT_CACHE_DIR, else one of the user's own caches; '' where there is none."""
    named = os.environ.get("JDLINT_CACHE_DIR")
    if named:
        return os.path.abspath(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "jdlint") if os.path.isabs(base) else ""


def load(wanted: Key) -> Record | None:
    """Give the record of a run that rested on the same; None where there is none, or it isn't whole."""
    try:
        with open(_path(wanted), "rb") as file:
            held = file.read()
    except OSError:
        return None
    head, body = held[:_HEAD], held[_HEAD:]
    if head != _MARK + wanted.digest + _sum(body) or not body:
        return None
    return Record(body[1:].decode("utf-8", "surrogatepass"), body[0])


def store(wanted: Key, record: Record) -> None:
    """Keep a record in one step; a full disk or a folder that can't be written keeps none."""
    if not folder():
        return
    body = bytes((record.code,)) + record.text.encode("utf-8", "surrogatepass")
    path = _path(wanted)
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with open(beside, "wb") as file:
            file.write(b"".join((_MARK, wanted.digest, _sum(body), body)))
        os.replace(beside, path)
        _thin_out()
    except OSError:
        _remove(beside)


def clean() -> int:
    """Remove every record; gives how many there were."""
    records: list[str] = []
    if folder():
        with suppress(OSError):
            records = [entry.path for entry in os.scandir(folder()) if _ENDING in entry.name]
    for path in records:
        _remove(path)
    return len(records)


def _path(wanted: Key) -> str:
    return os.path.join(folder(), wanted.name + _ENDING)


def _sum(body: bytes) -> bytes:
    """Tell a record that was cut short from a whole one."""
    return blake2b(body, digest_size=_DIGEST).digest()


def _thin_out() -> None:
    records = [entry for entry in os.scandir(folder()) if entry.name.endswith(_ENDING)]
    if len(records) > MOST_RECORDS:
        for entry in sorted(records, key=lambda entry: entry.stat().st_mtime)[: len(records) - MOST_RECORDS]:
            _remove(entry.path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.remove(path)
