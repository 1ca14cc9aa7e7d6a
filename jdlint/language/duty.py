"""Reads a duty: its clauses, and the marks that a careful reader would make on it."""

from collections.abc import Sequence
from functools import partial

from jdlint.language.clause import Clause
from jdlint.language.doubt import doubts
from jdlint.language.mark import DAMAGE, NO_DUTY, Confidence, DutyReading, Mark, Sentence
from jdlint.language.questions import CLEAR, EMPTY, EVERY, FORM, HOLLOW, UNCLEAR
from jdlint.language.weighing import answers_of, file_of, likeliest, signs, telling, weigh, weights_of
from jdlint.language.words import expect

__all__ = ("Clause", "DutyReading", "Mark", "has_word", "is_no_duty", "marks", "read_duties", "read_duty", "said")

ALIKE = "alike"
"""The reason of a mark that no rule makes: the duty reads like those that readers marked."""
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
    if first is None or first.reason == ALIKE:
        return False
    return (first.confidence == "high" or first.is_doubted) and first.rule in NO_DUTY


def marks(sentence: Sentence, doubted: int = EVERY) -> list[Mark]:
    """Give the marks that careful readers would make, the primary one first: what rules say, as far as it weighs."""
    made = said(sentence, doubted)
    if sentence.is_glued or (made and made[0].rule in _AS_SAID and made[0].confidence == "high"):
        return made
    found = signs(sentence, made)
    weight = weigh(found, weights_of(file_of("duties", sentence.language)))
    read = partial(_weighed, sentence, found)
    damage = [mark for mark in made if mark.rule == DAMAGE]
    no_duty = read([mark for mark in made if mark.rule in NO_DUTY], "misplaced", weight["misplaced"])
    if no_duty and no_duty[0].confidence == "high":
        return no_duty
    unclear = [mark for mark in made if mark.rule != DAMAGE and mark.rule not in NO_DUTY]
    vague = read(unclear, "vague", weight["vague"])
    return [*damage, *no_duty, *(sorted(vague, key=_is_low) if len(vague) > 1 else vague)]


_AS_SAID = frozenset((DAMAGE, "duty/catch-all"))
"""What stands alone where a rule is sure."""


def said(sentence: Sentence, doubted: int = EVERY) -> list[Mark]:
    """Ask what the duty is, in order, where it is in doubt; the first question answered yes is the primary mark."""
    form = _form(sentence, doubted)
    if form is None:
        return _vague_marks(sentence, doubted if not sentence.is_glued else doubted & ~EMPTY)
    if form.confidence == "high":
        return [form]
    vague = _vague_marks(sentence, doubted & ~EMPTY)
    return [form, *(mark for mark in vague if mark.confidence == "high" and mark.rule not in _OF_WORDING)]


def _form(sentence: Sentence, doubted: int) -> Mark | None:
    for doubt, ask, kinds, _ in FORM:
        if doubted & doubt and (kinds is None or not sentence.kinds.isdisjoint(kinds)) and (mark := ask(sentence)):
            return mark
    return None


def _vague_marks(sentence: Sentence, doubted: int) -> list[Mark]:
    """Ask questions 6 to 14; a mark of low confidence is never first where there is another."""
    found: list[Mark] = []
    for ask in HOLLOW if doubted & EMPTY else ():
        found += filter(None, (ask(sentence, found),))
    for question in CLEAR if doubted & UNCLEAR else ():
        asked = not sentence.kinds.isdisjoint(question.kinds) or "(" in sentence.folded
        if doubted & question.doubt and asked:
            found += filter(None, (question.ask(sentence, found),))
    return sorted(found, key=_is_low) if len(found) > 1 else found


def _weighed(sentence: Sentence, found: set[str], made: list[Mark], question: str, weight: int) -> list[Mark]:
    """Be sure of marks where readers would agree, and not where they wouldn't; mark what they would and no rule did."""
    scale = weights_of(file_of("duties", sentence.language)).scales[question]
    if made:
        return [mark._replace(confidence="high") if weight >= scale.sure else _doubted(mark) for mark in made]
    if weight < scale.sure:
        return []
    return [_alike(sentence, found, question, "high" if weight >= scale.alone else "medium")]


def _doubted(mark: Mark) -> Mark:
    return mark._replace(confidence="medium", is_doubted=True) if mark.confidence == "high" else mark


def _alike(sentence: Sentence, found: set[str], question: str, confidence: Confidence) -> Mark:
    """Mark the clause of a duty that says most for the likeliest rule: it reads like those that readers marked."""
    answers = answers_of(file_of("duties", sentence.language))[question]
    rule = likeliest(found, answers)
    word = telling(sentence, rule, answers)
    clause = next((clause for clause in sentence.clauses if clause.start <= word < clause.end), sentence.clauses[0])
    return sentence.mark(rule, (clause.start, clause.end), ALIKE, confidence)


def _is_low(mark: Mark) -> bool:
    return mark.confidence == "low"
