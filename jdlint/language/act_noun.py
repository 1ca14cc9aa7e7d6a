"""Tells where what looks like an act is a noun here, or what the verb before it is about: 监督收银."""

from jdlint.language.agency import FINITE, PERSONS, Agency
from jdlint.language.object_parse import is_decided_on
from jdlint.language.phrase_parse import Clause, Token
from jdlint.pattern import pattern


def is_noun_here(clause: Clause, place: int, agency: Agency) -> bool:
    """Tell whether an act is a noun: 审批付款's 付款, an English base form behind a noun or an article."""
    token = clause[place]
    if token.word.form == "noun" and _UNKNOWN_THINGS.match(agency.folded, token.end) and _is_alone(clause, place):
        return True
    return _begins_thing(clause, place) or (place > 0 and _is_noun(clause, place, agency))


_UNKNOWN_THINGS = pattern(r" [a-z]+[^s\W]s\b")


def _is_alone(clause: Clause, place: int) -> bool:
    """Tell whether no word that we know follows directly: appraisal reminders, but not approval across sites."""
    return place + 1 == len(clause) or clause[place + 1].start > clause[place].end + 1


def _begins_thing(clause: Clause, place: int) -> bool:
    """Tell whether an act that has no object begins a noun: 收费|票据的领用, hiring packets are mailed."""
    token, behind = clause[place], clause[place + 1] if place + 1 < len(clause) else None
    if behind is None:
        return False
    if token.word.noun and "light" in behind.word.cues and "towards" in clause[0].word.cues:
        return True
    if is_decided_on(token, behind) or (token.word.form in _NOUNS and not place and _is_subject_of(clause[1:_FEW])):
        return True
    if not token.word.form and behind.start == token.end and "by_whom" in behind.word.cues:
        return True
    if token.acts != _FIELD or token.word.form:
        return False
    return behind.start == token.end and bool(behind.word.noun) and behind.word.noun not in _TAKEN_IN


def _is_subject_of(behind: Clause) -> bool:
    """Tell whether only nouns stand before `is` or `are`: reviewing officers are given the file."""
    verb = next((token for token in behind if not token.word.noun), None)
    return verb is not None and "copula" in verb.word.cues


_FEW = 4
"""Words of a subject, and the verb."""
_NOUNS = frozenset(("noun", "verb-ing", "verb-s"))
_TAKEN_IN = frozenset(("fee", "key"))


def _is_noun(clause: Clause, place: int, agency: Agency) -> bool:
    token = clause[place]
    before, behind = clause[place - 1], clause[place + 1] if place + 1 < len(clause) else None
    is_named = _is_looked_on(before, token) or _is_listed_on(clause, place) or _is_run(clause, place)
    is_named = is_named or _is_compound_looked_on(clause, place)
    if is_named or (token.word.noun and token.start < agency.taken) or _is_advice(token, behind):
        return True
    has_article = token.word.form == "verb" and not before.word.cues.isdisjoint(_BEFORE_NOUN)
    has_article = has_article and not _SHALL.search(agency.folded, before.end, token.start)
    if has_article or (behind is not None and _names_thing(before, token, behind)):
        return True
    is_adjacent = before.end == token.start - 1
    if token.word.form == "verb-ing" and is_adjacent and _is_of_kind(before, token, behind):
        return True
    if token.word.form == "noun" or (token.word.form == "verb-ing" and "article" in before.word.cues and is_adjacent):
        is_open = agency.folded.endswith(_TO_OBJECT, token.start, token.end)
        return not is_open and behind is not None and bool(behind.word.noun) and behind.start == token.end + 1
    if token.word.form not in {"verb", "verb-s"} or not is_adjacent:
        return False
    is_object = bool(before.acts) and before.word.form in FINITE and token.word.form == "verb"
    return is_object or _is_governed(clause, place, agency) or _is_behind_noun(clause, place, agency.folded)


_TO_OBJECT = (" of", " for", " over", " to")
"""Ends of action nouns whose object follows, so that they are no part of its name: an even allocation of work."""
_SHALL = pattern(r"\b(?:shall|will|must|should|may)\b")
"""What tells a verb behind a subject that no table knows: the superintendent shall regulate."""


def _is_of_kind(before: Token, token: Token, behind: Token | None) -> bool:
    """Tell whether an English -ing form behind a verb says of what kind a thing is: keep hiring costs down."""
    does = before.word.form in FINITE or "other" in before.word.cues
    is_near = behind is not None and behind.start == token.end + 1
    return does and is_near and behind is not None and bool(behind.word.noun) and behind.word.noun not in PERSONS


def _is_advice(token: Token, behind: Token | None) -> bool:
    """Tell whether a Chinese act is only what an opinion is on: 獎懲建議."""
    return behind is not None and behind.start == token.end and not _ADVICE.isdisjoint(behind.word.cues)


_ADVICE = frozenset(("advice",))


def _is_behind_noun(clause: Clause, place: int, folded: str) -> bool:
    """Tell whether an English word ends a noun phrase: sales reviews, but not the manager of sales reviews the …."""
    token, before = clause[place], clause[place - 1]
    behind = clause[place + 1] if place + 1 < len(clause) else None
    if " " in folded[token.start : token.end] or not (before.word.noun or before.word.cues & _BEFORE_NOUNS):
        return False
    if _closes_subject(clause, place):
        return False
    if behind is None or "of" in behind.word.cues:
        return behind is None
    return not ("article" in behind.word.cues and behind.start == token.end + 1)


