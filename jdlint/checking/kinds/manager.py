"""Kind `manager`: a role with people on solid lines below it needs the powers that leading them takes."""

from collections.abc import Iterator

from jdlint.checking.authority_words import authority_clause, authority_name, listed
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Confidence, Value
from jdlint.model.balance import Powers
from jdlint.record import NamedTuple
from jdlint.wording import SEMICOLONS


class Params(NamedTuple):
    """What leading people takes."""

    object: str
    needs: dict[str, tuple[str, ...]]
    """Needs by reason; any of its acts fills a need, and the first ones are what a remedy names."""
    proposed: int = 1
    """So many acts of each need are named."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report the needs that neither an authority nor a duty of the role fills; all at once as reason `all`.

    What duties demand in vain has findings of its own.
    """
    role = subject.role
    below = subject.organisation.solid_reports(role)
    if not below:
        return
    held = _acts_on(params.object, subject.powers)
    missing = {reason: acts for reason, acts in params.needs.items() if held.isdisjoint(acts)}
    if not missing:
        return
    is_all = len(missing) == len(params.needs)
    wanted = [act for acts in missing.values() for act in acts[: params.proposed]]
    values: dict[str, Value] = {
        "title": role.title.text,
        "below": "、".join(below[:_MOST_NAMED]) + (" …" if len(below) > _MOST_NAMED else ""),
        "powers": listed(authority_name(act, params.object) for act in wanted),
        "clauses": listed((authority_clause(act, params.object) for act in wanted), marks=SEMICOLONS),
    }
    at = role.sections.get("authorities") or role.title
    yield Hit(
        anchor(role.source, at),
        values,
        "all" if is_all else next(iter(missing)),
        role,
        data={"powers": [{"act": act, "object": params.object} for act in wanted]},
        confidence=_confidence(subject, is_all=is_all),
    )


_MOST_NAMED = 4


def _confidence(subject: Member, *, is_all: bool) -> Confidence:
    """Say how sure it is; a role without any authorities has a finding that lists what its duties demand."""
    if not subject.role.authorities and subject.unmet:
        return Confidence.LOW
    return Confidence.HIGH if is_all else Confidence.MEDIUM


def _acts_on(thing: str, powers: Powers) -> frozenset[str]:
    """Give the acts on an object that a role is granted or that its duties claim; a grant on nothing named counts."""
    granted = {grant.act for grant in powers.grants if grant.object in (None, thing)}
    claimed = {demand.act for demands in powers.demands for demand in demands if demand.object == thing}
    return frozenset(granted | claimed)


KIND = Kind(Params, "member", check)
