"""Kind `headcount`: how many people a superior claims of a role, against how many the role says it has."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.quantity import Quantity, only_quantity
from jdlint.model.organisation import Claim, Organisation
from jdlint.model.role import Role, Text
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """How people are counted."""

    units: tuple[str, ...]
    marks: str
    """What may stand between a title and the number behind it."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Compare where both are plain numbers and the superior is the only one; several may share a role's people."""
    for claim in organisation.claims:
        found = _claimed(params, organisation, claim)
        if found is None:
            continue
        role, claimed = found
        defined = only_quantity(role.headcount.text) if role.headcount else None
        if role.headcount is None or defined is None or defined.bounded or len(organisation.solid_parents(role)) > 1:
            continue
        if defined.value != claimed.value:
            yield _hit(claim, role, role.headcount, claimed, defined)


def _claimed(params: Params, organisation: Organisation, claim: Claim) -> tuple[Role, Quantity] | None:
    """Read "sales reps 5人" as a role and a number; a range or two numbers say nothing sure."""
    name = claim.named.name
    quantity = only_quantity(name)
    if quantity is None or quantity.bounded or quantity.unit not in params.units:
        return None
    folded = fold(name)
    title = (folded[: quantity.start] or folded[quantity.end :]).strip(params.marks)
    roles = organisation.known(title)
    return (roles[0], quantity) if len(roles) == 1 else None


def _hit(claim: Claim, role: Role, headcount: Text, claimed: Quantity, defined: Quantity) -> Hit:
    manager = claim.manager
    values: dict[str, Value] = {
        "manager": manager.title.text,
        "title": role.title.text,
        "claimed": f"{claimed.value:g}",
        "defined": f"{defined.value:g}",
    }
    related = Related(anchor(role.source, headcount), "other", values)
    at = anchor(manager.source, claim.entry, claim.named.start, claim.named.end)
    return Hit(at, values, "", manager, (related,))


KIND = Kind(Params, "organisation", check)
