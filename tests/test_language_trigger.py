"""A pattern is compiled for a text that holds one of its needles, and no text that it matches is without one."""

from collections.abc import Iterator

import pytest

from jdlint.checking.catalogue import from_files
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.language.needles import needles
from jdlint.language.trigger import REQUIREMENT, WORK, Search, Wording, searches, subjects, triggers
from jdlint.source.tree import Mapping, Node, Scalar, Sequence


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("限男|男(?:性|士)", {"限男", "男"}),
        (r"年龄\s*\d+岁", {"年龄"}),
        (r"(?:年龄)?\d+周?岁以上", {"岁以上"}),
        (r"\bage limit\b[^,;]{0,12}\d\d", {"age limit"}),
        (r"[甲乙]级?", {"甲", "乙"}),
        (r"(?:上|做)*", set()),
        (r"[^。]级?", set()),
        (r"男\p{Han}", {"男"}),
        (r"(?i)age", set()),
        (r"[[:alpha:]]", set()),
        (r"(?:", set()),
    ],
)
def test_needles_of_a_pattern(pattern: str, found: set[str]) -> None:
    assert set(needles(pattern)) == found


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
    assert [each for each in matched if not any(needle in each[1] for needle in each[0].needles)] == []


def _wordings() -> set[Wording]:
    return {wording for subject in subjects() for trigger in triggers(subject) for wording in trigger.match}


def test_every_wording_has_needles() -> None:
    assert [wording.pattern for wording in _wordings() if not wording.needles] == []


def test_only_what_a_text_touches_is_compiled() -> None:
    search, touched = next(searches("age", REQUIREMENT).touched("年龄不超过35岁"))
    assert search.trigger.matter == "cap"
    pattern = search.pattern(touched).pattern
    assert "年龄" in pattern
    assert "thirties" not in pattern
    assert list(searches("age", WORK).touched("每月5日前提交报告")) == []


def test_a_pattern_that_grows_takes_all_wordings_of_its_trigger() -> None:
    (trigger, *_) = triggers("age")
    search = Search(trigger)
    small = search.pattern(frozenset((1,)))
    assert small is search.pattern(frozenset((1,)))
    assert small.pattern == trigger.match[1].pattern
    whole = search.pattern(frozenset((0,)))
    assert whole.pattern == "|".join(wording.pattern for wording in trigger.match)
    assert search.pattern(frozenset((2, 3))) is whole
