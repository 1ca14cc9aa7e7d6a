"""Reads what an entry of an authority section grants: review finance.expense for 对费用的审核权."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from jdlint import compiled, knowledge
from jdlint.language.authority_clause import (
    Part,
    cut,
    is_denied,
    is_listed,
    is_table_line,
    is_titled,
    is_topic,
    lists,
    names_power,
    without_deciders,
    without_subject,
)
from jdlint.language.demand import read_demands
from jdlint.language.fold import fold
from jdlint.language.granted import granted_by, on_things, things_named
from jdlint.language.granting import NO_GRANTS, acts_of_heading, acts_on_listed, acts_that_grant
from jdlint.language.phrase_parse import (
    Clause,
    PackedWords,
    Spellings,
    Token,
    Vocabulary,
    add_cues,
    add_english,
    add_nouns,
    chinese,
    noun_object,
    tokens,
)
from jdlint.language.quantity import Quantity, quantities
from jdlint.language.words import in_one_script
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Grant(NamedTuple):
    """A power that an entry gives."""

    act: str
    object: str | None
    """None where the entry names none that we know, or doesn't restrict it."""
    scope: str
    """The clause that grants it, as written."""
    limit: Quantity | None
    start: int
    end: int
    about: str = ""
    """The words that tell on what, folded, where we know none of them."""


class Reading(NamedTuple):
    """What an entry of an authority section is."""

    kind: str
    """grant, vague-scope, entitlement (a benefit), unknown-type (a power outside the taxonomy) or none."""
    grants: tuple[Grant, ...]
    start: int = 0
    """Where the words begin that make it vague, or that name an unknown power."""
    end: int = 0


def read_grants(text: str, act: str | None = None) -> tuple[Grant, ...]:
    """Give the powers that an entry grants; `act` is a structured entry's, its text is then the object."""
    return read_authority(text, act).grants


@lru_cache(maxsize=2048)
def read_authority(text: str, act: str | None = None) -> Reading:
    """Tell what an entry is, and what it grants; many are copied from role to role."""
    folded = in_one_script(fold(text))
    found = list(tokens(folded, _vocabulary()))
    if act is not None:
        grants = tuple(_structured(text, found, act))
        return Reading("grant" if grants else "unknown-type", grants)
    cues = frozenset[str]().union(*[token.word.cues for token in found])
    clauses = list(cut(folded, found))
    grants = tuple(dict.fromkeys(_grants(text, folded, clauses)))
    if "entitlement" in cues and not any(grant.object for grant in grants if grant.act != "reward"):
        return Reading("entitlement", ())
    if "vague" in cues:
        vague = next(token for token in found if "vague" in token.word.cues)
        return Reading("vague-scope", tuple(grant for grant in grants if grant.object is not None), *vague[:2])
    if cues.isdisjoint(_NOT_DONE) and not is_table_line(clauses, folded):
        grants += tuple(_done_besides(text, {(grant.act, grant.object) for grant in grants}))
    if grants:
        return Reading("grant", grants)
    if "power" in cues and not _is_harmless(found):
        return Reading("unknown-type", (), *_unknown_power(clauses))
    return Reading("none", ())


_NOT_DONE = frozenset(("power", "denied"))
"""Cues of an entry that isn't worded as work."""
UNNAMED = frozenset(("result", "information"))
"""What a duty is taken to be about whose object we don't know."""


def _unknown_power(clauses: list[Part]) -> tuple[int, int]:
    """Give the words of the first clause that speaks of a power."""
    return next(
        (start, end) for start, end, clause, _ in clauses if any("power" in token.word.cues for token in clause)
    )


def _is_harmless(found: list[Token]) -> bool:
    """Tell whether the powers are to know, to guide or to take part, which decide nothing."""
    return any(act in NO_GRANTS for token in found for act in token.acts)


def _structured(text: str, found: list[Token], act: str) -> Iterator[Grant]:
    granted = [name for token in tokens(fold(act), _vocabulary()) for name in token.acts]
    acts = [act] if act in knowledge.load("lexicon/acts")["grants"] else granted
    for name, thing in on_things(tuple(dict.fromkeys(acts)), things_named(found)):
        yield Grant(name, thing, text, _limit(text, 0, len(text)), 0, len(text))


