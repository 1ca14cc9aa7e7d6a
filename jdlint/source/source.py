"""Source: one file as read, and the problems that reading met."""

from collections.abc import Mapping
from typing import Final

from jdlint.finding import Value
from jdlint.location import LineTable, Range, Route, Span
from jdlint.property import cached_property
from jdlint.record import NamedTuple
from jdlint.source.tree import Node


class Problem(NamedTuple):
    """Something that reading or building met; `rule` is the catalogue's id, which holds the words for it."""

    rule: str
    span: Span
    reason: str
    """Which of the rule's messages fits."""
    values: Mapping[str, Value] = {}
    route: Route = ()


class Source:
    """One file: its text, a tree for each document, and what went wrong while reading it."""

    def __init__(
        self,
        path: str,
        text: str,
        documents: tuple[Node, ...] = (),
        problems: tuple[Problem, ...] = (),
        *,
        readable: bool = True,
    ) -> None:
        self.path: Final = path
        """Relative to the project root, with forward slashes."""
        self.text: Final = text
        self.documents: Final = documents
        self.problems: Final = problems
        self.readable: Final = readable
        """Whether the documents are all that the file says; false where reading had to stop."""

    @cached_property
    def lines(self) -> LineTable:
        """The file's lines; counted only where a finding asks."""
        return LineTable(self.text)

    def range(self, span: Span) -> Range:
        """Give a span as lines and columns."""
        return self.lines.range(span)
