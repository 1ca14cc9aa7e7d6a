"""Proves that bytes become text only from UTF-8, and that everything else is named for what it is."""

import codecs

import pytest

from jdlint.location import Point
from jdlint.source.encoding import decode, forbidden_character, is_binary
from jdlint.source.source import Source
from tests.conftest import source

SIMPLIFIED = """\
title: 城市经理
岗位职责:
  - 每月25日前向业务主管下达业务组月度销售额目标
  - 每周拜访经销商3家，当日将拜访记录录入客户管理系统
"""
TRADITIONAL = """\
title: 業務經理
崗位職責:
  - 每月編制業務計劃，報總經理審核
  - 拜訪客戶並收集市場資訊
"""
ENGLISH = "title: City manager\nduties:\n  - Visit three dealers a week\n"


def _named(raw: bytes) -> tuple[str, str]:
    (problem,) = source(raw).problems
    assert problem.rule == "syntax/encoding"
    return problem.reason, str(problem.values.get("encoding", ""))


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, ENGLISH])
def test_utf_8_is_read_without_remark(text: str) -> None:
    assert source(text).problems == ()
    assert decode(text.encode()).text == text


def test_utf_8_with_a_mark_is_read_and_the_mark_noted() -> None:
    file = source(codecs.BOM_UTF8 + SIMPLIFIED.encode())
    assert file.text == SIMPLIFIED
    assert file.readable
    assert [problem.reason for problem in file.problems] == ["mark"]


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "gb18030", "GB18030"),
        (SIMPLIFIED, "gbk", "GB18030"),
        (TRADITIONAL, "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (TRADITIONAL, "cp950", "Big5"),
        ("title: 经理\n", "gb18030", "GB18030"),
        ("title: 經理\n", "big5", "Big5"),
        ("title: 财务部出纳\n", "gb2312", "GB18030"),
        ("title: 業務助理\n", "big5", "Big5"),
    ],
)
def test_the_encodings_of_chinese_offices_are_told_apart(text: str, codec: str, name: str) -> None:
    assert _named(text.encode(codec)) == ("other-encoding", name)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, ENGLISH, "title: a\n"])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_with_and_without_a_mark(text: str, codec: str) -> None:
    assert _named(text.encode(codec)) == ("utf-16", "UTF-16")


def test_utf_16_with_the_rarer_mark_is_named() -> None:
    assert _named(codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be")) == ("utf-16", "UTF-16")


@pytest.mark.parametrize("missing", [1, 2])
def test_utf_8_cut_inside_a_character_is_called_cut_off_at_its_end(missing: int) -> None:
    text = "title: 城市经理"
    file = source(text.encode()[:-missing])
    assert _named(text.encode()[:-missing]) == ("cut-off", "UTF-8")
    assert file.range(file.problems[0].span).start == Point(1, len(text))


@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80"])
def test_an_invalid_byte_in_utf_8_is_shown_where_it_stands(bad: bytes) -> None:
    raw = SIMPLIFIED.encode()
    place = raw.index("每周".encode())
    file = source(raw[:place] + bad + raw[place:])
    assert [problem.reason for problem in file.problems] == ["invalid-bytes"]
    assert file.range(file.problems[0].span).start == Point(4, 5)


def test_a_byte_lost_from_utf_8_never_passes_for_a_chinese_encoding() -> None:
    raw = SIMPLIFIED.encode()
    for place in range(raw.index("城".encode()), len(raw)):
        assert _reason(source(raw[:place] + raw[place + 1 :])) in ("", "invalid-bytes"), place


def _reason(file: Source) -> str:
    found = [problem.reason for problem in file.problems if problem.rule == "syntax/encoding"]
    return found[0] if found else ""


@pytest.mark.parametrize(
    "text", ["Müller manager", "café: directeur général adjoint", "Señor gerente de operación técnica"]
)
def test_western_latin_letters_do_not_pass_for_chinese(text: str) -> None:
    assert _named(f"title: {text}\n".encode("latin-1"))[0] == "invalid-bytes"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x0c", "U+000C"),
        ("\x7f", "U+007F"),
        ("\x9f", "U+009F"),
        ("\ufffe", "U+FFFE"),
    ],
)
def test_a_control_character_is_named_at_its_place(character: str, name: str) -> None:
    file = source(f"{SIMPLIFIED}kpis: 销售{character}额\n")
    (problem,) = file.problems
    assert (problem.reason, problem.values) == ("control", {"character": name})
    assert file.range(problem.span).start == Point(5, 9)


@pytest.mark.parametrize("character", ["\t", "\x85", "\xa0", "\u3000", "\ufeff", "\U0001f600", "\ue000"])
def test_characters_that_yaml_allows_are_let_through(character: str) -> None:
    assert forbidden_character(f"a{character}b") is None


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 4,
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0" * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 60,
        b"\0" * 9,
    ],
)
def test_bytes_that_are_no_text_are_called_binary(raw: bytes) -> None:
    assert _named(raw) == ("binary", "")


@pytest.mark.parametrize(
    "raw", [b"", b"title: a\n", b"\t\t\r\n\r\n", SIMPLIFIED.encode("gb18030"), ENGLISH.encode("utf-16-le")]
)
def test_text_of_any_encoding_is_not_called_binary(raw: bytes) -> None:
    assert not is_binary(raw)


@pytest.mark.parametrize("raw", [SIMPLIFIED.encode("gb18030"), SIMPLIFIED.encode("utf-16"), b"\xff\xff: x"])
def test_a_file_in_another_encoding_has_no_documents_and_counts_as_unread(raw: bytes) -> None:
    file = source(raw)
    assert file.documents == ()
    assert not file.readable
