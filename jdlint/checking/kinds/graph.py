"""Kind `graph`: reporting lines of a whole organisation that loop, contradict each other or meet twice."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.graph import loops
from jdlint.model.organisation import Claim, Edge, Organisation
from jdlint.model.reference import is_prose
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which shape to report."""

    shape: Literal["cycle", "asymmetric", "claimed-twice"]


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report every place where the lines have the shape."""
    yield from _SHAPES[params.shape](organisation)


def _cycle(organisation: Organisation) -> Iterator[Hit]:
    """Report loops of solid lines once each, starting at the smallest id; every hop is a place."""
    roles = sorted(organisation.roles, key=lambda role: (role.id, role.file))
    by_key = {id(role): role for role in roles}
    edges: dict[int, list[int]] = {id(role): [] for role in roles}
    lines: dict[tuple[int, int], Edge] = {}
    for edge in organisation.edges:
        if edge.parent and not edge.line.is_dotted and edge.parent is not edge.child:
            edges[id(edge.child)].append(id(edge.parent))
            lines.setdefault((id(edge.child), id(edge.parent)), edge)
    for loop in loops(edges):
        hops = [lines[pair] for pair in zip(loop, [*loop[1:], loop[0]], strict=True)]
        titles = tuple(by_key[key].title.text for key in [*loop, loop[0]])
        values: dict[str, Value] = {"path": " → ".join(titles), "count": len(loop)}
        related = tuple(Related(_line(hop), "hop", _hop_values(hop)) for hop in hops[1:])
        yield Hit(_line(hops[0]), values | _hop_values(hops[0]), "", hops[0].child, related)


def _hop_values(edge: Edge) -> dict[str, Value]:
    return {"child": edge.child.title.text, "parent": edge.parent.title.text if edge.parent else ""}


def _asymmetric(organisation: Organisation) -> Iterator[Hit]:
    """Report claims that the claimed role doesn't return, and lines that the superior's list leaves out."""
    contested = {id(role) for role, _ in _contested(organisation)}
    for claim in organisation.claims:
        role = claim.subordinate
        if role is None or role is claim.manager or id(role) in contested:
            continue
        if not organisation.may_report_to(role, claim.manager):
            yield _unreturned(organisation, claim, role)
    unclear = {id(claim.manager) for claim in organisation.claims if claim.resolution.outcome in ("near", "unit")}
    names = Counter(id(edge.line) for edge in organisation.edges)
    for edge in organisation.edges:
        # a line that names several leaves open which is meant; `reporting/ambiguous-superior` says so
        is_either = names[id(edge.line)] > 1 and not is_prose(edge.line.text)
        if edge.parent and edge.parent is not edge.child and not edge.line.is_dotted and not is_either:
            is_open = edge.parent.manages is None or id(edge.parent) in unclear
            if not is_open and not organisation.may_claim(edge.parent, edge.child):
                yield _unlisted(edge, edge.parent)


def _unreturned(organisation: Organisation, claim: Claim, role: Role) -> Hit:
    superiors = organisation.superiors_named.get(id(role), ())
    values: dict[str, Value] = {
        "manager": claim.manager.title.text,
        "title": role.title.text,
        "superiors": superiors,
    }
    reason = "elsewhere" if superiors else "nobody"
    related = Related(_superior_or_title(organisation, role), reason, values)
    at = anchor(claim.manager.source, claim.entry, claim.named.start, claim.named.end)
    return Hit(at, values, reason, claim.manager, (related,))


def _unlisted(edge: Edge, parent: Role) -> Hit:
    """Report a line to a superior whose `manages` names others but not this role."""
    values: dict[str, Value] = {"title": edge.child.title.text, "manager": parent.title.text}
    section = parent.sections.get("manages")
    related = (Related(anchor(parent.source, section), "list", values),) if section else ()
    return Hit(_line(edge), values, "unlisted", edge.child, related)


def _claimed_twice(organisation: Organisation) -> Iterator[Hit]:
    """Report a role that several managers claim; its own superior, where others claim it, is one of them."""
    for role, claims in _contested(organisation):
        managers = tuple(dict.fromkeys(claim.manager.title.text for claim in claims))
        superiors = organisation.superiors_named.get(id(role), ())
        values: dict[str, Value] = {
            "title": role.title.text,
            "managers": managers,
            "count": len(managers),
            "superiors": superiors,
        }
        related = tuple(
            Related(
                anchor(claim.manager.source, claim.entry, claim.named.start, claim.named.end),
                "claim",
                {"manager": claim.manager.title.text, "title": role.title.text},
            )
            for claim in claims
        )
        reason = "elsewhere" if superiors and not _returned(organisation, role, claims) else ""
        yield Hit(_superior_or_title(organisation, role), values, reason, role, related)


def _contested(organisation: Organisation) -> Iterator[tuple[Role, list[Claim]]]:
    for role in organisation.roles:
        dotted = {id(edge.parent) for edge in organisation.edges_of.get(id(role), ()) if edge.line.is_dotted}
        claims = [claim for claim in organisation.claims_on.get(id(role), ()) if claim.manager is not role]
        solid = [claim for claim in claims if id(claim.manager) not in dotted]
        if len({id(claim.manager) for claim in solid}) > 1:
            yield role, solid


def _returned(organisation: Organisation, role: Role, claims: list[Claim]) -> bool:
    return any(organisation.may_report_to(role, claim.manager) for claim in claims)


def _superior_or_title(organisation: Organisation, role: Role) -> Anchor:
    edges = organisation.edges_of.get(id(role), ())
    return _line(edges[0]) if edges else anchor(role.source, role.title)


def _line(edge: Edge) -> Anchor:
    return anchor(edge.child.source, edge.line, edge.named.start, edge.named.end)


_SHAPES = {"cycle": _cycle, "asymmetric": _asymmetric, "claimed-twice": _claimed_twice}

KIND = Kind(Params, "organisation", check)
