"""Kind `segregation`: a role that holds duties together which one person shouldn't hold."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.model.role import Role
from jdlint.model.segregation import Evidence, Held, held_pairs
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Nothing to set: the pairs are the table's, and the organisation's own."""


def check(_: Params, subject: Subject) -> Iterator[Hit]:
    """Report each pair that the role holds, at the words of the later side."""
    role = subject.role
    if role.duties is None:
        return
    for held in held_pairs(role, subject.facts.sod, subject.powers, subject.tasks):
        yield _hit(role, held)


def _hit(role: Role, held: Held) -> Hit:
    pair = held.pair
    *others, last = sorted(held.places, key=lambda place: (place.entry.route, place.start))
    values: dict[str, Value] = {
        "first": tuple(_words(place) for place in others),
        "second": _words(last),
        "pair": pair.id,
        "because": pair.reason,
    }
    severity = pair.severity if role.manages or role.kind not in _JUNIOR else pair.junior
    related = tuple(
        Related(anchor(role.source, place.entry, place.start, place.end), "first", {"words": _words(place)})
        for place in others
    )
    return Hit(
        anchor(role.source, last.entry, last.start, last.end),
        values,
        severity,
        role,
        related,
        {"pair": pair.id},
        Confidence(pair.confidence),
    )


_JUNIOR = frozenset(("specialist", "assistant", "unknown"))


def _words(place: Evidence) -> str:
    return place.entry.text[place.start : place.end]


KIND = Kind(Params, "role", check)
