"""Reads what an entry of an authority section grants: review finance.expense for 对费用的审核权."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, cast

from jdlint import compiled, knowledge
from jdlint.language.demand import read_demands
from jdlint.language.fold import fold
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


_Part = tuple[int, int, Clause, bool]
"""A clause of an entry: where it begins and ends, its words, and whether it only heads what follows."""


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
    clauses = list(_clauses(folded, found))
    grants = tuple(dict.fromkeys(_grants(text, folded, clauses)))
    if "entitlement" in cues and not any(grant.object for grant in grants if grant.act != "reward"):
        return Reading("entitlement", ())
    if "vague" in cues:
        vague = next(token for token in found if "vague" in token.word.cues)
        return Reading("vague-scope", tuple(grant for grant in grants if grant.object is not None), *vague[:2])
    if cues.isdisjoint(_NOT_DONE) and not _is_table_line(clauses, folded):
        grants += tuple(_done_besides(text, {(grant.act, grant.object) for grant in grants}))
    if grants:
        return Reading("grant", grants)
    if "power" in cues and not _is_harmless(found):
        return Reading("unknown-type", (), *_unknown_power(clauses))
    return Reading("none", ())


_NOT_DONE = frozenset(("power", "denied"))
"""Cues of an entry that isn't worded as work."""
_UNNAMED = frozenset(("result", "information"))
"""What a duty that names no object is taken to be about."""


def _unknown_power(clauses: list[_Part]) -> tuple[int, int]:
    """Give the words of the first clause that speaks of a power."""
    return next(
        (start, end) for start, end, clause, _ in clauses if any("power" in token.word.cues for token in clause)
    )


def _is_harmless(found: list[Token]) -> bool:
    """Tell whether the powers are to know, to guide or to take part, which decide nothing."""
    return any(act in _NO_GRANTS for token in found for act in token.acts)


def _structured(text: str, found: list[Token], act: str) -> Iterator[Grant]:
    granted = [name for token in tokens(fold(act), _vocabulary()) for name in token.acts]
    acts = [act] if act in knowledge.load("lexicon/acts")["grants"] else granted
    for name, thing in _granted(tuple(dict.fromkeys(acts)), _heads(found)):
        yield Grant(name, thing, text, _limit(text, 0, len(text)), 0, len(text))


def _granted(acts: tuple[str, ...], nouns: list[str]) -> Iterator[tuple[str, str | None]]:
    """Give the acts with the objects of classes of nouns, and the acts that they include on such nouns."""
    for act in acts:
        if act in _NO_GRANTS:
            continue
        including = _including().get(act, {})
        for noun in nouns:
            thing = noun_object(noun) or None
            included = including.get(noun, including.get(thing or "", ()))
            if act != "manage":
                yield act, thing
            for line in included:
                other, on = line.split()
                yield other, on


def _approved_acts(words: Clause, things: list[str | None]) -> Iterator[tuple[str, str]]:
    """Give the acts that an approval is about: 对录用的审批权; what is signed has to be named."""
    named = {act for one in words for act in one.acts}
    for act, thing in _table()["named_in_approval"].items():
        if act in named and (thing == "personnel" or thing in things):
            yield act, thing


def _table() -> dict[str, Any]:
    return cast("dict[str, Any]", knowledge.load("lexicon/demands"))


def _including() -> dict[str, dict[str, list[str]]]:
    return cast("dict[str, dict[str, list[str]]]", _table()["including"])


