"""The dictionary cuts the same words whether it looks them up or uses the automaton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.language.dictionary import WORTH, Dictionary, pack

WORDS = ("报", "报告", "报告书", "销售", "kpi", "plan", "plans for", "an", ",", "o2o店")


def after_many(*, inside_words: bool) -> Dictionary:
    dictionary = Dictionary(pack(WORDS, inside_words=inside_words))
    dictionary.expect(["报"] * WORTH)
    return dictionary


MANY = {inside_words: after_many(inside_words=inside_words) for inside_words in (False, True)}


def test_longest_words_from_the_left() -> None:
    assert Dictionary(pack(WORDS)).cut("编写报告书销售报") == [(2, 2, 5), (3, 5, 7), (0, 7, 8)]


@pytest.mark.parametrize(("inside_words", "found"), [(False, []), (True, [(5, 0, 4)])])
def test_latin_words_stand_alone(*, inside_words: bool, found: list[tuple[int, int, int]]) -> None:
    assert Dictionary(pack(WORDS, inside_words=inside_words)).cut("planet") == found


def test_a_shorter_word_stands_where_the_longer_one_goes_on() -> None:
    assert [number for number, _, _ in MANY[False].cut("plans form; an plan")] == [7, 5]


@given(st.text(alphabet="报告书销售kpilansfor ,o2店", max_size=30), st.booleans())
def test_automaton_and_look_up_agree(text: str, inside_words: bool) -> None:  # noqa: FBT001 - given by hypothesis
    assert MANY[inside_words].cut(text) == Dictionary(pack(WORDS, inside_words=inside_words)).cut(text)


def test_texts_are_looked_up_until_they_are_many() -> None:
    few, many = Dictionary(pack(WORDS)), Dictionary(pack(WORDS))
    few.expect(["报"] * (WORTH - 1) + ["plan"])
    many.expect(["报"] * WORTH)
    assert (few.has_automaton, many.has_automaton) == (False, True)
    assert {tuple(few.cut("报" * 100)) for _ in range(WORTH // 100 + 1)} == {tuple(many.cut("报" * 100))}
    assert few.has_automaton
