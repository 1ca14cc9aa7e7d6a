"""Goals that a duty says with words of praise or zeal alone: 搞好核算,做到账目清楚; 不断提高装备水平."""

from itertools import takewhile

from jdlint.language.clause import Clause
from jdlint.language.mark import Sentence, first_of
from jdlint.language.residue import NAMES_ACT, POSSESSIVE
from jdlint.language.words import Word, length

_HOW = frozenset(("adverb", "pep", "pep-mild", "opinion", "opinion-mild", "connector"))
"""What may stand before the verb that opens a clause."""
_PRAISE = frozenset(("attained", "opinion", "opinion-mild"))
_NAMED = frozenset(("document-end", "standard"))
"""What measures the work of a clause besides a number: a paper, or what it goes by."""


def only_attains(sentence: Sentence) -> Word | None:
    """Give the praise that work is to attain, where no clause acts on anything: 做好接待工作,做到热情周到."""
    if "attains" not in sentence.kinds:
        return None
    clauses = sentence.content
    places = [number for number, clause in enumerate(clauses) if _goal(clause)]
    if not places or "exact" in sentence.kinds:
        return None
    first = places[0]
    if any(_does_something(sentence, clause) for clause in clauses[:first]):
        return None
    goes_on = (number in places or _only_praises(clauses[number]) for number in range(first, len(clauses)))
    return clauses[first].words[-1] if all(goes_on) else None


