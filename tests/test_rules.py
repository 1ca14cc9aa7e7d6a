"""Every rule proves itself on its own examples, and the rule files keep the rules of rule files."""

import os
from pathlib import Path

import pytest

from jdlint import knowledge
from jdlint.checking.catalogue import built_in
from jdlint.checking.examples import failures, findings
from jdlint.checking.rule import Rule
from jdlint.checking.rule_file import read_rule
from jdlint.checking.rule_folder import load
from jdlint.finding import fill
from jdlint.source.source import Source
from jdlint.source.yaml import read
from jdlint.wording import LANGUAGES
from tests.running import jdlint, write

RULES = list(built_in().rules.values())

WITHOUT_EXAMPLES = {"internal/crash", "syntax/unreadable"}
"""A crash and an unreadable file can't be written down; test_checking.py and test_cli.py prove them."""


def source_of(rule: Rule) -> Source:
    path = Path(knowledge.rules_folder()).parent / rule.path
    return read(rule.path, path.read_bytes())


def test_no_rule_file_is_broken() -> None:
    assert built_in().broken == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_fires_on_bad_examples_and_is_silent_on_good_ones(rule: Rule) -> None:
    assert list(failures(rule, source_of(rule))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_both_kinds_of_examples(rule: Rule) -> None:
    sides = {example.is_bad for example in rule.examples}
    assert sides == (set() if rule.id in WITHOUT_EXAMPLES else {True, False})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_bad_examples_say_where(rule: Rule) -> None:
    assert [example.line for example in rule.examples if example.is_bad and not example.at] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_file_is_named_like_the_rule(rule: Rule) -> None:
    assert rule.path == f"rules/{rule.id}.yaml"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_text_is_there_in_every_language(rule: Rule) -> None:
    texts = [
        rule.prose.summary,
        rule.prose.why,
        *rule.prose.message.values(),
        *rule.prose.help.values(),
        *rule.prose.related.values(),
    ]
    assert [text.texts for text in texts if set(text.texts) != set(LANGUAGES)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_messages_have_no_final_stop_and_help_is_sentences(rule: Rule) -> None:
    messages = [text for words in rule.prose.message.values() for text in words.texts.values()]
    advice = [text for words in rule.prose.help.values() for text in words.texts.values()]
    assert [text for text in messages if text.endswith((".", "。"))] == []
    assert [text for text in advice if not text.endswith((".", "。", "?", "？", ")", ")"))] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_value_of_a_message_is_filled(rule: Rule) -> None:
    unfilled = []
    for example in rule.examples:
        for finding in findings(rule, example, source_of(rule)):
            for language in LANGUAGES:
                said = [finding.message(language), finding.advice(language)]
                said += [place.message.read(language) for place in finding.related if place.message]
                unfilled += [text for text in said if "{" in text]
    assert unfilled == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_message_is_said_by_some_example(rule: Rule) -> None:
    if rule.id in WITHOUT_EXAMPLES:
        pytest.skip("has no examples")
    said = {id(finding.template) for example in rule.examples for finding in findings(rule, example, source_of(rule))}
    # what weights say changes with what they are learnt from: tests/test_language_weighing.py, test_likely_demands.py
    by_weight = {"alike", "unlike"}
    reasons = rule.prose.message.keys() - by_weight - {""}
    never_said = [reason for reason in reasons if id(rule.prose.message[reason]) not in said]
    assert never_said == []


def test_findings_of_examples_point_at_words_of_the_example() -> None:
    for rule in RULES:
        source = source_of(rule)
        for example in rule.examples:
            if example.role is None:
                continue
            lines = (example.line, source.lines.point(example.role.end).line)
            for finding in findings(rule, example, source):
                assert lines[0] <= finding.place.range.start.line <= lines[1], (rule.id, finding.place)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("id: hr/x\nseverity: fatal\n", "`profile` is missing"),
        ("- a\n", "one mapping"),
        ("# later\n", "one mapping"),
    ],
)
def test_broken_rule_file_is_a_problem_with_a_place(text: str, detail: str) -> None:
    rule, problems = read_rule(read("rules/hr/x.yaml", text.encode()))
    assert rule is None
    assert detail in str(problems[0].values["detail"])


