"""Holds the default profile to readers' verdicts: every rule in it has labels, a fact or ten verdicts behind it."""

from benchmarks.profiles import Tally, basis, default_rules, entries, judged, tallies
from jdlint.checking.catalogue import built_in
from tests.running import ROOT, jdlint

FOLDER = ROOT / "benchmarks" / "organisations"


def test_every_rule_of_the_default_profile_has_something_behind_it() -> None:
    counted = tallies()
    assert [rule.id for rule in default_rules() if not basis(rule, counted)] == []


def test_a_rule_with_too_few_or_too_many_wrong_verdicts_has_nothing_behind_it() -> None:
    rule = built_in().rules["reporting/cycle"]
    assert basis(rule, {}) == ""
    assert basis(rule, {rule.id: Tally(right=9)}) == ""
    assert basis(rule, {rule.id: Tally(right=17, wrong=2)}) == ""
    assert basis(rule, {rule.id: Tally(right=18, wrong=2)}) == "verdicts"


def test_every_verdict_is_about_a_rule_and_names_its_profile() -> None:
    known = built_in().rules
    stated = {rule: entry["profile"] for rule, entry in entries() if "profile" in entry}
    assert stated == {rule: known[rule].profile.name.lower() for rule in stated}
    assert set(tallies()) <= set(known)


def test_the_organisations_written_for_verdicts_still_show_what_was_judged_right() -> None:
    run = jdlint(*sorted(each.name for each in FOLDER.iterdir()), "--isolated", "--format", "json", cwd=FOLDER)
    found: dict[str, dict[str, set[str]]] = {}
    for finding in run.findings:
        if finding["rule"] in judged():
            organisation, file = finding["file"].split("/")[-2:]
            place = finding["pointer"] if file == "roles.yaml" else f"{file.removesuffix('.yaml')}#{finding['pointer']}"
            found.setdefault(finding["rule"], {}).setdefault(organisation, set()).add(place)
    assert found == judged()
