"""What a kind of check gives back: a place in a role's own terms, before a rule gives it words."""

from collections.abc import Mapping

from jdlint.finding import Confidence, Severity, Value
from jdlint.location import Route, Span
from jdlint.model.role import Role, Worded
from jdlint.record import NamedTuple
from jdlint.source.scalar import span_within
from jdlint.source.source import Source
from jdlint.source.tree import Scalar


class Anchor(NamedTuple):
    """A place in a file."""

    source: Source
    route: Route
    span: Span
    text: str = ""
    """The words that the finding is about; part of its identity."""
    node: Scalar | None = None
    """The value that it lies in, where it lies in one."""
    part: Span = Span(0, 0)
    """Which characters of that value's text it covers."""


def anchor(source: Source, worded: Worded, start: int = 0, end: int | None = None) -> Anchor:
    """Point at a value, or at the characters start to end of it."""
    if end is None:
        whole = Span(0, len(worded.text))
        return Anchor(source, worded.route, worded.node.span, worded.text, worded.node, whole)
    span = span_within(source.text, worded.node, start, end)
    return Anchor(source, worded.route, span, worded.text, worded.node, Span(start, end))


class Related(NamedTuple):
    """Another place that belongs to a hit; `reason` picks the rule's words for it."""

    at: Anchor
    reason: str
    values: Mapping[str, Value]


class Hit(NamedTuple):
    """One thing found."""

    at: Anchor
    values: Mapping[str, Value] = {}
    reason: str = ""
    """Which of the rule's messages fits."""
    role: Role | None = None
    related: tuple[Related, ...] = ()
    data: Mapping[str, object] = {}
    confidence: Confidence | None = None
    """How sure the check is of this one hit; None where it is as sure as its rule."""
    severity: Severity | None = None
    """How much this one hit weighs; None where it weighs as its rule and reason say."""
