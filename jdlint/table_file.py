"""Reads one table of rules/ from its file; apart from the rest, because a run with compiled tables needs no YAML."""

import re
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]


class _Loader(SafeLoader):
    """Reads plain scalars as YAML 1.2 does: `no`, `on` and 2026-01-01 are words, as they are in role files."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way to say it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")]
        for first, resolvers in SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read_table(path: str) -> Any:  # noqa: ANN401 - each reader of a table knows its own shape
    """Read a table as plain data."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, _Loader)  # noqa: S506 - it derives from the safe loader
