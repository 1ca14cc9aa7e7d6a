"""The first five questions: is the text a whole sentence, and a duty at all?"""

import re

from jdlint.language.clause import Clause, body
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.words import Word, listed

_SHORT = 3
"""Clauses up to here read as one statement."""
_HOLLOW = frozenset(("hollow", "hollow-do", "run", "support", "join"))
_REST_END = 14
"""Characters that may stand between 其他 and the 工作 that closes its clause."""


def broken_sentence(sentence: Sentence) -> Mark | None:
    """Question 1: cut off, or a word missing."""
    start, end = body(sentence.folded)
    text = sentence.folded[start:end]
    language = "zh" if sentence.is_chinese else "en"
    rule = "text/broken-sentence"
    if not text:
        return None
    starts = listed("sentence-damage", language, "cut-start")
    first = text.startswith(starts) and next((cut for cut in starts if _begins(sentence, start, cut)), None)
    if first:
        return sentence.mark(rule, (start, start + len(first)), "no-beginning", "high")
    ends = listed("sentence-damage", language, "cut-end")
    last = text.endswith(ends) and next((cut for cut in ends if _ends(sentence, end, cut)), None)
    if last:
        return sentence.mark(rule, (end - len(last), end), "no-end", "high")
    return _without_verb(sentence) if sentence.is_chinese else None


def _begins(sentence: Sentence, start: int, cut: str) -> bool:
    if not sentence.folded.startswith(cut, start) or _covered(sentence, start, start + len(cut)):
        return False
    return not cut.isascii() or sentence.folded[start + len(cut) :][:1] in (" ", "")


def _ends(sentence: Sentence, end: int, cut: str) -> bool:
    start = end - len(cut)
    if not sentence.folded.startswith(cut, start) or start <= 0 or _covered(sentence, start, end):
        return False
    return not cut.isascii() or sentence.folded[start - 1] == " "


