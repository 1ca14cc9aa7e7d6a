"""Which fields stand where in a document: at the head of a role, as lists, or as groups of other fields."""

HEAD = frozenset(("id", "title", "unit", "level", "headcount", "reports_to", "manages", "kind", "deputy"))
"""Fields that stand at the head of a role."""

LISTS = frozenset(("duties", "authorities", "accountabilities", "kpis", "qualifications", "entry_thresholds"))
"""Fields of many sentences."""

ROOTS = frozenset(("qualifications", "conditions", "relations", "career", "review"))
"""Fields that hold other fields."""
