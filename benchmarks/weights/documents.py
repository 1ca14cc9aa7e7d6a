"""Reads labelled documents as the benchmark keeps them: NAME/roles.yaml and NAME/org.yaml, and labels/NAME.yaml."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from glob import glob
from typing import Any

import yaml

from jdlint.record import NamedTuple

RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "rules")


class Document(NamedTuple):
    """The roles of a document with their labels."""

    name: str
    language: str
    """zh or en."""
    roles: tuple[Mapping[str, Any], ...]
    labels: Mapping[str, Mapping[str, Any]]
    """By the place of a duty."""

    def duties(self) -> Iterator[tuple[Mapping[str, Any], str, Mapping[str, Any]]]:
        """Give each duty with its role and its labels."""
        for number, role in enumerate(self.roles):
            for place, duty in enumerate(role.get("duties") or ()):
                yield role, text_of(duty), self.labels[f"roles[{number}].duties[{place}]"]


def documents(folder: str) -> Iterator[Document]:
    """Give the documents of a folder, in the order of their names."""
    for path in sorted(glob(os.path.join(folder, "*", "roles.yaml"))):
        name = os.path.basename(os.path.dirname(path))
        language = load(os.path.join(os.path.dirname(path), "org.yaml"))["language"]
        labels = {label["at"]: label for label in load(os.path.join(folder, "labels", f"{name}.yaml"))["duties"]}
        yield Document(f"{folder}/{name}", "en" if language == "en" else "zh", tuple(load(path)["roles"]), labels)


def text_of(entry: Any) -> str:  # noqa: ANN401 - a text, or a mapping with one
    """Give the words of a duty or an authority."""
    return entry if isinstance(entry, str) else str(entry["text"])


@cache
def load(path: str) -> Any:  # noqa: ANN401 - a document
    """Read a file of YAML, once."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def rule_examples(family: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give the examples of the rules of a family, each with its rule."""
    for path in sorted(glob(os.path.join(RULES, family, "*.yaml"))):
        rule = load(path)
        yield from ((rule["id"], example) for example in rule["examples"])
