"""Proves that what one role takes doesn't grow with its organisation: steps are counted, not timed."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdlint
from benchmarks.shapes import SHAPES, files
from jdlint.checking.catalogue import built_in
from jdlint.checking.exceptions import Exceptions, _Exception, _Held, _holds
from jdlint.checking.filter import Wanted, filter_findings
from jdlint.checking.instruction import Named
from jdlint.checking.kinds import escalation, similar
from jdlint.checking.run import Plan, check_among, check_file, check_whole, plan
from jdlint.finding import Confidence, Finding, Means, Place, Profile, Severity, Suppression
from jdlint.location import Point, Range, Span
from jdlint.model import organisation
from jdlint.model.build import Built
from jdlint.model.join import join
from jdlint.model.organisation import MOST_ABOVE, Organisation
from jdlint.model.title import head_word, kind_of
from jdlint.report.text import blocks
from jdlint.source.source import Source
from jdlint.wording import Speech, Wording
from tests.conftest import built
from tests.steps import Steps, count

ROLES = 40
_FEW = 30 * ROLES
"""A loop over all roles for each role takes more steps; what a first role starts may take as many."""

_PACKAGE = os.path.dirname(jdlint.__file__)
_AMONG_ROLES = tuple(os.path.join(_PACKAGE, name, "") for name in ("model", "checking", "report"))
"""What sees several roles at once; `language` reads one text at a time, and loads its tables when first asked."""


def _together(rules: Plan, found: Organisation) -> list[Finding]:
    return [*check_among(rules, found, found.roles), *check_whole(rules, found)]


def _judge(held: list[Built]) -> list[Finding]:
    """Join files and check the roles among each other, as a run does it with one organisation."""
    (found,) = join(("", file) for file in held)
    rules = plan(built_in().chosen(Profile.AUDIT, (), ()), Profile.AUDIT, today="2026-01-01", with_fixes=True)
    exceptions = Exceptions(found, held, built_in(), "2026-01-01")
    findings = list(exceptions.settle(_together(rules, found)))
    return [
        *findings,
        *(each for file in exceptions.flaws(rules.complete(findings)) for each in check_file(rules, file, None)),
    ]


def _steps(shape: str, roles: int) -> Steps:
    """Count what judging a large organisation and telling of it takes, function by function."""
    held = [built(text, path) for path, text in files(shape, roles)]
    return count(
        lambda: blocks(filter_findings(_judge(held), Wanted()).shown, Speech("zh", "zh"), colour=False), _AMONG_ROLES
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_roles_take_twice_the_steps(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, bound in ((organisation, "MOST_ABOVE"), (escalation, "MOST_ABOVE"), (similar, "_MOST_MEETING")):
        monkeypatch.setattr(module, bound, 8)  # else so few roles never reach it
    few, many = _steps(shape, ROLES), _steps(shape, 2 * ROLES)
    assert sum(many.values()) > _FEW
    growing = {name: (few[name], steps) for name, steps in many.items() if steps > max(3 * few[name], _FEW)}
    assert few
    assert growing == {}


def _joined(*roles: str) -> Organisation:
    (found,) = join([("", built("roles:\n" + "".join(f"  - {{{role}}}\n" for role in roles)))])
    return found


_ALIKE = st.lists(st.text("甲乙副经理", min_size=2, max_size=6), min_size=1, max_size=9, unique=True)


@given(_ALIKE, _ALIKE)
def test_names_filed_by_what_they_may_mean_tell_what_all_names_would(titles: list[str], names: list[str]) -> None:
    found = _joined(*(f"id: r{number}, title: {title}" for number, title in enumerate(titles)))
    for name in names:
        meant = found.resolve(name)
        if meant.outcome in ("near", "unknown"):
            assert [role.title.text for role in meant.roles] == _meant(titles, name)


def _meant(titles: list[str], name: str) -> list[str]:
    """Set a name against each title: the one a letter off, else the one with more or less before it."""
    alike = [title for title in titles if _post(title) == _post(name)]
    off = [title for title in alike if len(name) > 2 and not _without_one(title).isdisjoint(_without_one(name))]
    ends = [
        title
        for title in alike
        if name.endswith(title) or (title.endswith(name) and len(name) > len(head_word(name)) + 1)
    ]
    return next((found for found in (off, ends) if len(found) == 1), [])


def _without_one(text: str) -> set[str]:
    """Give a text and what is left of it without one of its letters."""
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


def _post(title: str) -> tuple[str, bool]:
    return head_word(title), kind_of(title) == "deputy"


def _chain(roles: int) -> Organisation:
    return _joined(
        *(f"id: r{each}, title: {each}号员工, reports_to: {f'r{each - 1}' if each else '无'}" for each in range(roles))
    )


def test_nobody_is_said_to_stand_outside_a_line_that_is_too_long_to_follow() -> None:
    found = _chain(MOST_ABOVE + 50)
    top, second, bottom = found.roles[0], found.roles[1], found.roles[-1]
    assert found.is_above(top, found.roles[MOST_ABOVE]) is True
    assert found.is_above(top, bottom) is None
    assert found.are_in_line(top, bottom) is None
    assert found.are_in_line(bottom, second) is None
    assert found.are_in_line(top, second) is True
    assert found.is_above(bottom, top) is False


def test_a_line_to_a_name_that_many_bear_names_the_first_and_counts_the_rest() -> None:
    bearers = (f"id: m{number}, title: 销售经理, unit: 销售部" for number in range(15))
    found = _joined(*bearers, "title: 销售代表, reports_to: 销售经理", "title: 店员, reports_to: 大区销售经理")
    rules = plan(
        [built_in().rules["reporting/ambiguous-superior"], built_in().rules["reporting/name-drift"]], Profile.AUDIT
    )
    several, near = _together(rules, found)
    assert several.message("en") == "15 roles are called “销售经理”, and the line doesn't say which of them is meant"
    said = [[place.message.read("en") for place in each.related if place.message] for each in (several, near)]
    assert [len(each) for each in said] == [12, 12]
    assert said[0][-2:] == [
        "one of the roles called “销售经理”",
        "one of the roles called “销售经理”; 3 more have the name",
    ]
    assert said[1][-1] == "“销售经理” is defined here, and 3 more roles have the name"


def test_a_role_that_bears_the_name_itself_is_not_among_the_others() -> None:
    found = _joined(*(f"id: m{number}, title: 销售经理, reports_to: 销售经理" for number in range(13)))
    hits = _together(plan([built_in().rules["reporting/ambiguous-superior"]], Profile.AUDIT), found)
    assert [len(each.related) for each in hits] == [12] * 13
    assert not any("more" in place.message.read("en") for each in hits for place in each.related if place.message)


_LINES = st.integers(1, 12)


@given(st.lists(st.tuples(_LINES, st.booleans()), max_size=8), _LINES, st.lists(_LINES, max_size=4), st.booleans())
def test_exceptions_found_by_place_are_those_that_asking_each_would_find(
    accepted: list[tuple[int, bool]],
    at: int,
    beside: list[int],
    is_shared: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    """Roles take three lines each; an acceptance speaks of its whole role, or of the second line."""
    held = _Held()
    for line, is_whole in sorted(accepted):
        held.add(_acceptance((line - 1) // 3 * 3 + 1, is_whole=is_whole))
    first, *others = (_place(line) for line in (at, *beside))
    finding = Finding(
        "a/b", Severity.ERROR, Confidence.HIGH, Profile.CORE, Wording({}), {}, first, tuple(others), role=f"r{at // 3}"
    )
    places = [first, *others]
    found = [each for each, inside in held.about(finding, places) if _holds(each, finding, inside, is_shared=is_shared)]
    assert found == [each for each in held if _holds(each, finding, places, is_shared=is_shared)]


def _acceptance(start: int, *, is_whole: bool) -> _Exception:
    line = () if is_whole else (_lines(start + 1, start + 2),)
    return _Exception(
        named=Named("a/b", Span(0, 0)),
        route=(),
        source=Source("a.yaml", ""),
        suppression=Suppression(Means.ACCEPTED, ""),
        covers=line,
        role=_lines(start, start + 3),
        role_id=f"r{start // 3}",
        sections=line,
    )


def _place(line: int) -> Place:
    return Place("a.yaml", "", _lines(line, line + 1), "")


def _lines(start: int, end: int) -> Range:
    return Range(Point(start, 1), Point(end, 1))
