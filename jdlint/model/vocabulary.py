"""The keys of the format under all their names, and what to suggest for a name that is none of them."""

import re
from collections.abc import Iterable
from functools import cache

from jdlint import compiled, knowledge
from jdlint.language.fold import fold
from jdlint.near import nearest
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.tree import Entry, Mapping
from jdlint.wording import LANGUAGES, Wording

_LIST_NUMBER = pattern(
    r"^(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．,]|[①-⑳])+|^第[一二三四五六七八九十\d]+[章节条部分]+"
)
"""A list number as people put it before a heading: 一、 (1) 3. ① 第二章."""


class Key(NamedTuple):
    """One key of a group."""

    name: str
    of: str
    """The group that it is a key of."""
    group: str | None
    """The group of keys that a mapping under this key may have."""

    @property
    def label(self) -> Wording:
        """What people call it."""
        entry = knowledge.load("format/vocabulary")[self.of][self.name]
        return Wording({language: str(entry[language]) for language in LANGUAGES})


class Group:
    """The keys that one kind of mapping may have."""

    def __init__(self, name: str, under: dict[str, str], names: dict[str, str]) -> None:
        self.name = name
        self.under = under
        """For each key the group of the mappings under it; '' where there is none."""
        self.keys = {key: Key(key, name, of or None) for key, of in under.items()}
        self._names = names
        self._seen: dict[str, str | None] = {key: key for key in under}

    def canonical(self, written: str) -> str | None:
        """Give the key that a written one means; None where it is none of this group."""
        try:
            return self._seen[written]
        except KeyError:
            found = self._seen[written] = self._names.get(_normal(written))
            return found

    def names(self) -> Iterable[str]:
        """Give every name that the group knows, folded."""
        return self._names

    def aliases(self, key: str) -> list[str]:
        """Give all names of a key, folded, itself left out."""
        return [name for name, meant in self._names.items() if meant == key and name != key]

    def suggestion(self, written: str) -> str | None:
        """Give the known key nearest to a written one, or None where none is near."""
        near = nearest(_normal(written), self._names)
        return self._names[near] if near else None


def _normal(written: str) -> str:
    """Fold a key and free it of blanks, colons, underscores, brackets and list numbers."""
    letters = written.replace("_", "").replace(" ", "")
    if letters.isalpha() and letters[0] != "第":
        return fold(letters)  # so it is with most keys; the patterns below take a millisecond to compile
    bare = _LIST_NUMBER.sub("", fold(written).replace(" ", ""))
    return re.sub(r"[\s:_()\[\]【】〔〕-]", "", bare)


@cache
def group(name: str) -> Group:
    """Give a group of keys of rules/format/vocabulary.yaml."""
    return Group(name, *_packed()[name])


_Packed = dict[str, tuple[dict[str, str], dict[str, str]]]


@cache
def _packed() -> _Packed:
    packed: _Packed = compiled.part("keys", packed_keys)
    return packed


def packed_keys() -> _Packed:
    """Compile each group: what is under its keys, and their names in the form in which written ones are compared."""
    return {
        name: ({key: str(entry.get("of", "")) for key, entry in data.items()}, _names(data))
        for name, data in knowledge.load("format/vocabulary").items()
    }


def _names(data: dict[str, dict[str, str | list[str]]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, entry in data.items():
        for alias in (key, *(str(entry[language]) for language in LANGUAGES), *entry.get("aliases", ())):
            names.setdefault(_normal(alias), key)
    return names


def group_under(parent: str, key: str) -> str | None:
    """Give the group of the mappings under a key of a group."""
    found = group(parent).keys.get(key) if parent else None
    return found.group if found else None


def entries(mapping: Mapping, name: str) -> dict[str, Entry]:
    """Give a mapping's entries by canonical key; the first of several wins, unknown keys are left out."""
    canonical = group(name).canonical
    found: dict[str, Entry] = {}
    for entry in mapping.entries:
        key = canonical(entry.key.text)
        if key is not None and key not in found:
            found[key] = entry
    return found
