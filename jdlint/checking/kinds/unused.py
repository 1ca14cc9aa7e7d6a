"""Kind `unused`: authorities that no duty calls for."""

from collections.abc import Iterator

from jdlint.checking.authority_words import authority_name
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.phrase_parse import named_objects
from jdlint.model.balance import are_near
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which grants need a duty."""

    exempt: tuple[str, ...] = ()
    """Acts that anybody may be granted: a proposal needs no duty."""
    leaders_hold: str = ""
    """The object over which whoever has people below needs no duty to hold power."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report the entries none of whose grants is on anything that the role's duties name or demand."""
    role = subject.role
    if not role.authorities or not role.duties:
        return
    held = {params.leaders_hold} if subject.organisation.solid_reports(role) else set()
    texts = [*role.duties, *(role.accountabilities or ()), *((role.purpose,) if role.purpose else ())]
    named = frozenset(held).union(
        *(named_objects(subject.fold(text)) for text in texts),
        {demand.object for demands in subject.powers.demands for demand in demands},
    )
    for entry, reading in zip(role.authorities, subject.powers.authorities, strict=True):
        grants = [(grant.act, grant.object) for grant in reading.grants if grant.object is not None]
        if not grants or len(grants) < len(reading.grants) or any(act in params.exempt for act, _ in grants):
            continue
        if not any(are_near(thing, other) for _, thing in grants for other in named):
            values: dict[str, Value] = {"match": entry.text.strip(), "power": authority_name(*grants[0])}
            yield Hit(anchor(role.source, entry), values, "", role)


KIND = Kind(Params, "member", check)