def _covered(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a longer known word holds these characters, as 合并 holds 并."""
    return any(
        word.start <= start and word.end >= end and word.end - word.start > end - start
        for clause in sentence.clauses
        for word in clause.words
    )


def _without_verb(sentence: Sentence) -> Mark | None:
    """Find 将 or 把 whose sentence ends before its verb: 将分店在当地的形象宣传."""
    movers = listed("sentence-damage", "zh", "needs-verb")
    opener = sentence.clauses[0].words[:1]
    if (
        opener
        and opener[0].start == sentence.clauses[0].start
        and opener[0].text in _JOINING
        and not sentence.clauses[0].heads
        and len(sentence.clauses) == 1
        and sentence.strongest == 0
    ):
        return sentence.mark("text/broken-sentence", opener[0][1:3], "no-beginning", "medium")
    for clause in sentence.clauses:
        mover = next((word for word in clause.words if word.text in movers), None)
        if mover and not _verb_after(clause, mover):
            return sentence.mark("text/broken-sentence", (mover.start, clause.end), "no-verb-behind-将", "high")
    return None


_JOINING = ("和", "与", "及", "以及", "或", "并")


def _verb_after(clause: Clause, mover: Word) -> bool:
    verbs = [word for word in clause.words if word.start >= mover.end and word.kinds & _ANY_VERB]
    if not verbs:
        return not _closes_with_noun(clause)
    return any(word.end < clause.end or not _noun_by_form(clause, word) for word in verbs if "scope" not in word.kinds)


def _closes_with_noun(clause: Clause) -> bool:
    last = clause.words[-1]
    return last.end == clause.end and bool(last.kinds & {"plain", "document-end", "recipient"})


def _noun_by_form(clause: Clause, word: Word) -> bool:
    """Say whether 的 and a noun stand before the last verb, which makes it a noun too."""
    before = [other for other in clause.words if other.end <= word.start]
    possessive = next((other for other in reversed(before) if other.text == "的"), None)
    return possessive is not None and 0 < word.start - possessive.end <= _SHORT


_ANY_VERB = frozenset(("act", "weak", "both", "hollow-do", "run", "submit"))


def trait(sentence: Sentence) -> Mark | None:
    """Question 2: an attribute or knowledge of a person."""
    clause = sentence.content[0]
    opener = _opener(clause)
    rule = "duty/trait-as-duty"
    acts = any(sentence.strengths) or any(_supports(other) for other in sentence.content[1:])
    if opener and "is" in opener.kinds:
        return sentence.mark(
            rule, (opener.start, clause.end), "attribute", "medium" if _hedged(sentence, clause) else "high"
        )
    if opener and "knows" in opener.kinds:
        if not sentence.is_chinese and sentence.strength_of(clause) > 1:
            return None
        confidence: Confidence = "medium" if _hedged(sentence, clause) else "high"
        return sentence.mark(rule, (opener.start, clause.end), "knowledge", confidence)
    if opener and not acts:
        early = opener.start <= clause.start + 1
        return sentence.mark(rule, (opener.start, clause.end), "knowledge", "high" if early else "medium")
    return _self_growth(sentence) or _quality(sentence)


def _hedged(sentence: Sentence, clause: Clause) -> bool:
    """Say whether acts make the greater part of a sentence that opens with an attribute."""
    return sentence.others_act(clause) and sum(s == 2 for s in sentence.strengths) > 1  # noqa: PLR2004 - names an act


def _supports(clause: Clause) -> bool:
    return clause.modality == "support" or any("hollow" in head.kinds for head in clause.heads)


def _opener(clause: Clause) -> Word | None:
    """Give the first verb where it is one of being or knowing."""
    for word in clause.words:
        if word.kinds & _PERSON:
            return word if clause.act_start in (word.start, clause.context_end) else None
        if word.kinds.isdisjoint(("adverb", "pep", "pep-mild", "opinion", "opinion-mild", "scope")):
            return None
    return None


_PERSON = frozenset(("is", "knows", "learns"))


def _self_growth(sentence: Sentence) -> Mark | None:
    for clause in sentence.content:
        word = first_of(clause, "self")
        if word:
            alone = not sentence.others_act(clause) and clause is sentence.content[0]
            return sentence.mark(
                "duty/trait-as-duty", (word.start, word.end), "self-growth", "high" if alone else "low"
            )
    return None


def _quality(sentence: Sentence) -> Mark | None:
    """Find a sentence that ends on a quality (团队意识强) and names no act."""
    if sentence.strongest:
        return None
    for clause in sentence.content:
        word = first_of(clause, "is")
        if word:
            return sentence.mark("duty/trait-as-duty", (word.start, clause.end), "attribute", "medium")
    for clause in sentence.content:
        word = first_of(clause, "quality")
        if word and all("weak" in head.kinds for head in clause.heads):
            return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "medium")
    return None


def obligation(sentence: Sentence) -> Mark | None:
    """Question 3: obedience, or rules that bind everyone."""
    clause = sentence.content[0]
    place = _obligation_in(clause)
    if place is None:
        return None
    others = [other for other in sentence.content if other is not clause and _obligation_in(other) is None]
    acts = any(sentence.strength_of(other) for other in others)
    if acts or any(other.heads and "result" in other.heads[0].kinds for other in others):
        strict = sentence.folded[place[0] : place[0] + _REST_END].startswith(_OBEDIENCE)
        return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", "medium") if strict else None
    return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", "high")


_OBEDIENCE = ("服从", "坚决服从", "遵守", "严格遵守", "听从", "恪守", "遵纪", "obey", "abide", "comply")


def _obligation_in(clause: Clause) -> tuple[int, int] | None:
    """Find a bound phrase, or an obeying verb at the head with a rule as its object and nothing behind that."""
    bound = first_of(clause, "bound")
    if bound and bound.start <= max(clause.act_start, clause.context_end):
        return bound.start, bound.end
    if "obey" not in clause.kinds or clause.kinds.isdisjoint(_RULES):
        return None
    obey = first_of(clause, "obey")
    rules = [word for word in clause.words if word.kinds & _RULES and obey and word.start >= obey.end]
    if not obey or not rules or not _at_head(clause, obey):
        return None
    if any(_acts(word) for word in clause.words if word.start >= obey.end and word.kinds.isdisjoint(_RULES)):
        return None
    closing = rules[-1].end >= clause.end - 1 or not clause.act.isascii() is False
    return (obey.start, rules[-1].end) if closing else None


_RULES = frozenset(("rule", "vague-rule"))


def _acts(word: Word) -> bool:
    return bool(word.kinds & {"act", "role-end"}) and word.kinds.isdisjoint(
        ("function", "both", "scope", "-s", "document-end")
    )


def _at_head(clause: Clause, word: Word) -> bool:
    between = [other for other in clause.words if clause.context_end <= other.start < word.start]
    return all(other.kinds & _LEADING for other in between)


_LEADING = frozenset(("adverb", "pep", "pep-mild", "opinion", "hollow-do", "hollow", "obey", "scope", "opinion-mild"))


def catch_all(sentence: Sentence) -> Mark | None:
    """Question 4: the residual clause."""
    for clause in sentence.content:
        place = _residual(sentence, clause)
        if place:
            others = [other for other in sentence.content if other is not clause and not _residual(sentence, other)]
            mixed = any(sentence.strength_of(other) > 1 for other in others) or _acts_before(clause, place[0])
            return sentence.mark("duty/catch-all", place, "residual", "medium" if mixed else "high")
    return None


def _residual(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    word = first_of(clause, "residual")
    if word:
        return word.start, word.end
    rest = first_of(clause, "rest")
    if rest is None or not clause.words:
        return None
    last = clause.words[-1]
    if not sentence.is_chinese:
        near = next((word for word in clause.words if "rest-noun" in word.kinds and word.start >= rest.end), None)
        return (rest.start, near.end) if near and near.start - rest.end <= _REST_END else None
    if "rest-noun" in last.kinds and last.end >= clause.end - 1 and last.start > rest.start:
        own = all(
            word.kinds.isdisjoint(("recipient", "document-end")) for word in clause.words if word.start > rest.start
        )
        return (rest.start, last.end) if own and _handed(clause, rest) else None
    return None


def _handed(clause: Clause, rest: Word) -> bool:
    """Say whether the clause has nothing of its own before the rest: 承担其他应由本部门履行的职责."""
    return not _acts_before(clause, rest.start)


def _acts_before(clause: Clause, end: int) -> bool:
    return any(
        "act" in word.kinds
        and word.text not in listed("residual-duties", "zh", "handing")
        and word.kinds.isdisjoint(("function",))
        for word in clause.words
        if word.end <= end
    )


_REPORTS = re.compile(r"(?:对|向)[^,;。]{2,12}负责$")


def non_duty(sentence: Sentence) -> Mark | None:
    """Question 5: a definition, a place, a reporting line, a benefit, a remark."""
    clause = sentence.clauses[0]
    rule = "duty/non-duty-text"
    led = first_of(clause, "under") if sentence.is_chinese else None
    if led and "在" in sentence.folded[clause.start : led.start] and sentence.strongest < 2:  # noqa: PLR2004 - names an act
        return sentence.mark(rule, (clause.start, led.end), "reporting-line", "high")
    found = _REPORTS.search(sentence.folded, clause.start, clause.end)
    if found and not any(s for s in sentence.strengths if s > 1):
        return sentence.mark(rule, found.span(), "reporting-line", "high")
    for clause in sentence.clauses:
        remark = first_of(clause, "remark") or _heading(sentence, clause)
        if remark:
            early = _at_head(clause, remark)
            if not sentence.is_chinese and (not early or remark.start - sentence.clauses[0].start > _REST_END):
                return None
            if early and _only_remark(sentence, clause, remark):
                return sentence.mark(rule, (remark.start, remark.end), "remark", "high")
            if not sentence.strongest:
                return sentence.mark(rule, (remark.start, remark.end), "remark", "medium")
    return None


def _heading(sentence: Sentence, clause: Clause) -> Word | None:
    """Give a word such as 地点 or `salary` where a colon makes a field's name of it."""
    word = first_of(clause, "remark-heading")
    named = word and word.end == clause.end and sentence.folded.startswith(":", clause.end)
    return word if named and clause is sentence.clauses[0] else None


def _only_remark(sentence: Sentence, clause: Clause, remark: Word) -> bool:
    if sentence.is_chinese:
        return not sentence.others_act(clause)
    behind = sentence.folded[remark.end : clause.end]
    return not re.search(r"\b(?:on|about|any|every)\b", behind)


QUESTIONS = (broken_sentence, trait, obligation, catch_all, non_duty)
