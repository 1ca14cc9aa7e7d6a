"""Documents become role files, are repaired and are checked: nothing crashes, nothing is lost, nothing changes unsaid.

Some documents are held out from development: what fails is told by names and counts, never by their words.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jdlint.bring.emit import organisation_file
from jdlint.bring.files import plan
from jdlint.bring.importing import Brought, bring
from jdlint.config import Config
from jdlint.fix.repair import Repaired, Wish, repair
from jdlint.language.fold import squeeze
from jdlint.model.build import build_roles
from jdlint.pipeline import Request
from jdlint.source.tree import Mapping, Node, Scalar
from jdlint.source.yaml import read
from tests.bring_coverage import lost
from tests.running import ROOT

FOLDER = "/nowhere/roles"
OURS = sorted((ROOT / "tests" / "cases" / "import").glob("*/source.txt"))
SHARED = sorted((ROOT.parent / "shared" / "benchmark" / "dev").glob("*/source.txt"))


class Journey(NamedTuple):
    """What a document went through."""

    brought: Brought
    written: dict[str, bytes]
    repaired: Repaired

    @property
    def after(self) -> dict[str, bytes]:
        """The repaired role files, by the paths under which they were written."""
        shown = {path: name for name, path in self.repaired.paths.items()}
        return {path: self.repaired.after[shown[path]] for path in self.written if path.endswith(".yaml")}


def request(texts: dict[str, bytes]) -> Request:
    config = Config(profile="strict")
    return Request(tuple(sorted(texts)), "2026-11-23", config, is_isolated=True, in_memory=texts, processes=1)


def journey(source: Path) -> Journey:
    """Import a document and repair what it gives, as `jdlint import` and `jdlint fix` do, in memory."""
    brought = bring(source.name, source.read_bytes())
    (files,) = plan([brought], "en")
    written = {f"{FOLDER}/{each.path}": each.text.encode() for each in files}
    written[f"{FOLDER}/org.yaml"] = organisation_file("", "zh-Hans", (), "en").encode()
    return Journey(brought, written, repair(Wish(request(written))))


def texts(node: Node) -> Iterator[str]:
    """Give the values below a node."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from texts(entry.value)
    else:
        for item in node.items:
            yield from texts(item)


def values(files: dict[str, bytes]) -> Counter[str]:
    """Count the values of role files, whatever field they stand in."""
    sources = [read(path, raw) for path, raw in files.items() if not path.endswith("org.yaml")]
    return Counter(squeeze(text) for source in sources for document in source.documents for text in texts(document))


def faults(source: Path) -> Iterator[str]:
    """Say what goes wrong on the way of one document, without its words."""
    text = source.read_text(encoding="utf-8")
    made = journey(source)
    if made.brought.drafts and (count := sum(map(len, lost(text, made.brought)))) > text.count("\n"):
        yield f"{count} characters are in no role and no report"
    before = {path: raw for path, raw in made.written.items() if not path.endswith("org.yaml")}
    for path, raw in made.after.items():
        if path.endswith("org.yaml"):
            continue
        old, new = (build_roles(read(path, each)) for each in (before[path], raw))
        if old.problems or new.problems or len(old.roles) != len(new.roles):
            yield "a role file can't be read as it was written, or as it was repaired"
    changed = (values(before) - values(made.after)).total()
    edits = sum(len(finding.fix.edits) for finding in made.repaired.fixed if finding.fix)
    if changed > edits:
        yield f"{changed} values changed by {edits} edits"
    if not made.repaired.is_settled:
        yield "repairing doesn't come to rest"
    again = repair(Wish(request({**made.written, **made.after})))
    if again.changed:
        yield "a second repair changes something"
    found = again.outcome.findings.shown
    crashes = [each.rule for each in found if each.rule == "internal/crash" or each.rule.startswith("syntax/")]
    if crashes:
        yield f"{len(crashes)} checks crash or can't read a file"


@pytest.mark.parametrize("source", OURS, ids=lambda source: source.parent.name)
def test_a_document_of_ours_comes_through(source: Path) -> None:
    assert list(faults(source)) == []


@pytest.mark.skipif(not SHARED, reason="the shared benchmark isn't beside this checkout")
@pytest.mark.parametrize("source", SHARED, ids=lambda source: source.parent.name)
def test_a_labelled_document_comes_through(source: Path) -> None:
    assert list(faults(source)) == []


def test_a_lost_value_is_noticed() -> None:
    files = {"a.yaml": b"title: Clerk\nduties: [File letters, File bills]\n"}
    fewer = {"a.yaml": b"title: Clerk\nduties: [File letters]\n"}
    assert (values(files) - values(fewer)).total() == 1
