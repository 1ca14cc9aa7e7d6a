"""The roles that come with jdlint: every known fault of the five documents is found, and the model has none."""

from functools import cache
from typing import Any

import pytest

from tests.running import jdlint, write

Finding = dict[str, Any]


@cache
def as_received(*options: str) -> tuple[Finding, ...]:
    return tuple(
        jdlint(
            "roles/as-received", "--format", "json", "--fail-on", "never", "--as-of", "2026-11-23", *options
        ).findings
    )


def found(rule: str, file: str) -> list[Finding]:
    return [each for each in as_received() if each["rule"] == rule and each["file"].endswith(file)]


def related_files(finding: Finding) -> list[str]:
    return [place["file"].rpartition("/")[2] for place in finding["related"]]


def test_main_command_of_the_readme_exits_1() -> None:
    assert jdlint("roles/").code == 1


def test_no_check_breaks_down_on_real_documents() -> None:
    assert [each["message"] for each in as_received("--profile", "audit") if each["rule"] == "internal/crash"] == []


def test_model_organisation_has_no_error_and_no_warning_at_the_strict_profile() -> None:
    run = jdlint("roles/harmonised", "--profile", "strict", "--fail-on", "warning", "--as-of", "2026-11-23")
    assert (run.code, "错误:" in run.out, "警告:" in run.out) == (0, False, False)


def test_city_manager_is_contested_once_with_both_claims_beside() -> None:
    [finding] = found("reporting/subordinate-claimed-twice", "001-branch-offices/city-manager.yaml")
    assert finding["pointer"] == "reports_to"
    assert related_files(finding) == ["channel-manager.yaml", "office-manager.yaml"]
    every = [each for each in as_received() if each["rule"] == "reporting/subordinate-claimed-twice"]
    assert len(every) == 1


def test_claims_on_the_contested_role_are_not_told_twice() -> None:
    claims = [each for each in as_received() if each["rule"] == "reporting/asymmetric"]
    told = sorted((each["file"].rpartition("/")[2], each["pointer"], each["severity"]) for each in claims)
    assert told == [
        ("office-manager.yaml", "manages[1]", "error"),
        ("office-sales-supervisor.yaml", "reports_to", "warning"),
    ]


@pytest.mark.parametrize("file", ["channel-manager.yaml", "office-manager.yaml"])
def test_open_range_reaches_the_grades_of_both_managers(file: str) -> None:
    [finding] = found("level/range-overlap-superior", f"001-branch-offices/{file}")
    assert "city-manager.yaml" in related_files(finding)


def test_slip_in_the_grade_is_named_and_read_all_the_same() -> None:
    [slip] = found("level/unparseable", "001-branch-offices/city-manager.yaml")
    assert "A1以上" in slip["message"]
    assert len(found("level/open-range", "001-branch-offices/city-manager.yaml")) == 1


def test_higher_role_with_the_lower_bar() -> None:
    [finding] = found("level/threshold-inversion", "001-branch-offices/channel-manager.yaml")
    assert "600" in finding["message"]
    assert "2000" in finding["message"]
    assert related_files(finding) == ["city-manager.yaml"]


def test_sheet_that_speaks_of_another_role() -> None:
    [finding] = found("structure/name-mismatch", "001-branch-offices/office-manager.yaml")
    assert finding["pointer"] == "purpose"
    assert "辦事處主管" in finding["message"]


def test_two_superiors_in_one_sentence() -> None:
    [finding] = found("reporting/multiple-line-superiors", "001-branch-offices/office-sales-supervisor.yaml")
    assert "銷售總監" in finding["message"]
    assert "辦事處經理" in finding["message"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("city-manager.yaml", "營業單位業務經理"),
        ("channel-manager.yaml", "市場部經理"),
        ("office-manager.yaml", "市場部經理"),
        ("office-supervisor.yaml", "營業單位業務經理"),
        ("office-sales-supervisor.yaml", "銷售總監"),
    ],
)
def test_superiors_that_nobody_defines(file: str, name: str) -> None:
    [finding] = found("reporting/unknown-superior", f"001-branch-offices/{file}")
    assert name in finding["message"]