def _grants(text: str, folded: str, clauses: list[_Part]) -> Iterator[Grant]:
    topic: Clause = []
    headed: list[Token] = []
    for place, (start, end, clause, is_heading) in enumerate(clauses):
        heads = is_heading and _lists(clauses[place + 1 : place + 2])
        if (heads and not _names_power(clause)) or _is_denied(clause):
            if is_heading and _is_denied(clause):
                return
            headed = _deciding(_granting(clause, folded, is_first=True)) if heads else []
            continue
        behind = clauses[place + 1][2] if place + 1 < len(clauses) else None
        if behind and (_is_topic(clause) or _is_titled(clause, behind, folded) or _is_listed(clause, folded, end)):
            topic = clause
            continue
        granting = _headed(headed, clause) or _granting(clause, folded, is_first=place == 0)
        words = [*topic, *_without_deciders(_without_subject(clause, folded), topic)]
        told = {token.start for token in granting}
        about = _about(folded, start, end, [one for one in clause if one.start in told or not one.acts])
        for act, thing in _granted_by(granting, words):
            yield Grant(act, thing, text[start:end].strip(), _limit(text, start, end), start, end, about)
        spent, topic = [*topic, *clause], []
        if not any(token.acts for token in clause) and _is_sum(clause, folded, start):
            limit = _limit(text, start, end)
            yield Grant("spend", None, text[start:end].strip(), limit, start, end)
            for thing in filter(None, map(noun_object, _heads(spent))):
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


def _granted_by(granting: list[Token], words: Clause) -> Iterator[tuple[str, str | None]]:
    """Give the acts of the words that grant, with the objects of those around them."""
    whole: list[str] = []
    for part, around in _by_power(granting, words):
        if around:
            with_things = list(_with_things(part, around))
        else:
            whole = whole or _heads(words)
            with_things = [(token, [*whole, token.word.noun] if token.word.noun else whole) for token in part]
        things: list[str | None] = []
        for token, nouns in with_things:
            for act, thing in _granted(token.acts, nouns):
                things.append(thing)
                yield act, thing
        if any("approve" in token.acts for token in part):
            yield from _approved_acts(around or words[:_FEW], things)


_FEW = 24
"""Words of an entry among which an approval is told on what it is, where it has no words of its own."""


def _by_power(granting: list[Token], words: Clause) -> Iterator[tuple[list[Token], Clause]]:
    """Cut an entry of several powers, where a later one names things of its own: 员工的考核权、请假审批权.

    A power that names none goes with no words: it is on what the entry names.
    """
    ends = [place + 1 for place, token in enumerate(words) if "power" in token.word.cues]
    if len(ends) <= 1:
        yield granting, words
        return
    told = {token.start for token in granting}
    for first, last in zip([0, *ends[:-1]], [*ends[:-1], len(words)], strict=True):
        around = words[first:last]
        part = [token for token in around if token.start in told]
        others = [token for token in around if token.start not in told]
        yield part, around if _heads(others) != [""] else []


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


def _lists(parts: list[_Part]) -> bool:
    """Tell whether a clause behind a heading names acts, or on what they are."""
    return any(token.acts or noun_object(token.word.noun) for _, _, clause, _ in parts for token in clause)


def _deciding(granting: list[Token]) -> list[Token]:
    """Give the acts of a heading that hold for what is listed behind it: 审批权:费用、采购, but not 人事权:招聘."""
    return [token for token in granting if not _ON_LISTED.isdisjoint(token.acts)]


_ON_LISTED = frozenset(("approve", "propose", "review", "inspect"))


def _headed(headed: list[Token], clause: Clause) -> list[Token]:
    """Give the acts that a heading lends to a clause of nouns; who decides on what is done may do it, too."""
    if not headed or any("power" in token.word.cues for token in clause):
        return []
    decides = any("approve" in token.acts for token in headed)
    return [*headed, *(token for token in clause if decides and token.acts and token.acts != _PROPOSE)]


def _done_besides(text: str, granted: set[tuple[str, str | None]]) -> Iterator[Grant]:
    """Give what an entry lets somebody do besides what is granted; nothing where it only proposes."""
    if any(act == "propose" for act, _ in granted):
        return
    named = {act for act, thing in granted if thing is not None}
    for one in _as_done(text):
        if (one.act, one.object) not in granted and (one.object not in _UNNAMED or one.act not in named):
            yield one


def _as_done(text: str) -> Iterator[Grant]:
    """Give what doing an entry would demand, where it is worded as work: 编排更表 lets somebody assign people."""
    for demand in read_demands(text):
        if demand.confidence != "low":
            limit = _limit(text, demand.start, len(text))
            yield Grant(demand.act, demand.object, text.strip(), limit, demand.start, demand.end)


