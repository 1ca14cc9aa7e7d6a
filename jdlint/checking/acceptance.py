"""What a role accepts: each entry of `accept:` with the parts of the role that it speaks of."""

from collections.abc import Iterator

from jdlint.language.fold import squeeze
from jdlint.location import Span
from jdlint.model.reference import name_key
from jdlint.model.role import Acceptance, Excused, Role
from jdlint.model.vocabulary import entries
from jdlint.record import NamedTuple
from jdlint.source.source import Problem
from jdlint.source.tree import Entry, Mapping, Node, Scalar, Sequence

MOST = 1000
"""So many acceptances of a role hold; each is set against every finding of its rule."""


class Accepted(NamedTuple):
    """An entry of `accept:` that is in order."""

    role: Role
    acceptance: Acceptance
    at: tuple[tuple[Span, Span], ...]
    """The entries that it excuses, each within its section; empty where it speaks of the whole role."""


def read_acceptances(role: Role, as_of: str) -> Iterator[Accepted | Problem]:
    """Give the acceptances of a role that hold on a day, and what is wrong with the others."""
    for acceptance in role.accept[:MOST]:
        flaw = _flaw(role, acceptance, as_of)
        at = tuple(span for excused in acceptance.at for span in _entries_of(role, excused))
        stale = [excused for excused in acceptance.at if not any(_entries_of(role, excused))]
        yield from (_stale(excused) for excused in stale)
        if flaw:
            yield flaw
        elif at or not acceptance.at:
            yield Accepted(role, acceptance, at)


def _flaw(role: Role, acceptance: Acceptance, as_of: str) -> Problem | None:
    rule = acceptance.rule
    values = {"rule": rule.text}
    if acceptance.reason is None:
        return Problem("suppression/no-reason", rule.node.span, "accept", values, rule.route)
    until, by = acceptance.until, acceptance.by
    if until and until.text < as_of:
        return Problem(
            "suppression/expired", until.node.span, "", {**values, "until": until.text, "as_of": as_of}, until.route
        )
    if by and name_key(by.text) in map(name_key, role.names):
        return Problem("suppression/self-granted", by.node.span, "", {**values, "by": by.text}, by.route)
    return None


def _stale(excused: Excused) -> Problem:
    values = {"section": excused.section, "words": excused.text}
    return Problem("suppression/stale", excused.node.span, "", values, excused.route)


def _entries_of(role: Role, excused: Excused) -> Iterator[tuple[Span, Span]]:
    """Give the entries of the section that begin with the words, each with the section."""
    opening = squeeze(excused.text)
    section = entries(role.node, "role").get(excused.section) if isinstance(role.node, Mapping) else None
    if section is None or not opening:
        return
    whole = _span(section)
    for part, text in _texts(section.value, whole):
        if squeeze(text).startswith(opening):
            yield part, whole


def _span(entry: Entry) -> Span:
    return Span(entry.key.start, max(entry.key.end, entry.value.end))


def _texts(node: Node, part: Span) -> Iterator[tuple[Span, str]]:
    """Give every text below a node with the item that it belongs to, or with the entry where there is no list."""
    if isinstance(node, Scalar):
        yield part, node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, item.span)
    else:
        for _, value in node.entries:
            yield from _texts(value, part)
