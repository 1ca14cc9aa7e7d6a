"""Kind `subordinates`: power over one's own people, in a role that has none."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Confidence, Value
from jdlint.model.reference import is_none
from jdlint.model.role import Role, Worded
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What power over one's own people looks like."""

    lexicon: str
    """The table of words for one's own people; their reason says how plainly they do."""
    object: str
    acts: tuple[str, ...]
    kinds: tuple[str, ...]
    """Kinds of roles that are looked at although they say nothing of people below."""
    evidence: tuple[Literal["said", "shown"], ...] = ("said", "shown")
    """Whether the role says that it has nobody, or only shows it by naming nobody."""
    words: tuple[Literal["plain", "likely"], ...] = ("plain", "likely")
    """Which words of the table count: to a personnel office, employees are other people's staff."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report the first duty or authority that is about own people, where the role says or shows that it has none."""
    role = subject.role
    evidence = _evidence(params, subject)
    if evidence not in params.evidence:
        return
    for claim in _claims(params, subject):
        found = subject.find(params.lexicon, claim.entry)
        inside = (hit for hit in found if claim.start <= hit.start < claim.end)
        own = next((hit for hit in inside if hit.phrase.reason in params.words), None)
        if own is None:
            continue
        values: dict[str, Value] = {
            "match": claim.entry.text[claim.start : claim.end].strip(),
            "own": claim.entry.text[own.start : own.end],
            "title": role.title.text,
        }
        section = role.sections.get("manages")
        related = (Related(anchor(role.source, section), "none", values),) if section else ()
        at = anchor(role.source, claim.entry, claim.start, claim.end)
        yield Hit(at, values, evidence, role, related, confidence=_confidence(evidence, own.phrase.reason))
        return


def _confidence(evidence: str, plainness: str) -> Confidence:
    if evidence != "said":
        return Confidence.LOW
    return Confidence.HIGH if plainness == "plain" else Confidence.MEDIUM


def _evidence(params: Params, subject: Member) -> str:
    """Tell how one knows that nobody stands below: the role says so, or is of a kind that has nobody; '' if neither."""
    role = subject.role
    if id(role) in subject.organisation.edges_to:
        return ""
    if role.manages is not None:
        return "said" if all(is_none(entry.text) for entry in role.manages) else ""
    return "shown" if role.kind in params.kinds else ""


class _Claim(NamedTuple):
    """Words that claim power over people."""

    entry: Worded
    start: int
    end: int


def _claims(params: Params, subject: Member) -> Iterator[_Claim]:
    role: Role = subject.role
    powers = subject.powers
    for duty, demands in zip(role.duties or (), powers.demands, strict=True):
        for demand in demands:
            if demand.object == params.object and demand.act in params.acts:
                yield _Claim(duty, demand.start, demand.end)
    for entry, reading in zip(role.authorities or (), powers.authorities, strict=True):
        for grant in reading.grants:
            if grant.object == params.object and grant.act in params.acts:
                yield _Claim(entry, grant.start, grant.end)


KIND = Kind(Params, "member", check)
