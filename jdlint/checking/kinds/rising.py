"""Kind `rising`: what should not fall from a role to its superior: the rank in the title, the years, the degree."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

from jdlint import knowledge
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.quantity import only_quantity
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Worded
from jdlint.model.title import kind_of
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What to compare."""

    of: tuple[Literal["title", "experience", "education"], ...]


class _Rank(NamedTuple):
    """How high a text of a role stands."""

    height: float
    worded: Worded


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report, for each solid line, a superior who stands lower than the role below."""
    for of in params.of:
        ranks: dict[int, _Rank | None] = {id(role): _RANKS[of](role) for role in organisation.roles}
        for role in organisation.roles:
            for parent in organisation.solid_parents(role):
                lower, upper = ranks[id(role)], ranks[id(parent)]
                if parent is not role and lower and upper and lower.height > upper.height:
                    yield _hit(of, (role, lower), (parent, upper))


def _hit(of: str, below: tuple[Role, _Rank], above: tuple[Role, _Rank]) -> Hit:
    (role, lower), (parent, upper) = below, above
    values: dict[str, Value] = {
        "lower": role.title.text,
        "upper": parent.title.text,
        "lower_match": lower.worded.text,
        "upper_match": upper.worded.text,
    }
    if of == "title":
        related = Related(anchor(parent.source, upper.worded), "other", values)
        return Hit(anchor(role.source, lower.worded), values, of, role, (related,))
    related = Related(anchor(role.source, lower.worded), "other", values)
    return Hit(anchor(parent.source, upper.worded), values, of, parent, (related,))


def _title(role: Role) -> _Rank | None:
    """Read the rank of a title; a deputy, and a title that says nothing of rank, has none."""
    folded = fold(role.title.text).split("(")[0].strip()
    if kind_of(role.title.text) == "deputy" or folded.endswith(_words()["unranked"]):
        return None
    height = _highest(_words()["titles"], folded.endswith)
    return None if height is None else _Rank(height, role.title)


def _experience(role: Role) -> _Rank | None:
    """Read the years where a role asks for one number of them; several are of different things."""
    found: list[_Rank] = []
    for text in role.qualifications.experience if role.qualifications else ():
        quantity = only_quantity(text.text)
        if quantity is None or quantity.unit not in _words()["years"]:
            return None
        found.append(_Rank(quantity.low if quantity.low > 0 else quantity.high, text))
    return found[0] if len(found) == 1 else None


def _education(role: Role) -> _Rank | None:
    """Read the degree where a role names one."""
    texts = role.qualifications.education if role.qualifications else ()
    if len(texts) != 1:
        return None
    folded = fold(texts[0].text)
    named = [height for height, words in enumerate(_words()["degrees"]) if any(word in folded for word in words)]
    return _Rank(named[0], texts[0]) if len(named) == 1 else None


def _highest(table: tuple[tuple[str, ...], ...], matches: Callable[[str], bool]) -> int | None:
    """Give the row of the longest word that matches: 总经理 is more than 经理."""
    found = [(len(word), height) for height, words in enumerate(table) for word in words if matches(word)]
    return max(found)[1] if found else None


_RANKS: dict[str, Callable[[Role], _Rank | None]] = {
    "title": _title,
    "experience": _experience,
    "education": _education,
}


@cache
def _words() -> dict[str, Any]:
    data = knowledge.load("lexicon/ranks")
    rows = {key: tuple(tuple(map(fold, row)) for row in data[key]) for key in ("titles", "degrees")}
    return rows | {key: tuple(map(fold, data[key])) for key in ("unranked", "years")}


KIND = Kind(Params, "organisation", check)
