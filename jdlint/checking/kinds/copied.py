"""Kind `copied`: one sentence that stands as a duty in several roles."""

from collections import defaultdict
from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold, squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Duty, Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """When a sentence counts as copied."""

    at_least: int
    """In so many roles of different titles."""
    length: int
    """Shorter sentences say too little to be copied."""
    unless: tuple[str, ...] = ()
    """Words of what every post may have: the rest of the work, and what binds everybody."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report each copied sentence once, at its first role; definitions of one title count as one role."""
    places: dict[str, dict[str, tuple[Role, Duty]]] = defaultdict(dict)
    for role in organisation.roles:
        for duty in role.duties or ():
            places[squeeze(duty.text)].setdefault(name_key(role.title.text), (role, duty))
    for text, found in places.items():
        (role, duty), *others = found.values()
        if len(found) < params.at_least or len(text) < params.length:
            continue
        folded = fold(duty.text)
        if any(fold(word) in folded for word in params.unless):
            continue
        values: dict[str, Value] = {
            "match": duty.text,
            "count": len(found),
            "titles": tuple(each.title.text for each, _ in found.values()),
        }
        related = tuple(
            Related(anchor(each.source, entry), "other", {"title": each.title.text}) for each, entry in others
        )
        yield Hit(anchor(role.source, duty), values, "", role, related)


KIND = Kind(Params, "organisation", check)
