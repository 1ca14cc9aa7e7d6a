"""Proves that plain YAML is read to the very trees that libyaml gives, and that everything else is handed over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.source.events import read_events
from jdlint.source.plain import read_plain
from tests.running import ROOT

ROLE = """\
# 城市经理
title: 城市经理   # a comment
level: 'P2'

unit:
reports_to: [regional-manager, 大区经理 ]
manages: []
purpose: >-
  按期完成公司下达的指标，
  并使差错逐季下降
notes: |
  one
  two
duties:
- 拜访客户,编制C#周报
- text: "编制计划"
  share: 20%

  # between
- https://example.org:8080/a
kpis:
  - name:
    target: ~
qualifications:
  skills:
    - Excel
empty:
"""

PLAIN = (
    ROLE,
    "a: 1\n",
    "a:\n",
    "a: b   \n# c\n",
    "a: []\nc: [x]\n",
    "a: {}\nb: { c: d e,f: 3 }  # g\nh:\n  - {i: j：k, l: m}\n  - [n]\n  - {}\n",
    "a: [b's c, '', 'd, e' ,\"f: g\"]\nh: {i: 'j: k, l', m: n\"o}\n",
    "a: R&D!\nb & c!: d\n",
    "a: b：c\nd:\n  - e：f\n  - 'g: h'\n  - \"i: j\" # k\nl: |\n  m：n\n",
    "a:\n- b\n- c\n\nd: e\n",
    "a:\n  - b: c\n    d:\n      - e\n  - f: g\n",
    "a: >\n   b\n   c\nd: e\n",
    "a: |-\n b  \n c\n",
)
HANDED_OVER = {
    "an anchor": "a: &x b\n",
    "a tag": "a: !!str b\n",
    "an anchor of a mapping": "a: &x\n  b: c\n",
    "a tag of an item": "a:\n  - !x b: c\n",
    "an alias": "a: &x b\nc: *x\n",
    "an anchor of a key": "&x a: b\n",
    "an anchor in brackets": "a: [&x b]\n",
    "a full-width colon": "a：b\nc: d\n",
    "a full-width colon in a key": "a：b: c\n",
    "a full-width colon in a key in brackets": "a: {b：c: d}\n",
    "a tab": "a:\tb\n",
    "a carriage return": "a: b\r\n",
    "a list at the top": "- a\n",
    "a text at the top": "a\n",
    "no text": "# a\n",
    "no line end": "a: b",
    "a line that goes on": "a: b\n  c\n",
    "an item that goes on": "a:\n  - b\n    c\n",
    "a second colon": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "a key twice": "a: b\na: c\n",
    "a key in quotes": '"a": b\n',
    "a key with a blank behind": "a : b\n",
    "an escape": 'a: "b\\n"\n',
    "a quote in quotes": "a: 'b''c'\n",
    "words behind a quote": "a: 'b' c\n",
    "an open quote": "a: 'b\n  c'\n",
    "a mapping in a mapping in brackets": "a: {b: {c: d}}\n",
    "a key in brackets that says nothing": "a: {b, c: d}\n",
    "a key without a value in brackets": "a: {b: }\n",
    "a colon without a blank in brackets": "a: {b:c}\n",
    "two colons in brackets": "a: {b: c: d}\n",
    "a long key in brackets": f"a: {{{1025 * 'b'}: c}}\n",
    "a key twice in brackets": "a: {b: c, b: d}\n",
    "a quote in quotes in brackets": "a: ['b''c']\n",
    "words behind a quote in brackets": "a: ['b' c]\n",
    "a bracket in quotes in brackets": "a: ['b]']\n",
    "an escape in brackets": 'a: ["b\\n"]\n',
    "brackets as a key": "{a: b}: c\n",
    "a mapping in brackets at the top": "{a: b}\n",
    "a bracket that stays open": "a: {b: c,\n  d: e}\n",
    "words behind a bracket": "a: {b: c} d\n",
    "lists in a list": "a: [b, [c]]\n",
    "an item that says nothing": "a: [b, ]\n",
    "a dash alone": "a:\n  -\n",
    "a list in a list": "a:\n  - - b\n",
    "indents that fit nothing": "a:\n    b: c\n  d: e\n",
    "an item among keys": "a: b\n- c\n",
    "a blank line in a block": "a: >-\n  b\n\n  c\n",
    "uneven lines in a block": "a: |\n  b\n    c\n",
    "a block that says nothing": "a: >-\nb: c\n",
    "a second document": "a: b\n---\nc: d\n",
    "an end of a document": "a: b\n...\n",
    "a directive": "%YAML 1.2\n---\na: b\n",
    "a long key": f"{'a' * 600}: b\n",
}


def agree(text: str) -> bool:
    """Say whether a text was read as plain; then libyaml must give the same."""
    whole = read_plain(text)
    if whole is None:
        return False
    source = read_events("a.yaml", text, [])
    assert (source.documents, source.problems, source.readable) == ((whole,), (), True)
    return True


@pytest.mark.parametrize("text", PLAIN)
def test_plain_texts_give_the_same_tree(text: str) -> None:
    assert agree(text)


@pytest.mark.parametrize("text", HANDED_OVER.values(), ids=HANDED_OVER)
def test_everything_else_is_handed_over(text: str) -> None:
    assert read_plain(text) is None


_WHOLE = (
    "b: c",
    "d:",
    "- ",
    ": ",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n\n",
    " # e",
    ">-",
    ">\n  f",
    "[g]",
    "['j, k', l]",
    "{m: n}",
    "{o: 'p: q'}",
    ", ",
    "'h'",
    '"i"',
    "---",
    "...",
)
_FRAGMENTS = st.sampled_from((*"a-:\n #'\"|[]{},?*%@`~&!。：\\", *_WHOLE))


@given(st.lists(_FRAGMENTS, max_size=14).map("".join), st.sampled_from(("", "k: v\n", "k:\n", "k:\n  - ")))
def test_whatever_is_read_as_plain_is_what_libyaml_reads(text: str, before: str) -> None:
    agree(f"{before}{text}\n")


@pytest.mark.parametrize("file", sorted((ROOT / "tests" / "cases").rglob("*.yaml")), ids=lambda file: file.name)
def test_files_read_as_plain_are_what_libyaml_reads(file: Path) -> None:
    agree(file.read_bytes().decode(errors="replace"))


def test_most_roles_are_plain() -> None:
    files = sorted((ROOT / "roles").rglob("*.yaml"))
    plain = [agree(file.read_text(encoding="utf-8")) for file in files]
    assert sum(plain) > len(plain) / 2
