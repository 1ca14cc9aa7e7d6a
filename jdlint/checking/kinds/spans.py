"""Kind `spans`: superiors with more people on solid lines than one can lead, or with a single one."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.quantity import only_quantity
from jdlint.model.organisation import Edge, Organisation
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """How many direct reports are usual."""

    at_least: int
    at_most: int


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Count the holders; a role that doesn't say how many it has counts once, and alone it is never too few."""
    for role in organisation.roles:
        lines = [edge for edge in organisation.edges_to.get(id(role), ()) if not edge.line.is_dotted]
        roles = list({id(edge.child): edge for edge in lines if edge.child is not role}.values())
        if not roles:
            continue
        holders = [_holders(edge.child) for edge in roles]
        known = [count for count in holders if count is not None]
        count = sum(known) + len(holders) - len(known)
        if count > params.at_most:
            yield _hit(params, role, roles, count, "many")
        elif count < params.at_least and known and len(organisation.solid_reports(role)) == len(roles):
            yield _hit(params, role, roles, count, "few")


def _holders(role: Role) -> int | None:
    """Read how many hold a role; a range, or a sentence, isn't a number."""
    quantity = only_quantity(role.headcount.text) if role.headcount else None
    return int(quantity.value) if quantity and not quantity.bounded and quantity.value >= 1 else None


def _hit(params: Params, role: Role, lines: list[Edge], count: int, reason: str) -> Hit:
    values: dict[str, Value] = {"title": role.title.text, "count": count, "at_most": params.at_most}
    related = tuple(
        Related(anchor(edge.child.source, edge.line), "report", {"title": edge.child.title.text}) for edge in lines
    )
    return Hit(anchor(role.source, role.title), values, reason, role, related)


KIND = Kind(Params, "organisation", check)
