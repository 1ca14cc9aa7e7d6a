"""Reads a duty: its clauses, and the marks that a careful reader would make on it."""

from jdlint.language import marks_form, marks_vague
from jdlint.language.clause import Clause, clauses
from jdlint.language.fold import fold
from jdlint.language.mark import DutyReading, Mark, Sentence, sentence_of
from jdlint.language.strength import strength

__all__ = ("Clause", "DutyReading", "Mark", "read_duty")


def read_duty(text: str) -> DutyReading:
    """Read one duty; the first mark is the primary one."""
    folded = fold(text)
    found = tuple(clauses(folded))
    sentence = sentence_of(text, folded, found, tuple(strength(clause) for clause in found))
    return DutyReading(found, tuple(_marks(sentence)) if found else ())


def _marks(sentence: Sentence) -> list[Mark]:
    """Ask GUIDE.md's questions in order; what is no duty at all gets no other mark."""
    form = next((mark for ask in marks_form.QUESTIONS if (mark := ask(sentence))), None)
    if form and form.confidence == "high":
        return [form]
    vague = marks_vague.marks(sentence)
    if form is None:
        return vague
    return [form, *(mark for mark in vague if mark.confidence == "high" and mark.rule not in _EMPTY)]


_EMPTY = frozenset(("duty/no-verb", "duty/hollow-verb"))
"""What the first five questions explain better."""
