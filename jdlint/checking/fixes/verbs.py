"""Fix `verb-form`: English duties that begin with another form of the verb than the others begin like them."""

from collections.abc import Iterator

from jdlint.checking.fixes.kind import Case, Draft, FixKind
from jdlint.checking.hit import Anchor
from jdlint.language.duty import read_duty
from jdlint.language.words import inflected
from jdlint.location import Span
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_in_flow
from jdlint.source.edit.change import Change
from jdlint.source.edit.rewriting import rewritten
from jdlint.source.source import Source

_FORMS = ("base", "-s", "-ing")


class Params(NamedTuple):
    """The kind takes no parameters."""


def draft(_: Params, case: Case) -> Draft | None:
    """Write the first verb of each odd duty in the form of the others; a duty with a second verb like it stays."""
    values = case.hit.values
    common = str(values.get("common", ""))
    form = next((form for form in _FORMS if inflected(common, form) == common), None)
    found: list[tuple[Source, Change]] = []
    for at, odd in _odd_ones(case):
        changes = _changes(at, odd, inflected(odd, form)) if form else None
        if not changes:
            return None
        found += ((at.source, change) for change in changes)
    return Draft(tuple(found), "verb-form", {"common": common, "count": len(found)})


def _odd_ones(case: Case) -> Iterator[tuple[Anchor, str]]:
    yield case.hit.at, str(case.hit.values.get("odd", ""))
    for related in case.hit.related:
        yield related.at, str(related.values.get("odd", ""))


def _changes(at: Anchor, odd: str, new: str | None) -> tuple[Change, ...] | None:
    if at.node is None or new is None or not odd:
        return None
    text = at.node.text
    start = text.find(odd)
    if start == -1 or _other_verbs(text, start):
        return None
    parts = [Change(Span(start, start + len(odd)), new)]
    return rewritten(at.source.text, at.node, parts, in_flow=is_in_flow(at.source, at.node))


def _other_verbs(text: str, start: int) -> bool:
    """Whether another verb of the duty would have to follow the first: all of one sentence have one form."""
    heads = [head for clause in read_duty(text).clauses for head in clause.heads]
    first = next((head for head in heads if head.start == start), None)
    forms = first.kinds & set(_FORMS) if first else set(_FORMS)
    return any(head is not first and head.kinds & forms for head in heads)


KIND = FixKind(Params, draft, ("verb-form",))