def _grants(text: str, folded: str, clauses: list[Part]) -> Iterator[Grant]:
    topic: Clause = []
    headed: list[Token] = []
    for place, (start, end, clause, is_heading) in enumerate(clauses):
        heads = is_heading and lists(clauses[place + 1 : place + 2])
        if (heads and not names_power(clause)) or is_denied(clause):
            if is_heading and is_denied(clause):
                return
            headed = acts_on_listed(acts_that_grant(clause, folded, is_first=True)) if heads else []
            continue
        behind = clauses[place + 1][2] if place + 1 < len(clauses) else None
        if behind and (is_topic(clause) or is_titled(clause, behind, folded) or is_listed(clause, folded, end)):
            topic = clause
            continue
        granting = acts_of_heading(headed, clause) or acts_that_grant(clause, folded, is_first=place == 0)
        words = [*topic, *without_deciders(without_subject(clause, folded), topic)]
        told = {token.start for token in granting}
        about = _about(folded, start, end, [one for one in clause if one.start in told or not one.acts])
        for act, thing in granted_by(granting, words):
            yield Grant(act, thing, text[start:end].strip(), _limit(text, start, end), start, end, about)
        spent, topic = [*topic, *clause], []
        if not any(token.acts for token in clause) and _is_sum(clause, folded, start):
            limit = _limit(text, start, end)
            yield Grant("spend", None, text[start:end].strip(), limit, start, end)
            for thing in filter(None, map(noun_object, things_named(spent))):
                yield Grant("approve", thing, text[start:end].strip(), limit, start, end)


def _is_sum(clause: Clause, folded: str, start: int) -> bool:
    """Tell whether a clause without an act lets money be spent: up to 500, Budget authority: $25,000."""
    if any("spending" in token.word.cues for token in clause):
        return True
    edges = [(before.end, power.start) for before, power in pairwise(clause) if _is_power_of_money(before, power)]
    return any(end == start for end, start in edges) or (bool(edges) and bool(_DIGIT.search(folded, start)))


def _is_power_of_money(before: Token, power: Token) -> bool:
    return "power" in power.word.cues and _is_money(before)


def _is_money(token: Token) -> bool:
    return bool(token.word.noun) and noun_object(token.word.noun).startswith("finance")


_DIGIT = pattern(r"\d")


def _about(folded: str, start: int, end: int, clause: Clause) -> str:
    """Give what a clause names besides act and power (食谱 in 对食谱有审批权); '' where it leaves that open."""
    known = [token for token in clause if token.acts or token.word.cues or noun_object(token.word.noun)]
    edges = zip((start, *(token.end for token in known)), (*(token.start for token in known), end), strict=True)
    unknown = " ".join(folded[first:last] for first, last in edges)
    if _unrestricted().search(folded, start, end):
        return ""
    about = _unsaid().sub(" ", unknown).strip()
    return about if _NAMES.search(about) else ""


_NAMES = pattern("[一-鿿]{2}|[a-z]{4}")
"""So many letters name something."""


@cache
def _unrestricted() -> re.Pattern[str]:
    return _any_of(knowledge.load("lexicon/acts")["unrestricted"])


@cache
def _unsaid() -> re.Pattern[str]:
    return _any_of(knowledge.load("lexicon/acts")["unsaid"])


def _any_of(group: dict[str, Any]) -> re.Pattern[str]:
    english = "|".join(map(re.escape, group["en"]))
    return pattern("|".join([*map(re.escape, chinese(group)), rf"\b(?:{english})\b"]))


def _done_besides(text: str, granted: set[tuple[str, str | None]]) -> Iterator[Grant]:
    """Give what an entry lets somebody do besides what is granted; nothing where it only proposes."""
    if any(act == "propose" for act, _ in granted):
        return
    named = {act for act, thing in granted if thing is not None}
    for one in _as_done(text):
        if (one.act, one.object) not in granted and (one.object not in UNNAMED or one.act not in named):
            yield one


def _as_done(text: str) -> Iterator[Grant]:
    """Give what doing an entry would demand, where it is worded as work: 编排更表 lets somebody assign people.

    Who directs people assesses nobody by that; who manages them does, which the table of grants tells.
    """
    demands = read_demands(text)
    directed = {(demand.start, demand.end) for demand in demands if demand.act == "assign"}
    for demand in demands:
        is_by_directing = demand.act == "assess" and (demand.start, demand.end) in directed
        if demand.confidence != "low" and not is_by_directing:
            limit = _limit(text, demand.start, len(text))
            yield Grant(demand.act, demand.object, text.strip(), limit, demand.start, demand.end)


def _limit(text: str, start: int, end: int) -> Quantity | None:
    """Give the sum up to which a clause grants."""
    return next((one for one in quantities(text) if start <= one.start < end and one.bounded), None)


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(compiled.part("authority-words", authority_words))


def authority_words() -> PackedWords:
    """Compile the words of authorities."""
    data = knowledge.load("lexicon/acts")
    words = Spellings()
    for name, group in data["grants"].items():
        words.add(chinese(group), act=name)
        add_english(words, name, group)
    for cue, key in (("power", "powers"), ("opener", "openers"), ("entitlement", "entitlements"), ("vague", "vague")):
        words.add(chinese(data[key]), cue=cue)
        words.add(data[key].get("en", ()), cue=cue)
    words.add(chinese(data["power_shields"]), cue="shield")
    words.add(chinese(data["power_headings"]), act="approve", cue="power")
    words.add(chinese(data["denials"]), cue="lacking")
    add_nouns(words)
    add_cues(words)
    return words.packed()
