"""Fix `move`: an entry goes to the section that it belongs to, and its comments go with it."""

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.fixes.place import Place, place_of
from jdlint.checking.fixes.section import Item, set_in_section
from jdlint.errors import RuleError
from jdlint.finding import Confidence, Value
from jdlint.model.role import Qualifications
from jdlint.model.vocabulary import group, group_under
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_flow, is_over_lines, line_at
from jdlint.source.edit.lists import dashes, has_comments, lines_of, without
from jdlint.source.source import Source
from jdlint.source.tree import Scalar
from jdlint.wording import Wording


class Params(NamedTuple):
    """Where to."""

    to: str
    """A section, or a part of one: benefits, qualifications.skills."""
    whole: bool = True
    """Whether only entries move of which the finding covers every word."""


def verify(params: Params) -> None:
    """Refuse a section that the format doesn't have or that isn't a list of texts."""
    if params.to not in _lists():
        raise RuleError("no-list-of-role", name=params.to, known=_lists()).inside("to")


def _lists() -> tuple[str, ...]:
    parts = tuple(f"qualifications.{name}" for name in Qualifications._fields)
    return ("duties", "accountabilities", "benefits", "training", "notes", *parts)


def draft(params: Params, case: Case) -> Draft | None:
    """Move the entry; what isn't sure is left to a person."""
    hit, source = case.hit, case.hit.at.source
    place = place_of(hit.at)
    if place is None or place.has_details or hit.role is None or hit.at.node is None:
        return None
    if params.whole and not _covers(hit.at.node.text, *hit.at.part):
        return None
    item = _item(source, place)
    cut = without(source.text, place.items, [place.number])
    set_in = set_in_section(hit.role, tuple(params.to.split(".")), [item]) if item else None
    if cut is None or set_in is None:
        return None
    values: dict[str, Value] = {"old": hit.at.node.text, "section": section_name(params.to)}
    is_sure = hit.confidence in (None, Confidence.HIGH)
    return Draft(within(source, *cut, set_in), "move", values, is_sure)


def _covers(text: str, start: int, end: int) -> bool:
    """Whether nothing but marks and list numbers stands outside some characters of a text."""
    outside = text[:start] + text[end:]
    return not any(each.isalpha() for each in outside)


def _item(source: Source, place: Place) -> Item | None:
    """Take an entry of one line with its comments."""
    node, text = place.node, source.text
    if not isinstance(node, Scalar) or node.style in ("|", ">") or is_over_lines(text, node):
        return None
    if is_flow(text, place.items):
        return Item(node.text, node.style)
    lines, places = lines_of(text, place.items, place.number), dashes(text, place.items)
    if lines is None or places is None:
        return None
    if not has_comments(text, place.items, place.number):
        return Item(node.text, node.style)
    own = line_at(text, places[place.number])
    above = [line.strip() for line in text[lines.start : own.start].splitlines()]
    below = text[own.end : lines.end].strip()
    remark = text[node.end : own.end].rstrip()
    if below or text[places[place.number] + 1 : node.start].strip():
        return None
    return Item(node.text, node.style, tuple(above), remark)


def section_name(to: str) -> Wording:
    """Give the name of a section, or of a part of one, as people read it."""
    section, _, part = to.partition(".")
    keys = group(group_under("role", section) or "").keys if part else group("role").keys
    return keys[part or section].label


KIND = FixKind(Params, draft, ("move",), verify)
