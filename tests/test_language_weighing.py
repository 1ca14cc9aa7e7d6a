"""Weights are a second opinion: they settle how sure a mark is, and neither add one nor take one away."""

from pathlib import Path

import pytest

from benchmarks.weights import labelled
from jdlint.language.duty import is_no_duty, read_duty
from jdlint.language.fold import fold
from jdlint.language.weighing import QUESTIONS, agreed, fragments, weights_of

DOUBTED = "妥善安置伤员，包扎，转运"


def test_fragments_are_runs_of_characters_with_the_edges_of_the_duty() -> None:
    assert fragments("1. 做工。") == {"^", "做", "工", "$", "^做", "做工", "工$", "^做工", "做工$"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_weighed_fragment_can_be_cut_from_a_folded_duty(question: str) -> None:
    known = weights_of(question).fragments
    assert {len(each) for each in known} == {1, 2, 3}
    assert [each for each in known if fold(each) != each] == []
    assert 0 not in known.values()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_surer_mark_needs_less_weight(question: str) -> None:
    least = weights_of(question).least
    assert least["high"] < least["medium"] <= least["low"]


@pytest.mark.parametrize("text", ["负责销售工作", "做好各项相关工作", "协助经理处理有关事务"])
def test_readers_agree_with_a_mark_on_what_is_said_everywhere(text: str) -> None:
    assert [mark for mark in read_duty(text).marks if mark.confidence == "high"]


def test_what_reads_like_the_duties_that_readers_left_alone_is_doubted_and_still_marked() -> None:
    (mark,) = read_duty(DOUBTED).marks
    assert agreed(fold(DOUBTED), "vague") == frozenset()
    assert (mark.rule, mark.confidence, mark.is_doubted) == ("duty/subjective-qualifier", "medium", True)


def test_a_ban_that_weights_doubt_still_asks_for_no_power() -> None:
    reading = read_duty("禁止在罐区吸烟，违者罚款")
    assert reading.marks[0].is_doubted
    assert reading.marks[0].confidence == "medium"
    assert is_no_duty(reading)


def test_duties_are_learnt_from_where_readers_agree_and_in_chinese_alone(tmp_path: Path) -> None:
    for name, language in (("a", "zh-Hans"), ("b", "en")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "org.yaml").write_text(f"language: {language}\n", encoding="utf-8")
        (tmp_path / name / "roles.yaml").write_text(
            "roles: [{duties: [甲, {text: 乙}, 丙]}, {title: 丁}]\n", encoding="utf-8"
        )
        (tmp_path / "labels").mkdir(exist_ok=True)
        (tmp_path / "labels" / f"{name}.yaml").write_text(
            "duties:\n"
            "- {at: 'roles[0].duties[0]', rules: [duty/hollow-verb]}\n"
            "- {at: 'roles[0].duties[1]', rules: [duty/trait-as-duty]}\n"
            "- {at: 'roles[0].duties[2]', rules: [], disputed: [duty/exhortation]}\n",
            encoding="utf-8",
        )
    folder = str(tmp_path)
    assert [tuple(duty) for duty in labelled(folder, "vague")] == [("a", "甲", True), ("a", "乙", False)]
    assert [duty.is_so for duty in labelled(folder, "misplaced")] == [False, True, False]
