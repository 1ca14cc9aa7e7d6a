"""Exceptions: comments bound to what they stand at, acceptances bound to words, and nothing hidden by mistake."""

import json
from pathlib import Path

import pytest

from jdlint.checking.exceptions import MOST
from jdlint.finding import Finding
from jdlint.pipeline import Outcome
from jdlint.source.comment import comments
from tests.conftest import source
from tests.reporting import checked
from tests.running import jdlint, write

CATCH_ALL = "完成领导交办的其他工作"


def told(outcome: Outcome) -> list[tuple[str, int]]:
    """Give rule and line of every finding shown."""
    return [(each.rule, each.place.range.start.line) for each in outcome.findings.shown]


def held(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    """Give rule and line of findings that were held back."""
    return [(each.rule, each.place.range.start.line) for each in findings]


# ---------------------------------------------------------------- where a comment stands


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("a: b  # jdlint: x\nc: d\n", "a: b"),
        ("# jdlint: x\na: b\nc: d\n", "a: b"),
        ("# jdlint: x\n\n# more\na: b\nc: d\n", "a: b"),
        ("# jdlint: x\n---\na: b\n", "a: b"),
        ("- a  # jdlint: x\n- b\n", "a"),
        ("# jdlint: x\n- a\n- b\n", "a"),
        ("# jdlint: x\n- a: b\n  c: d\n- e\n", "a: b\n  c: d\n"),
        ("- a: b  # jdlint: x\n  c: d\n", "a: b"),
        ("- # jdlint: x\n  a: b\n", "a: b\n"),
        ("k:  # jdlint: x\n  - a\n  - b\nl: m\n", "k:  # jdlint: x\n  - a\n  - b\n"),
        ("- a\n- b: |  # jdlint: x\n    # jdlint: y\n", "b: |  # jdlint: x\n    # jdlint: y\n"),
        ("- plain\n  goes on  # jdlint: x\n- b\n", "plain\n  goes on"),
        ("- {a: b, c: d}  # jdlint: x\n", "{a: b, c: d}"),
        ("k: [\n  a,\n  b,  # jdlint: x\n  c]\n", "b"),
        ("k: [\n  # jdlint: x\n  a,\n  b]\n", "a"),
        ("- &n a  # jdlint: x\n- *n\n", "a"),
        ("# jdlint: x\n- &n\n  a: b\n- c\n", "&n\n  a: b\n"),
        ("# jdlint: x\n-\n  a: b\n- c\n", "a: b\n"),
        ("a: b # other # jdlint: x\n", "a: b"),
        ("a: b\n# jdlint: x\n", None),
        ("- b\n# jdlint: x\n- *n\n", None),
    ],
)
def test_a_comment_covers_what_it_stands_at(text: str, covered: str | None, end: str) -> None:
    anchored = "n: &n z\nk:\n" if "*n" in text and "&n" not in text else ""
    file = source((anchored + text).replace("\n", end))
    (comment,) = comments(file)
    found = file.text[comment.covers.start : comment.covers.end] if comment.covers else None
    assert found == (covered.replace("\n", end) if covered else None)


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b # jdlint: x'\n",
        'a: "b # jdlint: x"\n',
        "a: |\n  b # jdlint: x\n  # jdlint: x\n",
        "a: >-\n  # jdlint: x\n",
        "a: b#jdlint\n",
        "a: 'b\n\n  # jdlint: x'\n",
        "a: [\n",
        "# jdlint is our checker\na: b\n",
    ],
)
def test_what_stands_inside_a_value_is_no_comment(text: str) -> None:
    assert comments(source(text)) == ()


def test_a_line_may_hold_two_comments() -> None:
    first, second = comments(source("a: b  # jdlint: x # jdlint: y\n"))
    assert (first.text, second.text) == (" x", " y")
    assert first.covers == second.covers


# ---------------------------------------------------------------- ignores


def test_ignores_hide_their_rule_at_their_place_alone(tmp_path: Path) -> None:
    role = f"""\
title: 文员
duties:
  - {CATCH_ALL}甲   # jdlint: ignore[duty/catch-all] 集团模板
  # jdlint: ignore[duty/no-verb, duty/catch-all] 集团模板
  - {CATCH_ALL}乙
  - {CATCH_ALL}丙
"""
    found = checked(tmp_path, {"roles/a.yaml": role}, select=("duty/catch-all",))
    assert told(found) == [("duty/catch-all", 6)]
    assert held(found.findings.ignored) == [("duty/catch-all", 3), ("duty/catch-all", 5)]
    made = found.findings.ignored[0].suppression
    assert made is not None
    assert made.place is not None
    assert (made.reason, made.place.range.start.line) == ("集团模板", 3)


