"""Proves that every way of writing a level is read as the interval that it means, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.model.level import Ladder, Level

ONE = Ladder((("", ("A1", "A2", "A3", "A4")),))
TWO = Ladder((("P", ("P1", "P2", "P3-1", "P3-2")), ("M", ("M1", "M2"))))
CHINESE = Ladder((("", ("初级", "中级", "高级")),))
COUNTED = Ladder((("", ("六職等", "七職等", "八職等")),))
WORDED = Ladder((("", ("Grade 3", "Grade 4", "Grade 5")),))


def _interval(level: Level | None) -> tuple[int, int, bool] | None:
    return (level.low, level.high, level.is_open) if level else None


@pytest.mark.parametrize(
    ("text", "low", "high", "is_open"),
    [
        ("A1", 0, 0, False),
        ("a2", 1, 1, False),
        ("Ａ２", 1, 1, False),
        (" A 2 ", 1, 1, False),
        ("A1级", 0, 0, False),
        ("A2級", 1, 1, False),
        ("A2等级", 1, 1, False),
        ("A2以上", 1, 3, True),
        ("A2及以上", 1, 3, True),
        ("A2或以上", 1, 3, True),
        ("A2级以上", 1, 3, True),
        ("A2级及以上", 1, 3, True),
        ("A2起", 1, 3, True),
        ("A2+", 1, 3, True),
        (">=A2", 1, 3, True),
        (">= A2", 1, 3, True),
        ("≥A2", 1, 3, True),
        ("＞＝A2", 1, 3, True),
        ("不低于A2", 1, 3, True),
        ("A2以下", 0, 1, True),
        ("A1级以下", 0, 0, True),
        ("A2及以下", 0, 1, True),
        ("A2以内", 0, 1, True),
        ("<=A2", 0, 1, True),
        ("≤ A2级", 0, 1, True),
        ("不高于A2", 0, 1, True),
        ("高于A1", 1, 3, True),
        ("高於A1", 1, 3, True),
        (">A1", 1, 3, True),
        ("超过A3", 3, 3, True),
        ("低于A3", 0, 1, True),
        ("<A2", 0, 0, True),
        ("A1-A2", 0, 1, False),
        ("A1~A3", 0, 2, False),
        ("A1～A3", 0, 2, False),
        ("A1〜A3", 0, 2, False),
        ("A1—A3", 0, 2, False),
        ("A1–A3", 0, 2, False),
        ("A1至A2", 0, 1, False),
        ("A1到A3级", 0, 2, False),
        ("A1级至A3级", 0, 2, False),
        ("A1 / A2", 0, 1, False),
        ("A3-A1", 0, 2, False),
        ("A2-A2", 1, 1, False),
    ],
)
def test_an_expression_is_read_as_its_interval(text: str, low: int, high: int, is_open: bool) -> None:  # noqa: FBT001
    level = ONE.read(text)
    assert _interval(level) == (low, high, is_open)
    assert level is not None
    assert level.slip == ""


@pytest.mark.parametrize(
    ("text", "slip", "reading"),
    [
        ("A1給以上", "給", "A1以上"),
        ("A1给以上", "给", "A1以上"),
        ("A1级給以上", "給", "A1级以上"),
        ("A1給 以上", "給", "A1 以上"),
        ("A1級的以下", "的", "A1級以下"),
        ("A1給及以上", "給", "A1及以上"),
    ],
)
def test_one_stray_character_is_overlooked_and_named(text: str, slip: str, reading: str) -> None:
    level = ONE.read(text)
    assert level is not None
    assert (level.slip, level.reading) == (slip, reading)
    assert _interval(level) == _interval(ONE.read(reading))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "级",
        "A5",
        "A5以上",
        "A10以上",
        "A12以上",
        "B1",
        "A",
        "A1-",
        "-A1",
        "A1-B2",
        "A1-A2-A3",
        "以上",
        "A1以上以下",
        "A1給給以上",
        "高于A4",
        "低于A1",
        ">A4",
        "<A1",
        "按公司规定",
        "A1,A2",
        "-",
    ],
)
def test_what_names_no_grade_of_the_ladder_is_not_read(text: str) -> None:
    assert ONE.read(text) is None


def test_families_do_not_mix() -> None:
    assert _interval(TWO.read("P2以上")) == (1, 3, True)
    assert _interval(TWO.read("M1以上")) == (0, 1, True)
    assert TWO.read("P1-M2") is None
    staff, head = TWO.read("P1"), TWO.read("M1")
    assert staff is not None
    assert head is not None
    assert not staff.comparable(head)
    assert staff.comparable(staff)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("P3-1", 2, 2), ("P3-1以上", 2, 3), ("P1-P3-2", 0, 3), ("P3-1-P3-2", 2, 3), ("P3-1至P3-2", 2, 3)],
)
def test_grades_that_hold_a_dash_are_read(text: str, low: int, high: int) -> None:
    found = TWO.read(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_grades_in_words_are_read_with_and_without_their_ending() -> None:
    assert _interval(CHINESE.read("中级以上")) == (1, 2, True)
    assert _interval(CHINESE.read("中")) == (1, 1, False)
    assert _interval(CHINESE.read("初级至中级")) == (0, 1, False)


def test_without_a_ladder_nothing_is_read() -> None:
    assert not Ladder(())
    assert Ladder(()).read("A1") is None
    assert Ladder(()).read("A1給以上") is None
    assert Ladder((("", ()),)).read("") is None


def test_a_level_is_written_with_the_grades_of_the_ladder() -> None:
    for text, written in (("a1", "A1"), ("A2以上", "A2–A4"), ("A3-A1", "A1–A3")):
        level = ONE.read(text)
        assert level is not None
        assert ONE.write(level) == written
    assert TWO.grades == ("P1", "P2", "P3-1", "P3-2", "M1", "M2")


def test_only_one_grade_is_a_grade() -> None:
    found = [ONE.read(text) for text in ("A2", "A2-A2", "A1-A2", "A4以上")]
    assert [level.is_grade for level in found if level] == [True, True, False, False]


grades = st.text("ABP123-+级一", min_size=1, max_size=4)


@given(st.lists(grades, max_size=6), st.text("ABP123-+级一以上及下~至高于 ", max_size=8))
def test_no_ladder_and_no_text_make_reading_fail(names: list[str], text: str) -> None:
    ladder = Ladder((("", tuple(names)),))
    level = ladder.read(text)
    assert level is None or 0 <= level.low <= level.high < len(names)


@given(st.lists(st.text("ABCDxyz012", min_size=1, max_size=3).map(str.upper), min_size=2, unique=True), st.data())
def test_every_pair_of_grades_makes_a_range(names: list[str], data: st.DataObject) -> None:
    ladder = Ladder((("", tuple(names)),))
    low, high = sorted(data.draw(st.lists(st.sampled_from(range(len(names))), min_size=2, max_size=2)))
    for mark in ("-", "~", "至"):
        assert _interval(ladder.read(f"{names[low]}{mark}{names[high]}")) == (low, high, False)
    assert _interval(ladder.read(f"{names[low]}以上")) == (low, len(names) - 1, True)


@pytest.mark.parametrize(
    ("ladder", "text", "written"),
    [
        (COUNTED, "6職等", "六職等"),
        (COUNTED, "六至八職等", "六職等–八職等"),
        (COUNTED, "6-8职等", "六職等–八職等"),
        (WORDED, "Grade 3-5", "Grade 3–Grade 5"),
        (WORDED, "grade 4 to 5", "Grade 4–Grade 5"),
        (ONE, "A1-3", "A1–A3"),
    ],
)
def test_what_the_ends_of_a_range_share_is_written_once_and_numerals_are_numbers(
    ladder: Ladder, text: str, written: str
) -> None:
    level = ladder.read(text)
    assert level is not None
    assert ladder.write(level) == written


@pytest.mark.parametrize("text", ["九職等", "3-5", "六至九職等"])
def test_a_range_is_completed_with_grades_of_the_ladder_alone(text: str) -> None:
    assert COUNTED.read(text) is None
