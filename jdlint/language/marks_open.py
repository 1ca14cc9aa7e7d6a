"""Question 10: a list that nobody could end, or a condition that leaves the bound open."""

from jdlint.language.clause import Clause
from jdlint.language.loose import left_to_occasion
from jdlint.language.mark import Mark, Sentence, first_of
from jdlint.language.words import Word, listed


def open_ended(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 10: an open list, or an optional condition that leaves the bound open."""
    for clause in sentence.clauses:
        for kind, reason in (("condition", "optional-condition"), ("open", "open-list")):
            word = first_of(clause, kind)
            if word and not sentence.folded.startswith(" by ", word.end):
                return sentence.mark("duty/open-ended", (word.start, word.end), reason, "high")
        last = first_of(clause, "open-last")
        if last and last.end >= clause.end - 1:
            return sentence.mark("duty/open-ended", (last.start, last.end), "open-list", "high")
        loose = None if sentence.is_chinese else left_to_occasion(clause) or _may_do(clause)
        if loose:
            return sentence.mark("duty/open-ended", loose, "optional-condition", "high")
    return _open_list(sentence) if sentence.is_chinese else None


def _may_do(clause: Clause) -> tuple[int, int] | None:
    """Find an English duty that only may be done: May process registrations; … and may be asked to stand in."""
    may = first_of(clause, "optional")
    if may is None or clause.text.startswith(_NOT_LEFT_OPEN, may.end):
        return None
    before = [word for word in clause.words if word.end <= may.start]
    if any(not word.kinds.isdisjoint(_OTHER_SUBJECT) for word in before):
        return None
    opens = may.start == clause.start or (before and before[-1].end + 1 == may.start and _leads_to(clause, before))
    return (may.start, may.end) if opens else None


def _leads_to(clause: Clause, before: list[Word]) -> bool:
    """Say whether only the post stands before `may`, or an act of the post and `and`."""
    if "connector" in before[-1].kinds or "coordinator" in before[-1].kinds:
        return bool(clause.heads) and clause.heads[0].start == clause.start
    return all(not word.kinds.isdisjoint(_POST) for word in before) and before[0].start == clause.start


_NOT_LEFT_OPEN = (" not ", " be found", " be seen", " be reached")
_OTHER_SUBJECT = frozenset(("subordinate", "condition"))
"""What has a subject of its own: complaints which arise and may be referred."""
_POST = frozenset(("pronoun", "determiner", "role-end", "adverb"))


def _open_list(sentence: Sentence) -> Mark | None:
    """Find a list that ends in 等, or in 等 and a noun that closes nothing behind a single sample."""
    rule = "duty/open-ended"
    for clause in sentence.clauses:
        if "and-so-on" not in clause.kinds:
            continue
        for number, word in enumerate(clause.words):
            if "and-so-on" not in word.kinds:
                continue
            closing = clause.words[number + 1] if number + 1 < len(clause.words) else None
            if word.end >= clause.end and (clause is sentence.clauses[-1] or _closes_list(sentence, clause)):
                introduced = any("sample" in other.kinds for other in clause.words[:number])
                place = word.start, word.end
                return sentence.mark(rule, place, "no-closing-noun", "medium" if introduced else "high")
            if closing and not _tells_case(sentence, clause) and _closes_nothing(sentence, clause, word, closing):
                return sentence.mark(rule, (word.start, closing.end), "one-sample", "high")
    return None


def _closes_list(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a list ends before one more clause: 采购文具、饮水等,并登记; not 停电、停水等,立即报修.

    Readers leave a list alone in a duty of many clauses.
    """
    if len(sentence.clauses) > _TWO or clause.is_context or not clause.heads:
        return False
    return not sentence.folded.startswith(listed("open-ends", "zh", "single-case"), clause.start)


_TWO = 2


def _tells_case(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause without a verb only tells in which case the next one acts: 车辆发生故障等情况,及时报告."""
    if clause is sentence.clauses[-1] or "、" in sentence.folded[clause.start : clause.end]:
        return False
    return not clause.heads or sentence.folded.startswith(listed("open-ends", "zh", "single-case"), clause.start)


def _closes_nothing(sentence: Sentence, clause: Clause, so_on: Word, closing: Word) -> bool:
    """Say whether 等 and an empty noun end the clause behind fewer than two samples."""
    if clause.end - closing.end > 1 or closing.start > so_on.end or not closing.kinds & {"affair", "vague"}:
        return False
    earlier = sentence.folded[sentence.clauses[0].start : so_on.start]
    if any(word.text in listed("open-ends", "zh", "two") for word in clause.words if word.end <= so_on.start):
        return False
    if _lists_two_acts(clause, so_on):
        return False
    if closing.text in listed("open-ends", "zh", "loose"):
        return earlier.count("、") <= 1
    return "、" not in earlier and "," not in earlier[clause.start - sentence.clauses[0].start :]


def _lists_two_acts(clause: Clause, so_on: Word) -> bool:
    """Say whether two acts adjoin right before 等, which are two samples: 客户资料的收集|整理等工作."""
    before = [word for word in clause.words if word.end <= so_on.start][-2:]
    if len(before) < _TWO or before[1].end < so_on.start or before[0].end < before[1].start:
        return False
    return all(not word.kinds.isdisjoint(("act", "both")) and word not in clause.heads[:1] for word in before)
