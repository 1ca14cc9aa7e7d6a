"""Friendly inputs to start from: the project's roles, rules and examples, and their sentences."""

import os
from collections.abc import Iterator
from functools import cache

_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_FOLDERS = {
    "organising": ("roles", "tests/cases/everything"),
    "rule-files": ("rules",),
    "settings": (),
}
_DEFAULT = ("roles", "tests/cases/everything", "tests/cases/fuzz")
_SETTINGS = (
    b"profile: strict\nignore: [structure/duty-count]\nrules: [hr-rules]\nexclude: ['roles/archive/*']\n",
    b"select: duty\nseverity: warning\nfail_on: never\nlang: zh\n",
)


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Give the inputs that a target starts from, in a stable order."""
    files = tuple(raw for folder in _FOLDERS.get(target, _DEFAULT) for raw in _files(folder, target))
    if target == "sentences":
        return tuple(sorted({line.strip(b" -\"'") for raw in files for line in raw.splitlines() if line.strip()}))
    return files or _SETTINGS


def _files(folder: str, target: str) -> Iterator[bytes]:
    for current, folders, names in os.walk(os.path.join(_ROOT, folder)):
        folders.sort()
        for name in sorted(names):
            is_wanted = name.endswith((".yaml", ".yml")) and (target != "organising" or name.startswith("org."))
            if is_wanted and os.path.getsize(os.path.join(current, name)) < 1 << 14:
                with open(os.path.join(current, name), "rb") as file:
                    yield file.read()
