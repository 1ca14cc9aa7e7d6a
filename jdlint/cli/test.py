"""`jdlint test`: prove rule files on their own examples."""

import os
from collections.abc import Callable, Iterable, Iterator

from jdlint import config as settings
from jdlint.checking.catalogue import Catalogue, built_in
from jdlint.checking.examples import Failure, failures
from jdlint.checking.rule_folder import load_folder
from jdlint.cli import usage
from jdlint.errors import NothingToCheckError, UsageError
from jdlint.finding import Value, filled
from jdlint.pipeline import load_rules, rule_text
from jdlint.saying import say
from jdlint.source.discover import find_root
from jdlint.source.source import Problem
from jdlint.source.view import DISK, View
from jdlint.source.yaml import read


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; gives 1 where a rule file is broken or an example doesn't hold."""
    options = usage.parser("test")
    options.add_argument("paths", nargs="*", metavar="PATH")
    options.add_argument("--built-in", action="store_true")
    asked = options.parse_args(arguments)
    catalogues = list(_catalogues(asked.paths, built_in_too=asked.built_in))
    if not any(catalogue.rules or catalogue.broken for _, catalogue in catalogues):
        raise NothingToCheckError("no-rule-files")
    return prove(catalogues, write)


def prove(catalogues: Iterable[tuple[str, Catalogue]], write: Callable[[str], object], view: View = DISK) -> int:
    """Try rules on their examples and say what fails; each catalogue comes with the folder its paths start from."""
    failed = count = 0
    for folder, catalogue in catalogues:
        for built in catalogue.broken:
            for problem in built.problems:
                where = f"{built.source.path}:{built.source.range(problem.span).start.line}"
                write(_said("broken", where=where, why=_why(problem)))
                failed += 1
        for failure in _failures(catalogue, folder, view):
            write(_line(failure))
            failed += 1
        count += sum(len(rule.examples) for rule in catalogue.rules.values())
    write(_said("sum", examples=count, failed=failed))
    return 1 if failed else 0


def _why(problem: Problem) -> Value:
    """Say what is wrong with a rule file: in its own words where it was read, else in those of the rule on reading."""
    if problem.rule == "rules/broken":
        return problem.values["detail"]
    return filled(built_in().rules[problem.rule].words(problem.reason), problem.values)


def _catalogues(paths: list[str], *, built_in_too: bool) -> Iterator[tuple[str, Catalogue]]:
    root = find_root(["."])
    config = settings.find(root)
    base = config.base(root)
    if built_in_too:
        yield "", built_in()
    for folder in paths:
        if not os.path.isdir(folder):
            raise UsageError("no-folder-to-test", folder=folder)
        yield (
            os.path.dirname(os.path.abspath(folder)),
            load_folder(folder, os.path.basename(os.path.abspath(folder))),
        )
    if not paths:
        load_rules(config, root, is_isolated=False)
        for folder in config.rules:
            yield base, load_folder(os.path.join(base, folder), folder)


def _failures(catalogue: Catalogue, folder: str, view: View) -> Iterator[Failure]:
    for rule in catalogue.rules.values():
        yield from failures(rule, read(rule.path, rule_text(rule, settings.Config(), folder, view).encode()))


def _line(failure: Failure) -> str:
    expected, found = (places or say("commands", "test", "nothing") for places in (failure.expected, failure.found))
    where = f"{failure.path}:{failure.line}"
    return _said("failed", where=where, rule=failure.rule, expected=expected, found=found)


def _said(key: str, **values: Value) -> str:
    return say("commands", "test", key, **values).read(usage.language("")) + "\n"
