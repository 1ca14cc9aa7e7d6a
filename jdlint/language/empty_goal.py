"""Says whether a Chinese clause only tells that things are to be good: steps, goals, and problems that were met."""

from jdlint.language.clause import Clause
from jdlint.language.mark import Sentence
from jdlint.language.words import adjoin, length, listed

_TABLE = "vague-objects"
_SAYS_HOW = frozenset(("opinion", "opinion-mild", "lasting", "vague-modifier", "adverb", "scope", "pep", "pep-mild"))
_OF_WHOM = frozenset(
    ("scope", "vague-modifier", "opinion", "opinion-mild", "recipient", "party", "somebody", "body-end")
)


def takes_steps(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find steps that are taken, whichever: 采取有效措施, 采取措施加以解决, but not 采取隔离措施."""
    taking = next((number for number, word in enumerate(clause.words) if "taking" in word.kinds), None)
    if taking is None:
        return None
    nouns = listed(_TABLE, "zh", "taken")
    behind = clause.words[taking + 1 :]
    last = next((number for number, word in enumerate(behind) if word.text.endswith(nouns)), None)
    if last is None or not adjoin(clause.words[taking : taking + last + 2]):
        return None
    how, settled = behind[:last], behind[last + 1 :]
    if not all(word.kinds & _SAYS_HOW or word.text in listed(_TABLE, "zh", "single-step") for word in how):
        return None
    ends = adjoin(behind[last:]) and behind[-1].end == clause.end
    ends = ends and all(word.text in listed(_TABLE, "zh", "single-settle") for word in settled)
    return (clause.words[taking].start, clause.end) if ends and not _goes_on_to_result(sentence, clause) else None


def _goes_on_to_result(sentence: Sentence, clause: Clause) -> bool:
    """Say whether the next clause tells what the steps are to prevent or to reach: 采取措施,防止鼠害."""
    later = [other for other in sentence.clauses if other.start > clause.end]
    return bool(later) and bool(later[0].words) and "result" in later[0].words[0].kinds


def is_aim(clause: Clause) -> bool:
    """Say whether a clause names something that everybody aims at, and no act: 整合集团资源."""
    if not clause.heads or "aim" not in clause.kinds or any("aims" not in head.kinds for head in clause.heads):
        return False
    behind = clause.behind(clause.object_start)
    if not behind or behind[0].start > clause.object_start or not adjoin(behind):
        return False
    if "aim" not in behind[-1].kinds or behind[-1].end < clause.end or clause.context_end > clause.start:
        return False
    return all(word.kinds & (_OF_WHOM | {"aim", "coordinator"}) for word in behind[:-1])


def only_aims(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause names an aim, and no other clause does more."""
    if not is_aim(clause):
        return False
    others = (other for other in sentence.content if other is not clause)
    return all(is_aim(other) or _builds_whole(other) or not sentence.strength_of(other) for other in others)


def _builds_whole(clause: Clause) -> bool:
    """Say whether a clause builds a whole of which only praise is told: 建立有效的激励机制."""
    if not clause.heads or any("builds" not in head.kinds for head in clause.heads):
        return False
    behind = clause.behind(clause.object_start)
    if not behind or behind[0].start > clause.object_start or not adjoin(behind) or behind[-1].end < clause.end:
        return False
    return "whole" in behind[-1].kinds and all(word.kinds & _SAYS_HOW for word in behind[:-1])


def met_end(clause: Clause, number: int) -> int:
    """Say where problems end of which nothing is told but that they were met (解决存在的问题); 0 where more is told."""
    word = clause.words[number]
    if "met" not in word.kinds:
        return 0
    between = [other for other in clause.words[:number] if other.start >= clause.object_start]
    told = word.start - clause.object_start - length(between)
    return 0 if told or any(other.kinds.isdisjoint(_OF_WHOM | {"coordinator"}) for other in between) else word.end
