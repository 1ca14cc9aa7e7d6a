"""Fixes `list-member` and `name-superior`: the side of a reporting line that is missing is written, in its own file."""

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.fixes.section import Item, set_in_section, set_value
from jdlint.checking.hit import Anchor
from jdlint.location import Route
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """The kind takes no parameters."""


def list_member(_: Params, case: Case) -> Draft | None:
    """Add the finding's role to the subordinates of its superior."""
    member, manager = case.hit.role, _beside(case)
    if member is None or manager is None:
        return None
    change = set_in_section(manager, ("manages",), [Item(member.title.text)])
    values = {"title": member.title.text, "manager": manager.title.text}
    return Draft(within(manager.source, change), "list-member", values) if change else None


def name_superior(_: Params, case: Case) -> Draft | None:
    """Name the finding's role as the superior of the role that it lists."""
    manager, member = case.hit.role, _beside(case)
    if member is None or manager is None:
        return None
    change = set_value(member, "reports_to", manager.title.text)
    values = {"title": member.title.text, "manager": manager.title.text}
    return Draft(within(member.source, change), "name-superior", values) if change else None


def _beside(case: Case) -> Role | None:
    """Give the other role of the line."""
    if case.organisation is None or not case.hit.related:
        return None
    return role_at(case.organisation, case.hit.related[0].at)


def role_at(organisation: Organisation, at: Anchor) -> Role | None:
    """Give the role in which a place lies."""
    known = organisation.shared("by-place", _by_place)
    places = ((id(at.source), at.route[:length]) for length in range(len(at.route) + 1))
    return next((known[place] for place in places if place in known), None)


def _by_place(organisation: Organisation) -> dict[tuple[int, Route], Role]:
    return {(id(role.source), role.route): role for role in organisation.roles}


LIST_MEMBER = FixKind(Params, list_member, ("list-member",))
NAME_SUPERIOR = FixKind(Params, name_superior, ("name-superior",))
