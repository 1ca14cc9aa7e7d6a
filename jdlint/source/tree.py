"""The tree of one YAML document: what the file says, untyped, and where it says it."""

from collections.abc import Callable
from functools import partial

from jdlint.location import Span
from jdlint.record import NamedTuple


class Scalar(NamedTuple):
    """A text as YAML gives it; `style` is '' for a plain one, else its quote or block mark."""

    text: str
    start: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """Where it stands, quotes included."""
        return Span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether the file leaves the value out: nothing, ~ or null."""
        return self.style == "" and self.text in NULLS


NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys and values in the order of the file; a key that stands twice is here twice."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


Node = Scalar | Mapping | Sequence

new_scalar: Callable[[tuple[str, int, int, str]], Scalar] = partial(tuple.__new__, Scalar)
new_entry: Callable[[tuple[Node, Node]], Entry] = partial(tuple.__new__, Entry)
new_mapping: Callable[[tuple[tuple[Entry, ...], int, int]], Mapping] = partial(tuple.__new__, Mapping)
new_sequence: Callable[[tuple[tuple[Node, ...], int, int]], Sequence] = partial(tuple.__new__, Sequence)
"""Make nodes from all their fields: in half the time of calling the class, and a file has hundreds of nodes."""
