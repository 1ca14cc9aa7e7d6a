"""Fix `grant`: the clauses that grant what a role lacks are added to its authorities, in its own language."""

from collections.abc import Iterator
from typing import Any

from jdlint.checking.authority_words import authority_clause
from jdlint.checking.fixes.kind import Case, Draft, FixKind, within
from jdlint.checking.fixes.section import Item, set_in_section
from jdlint.model.texts import language
from jdlint.record import NamedTuple
from jdlint.wording import language_of


class Params(NamedTuple):
    """The kind takes no parameters."""


def draft(_: Params, case: Case) -> Draft | None:
    """Add a clause for each act and object that the finding's data names."""
    role = case.hit.role
    if role is None:
        return None
    spoken = language_of(language(role)) or "en"
    clauses = [_written(act, thing, spoken) for act, thing in dict.fromkeys(_powers(case.hit.data))]
    change = set_in_section(role, ("authorities",), [Item(clause) for clause in clauses]) if clauses else None
    return Draft(within(role.source, change), "grant", {"clauses": tuple(clauses)}) if change else None


def _written(act: str, thing: str, spoken: str) -> str:
    clause = authority_clause(act, thing).read(spoken)
    return clause[:1].upper() + clause[1:]


def _powers(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - what a finding holds for machines
    """Give what is lacking by the tables; what a duty is only like may be the power to do something else."""
    for demand in (*data.get("demands", ()), *data.get("powers", ())):
        if not demand.get("alike"):
            yield demand["act"], demand["object"]


KIND = FixKind(Params, draft, ("grant",))
