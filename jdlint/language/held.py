"""Says whether an English hollow verb has only things, places or people for its object: in charge of the kennels."""

from jdlint.language.clause import Clause
from jdlint.language.english import unknown_between
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

_MOST = 8
"""Words that an object has at the most whose words may be counted on to name no act."""
_NEW = 3
"""Words among them that no table knows, at the most."""
_ACTS = frozenset(("act", "weak", "both", "run", "support", "join", "hollow-do", "submit", "event", "plain", "named"))
_SAYS_MORE = frozenset(("frequency", "deadline", "document-end", "condition", "modal", "subordinate", "sample"))
_NOUNS = frozenset(("function", "thing", "class", "recipient", "role-end", "unit-end", "whom", "managed", "scope"))
_THINGS = frozenset(("thing", "function", "class", "unit-end", "recipient", "role-end"))
_PLACES = frozenset(("in", "at", "across", "within", "throughout", "on"))
_OF = frozenset(("of", "the", "all", "our"))
_MAY_ACT = pattern(
    r"[a-z'&/-]*(?:ings?|[ts]ions?|ments?|ys[ie]s|als?|[ae]nces?|[ae]ncy|ures?|ages?|very|out|up|off|over|back|down)$"
)
"""How English nouns end that may name an act: settlement, sign-off, handover."""


def holds_things(clause: Clause) -> bool:
    """Say whether nothing that a hollow verb governs may be done: responsible for the company's vehicles."""
    if clause.has_number or not clause.heads or any("hollow" not in head.kinds for head in clause.heads):
        return False
    if "-ing" in clause.heads[-1].kinds or clause.kinds & _SAYS_MORE:
        return False
    behind = clause.behind(clause.object_start)
    unknown = unknown_between(clause.text, clause, clause.object_start, clause.end)
    if not unknown and not any(word.kinds & _NOUNS for word in behind):
        return False
    if len(unknown) > _NEW or len(clause.object.split()) > _MOST or any(map(_MAY_ACT.match, unknown)):
        return False
    return all(_is_still(clause, word) for word in behind) and not _may_be_of(clause)


def _is_still(clause: Clause, word: Word) -> bool:
    """Say whether a known word names no act here: stock and cash are things unless something is done of them."""
    if not word.kinds.isdisjoint(("preposition", "boundary")):
        return word.text in _PLACES or word.text == "of"
    if tends(clause, word):
        return False
    if word.kinds.isdisjoint(_ACTS):
        return "done-to" not in word.kinds or not clause.text.startswith(" of ", word.end)
    is_thing = bool(word.kinds & _THINGS) and word.kinds.isdisjoint(("event", "-ing", "plain"))
    return is_thing and not clause.text.startswith(" of ", word.end)


def tends(clause: Clause, noun: Word) -> bool:
    """Say whether people are looked after of whom no work is asked: the supervision of pupils, not of staff."""
    if noun.text not in listed("function-nouns", "en", "single-tends"):
        return False
    whom = next((word for word in clause.behind(noun.end) if word.text not in _OF), None)
    return whom is not None and "recipient" in whom.kinds


def _may_be_of(clause: Clause) -> bool:
    """Say whether a noun that no table knows may be done to what stands behind it: the cull of deer."""
    ends = {word.end for word in clause.words}
    return any(word.text == "of" and word.start - 1 not in ends for word in clause.words)
