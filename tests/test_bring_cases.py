"""Whole documents of many layouts: what is read of them, that nothing is lost, and that the files are roles again."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.bring.emit import role_file
from jdlint.bring.importing import Brought, bring
from jdlint.model.build import build_roles
from jdlint.source.yaml import read
from tests.bring_coverage import lost
from tests.running import ROOT

CASES = sorted(path.parent for path in (ROOT / "tests" / "cases" / "import").glob("*/source.txt"))
SHARED = ROOT.parent / "shared" / "benchmark" / "dev"
SEEDS = sorted(path.parent for path in SHARED.glob("seed-*/source.txt"))
DOCUMENTS = sorted(path.parent for path in SHARED.glob("*/source.txt"))
FIELDS = (
    "title",
    "unit",
    "level",
    "reports_to",
    "manages",
    "duties",
    "authorities",
    "kpis",
    "qualifications",
    "benefits",
)


def brought(folder: Path) -> Brought:
    source = folder / "source.txt"
    return bring(source.name, source.read_bytes())


def said(document: Brought) -> list[dict[str, Any]]:
    """Give the roles of a document as a reader of YAML meets them."""
    return [yaml.safe_load(role_file(draft, "en")) for draft in document.drafts]


def bag(role: dict[str, Any], field: str) -> Counter[str]:
    """Give the texts of a field, without blanks and marks."""
    return Counter(re.sub(r"[\s，,.。;；:：、()（）]+", "", text) for text in _texts(role.get(field)))


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if isinstance(value, dict):
        inner = [value["text"]] if "text" in value else value.values()
        return [text for each in inner for text in _texts(each)]
    return [str(value)]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_layout_is_read_as_a_careful_reader_reads_it(folder: Path) -> None:
    expected = yaml.safe_load((folder / "roles.yaml").read_text(encoding="utf-8"))["roles"]
    found = said(brought(folder))
    assert [role["title"] for role in found] == [role["title"] for role in expected]
    for role, wanted in zip(found, expected, strict=True):
        assert {field: bag(role, field) for field in FIELDS} == {field: bag(wanted, field) for field in FIELDS}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_no_sentence_of_a_layout_is_lost(folder: Path) -> None:
    assert lost((folder / "source.txt").read_text(encoding="utf-8"), brought(folder)) == []


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_files_are_read_as_they_were_written(folder: Path) -> None:
    for draft in brought(folder).drafts:
        for keys in ("en", "zh", "zh-Hant"):
            built = build_roles(read("role.yaml", role_file(draft, keys, "a comment").encode()))
            assert [problem.rule for problem in built.problems] == []
            (role,) = built.roles
            assert role.title.text == draft.title
            duties = [item.text for item in draft.items if item.field == "duties"]
            assert [duty.text for duty in role.duties or ()] == duties


@pytest.mark.skipif(not SEEDS, reason="the shared benchmark isn't beside this checkout")
@pytest.mark.parametrize("folder", SEEDS, ids=lambda folder: folder.name)
def test_the_five_documents_give_the_roles_of_their_transcriptions(folder: Path) -> None:
    expected = yaml.safe_load((folder / "roles.yaml").read_text(encoding="utf-8"))["roles"]
    found = said(brought(folder))
    assert [role["title"] for role in found] == [role["title"] for role in expected]
    for field in ("duties", "authorities", "qualifications", "manages", "level"):
        wanted = [bag(role, field) for role in expected]
        assert _f1([bag(role, field) for role in found], wanted) >= 0.98, field


def _f1(found: list[Counter[str]], wanted: list[Counter[str]]) -> float:
    hits = sum((a & b).total() for a, b in zip(found, wanted, strict=True))
    total = sum(each.total() for each in (*found, *wanted))
    return 2 * hits / total if total else 1.0


@pytest.mark.skipif(not DOCUMENTS, reason="the shared benchmark isn't beside this checkout")
def test_no_sentence_of_any_labelled_document_is_lost() -> None:
    # names and counts alone: some documents are held out, and a failure mustn't print their words
    losses = {
        folder.name: sum(map(len, lost((folder / "source.txt").read_text(encoding="utf-8"), brought(folder))))
        for folder in DOCUMENTS
    }
    chinese_numbers = {"seed-002": 5}  # 一、 to 四、, in the middle of a line, are list numbers
    assert {name: count for name, count in losses.items() if count > chinese_numbers.get(name, 0)} == {}
