"""Fixes `drop-mark` and `drop-character`: what stands in a file and is no text."""

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.edit.change import Change


class Params(NamedTuple):
    """The kind takes no parameters."""


def drop_mark(_: Params, case: Case) -> Draft | None:
    """Take the byte order mark from the file's beginning."""
    return Draft(within(case.hit.at.source, Change(Span(0, 0), "")), "drop-mark", drops_mark=True)


def drop_character(_: Params, case: Case) -> Draft | None:
    """Delete invisible characters; between two words of letters that stand apart by nothing else a blank stays."""
    source, span = case.hit.at.source, case.hit.at.span
    text = source.text
    if span.end <= span.start:
        return None
    parts = text[span.start : span.end]
    separates = any(each in _BREAKS for each in parts)
    beside = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    new = " " if separates and _TWO_LETTERS.fullmatch(beside) else ""
    shown = "".join(f"U+{ord(each):04X}" for each in dict.fromkeys(parts))
    return Draft(within(source, Change(span, new)), "delete", {"old": shown})


_BREAKS = "\v\f\x1c\x1d\x1e\x1f"
"""Control characters that part words or lines in the programs that write them."""
_TWO_LETTERS = pattern("[A-Za-z0-9]{2}")

DROP_MARK = FixKind(Params, drop_mark, ("drop-mark",))
DROP_CHARACTER = FixKind(Params, drop_character, ("delete",))
