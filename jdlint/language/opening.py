"""What may stand at the head of a clause before the word that it turns on, and what the clause does there."""

from jdlint.language.clause import Clause
from jdlint.language.words import Word, length

PEOPLE = frozenset(("recipient", "role-end", "somebody"))
BEFORE_PERSON = frozenset(
    ("adverb", "determiner", "pep", "pep-mild", "opinion", "opinion-mild", "scope", "recipient", "frame-end")
)
_LEADING = BEFORE_PERSON | {"hollow-do", "hollow", "obey", "modal"}


def at_head(clause: Clause, word: Word) -> bool:
    """Say whether nothing but adverbs, empty verbs and whoever must do it stands before a word of its clause."""
    between = [other for other in clause.words if clause.context_end <= other.start < word.start]
    if not all(other.kinds & _LEADING for other in between):
        return False
    if between and "modal" in between[-1].kinds and between[-1].end == word.start:
        return True
    unknown = word.start - clause.context_end - length(between)
    return word.text.isascii() or unknown <= 1


def answered_for(clause: Clause) -> Word | None:
    """Give the noun that closes the fields of work a post answers for: 服务 in 对门店的销售、服务负总责.

    None where it answers to somebody (对总经理负责), or for a thing or a result (对账实相符负责).
    """
    head = clause.heads[0] if len(clause.heads) == 1 else None
    if head is None or "hollow" not in head.kinds or head.end < clause.end:
        return None
    before = [word for word in clause.words if word.end <= head.start and "adverb" not in word.kinds]
    if len(before) <= 1 or "carried" not in before[0].kinds or clause.words[0].start > clause.start:
        return None
    noun = before[-1]
    is_field = any(word.kinds & _FIELDS for word in before)
    return noun if is_field and noun.kinds.isdisjoint(_ANSWERED_TO) and noun.kinds != _SCOPE else None


_FIELDS = frozenset(("function", "class"))
_ANSWERED_TO = PEOPLE | {"body-end", "party", "unit-end", "plain"}
"""Posts and bodies, and words of which no table says what they are."""
_SCOPE = frozenset(("scope",))


def acts_plainly(word: Word) -> bool:
    """Say whether a verb is an act of the post itself, as in 检查司机不得酒后驾车."""
    return "act" in word.kinds and word.kinds.isdisjoint(("both", "bound", "conduct", "forbid", "absolute"))


def tells_result(clause: Clause) -> bool:
    """Say whether a clause tells what comes of an act: 确保账实相符."""
    return bool(clause.heads) and "result" in clause.heads[0].kinds
