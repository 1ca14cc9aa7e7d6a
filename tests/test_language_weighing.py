"""Weights settle how sure a mark is, and mark what reads like the duties that readers marked."""

from pathlib import Path

import pytest

from benchmarks.weights import labelled, taught
from jdlint.language.duty import is_no_duty, read_duty, said
from jdlint.language.fold import fold
from jdlint.language.mark import Sentence
from jdlint.language.weighing import FILES, QUESTIONS, fragments, likeliest, signs, telling, weigh, weights_of

DOUBTED = ("妥善安置伤员，包扎，转运",)
DOUBTED_REMARK = "接受港务局的检查"
ALIKE = (("参与年度预算的讨论,关注成本", "duty/support-unscoped"), ("遵守排班,服从调度", "duty/obligation-as-duty"))
ALIKE_REMARK = ALIKE[1][0]
EVERY = [(language, question) for language in FILES for question in QUESTIONS]


def test_chinese_fragments_are_runs_of_characters_with_the_edges_of_the_duty() -> None:
    assert fragments("1. 做工。", is_chinese=True) == {"^", "做", "工", "$", "^做", "做工", "工$", "^做工", "做工$"}


def test_english_fragments_are_runs_of_words_with_the_edges_of_the_duty() -> None:
    found = fragments("1. sweep, dust.", is_chinese=False)
    assert found >= {"^", "sweep", ",", "dust", "$", "^ sweep", "sweep , dust", ", dust $"}
    assert max(map(len, map(str.split, found))) == 3


def test_signs_are_fragments_kinds_of_words_and_what_rules_say() -> None:
    sentence = Sentence("负责销售工作")
    (mark, *_) = said(sentence)
    found = signs(sentence, [mark])
    assert "销售" in found
    assert f"{mark.rule} {mark.confidence}" in found
    assert any(sign.startswith("kind:") for sign in found)


@pytest.mark.parametrize("language", FILES)
def test_every_fragment_that_weighs_is_folded_and_weighs_something(language: str) -> None:
    known = weights_of(language).signs
    written = [sign for sign in known if not sign.startswith(("kind:", "duty/", "text/"))]
    assert [sign for sign in written if fold(sign) != sign] == []
    assert all(map(any, known.values()))


@pytest.mark.parametrize(("language", "question"), EVERY)
def test_what_rules_say_weighs(language: str, question: str) -> None:
    weights = weights_of(language)
    place = list(weights.scales).index(question)
    rules = weights.scales[question].likeliest
    said_high = [weights.signs[f"{rule} high"][place] for rule in rules if f"{rule} high" in weights.signs]
    assert len(said_high) > len(rules) / 2
    assert max(said_high) > 0


def test_a_duty_weighs_the_bias_and_its_signs() -> None:
    weights = weights_of("zh")
    sign, (vague, misplaced) = next(iter(weights.signs.items()))
    bias = {question: scale.bias for question, scale in weights.scales.items()}
    assert weigh((), weights) == bias
    assert weigh((sign, "unheard of"), weights) == {
        "vague": bias["vague"] + vague,
        "misplaced": bias["misplaced"] + misplaced,
    }


@pytest.mark.parametrize("text", ["负责销售工作", "做好各项相关工作", "Responsible for marketing"])
def test_readers_agree_with_a_mark_on_what_is_said_everywhere(text: str) -> None:
    assert [mark for mark in read_duty(text).marks if mark.confidence == "high"]


@pytest.mark.parametrize("text", DOUBTED)
def test_what_reads_like_the_duties_that_readers_left_alone_is_doubted_and_still_marked(text: str) -> None:
    (mark,) = said(Sentence(text))
    assert mark.confidence == "high"
    assert read_duty(text).marks == (mark._replace(confidence="medium", is_doubted=True),)


def test_a_remark_that_weights_doubt_still_asks_for_no_power() -> None:
    reading = read_duty(DOUBTED_REMARK)
    assert reading.marks[0].is_doubted
    assert reading.marks[0].confidence == "medium"
    assert is_no_duty(reading)


@pytest.mark.parametrize(("text", "rule"), ALIKE)
def test_what_reads_like_the_duties_that_readers_marked_is_marked_where_no_rule_speaks(text: str, rule: str) -> None:
    assert said(Sentence(text)) == []
    (mark,) = read_duty(text).marks
    assert (mark.rule, mark.reason, mark.confidence) == (rule, "alike", "high")
    assert text[mark.start : mark.end] == mark.words != ""


def test_only_a_rule_says_that_something_is_no_duty_at_all() -> None:
    text = ALIKE_REMARK
    (mark,) = read_duty(text).marks
    assert (mark.rule.partition("/")[0], mark.reason) == ("duty", "alike")
    assert not is_no_duty(read_duty(text))


def test_the_likeliest_rule_is_told_by_kinds_of_words_and_shown_at_one_of_them() -> None:
    sentence, scale = Sentence("协助推进培训"), weights_of("zh").scales["vague"]
    rule = likeliest(signs(sentence, ()), scale)
    assert (rule, telling(sentence, rule, scale)) == ("duty/support-unscoped", 0)


def test_duties_are_learnt_from_where_readers_agree_in_one_language(tmp_path: Path) -> None:
    for name, language in (("a", "zh-Hans"), ("b", "en")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "org.yaml").write_text(f"language: {language}\n", encoding="utf-8")
        (tmp_path / name / "roles.yaml").write_text(
            f"roles: [{{duties: [{name}甲, {{text: {name}乙}}, 丙, 丁]}}, {{title: 丁}}]\n", encoding="utf-8"
        )
        (tmp_path / "labels").mkdir(exist_ok=True)
        (tmp_path / "labels" / f"{name}.yaml").write_text(
            "duties:\n"
            "- {at: 'roles[0].duties[0]', rules: [duty/hollow-verb]}\n"
            "- {at: 'roles[0].duties[1]', rules: [duty/trait-as-duty]}\n"
            "- {at: 'roles[0].duties[2]', rules: [], disputed: [duty/exhortation]}\n"
            "- {at: 'roles[0].duties[3]', rules: [duty/catch-all]}\n",
            encoding="utf-8",
        )
    folder = str(tmp_path)
    vague = [(duty.text, duty.is_so) for duty in labelled(folder, "zh", "vague")]
    assert vague == [("a甲", True), ("a乙", False)]
    assert [duty.is_so for duty in labelled(folder, "en", "misplaced")] == [False, True, False]


@pytest.mark.parametrize(("language", "question"), EVERY)
def test_what_rules_shall_leave_alone_is_learnt_as_left_alone(language: str, question: str) -> None:
    duties = list(taught(language, question))
    assert len(duties) > 20
    assert not any(duty.is_so or duty.rules for duty in duties)


def test_english_whose_blanks_were_lost_has_no_fragments_and_is_left_to_the_rules() -> None:
    text = "Ensurethatallagreedreportsareprovidedtimelyandaccuratelyfromdistributors"
    assert read_duty(text).marks == tuple(said(Sentence(text)))


def test_damage_is_not_weighed_beside_what_is_vague() -> None:
    text = "协调相关部门处理各类问题、"
    damage = said(Sentence(text))[0]
    assert (damage.rule, damage.confidence) == ("text/broken-sentence", "medium")
    assert read_duty(text).marks[0] == damage
    assert "high" in {mark.confidence for mark in read_duty(text).marks[1:]}
