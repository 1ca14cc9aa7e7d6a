"""Finds the folder `rules/` and loads what it holds as data, each file once in a run."""

import os
import re
from functools import cache
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


@cache
def rules_folder() -> str:
    """Give the folder of the catalogue: inside an installed package, beside it in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "rules")


@cache
def load(name: str) -> Any:  # noqa: ANN401 - each reader of a table knows its own shape
    """Load one of our own tables, such as `lexicon/traits`, as plain data."""
    with open(_path(name), encoding="utf-8") as file:
        return yaml.load(file, _Loader)  # noqa: S506 - it derives from the safe loader


def has_key(name: str, key: str) -> bool:
    """Tell whether a table has a key at its top, without reading it as YAML."""
    with open(_path(name), encoding="utf-8") as file:
        return any(line.startswith(f"{key}:") for line in file)


def _path(name: str) -> str:
    return os.path.join(rules_folder(), *name.split("/")) + ".yaml"


def names(folder: str) -> tuple[str, ...]:
    """Give the names of a folder's tables, sorted."""
    path = os.path.join(rules_folder(), folder)
    return tuple(sorted(f"{folder}/{name[:-5]}" for name in os.listdir(path) if name.endswith(".yaml")))
