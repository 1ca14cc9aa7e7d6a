"""Kind `expression`: a condition in CEL over the role or the organisation, for users' own rules."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jdlint.checking.hit import Anchor, Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.errors import RuleError
from jdlint.finding import Value
from jdlint.location import Span
from jdlint.model.organisation import Organisation
from jdlint.model.role import Facts
from jdlint.model.schema import plain
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """The condition; a role or organisation for which it is true is reported."""

    role: str = ""
    """Over `role`: the role's own keys as data, and `organisation`: the facts of its org.yaml."""
    at: str = "title"
    """The section to point at; the title where the role lacks it."""


class OrganisationParams(NamedTuple):
    """The condition over `roles` (a list) and `organisation` (the facts of org.yaml)."""

    organisation: str


def verify(params: Params) -> None:
    """Refuse what is no condition."""
    if not params.role:
        raise RuleError("condition-missing")
    compiled(params.role)


def verify_organisation(params: OrganisationParams) -> None:
    """Refuse what is no condition."""
    compiled(params.organisation)


@cache
def compiled(text: str) -> Any:  # noqa: ANN401 - the engine has no types
    """Compile a condition; raises RuleError where it isn't CEL."""
    import cel  # noqa: PLC0415 - paid only where a rule has an expression

    try:
        return cel.compile(text)
    except ValueError as error:
        raise RuleError("not-an-expression", why=str(error)) from None


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the role where the condition is true."""
    role = subject.role
    if _holds(params.role, {"role": plain(role.node, "role"), "organisation": facts(subject.facts)}):
        section = role.sections.get(params.at)
        values: dict[str, Value] = {"title": role.title.text}
        yield Hit(anchor(role.source, section or role.title), values, role=role)


def check_organisation(params: OrganisationParams, organisation: Organisation) -> Iterator[Hit]:
    """Report the organisation where the condition is true."""
    roles = [plain(role.node, "role") for role in organisation.roles]
    if roles and _holds(params.organisation, {"roles": roles, "organisation": facts(organisation.facts)}):
        source = organisation.facts.source or organisation.roles[0].source
        values: dict[str, Value] = {"name": organisation.facts.name or organisation.folder}
        yield Hit(Anchor(source, (), Span(0, 0)), values)


def facts(given: Facts) -> object:
    """Give an org.yaml as data; an empty one where there is none."""
    source = given.source
    return plain(source.documents[0], "org") if source and source.documents else {}


def _holds(expression: str, variables: dict[str, object]) -> bool:
    try:
        return compiled(expression).execute(variables) is True
    except (ValueError, TypeError, RuntimeError, KeyError):
        # a key that this role doesn't have: the condition isn't true of it
        return False


KIND = Kind(
    Params,
    "role",
    check,
    {"organisation": Kind(OrganisationParams, "organisation", check_organisation, verify=verify_organisation)},
    verify,
)
