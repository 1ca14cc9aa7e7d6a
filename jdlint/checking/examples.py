"""A rule tried on its own examples: it must fire where they say so, and stay silent elsewhere."""

import json
import os
from collections.abc import Iterator, Mapping

from jdlint.checking import baseline
from jdlint.checking.catalogue import built_in
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.law import stand_in
from jdlint.checking.rule import Example, Rule
from jdlint.checking.rule_file import read_rule
from jdlint.checking.run import check_file, check_organisation, plan
from jdlint.finding import Finding, Fix, Profile
from jdlint.model.build import Built, build_role, build_roles
from jdlint.model.facts import build_facts
from jdlint.model.join import join
from jdlint.model.organisation import Organisation
from jdlint.model.role import Facts
from jdlint.model.schema import plain
from jdlint.model.texts import language
from jdlint.record import NamedTuple
from jdlint.source.edit.change import applied, apply_edits, changes_of
from jdlint.source.source import Source
from jdlint.source.tree import Mapping as Tree
from jdlint.source.yaml import read

DAY = "2026-01-01"
"""The day on which examples are judged: an example must say the same every day."""


class Failure(NamedTuple):
    """An example on which a rule does something else than the example says."""

    rule: str
    path: str
    line: int
    expected: tuple[str, ...]
    found: tuple[str, ...]


def failures(rule: Rule, source: Source) -> Iterator[Failure]:
    """Try a rule on its examples; `source` is the rule file, in which example roles stand."""
    for example in rule.examples:
        found = tuple(sorted({_written(finding, example) for finding in findings(rule, example, source)}))
        expected = tuple(sorted(example.at))
        if found != expected and not (example.is_bad and not expected and found):
            yield Failure(rule.id, rule.path, example.line, expected or _anywhere(example), found)

    for example in rule.examples:
        if example.fixed or example.fixed_files:
            yield from _unfixed(rule, example, source)


def _unfixed(rule: Rule, example: Example, source: Source) -> Iterator[Failure]:
    """Try what the rule's fixes make of an example, safe and unsafe ones alike."""
    made, left = fixed(rule, example, source)
    wanted = tuple(sorted(_contents(example.fixed, example.fixed_files)))
    if made != wanted or left:
        places = tuple(f"still found: {_written(finding, example)}" for finding in left)
        yield Failure(rule.id, rule.path, example.line, wanted, (*made, *places))


def _contents(role: Tree | None, files: Mapping[str, bytes]) -> Iterator[str]:
    if role is not None:
        yield json.dumps(plain(role, ""), ensure_ascii=False)
    for path, raw in files.items():
        yield f"{path}: {json.dumps(raw.decode(errors='replace'), ensure_ascii=False)}"


def fixed(rule: Rule, example: Example, source: Source) -> tuple[tuple[str, ...], list[Finding]]:
    """Give what the fixes of a rule make of an example, as its `fixed` would say it, and what is still found then."""
    number = rule.examples.index(example)
    before = example.files
    for _ in range(_MOST_PASSES):
        found = findings(rule, example, source, with_fixes=True)
        fix = next((finding.fix for finding in found if finding.fix), None)
        if fix is None:
            break
        if example.role is not None:
            source = read(source.path, applied(source.text, changes_of(source.text, fix.edits)).encode())
            again, _ = read_rule(source)
            if again is None:
                return ("the fix breaks the file",), []
            example = again.examples[number]
        else:
            example = example._replace(files=_edited(example.files, fix))
    changed = {path: raw for path, raw in example.files.items() if before[path] != raw}
    return tuple(sorted(_contents(example.role, changed))), [each for each in found if each.fix is None]


_MOST_PASSES = 50


def _edited(files: Mapping[str, bytes], fix: Fix) -> dict[str, bytes]:
    edited = dict(files)
    for path in {edit.file for edit in fix.edits}:
        edits = [edit for edit in fix.edits if edit.file == path]
        edited[path] = apply_edits(files[path], edits)
    return edited


def _anywhere(example: Example) -> tuple[str, ...]:
    return ("(anywhere)",) if example.is_bad else ()


def _written(finding: Finding, example: Example) -> str:
    return finding.place.pointer if example.role else f"{finding.place.file}#{finding.place.pointer}"


def findings(rule: Rule, example: Example, source: Source, *, with_fixes: bool = False) -> list[Finding]:
    """Give what a rule finds in an example."""
    if example.role is not None:
        role = build_role(source, example.role, title="example")
        built = [Built(source)]
        places = stand_in(language(role)) if role else ()
        organisations = [Organisation("", Facts(jurisdictions=places), (role,) if role else ())]
    else:
        built = [build(path, raw) for path, raw in sorted(example.files.items()) if not _is_baseline(path)]
        organisations = list(join(_folders(built)))
    if rule.family == "suppression":
        built += [flaw for each in organisations for flaw in _flaws(each, built, example)]
    only = plan([rule], Profile.AUDIT, today=DAY, with_fixes=with_fixes)
    found = [finding for file in built for finding in check_file(only, file, None)]
    return found + [finding for each in organisations for finding in check_organisation(only, each)]


def _flaws(organisation: Organisation, files: list[Built], example: Example) -> Iterator[Built]:
    """Give what is wrong with the exceptions of an example, which all other rules have to run for."""
    every = plan(built_in().rules.values(), Profile.AUDIT, today=DAY)
    found = [finding for file in files for finding in check_file(every, file, None)]
    found += check_organisation(every, organisation)
    exceptions = Exceptions(organisation, files, built_in(), DAY)
    found = list(exceptions.settle(found))
    yield from exceptions.flaws(every.complete(found))
    for path in filter(_is_baseline, example.files):
        recorded = baseline.read(path, example.files[path])
        _, gone = baseline.apply(recorded, found, lambda _: True)
        yield baseline.problems(recorded._replace(gone=gone), built_in().rules)


def _is_baseline(path: str) -> bool:
    return path.endswith(".json")


def build(path: str, raw: bytes) -> Built:
    """Read one file of an example: an org.yaml, a rule file below `rules/`, or a role file."""
    source = read(path, raw)
    if os.path.basename(path) in ("org.yaml", "org.yml"):
        return build_facts(source)
    if path.startswith("rules/"):
        return Built(source, (), None, read_rule(source)[1])
    return build_roles(source)


def _folders(files: list[Built]) -> Iterator[tuple[str, Built]]:
    """Give each file with the folder of its nearest org.yaml."""
    owners = {os.path.dirname(file.source.path) for file in files if file.facts is not None}
    for file in files:
        folder = os.path.dirname(file.source.path)
        while folder and folder not in owners:
            folder = os.path.dirname(folder)
        yield folder, file
