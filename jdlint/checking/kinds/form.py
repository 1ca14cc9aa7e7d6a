"""Kind `form`: duties of one list that begin with different forms of the verb."""

from collections import defaultdict
from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.clause import Clause
from jdlint.language.mark import DutyReading
from jdlint.language.words import in_one_script, is_chinese
from jdlint.model.role import Duty
from jdlint.record import NamedTuple

_FORMS = ("base", "-s", "-ing")
_NO_VERB = frozenset(("function", "plain", "role-end", "document-end", "-ed", "linking", "hollow"))
_OF = frozenset(("的", "之"))


class Params(NamedTuple):
    """How many duties must be readable."""

    fewest: int = 4


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report a role once, at the first duty that differs from most; the others that differ are related places."""
    found: dict[str, list[tuple[Duty, str]]] = defaultdict(list)
    for duty in subject.role.duties or ():
        form, word = _form(duty.text, subject.read(duty))
        if form:
            found[form].append((duty, word))
    if len(found) < 2 or sum(map(len, found.values())) < params.fewest:  # noqa: PLR2004 - one form is no mixture
        return
    common = max(found, key=lambda form: len(found[form]))
    if 2 * len(found[common]) <= sum(map(len, found.values())):
        return
    others = [each for form, each_form in found.items() if form != common for each in each_form]
    role = subject.role
    values: dict[str, Value] = {
        "odd": others[0][1],
        "common": found[common][0][1],
        "count": len(others),
        "total": len(role.duties or ()),
    }
    related = tuple(Related(anchor(role.source, duty), "other", {"odd": word}) for duty, word in others[1:])
    yield Hit(anchor(role.source, others[0][0]), values, "noun" if common == "verb" else "form", role, related)


def _form(text: str, reading: DutyReading) -> tuple[str, str]:
    """Give the form of a duty and the word that shows it; '' where it isn't sure."""
    clause = next((each for each in reading.clauses if not each.is_context), None)
    if clause is None or clause is not reading.clauses[0]:
        return "", ""
    return _chinese_form(text, clause) if is_chinese(in_one_script(text.lower())) else _english_form(text, clause)


def _english_form(text: str, clause: Clause) -> tuple[str, str]:
    head = clause.heads[0] if clause.heads else None
    if head is None or head.start != clause.start or head.kinds & _NO_VERB:
        return "", ""
    forms = [form for form in _FORMS if form in head.kinds]
    return (forms[0], text[head.start : head.end]) if len(forms) == 1 else ("", "")


def _chinese_form(text: str, clause: Clause) -> tuple[str, str]:
    """Tell a verb with its object (建立客户档案) from a noun phrase that ends in the act (客户档案的建立)."""
    closing = _closing_act(text, clause)
    if not clause.heads:
        return ("noun", closing) if closing else ("", "")
    head = clause.heads[0]
    is_verb = head.start == clause.start and "act" in head.kinds and not head.kinds & _NO_VERB
    return ("verb", text[head.start : head.end]) if is_verb and not closing else ("", "")


def _closing_act(text: str, clause: Clause) -> str:
    """Give the act that ends a clause behind 的 or 之, with it; '' where none does."""
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end or not last.kinds & {"act", "weak"}:
        return ""
    return text[last.start - 1 : last.end] if text[last.start - 1 : last.start] in _OF else ""


KIND = Kind(Params, "role", check)
