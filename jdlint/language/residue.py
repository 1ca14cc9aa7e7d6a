"""What in a clause tells one task from another, and which of its words are acts whatever stands around them."""

from collections.abc import Sequence
from typing import Final

from jdlint.language.clause import Clause
from jdlint.language.words import Word, is_chinese, listed
from jdlint.pattern import pattern

NAMES_ACT: Final = 2
MAY_NAME_ACT: Final = 1
NAMES_NONE: Final = 0
HOLLOW = frozenset(("hollow", "hollow-do", "run"))
VERBAL = frozenset(("act", "weak", "both", "hollow-do", "run", "submit", "support", "join", "hollow"))
PERSON = frozenset(("knows", "learns", "is"))
GERUND = frozenset(("-ing", "act"))
NOMINAL = frozenset(("function", "both"))
_SOFT = frozenset(
    (
        "scope",
        "function",
        "class",
        "affair",
        "connector",
        "coordinator",
        "opinion",
        "opinion-mild",
        "runs",
        "pep",
        "pep-mild",
        "vague",
        "vague-modifier",
        "vague-head",
        "vague-rule",
        "and-so-on",
        "both",
        "weak",
        "adverb",
        "run",
        "preposition",
        "frequency",
        "rest-noun",
        "relation",
        "ideal",
    )
)
"""Kinds of words that don't tell one task from another."""
_NOT_PLAIN_ACT = frozenset(
    ("both", "function", "plain", "role-end", "document-end", "base", "-s", "-ing", "-ed", "hollow-do")
)
_ENGLISH_WORD = pattern(r"[a-z][a-z'-]+")
POSSESSIVE = frozenset(("的", "之"))
GIVER_AND_AID = 2
CLOSING = frozenset(("class", "run", "and-so-on", "coordinator", "both"))
CLEAR = 2
"""Characters (English: words) that no table knows, from which on an object counts as one of its own."""


def manages(word: Word) -> bool:
    """Say whether a noun is management, or the work of it: 设备管理, 管理工作."""
    managing = listed("function-nouns", "zh", "managing")
    return word.text.endswith(managing) or ("class" in word.kinds and word.text.startswith(managing))


def behind_heads(clause: Clause) -> Sequence[Word]:
    """Give the words behind the last verb that heads a clause."""
    return clause.behind(clause.heads[-1].end)


def is_act(word: Word) -> bool:
    """Say whether a word is an act wherever it stands, and never a noun."""
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_PLAIN_ACT)


def residue(clause: Clause) -> int:
    """Count the characters (English: words) of the object that say which one."""
    if not is_chinese(clause.object):
        return len(unknown_words(clause))
    left = clause.end - clause.object_start
    for word in clause.words:
        if word.start >= clause.object_start and word.kinds & _SOFT:
            left -= word.end - word.start
    return left


def unknown_words(clause: Clause) -> list[str]:
    """Give the English words of the object that say which one."""
    soft = {part for word in clause.words if word.kinds & _SOFT for part in word.text.split()}
    return [word for word in _ENGLISH_WORD.findall(clause.object) if word not in soft]
