"""Kinds of checks, one a file; KINDS is the one table of them."""

from jdlint.checking.kinds import (
    bands,
    blank,
    compare,
    count,
    duplicate,
    escalation,
    expression,
    graph,
    identity,
    level,
    pattern,
    phrases,
    problem,
    reference,
    required,
    similar,
    sums,
    title,
)
from jdlint.checking.kinds.kind import Kind

KINDS: dict[str, Kind] = {
    "bands": bands.KIND,
    "blank": blank.KIND,
    "compare": compare.KIND,
    "count": count.KIND,
    "duplicate": duplicate.KIND,
    "escalation": escalation.KIND,
    "expression": expression.KIND,
    "graph": graph.KIND,
    "identity": identity.KIND,
    "level": level.KIND,
    "pattern": pattern.KIND,
    "phrases": phrases.KIND,
    "problem": problem.KIND,
    "reference": reference.KIND,
    "required": required.KIND,
    "similar": similar.KIND,
    "sum": sums.KIND,
    "title": title.KIND,
}
