"""Reads which authority a duty demands: approve finance.credit for 审批客户资信额度, nothing for 协助制定计划."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint import knowledge
from jdlint.language.agency import Agency
from jdlint.language.fold import fold
from jdlint.language.object_parse import Manner, Objects, objects_before, objects_behind
from jdlint.language.phrase_parse import Clause, Sentence, noun_object, sentences

_RANK = {"high": 2, "medium": 1, "low": 0}


class Demand(NamedTuple):
    """An authority that a duty needs."""

    act: str
    object: str
    confidence: str
    """high where every reader would insist, medium where a careful one would, low where it goes without saying."""
    start: int
    """Column in the original text where the demanding words begin."""
    end: int
    words: str


def read_demands(text: str) -> tuple[Demand, ...]:
    """Give the authority that doing a duty needs, each act and object once, in the order of the text."""
    folded = fold(text)
    found: dict[tuple[str, str], Demand] = {}
    for sentence in sentences(folded):
        for demand in _of_sentence(sentence, text, folded):
            known = found.get(demand[:2])
            if known is None or _RANK[demand.confidence] > _RANK[known.confidence]:
                found[demand[:2]] = demand
    return tuple(sorted(found.values(), key=_place)) if len(found) > 1 else tuple(found.values())


def _place(demand: Demand) -> tuple[int, int]:
    return demand.start, demand.end


def _of_sentence(sentence: Sentence, text: str, folded: str) -> Iterator[Demand]:
    submitted = _submitted_at(sentence)
    agency: Agency | None = None
    for clause in sentence:
        agency = Agency(agency, clause, folded)
        for place, token in enumerate(clause):
            if token.acts and not agency.is_closed:
                yield from _of_act(clause, place, agency, text, folded, submitted)
            agency.note(token)


def _submitted_at(sentence: Sentence) -> int:
    """Give the column of the sentence's last word of submission; what is set before it is only proposed."""
    for clause in reversed(sentence):
        for token in reversed(clause):
            if "submit" in token.word.cues:
                return token.start
    return -1


def _of_act(clause: Clause, place: int, agency: Agency, text: str, folded: str, submitted: int) -> Iterator[Demand]:
    token = clause[place]
    if _is_noun_here(clause, place, folded):
        return
    for act in token.acts:
        rules = _rules(act)
        behind = objects_behind(clause, place, folded, rules.manner)
        if not agency.may_do(has_object=bool(behind.heads), is_about_people=rules.manner.is_about_people):
            continue
        if rules.is_setting and (token.start < submitted or _is_drafted(clause, place)):
            continue
        objects = behind
        if not behind.heads and not behind.is_hidden and rules.takes_before and token.word.form in {"", "noun"}:
            objects = objects_before(clause, place, folded)
        if objects.is_own and "staff" not in objects.heads:
            continue
        start = token.start if objects.start < 0 else min(objects.start, token.start)
        end = max(objects.end, token.end)
        for needed, thing, confidence in rules.demands(objects):
            yield Demand(needed, thing, confidence, start, end, text[start:end])


def _is_noun_here(clause: Clause, place: int, folded: str) -> bool:
    """Tell whether an act is a noun: 审批付款's 付款, an English base form behind a noun or an article."""
    token = clause[place]
    before = clause[place - 1] if place else None
    if before is None:
        return False
    if token.word.noun and before.acts and before.end == token.start:
        return True
    if token.word.form not in {"verb", "verb-s"} or before.end != token.start - 1:
        return False
    behind = clause[place + 1] if place + 1 < len(clause) else None
    is_behind_noun = bool(before.word.noun) or "tail" in before.word.cues
    return is_behind_noun and not (behind is not None and "of" in behind.word.cues)


def _is_drafted(clause: Clause, place: int) -> bool:
    """Tell whether a setting verb stands in one list with a drafting one (起草、修订)."""
    for step in (1, -1):
        first, second = place + step, place + 2 * step
        if 0 <= second < len(clause) and "draft" in clause[second].word.cues:
            cues = clause[first].word.cues
            if "conj" in cues and "also" not in cues:
                return True
    return False


class _Rules:
    """The row of the demand table for one class of act."""

    def __init__(self, act: str, group: dict[str, object], table: dict[str, object]) -> None:
        self.is_loose = bool(group.get("loose"))
        self.is_setting = act in _SETTING
        self.takes_before = group.get("before") is not False
        self.default = str(group.get("default", ""))
        self.rows = {name: _row(rule) for name, rule in table.items()}
        people = any(thing == "personnel" for row in self.rows.values() for _, thing, _ in row)
        self.manner = Manner(bool(group.get("strict")), people and act not in _SETTING and not self.is_loose)

    def demands(self, objects: Objects) -> Iterator[tuple[str, str, str]]:
        """Give (act, object, confidence) for what stands there, or for the act's default where nothing does."""
        heads = objects.heads
        if self.is_loose and objects.modifier and not any(map(noun_object, heads)):
            heads = (objects.modifier,)
        if not heads:
            rule = "" if objects.is_hidden else "none"
            heads = (self.default or rule,) if not objects.is_hidden or "any" in self.rows else ()
        for head in dict.fromkeys(heads):
            thing = noun_object(head)
            row = self.rows.get(head)
            if row is None:
                row = self.rows.get("*", ()) if thing else ()
                row = row or (self.rows.get("any", ()) if head else ())
            for needed, named, confidence in row:
                yield needed, thing if named == "{object}" else named, confidence


_SETTING = frozenset(("set", "develop", "break_down", "price", "decide"))
"""Classes of act that only propose where the sentence goes on to submit the result."""


def _row(rule: object) -> tuple[tuple[str, str, str], ...]:
    lines = rule if isinstance(rule, list) else [rule]
    return tuple((act, thing, confidence) for act, thing, confidence in (str(line).split() for line in lines))


@cache
def _rules(act: str) -> _Rules:
    group = knowledge.load("lexicon/acts")["acts"][act]
    return _Rules(act, group, knowledge.load("lexicon/demands")["demands"].get(act, {}))
