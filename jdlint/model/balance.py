"""Weighs what duties demand against what authorities grant: every demand that no grant covers."""

from collections.abc import Sequence
from typing import NamedTuple

from jdlint.language.authority import Grant, read_grants
from jdlint.language.demand import Demand, read_demands
from jdlint.model.role import Authority, Duty

_STRONGER = {
    "propose": {"review", "approve"},
    "review": {"approve"},
    "inspect": {"correct", "approve", "review"},
    "custody": {"spend"},
    "negotiate": {"sign", "approve"},
}
"""Acts that include the named one on the same object."""

_ON_PEOPLE = {
    ("review", "assess"),
    ("inspect", "assess"),
    ("hire", "approve"),
    ("assess", "reward"),
    ("reward", "approve"),
}
"""Pairs (demanded, granted) that hold for people alone."""

_NEAR = {
    "procurement": {"finance.expense", "finance.payment", "contract", "asset"},
    "contract": {"procurement", "customer", "channel"},
    "finance.expense": {"finance.payment", "finance.budget", "procurement", "information"},
    "finance.budget": {"finance.expense"},
    "finance.payment": {"finance.expense", "procurement"},
    "finance.fee": {"finance.payment", "finance.price"},
    "finance.credit": {"customer", "finance.receivable"},
    "finance.writeoff": {"asset", "finance.receivable"},
    "channel": {"procurement", "contract", "customer"},
    "asset": {"procurement", "information"},
    "site": {"asset", "result", "contract", "personnel"},
    "result": {"site", "personnel", "policy", "plan", "asset"},
    "policy": {"information", "plan", "result"},
    "information": {"policy", "asset", "finance.expense"},
}
"""Objects that texts name for one another: an invoice is a document, an expense and a purchase at once."""


class Unmet(NamedTuple):
    """A demand that nothing covers."""

    demand: Demand
    duty: int
    """The duty's place in the list."""
    weaker: Grant | None
    """A grant on the same object with too weak an act."""


def covers(grant: Grant, demand: Demand) -> bool:
    """Tell whether a grant gives what a demand asks for."""
    return _act_covers(grant.act, demand) and _object_covers(grant.object, demand.object)


def unmet(duties: Sequence[Duty], authorities: Sequence[Authority]) -> tuple[Unmet, ...]:
    """Give the demands of a role's duties that none of its authorities covers, in the order of the duties."""
    grants = [grant for entry in authorities for grant in read_grants(entry.text, entry.act)]
    return tuple(
        Unmet(demand, place, _weaker(demand, grants))
        for place, duty in enumerate(duties)
        for demand in read_demands(duty.text)
        if not any(covers(grant, demand) for grant in grants)
    )


def _act_covers(granted: str, demand: Demand) -> bool:
    if granted == demand.act or granted in _STRONGER.get(demand.act, ()):
        return True
    return demand.object == "personnel" and (demand.act, granted) in _ON_PEOPLE


def _object_covers(granted: str | None, demanded: str) -> bool:
    if granted is None or granted == demanded or demanded.startswith(f"{granted}."):
        return True
    return granted in _NEAR.get(demanded, ())


def _weaker(demand: Demand, grants: Sequence[Grant]) -> Grant | None:
    return next(
        (grant for grant in grants if grant.object is not None and _object_covers(grant.object, demand.object)), None
    )
