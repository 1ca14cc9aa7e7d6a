"""Says whether an empty English noun stands with nothing that makes it clear."""

from jdlint.language.clause import Clause
from jdlint.language.english import unknown_between
from jdlint.language.mark import Sentence
from jdlint.language.words import Word, length
from jdlint.pattern import pattern


def made_clear(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether words that no table knows follow directly, or behind a preposition (issues with the boiler)."""
    if _ARISING.match(sentence.folded, end, clause.end):
        return False
    if _OWNED_TOGETHER.match(sentence.folded, end, clause.end):
        return True
    after = clause.first_behind(end)
    if after is None or after.start > end + 1:
        return bool(sentence.folded[end : clause.end].strip(" ,"))
    if "-ed" in after.kinds and sentence.folded.startswith(" by ", after.end):
        return True
    if not after.kinds & {"preposition", "boundary"} or _is_of_whole(clause, after):
        return False
    return bool(unknown_between(sentence.folded, clause, after.end, clause.end)) or after.end < clause.end - 1


_ARISING = pattern(
    r" (?:(?:that|which) (?:may |might |could |can )?(?:arise|arises|occur|emerge|come up)"
    r"|arising|encountered|faced|experienced)(?:$|,| (?:in|during|on|at|within|with|by|from time)\b)"
)
"""What says only that there are problems, and where: problems encountered in the course of the work."""


_OWNED_TOGETHER = pattern(
    r" (?:and|or) [a-z-]+ of (?!(?:the |our )?(?:department|company|team|business|unit|section)\b)"
)
"""What makes a noun clear together with the one behind it: the activities or decisions of the Council."""


def _is_of_whole(clause: Clause, of: Word) -> bool:
    """Say whether a phrase names nothing but the whole that everything belongs to: activities of the department."""
    behind = clause.behind(of.end)
    known = bool(behind) and behind[-1].end == clause.end and of.text in {"of", "in", "within"}
    told = length(behind) + len(behind) == clause.end - of.end
    return (
        known
        and told
        and not behind[-1].kinds.isdisjoint(_WHOLES)
        and all(not word.kinds.isdisjoint(_WHOLE) for word in behind)
    )


_WHOLES = frozenset(("unit-end", "running"))
_WHOLE = frozenset(("scope", "determiner", "unit-end", "running"))


def stands_bare(sentence: Sentence, clause: Clause, number: int) -> bool:
    """Say whether an empty noun has only verbs, articles and empty adjectives before it, and nothing behind."""
    word = clause.words[number]
    before = clause.words[number - 1] if number else None
    if before is None or before.end + 1 < word.start or not before.kinds & _BEFORE_BARE:
        return False
    if "-ing" in before.kinds and not any(head is before for head in clause.heads):
        return False
    return not made_clear(sentence, clause, word.end)


_BEFORE_BARE = frozenset(
    (
        "act",
        "weak",
        "hollow",
        "hollow-do",
        "run",
        "coordinate",
        "scope",
        "empty",
        "opinion",
        "opinion-mild",
        "connector",
    )
)