def _names_power(clause: Clause) -> bool:
    """Tell whether a heading grants by itself, for it says on what: 推广计划的审批权, but not 人事权."""
    power = next(place for place, token in enumerate(clause) if "power" in token.word.cues)
    acts = [token for token in clause[:power] if token.acts and not token.word.noun]
    return bool(acts) and any(
        noun_object(token.word.noun) for token in clause[:power] if token.word.noun and not token.acts
    )


def _is_denied(clause: Clause) -> bool:
    """Tell whether a clause says that a power isn't given: 无录用权."""
    if any("denied" in token.word.cues for token in clause):
        return True
    return "lacking" in clause[0].word.cues and any("power" in token.word.cues for token in clause)


def _without_subject(clause: Clause, folded: str) -> Clause:
    """Leave out who may do it, before an English word that opens what is granted: The clerk may hold up payment."""
    opener = next((place for place, token in enumerate(clause) if "opener" in token.word.cues), 0)
    is_subject = folded[clause[0].start].isascii() and not any(token.acts for token in clause[:opener])
    return clause[opener:] if is_subject else clause


def _without_deciders(clause: Clause, topic: Clause) -> Clause:
    """Leave out who decides on a matter named before: 請購:五萬元以下科長核定."""
    if not any(noun_object(token.word.noun) for token in topic if token.word.noun):
        return clause
    return [token for token in clause if token.word.noun != "staff" or token.acts]


def _is_listed(clause: Clause, folded: str, end: int) -> bool:
    """Tell whether a clause is the thing of a line in a table of limits: Purchase orders: up to 5,000."""
    return folded[end : end + 1] == ":" and any(token.word.noun for token in clause) and not _has_power(clause)


def _has_power(clause: Clause) -> bool:
    return any(token.acts or token.word.cues & _GIVING for token in clause)


def _is_topic(clause: Clause) -> bool:
    """Tell whether a clause only says over what the next one grants: 对各项制度的制订,有建议权."""
    return "towards" in clause[0].word.cues and not any(token.word.cues & _GIVING for token in clause)


_GIVING = frozenset(("power", "opener"))


def _is_table_line(clauses: list[_Part], folded: str) -> bool:
    """Tell whether an entry names a matter and what may be done: 契約之簽訂:審核."""
    return any(_is_titled(first[2], second[2], folded) for first, second in pairwise(clauses))


def _is_titled(clause: Clause, behind: Clause, folded: str) -> bool:
    """Tell whether a clause before a colon names the matter, and the next one what may be done: 採購案:核定."""
    if not behind[-1].acts or any(token.word.noun not in _BY_WHOM for token in behind):
        return False
    is_behind = folded[clause[-1].end : behind[0].start].lstrip().startswith(":")
    return is_behind and any(token.word.noun for token in clause)


_BY_WHOM = frozenset(("", "staff"))


def _clauses(folded: str, found: list[Token]) -> Iterator[_Part]:
    """Cut an entry into clauses."""
    clause: Clause = []
    start = 0
    for token in found:
        if token.word.cues & _BREAKS:
            if clause:
                yield start, token.start, clause, _is_heading(folded, token, clause)
                clause = []
            start = token.end
        else:
            clause.append(token)
    if clause:
        yield start, len(folded), clause, False


_BREAKS = frozenset(("pause", "end"))


def _is_heading(folded: str, token: Token, clause: Clause) -> bool:
    return folded[token.start] == ":" and any("power" in one.word.cues for one in clause)


def _granting(clause: Clause, folded: str, *, is_first: bool) -> list[Token]:
    """Give the words of a clause that grant: before 权, behind 有权, at the head, or else the last action noun."""
    acts = _own_acts(clause)
    powers = [place for place, token in enumerate(clause) if "power" in token.word.cues]
    before_powers = [token for place in powers for token in _before_power(clause, place, folded)]
    if before_powers or not acts:
        return before_powers
    if any(folded[clause[place].start : clause[place].end] == "权" for place in powers):
        return []
    if acts[-1] == len(clause) - 1 and _is_owned(clause[-2:]):
        return _list_from(clause, acts[-1], -1)
    return _granting_by_place(clause, acts, folded, is_first=is_first, is_power=bool(powers))


