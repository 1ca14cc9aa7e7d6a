"""Finds English clauses that say what somebody is like: Courteous and presentable; Fond of children; Stay calm."""

from jdlint.language.clause import Clause
from jdlint.language.mark import Sentence
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

DESCRIBES = frozenset(("describes",))
_GOES_ON = pattern(
    r"$|( ?, ?(?:and |or )?| and | or | but | yet )"
    r"| (?:with|in|at|about|under|towards?|when|to|of|for|by|on|both|as|speaking|working|dealing|using)\b"
)
"""What stands behind a word of description that no noun follows: another one in its group, or a preposition."""
_JOINED = 12
"""Characters within which the next of a row of descriptions stands."""


def described(sentence: Sentence) -> tuple[int, int] | None:
    """Find what somebody is like, or is to be, at the head of a sentence."""
    clause = sentence.content[0]
    first = clause.words[0] if clause.words else None
    if first is None or clause.kinds.isdisjoint(DESCRIBES):
        return None
    stays = first.start == clause.start and first.text in listed("traits", "en", "single-stays")
    start = first.end + 1 if stays else clause.context_end
    return (clause.start, clause.end) if _describes_from(sentence, clause, start) else None


def stands_alone(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a word of quality or description stands for itself: experience in sales, not experience days."""
    return _ENDS.match(sentence.folded, word.end, clause.end) is not None


_ENDS = pattern(
    r"$|[^a-z]*[,;:()&/]| (?:and|or|but|with|in|at|about|under|towards?|when|to|of|for|by|on|both|as|is|are"
    r"|must|will|would|essential|required|preferred|desirable|necessary|needed|an advantage|a must|a plus|across|within"
    r"|from|working|gained)\b"
)
"""What stands behind a noun or adjective that tells of no noun behind it."""


def _describes_from(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Say whether a word of description stands at a place, with no noun of its own behind it."""
    words = [word for word in clause.words if word.start >= start]
    while words and "adverb" in words[0].kinds and words[0].start == start:
        start = words.pop(0).end + 1
    word = words[0] if words else None
    if word is None or word.start > start or "describes" not in word.kinds:
        return False
    found = _GOES_ON.match(sentence.folded, word.end, clause.end)
    if found is None or not found[1]:
        return found is not None
    behind = next((other for other in words[1:] if "adverb" not in other.kinds and other.start >= found.end()), None)
    return behind is not None and bool(behind.kinds & {"describes", "is"}) and behind.start - found.end() <= _JOINED
