"""Kinds of checks, one a file; KINDS is the one table of them."""

from functools import cache
from importlib import import_module

from jdlint.checking.kinds.kind import Kind

KINDS = {
    "approval": "approval",
    "authority": "authority",
    "balance": "balance",
    "bands": "bands",
    "blank": "blank",
    "career": "career",
    "cell": "cell",
    "ceiling": "ceiling",
    "compare": "compare",
    "compliance": "compliance",
    "control": "control",
    "copied": "copied",
    "count": "count",
    "detail": "detail",
    "duplicate": "duplicate",
    "duty": "duty",
    "escalation": "escalation",
    "expression": "expression",
    "facts": "facts",
    "fit": "fit",
    "form": "form",
    "graph": "graph",
    "headcount": "headcount",
    "helped": "helped",
    "identity": "identity",
    "indicators": "indicators",
    "involvement": "involvement",
    "level": "level",
    "limit": "limit",
    "manager": "manager",
    "numbering": "numbering",
    "ownership": "ownership",
    "pattern": "pattern",
    "post": "post",
    "phrases": "phrases",
    "problem": "problem",
    "prose": "prose",
    "reference": "reference",
    "required": "required",
    "review": "review",
    "rising": "rising",
    "sheet": "sheet",
    "segregation": "segregation",
    "similar": "similar",
    "spans": "spans",
    "subordinates": "subordinates",
    "sum": "sums",
    "terms": "terms",
    "title": "title",
    "unused": "unused",
    "writing": "writing",
}
"""The module of each kind; it is loaded for the first rule of its kind that runs."""


@cache
def kind_named(name: str) -> Kind:
    """Give one of the kinds of the table."""
    kind: Kind = import_module(f"{__name__}.{KINDS[name]}").KIND
    return kind