def _granting_by_place(clause: Clause, acts: list[int], folded: str, *, is_first: bool, is_power: bool) -> list[Token]:
    """Give the words that grant where none stands right before 权."""
    if _only_proposes(clause, acts[0]):
        return [clause[acts[0]]]
    opener = next((place for place, token in enumerate(clause) if "opener" in token.word.cues), -1)
    first = next((place for place in acts if place > opener), -1)
    if "towards" in clause[0 if opener < 0 else min(opener + 1, len(clause) - 1)].word.cues:
        first = next((place for place in acts if "propose" in clause[place].acts), first)
    if first >= 0 and (opener >= 0 or is_power or first == 0 or "towards" in clause[0].word.cues):
        return _list_from(clause, first, 1)
    if folded[clause[0].start].isascii():
        return _list_from(clause, acts[0], 1) if is_first else []
    proposes = clause[acts[-1]].acts == _PROPOSE and acts[-1] > 0 and "of" in clause[acts[-1] - 1].word.cues
    return _list_from(clause, acts[-1], -1) + ([] if proposes else _item_ends(clause, acts))


def _only_proposes(clause: Clause, place: int) -> bool:
    """Tell whether the first act is to put forward what the others are about: 提出处罚意见, but not 提出并批准."""
    if clause[place].acts != _PROPOSE:
        return False
    return not any(token.word.cues & _LINKS for token in clause[place:]) and "advice" in clause[-1].word.cues


def _item_ends(clause: Clause, acts: list[int]) -> list[Token]:
    """Give the acts that close the items of a list before its last one: 合同审核、价格检查及…."""
    ends = (place for place in acts if place + 1 < len(clause) and clause[place + 1].word.cues & _LINKS)
    told = [(clause[place - 1], clause[place]) for place in ends if place]
    return [end for of, end in told if (of.word.noun and not end.word.noun) or end.acts == _PROPOSE]


def _is_owned(words: Clause) -> bool:
    """Tell whether 之 makes the last word the act of an entry: 採購金額三萬元以下之核決."""
    of = words[0]
    return len(words) > 1 and "of" in of.word.cues and of.end == words[1].start


def _own_acts(clause: Clause) -> list[int]:
    """Give the places of the acts that aren't left to somebody else (报…批准, 由…审核)."""
    found = []
    is_left = False
    for place, token in enumerate(clause):
        if "opener" in token.word.cues:
            is_left = False
        elif token.acts and token.acts != _PLAIN:
            found += [] if is_left else [place]
        elif token.word.cues & _OTHERS:
            is_left = place + 1 == len(clause) or "own" not in clause[place + 1].word.cues
    return found


_PLAIN = ("plain",)
_NO_GRANTS = frozenset(("none", "plain"))
"""Classes of act that need no leave: to know, to take part, to carry out."""

_OTHERS = frozenset(("submit", "received"))


def _before_power(clause: Clause, place: int, folded: str) -> list[Token]:
    """Give the acts directly before a word of power: 审核权, 审核和批准的权力."""
    before = place - 1
    if before >= 0 and "of" in clause[before].word.cues:
        before -= 1
    if before < 0 or not clause[before].acts:
        return []
    end = clause[before].end
    if folded[end : clause[place].start].strip() not in {"", "的", "之"}:
        return []
    return _list_from(clause, before, -1) + _before_proposal(clause, before, folded)


def _before_proposal(clause: Clause, place: int, folded: str) -> list[Token]:
    """Give the acts that 和 sets apart from a proposal: 监督、考核和奖惩建议的权限."""
    joint = place - 2
    if joint < 1 or clause[place].acts != _PROPOSE or not clause[place - 1].acts:
        return []
    is_apart = "conj" in clause[joint].word.cues and folded[clause[joint].start] != "、"
    return _list_from(clause, joint - 1, -1) if is_apart and clause[joint - 1].acts else []


def _list_from(clause: Clause, place: int, step: int) -> list[Token]:
    """Give an act and those enumerated with it, on one side; an act that a proposal is about isn't granted."""
    found = [clause[place]]
    reached = place
    while True:
        following = reached + step
        while 0 <= following < len(clause) and clause[following].word.cues & _LINKS and not clause[following].acts:
            following += step
        together = _with(clause, reached) if step < 0 else -1
        if together >= 0:
            following = together
        elif not 0 <= following < len(clause) or not clause[following].acts or abs(following - reached) == 1:
            return found if step < 0 or reached != place else [*found, *_items(clause, place)]
        if step > 0 and clause[place].acts == _PROPOSE and clause[place + 1].start - clause[place].end > 1:
            return found
        found.append(clause[following])
        reached = following


