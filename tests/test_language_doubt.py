"""Proves that a duty whose words tell that nothing is to be found in it is one in which nothing would be found."""

from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import WORDS
from jdlint.checking.catalogue import from_files
from jdlint.language.demand import Demand, demands_of, read_demands
from jdlint.language.demand_table import Reach, reach
from jdlint.language.doubt import doubts
from jdlint.language.duty import read_duty, said
from jdlint.language.fold import fold
from jdlint.language.mark import Sentence
from jdlint.language.phrase_parse import vocabulary
from jdlint.model.build import build_role
from jdlint.source.source import Source


def _examples() -> Iterator[str]:
    """Give the duties of every rule's examples."""
    for rule in from_files().rules.values():
        for example in rule.examples:
            role = build_role(Source("example.yaml", ""), example.role, title="x") if example.role else None
            yield from (duty.text for duty in (role.duties if role else None) or ())


EXAMPLES = tuple(dict.fromkeys(_examples()))
PIECES = tuple(dict.fromkeys(chain.from_iterable(text.replace("，", ",").split(",") for text in EXAMPLES)))


def _finds_nothing(text: str) -> bool:
    sentence = Sentence(text)
    return not sentence.clauses or not said(sentence)


def test_some_duties_of_the_examples_are_plain_and_none_of_those_has_a_mark() -> None:
    plain = [text for text in EXAMPLES if not doubts(Sentence(text))]
    assert len(plain) > len(EXAMPLES) / 8
    assert [text for text in plain if not _finds_nothing(text)] == []


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3), st.sampled_from("，。、; "))
def test_no_duty_put_together_from_examples_is_plain_and_has_a_mark(pieces: list[str], mark: str) -> None:
    text = mark.join(pieces)
    assert doubts(Sentence(text)) or _finds_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "审核报销单",
        "每月5日前编制统计报表，满意度不低于92分",
        "Reconcile the stock every quarter and file it in the room",
    ],
)
def test_a_plain_duty_is_read_without_its_clauses_which_are_there_when_asked_for(text: str) -> None:
    reading = read_duty(text)
    assert not doubts(Sentence(text))
    assert reading.marks == ()
    assert reading.clauses == Sentence(text).clauses != ()


def test_a_duty_of_the_benchmark_is_mostly_plain() -> None:
    verbs = [(verb, thing) for verbs, things in WORDS["hans"]["groups"] for verb in verbs for thing in things]
    plain = [not doubts(Sentence(f"{verb}华东终端{thing}")) for verb, thing in verbs]
    assert sum(plain) > len(plain) / 2


def _demands_nothing(text: str) -> bool:
    folded = fold(text)
    return not demands_of(text, folded, vocabulary().dictionary.cut(folded))


def _may_demand(text: str) -> bool:
    return reach().may_demand(vocabulary().dictionary.cut(fold(text)))


def test_many_duties_of_the_examples_name_nothing_that_needs_authority_and_none_of_those_demands_any() -> None:
    silent = [text for text in EXAMPLES if not _may_demand(text)]
    assert len(EXAMPLES) / 4 < len(silent) < len(EXAMPLES)
    assert [text for text in silent if not _demands_nothing(text)] == []


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3), st.sampled_from("，。、; "))
def test_no_duty_put_together_from_examples_demands_what_its_words_cannot(pieces: list[str], mark: str) -> None:
    text = mark.join(pieces)
    assert _may_demand(text) or _demands_nothing(text)


def _demanded_by_every_clause(text: str) -> tuple[Demand, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reach, "may_demand_here", lambda *_: True)
        return read_demands(text)


def test_a_clause_whose_words_can_demand_nothing_is_left_out_to_no_effect() -> None:
    assert [text for text in EXAMPLES if _demanded_by_every_clause(text) != read_demands(text)] == []


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3), st.sampled_from("，。、; "))
def test_no_clause_put_together_from_examples_demands_what_its_words_cannot(pieces: list[str], mark: str) -> None:
    text = mark.join(pieces)
    assert _demanded_by_every_clause(text) == read_demands(text)
