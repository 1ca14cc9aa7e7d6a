"""Random role files with random faults: fixing keeps what it doesn't claim, breaks nothing, and comes to rest.

JDLINT_EXAMPLES sets how many are drawn (`JDLINT_EXAMPLES=20000 pytest tests/test_fix_random.py`).
"""

import os
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdlint.config import Config
from jdlint.finding import Edit, Finding
from jdlint.fix import repair as repairs
from jdlint.fix.batch import Offer
from jdlint.fix.repair import Repaired, Wish, repair
from jdlint.fix.trial import Look, Texts, Tried, tried
from jdlint.location import Span
from jdlint.pipeline import Request
from jdlint.source.edit.change import Change, applied
from jdlint.source.edit.lists import appended, has_comments, moved_last, without
from jdlint.source.edit.rewriting import rewritten
from jdlint.source.source import Source
from jdlint.source.tree import Mapping, Node, Scalar
from jdlint.source.tree import Sequence as List
from jdlint.source.yaml import read
from tests.role_texts import MARK, Plain, plain, remarks, role_texts

EXAMPLES = int(os.environ.get("JDLINT_EXAMPLES", "0"))
ROLE, ORG = "/nowhere/roles/clerk.yaml", "/nowhere/roles/org.yaml"
FACTS = b"name: Office\nroots: [Clerk]\njurisdictions: [cn]\nladder: [A1, A2]\n"


def drawn(usual: int) -> settings:
    return settings(max_examples=EXAMPLES or usual, suppress_health_check=list(HealthCheck), deadline=None)


def repaired(raw: bytes) -> Repaired:
    in_memory = {ROLE: raw, ORG: FACTS}
    request = Request((ROLE,), "2026-11-23", Config(profile="audit"), is_isolated=True, in_memory=in_memory)
    return repair(Wish(request, with_unsafe=True))


def result(run: Repaired) -> bytes:
    (raw,) = run.after.values()
    return raw


@drawn(60)
@given(role_texts())
def test_repair_breaks_nothing_and_comes_to_rest(raw: bytes) -> None:
    assume(read("clerk.yaml", raw).readable)
    run = repaired(raw)
    after = result(run)
    source = read("clerk.yaml", after)
    assert source.readable
    assert [problem.reason for problem in source.problems if problem.reason != "mark"] == []
    assert remarks(after) == remarks(raw), "a comment was lost"
    assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in raw else 0)
    assert after.endswith(b"\n") == raw.endswith(b"\n")
    assert [each for each in run.outcome.findings.shown if each.rule == "internal/crash"] == []
    assert run.is_settled
    assert result(repaired(after)) == after, "a second run changes something"


class _Recorder:
    """Notes each batch that was kept, with the texts before and after it."""

    def __init__(self) -> None:
        self.kept: list[tuple[Texts, tuple[Offer, ...], Texts]] = []

    def __call__(self, texts: Texts, before: Sequence[Finding], batch: Sequence[Offer], look: Look) -> Tried:
        done = tried(texts, before, batch, look)
        self.kept.append((texts, done.kept, done.texts))
        return done


@drawn(40)
@given(role_texts())
def test_nothing_changes_outside_the_edits(raw: bytes) -> None:
    assume(read("clerk.yaml", raw).readable)
    recorder = _Recorder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repairs, "tried", recorder)
        repaired(raw)
    for before, offers, after in recorder.kept:
        for file, text in before.items():
            edits = list(dict.fromkeys(edit for each in offers for edit in each.fix.edits if edit.file == file))
            assert after[file] == rebuilt(text, edits)


def rebuilt(raw: bytes, edits: list[Edit]) -> bytes:
    """Make edits in another way than the code does: line by line, from the last to the first."""
    drops_mark = any(edit.drops_mark for edit in edits)
    mark, text = (MARK, raw.removeprefix(MARK)) if raw.startswith(MARK) else (b"", raw)
    lines = text.decode().split("\n")
    for edit in sorted((edit for edit in edits if not edit.drops_mark), key=lambda edit: edit.range, reverse=True):
        start, end = edit.range
        head, tail = lines[start.line - 1][: start.column - 1], lines[end.line - 1][end.column - 1 :]
        lines[start.line - 1 : end.line] = f"{head}{edit.text}{tail}".split("\n")
    return (b"" if drops_mark else mark) + "\n".join(lines).encode()