def test_an_ignore_above_a_role_covers_the_role(tmp_path: Path) -> None:
    roles = f"""\
roles:
  # jdlint: ignore[duty/catch-all] 集团模板
  - title: 文员
    duties: [{CATCH_ALL}, 整理档案]
  - title: 司机
    duties: [{CATCH_ALL}, 驾驶车辆]
"""
    found = checked(tmp_path, {"roles/a.yaml": roles}, select=("duty/catch-all",))
    assert told(found) == [("duty/catch-all", 6)]


def test_a_file_may_be_ignored_for_a_rule(tmp_path: Path) -> None:
    role = f"# jdlint: ignore-file[duty/catch-all] 集团模板\ntitle: 文员\nduties: [{CATCH_ALL}, {CATCH_ALL}二]\n"
    files = {"roles/a.yaml": role, "roles/b.yaml": role[role.index("title") :]}
    found = checked(tmp_path, files, select=("duty/catch-all",))
    assert {each.place.file for each in found.findings.shown} == {"roles/b.yaml"}
    assert len(found.findings.ignored) == 2


@pytest.mark.parametrize(
    "comment",
    [
        "# jdlint: ignore[duty/catch-all] 集团模板",
        "# jdlint:ignore[duty/catch-all]集团模板",
        "#jdlint: ignore [ duty/catch-all ] - 集团模板",
        "# jdlint：ignore[duty/catch-all] 集团模板",
        "# jdlint: ignore【duty/catch-all】：集团模板",
        "# jdlint: ignore（duty/no-verb、duty/catch-all） 集团模板",
        "# jdlint: ignore[`duty/catch-all`] 集团模板",
        "# TODO # jdlint: ignore[duty/catch-all] 集团模板",
    ],
)
def test_spellings_that_hold(comment: str, tmp_path: Path) -> None:
    role = f"title: 文员\nduties:\n  - {CATCH_ALL}  {comment}\n  - 整理档案\n"
    found = checked(tmp_path, {"roles/a.yaml": role}, profile="audit")
    assert held(found.findings.ignored) == [("duty/catch-all", 3)]
    is_odd = any(mark in comment for mark in "【（") or "jdlint：" in comment
    told = [each.severity.label for each in found.findings.shown if each.rule == "suppression/malformed"]
    assert told == ["info"] * is_odd


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("# jdlint: ignore[duty/catch-all]", "suppression/no-reason"),
        ("# jdlint: ignore[duty/catch-all] ——", "suppression/no-reason"),
        ("# jdlint: ignore 集团模板", "suppression/no-rule"),
        ("# jdlint: ignore[duty] 集团模板", "suppression/no-rule"),
        ("# jdlint: ignore[ALL] 集团模板", "suppression/no-rule"),
        ("# jdlint: ignore[duty/catchall] 集团模板", "suppression/no-rule"),
        ("# jdlint: ignore[duty/catch-all 集团模板", "suppression/malformed"),
        ("# jdlint: ignores[duty/catch-all] 集团模板", "suppression/malformed"),
        ("# jdlint: 忽略[duty/catch-all] 集团模板", "suppression/malformed"),
        ("# jdlint: noqa", "suppression/malformed"),
        ("# jdlint: ignore-file[duty/catch-all] 集团模板", "suppression/malformed"),
    ],
)
def test_what_is_not_in_order_hides_nothing_and_is_reported(comment: str, rule: str, tmp_path: Path) -> None:
    role = f"title: 文员\nduties:\n  - {CATCH_ALL}  {comment}\n  - 整理档案\n"
    found = checked(tmp_path, {"roles/a.yaml": role}, select=("duty/catch-all", "suppression"))
    assert told(found) == [("duty/catch-all", 3), (rule, 3)]
    assert found.findings.ignored == ()


def test_mandatory_rules_are_never_ignored(tmp_path: Path) -> None:
    role = "# jdlint: ignore-file[syntax/duplicate-key] 两次\ntitle: 文员\ntitle: 司机\nduties: [整理档案]\n"
    found = checked(tmp_path, {"roles/a.yaml": role}, select=("suppression",))
    assert told(found) == [("suppression/no-rule", 1), ("syntax/duplicate-key", 3)]


def test_a_mistyped_rule_is_named_as_it_may_be_meant(tmp_path: Path) -> None:
    role = f"title: 文员\nduties:\n  - {CATCH_ALL}  # jdlint: ignore[duty/catchall] 集团模板\n"
    found = checked(tmp_path, {"roles/a.yaml": role}, select=("suppression",))
    assert "duty/catch-all" in found.findings.shown[0].message("en")


