"""Follows a route of canonical keys through a tree, whatever names the file uses for them."""

from jdlint.location import Route
from jdlint.model.vocabulary import entries, group_under
from jdlint.source.tree import Entry, Mapping, Node, Sequence


def find(node: Node, route: Route, keys: str) -> Node:
    """Follow a canonical route as far as it goes and give the node there."""
    for step in route:
        if isinstance(step, int):
            if not isinstance(node, Sequence) or step >= len(node.items):
                return node
            node = node.items[step]
        else:
            entry = find_entry(node, step, keys)
            if entry is None:
                return node
            node, keys = entry.value, group_under(keys, step) or ""
    return node


def find_entry(node: Node, step: str, keys: str) -> Entry | None:
    """Give the entry of a mapping under a canonical key; an unknown key is looked up as written."""
    if not isinstance(node, Mapping):
        return None
    if keys and (known := entries(node, keys).get(step)):
        return known
    return next((entry for entry in node.entries if entry.key.text == step), None)
