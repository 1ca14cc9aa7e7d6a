"""Rules become findings: a crash is one too, filtering keeps what it removes, parameters are typed."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest

from jdlint.checking.binding import bind
from jdlint.checking.catalogue import built_in
from jdlint.checking.filter import Wanted, filter_findings
from jdlint.checking.hit import Hit
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.rule import Rule, Where
from jdlint.checking.run import check_organisation, plan
from jdlint.checking.select import selector
from jdlint.errors import RuleError, UsageError
from jdlint.finding import Confidence, Finding, Profile, Severity
from jdlint.model.build import build_roles
from jdlint.model.organisation import Organisation
from jdlint.model.role import Facts
from jdlint.source.yaml import read

TEXT = """roles:
  - title: 销售经理
    unit: 销售部
    duties: [处理临时任务, 编制周报]
    qualifications: {skills: [会开车], other: [{text: 能出差, 依据: {ground: 客户分散}}]}
    kpis: [{name: 销售额, weight: 60%}, 回款率]
  - title: 客服专员
    unit: 客服部
    duties: [处理临时任务, 登记来电]
"""


def organisation(text: str = TEXT) -> Organisation:
    return Organisation("", Facts(), build_roles(read("roles.yaml", text.encode())).roles)


def rule(rule_id: str = "duty/catch-all") -> Rule:
    return built_in().rules[rule_id]


def check(*rules: Rule, profile: Profile = Profile.AUDIT, text: str = TEXT) -> list[Finding]:
    return list(check_organisation(plan([*rules, rule("internal/crash")], profile), organisation(text)))


class NoParams(NamedTuple):
    """Nothing to set."""


def broken(_params: NoParams, subject: Subject) -> Iterator[Hit]:
    if subject.role.title.text:
        raise ZeroDivisionError(subject.role.title.text)
    yield from ()


def test_crash_of_a_check_is_a_finding_that_names_the_rule_and_hides_no_other() -> None:
    crashing = rule()._replace(id="hr/crashing", bound_of=lambda: (Kind(NoParams, "role", broken), NoParams()))
    found = check(crashing, rule())
    crashes = [finding for finding in found if finding.rule == "internal/crash"]
    assert len(crashes) == 2
    assert "hr/crashing" in crashes[0].message("en")
    assert "ZeroDivisionError: 销售经理" in crashes[0].message("zh")
    assert crashes[0].severity is Severity.ERROR
    assert [finding.place.pointer for finding in found if finding.rule == "duty/catch-all"] == [
        "roles[0].duties[0]",
        "roles[1].duties[0]",
    ]


def test_where_limits_a_rule_to_a_unit() -> None:
    only = rule()._replace(where=Where(unit=("客服部",)))
    assert [finding.place.pointer for finding in check(only)] == ["roles[1].duties[0]"]


@pytest.mark.parametrize(
    ("is_compensable", "control", "severity"),
    [
        (True, "财务部每月抽查", Severity.INFO),
        (True, "", Severity.WARNING),
        (False, "财务部每月抽查", Severity.WARNING),
    ],
)
def test_a_compensating_control_makes_a_compensable_finding_information(
    control: str, severity: Severity, *, is_compensable: bool
) -> None:
    text = "title: 经理\nduties: [处理临时任务]\n" + (f"compensating: {control}\n" if control else "")
    (found,) = check(rule()._replace(is_compensable=is_compensable, severity=Severity.WARNING), text=text)
    assert found.severity is severity


@pytest.mark.parametrize(("profile", "count"), [(Profile.STANDARD, 0), (Profile.AUDIT, 2)])
def test_hits_of_a_confidence_wait_for_its_profile(profile: Profile, count: int) -> None:
    unsure = rule()._replace(profile_of={Confidence.HIGH: Profile.AUDIT})
    assert len(check(unsure, profile=profile)) == count


def test_severity_may_differ_by_reason() -> None:
    milder = rule()._replace(severity_of={"not-last": Severity.INFO})
    assert {finding.severity for finding in check(milder)} == {Severity.INFO}


def test_equal_duties_of_two_roles_have_identities_of_their_own() -> None:
    first, second = check(rule())
    assert first.identity != second.identity


def test_filter_keeps_what_it_removes() -> None:
    findings = check(rule())
    shown = filter_findings(findings, Wanted())
    assert shown.shown == tuple(findings)
    elsewhere = filter_findings(findings, Wanted(targets=frozenset(["other.yaml"])))
    assert (elsewhere.shown, elsewhere.elsewhere) == ((), tuple(findings))
    below = filter_findings(findings, Wanted(Severity.ERROR))
    assert (below.shown, below.below_severity) == ((), tuple(findings))


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("duties[]", ["处理临时任务", "编制周报"]),
        ("title", ["销售经理"]),
        ("kpis[]", ["销售额", "回款率"]),
        ("kpis[].weight", ["60%"]),
        ("qualifications.skills[]", ["会开车"]),
        ("qualifications.*[]", ["会开车", "能出差"]),
        ("conditions.hours[]", []),
    ],
)
def test_route_pattern_selects_texts(pattern: str, texts: list[str]) -> None:
    role = organisation().roles[0]
    assert [worded.text for worded in selector(pattern)(role)] == texts


@pytest.mark.parametrize("pattern", ["duty[]", "kpis[].colour", "title.text.more", "source"])
def test_pattern_that_no_role_has_is_an_error(pattern: str) -> None:
    with pytest.raises(RuleError):
        selector(pattern)


EVERYWHERE = Where()


class Sample(NamedTuple):
    """Parameters of every type."""

    words: tuple[str, ...]
    share: float = 1.0
    count: int = 0  # type: ignore[assignment] # the same as in kind `duty`
    strict: bool = False
    where: Where = EVERYWHERE
    most: int | None = None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"words": ["a"]}, Sample(("a",))),
        ({"words": "a"}, Sample(("a",))),
        ({"words": [], "share": "10%"}, Sample((), 0.1)),
        ({"words": [], "share": 2}, Sample((), 2.0)),
        ({"words": [], "where": {"unit": ["x"]}}, Sample((), where=Where(unit=("x",)))),
        ({"words": [], "most": None}, Sample(())),
        ({"words": [], "most": 3}, Sample((), most=3)),
    ],
)
def test_parameters_are_bound_by_type(data: object, expected: Sample) -> None:
    assert bind(Sample, data) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "`words` is missing"),
        ({"words": [1]}, "words: [0]: expected a text"),
        ({"words": [], "count": "3"}, "count: expected a whole number"),
        ({"words": [], "count": True}, "count: expected a whole number"),
        ({"words": [], "strict": "yes"}, "strict: expected true or false"),
        ({"words": [], "share": "much"}, "share: expected a number"),
        ({"words": [], "wher": {}}, "unknown parameter `wher`"),
        ({"words": [], "where": {"units": []}}, "where: units: unknown parameter `units`"),
        (["words"], "expected keys and values"),
    ],
)
def test_wrong_parameters_are_named_by_route(data: object, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        bind(Sample, data)
    assert message in str(caught.value)


def test_selection_by_rule_family_and_all() -> None:
    catalogue = built_in()
    families = {each.family for each in catalogue.chosen(Profile.CORE, ["reporting"], [])}
    assert families - {"reporting"} == {each.family for each in catalogue.rules.values() if each.is_mandatory}
    everything = catalogue.chosen(Profile.CORE, ["ALL"], [])
    assert len(everything) == len(catalogue.rules)
    assert "duty/catch-all" not in [each.id for each in catalogue.chosen(Profile.AUDIT, [], ["duty/*"])]


def test_mandatory_rules_cant_be_ignored() -> None:
    chosen = {each.id for each in built_in().chosen(Profile.CORE, [], ["ALL"])}
    assert chosen == {each.id for each in built_in().rules.values() if each.is_mandatory}
    assert {"syntax/parse", "syntax/encoding", "syntax/unreadable", "rules/broken", "internal/crash"} <= chosen


def test_profiles_contain_each_other() -> None:
    chosen = [{each.id for each in built_in().chosen(profile, [], [])} for profile in Profile]
    assert all(smaller <= larger for smaller, larger in pairwise(chosen))


def test_selecting_nothing_is_an_error() -> None:
    with pytest.raises(UsageError):
        built_in().chosen(Profile.CORE, ["duty/none"], [])
