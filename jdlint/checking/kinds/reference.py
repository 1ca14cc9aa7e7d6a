"""Kind `reference`: what the names in a role's lines stand for, or fail to stand for."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.lexicon import Hit as Found
from jdlint.model.names import Resolution
from jdlint.model.organisation import Edge
from jdlint.model.reference import Named, is_none, is_prose
from jdlint.model.role import Role, Text, Worded
from jdlint.model.title import head_word, kind_of
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which outcome to report."""

    outcome: Literal["missing", "unknown", "ambiguous", "several", "near", "self"]
    helpers: str = ""
    """For `self`: the table of words after which a role names somebody else (协助, 配合)."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report the lines of a role with the outcome that the rule is about."""
    if params.outcome == "self":
        yield from _self(subject, params.helpers)
    else:
        yield from _OUTCOMES[params.outcome](subject)


def _missing(subject: Member) -> Iterator[Hit]:
    """Report a role without a superior that org.yaml doesn't name as a top."""
    role, organisation = subject.role, subject.organisation
    if organisation.is_root(role) or (role.kind == "executive" and not organisation.facts.roots):
        return
    section = role.sections.get("reports_to")
    values: dict[str, Value] = {"title": role.title.text}
    if section is None:
        yield Hit(anchor(role.source, role.title), values, "absent", role)
    elif section.is_blank:
        yield Hit(anchor(role.source, section), values, "blank", role)
    elif role.reports_to and all(is_none(line.text) for line in role.reports_to):
        yield Hit(anchor(role.source, role.reports_to[0]), values, "none", role)


def _unknown(subject: Member) -> Iterator[Hit]:
    """Report superiors that are neither kept here nor declared external."""
    organisation = subject.organisation
    if organisation.unread:
        return
    for edges in _by_line(subject).values():
        if not is_prose(edges[0].line.text) and len(edges) > 1:
            continue
        for edge in edges:
            if edge.resolution.outcome == "unknown":
                yield Hit(_named(edge), {"name": edge.named.name}, role=edge.child)


def _ambiguous(subject: Member) -> Iterator[Hit]:
    """Report lines that leave open who the superior is: A/B, a generic noun, a unit, a name of several roles."""
    for edges in _by_line(subject).values():
        edge = edges[0]
        if edge.line.when is not None:
            continue
        if len(edges) > 1 and not is_prose(edge.line.text):
            names = tuple(each.named.name for each in edges)
            yield Hit(anchor(edge.child.source, edge.line), {"names": names}, "either", edge.child)
            continue
        for each in edges:
            if each.resolution.outcome in ("generic", "unit", "several"):
                yield _unclear(subject, each)


def _unclear(subject: Member, edge: Edge) -> Hit:
    roles = edge.resolution.roles
    is_own = edge.resolution.known in subject.organisation.names_of(edge.child)
    others = (role for role in roles if role is not edge.child)
    values: dict[str, Value] = {"name": edge.named.name, "count": len(roles)}
    related = _bearers(others, len(roles) - is_own, "bearer")
    return Hit(_named(edge), values, edge.resolution.outcome, edge.child, related)


def _bearers(roles: Iterable[Role], count: int, reason: str) -> tuple[Related, ...]:
    """Point at roles that bear a name; of a great many at the first ones, the last of which tells how many more."""
    related = [
        Related(anchor(role.source, role.title), reason, {"title": role.title.text})
        for role in islice(roles, _MOST_BEARERS)
    ]
    if count > _MOST_BEARERS:
        last = related[-1]
        values = {**last.values, "more": count - _MOST_BEARERS}
        related[-1] = last._replace(reason=f"{reason}-of-many", values=values)
    return tuple(related)


_MOST_BEARERS = 12
"""So many are named, as in the report for people: each of a thousand may be called by a name that a thousand bear."""


def _several(subject: Member) -> Iterator[Hit]:
    """Report more than one solid line, and a dotted line that doesn't say for what."""
    role = subject.role
    edges = subject.organisation.edges_of.get(id(role), [])
    solid = [edge for edge in edges if not edge.line.is_dotted and edge.line.when is None]
    distinct = {edge.named.name for edge in solid}
    in_prose = any(is_prose(edge.line.text) for edge in solid)
    lines = {edge.line.route for edge in solid}
    if len(distinct) > 1 and (len(lines) > 1 or in_prose):
        values: dict[str, Value] = {
            "title": role.title.text,
            "names": tuple(dict.fromkeys(e.named.name for e in solid)),
        }
        related = tuple(Related(_named(edge), "line", {"name": edge.named.name}) for edge in solid[1:])
        yield Hit(_named(solid[0]), values, "solid", role, related)
    for edge in edges:
        if edge.line.is_dotted and edge.line.scope is None:
            yield Hit(_named(edge), {"name": edge.named.name}, "dotted", role)


