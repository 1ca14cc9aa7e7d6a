"""What a sentence about a person asks for: a degree, experience, a skill …; and whether it is about a person at all."""

from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.bring.label import Label
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.record import NamedTuple


class _Patterns(NamedTuple):
    kinds: tuple[tuple[str, Any], ...]
    works: Any
    unlabelled: tuple[tuple[str, Any], ...]
    remarks: Any
    asks: Any


@cache
def _patterns() -> _Patterns:
    data = knowledge.load("import/requirements")
    return _Patterns(
        tuple(
            (kind, compiled("|".join(f"(?:{each})" for each in each_kind))) for kind, each_kind in data["kinds"].items()
        ),
        compiled(data["works"]),
        tuple((field, compiled(pattern)) for field, pattern in data["unlabelled"].items()),
        compiled(data["remarks"]),
        compiled(data["asks"]),
    )


def kind_of(text: str) -> str:
    """Give the kind of requirement that a sentence states, by the first word that tells; '' where none does."""
    folded = fold(text)
    best, first = "", len(folded)
    for kind, pattern in _patterns().kinds:
        found = pattern.search(folded)
        if found and found.start() < first:
            best, first = kind, found.start()
    return best


def is_about_person(text: str) -> bool:
    """Say whether a sentence asks something of a person and doesn't tell what to do."""
    folded = fold(text)
    if _patterns().works.search(folded):
        return False
    early = folded if len(folded) <= _SENTENCE else folded[:_OPENING]
    return bool(kind_of(early))


_SENTENCE, _OPENING = 45, 16
"""Characters up to which a sentence is short, and how far from its start a long one must tell what it is about."""


def unlabelled(text: str) -> str:
    """Give the field of a short line that says by itself what it is (月薪5千, 天津, 男性); '' for all others."""
    folded = fold(text.strip())
    return next((field for field, pattern in _patterns().unlabelled if pattern.search(folded)), "")


def is_about_document(text: str) -> bool:
    """Say whether a sentence speaks of the document itself (This list is not exhaustive)."""
    return bool(_patterns().remarks.search(fold(text)))


def asks_of_holder(text: str) -> bool:
    """Say whether a sentence in running text asks something of the person (The postholder will need a degree)."""
    return bool(_patterns().asks.search(fold(text)))


def by_words(label: Label, text: str) -> str:
    """Choose among the fields of a compound label by the words of an entry; the first where they don't tell."""
    folded = fold(text)
    for field in label.fields[1:]:
        if any(word in folded for word in _tells(field)):
            return field
    return label.field


@cache
def _tells(field: str) -> tuple[str, ...]:
    return tuple(map(fold, knowledge.load("import/requirements")["tells"].get(field, ())))
