"""Kind `escalation`: a duty that passes something up must name somebody who stands higher."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.kinds.reference import goes_on
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role, Worded


@dataclass(frozen=True, slots=True)
class Params:
    """What passing something up looks like."""

    lexicon: str
    """The table of words after which the one who is asked is named."""
    links: tuple[str, ...] = ()
    """Words in the same clause behind which the name may stand instead (给, " to the ")."""
    either_way: str = ""
    """The reason of the table's words that also hand things down; they must only not lead to the role itself."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report steps that lead to the role itself or to somebody below it."""
    role, organisation = subject.role, subject.organisation
    links = tuple(map(fold, params.links))
    for duty in role.duties or ():
        seen: set[int] = set()
        for found in subject.find(params.lexicon, duty):
            step = _named_behind(organisation, duty, _starts(subject.fold(duty), found.end, links))
            if step is None or step.end in seen:
                continue
            seen.add(step.end)
            reason = _why_not_upward(organisation, role, step)
            if reason == "below" and params.either_way and found.phrase.reason == params.either_way:
                continue
            if reason:
                values: dict[str, Value] = {
                    "title": role.title.text,
                    "name": step.role.title.text,
                    "written": duty.text[step.start : step.end],
                }
                at = anchor(role.source, duty, found.start, step.end)
                related = (
                    () if step.role is role else (Related(anchor(step.role.source, step.role.title), "step", values),)
                )
                yield Hit(at, values, reason, role, related)


class _Step(NamedTuple):
    """A role named in a duty."""

    role: Role
    start: int
    end: int
    is_exact: bool
    """Whether the text writes one of its names, and not one that only comes near."""


def _starts(folded: str, end: int, links: tuple[str, ...]) -> list[int]:
    """Give the places where a name may begin: directly behind the word, or behind a link in the same clause."""
    stop = next((place for place in range(end, len(folded)) if folded[place] in _CLAUSE_MARKS), len(folded))
    behind = (place + len(link) for link in links if (place := folded.find(link, end, stop)) >= 0)
    return [end, *sorted(behind)]


_CLAUSE_MARKS = frozenset(",，、;；。.!?\n")


def _named_behind(organisation: Organisation, duty: Worded, starts: list[int]) -> _Step | None:
    """Find the longest name of one role at one of the places; else one that leaves out the beginning of a name."""
    near: _Step | None = None
    folded = fold(duty.text)
    for start in starts:
        for end in range(min(len(folded), start + _LONGEST_NAME), start + 1, -1):
            found = organisation.resolve(duty.text[start:end])
            if len(found.roles) != 1 or found.outcome not in ("role", "near") or goes_on(folded, end):
                continue
            step = _Step(found.roles[0], start, end, found.outcome == "role")
            if step.is_exact:
                return step
            if end - start < len(found.suggestion):
                near = near or step
    return near


_LONGEST_NAME = 48
"""Titles are shorter; a bound keeps long duties cheap."""


def _why_not_upward(organisation: Organisation, role: Role, step_taken: _Step) -> str:
    named = step_taken.role
    if named is role:
        return "self" if step_taken.is_exact else "near"
    if not step_taken.is_exact:
        return ""
    seen, step = {id(named)}, organisation.solid_parents(named)
    while step and id(step[0]) not in seen:
        if step[0] is role:
            return "below"
        seen.add(id(step[0]))
        step = organisation.solid_parents(step[0])
    return ""


KIND = Kind(Params, "role", check)