def _with(clause: Clause, place: int) -> int:
    """Give the act before another that is granted with it (考核奖惩权, 工作安排、考勤考核权), or -1."""
    together = _table()["together"]
    if place < 1 or not set(together["second"]) & set(clause[place].acts):
        return -1
    before = clause[place - 1]
    if before.acts:
        return place - 1 if set(together["first"]) & set(before.acts) else -1
    is_own = before.word.noun and before.end == clause[place].start and place > _LISTED_ON
    is_listed = is_own and "conj" in clause[place - 2].word.cues and clause[place - 3].acts
    return place - 3 if is_listed else -1


_LISTED_ON = 2
"""An act, a conjunction and a noun stand before an act that goes on with a list."""


def _items(clause: Clause, place: int) -> Iterator[Token]:
    """Give the acts at the head of the further items of a list: 任命管理人员、签订合同; none behind a proposal."""
    if clause[place].acts == _PROPOSE:
        return
    is_joined = False
    for before, token in pairwise(clause[place:]):
        is_joined = is_joined or ("also" in before.word.cues and not before.acts)
        if not token.acts or token.word.noun or _NO_GRANTS & set(token.acts):
            continue
        if is_joined or before.word.cues & _LINKS:
            yield token
        is_joined = False


_PROPOSE = ("propose",)
_LINKS = frozenset(("conj", "also"))


def _heads(found: list[Token]) -> list[str]:
    """Give the classes of the nouns, the head of each enumerated phrase; '' where no noun has an object.

    What an English preposition brings in says more of the thing before it: relief workers on daily terms.
    """
    heads: list[str] = []
    previous, outside, is_told = "", False, False
    for place, token in enumerate(found):
        is_act = "power" in token.word.cues or _is_done(found, place)
        has_object = token.word.noun and not is_act and noun_object(token.word.noun)
        if has_object and not is_told and not (outside and token.word.noun in _WORK):
            previous = token.word.noun
            outside = previous in _OUTSIDERS
        elif token.word.cues & _LINKS and previous:
            heads.append(previous)
            previous, outside, is_told = "", False, False
        goes_on = "aside" in token.word.cues or _is_english_of(token)
        is_told = is_told or (bool(previous) and previous not in _PAPERS and goes_on)
    heads += [previous] if previous else []
    return list(dict.fromkeys(heads)) or [""]


def _is_done(found: list[Token], place: int) -> bool:
    """Tell whether an act behind 之 that may be a noun isn't one: 會計憑證之編製及審核, but not 授权的付款审批权."""
    if not found[place].acts or not place or "of" not in found[place - 1].word.cues:
        return False
    return place + 1 == len(found) or not found[place + 1].acts


_PAPERS = frozenset(("request", "document"))
"""Nouns that are about what follows them: requests for leave."""


def _is_english_of(token: Token) -> bool:
    """Tell whether what follows says more of the thing before: leave requests of direct reports."""
    return "of" in token.word.cues and token.end - token.start == len("of")


def _with_things(granting: list[Token], words: Clause) -> Iterator[tuple[Token, list[str]]]:
    """Give acts with the nouns of all words but themselves, and what an act itself is on: 定价, 授信."""
    whole: list[str] = []
    for token in granting:
        if token.word.noun or not token.word.cues.isdisjoint(_TELLING):
            named = _heads([one for one in words if one is not token])
            yield token, [*(one for one in named if one), token.word.noun] if token.word.noun else named
        else:
            whole = whole or _heads(words)
            yield token, whole


_TELLING = _LINKS | {"aside"}
_OUTSIDERS = frozenset(("vendor", "dealer", "outsider", "customer"))
_WORK = frozenset(("task", "performance", "quality", "staff"))
"""Nouns that are the work, or the people, of whoever stands before them: contractors' work, 外包坐席."""


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
