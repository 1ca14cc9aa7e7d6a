"""Kind `fit`: duties of a head in a clerk's role, and a clerk's in a head's."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from jdlint import knowledge
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.role import Duty, Role
from jdlint.model.title import head_word
from jdlint.record import NamedTuple

_FEWEST = 4
"""A head with fewer duties says too little to be called a clerk."""
_HEADS = frozenset(("manager", "executive", "deputy"))


class Params(NamedTuple):
    """Which mismatches to report."""

    shape: tuple[Literal["head-in-clerk", "clerk-in-head"], ...]
    at_least: int = 2
    """So many duties of a head make a clerk's role a head's."""
    routine_over: float = 0.5
    """The part of a head's duties that may be routine."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report a role once; its telling duties are the related places."""
    role = subject.role
    if "head-in-clerk" in params.shape and head_word(role.title.text) in _words()["clerks"]:
        duties = _duties_of_head(subject)
        if len(duties) >= params.at_least:
            yield _hit(role, duties, "head-in-clerk")
    if "clerk-in-head" in params.shape and role.kind in _HEADS and len(role.duties or ()) >= _FEWEST:
        duties = [duty for duty in role.duties or () if _is_routine(subject, duty)]
        if len(duties) > params.routine_over * len(role.duties or ()):
            yield _hit(role, duties, "clerk-in-head")


def _hit(role: Role, duties: list[Duty], reason: str) -> Hit:
    values: dict[str, Value] = {"title": role.title.text, "count": len(duties), "duties": len(role.duties or ())}
    related = tuple(Related(anchor(role.source, duty), "duty", {"title": role.title.text}) for duty in duties)
    return Hit(anchor(role.source, role.title), values, reason, role, related)


def _duties_of_head(subject: Subject) -> list[Duty]:
    """Give the duties that need the powers of a head; where people are the post's subject, theirs don't count."""
    role, head = subject.role, _words()["head"]
    about = fold(role.title.text + " " + (role.unit.text if role.unit else ""))
    if any(word in about for word in _words()["people"]):
        head = frozenset(name for name in head if not name.endswith(" personnel"))
    return [
        duty
        for duty, demands in zip(role.duties or (), subject.powers.demands, strict=True)
        if any(f"{demand.act} {demand.object}" in head and demand.confidence == "high" for demand in demands)
    ]


def _is_routine(subject: Subject, duty: Duty) -> bool:
    """Say whether every verb that heads the duty is one of routine."""
    heads = [head for clause in subject.read(duty).clauses for head in clause.heads if "linking" not in head.kinds]
    return bool(heads) and all(_base(head.text) in _words()["routine"] for head in heads)


def _base(verb: str) -> str:
    """Give an English verb without -s and -ing; a Chinese one as it is."""
    for ending in ("ing", "es", "s"):
        if verb.isascii() and verb.endswith(ending) and verb[: -len(ending)] in _words()["routine"]:
            return verb[: -len(ending)]
    return verb


@cache
def _words() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = knowledge.load("lexicon/title-fit")
    found = {key: frozenset(map(fold, data[key])) for key in ("clerks", "head", "people")}
    return found | {"routine": frozenset(map(fold, data["routine"]["zh"] + data["routine"]["en"]))}


KIND = Kind(Params, "role", check)