def test_one_title_with_many_definitions_is_one_finding() -> None:
    [first] = found("org/conflicting-definitions", "000-regional-managers/regional-manager-01.yaml")
    assert len(first["related"]) == 8
    [second] = found("org/conflicting-definitions", "002-sales-department/salesperson-1.yaml")
    assert related_files(second) == ["salesperson-2.yaml"]


def test_sheet_that_helps_itself() -> None:
    [finding] = found("reporting/self-reference", "000-regional-managers/regional-sales-manager.yaml")
    assert finding["pointer"].startswith("duties[")


@pytest.mark.parametrize("file", ["sales-manager.yaml", "sales-assistant.yaml"])
def test_superior_given_as_alternatives(file: str) -> None:
    [finding] = found("reporting/ambiguous-superior", f"002-sales-department/{file}")
    assert finding["pointer"] == "reports_to"


def test_name_that_is_defined_nowhere_is_no_role() -> None:
    assert not any(each["role"] == "大区经理" for each in as_received())
    roles = jdlint("roles/as-received/002-sales-department", "--format", "json", "--fail-on", "never")
    assert '"roles": 5' in roles.out


def test_front_desk_escalates_to_itself() -> None:
    [finding] = [each for each in as_received() if each["rule"] == "reporting/escalation-conflict"]
    assert finding["file"].endswith("004-accounts-and-property/front-desk-property-assistant.yaml")


def test_benefits_among_authorities() -> None:
    findings = found(
        "authority/entitlement-as-authority", "003-channel-development/market-development-specialist-2.yaml"
    )
    assert len(findings) >= 2


def test_two_posts_on_one_sheet() -> None:
    assert len(found("structure/multiple-roles-in-one", "002-sales-department/sales-assistant.yaml")) == 1
    assert (
        len(found("structure/multiple-roles-in-one", "004-accounts-and-property/front-desk-property-assistant.yaml"))
        == 1
    )


def test_no_loop_is_invented() -> None:
    assert [each for each in as_received("--profile", "audit") if each["rule"] == "reporting/cycle"] == []


def test_every_finding_has_a_place_in_its_file() -> None:
    for finding in as_received("--profile", "audit"):
        start, end = finding["range"]["start"], finding["range"]["end"]
        assert start["line"] >= 1
        assert (end["line"], end["column"]) >= (start["line"], start["column"])


def test_output_is_the_same_twice() -> None:
    assert jdlint("roles").out == jdlint("roles").out


def test_loop_over_five_files_prints_every_hop(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's path
    titles = ["甲经理", "乙经理", "丙经理", "丁经理", "戊经理"]
    files = {
        f"roles/{number}.yaml": f"title: {title}\nreports_to: {titles[(number + 1) % 5]}\n"
        for number, title in enumerate(titles)
    }
    write(tmp_path, files)
    run = jdlint("roles", "--select", "reporting/cycle", "--lang", "zh", cwd=tmp_path)
    assert run.out.count("[reporting/cycle]") == 1
    for number in range(5):
        assert f"roles/{number}.yaml:2:13" in run.out
    assert run.code == 1


def test_loop_of_two_behind_a_third_is_found(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's path
    write(
        tmp_path,
        {
            "roles/a.yaml": "title: 甲经理\nreports_to: 乙经理\n",
            "roles/b.yaml": "title: 乙经理\nreports_to: 丙经理\n",
            "roles/c.yaml": "title: 丙经理\nreports_to: 乙经理\n",
        },
    )
    [finding] = jdlint("roles", "--select", "reporting/cycle", "--format", "json", cwd=tmp_path).findings
    assert {finding["file"], *(place["file"] for place in finding["related"])} == {"roles/b.yaml", "roles/c.yaml"}
