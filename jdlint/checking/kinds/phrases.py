"""Kind `phrases`: words of a table of rules/lexicon/ in the texts that the rule names."""

from collections.abc import Iterator
from functools import cache

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.language.lexicon import Hit as Found
from jdlint.language.lexicon import Lexicon, Phrase
from jdlint.language.quantity import only_quantity
from jdlint.model.role import Authority, Kpi, Worded
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Where to look and for what."""

    of: tuple[str, ...]
    lexicon: str = ""
    unless_measured: bool = False
    """Whether a KPI with a formula, or with a target that holds a number, passes."""
    unless_act: bool = False
    """Whether an authority that names its act passes: it says what the post does."""
    phrases: tuple[str, ...] = ()
    """Phrases written in the rule itself, beside or instead of a table's."""
    unless: tuple[str, ...] = ()
    """Texts that, standing anywhere in the same entry, make it pass."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the first phrase of each text."""
    role = subject.role
    for worded in (worded for pattern in params.of for worded in subject.texts(pattern)):
        hit = _first(params, subject, worded)
        if hit:
            values: dict[str, Value] = {"match": worded.text[hit.start : hit.end]}
            yield Hit(anchor(role.source, worded, hit.start, hit.end), values, hit.phrase.reason, role)


def _first(params: Params, subject: Subject, worded: Worded) -> Found | None:
    if params.unless_measured and isinstance(worded, Kpi) and _is_measured(worded):
        return None
    if params.unless_act and isinstance(worded, Authority) and worded.act:
        return None
    folded = subject.fold(worded)
    if any(text in folded for text in _folded(params.unless)):
        return None
    if params.lexicon:
        found = subject.find(params.lexicon, worded)
        if found:
            return found[0]
    return next(iter(_own(params.phrases).find(folded)), None) if params.phrases else None


@cache
def _own(phrases: tuple[str, ...]) -> Lexicon:
    return Lexicon(Phrase("", fold(text), "") for text in phrases)


@cache
def _folded(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, texts))


def _is_measured(kpi: Kpi) -> bool:
    return kpi.formula is not None or (kpi.target is not None and only_quantity(kpi.target.text) is not None)


KIND = Kind(Params, "role", check)
