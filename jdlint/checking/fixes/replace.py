"""Fix `replace`: what stands at the finding is written anew, as the finding or the rule says."""

from collections.abc import Iterable

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.hit import Anchor, Hit
from jdlint.language.fold import fold
from jdlint.location import Span
from jdlint.model.reference import name_key
from jdlint.near import edit_distance
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_in_flow
from jdlint.source.edit.change import Change
from jdlint.source.edit.rewriting import rewritten
from jdlint.source.source import Source


class Params(NamedTuple):
    """What to write."""

    by: str = "{replacement}"
    """The new words; {names} stand for what the finding says. Where it doesn't say that, nothing is fixed."""
    words: dict[str, str] | None = None
    """New words by old ones, for rules that find several; before `by`."""
    everywhere: bool = False
    """Whether the places beside the finding are written anew, too."""
    near: int | None = None
    """So many characters may differ for it to be as safe as the rule says; None for any number."""


def draft(params: Params, case: Case) -> Draft | None:
    """Replace the finding's words."""
    hit = case.hit
    new = _new_words(params, hit)
    if new is None:
        return None
    anchors = [hit.at, *(related.at for related in hit.related)] if params.everywhere else [hit.at]
    changes = changed(anchors, new)
    if changes is None:
        return None
    old = words_at(hit.at)
    is_sure = params.near is None or edit_distance(name_key(old), name_key(new), params.near) <= params.near
    return Draft(changes, "replace" if new else "delete", {"old": old, "new": new}, is_sure)


def words_at(at: Anchor) -> str:
    """Give the words at a place."""
    return at.node.text[at.part.start : at.part.end] if at.node else at.source.text[at.span.start : at.span.end]


def _new_words(params: Params, hit: Hit) -> str | None:
    old = fold(words_at(hit.at))
    if params.words:
        return next((new for word, new in params.words.items() if fold(word) == old), None)
    return filled(params.by, hit)


def filled(template: str, hit: Hit) -> str | None:
    """Put what a finding says into a template's {names}; None where it doesn't say one of them."""
    values = {name: str(value) for name, value in hit.values.items() if isinstance(value, str | int)}
    if any(name not in values for name in _NAME.findall(template)):
        return None
    return _NAME.sub(lambda found: values[found[1]], template)


_NAME = pattern(r"\{(\w+)\}")
"""Only plain names: a template of a rule file can ask for nothing else, nor for a width."""


def changed(anchors: Iterable[Anchor], new: str) -> tuple[tuple[Source, Change], ...] | None:
    """Give the changes that write the same words at several places; None where one of them can't be written."""
    found: list[tuple[Source, Change]] = []
    by_value: dict[int, list[Anchor]] = {}
    for at in anchors:
        by_value.setdefault(id(at.node) if at.node else id(at), []).append(at)
    for group in by_value.values():
        at = group[0]
        if at.node is None:
            found += within(at.source, Change(at.span, new))
            continue
        parts = [Change(trimmed(each.node.text if each.node else "", each.part, new), new) for each in group]
        changes = rewritten(at.source.text, at.node, parts, in_flow=is_in_flow(at.source, at.node))
        if changes is None:
            return None
        found += within(at.source, *changes)
    return tuple(found)


def trimmed(value: str, part: Span, new: str) -> Span:
    """Give what to replace of a value: words that go take along the blanks that they would leave behind."""
    start, end = part
    if new:
        return part
    before, behind = value[:start], value[end:]
    if not before.strip() or before.endswith(" "):
        end += len(behind) - len(behind.lstrip(" "))
    if not value[end:].strip():
        start = len(before.rstrip(" "))
    return Span(start, end)


KIND = FixKind(Params, draft, ("replace", "delete"))
