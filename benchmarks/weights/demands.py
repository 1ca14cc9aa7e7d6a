"""Duties as examples of what demands authority, though no table tells."""

from collections.abc import Iterator
from functools import cache

from benchmarks.weights.documents import Document, rule_examples, text_of
from benchmarks.weights.example import Example
from jdlint.language.demand import cut_all, demands_in
from jdlint.language.likely_demand import signs
from jdlint.language.words import is_chinese
from jdlint.model.balance import is_any_told


def labelled(document: Document) -> Iterator[Example]:
    """Give the duties of a document, those left out of which its readers disagree whether they demand anything."""
    for _, text, label in document.duties():
        if "demands" not in (label.get("disputed") or ()):
            found, is_said = _read(text)
            demands = frozenset(label.get("demands") or ())
            yield Example(document.name, found, bool(demands), demands, is_said, not is_said)


def taught(language: str) -> Iterator[Example]:
    """Give the duties that ask for no power by the examples of rules."""
    for rule, example in rule_examples("authority"):
        for duty in example.get("good", {}).get("duties") or ():
            found, is_said = _read(text_of(duty))
            if not is_said and is_chinese(text_of(duty)) == (language == "zh"):
                yield Example(rule, found, is_so=False)


@cache
def _read(text: str) -> tuple[tuple[str, ...], bool]:
    """Give the signs of a duty, and whether the tables tell that it demands something."""
    (duty,) = cut_all((text,))
    return tuple(sorted(signs(duty))), is_any_told(demands_in(duty))
