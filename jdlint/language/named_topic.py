"""Tells English phrases that name what is done (framing of rules) from those that name a topic (audit committee)."""

import re
from functools import cache

from jdlint.language.clause import Clause
from jdlint.language.mark import Sentence
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

_TABLE = "function-nouns"
_OF = pattern(r"([a-z][a-z'-]*) of ")
_DOING = pattern(
    r"(?:[a-z'-]{2,}(?:ing|[st]ion|ment|ysis|ance|osure|orage|proval|newal|moval|drawal|raisal|ressal|ferral|fusal|trieval"
    r"|hearsal|ursal)|disposal|burial)s?$"
)
"""How English nouns end that name an act."""
_ADJECTIVE = pattern(r"[a-z-]+(?:[iu]al|nal|ive|ic|ary|ous|ory|ful|less|[aeiou]nt)$")
_NOUNS = frozenset(
    ("function", "document-end", "thing", "event", "scope", "unit-end", "body-end", "role-end", "whom", "recipient")
)
_DOES = frozenset(("act", "weak", "run", "support", "join"))
_GOES_ON = (" and ", ", ", " to ", " & ")
"""Behind what a verb follows a noun phrase, and no noun that looks like one: with the local press."""
_SAID_OF = pattern(r"\b(?:is|are|be|was|were|has|have)\b")
"""What says something of a topic: matters of discipline are reported."""
_SAYS_MORE = frozenset(("frequency", "deadline", "modal", "-ing", "alternative"))


def names_doing(clause: Clause) -> bool:
    """Say whether a noun of doing stands before the first `of`: framing of rules, final approval of the budget."""
    found = _OF.search(clause.text, clause.start, clause.end)
    if found is None or found[1] in _not_doing():
        return False
    if any("preposition" in word.kinds and word.start < found.start() for word in clause.words):
        return False
    return _DOING.match(found[1]) is not None or found[1] in _doing()


@cache
def _not_doing() -> frozenset[str]:
    return frozenset(listed(_TABLE, "en", "single-no-doing"))


@cache
def _doing() -> frozenset[str]:
    return frozenset(listed(_TABLE, "en", "single-doing"))


def may_name_topic(sentence: Sentence, start: int) -> bool:
    """Say whether a topic stands near the beginning of an English sentence, and ends a phrase there."""
    return not sentence.is_chinese and _topic().match(sentence.masked, start) is not None


def names_topic(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a duty is a noun phrase about a body, a fund or rules, and nothing is done with them."""
    if len(sentence.clauses) > 1 or names_doing(clause) or clause.has_number or not clause.kinds.isdisjoint(_SAYS_MORE):
        return False
    found = _topic().match(clause.text, clause.start)
    if found is None or _SAID_OF.search(clause.text, found.end(2), clause.end):
        return False
    before = [word for word in clause.words if word.start < found.start(2)]
    is_body = found[2] in listed(_TABLE, "en", "single-bodies")
    if any(_acts(word) or (not is_body and not word.kinds.isdisjoint(_DOES)) for word in before):
        return False
    if any(_acts(word) and clause.text.endswith(_GOES_ON, 0, word.start) for word in clause.behind(found.end(2))):
        return False
    if found.start(2) == clause.start or (before and before[0].start == clause.start):
        return True
    return _ADJECTIVE.match(found[1].split()[0]) is not None or _is_title(sentence.text[clause.start : clause.end])


def _acts(word: Word) -> bool:
    """Say whether a word is a verb, and can't be a noun."""
    return not word.kinds.isdisjoint(_DOES) and word.kinds.isdisjoint(_NOUNS)


def _is_title(text: str) -> bool:
    """Say whether each word of a text begins with a capital, as in names: Poor Box Charity Fund."""
    return all(word[:1].isupper() for word in text.split())


@cache
def _topic() -> re.Pattern[str]:
    topics = (*listed(_TABLE, "en", "single-bodies"), *listed(_TABLE, "en", "single-topics"))
    nouns = "|".join(map(re.escape, topics))
    return re.compile(rf"((?:[a-z][a-z'&/.-]* ){{0,4}}?)({nouns})(?=[.;]*$| (?:of|for|with|in|on)\b)")
