"""Proves that every document of the shared benchmark is read without a syntax finding; says nothing of its words."""

import pytest

from tests.conftest import built
from tests.running import ROOT

FOLDER = ROOT.parent / "shared" / "benchmark" / "dev"
FILES = sorted(FOLDER.glob("*/roles.yaml"))


@pytest.mark.skipif(not FILES, reason="the shared benchmark isn't beside this checkout")
def test_every_benchmark_document_is_read_without_a_syntax_finding() -> None:
    # rules and lines alone: some documents are held out, and a failure mustn't print their words
    met = []
    for path in FILES:
        file = built(path.read_bytes(), path.parent.name)
        lines = [(each.rule, each.reason, file.source.range(each.span).start.line) for each in file.problems]
        met += [(path.parent.name, *line) for line in lines]
        met += [(path.parent.name, "no role", "", 0)] if not file.roles else []
    assert met == []
