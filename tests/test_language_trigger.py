"""A pattern is compiled for a text that holds one of its needles, and no text that it matches is without one."""

from collections.abc import Iterator

import pytest

from jdlint.checking.catalogue import from_files
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.language.needles import branches, needles
from jdlint.language.trigger import REQUIREMENT, WORK, Search, Wording, searches, subjects, triggers
from jdlint.source.tree import Mapping, Node, Scalar, Sequence


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("限男|男(?:性|士)", [{"男"}]),
        (r"年龄\s*\d+岁", [{"年龄"}, {"岁"}, set("0123456789")]),
        (r"(?:年龄)?(?:18|20)+周?岁以上", [{"岁以上"}, {"18", "20"}]),
        (r"\bage limit\b[^,;]{0,12}\d\d", [{"age limit"}, set("0123456789")]),
        (r"[甲乙]级?", [{"甲", "乙"}]),
        (r"(?:上|做)*", []),
        (r"[^。]级?", []),
        (r"男\p{Han}", [{"男"}]),
        (r"(?i)age", []),
        (r"[[:alpha:]]", []),
        (r"(?:", []),
    ],
)
def test_needles_of_a_pattern(pattern: str, found: list[set[str]]) -> None:
    assert [set(each) for each in needles(pattern)] == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a|b", ["a", "b"]),
        (r"(?:a|b)c|[|)]d|\|e|", ["(?:a|b)c", "[|)]d", r"\|e", ""]),
        (r"[]|]a|[^]|]b", ["[]|]a", "[^]|]b"]),
        ("(?i)a|b", ["(?i)a|b"]),
    ],
)
def test_alternatives_of_a_pattern(pattern: str, found: list[str]) -> None:
    assert branches(pattern) == found


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield fold(node.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        assert isinstance(node, Mapping)
        for _, value in node.entries:
            yield from _texts(value)


def test_no_text_is_matched_that_holds_no_needle() -> None:
    rules = [rule for rule in from_files().rules.values() if rule.family == "compliance"]
    texts = {text for rule in rules for example in rule.examples if example.role for text in _texts(example.role)}
    matched = [(wording, text) for wording in _wordings() for text in texts if compiled(wording.pattern).search(text)]
    assert len(matched) > 200
    assert [wording for wording, text in matched if not wording.may_match(text)] == []


def _wordings() -> set[Wording]:
    return {wording for subject in subjects() for trigger in triggers(subject) for wording in trigger.match}


def test_every_wording_has_needles() -> None:
    assert [wording.pattern for wording in _wordings() if not wording.needles] == []


def _compiled(search: Search) -> str:
    pattern = search._pattern  # noqa: SLF001 - whether a pattern is compiled can't be seen from outside
    return pattern.pattern if pattern else ""


def test_only_what_a_text_needs_is_compiled() -> None:
    searches.cache_clear()
    text = "年龄不超过35岁"
    search, touched = next(searches("age", REQUIREMENT).touched(text))
    assert (search.trigger.matter, _compiled(search)) == ("cap", "")
    assert [found.group() for found in search.matches(text, touched)] == ["年龄不超过35岁"]
    assert "年龄" in _compiled(search)
    assert "thirties" not in _compiled(search)
    assert list(searches("age", WORK).touched("每月5日前提交报告")) == []


def test_a_text_that_lacks_one_of_several_needles_compiles_nothing() -> None:
    text = "年龄在小时候不重要"
    for search, touched in searches("hours", REQUIREMENT).touched(text):
        assert list(search.matches(text, touched)) == []
        assert _compiled(search) == ""


def test_a_pattern_that_grows_takes_all_wordings_of_its_trigger() -> None:
    wordings = tuple(Wording(each, tuple(map(tuple, needles(each)))) for each in ("限男", "男士", "男生"))
    search = Search(triggers("sex")[0]._replace(match=wordings))
    assert [found.group() for found in search.matches("限男", {0})] == ["限男"]
    assert _compiled(search) == "限男"
    assert [found.group() for found in search.matches("限男士,男生", {0, 1, 2})] == ["限男", "男生"]
    assert _compiled(search) == "限男|男士|男生"
