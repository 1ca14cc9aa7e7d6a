"""Kind `writing`: slips of writing in every text of a role, each with what stands there when it is written right."""

from collections.abc import Callable, Iterator
from typing import Literal

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.flaw import Flaw
from jdlint.language.flaws_encoding import damage, other_script, script_of
from jdlint.language.flaws_marks import stray, unpaired
from jdlint.language.flaws_words import confusions, repeats, residue
from jdlint.model.role import Role, Worded
from jdlint.model.texts import texts
from jdlint.record import NamedTuple

_SLIPS: dict[str, Callable[[str], Iterator[Flaw]]] = {
    "confusion": confusions,
    "damage": damage,
    "repeat": repeats,
    "residue": residue,
    "stray": stray,
    "unpaired": unpaired,
}


class Params(NamedTuple):
    """Which slips."""

    slip: Literal["confusion", "damage", "repeat", "residue", "script", "stray", "unpaired"]
    once: tuple[str, ...] = ()
    """Reasons that are reported once a role, with the other places beside."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each slip where it stands; those that a cause damages all at once, once."""
    role = subject.role
    first: dict[str, tuple[Worded, Flaw]] = {}
    others: dict[str, list[Related]] = {reason: [] for reason in params.once}
    for worded, flaw in _slips(params, subject):
        if flaw.reason not in params.once:
            yield _hit(role, worded, flaw)
        elif first.setdefault(flaw.reason, (worded, flaw))[1] is not flaw:
            at = anchor(role.source, worded, flaw.start, flaw.end)
            others[flaw.reason].append(Related(at, "other", {"match": worded.text[flaw.start : flaw.end]}))
    for reason, (worded, flaw) in first.items():
        hit = _hit(role, worded, flaw)
        yield hit._replace(related=tuple(others[reason]))


def _slips(params: Params, subject: Subject) -> Iterator[tuple[Worded, Flaw]]:
    written = subject.shared("texts", lambda role: tuple(texts(role)))
    if params.slip == "script":
        script = script_of(worded.text for worded in written)
        for worded in written if script else ():
            if script:
                for flaw in other_script(worded.text, script):
                    yield worded, flaw._replace(reason=script)
        return
    find = _SLIPS[params.slip]
    for worded in written:
        for flaw in find(worded.text):
            yield worded, flaw


def _hit(role: Role, worded: Worded, flaw: Flaw) -> Hit:
    values: dict[str, Value] = {"match": worded.text[flaw.start : flaw.end]}
    data: dict[str, object] = {}
    if flaw.replacement is not None:
        values["replacement"] = flaw.replacement
        data["replacement"] = flaw.replacement
    return Hit(anchor(role.source, worded, flaw.start, flaw.end), values, flaw.reason, role, data=data)


KIND = Kind(Params, "role", check)
