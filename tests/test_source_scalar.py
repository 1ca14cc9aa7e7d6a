"""Proves that characters of a value are found again in the file: never other words than those meant."""

import re

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from jdlint.source.scalar import span_within
from jdlint.source.source import Source
from jdlint.source.tree import Scalar
from tests.conftest import scalar_at, source


def _words(file: Source, value: Scalar, meant: str) -> str:
    start = value.text.index(meant)
    span = span_within(file.text, value, start, start + len(meant))
    return file.text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "a: 每周拜访重点客户\n",
        "a:   每周拜访重点客户   # aside\n",
        'a: "每周拜访重点客户"\n',
        "a: '每周拜访重点客户'\n",
        "a: &x 每周拜访重点客户\n",
        "a: !!str '每周拜访重点客户'\n",
        "a: |\n  每周拜访重点客户\n",
        "a: |-\n  每周拜访重点客户\n",
        "a: |2\n  每周拜访重点客户\n",
        "a: | # aside\n  每周拜访重点客户\n",
        "a: >\n    每周拜访重点客户\n",
        "a: >+\n  每周拜访重点客户\n\n\n",
        "a:\n  每周拜访重点客户\n",
        "a: 开头\n   每周拜访重点客户\n   结尾\n",
        "a: '开头\n\n   每周拜访重点客户 '\n",
        'a: "\\t\\u5f00 每周拜访重点客户\\n"\n',
        'a: "开头\\\n   每周拜访重点客户"\n',
        "a: 'it''s 每周拜访重点客户'\n",
        "a: |\n\n  首行\n\n    每周拜访重点客户\n  尾行\n",
        "a: >\n  首行\n  每周拜访重点客户\n   * 缩进\n  尾行\n",
        "a: |\r\n  首行\r\n  每周拜访重点客户\r\n",
        "a: >-\r\n  首行\r\n  每周拜访重点客户\r\n",
        "a: 首行\r\n  每周拜访重点客户\r\n",
        "a: '首行\r  每周拜访重点客户'\r",
        "a: [首行, 每周拜访重点客户, x]\n",
    ],
)
def test_words_inside_a_value_are_found_in_every_style(text: str) -> None:
    file = source(text)
    value = scalar_at(file, "a", 1) if text.startswith("a: [") else scalar_at(file, "a")
    for meant in ("每周拜访重点客户", "拜访", "客户", "每", "户"):
        assert _words(file, value, meant) == meant


@pytest.mark.parametrize(
    ("text", "meant", "raw"),
    [
        ('a: "x\\ty"\n', "x\ty", "x\\ty"),
        ('a: "x\\ty"\n', "\t", "\\t"),
        ('a: "x\\u4e00\\u4e8c"\n', "一", "\\u4e00"),
        ('a: "x\\u4e00\\u4e8c"\n', "二", "\\u4e8c"),
        ('a: "\\x41b"\n', "A", "\\x41"),
        ('a: "\\U0001F600b"\n', "😀", "\\U0001F600"),
        ('a: "a\\\\b"\n', "\\", "\\\\"),
        ('a: "say \\"hi\\" now"\n', '"hi"', '\\"hi\\"'),
        ("a: 'it''s'\n", "it's", "it''s"),
        ("a: 'it''s'\n", "s", "s"),
        ("a: 一\n  二\n", "一 二", "一\n  二"),
        ("a: '一  \n\n  二'\n", "一\n二", "一  \n\n  二"),
        ("a: >\n  一\n  二\n", "一 二", "一\n  二"),
        ("a: |\n  一\n  二\n", "一\n二", "一\n  二"),
        ('a: "一\\\n   二"\n', "一二", "一\\\n   二"),
    ],
)
def test_words_across_a_fold_or_an_escape_span_its_raw_text(text: str, meant: str, raw: str) -> None:
    file = source(text)
    assert _words(file, scalar_at(file, "a"), meant) == raw