def test_a_rule_file_that_is_no_yaml_is_told_in_the_words_of_the_rules_on_reading(tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": "rules: [hr]\n", "roles/a.yaml": "title: a\n", "hr/x.yaml": "id: hr/x\n\ty: z\n"})
    run = jdlint("--lang", "zh", cwd=tmp_path)
    assert "此处有制表符（Tab），缩进只能用空格 [syntax/parse]\n --> hr/x.yaml:2:1" in run.out
    proven = jdlint("test", "hr", cwd=tmp_path)
    assert proven.code == 1
    assert "hr/x.yaml:2: broken rule file: here stands a tab" in proven.out


WHOLE = """
id: hr/x
severity: warning
profile: core
summary: s
message: m
why: w.
help: h.
applies_to: duties[]
check:
  kind: phrases
  phrases: [搞好]
examples:
  - bad: {duties: [搞好销售]}
    at: duties[0]
  - good: {duties: [拜访客户]}
"""


@pytest.mark.parametrize(
    ("old", "new", "detail", "line"),
    [
        ("severity: warning", "severity: fatal", "none of info, warning, error", 3),
        ("kind: phrases", "kind: phrase", "there is no kind `phrase`", 11),
        ("phrases: [搞好]", "phrasez: [搞好]", "unknown parameter `phrasez`", 12),
        ("applies_to: duties[]", "applies_to: duty[]", "a role has no part 'duty'", 9),
        ("applies_to: duties[]", "applies_to: kpis[].colour", "a role has no part 'colour'", 9),
        ("summary: s", "sumary: s", "unknown key `sumary`", 5),
        ("id: hr/x", "id: HR", "no rule id", 2),
        ("message: m", "message: {en: m, fr: m}", "`fr` is no language", 6),
        ("help: h.", "help: h.\nreferences:", "expected a list of texts", 9),
        ("help: h.", "help: h.\nseverity_of: error", "expected keys and values", 9),
        ("help: h.", "help: h.\nprofile_of: [high]", "expected keys and values", 9),
        ("{duties: [拜访客户]}", "{files: {a.yaml: {hex: xyz}}}", "a file's content can't be read", 16),
        ("{duties: [拜访客户]}", "{files: {a.yaml: {encoding: utf-8}}}", "a file's content can't be read", 16),
        ("{duties: [拜访客户]}", "{files: {a.yaml: {text: x, encoding: no}}}", "a file's content can't be read", 16),
    ],
)
def test_mistake_in_a_rule_file_is_named_at_its_line(old: str, new: str, detail: str, line: int) -> None:
    source = read("rules/hr/x.yaml", WHOLE.replace(old, new).encode())
    rule, problems = read_rule(source)
    assert rule is None
    assert detail in str(problems[0].values["detail"])
    assert source.range(problems[0].span).start.line == line


def test_pattern_that_could_hang_is_refused_or_linear(tmp_path: Path) -> None:
    check = "kind: phrases\n  phrases: [搞好]"
    backtracking = WHOLE.replace(check, "kind: pattern\n  pattern: '(a+)+$'")
    looking = WHOLE.replace(check, "kind: pattern\n  pattern: '(?=a)'").replace("hr/x", "hr/y")
    catalogue = load(os.fspath(write(tmp_path, {"hr/x.yaml": backtracking, "hr/y.yaml": looking})), "own")
    assert list(catalogue.rules) == ["hr/x"]
    assert "pattern can't be used" in str(catalogue.broken[0].problems[0].values["detail"])


def test_two_rules_with_one_id_are_reported(tmp_path: Path) -> None:
    catalogue = load(os.fspath(write(tmp_path, {"hr/x.yaml": WHOLE, "hr/y.yaml": WHOLE})), "own")
    assert list(catalogue.rules) == ["hr/x"]
    assert "defined in own/hr/x.yaml too" in str(catalogue.broken[0].problems[0].values["detail"])


def test_fill_leaves_unknown_names_standing() -> None:
    rule = built_in().rules["duty/catch-all"]
    assert "{count}" in fill(rule.words("repeated"), {"match": "其他工作"}, "en")
