"""Proves that folding changes how a character is written and never where it stands."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.language.fold import fold, squeeze

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]


def test_every_character_of_unicode_folds_to_one_character() -> None:
    assert [character for character in EVERY if len(fold(character)) != 1] == []


@given(st.text(), st.text())
def test_columns_survive_and_neighbours_change_nothing(first: str, second: str) -> None:
    assert len(fold(first)) == len(first)
    assert fold(first + second) == fold(first) + fold(second)
    assert fold(first) == "".join(map(fold, first))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("崗位職責", "岗位职责"),
        ("岗位职责", "岗位职责"),
        ("總經理核準", "总经理核准"),
        ("ＡＢＣａｂｃ１２３", "abcabc123"),
        ("Title ABC", "title abc"),
        ("經理ABC", "经理abc"),
        ("（％）：，；！", "(%):,;!"),
        ("a\u3000b", "a b"),
        ("、。“”《》", "、。“”《》"),
        ("É ß İ", "É ß İ"),
        ("", ""),
    ],
)
def test_scripts_widths_and_capitals_are_folded_and_nothing_else(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_simplified_text_is_its_own_fold() -> None:
    text = "每月编制业务计划，报总经理审核；拜访客户并收集市场信息。"
    assert fold(text) == text.replace("，", ",").replace("；", ";")


@pytest.mark.parametrize(
    ("first", "second"),
    [("拜訪客戶，每週3家。", "拜访客户 每周３家"), ("Visit Dealers!", "visit dealers"), ("A-1", "ａ１")],
)
def test_sentences_that_differ_in_marks_and_script_squeeze_to_the_same(first: str, second: str) -> None:
    assert squeeze(first) == squeeze(second) != ""
