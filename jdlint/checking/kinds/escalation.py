"""Kind `escalation`: a duty that passes something up must name somebody who stands higher."""

from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Worded


@dataclass(frozen=True, slots=True)
class Params:
    """What passing something up looks like."""

    lexicon: str
    """The table of words after which the one who is asked is named."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report steps that lead to the role itself or to somebody below it."""
    role, organisation = subject.role, subject.organisation
    for duty in role.duties or ():
        for found in subject.find(params.lexicon, duty):
            step = _named_behind(organisation, duty, found.end)
            if step is None:
                continue
            end, named = step
            reason = _why_not_upward(organisation, role, named)
            if reason:
                values: dict[str, Value] = {"title": role.title.text, "name": named.title.text}
                at = anchor(role.source, duty, found.start, end)
                related = () if named is role else (Related(anchor(named.source, named.title), "step", values),)
                yield Hit(at, values, reason, role, related)


def _named_behind(organisation: Organisation, duty: Worded, start: int) -> tuple[int, Role] | None:
    """Find the longest name of one role that stands directly behind a place."""
    for end in range(min(len(duty.text), start + _LONGEST_NAME), start + 1, -1):
        known = organisation.known(duty.text[start:end])
        if len(known) == 1:
            return end, known[0]
    return None


_LONGEST_NAME = 24
"""Titles are shorter; a bound keeps long duties cheap."""


def _why_not_upward(organisation: Organisation, role: Role, named: Role) -> str:
    if named is role:
        return "self"
    seen, step = {id(named)}, organisation.solid_parents(named)
    while step and id(step[0]) not in seen:
        if step[0] is role:
            return "below"
        seen.add(id(step[0]))
        step = organisation.solid_parents(step[0])
    return ""


KIND = Kind(Params, "role", check)
