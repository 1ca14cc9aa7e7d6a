"""Loads the tables that rules/ holds as data, each once in a run."""

import marshal
import os
from collections.abc import Callable
from functools import cache
from typing import Any

from jdlint import compiled
from jdlint.compiled import rules_folder as rules_folder  # noqa: PLC0414 - part of what this module offers

_FOLDERS = ("format", "import", "law", "lexicon", "triggers")
"""The folders of rules/ that hold what jdlint knows; what it says stands in texts/."""

_Table = tuple[tuple[str, ...], bytes]
"""A table's keys, and the table as a text of its own: a run needs few of them."""


@cache
def load(name: str) -> Any:  # noqa: ANN401 - each reader of a table knows its own shape
    """Load one of our own tables, such as `lexicon/catch-all`, as plain data."""
    return marshal.loads(_beside(name)[name][1])  # noqa: S302 - see jdlint/compiled.py


def has_key(name: str, key: str) -> bool:
    """Tell whether a table has a key at its top, without loading it."""
    return key in _beside(name)[name][0]


def names(folder: str) -> tuple[str, ...]:
    """Give the names of a folder's tables, sorted."""
    return tuple(name for name in _beside(f"{folder}/") if name.startswith(f"{folder}/"))


def _beside(name: str) -> dict[str, _Table]:
    """Give the part that holds a table: a command that only speaks needs no words of roles."""
    return _part("texts", texts) if name.startswith("texts/") else _part("tables", tables)


@cache
def _part(name: str, make: Callable[[], dict[str, _Table]]) -> dict[str, _Table]:
    kept: dict[str, _Table] = compiled.part(name, make)
    return kept


def tables() -> dict[str, _Table]:
    """Read every table of what jdlint knows from its file."""
    return _from_files(_FOLDERS)


def texts() -> dict[str, _Table]:
    """Read every table of what jdlint says from its file."""
    return _from_files(("texts",))


def _from_files(folders: tuple[str, ...]) -> dict[str, _Table]:
    from jdlint.table_file import read_table  # noqa: PLC0415 - 20 ms, paid only when tables are compiled

    found = {}
    for folder in folders:
        path = os.path.join(rules_folder(), folder)
        for file in sorted(os.listdir(path)):
            name, ending = os.path.splitext(file)
            if ending in (".yaml", ".json"):  # JSON is YAML
                table = read_table(os.path.join(path, file))
                found[f"{folder}/{name}"] = (tuple(table), marshal.dumps(table, compiled.FORMAT))
    return found
