"""Proves that one YAML text becomes a tree with true spans, or a problem that names what is wrong and where."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint.location import LineTable, Point, Span, pointer
from jdlint.source.events import MAX_DEPTH, MAX_NODES
from jdlint.source.tree import Mapping, Node, Scalar, Sequence
from jdlint.source.view import MAX_BYTES
from tests.conftest import built, key_written, node_at, reasons, scalar_at, source, written

ROLE = """\
# a comment：not a key
title: 城市经理
"duties":
  - 拜访 客户   # aside
  - 'it''s'
  - {text: 编制计划, share: 20%}
purpose: |
  first
  second
? kpis
: [a, "b"]
empty:
"""


def test_every_key_and_value_has_the_span_of_its_words() -> None:
    file = source(ROLE)
    assert key_written(file, "title") == "title"
    assert written(file, "title") == "城市经理"
    assert key_written(file, "duties") == '"duties"'
    assert written(file, "duties", 0) == "拜访 客户"
    assert written(file, "duties", 1) == "'it''s'"
    assert written(file, "duties", 2) == "{text: 编制计划, share: 20%}"
    assert key_written(file, "duties", 2, "share") == "share"
    assert written(file, "duties", 2, "share") == "20%"
    assert written(file, "purpose").startswith("|\n  first\n  second")
    assert key_written(file, "kpis") == "kpis"
    assert written(file, "kpis") == '[a, "b"]'
    assert written(file, "kpis", 1) == '"b"'
    assert written(file, "empty") == ""
    assert file.problems == ()


def test_an_empty_value_stands_behind_its_colon() -> None:
    file = source("title:\nduties: []\n")
    assert node_at(file, "title").start == len("title:")


def test_the_span_of_a_value_leaves_out_its_anchor_and_tag() -> None:
    file = source("title: &t 经理\naliases: [!!str &x 主任, *t]\nnotes: !n\n  'quoted'\n")
    assert written(file, "title") == "经理"
    assert written(file, "aliases", 0) == "主任"
    assert written(file, "aliases", 1) == "经理"
    assert written(file, "notes") == "'quoted'"


def test_columns_count_code_points_also_beyond_the_basic_plane() -> None:
    file = source("title: 𠮷野家 经理\nduties: [x]\n")
    assert written(file, "title") == "𠮷野家 经理"
    assert written(file, "duties", 0) == "x"
    assert file.range(Span(7, 13)).end == Point(1, 14)


leaves = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff"), max_size=12)
trees: st.SearchStrategy[Any] = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(leaves, inner, max_size=3), max_leaves=8
)


def _pairs(ours: Node, theirs: yaml.Node) -> Iterator[tuple[Node, yaml.Node]]:
    yield ours, theirs
    if isinstance(ours, Sequence):
        assert isinstance(theirs, yaml.SequenceNode)
        for own, other in zip(ours.items, theirs.value, strict=True):
            yield from _pairs(own, other)
    elif isinstance(ours, Mapping):
        assert isinstance(theirs, yaml.MappingNode)
        for (key, value), (other_key, other_value) in zip(ours.entries, theirs.value, strict=True):
            yield from _pairs(key, other_key)
            yield from _pairs(value, other_value)


@given(trees, st.sampled_from(["'", '"', "|", ">", ""]), st.sampled_from([True, False, None]))
def test_texts_and_spans_are_those_of_the_reader_written_in_python(tree: Any, style: str, flow: bool | None) -> None:  # noqa: ANN401, FBT001
    text = yaml.dump({"a": tree}, default_style=style, default_flow_style=flow, allow_unicode=True)
    file = source(text)
    theirs = yaml.compose(text, Loader=yaml.BaseLoader)
    assert file.readable
    assert theirs is not None
    for ours, other in _pairs(file.documents[0], theirs):
        assert other.start_mark is not None
        assert other.end_mark is not None
        if isinstance(ours, Scalar):
            assert ours.text == other.value
            if not text[ours.start : ours.end].startswith(("|", ">")):
                assert (ours.start, ours.end) == (other.start_mark.index, other.end_mark.index)
        else:
            assert ours.start == other.start_mark.index


@given(st.text(max_size=60) | st.text("ab:- \n\t'\"[]{}&*!|>%@：职责#?,\r", max_size=60))
def test_no_text_makes_reading_or_building_raise(text: str) -> None:
    file = built(text.encode("utf-8", "surrogatepass"))
    assert file.source.readable or file.problems
    assert all(0 <= each.span.start <= each.span.end <= len(file.source.text) for each in file.problems)


@given(st.binary(max_size=80))
def test_no_bytes_make_reading_raise(raw: bytes) -> None:
    file = source(raw)
    assert file.readable or file.problems


def test_a_key_that_stands_twice_is_reported_at_the_second_and_names_the_line_of_the_first() -> None:
    file = source("# top\ntitle: 甲\nduties: []\ntitle: 乙\n")
    (problem,) = file.problems
    assert (problem.rule, problem.reason) == ("syntax/duplicate-key", "same")
    assert problem.values == {"key": "title", "line": 2}
    assert file.range(problem.span).start == Point(4, 1)


def test_a_key_that_stands_three_times_is_reported_twice() -> None:
    assert len(source("a: 1\na: 2\na: 3\n").problems) == 2


def test_a_repeated_key_is_found_in_a_nested_and_in_a_flow_mapping_and_under_quotes() -> None:
    assert reasons(source("a: {b: 1, 'b': 2}\n")) == [("syntax/duplicate-key", "same", "'b'")]
    assert reasons(source("a:\n  - b: 1\n    b: 2\n")) == [("syntax/duplicate-key", "same", "b")]


def test_a_key_repeated_through_an_alias_is_found() -> None:
    (problem,) = source("&a title: 甲\n*a : 乙\n").problems
    assert problem.rule == "syntax/duplicate-key"


def test_equal_keys_of_different_mappings_are_no_repetition() -> None:
    assert source("a: {x: 1}\nb: {x: 1}\n").problems == ()


def test_several_documents_are_read_each_with_spans_of_the_whole_file() -> None:
    file = source("title: 甲\n---\ntitle: 乙\n...\n---\n- x\n")
    assert len(file.documents) == 3
    second, third = file.documents[1:]
    assert isinstance(second, Mapping)
    assert isinstance(third, Sequence)
    assert file.text[second.entries[0].value.start :].startswith("乙")
    assert file.range(Span(third.items[0].start, third.items[0].end)).start == Point(6, 3)


def test_documents_before_a_mistake_are_kept_and_the_file_counts_as_unread() -> None:
    file = source("title: 甲\n---\ntitle: [乙\n")
    assert len(file.documents) == 1
    assert not file.readable


def test_anchors_of_one_document_are_unknown_in_the_next() -> None:
    assert reasons(source("a: &x 1\n---\nb: *x\n")) == [("syntax/parse", "unknown-alias", "*x")]


def test_an_alias_stands_for_the_anchored_value() -> None:
    file = source("a: &x [甲, 乙]\nb: *x\n")
    assert scalar_at(file, "b", 1).text == "乙"
    assert node_at(file, "b") == node_at(file, "a")


def test_an_anchor_inside_itself_is_named() -> None:
    assert reasons(source("a: &x [1, *x]\n")) == [("syntax/parse", "circular-alias", "*x")]


def test_a_mapping_as_a_key_is_refused_by_name() -> None:
    assert reasons(source("? {a: 1}\n: 2\n"))[0][:2] == ("syntax/parse", "complex-key")


def test_the_largest_file_is_read_and_one_byte_more_is_not() -> None:
    most = b"title: x\n#" + b"a" * (MAX_BYTES - 10)
    assert source(most).problems == ()
    assert [problem.reason for problem in source(most + b"a").problems] == ["size"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_the_deepest_nesting_is_read_and_one_level_more_is_not(opening: str, closing: str) -> None:
    assert source(opening * MAX_DEPTH + closing * MAX_DEPTH).readable
    deeper = source(opening * (MAX_DEPTH + 1) + closing * (MAX_DEPTH + 1))
    assert [(each.rule, each.reason) for each in deeper.problems] == [("syntax/limit", "depth")]


def test_aliases_cannot_nest_deeper_than_text() -> None:
    chain = "".join(f"- &a{n} [*a{n - 1}]\n" for n in range(1, 400))
    file = built(f"title: x\nduties:\n- &a0 [x]\n{chain}")
    assert [(each.rule, each.reason) for each in file.problems] == [("syntax/limit", "depth")]


def test_the_depth_of_an_alias_counts_from_where_it_stands() -> None:
    half = MAX_DEPTH // 2
    fits = "- &a " + "[" * half + "]" * half + "\n- " + "[" * (half - 1) + "*a" + "]" * (half - 1) + "\n"
    assert source(fits).readable
    assert [each.reason for each in source(fits.replace("*a", "[*a]")).problems] == ["depth"]


def test_an_alias_bomb_stops_at_the_bound_on_values() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (problem,) = source("\n".join(lines)).problems
    assert (problem.rule, problem.reason, problem.values) == ("syntax/limit", "aliases", {"limit": MAX_NODES})


@pytest.mark.parametrize("word", ["no", "on", "yes", "Off", "y", "1e3", "010", "0o10", "0x1F", "1_000", "2026-01-01"])
@pytest.mark.parametrize("place", ["duties: [{}]", "title: {}", "{}: x"])
def test_words_that_other_readers_turn_into_something_else_keep_their_text(word: str, place: str) -> None:
    file = source(place.format(word))
    found = [node.text for node in _scalars(file.documents[0])]
    assert word in found


@pytest.mark.parametrize("word", ["1:30", "12:30:45", ".5", "+1", "1.0", "~", "null", "true", "2026-01-01T10:00:00Z"])
def test_numbers_times_and_nothing_keep_their_text(word: str) -> None:
    file = source(f"hours: {word}\n")
    assert scalar_at(file, "hours").text == word
    assert written(file, "hours") == word


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.entries:
            yield key
            yield from _scalars(value)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("title: a\nduties:\n\t- x\n", "tab", 3),
        ("title: a\nrelations:\n  internal: a\n\texternal: b\n", "tab", 4),
        ("title: 'a\nduties: [x]\n", "cut-off", 1),
        ('title: a\npurpose: "b\nduties: [x]\n', "cut-off", 2),
        ("title: a\nduties: [x, y\nkpis: []\n", "open-bracket", 2),
        ("title: a\nrelations: {internal: [x]\nkpis: []\n", "open-bracket", 2),
        ("title: a\nduties\nkpis: []\n", "missing-colon", 2),
        ("title: a\npurpose: b: c\n", "second-colon", 2),
        ("title: a\n  kpis: []\n", "second-colon", 2),
        ("duties:\n  - a\n - b\n", "indentation", 3),
        ("title: a\nduties:\n  - x\n   kpis: []\n", "second-colon", 4),
        ('title: "\\q"\n', "escape", 1),
        ("title: @home\n", "special-start", 1),
        ("title: `x`\n", "special-start", 1),
        ("title: *\n", "special-start", 1),
        ("title: a\nduties: *gone\n", "unknown-alias", 2),
        ("title: !e!x a\n", "special-start", 1),
        ("title: a\nduties: [招待客户, ?号]\n", "special-start", 2),
        ("title: a\nunit: {?a: b}\n", "special-start", 2),
        ("title: a\nunit: &sales:east east\n", "special-start", 2),
    ],
)
def test_a_broken_text_is_explained_at_the_line_where_a_person_looks(text: str, reason: str, line: int) -> None:
    file = source(text)
    (problem,) = file.problems
    assert (problem.rule, problem.reason, file.range(problem.span).start.line) == ("syntax/parse", reason, line)
    assert not file.readable


@pytest.mark.parametrize("length", range(len(ROLE)))
def test_a_text_cut_anywhere_is_read_or_explained(length: int) -> None:
    file = source(ROLE[:length])
    assert file.readable is not bool({problem.rule for problem in file.problems} & {"syntax/parse", "syntax/empty"})


@pytest.mark.parametrize("text", ["", " \n\n", "# only a comment\n", "---\n", "~\n", "null", "---\n...\n---\n"])
def test_a_file_that_says_nothing_is_called_empty(text: str) -> None:
    assert [problem.rule for problem in source(text).problems] == ["syntax/empty"]


COLON = [
    ("职责：拜访客户\n", "职责", 1),
    ("职责：\n  - a\n  - b\n  - c\ntitle: x\n", "职责", 1),
    ("title：经理\n职责: [a]\n", "title", 1),
    ("# c\n职责：拜访客户\n", "职责", 2),
    ("title: x\n职责：\n  - a\n  - b\n目的: y\n", "职责", 2),
    ("title: x\n职责：拜访客户", "职责", 2),
    ("title: x\n职责：\n- a\n", "职责", 2),
    ("title: x\npurpose: 达成\n  职责：拜访\n", "职责", 3),
    ("title: x\n一、岗位职责：\n  - a\n", "一、岗位职责", 2),
    ("title: x\n(二) 工作权限：\n  - a\nkpis: []\n", "(二) 工作权限", 2),
    ("roles:\n  - title：x\n    duties: [a]\n", "title", 2),
    ("roles:\n  - title: x\n    职责：\n      - a\n", "职责", 3),
    ("title: x\nkpis:\n  - name: a\n    权重：40%\n", "权重", 4),
    ("title: x\nkpis:\n  - name: a\n      权重：40%\n", "权重", 4),
    ("title: x\nrelations:\n  内部：财务部\n", "内部", 3),
    ("{title：x, duties: [a]}\n", "title", 1),
    ("title: x\n职责：拜访: 客户\n", "职责", 2),
    ("title: x\nrelations: {内部：财务部}\n", "内部", 2),
]


@pytest.mark.parametrize(("text", "key", "line"), COLON)
def test_a_full_width_colon_behind_a_key_is_named_once_wherever_it_stands(text: str, key: str, line: int) -> None:
    file = built(text)
    found = [problem for problem in file.problems if problem.rule == "syntax/full-width-colon"]
    assert [problem.values["key"] for problem in found] == [key]
    assert file.source.range(found[0].span).start.line == line
    assert file.source.text[found[0].span.start : found[0].span.end] == "："


def test_every_swallowed_key_is_named() -> None:
    file = built("title: x\nrelations:\n  内部：财务部\n  外部：经销商\n")
    assert [each.values["key"] for each in file.problems if each.reason == "swallowed"] == ["内部", "外部"]


def test_a_key_of_an_org_yaml_swallowed_by_a_text_is_named_there_alone() -> None:
    text = "name: x\nindustry: y\n  职级序列：A1\n"
    assert [each.rule for each in built(text, "org.yaml").problems] == ["syntax/full-width-colon"]
    assert built("title: x\npurpose: y\n  职级序列：A1\n").problems == ()


@pytest.mark.parametrize(
    "duty",
    [
        "拜访客户，目标：3家",
        "目标：每月3家",
        "培训：每月一次",
        "拜访客户\n    目标：3家",
        "拜访客户\n    内容：经销商",
        "'拜访\n    职责：x'",
        "|\n    职责：拜访",
        ">-\n    拜访\n    职责：客户",
        "\n    培训：每月一次",
        "[\n    培训：每月一次,\n    目标：x]",
        "{text: 职责：拜访}",
        "拜访 # 职责：x",
    ],
)
def test_a_full_width_colon_in_a_duty_is_ordinary_text(duty: str) -> None:
    file = built(f"title: 经理\nduties:\n  - {duty}\n")
    assert not [problem for problem in file.problems if problem.rule == "syntax/full-width-colon"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(end: str) -> None:
    file = source(end.join(["title: 经理", "duties:", "  - 拜访", "  - 编制", "title: x", ""]))
    (problem,) = file.problems
    assert problem.values["line"] == 1
    assert file.range(problem.span).start == Point(5, 1)
    assert file.range(scalar_at(file, "duties", 1).span).start == Point(4, 5)
    assert file.lines.line(4) == "  - 编制"


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_rare_line_ends_part_entries_and_move_no_column(end: str) -> None:
    file = source(f"title: 经理{end}duties: [拜访]\n")
    assert written(file, "title") == "经理"
    assert written(file, "duties", 0) == "拜访"
    assert file.readable


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf"])
def test_a_byte_order_mark_is_noted_and_moves_no_column(mark: bytes) -> None:
    file = source(mark + "title: 经理\n".encode())
    assert reasons(file) == [("syntax/encoding", "mark", "")]
    assert written(file, "title") == "经理"
    assert file.readable


def test_a_line_table_answers_for_every_offset_and_none_outside() -> None:
    table = LineTable("a\r\nbc\rd\n")
    assert [table.line(number) for number in range(6)] == ["", "a", "bc", "d", "", ""]
    assert [table.point(offset) for offset in (0, 3, 5, 6, 8)] == [(1, 1), (2, 1), (2, 3), (3, 1), (4, 1)]
    assert table.point(-1) == (1, 1)
    assert table.point(99) == (4, 1)


def test_a_pointer_writes_keys_and_indexes() -> None:
    assert pointer(("roles", 0, "duties", 3, "text")) == "roles[0].duties[3].text"
    assert pointer(()) == ""


@pytest.mark.parametrize(
    ("text", "reason", "marked"),
    [
        ("title: a\nduties:\n  - b\n<<<<<<< HEAD\n  - c\n=======\n  - d\n>>>>>>> main\n", "merge", "<<<<<<<"),
        ("岗位名称:\u3000城市经理\n", "blank", "\u3000"),
        ("title: x\nduties: [\n", "open-bracket", "["),
        ("title: x\nduties: [a,,b]\n", "open-bracket", "[a,,b]"),
        ("title: x\nkpis: [{name: a,, b: c}]\n", "open-bracket", "{name:"),
        ("title: x\nkpis: [{name: a}, , b]\n", "open-bracket", "[{name:"),
        ("title: x\nlevel: ]A\n", "special-start", "]A"),
        ("岗位名称:\u3000 城市经理\n级别: A1\n", "blank", "\u3000 "),
        ("岗位名称: 城市经理\n级别:\u00a0A1\n部门: 甲\n", "blank", "\u00a0"),
        ("崗位名稱: 城市經理\n崗位職責:\n\u3000\u3000- 拜訪客戶\n", "blank", "\u3000\u3000"),
    ],
)
def test_what_stops_the_reading_is_named_as_a_person_would(text: str, reason: str, marked: str) -> None:
    file = source(text)
    assert not file.readable
    assert [(each.reason, text[each.span.start : each.span.end]) for each in file.problems] == [(reason, marked)]


@pytest.mark.parametrize("text", ["岗位名称: 城市\u3000经理\n", "title: a\nduties: [b\u00a0c]\n", "a:\u3000b: c\n"])
def test_a_wide_blank_inside_a_text_stops_nothing(text: str) -> None:
    assert not source(text).problems
