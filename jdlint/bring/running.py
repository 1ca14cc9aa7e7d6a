"""Fields in running text: whom a sentence names as superior, which level it states."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.bring.item import Item
from jdlint.finding import Confidence
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class _Patterns(NamedTuple):
    fields: tuple[tuple[str, tuple[Any, ...]], ...]
    superiors: tuple[Any, ...]


@cache
def _patterns() -> _Patterns:
    data = knowledge.load("import/requirements")
    return _Patterns(
        tuple((field, tuple(map(compiled, patterns))) for field, patterns in data["running"].items()),
        tuple(map(compiled, data["superiors"])),
    )


_LISTED = pattern("[、,，]")


def superiors(text: str) -> list[str]:
    """Give the superiors of a value: the value itself, or those whom it names in a sentence."""
    found = [span for each in _patterns().superiors for span in _spans(each, text)]
    return [text[start:end].strip(" :：") for start, end in sorted(found)] or [text]


def in_running_text(items: Sequence[Item]) -> Iterator[Item]:
    """Find a superior and a level in the sentences at the head of a role, where no label names them."""
    known = {item.field for item in items}
    head = [item for item in items[: _first_duty(items)] if item.field in _TEXTS]
    for field, patterns in _patterns().fields:
        if field not in known:
            yield from _first(field, patterns, head)


_TEXTS = frozenset(("purpose", "notes", "benefits", "conditions.other"))
"""Fields at the head of a role that hold sentences."""


def _first(field: str, patterns: Sequence[Any], head: Sequence[Item]) -> Iterator[Item]:
    """Read a field from the first sentence that states it; a level once, superiors as many as it names."""
    for item in head:
        for each in patterns:
            found = _spans(each, item.text)
            for start, end in found[: None if field == "reports_to" else 1]:
                words = item.text[start:end].strip()
                for name in _LISTED.split(words) if field == "manages" else (words,):
                    yield Item(field, name, item.place, name, Confidence.MEDIUM)
            if found:
                return


def _first_duty(items: Sequence[Item]) -> int:
    return next((at for at, item in enumerate(items) if item.field == "duties"), len(items))


def _spans(pattern: Any, text: str) -> list[tuple[int, int]]:  # noqa: ANN401 - re2 has no types
    return [found.span(1) for found in pattern.finditer(fold(text))]