def scalars(node: Node) -> list[Scalar]:
    """Give the values of a tree."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [scalar for entry in node.entries for scalar in scalars(entry.value)]
    return [scalar for item in node.items for scalar in scalars(item)]


def lists(node: Node) -> list[List]:
    """Give the lists of a tree."""
    if isinstance(node, Scalar):
        return []
    inner = [entry.value for entry in node.entries] if isinstance(node, Mapping) else [*node.items]
    found = [each for part in inner for each in lists(part)]
    return [node, *found] if isinstance(node, List) else found


def tree(raw: bytes) -> Source:
    source = read("clerk.yaml", raw)
    assume(source.readable and len(source.documents) == 1)
    return source


def flow_places(source: Source, scalar: Scalar) -> bool:
    """Whether a value stands in brackets: in these files a list in brackets holds nothing else."""
    return any(
        source.text[each.start] == "[" and each.start < scalar.start < each.end for each in lists(source.documents[0])
    )


NEW = st.text(st.sampled_from("ab 的，,:#'\"[]{}-*&!|>%@`?\\\u200b"), max_size=6)


@drawn(300)
@given(role_texts(), st.data())
def test_rewriting_changes_one_value_alone(raw: bytes, data: st.DataObject) -> None:
    source = tree(raw)
    values = scalars(source.documents[0])
    scalar = data.draw(st.sampled_from(values))
    start = data.draw(st.integers(0, len(scalar.text)))
    part = Change(Span(start, data.draw(st.integers(start, len(scalar.text)))), data.draw(NEW))
    changes = rewritten(source.text, scalar, [part], in_flow=flow_places(source, scalar))
    if changes is None:
        return
    then = read("clerk.yaml", applied(source.text, changes).encode())
    assert then.readable, applied(source.text, changes)
    wanted = applied(scalar.text, [part])
    now = scalars(then.documents[0])
    assert [each.text for each in now] == [wanted if each is scalar else each.text for each in values]
    assert all(scalar.start <= change.span.start <= change.span.end <= scalar.end for change in changes)
    assert remarks(then.text.encode()) == remarks(raw)


def said(node: Node) -> tuple[Plain, ...]:
    found = plain(node).said
    assert isinstance(found, tuple)
    return found


@drawn(300)
@given(role_texts(), st.data())
def test_entries_leave_move_and_come_whole(raw: bytes, data: st.DataObject) -> None:
    source = tree(raw)
    items = data.draw(st.sampled_from(lists(source.documents[0])))
    number = lists(source.documents[0]).index(items)
    index = data.draw(st.integers(0, len(items.items) - 1))
    before = said(items)
    way = data.draw(st.sampled_from(("without", "moved_last", "appended")))
    wanted: tuple[Plain, ...]
    if way == "without":
        if has_comments(source.text, items, index):
            return
        changes = without(source.text, items, [index])
        wanted = (*before[:index], *before[index + 1 :])
    elif way == "moved_last":
        changes = moved_last(source.text, items, index)
        wanted = (*before[:index], *before[index + 1 :], before[index])
    else:
        change = appended(source.text, items, ["- 新的一条"], "新的一条")
        changes = (change,) if change else None
        wanted = (*before, Plain("新的一条"))
    if changes is None:
        return
    text = applied(source.text, changes)
    then = read("clerk.yaml", text.encode())
    assert then.readable, text
    assert said(lists(then.documents[0])[number]) == wanted, text
    others = [said(each) for each in lists(then.documents[0])]
    assert [each for place, each in enumerate(others) if place != number] == [
        said(each) for place, each in enumerate(lists(source.documents[0])) if place != number
    ]
    assert remarks(text.encode()) == remarks(raw), text
    assert text.endswith("\n") == source.text.endswith("\n")
