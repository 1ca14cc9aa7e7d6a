"""What a duty as a whole claims or leaves open: own and support at once, no outcome, several duties in one."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from jdlint import knowledge
from jdlint.language.clause import SUPPORT, Clause, body
from jdlint.language.fold import fold
from jdlint.language.mark import DAMAGE, NO_DUTY, Confidence, DutyReading, Mark, lacking
from jdlint.language.residue import NAMES_ACT
from jdlint.language.strength import strength
from jdlint.language.words import Word, in_one_script, is_chinese, is_glued

_MANY_PAIRS = 3
_LONG = {True: 80, False: 40}
"""Characters (English: words) from which on a duty is more than one, in Chinese and in English."""
_OUTCOMES = frozenset(
    ("frequency", "deadline", "standard", "named", "document-end", "purpose", "benefit", "basis", "result")
)
"""Kinds of words that say how often, until when, on what paper or what for."""
_NO_ACT = frozenset(("result", "purpose", "obey", "is", "knows"))
_JOINTS = frozenset(("connector", "coordinator", "alternative"))


def contradictory_verbs(text: str, reading: DutyReading) -> Mark | None:
    """Find words that claim the whole of a matter beside words that claim a part of it."""
    if any(mark.rule == "duty/ambiguous-or" for mark in reading.marks):
        return None
    for clause in reading.clauses:
        for find, how in _CONTRADICTIONS:
            place = find(clause)
            if place:
                return _mark(text, reading, "duty/contradictory-verbs", place, how)
    return None


def _sole_support(clause: Clause) -> tuple[int, int] | None:
    """Find 全权协助, solely responsible for assisting."""
    if "sole" not in clause.kinds:
        return None
    for before, after in pairwise(clause.words):
        if "sole" in before.kinds and after.kinds & SUPPORT and after.start - before.end <= 1:
            return before.start, after.end
    return None


def _alongside_in_charge(clause: Clause) -> tuple[int, int] | None:
    """Find 配合市场部组织实施 and, the other way round in English, lead and assist with."""
    if not {"alongside", "charge"} <= clause.kinds or not clause.heads:
        return None
    first = clause.heads[0]
    if "alongside" in first.kinds:
        charge = next((word for word in clause.words if "charge" in word.kinds and word.start > first.start), None)
        return (first.start, charge.end) if charge and _is_verb_here(clause, charge) else None
    for before, joint, after in zip(clause.words, clause.words[1:], clause.words[2:], strict=False):
        if "charge" in before.kinds and joint.kinds & _JOINTS and "alongside" in after.kinds:
            return before.start, after.end
    return None


_How = tuple[str, Confidence]
"""Which of the rule's messages fits, and how surely."""

_CONTRADICTIONS: tuple[tuple[Callable[[Clause], tuple[int, int] | None], _How], ...] = (
    (_sole_support, ("sole-support", "high")),
    (_alongside_in_charge, ("part-and-charge", "medium")),
)


def _is_verb_here(clause: Clause, word: Word) -> bool:
    """Say whether a word acts on something behind it, or closes the clause: 由经理主持的会议 doesn't."""
    behind = clause.word_at(word.end)
    return behind is None or not behind.text.startswith("的")


def no_outcome(text: str, reading: DutyReading) -> Mark | None:
    """Question 15: an act on an object, and nothing that says for whom, how often, how much or what for."""
    if reading.marks or any(map(_has_outcome, reading.clauses)) or _tells_outcome(in_one_script(fold(text))):
        return None
    clause = next((each for each in reading.clauses if strength(each) >= NAMES_ACT and each.modality == "own"), None)
    if clause is None or clause.act_start == clause.act_end:
        return None
    return _mark(text, reading, "duty/no-outcome", (clause.act_start, clause.end), ("", "medium"))


def _has_outcome(clause: Clause) -> bool:
    return clause.has_number or clause.has_recipient or not clause.kinds.isdisjoint(_OUTCOMES)


def _tells_outcome(folded: str) -> bool:
    """Say whether a word tells the outcome; where blanks were lost nobody can say that none does."""
    if is_glued(folded):
        return True
    outcomes: list[str] = knowledge.load("lexicon/outcomes")["zh" if is_chinese(folded) else "en"]
    return any(word in folded for word in outcomes)


def compound(text: str, reading: DutyReading) -> Mark | None:
    """Question 16: three acts on three objects, or more words than a reader keeps together."""
    if not reading.clauses or any(mark.confidence == "high" and mark.rule in _STANDS_ALONE for mark in reading.marks):
        return None
    start, end = body(fold(text))
    acts = {word.text for clause in reading.clauses for word in _acts_on_objects(clause)}
    if len(acts) >= _MANY_PAIRS:
        confidence: Confidence = "high" if len(acts) > _MANY_PAIRS else "medium"
        return _mark(text, reading, "duty/compound", (start, end), ("several", confidence))
    chinese = is_chinese(in_one_script(fold(text)))
    if (end - start if chinese else len(text[start:end].split())) > _LONG[chinese]:
        return _mark(text, reading, "duty/compound", (start, end), ("long", "high"))
    return None


_STANDS_ALONE = NO_DUTY | {DAMAGE}


def _acts_on_objects(clause: Clause) -> Sequence[Word]:
    """Give the acts of a clause that have each an object of their own."""
    if strength(clause) < NAMES_ACT or clause.modality != "own" or _tells_result(clause):
        return ()
    earlier = {word.start for word in clause.words if "frame-end" in word.kinds}
    acts = [head for head in clause.heads if head.kinds & _ACTS and head.end not in earlier]
    found = [first for first, second in pairwise(acts) if second.start - first.end > _JOINED]
    return [*found, *acts[-1:]] if clause.object else found


_ACTS = frozenset(("act", "weak", "both"))


def _tells_result(clause: Clause) -> bool:
    """Say whether a clause tells what comes of an act, or when (核对无误后)."""
    if not clause.words:
        return False
    first, last = clause.words[0], clause.words[-1]
    return not first.kinds.isdisjoint(_NO_ACT) or ("frame-end" in last.kinds and last.end == clause.end)


_JOINED = 5
"""Characters between two verbs up to which they share one object: 制定并组织实施, plan and carry out."""


def _mark(text: str, reading: DutyReading, rule: str, place: tuple[int, int], how: _How) -> Mark:
    start, end = place
    reason, confidence = how
    names_act = any(strength(clause) for clause in reading.clauses)
    lacks = lacking(reading.clauses, names_act=names_act)
    return Mark(rule, start, end, text[start:end], reason, confidence, lacks)


WHOLE: Mapping[str, Callable[[str, DutyReading], Mark | None]] = {
    "duty/contradictory-verbs": contradictory_verbs,
    "duty/no-outcome": no_outcome,
    "duty/compound": compound,
}
"""Questions about a reading, by the rule that asks them; they are asked only where that rule runs."""
