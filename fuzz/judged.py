"""What targets share: every rule run over files, and places that must stand within others."""

from collections.abc import Iterable
from functools import cache

from jdlint.checking.catalogue import built_in
from jdlint.checking.run import Plan, check_file, check_organisation, plan
from jdlint.finding import Finding, Profile
from jdlint.location import Span
from jdlint.model.build import Built
from jdlint.model.join import join


def findings(files: Iterable[Built]) -> list[Finding]:
    """Give what every rule finds in the files of one organisation."""
    built = tuple(files)
    found = [finding for file in built for finding in check_file(the_plan(), file, None)]
    for organisation in join(("roles", file) for file in built):
        found += check_organisation(the_plan(), organisation)
    return found


@cache
def the_plan() -> Plan:
    """Give all rules, at the widest profile."""
    return plan(built_in().rules.values(), Profile.AUDIT, today="2026-01-01")


def check_span(span: Span, within: Span, what: str) -> None:
    """Raise AssertionError where a place isn't in order, or leads out of another."""
    if not within.start <= span.start <= span.end <= within.end:
        raise AssertionError(f"{what}: {span} isn't in order within {within}")
