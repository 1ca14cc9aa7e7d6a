"""Reads the values of one mapping by their canonical keys: texts, lists, and mappings inside it."""

from collections.abc import Callable
from typing import TypeVar

from jdlint.location import Route
from jdlint.model.role import Text, new_text
from jdlint.model.vocabulary import entries
from jdlint.source.tree import NULLS, Mapping, Node, Scalar, Sequence

_Made = TypeVar("_Made")


class Fields:
    """Reads the values of one mapping into parts of a role."""

    def __init__(self, node: Mapping, keys: str, route: Route) -> None:
        self.entries = entries(node, keys)
        self.route = route

    def text(self, key: str) -> Text | None:
        """Give a value that is one text; None where it is absent or empty."""
        entry = self.entries.get(key)
        return one_text(entry.value, (*self.route, key)) if entry else None

    def texts(self, key: str) -> tuple[Text, ...] | None:
        """Give a value that is a list of texts, or one text; None where the key is absent."""
        return self.each(key, entry_text)

    def each(self, key: str, make: Callable[[Node, Route], _Made | None]) -> tuple[_Made, ...] | None:
        """Build every item of a list, or the one value that stands in its place; None where the key is absent."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        route: Route = (*self.route, key)
        value = entry.value
        if isinstance(value, Sequence):
            made = [make(item, (*route, index)) for index, item in enumerate(value.items)]
        else:
            made = [make(value, route)]
        return tuple([item for item in made if item is not None])

    def inner(self, key: str, keys: str) -> "Fields | None":
        """Give the fields of a mapping under a key; None where no mapping stands there."""
        entry = self.entries.get(key)
        if entry is None or not isinstance(entry.value, Mapping):
            return None
        return Fields(entry.value, keys, (*self.route, key))


def one_text(node: Node | None, route: Route) -> Text | None:
    """Give a scalar as a text; None where it says nothing or is none."""
    return new_text((node.text, route, node)) if isinstance(node, Scalar) and says_something(node) else None


def says_something(node: Scalar) -> bool:
    """Whether a scalar holds more than blanks and words for nothing."""
    text, _, _, style = node
    return not text.isspace() and text != "" and (style != "" or text not in NULLS)


def entry_text(node: Node, route: Route) -> Text | None:
    """Give the text of an entry that may be a text or a mapping with a text."""
    if isinstance(node, Mapping):
        return Fields(node, "requirement", route).text("text")
    return one_text(node, route)
