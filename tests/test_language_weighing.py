"""Weights settle how sure a mark is, and mark what reads like the duties that readers marked."""

from pathlib import Path

import pytest

from benchmarks.weights import demands, duties, grants
from benchmarks.weights.documents import documents
from jdlint.language.duty import is_no_duty, read_duty, said
from jdlint.language.fold import fold
from jdlint.language.mark import Sentence
from jdlint.language.weighing import (
    QUESTIONS,
    answers_of,
    fragments,
    likeliest,
    short_fragments,
    signs,
    telling,
    weigh,
    weights_of,
)

DOUBTED = ("妥善存放图纸，登记借还",)
DOUBTED_REMARK = "接受港务局的检查"
ALIKE = (("抓好车间的产量", "duty/hollow-verb"), ("遵守排班,服从调度", "duty/obligation-as-duty"))
ALIKE_REMARK = ALIKE[1][0]
OF_DUTIES = ("chinese-duties", "english-duties")
EVERY = [(file, question) for file in OF_DUTIES for question in QUESTIONS[file]]


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


def test_short_fragments_are_characters_and_pairs_of_them_or_words() -> None:
    assert short_fragments("做工。", is_chinese=True) == {"^", "做", "工", "$", "^做", "做工", "工$"}
    assert short_fragments("1. sweep, dust.", is_chinese=False) == {"sweep", ",", "dust"}


@pytest.mark.parametrize("file", [file for file in QUESTIONS if file != "grants"])
def test_every_fragment_that_weighs_is_folded_and_weighs_something(file: str) -> None:
    known = weights_of(file).signs
    written = [sign for sign in known if not sign.startswith(("kind:", "duty/", "text/", "act:", "noun:", "cue:"))]
    assert [sign for sign in written if fold(sign) != sign] == []
    assert all(map(any, known.values()))


@pytest.mark.parametrize(("file", "question"), EVERY)
def test_what_rules_say_weighs(file: str, question: str) -> None:
    weights = weights_of(file)
    place = list(weights.scales).index(question)
    rules = answers_of(file)[question]
    said_high = [weights.signs[f"{rule} high"][place] for rule in rules if f"{rule} high" in weights.signs]
    assert len(said_high) > len(rules) / 2
    assert max(said_high) > 0


def test_a_duty_weighs_the_bias_and_its_signs() -> None:
    weights = weights_of("chinese-duties")
    sign, (vague, misplaced) = next(iter(weights.signs.items()))
    bias = {question: scale.bias for question, scale in weights.scales.items()}
    assert weigh((), weights) == bias
    assert weigh((sign, "unheard of"), weights) == {
        "vague": bias["vague"] + vague,
        "misplaced": bias["misplaced"] + misplaced,
    }


def test_a_long_text_weighs_no_more_than_a_short_one_where_signs_weigh_by_their_number() -> None:
    weights = weights_of("chinese-demands")
    scale = weights.scales["demanding"]
    assert scale.is_even
    sign, (weight,) = next(iter(weights.signs.items()))
    assert weigh((sign,), weights) == {"demanding": scale.bias + weight}
    assert weigh((sign, "unheard", "of", "ever"), weights) == {"demanding": scale.bias + round(weight / 2)}


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
    sentence, answers = Sentence("协助推进培训"), answers_of("chinese-duties")["vague"]
    rule = likeliest(signs(sentence, ()), answers)
    assert (rule, telling(sentence, rule, answers)) == ("duty/support-unscoped", 0)


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
    first, second = documents(str(tmp_path))
    assert (first.language, second.language) == ("zh", "en")
    assert [example.is_so for example in duties.labelled(first, "vague")] == [True, False]
    assert [example.is_so for example in duties.labelled(second, "misplaced")] == [False, True, False]


@pytest.mark.parametrize(("file", "question"), EVERY)
def test_what_rules_shall_leave_alone_is_learnt_as_left_alone(file: str, question: str) -> None:
    examples = list(duties.taught("zh" if file.startswith("chinese") else "en", question))
    assert len(examples) > 20
    assert not any(example.is_so or example.answers for example in examples)


def test_demands_and_what_grants_them_are_learnt_from_labels_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "a" / "org.yaml").write_text("language: zh-Hans\n", encoding="utf-8")
    (tmp_path / "a" / "roles.yaml").write_text(
        "roles: [{duties: [审批合同, 整理档案, 打扫], authorities: [对菜谱有审批权, {inspect: 仓库}, 合同审批权]}]\n",
        encoding="utf-8",
    )
    (tmp_path / "labels" / "a.yaml").write_text(
        "duties:\n"
        "- {at: 'roles[0].duties[0]', rules: [], demands: [approve contract], granted: {approve contract: [2]}}\n"
        "- {at: 'roles[0].duties[1]', rules: [], demands: [custody asset]}\n"
        "- {at: 'roles[0].duties[2]', rules: [], disputed: [demands]}\n",
        encoding="utf-8",
    )
    (document,) = documents(str(tmp_path))
    said, learnt = demands.labelled(document)
    assert (said.is_so, said.is_said, said.is_learnt) == (True, True, False)
    assert (learnt.is_so, learnt.is_said, learnt.is_learnt) == (True, False, True)
    assert learnt.answers == {"custody asset"}
    menus, stores, contracts = grants.labelled(document)
    assert (menus.is_so, menus.is_said) == (False, False)
    assert (stores.is_so, stores.is_said) == (False, False)
    assert (contracts.is_so, contracts.is_said) == (True, True)


def test_examples_of_rules_teach_what_demands_nothing_and_what_is_granted() -> None:
    assert not any(example.is_so for language in ("zh", "en") for example in demands.taught(language))
    learnt = list(grants.taught())
    assert {example.is_so for example in learnt} == {True, False}
    assert all(example.is_said for example in learnt if example.is_so)


def test_english_whose_blanks_were_lost_has_no_fragments_and_is_left_to_the_rules() -> None:
    text = "Ensurethatallagreedreportsareprovidedtimelyandaccuratelyfromdistributors"
    assert read_duty(text).marks == tuple(said(Sentence(text)))


def test_damage_is_not_weighed_beside_what_is_vague() -> None:
    text = "协调相关部门处理各类问题、"
    damage = said(Sentence(text))[0]
    assert (damage.rule, damage.confidence) == ("text/broken-sentence", "medium")
    assert read_duty(text).marks[0] == damage
    assert "high" in {mark.confidence for mark in read_duty(text).marks[1:]}
