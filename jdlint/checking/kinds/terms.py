"""Kind `terms`: one unit that several roles call by several of the names that org.yaml gives it."""

from collections import defaultdict
from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.checking.select import selector
from jdlint.finding import Value
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role, Worded
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Where names of units stand."""

    of: tuple[str, ...]


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report each other name where another role writes the term's own name or a third one."""
    terms = {name_key(name): term for term, others in organisation.facts.terms.items() for name in (term, *others)}
    used: dict[str, dict[str, list[tuple[Role, Worded]]]] = defaultdict(lambda: defaultdict(list))
    for role in organisation.roles if terms else ():
        for entry in (entry for pattern in params.of for entry in selector(pattern)(role)):
            key = name_key(entry.text)
            if key in terms:
                used[terms[key]][key].append((role, entry))
    for term, names in used.items():
        if len(names) > 1:
            yield from _hits(term, names)


def _hits(term: str, names: dict[str, list[tuple[Role, Worded]]]) -> Iterator[Hit]:
    for key, places in names.items():
        if key == name_key(term):
            continue
        (role, entry), *others = places
        values: dict[str, Value] = {"match": entry.text, "term": term, "count": len(places)}
        titled = ((each, place, {"title": each.title.text}) for each, place in others)
        related = tuple(Related(anchor(each.source, place), "other", title) for each, place, title in titled)
        yield Hit(anchor(role.source, entry), values, "", role, related)


KIND = Kind(Params, "organisation", check)
