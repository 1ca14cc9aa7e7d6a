"""The report for people: carets under the words in two-column characters, and nothing that a terminal obeys."""

import pytest

from jdlint.finding import Confidence, Finding, Place, Profile, Severity
from jdlint.location import Point, Range
from jdlint.report.quote import cut
from jdlint.report.text import _finding, _Painter
from jdlint.report.width import shown, width
from jdlint.wording import Wording, language_of, plain


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("城市", 4), ("Ａ１", 4), ("e\u0301", 1), ("，", 2), ("—", 1), ("ｱ", 1)],
)
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("城市经理", "城市经理"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb", "a\\u200bb"),
        ("a\tb", "a b"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_shown_escapes_what_a_terminal_obeys_or_hides(text: str, safe: str) -> None:
    assert shown(text) == safe


def finding(line: str, start: int, end: int) -> Finding:
    place = Place("roles/a.yaml", "duties[0]", Range(Point(7, start), Point(7, end)), line)
    return Finding(
        "duty/x", Severity.WARNING, Confidence.HIGH, Profile.CORE, plain("message"), {}, place, help=Wording({})
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "caret"),
    [
        ("  - 拜访客户", 7, 9, "        ^^^^"),
        ("  - visit customers", 5, 10, "    ^^^^^"),
        ("  - Ａ级客户", 6, 7, "      ^^"),
        ("  - a", 5, 5, "    ^"),
    ],
)
def test_caret_stands_under_the_words(line: str, start: int, end: int, caret: str) -> None:
    text = _finding(finding(line, start, end), "en", _Painter(colour=False))
    assert text.splitlines()[2:4] == [f"7 | {line}", f"  | {caret}"]


def test_long_line_is_cut_around_the_words() -> None:
    line = "  - " + "甲" * 300 + "拜访客户" + "乙" * 300
    place = finding(line, 305, 309).place
    kept, start, end = cut(place)
    assert kept[start:end] == "拜访客户"
    assert kept.startswith("…")
    assert kept.endswith("…")
    assert len(kept) < 200


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh-Hans", "zh"),
        ("zh_TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("en_GB", "en"),
        ("de_DE", None),
        ("C", None),
    ],
)
def test_language_of_a_tag(tag: str, language: str | None) -> None:
    assert language_of(tag) == language


def test_wording_falls_back_to_the_nearest_language() -> None:
    assert Wording({"zh": "甲", "en": "a"}).read("zh-Hant") == "甲"
    assert Wording({"en": "a"}).read("zh") == "a"
