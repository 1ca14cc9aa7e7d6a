"""Compliance as a user meets it: which law applies, on which day, how grave, and that tables of law and words agree."""

from pathlib import Path

import pytest

from jdlint import knowledge
from jdlint.checking.catalogue import built_in
from jdlint.checking.law import packs
from jdlint.language.condition import ANCHORS
from jdlint.language.lexicon import table
from jdlint.language.trigger import subjects, triggers
from tests.running import Run, jdlint, write

ROLE = "title: 文员\nqualifications:\n  other:\n    - {text}\n"
COMPLIANCE = ("--select", "compliance", "--fail-on", "never", "--format", "json")


def check(folder: Path, text: str, org: str = "", *arguments: str) -> Run:
    files = {"roles/clerk.yaml": ROLE.format(text=text)} | ({"roles/org.yaml": org} if org else {})
    return jdlint("roles", *COMPLIANCE, *arguments, cwd=write(folder, files))


def standings(run: Run) -> list[tuple[str, str, str]]:
    return [
        (finding["rule"], law["jurisdiction"], law["standing"])
        for finding in run.findings
        for law in finding["data"]["law"]
    ]


def severities(run: Run) -> list[str]:
    return [finding["severity"] for finding in run.findings]


def test_declared_places_judge_each_by_its_own_law(tmp_path: Path) -> None:
    run = check(tmp_path, "年龄35岁以下", "language: zh-Hans\njurisdictions: [cn, tw, hk]\n")
    assert standings(run) == [
        ("compliance/age", "cn", "risk"),
        ("compliance/age", "tw", "violation"),
        ("compliance/age", "hk", "advice"),
    ]
    assert severities(run) == ["error"]


def test_an_empty_list_of_places_means_no_law(tmp_path: Path) -> None:
    assert check(tmp_path, "限男性", "language: zh-Hans\njurisdictions: []\n").findings == []


@pytest.mark.parametrize("org", ["language: zh-Hans\n", "language: en\njurisdictions:\n", None])
def test_where_no_place_is_declared_no_law_applies(tmp_path: Path, org: str | None) -> None:
    files = {"roles/a.yaml": "title: 门店人员\nduties: [整理货架]\nqualifications:\n  other: [限男性]\n"}
    run = jdlint("roles", *COMPLIANCE, cwd=write(tmp_path, files | ({"roles/org.yaml": org} if org else {})))
    assert run.findings == []


def test_the_general_law_is_for_places_without_a_pack(tmp_path: Path) -> None:
    run = check(tmp_path, "Male candidates only", "language: en\njurisdictions: [general]\n")
    assert standings(run) == [("compliance/sex", "general", "risk")]


def test_a_run_says_that_no_place_is_declared(tmp_path: Path) -> None:
    run = jdlint("roles", cwd=write(tmp_path, {"roles/org.yaml": "language: en\n", "roles/a.yaml": "title: Clerk\n"}))
    assert "`jurisdictions`" in run.out


def test_facts_of_the_organisation_weigh_and_are_asked_for(tmp_path: Path) -> None:
    org = "language: zh-Hans\njurisdictions: [cn]\n"
    unknown = check(tmp_path / "a", "仅限女性", org)
    published = check(tmp_path / "b", "仅限女性", org + "publication: external\n")
    kept = check(tmp_path / "c", "仅限女性", org + "publication: internal\n")
    assert [severities(run) for run in (unknown, published, kept)] == [["warning"], ["error"], ["warning"]]
    assert "publication" in unknown.findings[0]["message"]
    assert "publication" not in kept.findings[0]["message"]


def test_a_province_brings_its_own_rule(tmp_path: Path) -> None:
    org = "language: zh-Hans\njurisdictions: [cn]\nprovince: 山东\n"
    run = check(tmp_path, "本市户口优先", org)
    assert standings(run) == [("compliance/origin", "cn", "violation")]
    assert "山东省就业促进条例" in run.findings[0]["message"]


def test_unverified_articles_say_so(tmp_path: Path) -> None:
    run = check(tmp_path, "迟到罚款50元", "language: zh-Hans\njurisdictions: [cn]\nprovince: 广东\n")
    assert "条号未核实" in run.findings[0]["message"]
    assert "unverified" in {article["confidence"] for article in run.findings[0]["data"]["law"][0]["articles"]}


