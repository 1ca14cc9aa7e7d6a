"""Finds the folder `rules/` and loads what it holds as data, each file once in a run."""

import os
from functools import cache
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


@cache
def rules_folder() -> str:
    """Give the folder of the catalogue: inside an installed package, beside it in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "rules")


@cache
def load(name: str) -> Any:  # noqa: ANN401 - each reader of a table knows its own shape
    """Load one of our own tables, such as `lexicon/catch-all`, as plain data."""
    path = os.path.join(rules_folder(), *name.split("/")) + ".yaml"
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def names(folder: str) -> tuple[str, ...]:
    """Give the names of a folder's tables, sorted."""
    path = os.path.join(rules_folder(), folder)
    return tuple(sorted(f"{folder}/{name[:-5]}" for name in os.listdir(path) if name.endswith(".yaml")))