def _near(subject: Member) -> Iterator[Hit]:
    """Report references that come near to a name without being it."""
    role, organisation = subject.role, subject.organisation
    if organisation.unread:
        return
    for edges in _by_line(subject).values():
        if len(edges) > 1 and not is_prose(edges[0].line.text):
            continue
        yield from (_drift(role, e.line, e.named, e.resolution) for e in edges if e.resolution.outcome == "near")
    for claim in organisation.claims_of.get(id(role), ()):
        if claim.resolution.outcome == "near":
            yield _drift(role, claim.entry, claim.named, claim.resolution)
    for text in _other_references(role):
        resolution = organisation.resolve(text.text)
        if resolution.outcome == "near":
            yield _drift(role, text, Named(text.text, 0, len(text.text)), resolution)


def _other_references(role: Role) -> Iterator[Text]:
    yield from role.deputy or ()
    if role.career:
        yield from (*role.career.promotes_to, *role.career.promoted_from, *role.career.rotates_with)


def _drift(role: Role, worded: Worded, named: Named, resolution: Resolution) -> Hit:
    values: dict[str, Value] = {"name": named.name, "suggestion": resolution.suggestion}
    related = _bearers(resolution.roles, len(resolution.roles), "known")
    return Hit(anchor(role.source, worded, named.start, named.end), values, "", role, related)


def _self(subject: Member, helpers: str) -> Iterator[Hit]:
    """Report a role that is its own superior, its own subordinate, or helps itself."""
    role, organisation = subject.role, subject.organisation
    values: dict[str, Value] = {"title": role.title.text}
    for edge in organisation.edges_of.get(id(role), ()):
        if edge.parent is role:
            yield Hit(_named(edge), values, "superior", role)
    for claim in organisation.claims_of.get(id(role), ()):
        if claim.subordinate is role:
            at = anchor(role.source, claim.entry, claim.named.start, claim.named.end)
            yield Hit(at, values, "subordinate", role)
    for duty in role.duties or ():
        for found in subject.find(helpers, duty) if helpers else ():
            if (named := _own_name(subject, duty, found)) is not None:
                yield Hit(anchor(role.source, duty, found.start, named), values, "helper", role)


def _own_name(subject: Member, duty: Worded, found: Found) -> int | None:
    """Give the end of the role's own name directly behind a helping word."""
    folded = subject.fold(duty)
    for key in sorted(map(fold, subject.role.names), key=len, reverse=True):
        end = found.end + len(key)
        if key and folded.startswith(key, found.end) and not goes_on(folded, end):
            return end
    return None


def goes_on(folded: str, end: int) -> bool:
    """Whether a name that ends at a place is the beginning of another one: 区域经理 in 区域经理助理."""
    if 0 < end < len(folded) and folded[end - 1].isascii() and folded[end].isascii() and folded[end].isalpha():
        return True
    return _opens_with_assistant(folded[end : end + _LONGEST_WORD])


@lru_cache(maxsize=1024)
def _opens_with_assistant(text: str) -> bool:
    words = {text[:stop].strip() for stop in range(1, len(text) + 1)}
    return any(head_word(word) == word and kind_of(word) == "assistant" for word in words - {""})


_LONGEST_WORD = 13
"""A blank and the longest word for an assistant."""


def _by_line(subject: Member) -> dict[object, list[Edge]]:
    lines: dict[object, list[Edge]] = {}
    for edge in subject.organisation.edges_of.get(id(subject.role), ()):
        lines.setdefault(edge.line.route, []).append(edge)
    return lines


def _named(edge: Edge) -> Anchor:
    return anchor(edge.child.source, edge.line, edge.named.start, edge.named.end)


_OUTCOMES = {
    "missing": _missing,
    "unknown": _unknown,
    "ambiguous": _ambiguous,
    "several": _several,
    "near": _near,
}

KIND = Kind(Params, "member", check)