def test_law_counts_only_while_it_is_in_force(tmp_path: Path) -> None:
    org = "language: en\njurisdictions: [eu]\n"
    text = "State your current salary"
    before = check(tmp_path / "a", text, org, "--as-of", "2026-06-06")
    after = check(tmp_path / "b", text, org, "--as-of", "2026-06-07")
    assert (before.findings, standings(after)) == ([], [("compliance/pay-transparency", "eu", "risk")])


def test_articles_not_yet_in_force_are_left_out(tmp_path: Path) -> None:
    org = "language: zh-Hans\njurisdictions: [cn]\n"
    before = check(tmp_path / "a", "无犯罪记录", org, "--as-of", "2026-10-31").findings[0]["message"]
    after = check(tmp_path / "b", "无犯罪记录", org, "--as-of", "2026-11-01").findings[0]["message"]
    assert ("监狱法" in before, "监狱法" in after) == (False, True)


def test_a_stated_ground_leaves_advice_to_verify_it(tmp_path: Path) -> None:
    role = "title: 文员\nqualifications:\n  other:\n    - {text: 限女性, occupational_requirement: {ground: 女宿舍}}\n"
    files = {"roles/org.yaml": "language: zh-Hans\njurisdictions: [cn]\n", "roles/a.yaml": role}
    run = jdlint("roles", *COMPLIANCE, cwd=write(tmp_path, files))
    assert severities(run) == ["info"]
    assert "有待核实" in run.findings[0]["message"]


def test_one_text_is_one_finding_of_a_subject_with_its_gravest_matter(tmp_path: Path) -> None:
    org = "language: zh-Hans\njurisdictions: [cn]\n"
    run = check(tmp_path, "无慢性病史、无残疾,五官端正", org)
    assert [(finding["rule"], finding["severity"]) for finding in run.findings] == [
        ("compliance/health", "error"),
        ("compliance/appearance", "info"),
    ]
    assert set(run.findings[0]["data"]["matters"]) == {"disability", "history"}


def test_long_texts_of_many_matches_are_read_in_time(tmp_path: Path) -> None:
    run = check(tmp_path, "'" + "男女不限,年龄不限," * 20_000 + "'", "language: zh-Hans\njurisdictions: [cn]\n")
    assert run.findings == []


def test_every_provision_is_about_something_that_is_recognised() -> None:
    recognised = {(subject, trigger.matter) for subject in subjects() for trigger in triggers(subject)}
    provided = {(each.subject, each.matter) for pack in packs().values() for each in pack.provisions}
    assert provided == recognised


def test_every_subject_has_anchors_and_a_rule() -> None:
    assert {phrase.reason for phrase in table(ANCHORS)} == subjects()
    assert {f"compliance/{subject}" for subject in subjects()} <= set(built_in().rules)


def test_every_provision_cites_an_article_or_is_of_no_place() -> None:
    bare = [
        (pack.id, each.subject, each.matter)
        for pack in packs().values()
        for each in pack.provisions
        if pack.id != "general" and not each.articles and not any(case.articles for case in each.cases)
    ]
    assert bare == []


def test_nothing_is_called_illegal() -> None:
    texts = [str(knowledge.load("lexicon/legal-standing"))]
    for rule in built_in().rules.values():
        if rule.family == "compliance":
            words = [rule.prose.summary, *rule.prose.message.values(), *rule.prose.help.values()]
            texts += [text for wording in words for text in wording.texts.values()]
    assert [text for text in texts if "illegal" in text.lower() or "违法的" in text or "非法" in text] == []


def test_the_law_of_a_place_is_a_table() -> None:
    run = jdlint("rules", "compliance/age", "--jurisdiction", "cn", "--lang", "en")
    lines = run.out.splitlines()
    assert lines[0] == "mainland China, 2026-11-22"
    assert lines[1].split()[:3] == ["compliance/age", "cap", "risk"]
    assert "Guiding Case No. 185 [cited]" in lines[1]
    assert "not verified" in lines[2]


def test_the_law_of_an_unknown_place_is_refused() -> None:
    assert jdlint("rules", "--jurisdiction", "xx").code == 2