def test_ignores_hold_in_org_yaml(tmp_path: Path) -> None:
    org = "name: 甲\nladder: [A1]\nroots:\n  # jdlint: ignore[{}] 尚未建档\n  - 董事长\n"
    role = "title: 文员\nduties: [整理档案]\nlevel: A1\n"
    open_org = org.replace("# jdlint", "# ")
    before = checked(tmp_path / "a", {"roles/org.yaml": open_org, "roles/a.yaml": role}, profile="audit")
    (rule,) = {each.rule for each in before.findings.shown if each.place.file == "roles/org.yaml"}
    after = checked(tmp_path / "b", {"roles/org.yaml": org.format(rule), "roles/a.yaml": role}, profile="audit")
    assert [each.rule for each in after.findings.ignored] == [rule]


def test_a_file_of_endless_comments_holds_so_many(tmp_path: Path) -> None:
    line = "# jdlint: ignore[duty/no-verb] 集团模板\n"
    found = checked(tmp_path, {"roles/a.yaml": line * (MOST + 5) + "title: 文员\n"}, select=("suppression/malformed",))
    assert [each.place.range.start.line for each in found.findings.shown] == [MOST + 1]


# ---------------------------------------------------------------- of no use


UNUSED = "title: 文员\nduties:\n  - 每周五编制周报，报办公室主任  # jdlint: ignore[{rule}] 集团模板\n"


def test_an_ignore_of_no_use_is_reported(tmp_path: Path) -> None:
    found = checked(tmp_path, {"roles/a.yaml": UNUSED.format(rule="duty/catch-all")}, select=("duty", "suppression"))
    assert ("suppression/unused", 3) in told(found)


@pytest.mark.parametrize(
    ("rule", "settings"),
    [
        ("duty/catch-all", {"select": ("suppression",)}),
        ("duty/catch-all", {"ignore": ("duty",)}),
        ("duty/no-verb", {"profile": "standard"}),  # its unsure findings show in the profile audit alone
        ("duty/no-verb", {"profile": "strict"}),
    ],
)
def test_an_ignore_of_a_rule_that_has_not_said_all_may_be_of_use(
    rule: str, settings: dict[str, object], tmp_path: Path
) -> None:
    found = checked(tmp_path, {"roles/a.yaml": UNUSED.format(rule=rule)}, **settings)
    assert "suppression/unused" not in [rule for rule, _ in told(found)]


def test_where_a_file_cannot_be_read_no_exception_is_called_useless(tmp_path: Path) -> None:
    files = {"roles/a.yaml": UNUSED.format(rule="duty/catch-all"), "roles/b.yaml": "title: [\n"}
    found = checked(tmp_path, files, select=("duty", "suppression"))
    assert [rule for rule, _ in told(found)] == ["syntax/parse"]


def test_exceptions_of_files_that_were_not_named_stay_out_of_the_report(tmp_path: Path) -> None:
    driver = "title: 司机\nduties: [驾驶公务车辆]\n"
    files = {"roles/a.yaml": UNUSED.format(rule="duty/catch-all"), "roles/b.yaml": driver}
    found = checked(tmp_path, files, "roles/b.yaml", select=("suppression", "duty/catch-all"))
    assert told(found) == []


# ---------------------------------------------------------------- acceptances


@pytest.mark.parametrize(
    ("accept", "rules"),
    [
        ("{rule: duty/catch-all, reason: r}", []),
        ("{rule: duty/catch-all, at: {duties: 完成领导}, reason: r}", []),
        ("{rule: duty/catch-all, at: {职责: 完成领导}, reason: r}", []),
        ("{rule: duty/catch-all, at: {duties: 完成領導交辦的}, reason: r}", []),
        ("{rule: duty/catch-all, at: {duties: 整理}, reason: r}", ["duty/catch-all", "suppression/unused"]),
        ("{rule: duty/catch-all, at: {duties: 完成上级}, reason: r}", ["duty/catch-all", "suppression/stale"]),
        ("{rule: duty/catch-all, at: {authorities: 完成领导}, reason: r}", ["duty/catch-all", "suppression/stale"]),
        ("{rule: duty/catch-all, at: {duties: ''}, reason: r}", ["duty/catch-all", "suppression/stale"]),
        ("{rule: duty/other, reason: r}", ["duty/catch-all", "suppression/no-rule"]),
        ("{rule: duty/catch-all, reason: r, until: 2026-01-01}", []),
        ("{rule: duty/catch-all, reason: r, until: 2025-12-31}", ["duty/catch-all", "suppression/expired"]),
        ("{rule: duty/catch-all, reason: r, by: 文员}", ["duty/catch-all", "suppression/self-granted"]),
        ("{rule: duty/catch-all, reason: r, by: 办公室主任}", []),
        ("{rule: duty/catch-all, reason: '  '}", ["duty/catch-all", "suppression/no-reason"]),
    ],
)
def test_an_acceptance_holds_where_it_is_in_order(accept: str, rules: list[str], tmp_path: Path) -> None:
    role = f"title: 文员\nduties: [{CATCH_ALL}, 整理档案]\naccept: [{accept}]\n"
    found = checked(tmp_path, {"roles/a.yaml": role}, select=("duty/catch-all", "suppression"))
    assert [rule for rule, _ in told(found)] == rules
    assert len(found.findings.accepted) == ("duty/catch-all" not in rules)


