"""Folders of rule files become catalogues, and the broken files in them are reported like any finding."""

import os
from collections.abc import Iterable, Iterator

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.rule import Rule
from jdlint.checking.rule_file import problem_at, read_rule
from jdlint.errors import ConfigError, RuleError
from jdlint.model.build import Built
from jdlint.saying import reason
from jdlint.source.source import Source
from jdlint.source.view import DISK, MAX_BYTES, View
from jdlint.source.yaml import read

_NOT_RULES = ("lexicon", "format", "triggers", "law", "import", "texts", "weights")
"""The folders of rules/ that hold tables, schemas and texts."""


def load_folder(folder: str, shown: str, view: View = DISK) -> Catalogue:
    """Load a project's own rules; raises ConfigError where the folder doesn't exist."""
    if not view.is_folder(folder):
        raise ConfigError("no-folder-for-rules", folder=shown)
    return load(folder, shown, view)


def load(folder: str, shown: str, view: View = DISK) -> Catalogue:
    """Load the rule files below a folder; `shown` is how its path is written in findings."""
    rules: dict[str, Rule] = {}
    broken: list[Built] = []
    for path, name in _rule_files(folder, view):
        if not view.stays_within(path, folder):
            raise ConfigError("rule-linked-out", path=f"{shown}/{name}")
        text = view.read(path, MAX_BYTES)
        if isinstance(text, str):
            raise ConfigError("rule-unreadable", path=f"{shown}/{name}", why=reason(text))
        source = read(f"{shown}/{name}", text)
        rule, problems = read_rule(source)
        if rule and rule.id in rules:
            error = RuleError("rule-defined-twice", name=rule.id, path=rules[rule.id].path)
            problems = (problem_at(source, error.inside("id")),)
        elif rule:
            rules[rule.id] = rule
        if problems:
            broken.append(Built(source, (), None, problems))
    return Catalogue(rules, tuple(broken))


def join(first: Catalogue, others: Iterable[Catalogue]) -> Catalogue:
    """Put catalogues together; a rule whose id is taken is left out and reported."""
    rules, broken = dict(first.rules), list(first.broken)
    for other in others:
        broken += other.broken
        for rule in other.rules.values():
            if rule.id in rules:
                source = Source(rule.path, "")
                problem = problem_at(source, RuleError("rule-of-another", name=rule.id))
                broken.append(Built(source, (), None, (problem,)))
            else:
                rules[rule.id] = rule
    return Catalogue(rules, tuple(broken))


def _rule_files(folder: str, view: View) -> Iterator[tuple[str, str]]:
    for current, folders, names in view.walk(folder):
        folders[:] = sorted(name for name in folders if current != folder or name not in _NOT_RULES)
        for name in sorted(names):
            if name.endswith((".yaml", ".yml")):
                path = os.path.join(current, name)
                yield path, os.path.relpath(path, folder).replace(os.sep, "/")
