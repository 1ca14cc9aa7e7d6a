"""Judges the roles of one organisation, by themselves and among the others, in pieces that processes share."""

from collections.abc import Iterable, Iterator, Sequence

from jdlint.checking.run import Plan, check_alone, check_among
from jdlint.finding import Finding
from jdlint.model.build import Built
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.record import NamedTuple
from jdlint.run.kept import Alone
from jdlint.run.processes import share_out


class Said(NamedTuple):
    """What is found of the roles of a piece, told from process to process."""

    alone: list[list[Finding]]
    """Of each that nothing is kept of, by itself."""
    among: list[Finding]
    """Of all, among the others."""
    is_dated: bool
    """Whether anything that was found rests on the day of the run."""


def judge_roles(
    rules: Plan, organisation: Organisation, files: Iterable[Built], alone: Alone | None, processes: int = 1
) -> Iterator[Finding]:
    """Give what is found of the roles of files, each by itself, kept or found now, and among the others."""
    kept = [(file, alone.findings(file.source.path) if alone else None) for file in files]
    missing = {id(role) for file, found in kept if found is None for role in file.roles}

    def judge(roles: Sequence[Role]) -> Said:
        fresh = [role for role in roles if id(role) in missing]
        own = list(check_alone(rules, organisation, fresh))
        return Said(own, list(check_among(rules, organisation, roles)), organisation.is_dated)

    said = list(share_out(_pieces(organisation.roles, processes), judge, processes))
    organisation.is_dated = any(each.is_dated for each in said)
    fresh = (own for each in said for own in each.alone)
    for file, found in kept:
        if found is not None:
            yield from found
            continue
        own = [each for _ in file.roles for each in next(fresh)]
        yield from own
        if alone:
            alone.add(file.source.path, own, file.problems if file.facts is None else None)
    for each in said:
        yield from each.among


def _pieces(roles: Sequence[Role], processes: int) -> list[Sequence[Role]]:
    """Cut roles into pieces that processes share; one that works alone takes them all at once."""
    size = _PIECE if processes > 1 else max(1, len(roles))
    return [roles[first : first + size] for first in range(0, len(roles), size)]


_PIECE = 100
"""So many roles make a piece of work."""
