"""Kind `compliance`: what a role asks of a person or takes from a contract, weighed by the law that applies.

Which law applies is what org.yaml declares under `jurisdictions`; where it declares nothing, none does.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from jdlint import knowledge
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.law import Standing, Verdict, verdicts
from jdlint.errors import RuleError
from jdlint.finding import Confidence
from jdlint.language.condition import ANCHORS, Condition, conditions
from jdlint.language.duty import is_no_duty
from jdlint.language.fold import fold
from jdlint.language.trigger import REQUIREMENT, TITLE, WORK, subjects
from jdlint.model.find import find, find_entry
from jdlint.model.role import Duty, Role, Worded
from jdlint.record import NamedTuple
from jdlint.wording import LANGUAGES, SEMICOLONS, Wording

_LOOKS_AT = {
    TITLE: ("title",),
    REQUIREMENT: (
        "qualifications.*[]", "entry_thresholds[]", "conditions.*[]", "benefits[]", "training[]", "notes[]",
    ),
    WORK: ("purpose", "duties[]", "authorities[]", "accountabilities[]", "kpis[]"),
}  # fmt: skip


class Params(NamedTuple):
    """Which table of rules/triggers/ recognises it."""

    subject: str


def verify(params: Params) -> None:
    """Refuse a subject that no table recognises; the table is read when a text first touches it."""
    if params.subject not in subjects():
        raise RuleError("no-table-of-wordings", name=params.subject)


class _Met(NamedTuple):
    """A condition and the text that sets it."""

    worded: Worded
    condition: Condition


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each text once: its gravest matter in every place that applies."""
    if not subject.facts.jurisdictions:
        return
    met = subject.shared("conditions", lambda role: _read(role, subject)).get(params.subject, [])
    for route in dict.fromkeys(each.worded.route for each in met):
        yield from _hit(subject, [each for each in met if each.worded.route == route])


def _read(role: Role, subject: Subject) -> dict[str, list[_Met]]:
    """Read every text of a role once, for all subjects."""
    post = fold(role.title.text)
    found: dict[str, list[_Met]] = {}
    for place, patterns in _LOOKS_AT.items():
        for worded in chain.from_iterable(map(subject.texts, patterns)):
            if anchors := subject.find(ANCHORS, worded):
                touched = {hit.phrase.reason for hit in anchors}
                stands = REQUIREMENT if _is_requirement(subject, worded) else place
                for condition in conditions(subject.fold(worded), touched, stands, post):
                    found.setdefault(condition.subject, []).append(_Met(worded, condition))
    return found


def _is_requirement(subject: Subject, worded: Worded) -> bool:
    """Whether an entry of the duties is none, but says what somebody has to be: 40周岁以下,身体健康."""
    return isinstance(worded, Duty) and is_no_duty(subject.read(worded))


def _hit(subject: Subject, met: list[_Met]) -> Iterator[Hit]:
    facts, role = subject.facts, subject.role
    judged = [
        (each, tuple(verdicts(facts, each.condition.subject, each.condition.matter, subject.as_of))) for each in met
    ]
    counted = [(each, found) for each, found in judged if found]
    if not counted:
        return
    (worded, condition), found = max(counted, key=lambda item: (_gravest(item[1]).value, -item[0].condition.start))
    justified = _is_justified(role, worded)
    standing = Standing.ADVICE if justified else _gravest(found)
    yield Hit(
        anchor(role.source, worded, condition.start, condition.end),
        {"match": worded.text[condition.start : condition.end], "law": _law(found, justified=justified)},
        condition.matter,
        role,
        data={
            "matter": condition.matter,
            "matters": [each.condition.matter for each, _ in counted],
            "law": [each.data() for each in found],
        },
        confidence=Confidence(condition.confidence),
        severity=standing.severity,
    )


def _gravest(found: Iterable[Verdict]) -> Standing:
    return max((each.standing for each in found), key=lambda standing: standing.value)


def _law(found: tuple[Verdict, ...], *, justified: bool) -> Wording:
    """Say what the law of each place has to do with it."""
    note = knowledge.load("lexicon/legal-standing")["justified"] if justified else {}
    return Wording(
        {
            language: SEMICOLONS[language].join(each.read(language) for each in found) + note.get(language, "")
            for language in LANGUAGES
        }
    )


def _is_justified(role: Role, worded: Worded) -> bool:
    """Whether the role states an occupational requirement beside the text or for the whole post."""
    beside = find(role.node, worded.route[len(role.route) : -1], "role")
    keys = ((role.node, "role"), (beside, "requirement"))
    return any(find_entry(node, "occupational_requirement", group) for node, group in keys)


KIND = Kind(Params, "role", check, verify=verify)
