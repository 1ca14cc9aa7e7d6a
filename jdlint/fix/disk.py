"""Which files may be written, and how: whole and at once, with their permissions, unless somebody else changed them."""

import os
import stat
import tempfile
from contextlib import suppress

from jdlint.saying import cause
from jdlint.source.view import DISK, MAX_BYTES


def why_not(path: str, root: str) -> str:
    """Say why a file is never written: link, outside, read-only or not-a-file; '' where it may be."""
    if os.path.islink(path):
        return "link"
    home = os.path.realpath(root)
    if not os.path.realpath(path).startswith(home.rstrip(os.sep) + os.sep):
        return "outside"
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return "not-a-file"
    except OSError:
        return "not-a-file"
    return "" if os.access(path, os.W_OK) else "read-only"


def is_changed(path: str, raw: bytes) -> bool:
    """Whether the disk holds something else than what was read, as where git keeps another state of a file."""
    return DISK.read(path, MAX_BYTES) != raw


def save(path: str, root: str, before: bytes, after: bytes) -> str:
    """Write a file in one step if it still reads as before; give the reason where it isn't written, else ''."""
    reason = why_not(path, root)
    if reason:
        return reason
    try:
        descriptor, beside = tempfile.mkstemp(prefix=".jdlint-", dir=os.path.dirname(path))
    except OSError as error:
        return cause(error)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _like(path, beside)
        if is_changed(path, before):
            return "changed"
        os.replace(beside, path)
        beside = ""
    except OSError as error:
        return cause(error)
    finally:
        if beside:
            os.unlink(beside)
    return ""


def _like(path: str, beside: str) -> None:
    """Give a new file the permissions of an old one, and its owner where that is allowed."""
    about = os.stat(path)
    own = os.stat(beside)
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (about.st_uid, about.st_gid):
        with suppress(PermissionError):  # a file shared by several people: the one who fixes it owns the new one
            os.chown(beside, about.st_uid, about.st_gid)
    os.chmod(beside, stat.S_IMODE(about.st_mode))
