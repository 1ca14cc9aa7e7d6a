"""Kind `limit`: power over money that says no amount."""

from collections.abc import Iterator

from jdlint.checking.authority_words import limited_clause, object_name
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.authority import Grant
from jdlint.model.balance import object_contains
from jdlint.model.reference import name_key
from jdlint.model.role import Authority
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which grants need an amount."""

    acts: tuple[str, ...]
    objects: tuple[str, ...]
    lexicon: str
    """The table of words that bind a grant to an amount written elsewhere (预算内)."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report the first grant of each entry over money that neither a number nor a word bounds."""
    role = subject.role
    if not subject.organisation.edges_of.get(id(role)) and role.kind == "executive":
        return
    for entry, reading in zip(role.authorities or (), subject.powers.authorities, strict=True):
        if entry.limit or _is_bounded(params, subject, entry):
            continue
        for grant in reading.grants:
            if _needs_amount(params, subject, grant):
                values: dict[str, Value] = {
                    "match": entry.text[grant.start : grant.end].strip(),
                    "object": object_name(grant.object or ""),
                    "clause": limited_clause(grant.act, grant.object or ""),
                }
                yield Hit(anchor(role.source, entry, grant.start, grant.end), values, "", role)
                break


def _needs_amount(params: Params, subject: Member, grant: Grant) -> bool:
    if grant.act not in params.acts or grant.object not in params.objects:
        return False
    return not _is_in_table(subject, grant.act, grant.object)


def _is_bounded(params: Params, subject: Member, entry: Authority) -> bool:
    folded = subject.fold(entry)
    return any(character.isdigit() for character in folded) or bool(subject.find(params.lexicon, entry))


def _is_in_table(subject: Member, act: str, thing: str) -> bool:
    """Tell whether the organisation's delegation table sets the amount."""
    names = {name_key(name) for name in subject.role.names}
    return any(
        granted == act and object_contains(on, thing) and name_key(who) in names
        for granted, on, who, _ in subject.facts.limits
    )


KIND = Kind(Params, "member", check)
