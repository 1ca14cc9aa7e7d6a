"""Files that a command writes: each is replaced as a whole, so that nobody ever reads half of one."""

import errno
import os
import stat
from collections.abc import Iterable

from jdlint.errors import UsageError
from jdlint.saying import reason


def replace(path: str, text: str) -> None:
    """Write a file in UTF-8, keeping the permissions of the one that it replaces; raises UsageError where it can't."""
    target = os.path.realpath(path)
    raw = text.encode("utf-8", "backslashreplace")
    try:
        found = os.stat(target) if os.path.exists(target) else None
        if found and not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            with open(target, "wb") as device:
                device.write(raw)
        else:
            _swap(target, raw, stat.S_IMODE(found.st_mode) if found else _default_mode())
    except OSError as error:
        folder = os.path.dirname(path) or "."
        fault = _fault(error, "unwritable" if os.path.isdir(folder) else "folder-missing")
        raise UsageError(fault, path=path, folder=folder, why=reason(error)) from None


def save(path: str, text: str, root: str, sources: Iterable[str]) -> None:
    """Write a picture or a page; raises UsageError where it would destroy one of the sources below a root."""
    if os.path.realpath(path) in {os.path.realpath(os.path.join(root, file)) for file in sources}:
        raise UsageError("holds-roles", file=path)
    replace(path, text)


def create(path: str, text: str) -> None:
    """Write a file that doesn't exist yet, and the folders above it; raises UsageError where that isn't possible."""
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        file = open(path, "x", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed in any case, below
    except FileExistsError:
        raise UsageError("file-exists", path=path) from None
    except OSError as error:
        raise UsageError(_fault(error, "folder-unwritable"), path=path, why=reason(error)) from None
    try:
        with file:
            file.write(text)
    except BaseException as error:
        os.unlink(path)  # half a file would stand in the way of the next attempt
        if not isinstance(error, OSError):
            raise
        raise UsageError(_fault(error, "folder-unwritable"), path=path, why=reason(error)) from None


def _fault(error: OSError, otherwise: str) -> str:
    return "disk-full" if error.errno == errno.ENOSPC else otherwise


def _swap(target: str, raw: bytes, mode: int) -> None:
    """Write beside the file and move into its place, which happens at once or not at all."""
    from tempfile import mkstemp  # noqa: PLC0415 - 10 ms, paid only where a file is written

    descriptor, temporary = mkstemp(prefix=".jdlint-", dir=os.path.dirname(target))
    try:
        with open(descriptor, "wb") as file:
            file.write(raw)
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
