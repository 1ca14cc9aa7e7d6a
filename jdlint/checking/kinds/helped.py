"""Kind `helped`: help for a named role with something that this role has nothing to do with."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.language.clause import Clause
from jdlint.language.duty import has_word
from jdlint.language.fold import fold
from jdlint.model.organisation import Organisation
from jdlint.model.ownership import words
from jdlint.model.role import Duty, Role, Worded
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """How much the helped role must say of itself before a missing thing tells anything."""

    fewest: int = 3
    """Duties that it must have."""


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report each clause of help that names a role and a thing which none of its texts touches."""
    role = subject.role
    for duty in role.duties or ():
        for clause in subject.read(duty).clauses if has_word(duty.text, _HELP) else ():
            if not clause.heads or _HELP not in clause.heads[0].kinds:
                continue
            helped, reached = _named(subject.organisation, duty, clause)
            if helped is None or helped is role or len(helped.duties or ()) < params.fewest:
                continue
            parts = _parts(fold(duty.text[reached : clause.end]))
            if len(parts) >= _ENOUGH and not _touches(subject.organisation, helped, parts):
                values = {
                    "title": helped.title.text,
                    "match": duty.text[clause.act_start : clause.end],
                    "thing": duty.text[reached : clause.end].strip(),
                }
                related = (Related(anchor(helped.source, helped.title), "helped", values),)
                yield Hit(anchor(role.source, duty, clause.act_start, clause.end), values, "", role, related)


_HELP = "support"
"""The kind of verbs of helping."""
_LONGEST = 48
_ENOUGH = 3
"""Telling parts that a thing must have, lest one other word for it should make a finding."""


def _named(organisation: Organisation, duty: Duty, clause: Clause) -> tuple[Role | None, int]:
    """Find the longest name of one role directly behind the word of help."""
    start = clause.heads[0].end
    text = duty.text
    while start < clause.end and text[start : start + 1] == " ":
        start += 1
    start += len("the ") if fold(text).startswith("the ", start) else 0
    for end in range(min(clause.end, start + _LONGEST), start + 1, -1):
        known = organisation.known(text[start:end])
        if len(known) == 1:
            return known[0], end
    return None, start


def _parts(text: str) -> set[str]:
    """Give the telling parts of a text: pairs of Chinese characters, long English words, common ones left out."""
    if text.isascii():
        return {word for word in text.replace(",", " ").split() if len(word) > _SHORT} - set(words("common"))
    for word in words("common"):
        text = text.replace(word, " ")
    return {first + second for first, second in pairwise(text) if first.isalnum() and second.isalnum()}


_SHORT = 3


def _touches(organisation: Organisation, role: Role, parts: set[str]) -> bool:
    said = organisation.shared("said", lambda _: dict[int, str]())
    if id(role) not in said:
        said[id(role)] = _said(role)
    return any(word in said[id(role)] for word in (*parts, *words("decides_all")))


def _said(role: Role) -> str:
    """Give all texts of a role in which what it has to do with may stand."""
    lists: tuple[Iterable[Worded], ...] = (
        (role.title,),
        role.duties or (),
        role.accountabilities or (),
        role.authorities or (),
        role.kpis or (),
        filter(None, (role.purpose, role.unit)),
    )
    return " ".join(fold(each.text) for texts in lists for each in texts)


KIND = Kind(Params, "member", check)
