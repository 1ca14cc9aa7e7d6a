"""The words under which documents put the fields of a role, and those that say nothing or nobody."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.language.linear import compiled
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_GROUPS = {
    "role": "",
    "qualifications": "qualifications.",
    "conditions": "conditions.",
    "relations": "relations.",
    "career": "career.",
    "review": "review.",
}
"""The groups of the format whose names count as labels, with what stands before their keys in a field."""

_NO_LABELS = frozenset(("id", "kind", "accept", "compensating", "occupational_requirement", "aliases"))
"""Keys of the role whose English names are no labels of documents; their Chinese names are looked up all the same."""


GROUP, STATEMENT, SHARE, SERIAL, PART, REMARK, PERSONAL = (
    "group", "statement", "share", "serial", "part", "remark", "personal"
)  # fmt: skip
"""What labels may open besides the fields of the format: see rules/import/labels.yaml."""


class Table(NamedTuple):
    """The words of rules/import/labels.yaml, as they are looked up."""

    fields: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    """Endings with their fields, the longest first."""
    before: tuple[str, ...]
    behind: tuple[str, ...]
    groups: frozenset[str]
    statements: frozenset[str]
    sentences: re.Pattern[str]
    areas: tuple[str, ...]
    nothing: frozenset[str]
    nobody: frozenset[str]
    says_nobody: Any
    promises: tuple[str, ...]
    external: tuple[str, ...]
    days: tuple[str, ...]
    longest: int


@cache
def label_words() -> Table:
    """Load the words, folded and freed of marks."""
    data = knowledge.load("import/labels")
    fields: dict[str, list[str]] = {}
    named = [(field, word) for field, words in data["words"].items() for word in words]
    for field, word in (*named, *_known_keys()):
        known = fields.setdefault(normal(word), [])
        if field not in known:
            known.append(field)
    for word, field in data["first"].items():
        known = fields[normal(word)]
        known.insert(0, known.pop(known.index(field)))
    endings = [(normal(ending), field) for field, words in data["endings"].items() for ending in words]
    return Table(
        {word: tuple(known) for word, known in fields.items()},
        frozenset(map(normal, data["weak"])),
        tuple(sorted(endings, key=lambda each: -len(each[0]))),
        tuple(sorted(map(normal, data["before"]), key=len, reverse=True)),
        tuple(sorted(map(normal, data["behind"]), key=len, reverse=True)),
        frozenset(map(normal, data["groups"])),
        frozenset(map(normal, data["statements"])),
        re.compile("|".join(rf"{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in data["sentence-start"])),
        tuple(map(normal, data["areas"])),
        frozenset(map(normal, data["nothing"])),
        frozenset(map(normal, data["nobody"])),
        compiled(data["nobody-patterns"]),
        tuple(map(fold, data["promises"])),
        tuple(map(fold, data["external"])),
        tuple(map(fold, data["days"])),
        max(map(len, fields)),
    )


def _known_keys() -> Iterator[tuple[str, str]]:
    """Give the names that the format itself knows, with the fields they mean."""
    vocabulary = knowledge.load("format/vocabulary")
    for group, prefix in _GROUPS.items():
        for key, names in vocabulary[group].items():
            field = f"{prefix}{key}" if not (group == "role" and key in _NO_LABELS) else REMARK
            if group == "role" and key == "id":
                field = "id"
            written = [names["zh"], names["zh-Hant"], *names["aliases"]]
            if key not in _NO_LABELS:
                written.append(names["en"].replace("_", " "))
            yield from ((field, word) for word in written)


@lru_cache(maxsize=4096)
def normal(words: str) -> str:
    """Fold words and free them of blanks, colons, brackets and quotes."""
    return _LOOSE.sub("", fold(words).replace("’", "'"))


SENTENCE = pattern(r"[，。；,;！!?？]")
"""Marks that no label has."""
_LOOSE = pattern(r"[\s:：_【】\[\]〔〕〈〉《》<>「」『』“”\"*#=~·。.!▲△►■●◆★☆–—-]+")


def names_area(text: str) -> bool:
    """Say whether a heading among duties names an area of them: 货品管理."""
    return not SENTENCE.search(text) and normal(text).endswith(label_words().areas)


def says_nothing(value: str) -> bool:
    """Say whether a value says that there is nothing to say."""
    return not value.strip() or fold(value.strip()).strip(" 。.;；") in label_words().nothing or not normal(value)


def says_nobody(value: str) -> bool:
    """Say whether a value says that nobody is meant."""
    folded = fold(value.strip())
    return folded.strip(" 。.;；") in label_words().nobody or bool(label_words().says_nobody.search(folded))
