"""Question 4: the residual clause."""

from jdlint.language.clause import Clause
from jdlint.language.mark import Mark, Sentence, first_of
from jdlint.language.residue import NAMES_ACT
from jdlint.language.words import Word, length, listed

_NEAR = 14
"""Characters that may stand between 其他 and the noun that it belongs to."""

CATCH_ALL = frozenset(("residual", "rest", "rest-if", "rest-whole", "handed"))
"""Kinds of words of which a duty has one where it is the residual clause."""


def catch_all(sentence: Sentence) -> Mark | None:
    """Question 4: the residual clause."""
    for clause in sentence.content:
        place = _residual(sentence, clause)
        if place:
            others = (other for other in sentence.content if other is not clause and not _residual(sentence, other))
            mixed = any(sentence.strength_of(other) >= NAMES_ACT for other in others)
            mixed = mixed or _acts_before(sentence, clause, place[0])
            return sentence.mark("duty/catch-all", place, "residual", "medium" if mixed else "high")
    return None


def _residual(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    word = first_of(clause, "residual") or _only_handed(sentence, clause)
    if word:
        dealt_with = _others_do(sentence, clause, word.start) or _is_one_of_several(sentence, clause, word)
        return None if dealt_with else (word.start, word.end)
    rest = first_of(clause, "rest") or first_of(clause, "rest-if")
    if rest is None:
        return _handed(clause)
    behind = clause.behind(rest.end)
    if (rest.start, rest.end) == (clause.start, clause.end) and len(sentence.clauses) == 1:
        return rest.start, rest.end
    nouns = [word for word in behind if "rest-noun" in word.kinds]
    if not sentence.is_chinese:
        near = bool(nouns) and nouns[0].start - rest.end <= _NEAR
        handed = "rest-if" not in rest.kinds or any("delegated" in word.kinds for word in behind)
        return (rest.start, nouns[0].end) if near and handed else None
    if not nouns or nouns[-1].end < clause.end - 1 or _acts_before(sentence, clause, rest.start):
        return None
    somebodys = any(word.kinds & {"recipient", "document-end"} for word in behind)
    return None if somebodys else (rest.start, nouns[-1].end)


def _is_one_of_several(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether what others hand over is brought forward amid other acts: 接受缴费并|就交办事项协调."""
    before = next((other for other in clause.words if other.end == word.start), None)
    whose = [other for other in clause.words if other.end <= word.start]
    about = listed("residual-duties", "zh", "single-about")
    brought = any(other.text in about for other in whose)
    if not sentence.is_chinese or not brought or word.end >= clause.end:
        return False
    return before is not None and sentence.acts > 1


def _only_handed(sentence: Sentence, clause: Clause) -> Word | None:
    """Give what may be the rest of the work, where a clause opens with it or only does it: Perform duties as agreed."""
    rest = first_of(clause, "rest-whole")
    if rest is None:
        return None
    handing = listed("residual-duties", sentence.language, "handing")
    before = [word for word in clause.words if word.end <= rest.start]
    told = rest.start - clause.start - sum(word.end - word.start + 1 for word in before)
    only = told <= 0 and all(word.kinds & _HANDS or word.text in handing for word in before)
    return rest if only else None


_HANDS = frozenset(
    (
        "hollow-do", "hollow", "connector", "determiner", "scope", "adverb", "modal", "pronoun", "role-end",
        "rest", "rest-if", "vague-modifier",
    )
)  # fmt: skip


def _others_do(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether it is people set to work who do what they are given: 组织下属完成公司安排的工作."""
    if not sentence.is_chinese or not clause.heads or "act" not in clause.heads[0].kinds:
        return False
    if clause.heads[0].text in listed("residual-duties", "zh", "handing"):
        return False
    between = [word for word in clause.words if clause.heads[0].end <= word.start and word.end < end]
    people = next((number for number, word in enumerate(between) if word.kinds & _PEOPLE), len(between))
    handing = listed("residual-duties", "zh", "handing")
    return any(word.text in handing for word in between[people + 1 :])


_PEOPLE = frozenset(("party", "role-end", "recipient"))


def _handed(clause: Clause) -> tuple[int, int] | None:
    """Find work of whatever kind that others hand over: 完成领导交给的各种任务."""
    handed = first_of(clause, "handed")
    if handed is None:
        return None
    behind = clause.behind(handed.end)
    known = length(behind) == clause.end - handed.end
    named = known and behind and "rest-noun" in behind[-1].kinds
    return (handed.start, clause.end) if named and all(word.kinds & _ANY for word in behind) else None


_ANY = frozenset(("rest-noun", "scope", "vague-modifier"))


def _acts_before(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether the clause has an act of its own before a place: not 完成 or 承担, which hand the rest over."""
    handing = listed("residual-duties", sentence.language, "handing")
    return any(
        "act" in word.kinds and "function" not in word.kinds and word.text not in handing
        for word in clause.words
        if word.end <= end
    )
