"""The tree of one YAML document: what the file says, untyped, and where it says it."""

from typing import NamedTuple

from jdlint.location import Span


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
        return self.style == "" and self.text in _NULLS


_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


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