@pytest.mark.parametrize(
    "text",
    ["a: 首行\x85  每周\n", "a: |\n  首行\u2028  每周\n", "a: '首行\u2029  每周'\n", "a: |\r  首行\r  每周\r"],
)
def test_a_value_that_cannot_be_traced_is_pointed_at_as_a_whole(text: str) -> None:
    file = source(text)
    value = scalar_at(file, "a")
    start = value.text.index("每周")
    assert span_within(file.text, value, start, start + 2) == value.span


def test_an_empty_stretch_and_one_beyond_the_end_give_the_whole_value() -> None:
    file = source("a: 每周拜访\n")
    value = scalar_at(file, "a")
    assert span_within(file.text, value, 2, 2) == value.span
    assert span_within(file.text, value, 2, 99) == value.span


def test_an_alias_points_at_the_anchored_words() -> None:
    file = source("a: &x 每周拜访\nb: *x\n")
    assert _words(file, scalar_at(file, "b"), "拜访") == "拜访"


LINE_ENDS = "\x85\u2028\u2029"
plain_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters=f"{LINE_ENDS}\ufeff"))
spaced = st.lists(plain_words, max_size=6).map(" ".join)
values = st.one_of(
    spaced,
    st.text("ab职责 '\"\\:#\n\t-", max_size=40),
    st.text("甲乙 \n", max_size=200),
    st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=60),
)
styles = st.sampled_from(["'", '"', "|", ">", ""])


def _read_back(raw: str, style: str, indent: int) -> str:
    """Read a stretch of a file again as YAML would, by another reader than ours."""
    if style == "|":
        return re.sub(f"\n {{0,{indent}}}", "\n", raw)
    if style == '"':
        quoted = f'"{raw}"'
    elif style == "'":
        quoted = f"'{raw}'" if raw.count("'") % 2 == 0 else f"'{raw}''"
    else:
        quoted = "'" + raw.replace("'", "''") + "'"
    found = yaml.safe_load(quoted)
    assert isinstance(found, str)
    return found


@given(values, styles, st.integers(20, 60), st.sampled_from([True, False]), st.data())
def test_every_stretch_of_a_generated_value_is_found_again(
    text: str,
    style: str,
    width: int,
    unicode: bool,  # noqa: FBT001
    data: st.DataObject,
) -> None:
    dumped = yaml.dump({"a": {"b": text}}, default_style=style, width=width, allow_unicode=unicode)
    file = source(dumped)
    value = scalar_at(file, "a", "b")
    assume(value.text == text and text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    meant = text[start:end]
    span = span_within(file.text, value, start, end)
    raw = file.text[span.start : span.end]
    assert value.start <= span.start <= span.end <= value.end
    if span == value.span and value.style in tuple("|>"):
        return
    if raw == meant:
        return
    if not set(meant) & set("\n\t " + LINE_ENDS):
        # without blanks nothing is folded: what was found reads back to exactly what was meant
        assert _read_back(raw, value.style, 4) == meant
    else:
        # blanks at the ends may be folds; the words between must be the same
        assert _read_back(raw, value.style, 4).split() == meant.split()
        assert not meant[0].strip() or raw[0] == meant[0] or raw[0] == "\\"


@given(st.text("甲乙a b", min_size=1, max_size=120).map(str.split).map(" ".join), styles, st.integers(10, 30))
def test_every_word_of_a_folded_text_is_found_exactly(text: str, style: str, width: int) -> None:
    assume(text)
    dumped = yaml.dump({"a": [text]}, default_style=style, width=width, allow_unicode=True)
    file = source(dumped)
    value = scalar_at(file, "a", 0)
    assert value.text == text
    for word in re.finditer(r"\S+", text):
        span = span_within(file.text, value, *word.span())
        assert file.text[span.start : span.end] == word.group()


@given(values, styles, st.data())
def test_hand_written_blocks_with_odd_line_ends_never_give_other_words(
    text: str, style: str, data: st.DataObject
) -> None:
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028"]))
    dumped = yaml.dump({"a": text}, default_style=style, width=30, allow_unicode=True).replace("\n", end)
    file = source(dumped)
    assume(file.readable)
    value = scalar_at(file, "a")
    for word in re.finditer(r"[甲乙ab职责]+", value.text):
        span = span_within(file.text, value, *word.span())
        assert span == value.span or file.text[span.start : span.end] == word.group()
