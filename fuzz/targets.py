"""What is fuzzed: each target takes bytes, and fails where jdlint breaks a promise that it makes about every input."""

import json
import os
import tempfile
from collections.abc import Callable
from typing import Protocol
from unicodedata import category

from fuzz.bringing import documents
from fuzz.excusing import baseline, ignores
from fuzz.judged import check_span, findings
from fuzz.mending import fixes
from jdlint import config as settings
from jdlint.checking.rule_file import read_rule
from jdlint.errors import JdlintError
from jdlint.language.authority import read_authority
from jdlint.language.condition import conditions
from jdlint.language.duty import read_duty
from jdlint.language.flaws_encoding import damage
from jdlint.language.flaws_marks import stray, unpaired
from jdlint.language.flaws_words import confusions, repeats, residue
from jdlint.language.fold import fold
from jdlint.language.quantity import quantities
from jdlint.language.task import read_tasks
from jdlint.language.trigger import subjects
from jdlint.location import Span
from jdlint.model.balance import demands_of_duty
from jdlint.model.build import Built, build_roles
from jdlint.model.facts import build_facts
from jdlint.model.met import meets
from jdlint.report.width import shown
from jdlint.source.events import read_events
from jdlint.source.plain import read_plain
from jdlint.source.scalar import span_within
from jdlint.source.source import Source
from jdlint.source.tree import Mapping, Node, Scalar
from jdlint.source.yaml import read
from jdlint.wording import LANGUAGES


def reading(raw: bytes) -> None:
    """Every node lies in its parent and in the text; what can't be read is said."""
    source = read("roles/a.yaml", raw)
    if not source.readable and not source.problems:
        raise AssertionError("an unreadable file looks clean")
    _check_places(source)
    for document in source.documents:
        _check_node(source, document, Span(0, len(source.text)))


def _check_places(source: Source) -> None:
    for problem in source.problems:
        check_span(problem.span, Span(0, len(source.text)), problem.rule)
        found = source.range(problem.span)
        if found.start > found.end:
            raise AssertionError(f"{problem.rule} ends before it begins")


def _check_node(source: Source, top: Node, within: Span) -> None:
    work = [(top, within)]
    while work:
        node, around = work.pop()
        check_span(node.span, around, type(node).__name__)
        if isinstance(node, Scalar):
            middle = len(node.text) // 2
            check_span(span_within(source.text, node, middle, len(node.text)), node.span, "a part of a scalar")
        elif isinstance(node, Mapping):
            work += ((part, node.span) for entry in node.entries for part in entry)
        else:
            work += ((item, node.span) for item in node.items)


def plain(raw: bytes) -> None:
    """What is read as plain YAML is what libyaml reads."""
    text = raw.decode("utf-8", "replace")
    whole = read_plain(text)
    if whole is not None:
        source = read_events("roles/a.yaml", text, [])
        if (source.documents, source.problems, source.readable) != ((whole,), (), True):
            raise AssertionError("a plain text is read otherwise than libyaml reads it")


_READ_PAST = "syntax/full-width-colon"
"""Reading can't know that `：duties` is a key that the format knows, and that a colon pasted to it is read past."""


def building(raw: bytes) -> None:
    """Roles and facts are built from whatever reads as YAML."""
    source = read("roles/a.yaml", raw)
    for built in (build_roles(source), build_facts(source)):
        _check_places(built.source)
        met = [problem for problem in source.problems if problem.rule != _READ_PAST]
        if met and not built.problems:
            raise AssertionError("building forgets what reading met")


def checking(raw: bytes) -> None:
    """No check crashes, every finding can be said in each language, and nothing a terminal obeys is printed."""
    built = build_roles(read("roles/a.yaml", raw))
    for finding in findings((built, *_others())):
        if finding.rule == "internal/crash":
            raise AssertionError(finding.message("en"))
        json.dumps(dict(finding.data))
        for language in LANGUAGES:
            printed = shown(finding.message(language) + finding.advice(language))
            if any(category(character) in _OBEYED for character in printed):
                raise AssertionError(f"{finding.rule} says what a terminal obeys")


_OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""What a terminal obeys or hides; what it only has no picture of, such as private use, it may be given."""


def organising(raw: bytes) -> None:
    """The same for an org.yaml above the roles that the target keeps."""
    for finding in findings((build_facts(read("roles/org.yaml", raw)), *_others()[1:])):
        if finding.rule == "internal/crash":
            raise AssertionError(finding.message("en"))


def _others() -> tuple[Built, ...]:
    """Give an org.yaml and two roles beside the one that is fuzzed; built anew, so that no run leaves traces."""
    facts = build_facts(read("roles/org.yaml", _FACTS.encode()))
    return facts, *(build_roles(read(f"roles/{name}.yaml", text.encode())) for name, text in _ROLES.items())


_FACTS = """
language: zh-Hans
jurisdictions: [cn, tw, us]
ladder: [A1, A2, A3]
roots: [总经理]
limits: [{act: approve, object: finance.expense, role: 总经理, up_to: 5000 元}]
"""
_ROLES = {
    "head": "title: 总经理\nlevel: A3\nmanages: [会计]\nduties: [每年审批预算]\nauthorities: [有权审批预算]\n",
    "clerk": "title: 会计\nlevel: A1\nreports_to: 总经理\nduties: [每月5日前编制报表, 协助总经理审核合同]\n",
}


def sentences(raw: bytes) -> None:
    """Folding keeps columns; every mark, demand, grant and task stands where it says."""
    text = raw.decode("utf-8", "replace")
    folded = fold(text)
    if len(folded) != len(text):
        raise AssertionError("folding moves columns")
    whole = Span(0, len(text))
    for mark in read_duty(text).marks:
        check_span(Span(mark.start, mark.end), whole, mark.rule)
        if mark.words != text[mark.start : mark.end]:
            raise AssertionError(f"{mark.rule} names other words than those at its place")
    demands, reading = demands_of_duty(text), read_authority(text)
    placed: list[_Placed] = [*demands, *reading.grants, *read_tasks(text), *quantities(text)]
    for demand in demands:
        meets(text, reading, demand)
    placed += (flaw for find in (damage, stray, unpaired, confusions, repeats, residue) for flaw in find(text))
    placed += conditions(folded, subjects(), "qualifications")
    for found in placed:
        check_span(Span(found.start, found.end), whole, type(found).__name__)


class _Placed(Protocol):
    """Whatever a reading finds in a text."""

    @property
    def start(self) -> int:
        """Its first column."""
        ...

    @property
    def end(self) -> int:
        """The column behind its last."""
        ...


def rule_files(raw: bytes) -> None:
    """A rule file gives a rule, or says what is wrong with it."""
    rule, problems = read_rule(read("rules/own/a.yaml", raw))
    if rule is None and not problems:
        raise AssertionError("a broken rule file looks whole")


def project_settings(raw: bytes) -> None:
    """Settings are read, or refused with a reason."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, settings.FILE_NAME), "wb") as file:
            file.write(raw)
        try:
            settings.find(folder)
        except JdlintError as error:
            if not str(error):
                raise AssertionError("settings are refused without a reason") from error


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "plain": plain,
    "building": building,
    "checking": checking,
    "organising": organising,
    "sentences": sentences,
    "rule-files": rule_files,
    "settings": project_settings,
    "fixes": fixes,
    "baseline": baseline,
    "ignores": ignores,
    "documents": documents,
}
"""Every target by the name that the command line takes."""
