"""Where the entry stands that a finding is about: its list, and its number there."""

from jdlint.checking.hit import Anchor
from jdlint.record import NamedTuple
from jdlint.source.edit.around import ancestors, is_same
from jdlint.source.tree import Mapping, Node, Scalar, Sequence


class Place(NamedTuple):
    """An entry of a list."""

    items: Sequence
    number: int
    has_details: bool
    """Whether the entry says more than its text."""

    @property
    def node(self) -> Node:
        """The entry itself."""
        return self.items.items[self.number]


def place_of(at: Anchor) -> Place | None:
    """Find the entry; None for what isn't in a list, and for what stands there by an alias."""
    if at.node is None:
        return None
    above = ancestors(at.source, at.node)
    entry: Node = at.node
    has_details = False
    if above and isinstance(above[-1], Mapping):
        entry = above[-1]
        has_details = len(entry.entries) > 1
        above = above[:-1]
    if not above or not isinstance(above[-1], Sequence):
        return None
    items = above[-1]
    index = next((number for number, item in enumerate(items.items) if is_same(item, entry)), None)
    return None if index is None else Place(items, index, has_details)


def says_the_same(first: Node, second: Node) -> bool:
    """Whether two values say the same, however they are quoted."""
    if isinstance(first, Scalar) and isinstance(second, Scalar):
        return first.text.strip() == second.text.strip()
    if isinstance(first, Sequence) and isinstance(second, Sequence):
        pairs = zip(first.items, second.items, strict=False)
        return len(first.items) == len(second.items) and all(says_the_same(*pair) for pair in pairs)
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        mine, theirs = ({entry.key.text: entry.value for entry in each.entries} for each in (first, second))
        return mine.keys() == theirs.keys() and all(says_the_same(mine[key], theirs[key]) for key in mine)
    return False