def _closes_subject(clause: Clause, place: int) -> bool:
    """Tell whether the word before a verb ends the name of a post: the cashier approves, the head of sales buys."""
    if clause[place].word.form == "verb-s" and clause[place - 1].word.noun == "staff" and _is_subject(clause[:place]):
        return True
    if place not in _BEHIND_POST or "of" not in clause[place - 2].word.cues:
        return False
    post = clause[place - 3].word
    return post.noun == "staff" or "shield" in post.cues


def _is_subject(words: Clause) -> bool:
    """Tell whether an article and words of a noun phrase are all that stands before: the credit controller."""
    return "article" in words[0].word.cues and all(one.word.noun or "tail" in one.word.cues for one in words[1:])


_BEHIND_POST = (3, 4)
"""Places in a clause behind a post's name of three words, an article before it or not."""


def _is_looked_on(before: Token, token: Token) -> bool:
    """Tell whether a Chinese act is what the word right before it looks into or goes by: 监督收银, 按核定线路."""
    if before.end < token.start or token.word.form:
        return False
    looks_on = set(before.acts) >= _LOOKS_ON and not _GOES_WITH & set(token.acts)
    return looks_on or "guided" in before.word.cues


def _is_compound_looked_on(clause: Clause, place: int) -> bool:
    """Tell whether a Chinese decision and the nouns right before it are what a word looks into: 监督|费用审批."""
    first = place
    while first and clause[first - 1].word.noun and clause[first - 1].end == clause[first].start:
        first -= 1
    if first in {0, place} or place + 1 < len(clause) or clause[first - 1].end < clause[first].start:
        return False
    looking, token = clause[first - 1], clause[place]
    looks_on = set(looking.acts) >= _LOOKS_ON or "sees_to" in looking.word.cues
    return looks_on and not looking.word.form and not token.word.form and not _DECISIONS.isdisjoint(token.acts)


_DECISIONS = frozenset(("approve", "sign", "sign_up", "pay", "pay_out", "hire", "reward"))


def _names_thing(before: Token, token: Token, behind: Token) -> bool:
    """Tell whether a Chinese act is part of what stands behind it: 编排|收银|更表, 费用的|使用|监督."""
    joined = before.end == token.start and token.end == behind.start
    if joined and token.acts == _USE and "of" in before.word.cues and set(behind.acts) >= _LOOKS_ON:
        return True
    return joined and bool(before.acts) and token.acts == _FIELD and bool(behind.word.noun)


_FIELD, _USE = ("collect_fee",), ("use_up",)


def _is_listed_on(clause: Clause, place: int) -> bool:
    """Tell whether a Chinese act goes on with a list of what is looked into: 监督收货、收银、退货."""
    if clause[place].word.form or _GOES_WITH & set(clause[place].acts) or "conj" not in clause[place - 1].word.cues:
        return False
    between = list(reversed(clause[:place]))
    watched = next((token for token in between if token.word.noun or token.acts or "conj" not in token.word.cues), None)
    return watched is not None and set(watched.acts) >= _LOOKS_ON and watched.end < clause[place - 1].start


def _is_run(clause: Clause, place: int) -> bool:
    """Tell whether a Chinese act is one of the matters that a verb before them only runs: 管好薪酬、福利、奖励."""
    if clause[place].word.form or not _FIRST_LISTED <= place < _LAST_LISTED:
        return False
    if "conj" not in clause[place - 1].word.cues:
        return False
    runs = "manage" in clause[0].acts and clause[0].word.form == ""
    return runs and all(_is_matter(token) for token in clause[1:place])


_FIRST_LISTED, _LAST_LISTED = 3, 16
"""Places in a clause of the matters behind the first one."""


def _is_matter(token: Token) -> bool:
    """Tell whether a word belongs to a list of nouns that name no people."""
    if token.word.noun:
        return not token.acts and token.word.noun not in PERSONS
    return not token.word.cues.isdisjoint(_LISTS)


_LISTS = frozenset(("conj", "of", "tail", "unit"))
_LOOKS_ON = frozenset(("inspect",))
_GOES_WITH = frozenset(
    (
        "inspect",
        "assess",
        "correct",
        "correct_site",
        "rectify",
        "dissuade",
        "manage",
        "evaluate",
        "control",
        "review",
        "assign",
    )
)
"""Acts that are done together with looking into a thing: 监督管理, 检查考核, 督促整改."""


def _is_governed(clause: Clause, place: int, agency: Agency) -> bool:
    """Tell whether what looks like an English verb is one of the objects of the verb that opens the clause."""
    before = clause[place - 1].word.cues
    if place > 1 and "article" in before and _does(clause[0]):
        return True
    return "conj" in before and agency.breaks_form(clause[place])


def _does(token: Token) -> bool:
    """Tell whether a word is a verb with objects of its own, behind which an article begins a noun."""
    return not token.word.cues & _LIGHT and (bool(token.acts) or "other" in token.word.cues)


_LIGHT = frozenset(("light",))
_BEFORE_NOUN = frozenset(("article", "of"))
"""Cues behind which an English base form is a noun: the hospital head, observance of labour discipline."""
_BEFORE_NOUNS = frozenset(("tail", "preposition"))
