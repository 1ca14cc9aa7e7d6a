"""The entries of a role, each written as one text or as a mapping: a line, a duty, an authority, an indicator."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from jdlint.location import Route
from jdlint.model.fields import Fields, one_text, says_something
from jdlint.model.role import Acceptance, Authority, Duty, Excused, Kpi, Line, Threshold
from jdlint.model.vocabulary import group
from jdlint.source.tree import Mapping, Node, Scalar

ACTS = (
    "propose", "review", "approve", "inspect", "correct", "assess", "hire",
    "reward", "assign", "spend", "sign", "custody", "negotiate",
)  # fmt: skip
"""The acts of an authority, in the terms of the format."""


_Made = TypeVar("_Made")


def _bare(make: Callable[[str, Route, Scalar], _Made], node: Node, route: Route) -> _Made | None:
    """Make an entry that is written as one text; None where that says nothing."""
    text = one_text(node, route)
    return make(*text) if text else None


def line_of(node: Node, route: Route) -> Line | None:
    """Read a reporting line; None where it names no superior."""
    if not isinstance(node, Mapping):
        return _bare(Line, node, route)
    fields = Fields(node, "line", route)
    role, line = fields.text("role"), fields.text("line")
    if role is None:
        return None
    is_dotted = line is not None and line.text == "dotted"
    return Line(role.text, role.route, role.node, is_dotted, fields.text("scope"), fields.text("when"))


def duty_of(node: Node, route: Route) -> Duty | None:
    """Read a duty; None where it says nothing."""
    if isinstance(node, Scalar):
        return Duty(node.text, route, node) if says_something(node) else None
    if not isinstance(node, Mapping):
        return None
    fields = Fields(node, "duty", route)
    text = fields.text("text")
    return Duty(*text, fields.text("area"), fields.text("share")) if text else None


def authority_of(node: Node, route: Route) -> Authority | None:
    """Read an authority; None where it says nothing."""
    if not isinstance(node, Mapping):
        return _bare(Authority, node, route)
    fields = Fields(node, "authority", route)
    limit, scope = fields.text("limit"), fields.text("scope")
    for act in ACTS:
        if named := fields.text(act):
            return Authority(*named, act, limit, scope)
    act_text = fields.text("act")
    text = fields.text("object") or fields.text("text")
    return Authority(*text, act_text.text if act_text else None, limit, scope) if text else None


def kpi_of(node: Node, route: Route) -> Kpi | None:
    """Read an indicator; None where it has no name."""
    if not isinstance(node, Mapping):
        return _bare(Kpi, node, route)
    fields = Fields(node, "kpi", route)
    name = fields.text("name")
    if name is None:
        return None
    details = ("formula", "target", "unit", "weight", "period", "source", "rater")
    return Kpi(*name, *(fields.text(key) for key in details))


def threshold_of(node: Node, route: Route) -> Threshold | None:
    """Read what a unit must reach before it gets the post; None where no measure is named."""
    if not isinstance(node, Mapping):
        return _bare(Threshold, node, route)
    fields = Fields(node, "threshold", route)
    metric = fields.text("metric")
    return Threshold(*metric, fields.text("at_least"), fields.text("unit")) if metric else None


def acceptance_of(node: Node, route: Route) -> Acceptance | None:
    """Read an exception that the role accepts; None where it names no rule or no reason."""
    if not isinstance(node, Mapping):
        return None
    fields = Fields(node, "accept", route)
    rule = fields.text("rule")
    if rule is None or "reason" not in fields.entries:
        return None
    at = fields.entries.get("at")
    excused = tuple(_excused(at.value, (*route, "at"))) if at else ()
    return Acceptance(rule, fields.text("reason"), route, excused, fields.text("by"), fields.text("until"))


def _excused(node: Node, route: Route) -> Iterator[Excused]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        name = group("role").canonical(key.text) or key.text
        words = value if isinstance(value, Scalar) else key._replace(text="")
        yield Excused(words.text, (*route, name), words, name)
