"""Reads how a duty is involved in a thing that it names: decides it, drafts it, helps with it or hands it in."""

from collections.abc import Iterator
from functools import cache

from jdlint import knowledge
from jdlint.language.clause import Clause
from jdlint.language.fold import fold
from jdlint.language.phrase_parse import Table, verb_forms
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Involvement(NamedTuple):
    """One act on one thing."""

    act: str
    """The group of the verb: set, draft, approve, sign, assess, hire or negotiate."""
    thing: str
    """The words for the thing, folded and bare of articles and of closing words."""
    part: str
    """own, support or submit."""
    start: int
    end: int

    @property
    def is_self_serving(self) -> bool:
        """Whether the thing is one's own money, time off or score."""
        table = _table()
        return self.thing.startswith(table.self) and any(word in self.thing for word in table.own_things)


def involvements(clauses: tuple[Clause, ...], folded: str) -> list[Involvement]:
    """Give the acts of a duty's clauses on the things that they name, in order."""
    found = [each for clause in clauses for each in _of_clause(clause, folded)]
    handed_in = max((folded.find(word) for word in _table().submissions), default=-1)
    if handed_in < 0:
        return found
    return [
        each._replace(part="submit")
        if each.part == "own" and each.start < handed_in and each.act in _table().settled
        else each
        for each in found
    ]


def _of_clause(clause: Clause, folded: str) -> Iterator[Involvement]:
    if clause.is_context or clause.modality not in {"own", "support"} or not clause.heads:
        return
    acts = _table().acts
    verbs = [word for word in clause.heads if word.text in acts]
    if clause.modality == "support" and not verbs:
        verbs = [word for word in clause.words if word.start >= clause.object_start and word.text in acts][:1]
    for verb in verbs:
        start = clause.object_start if verb in clause.heads else verb.end
        if folded[start : clause.end].lstrip().startswith(_table().linking):
            continue
        for first, last in _things(folded, start, clause.end):
            yield Involvement(
                acts[verb.text], folded[first:last], clause.modality, min(first, verb.start), max(last, verb.end)
            )


def _things(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the things that a phrase lists, bare of articles and closing words, but for those too short to be one."""
    cuts = [cut.span() for cut in _SEPARATOR.finditer(folded, start, end)]
    edges = zip((start, *(cut[1] for cut in cuts)), (*(cut[0] for cut in cuts), end), strict=True)
    for first, last in edges:
        first += len(folded[first:last]) - len(folded[first:last].lstrip())  # noqa: PLW2901 - the bare item
        for word in _table().leading:
            first += len(word) if folded.startswith(word, first) else 0  # noqa: PLW2901
        for word in _table().closing:
            last -= len(word) if folded.endswith(word, first, last) else 0  # noqa: PLW2901
        bare = folded[first:last].rstrip()
        if len(bare) >= (_SHORTEST_ENGLISH if bare.isascii() else _SHORTEST_CHINESE):
            yield first, first + len(bare)


_SEPARATOR = pattern(r"以及|[、和与及,()]|\band\b")

_SHORTEST_CHINESE, _SHORTEST_ENGLISH = 3, 8
"""A thing named in fewer characters may be many things (计划, plan)."""


class _Table(NamedTuple):
    """The words of lexicon/involvement.yaml, folded."""

    acts: dict[str, str]
    settled: frozenset[str]
    submissions: tuple[str, ...]
    leading: tuple[str, ...]
    closing: tuple[str, ...]
    linking: tuple[str, ...]
    self: tuple[str, ...]
    own_things: tuple[str, ...]


@cache
def _table() -> _Table:
    data: Table = knowledge.load("lexicon/involvement")
    return _Table(
        {spelling: act for act, group in data["acts"].items() for spelling in _spellings(group)},
        frozenset(data["settled"]),
        *(tuple(map(fold, data[key])) for key in _WORDS),
    )


_WORDS = ("submissions", "leading", "closing", "linking", "self", "own_things")


def _spellings(group: Table) -> list[str]:
    english = [form for verb in group["en"] for _, form in verb_forms(verb)]
    return [*map(fold, group["zh"]), *english]