def _does_something(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause before a goal names an act, a paper or what the work goes by."""
    if sentence.strength_of(clause) >= NAMES_ACT and not (only_does_well(clause) or _only_completes(clause)):
        return True
    return not clause.kinds.isdisjoint(_NAMED)


def _only_completes(clause: Clause) -> bool:
    """Say whether a clause says that work gets done, and names a field of it: 按时完成会计核算."""
    if not clause.heads or "completes" not in clause.heads[0].kinds:
        return False
    return all("both" in head.kinds for head in clause.heads[1:])


def only_does_well(clause: Clause) -> bool:
    """Say whether a clause says of one piece of work that it is to be done well: 做好会场布置, 加强与客户的联系."""
    if len(clause.heads) != 1 or "hollow-do" not in clause.heads[0].kinds:
        return False
    return clause.kinds.isdisjoint(_NAMED) and "、" not in clause.object


def acts_besides(sentence: Sentence, clause: Clause, least: int) -> bool:
    """Say whether another clause names an act, and not only work to be done well, a state to be kept, or zeal."""
    return any(
        strength >= least and other is not clause and not _says_little(other)
        for strength, other in zip(sentence.strengths, sentence.clauses, strict=True)
    )


def _says_little(clause: Clause) -> bool:
    return only_does_well(clause) or _only_keeps(clause) or rouses_zeal(clause)


def _only_keeps(clause: Clause) -> bool:
    """Say whether a clause only keeps up some state, or raises a level: 维护正常的就餐秩序, 改善服务态度."""
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end or last.kinds.isdisjoint(("state", "level")) or not clause.heads:
        return False
    return all(not head.kinds.isdisjoint(("weak", "betters")) for head in clause.heads)


def rouses_zeal(clause: Clause) -> bool:
    """Say whether a clause says no more than that zeal is to be roused: 充分调动教师的积极性."""
    if "zeal" not in clause.kinds or not clause.heads or not all("rouses" in head.kinds for head in clause.heads):
        return False
    last = clause.words[-1]
    return "zeal" in last.kinds and clause.end - last.end <= 1


def _goal(clause: Clause) -> bool:
    """Say whether a clause is a goal whose last word is praise: 做到账目清楚, 达到优美的效果."""
    word = first_of(clause, "attains")
    if word is None or not _ends_in_praise(clause) or (clause.heads and clause.heads[0] is not word):
        return False
    before = takewhile(lambda other: other is not word, clause.words)
    opens = word.start - clause.start <= length(other for other in before if other.kinds & _HOW)
    return opens or "attains-of" in word.kinds


def _only_praises(clause: Clause) -> bool:
    """Say whether a clause behind a goal goes on with praise and no verb: 做到服务热情,|态度和蔼."""
    return not clause.heads and _ends_in_praise(clause)


def _ends_in_praise(clause: Clause) -> bool:
    words = clause.words
    if not words or words[-1].end < clause.end or "document-end" in clause.kinds:
        return False
    if not words[-1].kinds & _EFFECT:
        return bool(words[-1].kinds & _PRAISE)
    before = next((word for word in reversed(words[:-1]) if word.text not in POSSESSIVE), None)
    return before is not None and bool(before.kinds & _PRAISE) and words[-1].start - before.end <= _OF_WHAT


def only_pledges_praise(sentence: Sentence) -> Word | None:
    """Give the last of a row of praise that alone is pledged: 保证办公用品供应充足、及时."""
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 or len(clause.heads) != 1 or "pledges" not in clause.heads[0].kinds:
        return None
    row = [word for word in clause.words[-3:] if "coordinator" not in word.kinds]
    if len(row) < _ROW or row[-1].end < clause.end or not row[-1].kinds & _PRAISE:
        return None
    return row[-1] if row[-2].kinds & _PLEDGED and row[-1].start - row[-2].end <= len("、") else None


_ROW = 2
_PLEDGED = _PRAISE | {"safe"}


def only_pledges_manner(sentence: Sentence) -> Word | None:
    """Give the mild praise of what is done with something, that alone is pledged: 保证药品的合理使用."""
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 or len(clause.heads) != 1 or "pledges" not in clause.heads[0].kinds:
        return None
    of = next((number for number, word in enumerate(clause.words) if word.text in POSSESSIVE), None)
    if of is None or clause.words[-1].end < clause.end or clause.has_document:
        return None
    word, *behind = clause.words[of + 1 :] or [clause.words[of]]
    praises = "opinion-mild" in word.kinds and word.start == clause.words[of].end and behind
    return word if praises and all(other.kinds & _DONE_SO for other in behind) else None


_DONE_SO = frozenset(("act", "both", "run", "weak", "coordinator", "class"))


def only_keeps_state(sentence: Sentence) -> Word | None:
    """Give a mild word of praise before the state that a duty only keeps up: 保障畅通的网络环境, 营造公平的氛围."""
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 or not clause.heads or not all(head.kinds & _KEEPS for head in clause.heads):
        return None
    last = clause.words[-1]
    if last.end < clause.end or "state" not in last.kinds:
        return None
    joined = {word.start for word in clause.words if word.text in POSSESSIVE}
    behind = clause.behind(clause.heads[-1].end)
    return next((word for word in behind if "opinion-mild" in word.kinds and word.end in joined), None)


_KEEPS = frozenset(("weak", "pledges", "giving", "builds"))


def only_finishes(sentence: Sentence) -> Word | None:
    """Give the praise before a verb that finishes whatever work there is: 迅速、准确地完成运输任务."""
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 or not clause.heads or "finishes" not in clause.heads[0].kinds:
        return None
    if len(clause.heads) > 1 and clause.heads[-1].end < clause.words[-1].start:
        return None
    if clause.words[-1].end < clause.end or clause.words[-1].kinds.isdisjoint(_WORK) or clause.has_document:
        return None
    praises = [word for word in clause.words if word.end <= clause.heads[0].start and word.kinds & _PRAISE]
    sure = len(praises) > 1 or any("opinion" in word.kinds for word in praises)
    return praises[-1] if praises and sure else None


_WORK = frozenset(("class", "vague-head"))
_EFFECT = frozenset(("effect", "state"))
"""What closes a clause behind its praise: 优美的|效果, 良好的|运行状态."""
_OF_WHAT = 5
"""Characters that may tell the state or effect of what is praised: 良好的|待机|状态."""


def only_betters(sentence: Sentence) -> tuple[int, int] | None:
    """Find a level that is only to rise, again and again: 不断提高装备水平, 持续改进工作方法."""
    first = sentence.clauses[0]
    word = first_of(first, "pep-mild")
    if word is None or not first.heads or word.start > first.heads[0].start:
        return None
    return (word.start, word.end) if all(map(_betters, sentence.clauses)) else None


def _betters(clause: Clause) -> bool:
    if not any("betters" in head.kinds for head in clause.heads[:_PUSHED]):
        return False
    return clause.words[-1].end == clause.end and not clause.words[-1].kinds.isdisjoint(_LEVEL)


_PUSHED = 2
"""Verbs that may head a clause up to the one that betters: 致力|提升."""
_LEVEL = frozenset(("level", "like-management", "relation"))


def only_urges(sentence: Sentence, clause: Clause) -> Word | None:
    """Give a word of resolve before a verb that names no act, where a duty says nothing else: 切实维护职工权益."""
    if len(sentence.clauses) > 1 or not clause.heads or clause.has_document:
        return None
    head = clause.heads[0]
    hollow = "hollow-do" in head.kinds
    word = first_of(clause, "resolve") or (first_of(clause, "again") if hollow and "betters" in head.kinds else None)
    if word is None or word.end != clause.heads[0].start:
        return None
    named = sentence.strength_of(clause) >= NAMES_ACT
    return word if not named or (hollow and "resolve" in word.kinds) else None
