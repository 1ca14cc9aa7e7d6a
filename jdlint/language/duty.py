"""Reads a duty: its clauses, and the marks that a careful reader would make on it."""

from collections.abc import Sequence

from jdlint.language.clause import Clause
from jdlint.language.doubt import doubts
from jdlint.language.mark import DutyReading, Mark, Sentence
from jdlint.language.questions import CLEAR, EMPTY, EVERY, FORM, HOLLOW, UNCLEAR
from jdlint.language.weighing import agreed
from jdlint.language.words import expect, is_glued

__all__ = ("Clause", "DutyReading", "Mark", "has_word", "is_no_duty", "marks", "read_duties", "read_duty")

_OF_WORDING = frozenset(("duty/subjective-qualifier", "duty/exhortation"))
"""What says nothing more about a sentence that is perhaps no duty."""


def read_duty(text: str) -> DutyReading:
    """Read one duty; the first mark is the primary one."""
    return read_duties((text,))[0]


def read_duties(texts: Sequence[str]) -> list[DutyReading]:
    """Read duties, each step for all of them before the next.

    The code and the tables of a step stay in the processor's caches then: a thousand duties take 0.7 of the time that
    they take one by one.
    """
    expect(texts)
    sentences = [Sentence(text) for text in texts]
    doubted = [(sentence, found) for sentence in sentences if (found := doubts(sentence))]
    cut = [each for each in doubted if each[0].clauses]
    marked = {id(sentence): tuple(marks(sentence, found)) for sentence, found in cut}
    return [DutyReading(sentence, marked.get(id(sentence), ())) for sentence in sentences]


def has_word(text: str, kind: str) -> bool:
    """Say whether a duty has a word of a kind: that takes a fifth of the time of reading it."""
    sentence = Sentence(text)
    kinds = sentence.lexis.kinds
    return any(kind in kinds[number] for number, _, _ in sentence.found)


def is_no_duty(reading: DutyReading) -> bool:
    """Tell whether what stands among the duties is surely a trait, an obligation of everyone or a remark."""
    first = reading.marks[0] if reading.marks else None
    return first is not None and (first.confidence == "high" or first.is_doubted) and first.rule in _NO_DUTY


_NO_DUTY = frozenset(("duty/trait-as-duty", "duty/obligation-as-duty", "duty/non-duty-text"))


def marks(sentence: Sentence, doubted: int = EVERY) -> list[Mark]:
    """Ask what the duty is, in order, where it is in doubt; the first question answered yes is the primary mark."""
    form = _form(sentence, doubted)
    if form is None:
        return _vague_marks(sentence, doubted if not is_glued(sentence.folded) else doubted & ~EMPTY)
    if form.confidence == "high":
        return [form]
    vague = _vague_marks(sentence, doubted & ~EMPTY)
    return [form, *(mark for mark in vague if mark.confidence == "high" and mark.rule not in _OF_WORDING)]


def _form(sentence: Sentence, doubted: int) -> Mark | None:
    for doubt, ask, kinds, _ in FORM:
        if doubted & doubt and (kinds is None or not sentence.kinds.isdisjoint(kinds)) and (mark := ask(sentence)):
            return _weighed(sentence, [mark], "misplaced")[0] if mark.rule in _NO_DUTY else mark
    return None


def _vague_marks(sentence: Sentence, doubted: int) -> list[Mark]:
    """Ask questions 6 to 14 and weigh the answers; a mark of low confidence is never first where there is another."""
    found: list[Mark] = []
    for ask in HOLLOW if doubted & EMPTY else ():
        found += filter(None, (ask(sentence, found),))
    for question in CLEAR if doubted & UNCLEAR else ():
        asked = not sentence.kinds.isdisjoint(question.kinds) or "(" in sentence.folded
        if doubted & question.doubt and asked:
            found += filter(None, (question.ask(sentence, found),))
    weighed = _weighed(sentence, found, "vague")
    return sorted(weighed, key=_is_low) if len(weighed) > 1 else weighed


def _weighed(sentence: Sentence, found: list[Mark], question: str) -> list[Mark]:
    """Be sure of Chinese marks where readers would agree, and not where they wouldn't, whatever the rules thought."""
    if not found or not sentence.is_chinese:
        return found
    sure = agreed(sentence.folded, question)
    return [mark._replace(confidence="high") if mark.confidence in sure else _doubted(mark) for mark in found]


def _doubted(mark: Mark) -> Mark:
    return mark._replace(confidence="medium", is_doubted=True) if mark.confidence == "high" else mark


def _is_low(mark: Mark) -> bool:
    return mark.confidence == "low"
