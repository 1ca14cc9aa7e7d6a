"""Judges what a check was asked for, and tells whether it fails."""

from jdlint.cli import sides
from jdlint.cli.aside import say_aside
from jdlint.cli.usage import language
from jdlint.errors import NothingToCheckError
from jdlint.finding import Severity
from jdlint.pipeline import Outcome, Request, check, load_rules, nothing
from jdlint.run.grounds import Grounds
from jdlint.run.telling import Teller
from jdlint.saying import say
from jdlint.source.discover import find_root


def outcome(asked: Request, states: sides.Asked, found: Grounds | None = None, teller: Teller | None = None) -> Outcome:
    """Run the check; nothing to look at is no mistake where something else has changed."""
    if states.is_idle:
        return nothing(asked, say("report", "nothing", "unchanged"))
    try:
        warn_of_unknown(asked)
        return check(asked, found=found, teller=teller)
    except NothingToCheckError:
        if not states.may_be_empty:
            raise
        return nothing(asked, say("report", "nothing", "no-roles"))


def warn_of_unknown(request: Request) -> None:
    """Say that an ignored rule doesn't exist: shared settings may name rules of other versions."""
    if not request.config.left_out:
        return
    root = find_root(request.paths, request.view)
    catalogue = load_rules(request.config, root, request.view, is_isolated=request.is_isolated)
    for name in request.config.left_out:
        if not catalogue.matching(name):
            unknown = say("errors", "asides", "nothing-to-ignore", name=name, hint=catalogue.hint(name))
            say_aside(unknown.read(language(request.config.lang)))


def fails(outcome: Outcome, fail_on: str) -> bool:
    """Whether a finding reaches the severity that fails."""
    if fail_on == "never":
        return False
    return outcome.sum.heaviest >= Severity[fail_on.upper()].value
