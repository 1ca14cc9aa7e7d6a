"""The changes of a repair as a unified diff that `git apply` and `patch -p1` take."""

from collections.abc import Iterator
from difflib import unified_diff

from jdlint.fix.repair import Repaired

_NO_LINE_END = "\n\\ No newline at end of file\n"


def diff(repaired: Repaired) -> str:
    """Write the changes of every file, the paths from the root."""
    return "".join(line for file in repaired.changed for line in _of(repaired, file))


def _of(repaired: Repaired, file: str) -> Iterator[str]:
    before, after = (_lines(texts[file]) for texts in (repaired.before, repaired.after))
    for line in unified_diff(before, after, f"a/{file}", f"b/{file}"):
        yield line if line.endswith("\n") else line + _NO_LINE_END


def _lines(raw: bytes) -> list[str]:
    """Split at line feeds alone: other line ends are characters of a line."""
    parts = raw.decode("utf-8", "replace").split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
