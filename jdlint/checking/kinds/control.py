"""Kind `control`: results that a role answers for and has neither the power nor the work to bring about."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.checking.authority_words import authority_clause, authority_name, listed
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Confidence, Value
from jdlint.language.lexicon import Hit as Found
from jdlint.model.balance import holds
from jdlint.model.role import Duty, Worded
from jdlint.record import NamedTuple
from jdlint.wording import SEMICOLONS, Wording


class Params(NamedTuple):
    """Where results are promised, and what brings them about."""

    of: tuple[str, ...]
    results: str
    """The table of results."""
    levers: str
    """The table of powers by result, not of phrases."""
    work: str
    """The table of work by which a result comes about without power over others."""
    commitments: str
    """The table of words by which a duty promises a result; in other sections naming it is enough."""
    own: tuple[str, ...] = ()
    """Words that make a result one's own: whoever promises it, does it."""
    unless_behind: tuple[str, ...] = ()
    """Words behind a result that make another thing of it (销售额的统计)."""
    unless_duty: bool = False
    """Whether a duty that names the result is control enough."""
    leaders: tuple[str, ...] = ()
    """Kinds of roles that work through others: their own work alone is a doubtful control."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each result once, at the first text that promises it."""
    promised: dict[str, list[tuple[Worded, Found]]] = {}
    for pattern in params.of:
        for entry in subject.texts(pattern):
            for found in _promises(params, subject, entry):
                promised.setdefault(found.phrase.reason, []).append((entry, found))
    if not promised:
        return
    worked = {hit.phrase.reason for duty in subject.role.duties or () for hit in subject.find(params.work, duty)}
    for result, places in promised.items():
        lever = _levers(params.levers)[result]
        confidence = _confidence(params, subject, has_work=result in worked)
        if (
            confidence
            and not _is_held(lever, subject)
            and not (params.unless_duty and _is_duty(params, subject, result))
        ):
            yield _hit(subject, lever, places, confidence)


def _confidence(params: Params, subject: Subject, *, has_work: bool) -> Confidence | None:
    """Say how sure it is that without a lever there is no control; None where there is some."""
    role = subject.role
    if has_work:
        return Confidence.LOW if role.kind in params.leaders else None
    if not role.authorities and subject.unmet:
        return Confidence.LOW
    return Confidence.HIGH if role.kind in params.leaders else Confidence.MEDIUM


def _promises(params: Params, subject: Subject, entry: Worded) -> Iterator[Found]:
    """Give the results that a text promises."""
    folded = subject.fold(entry)
    for found in subject.find(params.results, entry):
        if folded.startswith(params.unless_behind, found.end) or any(word in folded for word in params.own):
            continue
        if not isinstance(entry, Duty) or _is_committed(params, subject, entry, found):
            yield found


def _is_committed(params: Params, subject: Subject, duty: Duty, result: Found) -> bool:
    """Tell whether a duty promises a result that it names, as the role's own."""
    clause = next((each for each in subject.read(duty).clauses if each.start <= result.start < each.end), None)
    if clause is None or clause.modality != "own":
        return False
    folded = subject.fold(duty)
    start = max(folded.rfind(mark, 0, result.start) for mark in _MARKS) + 1
    for found in subject.find(params.commitments, duty):
        if found.phrase.reason == "before" and start <= found.start < found.end <= result.start:
            return True
        if found.phrase.reason == "after" and 0 <= found.start - result.end <= _CLOSE:
            return True
    return False


_MARKS = ",;。:"
_CLOSE = 4
"""Characters between a result and the words behind that promise it."""


def _is_duty(params: Params, subject: Subject, result: str) -> bool:
    duties = subject.role.duties or ()
    return any(hit.phrase.reason == result for duty in duties for hit in subject.find(params.results, duty))


def _is_held(lever: dict[str, Any], subject: Subject) -> bool:
    """Tell whether the role is granted, or takes as a duty, all powers of one alternative."""
    for alternative in lever["any"]:
        powers = alternative if isinstance(alternative, list) else [alternative]
        if all(holds(subject.powers, *power.split()) for power in powers):
            return True
    return False


def _hit(subject: Subject, lever: dict[str, Any], places: list[tuple[Worded, Found]], confidence: Confidence) -> Hit:
    role = subject.role
    (entry, found), *others = places
    remedy = [power.split() for power in lever["remedy"]]
    values: dict[str, Value] = {
        "match": entry.text[found.start : found.end],
        "title": role.title.text,
        "result": Wording(lever["names"]),
        "powers": listed(authority_name(*power) for power in remedy),
        "clauses": listed((authority_clause(*power) for power in remedy), marks=SEMICOLONS),
    }
    related = tuple(
        Related(anchor(role.source, also, hit.start, hit.end), "also", {"match": also.text[hit.start : hit.end]})
        for also, hit in others
    )
    return Hit(anchor(role.source, entry, found.start, found.end), values, "", role, related, confidence=confidence)


@cache
def _levers(name: str) -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = knowledge.load(f"lexicon/{name}")["levers"]
    return data


KIND = Kind(Params, "role", check)