def test_two_entries_of_one_finding_may_each_be_accepted(tmp_path: Path) -> None:
    first, second = "Approve supplier invoices", "Release payments to suppliers every Friday"
    role = f"title: Office Administrator\nduties: [{first}, {second}]\n"
    (pair,) = checked(tmp_path / "a", {"roles/a.yaml": role}, select=("authority/sod",)).findings.shown
    assert len(pair.related) == 1
    for opening in (first, second):
        text = role + f"accept: [{{rule: authority/sod, at: {{duties: {opening}}}, reason: small office}}]\n"
        found = checked(tmp_path / opening, {"roles/a.yaml": text}, select=("authority/sod", "suppression"))
        assert (len(found.findings.shown), len(found.findings.accepted)) == (0, 1)


ORG_LEVEL = {
    "roles/a.yaml": "title: 甲经理\nreports_to: 乙经理\nduties: [编制周报]\n",
    "roles/b.yaml": "title: 乙经理\nreports_to: 丙经理\nduties: [编制月报]\n",
    "roles/c.yaml": "title: 丙经理\nreports_to: 甲经理\nduties: [编制年报]\n",
}


@pytest.mark.parametrize("file", ["roles/a.yaml", "roles/b.yaml", "roles/c.yaml"])
@pytest.mark.parametrize("at", ["", "at: {reports_to: %s}, "])
def test_every_role_that_a_finding_concerns_may_accept_it(file: str, at: str, tmp_path: Path) -> None:
    superior = ORG_LEVEL[file].split("reports_to: ")[1].split("\n")[0]
    accept = f"accept: [{{rule: reporting/cycle, {at % superior if at else ''}reason: 过渡期}}]\n"
    files = ORG_LEVEL | {file: ORG_LEVEL[file] + accept}
    found = checked(tmp_path, files, select=("reporting/cycle", "suppression"))
    assert (len(found.findings.shown), len(found.findings.accepted)) == (0, 1)


def test_a_role_accepts_nothing_for_another(tmp_path: Path) -> None:
    accept = "accept: [{rule: duty/catch-all, reason: 集团模板}]\n"
    files = {
        "roles/a.yaml": f"title: 文员\nduties: [{CATCH_ALL}, 整理档案]\n{accept}",
        "roles/b.yaml": f"title: 司机\nduties: [{CATCH_ALL}, 驾驶车辆]\n",
    }
    found = checked(tmp_path, files, select=("duty/catch-all", "suppression"))
    assert [each.place.file for each in found.findings.shown] == ["roles/b.yaml"]


# ---------------------------------------------------------------- what the user sees


def test_what_was_hidden_is_counted_by_reason(tmp_path: Path) -> None:
    role = f"""\
title: 文员
duties:
  - {CATCH_ALL}   # jdlint: ignore[duty/catch-all] 集团模板
  - 熟悉物业管理的法规
accept: [{{rule: duty/trait-as-duty, at: {{duties: 熟悉物业}}, reason: 集团模板}}]
"""
    write(tmp_path, {"roles/a.yaml": role})
    rules = ("--select", "duty/catch-all,duty/trait-as-duty")
    run = jdlint("roles", *rules, "--lang", "en", "--output-file", f"json={tmp_path}/o", cwd=tmp_path)
    assert run.code == 0
    assert "1 finding ignored by a comment isn't shown.\n1 accepted exception isn't shown.\n" in run.out
    summary = json.loads((tmp_path / "o").read_text())["summary"]
    assert (summary["ignored"], summary["accepted"], summary["baselined"]) == (2, 1, 0)
