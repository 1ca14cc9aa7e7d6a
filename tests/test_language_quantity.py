"""Proves that numbers are read with their units, scales and bounds, at their place in the text."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.language.quantity import Quantity, only_quantity, quantities


def _only(text: str) -> Quantity:
    found = only_quantity(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3家", 3, 3, "家"),
        ("20%", 0.2, 0.2, "%"),
        ("１２％", 0.12, 0.12, "%"),
        ("2000万元", 2e7, 2e7, "cny"),
        ("２０００萬元", 2e7, 2e7, "cny"),
        ("1.5亿元", 1.5e8, 1.5e8, "cny"),
        ("1,000,000元", 1e6, 1e6, "cny"),
        ("5000 CNY", 5000, 5000, "cny"),
        ("5000 RMB", 5000, 5000, "cny"),
        ("10k", 1e4, 1e4, ""),
        ("2000万元以上", 2e7, inf, "cny"),
        ("3年及以上", 3, inf, "年"),
        (">= 95%", 0.95, inf, "%"),
        ("≥ 3", 3, inf, ""),
        ("＞＝ 3", 3, inf, ""),
        ("不低于80%", 0.8, inf, "%"),
        ("至少3家", 3, inf, "家"),
        ("超过5000元", 5000, inf, "cny"),
        ("18+", 18, inf, ""),
        ("at least 2 people", 2, inf, "people"),
        ("3 years or more", 3, inf, "years"),
        ("5000元以下", -inf, 5000, "cny"),
        ("5000元以内", -inf, 5000, "cny"),
        ("不超过5000元", -inf, 5000, "cny"),
        ("<= 4%", -inf, 0.04, "%"),
        ("低于10%", -inf, 0.1, "%"),
        ("up to 5000 CNY", -inf, 5000, "cny"),
        ("3-5", 3, 5, ""),
        ("3～5家", 3, 5, "家"),
        ("5至3家", 3, 5, "家"),
        ("5-10%", 0.05, 0.1, "%"),
        ("5%-10%", 0.05, 0.1, "%"),
        ("1.5-2万元", 15000, 20000, "cny"),
        ("1万-2万", 10000, 20000, ""),
        ("1 to 3 people", 1, 3, "people"),
        ("二年", 2, 2, "年"),
        ("两年以上", 2, inf, "年"),
        ("十二个月", 12, 12, "个月"),
        ("二十五人", 25, 25, "人"),
    ],
)
def test_a_quantity_is_read_with_unit_scale_and_bounds(text: str, low: float, high: float, unit: str) -> None:
    found = _only(text)
    assert [found.low, found.high] == pytest.approx([low, high])
    assert found.unit == unit
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "bounded"),
    [("3家", False), ("20%", False), ("3家以上", True), ("3-5家", True), (">= 3", True), ("至多3家", True)],
)
def test_a_bound_and_a_range_are_told_from_one_number(text: str, bounded: bool) -> None:  # noqa: FBT001
    assert _only(text).bounded is bounded


@pytest.mark.parametrize(("text", "value"), [("至少3家", 3), ("不超过5000元", 5000), ("3-5家", 5), ("20%", 0.2)])
def test_the_value_is_the_number_that_the_text_writes(text: str, value: float) -> None:
    assert _only(text).value == value


def test_every_quantity_is_found_at_its_place_in_order() -> None:
    text = "每月２５日前拜訪經銷商3家，促銷費用不超過5000元，達成率>= 95%"
    assert [text[found.start : found.end].strip() for found in quantities(text)] == [
        "２５日",
        "3家",
        "不超過5000元",
        ">= 95%",
    ]


@pytest.mark.parametrize("text", ["", "统一安排", "第一负责人", "一切费用", "百货", "万元", "按公司规定", "十分重要"])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert quantities(text) == ()


def test_only_one_number_is_only_one() -> None:
    assert only_quantity("每月3家，每家2次") is None
    assert only_quantity("无") is None


@given(st.integers(0, 10**9), st.sampled_from(["元", "家", "人", "%", " CNY", ""]))
def test_every_whole_number_is_read(number: int, unit: str) -> None:
    found = _only(f"{number}{unit}")
    assert found.value == pytest.approx(number / 100 if unit == "%" else number)


@given(st.text("0123456789一二十百万亿千%元家年-~至,.>=<以上下不低于 ab第", max_size=30))
def test_any_text_is_read_without_failing_and_every_place_lies_in_order(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.low <= found.high
        end = found.end
