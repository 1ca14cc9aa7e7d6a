"""Reads which authority a duty demands: approve finance.credit for 审批客户资信额度, nothing for 协助制定计划."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.language.object_parse import Objects, objects_behind, objects_before
from jdlint.language.phrase_parse import Clause, Sentence, sentences

_RANK = {"high": 2, "medium": 1, "low": 0}


class Demand(NamedTuple):
    """An authority that a duty needs."""

    act: str
    object: str
    confidence: str
    """high where every reader would insist, medium where a careful one would, low where it goes without saying."""
    start: int
    """Column in the original text where the demanding words begin."""
    end: int
    words: str


def read_demands(text: str) -> tuple[Demand, ...]:
    """Give the authority that doing a duty needs, each act and object once, in the order of the text."""
    folded = fold(text)
    found: dict[tuple[str, str], Demand] = {}
    for sentence in sentences(folded):
        for demand in _of_sentence(sentence, text, folded):
            known = found.get(demand[:2])
            if known is None or _RANK[demand.confidence] > _RANK[known.confidence]:
                found[demand[:2]] = demand
    return tuple(sorted(found.values(), key=_place)) if len(found) > 1 else tuple(found.values())


def _place(demand: Demand) -> tuple[int, int]:
    return demand.start, demand.end
