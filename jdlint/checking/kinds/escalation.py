"""Kind `escalation`: a duty that passes something up must name somebody who stands higher."""

from collections.abc import Iterator
from unicodedata import is_normalized

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.checking.kinds.reference import goes_on
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.organisation import MOST_ABOVE, Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role, Worded
from jdlint.model.title import head_word
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What passing something up looks like."""

    lexicon: str
    """The table of words after which the one who is asked is named."""
    links: tuple[str, ...] = ()
    """Words in the same clause behind which the name may stand instead (给, " to the ")."""
    either_way: str = ""
    """The reason of the table's words that also hand things down; they must only not lead to the role itself."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report steps that lead to the role itself or to somebody below it."""
    role, organisation = subject.role, subject.organisation
    links = tuple(map(fold, params.links))
    for duty in role.duties or ():
        seen: set[int] = set()
        for found in subject.find(params.lexicon, duty):
            starts = _starts(subject.fold(duty), found.end, links)
            step = _named_behind(organisation, duty, starts) or _own_tail(organisation, role, duty, starts)
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
    """Whether the text writes one of its names, and not only the end of one."""


def _starts(folded: str, end: int, links: tuple[str, ...]) -> list[int]:
    """Give the places where a name may begin: directly behind the word, or behind a link in the same clause."""
    farthest = min(len(folded), end + _FARTHEST)
    stop = next((place for place in range(end, farthest) if folded[place] in _CLAUSE_MARKS), farthest)
    behind = (place + len(link) for link in links if (place := folded.find(link, end, stop)) >= 0)
    return [end, *sorted(behind)]


_CLAUSE_MARKS = frozenset(",，、;；。.!?\n")
_FARTHEST = 200
"""No clause of a duty is longer between a step and whom it leads to."""


def _named_behind(organisation: Organisation, duty: Worded, starts: list[int]) -> _Step | None:
    """Find the longest name of one role that stands at one of the places."""
    folded = fold(duty.text)
    for start in starts:
        reached = start + _LONGEST_NAME
        if not organisation.may_begin_name(folded[start:reached]):
            continue
        for length, known in _names_at(organisation, duty.text[start:reached]):
            end = start + length
            if len(known) == 1 and not goes_on(folded, end):
                return _Step(known[0], start, end, is_exact=True)
    return None


def _names_at(organisation: Organisation, window: str) -> Iterator[tuple[int, tuple[Role, ...]]]:
    """Give how far each name reaches with which a text begins, the longest first, and who bears it."""
    if _is_compact(window):
        yield from organisation.names_at(name_key(window))
    else:
        yield from ((end, organisation.known(window[:end])) for end in range(len(window), 1, -1))


_LONGEST_NAME = 48
"""Titles are shorter; a bound keeps long duties cheap."""


def _is_compact(text: str) -> bool:
    """Whether names in a text are as long as they are compared: blanks don't count, and characters are composed."""
    return text.split() == [text] and is_normalized("NFC", text)


def _own_tail(organisation: Organisation, role: Role, duty: Worded, starts: list[int]) -> _Step | None:
    """Find the role's own name without its beginning, where no other role can be meant: 物业助理 for 大区物业助理."""
    folded = fold(duty.text)
    for name in map(fold, (role.title.text, *(alias.text for alias in role.aliases))):
        shortest = len(head_word(name)) + 2
        first = max(1, len(name) - _LONGEST_NAME)
        for tail in (name[cut:] for cut in range(first, len(name) - shortest + 1) if _begins_word(name, cut)):
            for start in starts:
                end = start + len(tail)
                if folded.startswith(tail, start) and not goes_on(folded, end) and _is_only(organisation, role, tail):
                    return _Step(role, start, end, is_exact=False)
    return None


def _begins_word(name: str, place: int) -> bool:
    return name[place].isalnum() and not (name[place - 1].isascii() and name[place - 1].isalpha())


def _is_only(organisation: Organisation, role: Role, tail: str) -> bool:
    """Whether a role is the only one whose name ends so, as far as the files that could be read tell."""
    if organisation.unread or organisation.resolve(tail).outcome not in ("unknown", "near"):
        return False
    return bool(head_word(tail)) and not organisation.is_end_of_others(tail, role)


def _why_not_upward(organisation: Organisation, role: Role, step_taken: _Step) -> str:
    named = step_taken.role
    if named is role:
        return "self" if step_taken.is_exact else "near"
    seen, step = {id(named)}, organisation.solid_parents(named)
    while step and id(step[0]) not in seen and len(seen) < MOST_ABOVE:
        if step[0] is role:
            return "below"
        seen.add(id(step[0]))
        step = organisation.solid_parents(step[0])
    return ""


KIND = Kind(Params, "member", check)
