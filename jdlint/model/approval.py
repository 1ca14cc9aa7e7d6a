"""Reads to whom duties hand things for approval: 年度预算 to 总经理 in 编制年度预算,报总经理审批."""

from collections.abc import Iterator

from jdlint.language.demand import Demand, read_demands
from jdlint.language.fold import fold
from jdlint.language.task import Task, submissions
from jdlint.model.cover import covers
from jdlint.model.organisation import Organisation
from jdlint.model.ownership import drafts, words
from jdlint.model.role import Duty, Role
from jdlint.record import NamedTuple


class Handing(NamedTuple):
    """A thing that a role hands to another for approval."""

    role: Role
    duty: Duty
    task: Task
    """What the role makes of it."""
    approver: Role
    start: int
    """Where the words of handing on begin."""
    end: int
    decision: str


def handings(organisation: Organisation) -> list[Handing]:
    """Give what is handed to roles of the organisation for approval, in the order of the roles."""
    return [
        handing
        for role in organisation.roles
        for duty in role.duties or ()
        for handing in _of_duty(organisation, role, duty)
    ]


def _of_duty(organisation: Organisation, role: Role, duty: Duty) -> Iterator[Handing]:
    folded = fold(duty.text)
    if not any(word in folded for word in words("approvals")):
        return
    found = [one for one in submissions(folded) if one.decision in words("approvals")]
    if len(found) != 1:
        # a chain of approvals: who has the last word on what is not for us to say
        return
    (submission,) = found
    approver = _named(organisation, duty.text, submission.end, submission.recipient)
    tasks = [task for task in organisation.tasks(duty) if task.manner == "submit" and task.thing and drafts(task.verb)]
    if approver is None or approver is role or len({task.thing for task in tasks}) != 1:
        return
    yield Handing(role, duty, tasks[-1], approver, submission.start, submission.end, submission.decision)


def _named(organisation: Organisation, text: str, end: int, recipient: tuple[int, int]) -> Role | None:
    """Give the one role that is named between the words of submission and of decision, or in English behind them."""
    name = text[slice(*recipient)]
    if text.isascii():
        name = name.rpartition(" to ")[2].removesuffix(" for ") if name.strip() else text[end:].strip().rstrip(".")
        name = name.removeprefix("by ").removeprefix("the ")
    name = name.strip()
    known = organisation.known(name) if name else ()
    return known[0] if len(known) == 1 else None


def demanded(handing: Handing) -> Demand | None:
    """Give the authority that approving a thing needs; None where it isn't beyond doubt."""
    verb = "approve " if handing.task.thing.isascii() else "审批"
    demands = [demand for demand in read_demands(verb + handing.task.thing) if demand.confidence == "high"]
    return demands[0] if len(demands) == 1 else None


def may_decide(organisation: Organisation, role: Role, demand: Demand) -> bool:
    """Tell whether a role's authorities or duties let it decide on what a demand is about."""
    powers = organisation.powers(role)
    weaker = demand._replace(act="review")
    if any(covers(grant, demand) or covers(grant, weaker) for grant in powers.grants):
        return True
    return any(one.object == demand.object for demands in powers.demands for one in demands)
