"""Kind `involvement`: two shares in one and the same thing that one role can't have at once."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.language.involvement import Involvement, involvements
from jdlint.model.role import Duty, Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which shares clash."""

    clash: Literal["share", "self"]
    """The same act, once as one's own and once for somebody else; or a thing asked for and granted by one role."""
    asks: tuple[str, ...] = ()
    """For `self`: acts by which a thing is asked for."""
    grants: tuple[str, ...] = ()
    """For `self`: acts by which it is granted."""


class _Place(NamedTuple):
    """An involvement and the duty that says it."""

    duty: Duty
    act: Involvement


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each thing once, at the later of the two duties."""
    places = subject.shared("involvements", lambda role: _places(subject, role))
    if params.clash == "self":
        yield from _self_serving(params, subject.role, places)
    first: dict[tuple[str, str], _Place] = {}
    told: set[str] = set()
    for place in places:
        for key in _opposites(params, place.act):
            other = first.get(key)
            if other and other.duty is not place.duty and place.act.thing not in told:
                told.add(place.act.thing)
                yield _hit(params, subject.role, place, other)
        first.setdefault(_side(place.act), place)


def _places(subject: Subject, role: Role) -> list[_Place]:
    return [
        _Place(duty, act)
        for duty in role.duties or ()
        for act in involvements(subject.read(duty).clauses, subject.fold(duty))
    ]


def _side(act: Involvement) -> tuple[str, str]:
    return (f"{act.act} {act.part}", act.thing)


def _opposites(params: Params, act: Involvement) -> Iterator[tuple[str, str]]:
    """Give the sides that can't go together with an involvement."""
    if params.clash == "share":
        for part in ("support", "submit") if act.part == "own" else ("own",):
            yield (f"{act.act} {part}", act.thing)
    elif act.part == "own":
        others = params.grants if act.act in params.asks else params.asks if act.act in params.grants else ()
        for other in others:
            yield (f"{other} own", act.thing)


def _self_serving(params: Params, role: Role, places: list[_Place]) -> Iterator[Hit]:
    for duty, act in places:
        if act.part == "own" and act.is_self_serving and act.act not in params.asks:
            values: dict[str, Value] = {"match": duty.text[act.start : act.end], "thing": act.thing}
            yield Hit(anchor(role.source, duty, act.start, act.end), values, "own", role)


def _hit(params: Params, role: Role, place: _Place, other: _Place) -> Hit:
    values: dict[str, Value] = {
        "match": _words(place),
        "other": _words(other),
        "thing": place.duty.text[place.act.start : place.act.end][-len(place.act.thing) :],
    }
    reason = "request" if params.clash == "self" else place.act.part if place.act.part != "own" else other.act.part
    related = (Related(anchor(role.source, other.duty, other.act.start, other.act.end), "other", values),)
    return Hit(
        anchor(role.source, place.duty, place.act.start, place.act.end),
        values,
        reason,
        role,
        related,
        confidence=Confidence.MEDIUM,
    )


def _words(place: _Place) -> str:
    return place.duty.text[place.act.start : place.act.end].strip()


KIND = Kind(Params, "role", check)
