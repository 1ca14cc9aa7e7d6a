"""Kind `facts`: names in org.yaml that nothing bears, so that a check which rests on them is switched off."""

from collections.abc import Callable, Iterable, Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.balance import objects
from jdlint.model.organisation import Organisation
from jdlint.model.role import Text
from jdlint.model.role_parts import ACTS
from jdlint.model.segregation import pair_ids, side_names
from jdlint.near import nearest
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What the texts at each place name, by the place as org.yaml writes it."""

    role: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    power: tuple[str, ...] = ()
    """Act and object, or a side of the shipped table."""
    pair: tuple[str, ...] = ()


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report each text that names nothing; while files are unread, a role may stand in one of them."""
    if not organisation.unread:
        yield from _hits(organisation, params.role, "role", _role_meant)
    yield from _hits(organisation, params.act, "act", _word_of(ACTS))
    yield from _hits(organisation, params.object, "object", _word_of(objects()))
    yield from _hits(organisation, params.power, "power", _power_meant)
    yield from _hits(organisation, params.pair, "pair", _word_of(pair_ids()))


Meant = Callable[[Organisation, str], str | None]
"""Gives None where a text names something, else what it may mean, '' where nothing is near."""


def _hits(organisation: Organisation, places: Iterable[str], reason: str, meant: Meant) -> Iterator[Hit]:
    source = organisation.facts.source
    for place in places if source else ():
        for text in organisation.facts.stated.get(place, ()):
            near = meant(organisation, text.text.strip())
            if source and near is not None:
                yield Hit(anchor(source, text), _values(text, near), f"{reason}-near" if near else reason)


def _values(text: Text, near: str) -> dict[str, Value]:
    return {"match": text.text.strip(), "near": near}


def _role_meant(organisation: Organisation, name: str) -> str | None:
    found = organisation.resolve(name)
    if found.outcome in ("role", "several", "external"):
        return None
    return found.suggestion


def _word_of(known: Iterable[str]) -> Meant:
    words = tuple(known)

    def meant(_: Organisation, word: str) -> str | None:
        return None if word in words else nearest(word, words) or ""

    return meant


def _power_meant(_: Organisation, written: str) -> str | None:
    """Read `ACT OBJECT`; of a slip in one of the two words the whole is given as it should read."""
    if written in side_names():
        return None
    act, thing = (*written.split(maxsplit=1), "", "")[:2]
    if act in ACTS and thing in objects():
        return None
    near_act, near_thing = nearest(act, ACTS), nearest(thing, objects())
    return f"{near_act} {near_thing}" if near_act and near_thing else nearest(written, side_names()) or ""


KIND = Kind(Params, "organisation", check)
