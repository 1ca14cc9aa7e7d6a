"""Fix `delete`: the finding's words go, and the sentence around them stays whole."""

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.fixes.replace import trimmed, words_at
from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_in_flow
from jdlint.source.edit.change import Change
from jdlint.source.edit.rewriting import rewritten

_HANGS_ON = pattern(r"[、,，;；:：。.!?的地得并和与及而等]|(?:and|or|but)\b")
"""What can't open a text or a clause: words before it would be missing."""
_OPENS = pattern(r"(?:^|[,，;；。])\s*$")
_LEANS_ON = pattern(r"(?:[、和与及并的地得]|\b(?:and|or|the|a|an|of|to|in|for|with|by))\s*$")
"""What can't close a text or a clause: words behind it would be missing."""
_CLOSES = pattern(r"\s*(?:$|[,，;；。.])")


class Params(NamedTuple):
    """The kind takes no parameters."""


def draft(_: Params, case: Case) -> Draft | None:
    """Delete the words, unless what stands beside them hangs on them."""
    at = case.hit.at
    if at.node is None:
        return None
    value = at.node.text
    part = trimmed(value, at.part, "")
    before, behind = value[: part.start], value[part.end :]
    if (_OPENS.search(before) and _HANGS_ON.match(behind)) or (_LEANS_ON.search(before) and _CLOSES.match(behind)):
        return None
    parts = [Change(part, "")]
    if not before.strip() and value[part.start : part.start + 1].isupper() and behind[:1].islower():
        parts = [Change(Span(part.start, part.end + 1), behind[0].upper())]
    changes = rewritten(at.source.text, at.node, parts, in_flow=is_in_flow(at.source, at.node))
    return Draft(within(at.source, *changes), "delete", {"old": words_at(at)}) if changes else None


KIND = FixKind(Params, draft, ("delete",))
