"""Kind `approval`: things handed to a role that may not approve them, or to different roles."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from jdlint.checking.hit import Anchor, Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.approval import Handing, demanded, handings, may_decide
from jdlint.model.organisation import Organisation
from jdlint.model.ownership import is_conditional, is_whole
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which fault to report."""

    fault: Literal["dangling", "conflict"]
    objects: tuple[str, ...] = ()
    """What somebody must be granted the approval of, for `dangling`; on other things much is approved in passing."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report what is handed on in vain, or to two who both decide."""
    found = organisation.shared("handings", handings)
    if params.fault == "dangling":
        yield from _dangling(params, organisation, found)
    else:
        yield from _conflict(organisation, found)


def _dangling(params: Params, organisation: Organisation, found: list[Handing]) -> Iterator[Hit]:
    """Report a handing to a role whose authorities are listed, and don't let it decide."""
    deciding: dict[tuple[int, str, str], bool] = {}
    for handing in found:
        approver = handing.approver
        if not any(reading.grants for reading in organisation.powers(approver).authorities):
            continue
        demand = demanded(handing)
        if demand is None or demand.object not in params.objects:
            continue
        asked = id(approver), demand.act, demand.object
        if asked not in deciding:
            deciding[asked] = may_decide(organisation, approver, demand)
        if deciding[asked]:
            continue
        section = approver.sections.get("authorities")
        at = anchor(approver.source, section or approver.title)
        yield Hit(_place(handing), _values(handing), "", handing.role, (Related(at, "approver", _values(handing)),))


def _conflict(organisation: Organisation, found: list[Handing]) -> Iterator[Hit]:
    """Report a thing of the whole organisation that is handed to roles neither of which stands above the other."""
    things: dict[str, list[Handing]] = defaultdict(list)
    for handing in found:
        if is_whole(handing.task.thing) and not is_conditional(handing.duty):
            things[handing.task.thing].append(handing)
    for handed in things.values():
        first = handed[0]
        for other in handed[1:]:
            if other.role is not first.role and organisation.are_in_line(first.approver, other.approver) is False:
                values = _values(other) | {"first": first.approver.title.text, "first_title": first.role.title.text}
                yield Hit(_place(other), values, "", other.role, (Related(_place(first), "first", _values(first)),))
                break


def _values(handing: Handing) -> dict[str, Value]:
    return {
        "title": handing.role.title.text,
        "approver": handing.approver.title.text,
        "match": handing.duty.text[handing.start : handing.end],
        "thing": handing.duty.text[handing.task.start : handing.task.end],
    }


def _place(handing: Handing) -> Anchor:
    return anchor(handing.role.source, handing.duty, handing.start, handing.end)


KIND = Kind(Params, "organisation", check)
