"""Kind `ownership`: things that nobody decides on, that several decide on, or that the wrong one does."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.organisation import Organisation
from jdlint.model.ownership import Mention, Things, is_conditional, is_whole
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which question to ask."""

    ask: Literal["no-owner", "several-owners", "inverted"]


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Ask who owns each thing that two roles name with the same words."""
    things = organisation.shared("things", Things)
    for mentions in things.groups():
        if params.ask == "no-owner":
            yield from _no_owner(organisation, things, mentions)
        elif params.ask == "several-owners":
            yield from _several_owners(mentions)
        else:
            yield from _inverted(organisation, mentions)


def _no_owner(organisation: Organisation, things: Things, mentions: list[Mention]) -> Iterator[Hit]:
    """Report a thing that all who name it only support, where no superior can stand outside."""
    if any(mention.task.manner != "support" for mention in mentions) or things.is_owned(mentions[0].task.thing):
        return
    if organisation.shared("is-complete", _is_complete):
        yield _hit(_by_role(mentions), "")


def _is_complete(organisation: Organisation) -> bool:
    """Tell whether every superior whom a role names is kept here, so that no owner can be elsewhere."""
    edges = organisation.edges
    return bool(edges) and not organisation.unread and all(edge.parent for edge in edges)


def _several_owners(mentions: list[Mention]) -> Iterator[Hit]:
    """Report a thing on which two roles have the same last word."""
    if not is_whole(mentions[0].task.thing):
        return
    for act in ("settles", "approves"):
        owners = _by_role(
            mention
            for mention in mentions
            if mention.act == act
            and mention.task.manner == "own"
            and mention.role.kind != "deputy"
            and not is_conditional(mention.duty)
        )
        if len({mention.role.title.text for mention in owners}) > 1:
            yield _hit(owners, act)


def _inverted(organisation: Organisation, mentions: list[Mention]) -> Iterator[Hit]:
    """Report a superior who only takes part in what a subordinate decides."""
    doing_more = {id(mention.role) for mention in mentions if mention.task.manner != "support"}
    taking_part = {id(mention.role): mention for mention in mentions if id(mention.role) not in doing_more}
    for mention in mentions:
        if mention.act and mention.task.manner == "own":
            for parent in organisation.solid_parents(mention.role):
                if id(parent) in taking_part and parent is not mention.role:
                    yield _hit([taking_part[id(parent)], mention], "")


def _by_role(mentions: Iterator[Mention] | list[Mention]) -> list[Mention]:
    """Give the first mention of each role."""
    return list({id(mention.role): mention for mention in reversed(list(mentions))}.values())[::-1]


def _hit(mentions: list[Mention], reason: str) -> Hit:
    first, *others = mentions
    values: dict[str, Value] = {
        "title": first.role.title.text,
        "other": others[0].role.title.text,
        "others": tuple(dict.fromkeys(mention.role.title.text for mention in others)),
        "count": len(mentions),
        "match": _words(first),
        "other_match": _words(others[0]),
    }
    related = tuple(
        Related(_place(mention), "other", {"title": mention.role.title.text, "match": _words(mention)})
        for mention in others
    )
    return Hit(_place(first), values, reason, first.role, related)


def _words(mention: Mention) -> str:
    return mention.duty.text[mention.task.start : mention.task.end]


def _place(mention: Mention) -> Anchor:
    return anchor(mention.role.source, mention.duty, mention.task.start, mention.task.end)


KIND = Kind(Params, "organisation", check)
