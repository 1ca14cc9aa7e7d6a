"""Fixes `rename-key` and `colon`: a key that the format doesn't know becomes the one that is meant."""

from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.location import Span
from jdlint.record import NamedTuple
from jdlint.source.edit.around import scalar_at
from jdlint.source.edit.change import Change
from jdlint.source.edit.mappings import renamed
from jdlint.wording import Wording


class Params(NamedTuple):
    """The kind takes no parameters."""


def rename(_: Params, case: Case) -> Draft | None:
    """Write the key that is meant, in the language in which the wrong one is written."""
    at, values = case.hit.at, case.hit.values
    key = scalar_at(at.source, at.span)
    meant, label = values.get("meant"), values.get("label")
    if key is None or key.span != at.span or not isinstance(meant, str):
        return None
    new = meant if key.text.isascii() or not isinstance(label, Wording) else label.read(_script(key.text, label))
    change = renamed(key, new)
    return Draft(within(at.source, change), "replace", {"old": key.text, "new": new}) if change else None


def _script(written: str, label: Wording) -> str:
    """Choose the script of which the written key shares more characters."""
    shared = {language: len(set(written) & set(label.read(language))) for language in ("zh", "zh-Hant")}
    return "zh-Hant" if shared["zh-Hant"] > shared["zh"] else "zh"


def colon(_: Params, case: Case) -> Draft | None:
    """Write the half-width colon, and a blank where the value follows at once."""
    at = case.hit.at
    text, place = at.source.text, at.span.start
    if text[place : place + 1] != _FULL_WIDTH:
        return None
    stands_free = text[place + 1 : place + 2] in ("", " ", "\t", "\r", "\n")
    change = Change(Span(place, place + 1), ":" if stands_free else ": ")
    return Draft(within(at.source, change), "replace", {"old": _FULL_WIDTH, "new": ":"})


_FULL_WIDTH = "："

RENAME = FixKind(Params, rename, ("replace",))
COLON = FixKind(Params, colon, ("replace",))
