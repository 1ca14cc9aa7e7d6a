"""Writes every key of a file in one language: the format's own names, or those of Chinese in either script."""

import os
from collections import Counter
from collections.abc import Iterator

from jdlint.model.build import build_roles
from jdlint.model.schema import plain
from jdlint.model.vocabulary import group, group_under
from jdlint.source.discover import ORG_NAMES
from jdlint.source.edit.change import Change, applied
from jdlint.source.edit.mappings import renamed
from jdlint.source.encoding import without_mark
from jdlint.source.tree import Entry, Mapping, Node, Scalar, Sequence
from jdlint.source.yaml import read


def with_keys(file: str, raw: bytes, language: str) -> tuple[bytes, int]:
    """Write the keys of a role file or an org.yaml in a language: en, zh or zh-Hant; give how many changed.

    A file that can't be read, or would say something else then, stays as it is.
    """
    source = read(file, raw)
    is_org = os.path.basename(file) in ORG_NAMES
    if not source.readable or not (is_org or build_roles(source).roles):
        return raw, 0
    changes: list[Change] = []
    for document in source.documents:
        changes += _renamed(document, _group_of(document, is_org=is_org), language)
    body = applied(source.text, {change.span: change for change in changes}.values()).encode()
    again = read(file, body)
    if [_said(node, is_org=is_org) for node in again.documents] != [
        _said(node, is_org=is_org) for node in source.documents
    ]:
        return raw, 0
    mark = raw[: len(raw) - len(without_mark(raw))]
    return mark + body, len(changes)


def _group_of(document: Node, *, is_org: bool) -> str:
    if is_org:
        return "org"
    is_list = isinstance(document, Mapping) and any(_canonical(entry, "file") == "roles" for entry in document.entries)
    return "file" if is_list else "role"


def _said(document: Node, *, is_org: bool) -> object:
    """Give what a document says under canonical keys."""
    name = _group_of(document, is_org=is_org)
    if name != "file" or not isinstance(document, Mapping):
        return plain(document, name)
    return [
        (_canonical(entry, "file"), plain(entry.value, "role" if _canonical(entry, "file") else ""))
        for entry in document.entries
    ]


def _canonical(entry: Entry, keys: str) -> str | None:
    return group(keys).canonical(entry.key.text) if keys else None


def _renamed(node: Node, keys: str, language: str) -> Iterator[Change]:
    """Give the changes of the keys at and below a node; of a field that stands twice the keys stay."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _renamed(item, keys, language)
    if not isinstance(node, Mapping) or not keys:
        return
    names = [_canonical(entry, keys) for entry in node.entries]
    counts = Counter(names)
    for entry, name in zip(node.entries, names, strict=True):
        if name is None:
            continue
        if counts[name] == 1 and (change := _change(entry.key, keys, name, language)):
            yield change
        yield from _renamed(entry.value, "role" if keys == "file" else group_under(keys, name) or "", language)


def _change(key: Scalar, keys: str, name: str, language: str) -> Change | None:
    wanted = name if language == "en" else group(keys).keys[name].label.read(language)
    return None if key.text == wanted else renamed(key, wanted)
