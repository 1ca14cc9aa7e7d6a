"""Questions 6 to 8: no verb, a hollow verb, support that nobody can hold anyone to."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.english import names_person, phrase_end, phrase_words, unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.strength import (
    HOLLOW,
    MAY_NAME_ACT,
    NAMES_ACT,
    SUPPORT,
    gives_aid,
    goes_on,
    is_compound,
    is_field,
    leads_field,
    only_pushed,
    residue,
)
from jdlint.language.words import Word, listed

_NEAR = 4
_SAMPLES = 2
"""Commas of a list that says by samples what an empty noun behind it is."""
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_VERBAL = frozenset(("act", "weak", "both", "hollow-do", "run", "submit", "support", "join", "hollow"))
_LEADS = HOLLOW | {"governing"}
_NOMINAL = frozenset(("function", "both"))
_NOUNS = frozenset(("function", "class", "affair", "both", "weak", "run", "managed"))
_ENGLISH_NOUNS = frozenset(("function", "class", "managed", "recipient", "document-end"))
_BODY = frozenset(("role-end", "body-end", "party"))
_NAMES = frozenset(("function", "class", "both", "scope"))
_DOING = frozenset(("act", "both", "hollow-do"))
_WHOM = frozenset(("role-end", "body-end", "recipient"))
EMPTY = _LEADS | {"class", "run", "like-management"}
"""Kinds of words of which a clause has one where it is hollow."""


def no_verb(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 6: no action at all."""
    clause = sentence.content[-1]
    if _names_field(sentence, clause):
        return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "high")
    if any(each.heads for each in sentence.clauses) or sentence.strongest:
        return None
    if any(map(is_verbal, clause.words)) or "forbid" in clause.kinds:
        return None
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end - 1:
        return _unknown(sentence)
    moved = any(word.text in listed("sentence-damage", "zh", "needs-verb") for word in clause.words)
    if moved or _may_act(sentence, clause, last) or "preposition" in clause.words[0].kinds:
        return None
    sure = len(sentence.content) == 1 and residue(clause) <= _NEAR and last.kinds & {"class", "function", "scope"}
    return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "high" if sure else "medium")


def is_verbal(word: Word) -> bool:
    """Say whether a word is a verb and never a noun."""
    return not word.kinds.isdisjoint(_VERBAL) and word.kinds.isdisjoint(_NOMINAL)


def _may_act(sentence: Sentence, clause: Clause, last: Word) -> bool:
    """Say whether a phrase without a known verb may name an act, or the management of something."""
    return _may_be_verb(sentence, clause) or _is_done(clause, last) or _ends_in_management(last)


def _may_be_verb(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an English phrase opens with a word that no table knows and that doesn't end as nouns do."""
    if sentence.is_chinese or clause.words[0].start <= clause.start:
        return False
    first = _FIRST.match(sentence.folded, clause.start)
    return first is not None and not first[0].endswith(_NOUN_ENDS)


_FIRST = re.compile(r"[a-z][a-z'-]*")
_NOUN_ENDS = (
    "tion", "sion", "ment", "ity", "ness", "ance", "ence", "ship", "ing", "ism", "al", "ive", "ous", "ary", "ful",
    "less", "ic", "sis",
)  # fmt: skip
"""How English nouns and adjectives end, and hardly a verb."""


def _names_field(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a duty is one word that may be the name of a field, and no more: 培训."""
    if not sentence.is_chinese or len(sentence.clauses) > 1 or len(clause.words) != 1:
        return False
    word = clause.words[0]
    whole = word.start == clause.start and word.end == clause.end
    return whole and "both" in word.kinds and word.text in listed("function-nouns", "zh", "fields")


def _is_done(clause: Clause, last: Word) -> bool:
    """Say whether 的 and a noun of doing close the clause: 管理室之清洁."""
    owned = any(word.end == last.start and word.text in listed("function-nouns", "zh", "of") for word in clause.words)
    return owned and "doing" in last.kinds


def _ends_in_management(last: Word) -> bool:
    return "like-management" in last.kinds


def _unknown(sentence: Sentence) -> Mark | None:
    """Mark a short phrase in which no word is known as a verb."""
    clause = sentence.content[-1]
    if len(sentence.content) > 1 or clause.end - clause.start > 2 * _NEAR or not sentence.is_chinese:
        return None
    if clause.words and clause.words[-1].text in listed("function-nouns", "zh", "of"):
        return None
    return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "low")


def hollow_verb(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 7: a hollow verb with a bare function noun."""
    if found:
        return None
    strongest = _strongest(sentence)
    if strongest >= NAMES_ACT or (strongest and len(sentence.content) > 1):
        return None
    clause = next((clause for clause in sentence.content if _is_hollow(sentence, clause)), None)
    if clause is None:
        return None
    start = clause.heads[0].start if clause.heads else clause.start
    confidence = _hollow_confidence(sentence, clause)
    return sentence.mark("duty/hollow-verb", (start, clause.end), "bare-function", confidence)


def _strongest(sentence: Sentence) -> int:
    """Weigh a duty without what says only that, and nothing of what, is done: 负责全站工作,按时检查,定时汇报."""
    if not sentence.is_chinese or len(sentence.content) == 1:
        return sentence.strongest
    first = sentence.content[0]
    told = (s for s, clause in zip(sentence.strengths, sentence.clauses, strict=True) if not _is_bare(clause, first))
    return max(told, default=0)


def _is_bare(clause: Clause, first: Clause) -> bool:
    """Say whether a later clause is a verb with adverbs and no more."""
    if clause is first or clause.has_number or clause.has_frequency or clause.context_end > clause.start:
        return False
    return clause.end - clause.start <= _NEAR and bool(clause.words) and clause.words[-1].end == clause.end


def _is_hollow(sentence: Sentence, clause: Clause) -> bool:
    heads = clause.heads
    if sentence.strength_of(clause) or (heads and heads[0].kinds & SUPPORT) or goes_on(clause):
        return False
    if heads and not any(head.kinds & _LEADS for head in heads) and not is_compound(clause):
        return False
    if not sentence.is_chinese and _is_told(sentence.folded, clause):
        return False
    last = _last_noun(clause) if sentence.is_chinese else _first_noun(clause)
    if last is None:
        return False
    if not heads:
        return bool(last.kinds & {"class", "run"}) or only_pushed(clause) or _ends_in_management(last)
    return bool(last.kinds & _NOUNS)


def _is_told(folded: str, clause: Clause) -> bool:
    """Say whether an English noun phrase ends in a word that no table knows, which says what it is: a delivery van."""
    end = phrase_end(clause, clause.object_start)
    words = phrase_words(clause, clause.object_start)
    unknown = folded[words[-1].end if words else clause.object_start : end].strip(" ,&")
    return unknown.isalpha()


def _last_noun(clause: Clause) -> Word | None:
    """Give the word that closes the clause, 等 left out, where it is a known one."""
    words = [word for word in clause.words if "and-so-on" not in word.kinds]
    return words[-1] if words and clause.end - words[-1].end <= 1 else None


def _first_noun(clause: Clause) -> Word | None:
    """Give the first noun behind an English verb, small words left out."""
    behind = (word for word in clause.words if not clause.heads or word.start >= clause.heads[-1].end)
    return next((word for word in behind if word.kinds & _ENGLISH_NOUNS), None)


def _hollow_confidence(sentence: Sentence, clause: Clause) -> Confidence:
    left = residue(clause)
    if not sentence.is_chinese:
        return "high" if left <= 1 or is_field(clause) else "medium"
    last = _last_noun(clause)
    closing = last is not None and (bool(last.kinds & {"class", "function"}) or _ends_in_management(last))
    if left <= _BARE or (closing and left <= 2 * _NEAR):
        return "high"
    return "medium" if left <= 3 * _NEAR else "low"


def support_unscoped(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 8: support without saying whom, and without an output of one's own."""
    only_named = _named_help(sentence) if sentence.is_chinese else None
    if only_named:
        return sentence.mark("duty/support-unscoped", only_named, "no-output", "high")
    if sentence.strongest >= NAMES_ACT and sentence.is_chinese:
        return None
    for clause in sentence.content:
        if not sentence.is_chinese:
            mark = _english_support(sentence, clause)
            if mark or sentence.strength_of(clause):
                return mark
            continue
        light = first_of(clause, "light-support") or (clause.heads[0] if gives_aid(clause) else None)
        verb = clause.heads[0] if clause.heads and clause.heads[0].kinds & SUPPORT else light
        if verb is None:
            continue
        named = light is None and _names_whom(clause, verb)
        if named and not _empty_help(clause, verb):
            return None
        long = sum("act" in word.kinds for word in clause.words) >= _NEAR
        unsure = long or sentence.others_act(clause, MAY_NAME_ACT)
        reason = "no-output" if named else "no-recipient"
        place = verb.start, clause.end
        return sentence.mark("duty/support-unscoped", place, reason, "medium" if unsure else "high")
    return None


def _named_help(sentence: Sentence) -> tuple[int, int] | None:
    """Find help that is only named, behind 之: 家長會運作之協助."""
    clause = sentence.content[0]
    if len(sentence.content) > 1 or clause.heads or len(clause.words) < _SAMPLES:
        return None
    of, last = clause.words[-2:]
    helps = "support" in last.kinds and last.end == clause.end and of.end == last.start
    return (clause.start, clause.end) if helps and of.text in listed("function-nouns", "zh", "of") else None


def _english_support(sentence: Sentence, clause: Clause) -> Mark | None:
    """Question 8 in English, where what is helped with stands behind whom."""
    if not clause.heads:
        return None
    given = _given_support(sentence, clause)
    reason: str | None = "no-output" if given else None
    confidence: Confidence = given or "high"
    verb = clause.heads[0]
    if reason is None and verb.kinds & SUPPORT and not _acts_besides(sentence, clause):
        reason = _lack_of_help(sentence, clause)
        confidence = "medium" if reason == "no-output" or "sample" in clause.kinds else "high"
    if reason is None:
        return None
    unsure = sentence.others_act(clause, MAY_NAME_ACT)
    return sentence.mark("duty/support-unscoped", (verb.start, clause.end), reason, "medium" if unsure else confidence)


def _acts_besides(sentence: Sentence, clause: Clause) -> bool:
    return sentence.others_act(clause) or sentence.strength_of(clause) >= NAMES_ACT


def _lack_of_help(sentence: Sentence, clause: Clause) -> str | None:
    """Say what a verb of helping lacks: somebody who is helped, or what comes of working with somebody."""
    verb = clause.heads[0]
    edge = phrase_end(clause, verb.end)
    behind = phrase_words(clause, verb.end)
    unknown = unknown_between(sentence.folded, clause, verb.end, edge)
    whom = names_person(unknown) or any(word.kinds & _WHOM_ENGLISH for word in behind)
    if "collaborate" in verb.kinds:
        told = edge < clause.end or (whom and len(clause.words) > len(behind) + 1)
        return None if told else "no-output" if whom else "no-recipient"
    named = whom and "join" not in verb.kinds and not verb.text.endswith(_HELPED_WITH)
    return None if named or _by_own_act(clause, edge) else "no-recipient"


_HELPED_WITH = (" in", " with", " on", " to", " out")
_WHOM_ENGLISH = _WHOM | {"whom"}


def _by_own_act(clause: Clause, start: int) -> bool:
    """Say whether the clause tells how it helps: by identifying objects in need of treatment."""
    behind = [word for word in clause.words if word.start >= start]
    return any("passive" in word.kinds and "-ing" in after.kinds for word, after in pairwise(behind))


def _given_support(sentence: Sentence, clause: Clause) -> Confidence | None:
    """Say how surely a clause gives nothing but support: provides administrative support to the unit."""
    light = first_of(clause, "light-support")
    if light and light is clause.heads[0]:
        return None if sentence.strength_of(clause) >= NAMES_ACT and len(clause.heads) > 1 else "high"
    verb = clause.heads[-1]
    if "giving" not in verb.kinds or len(clause.heads) > 1:
        return None
    edge = phrase_end(clause, verb.end)
    behind = phrase_words(clause, verb.end)
    if not behind or "support-noun" not in behind[-1].kinds or "sample" in clause.kinds:
        return None
    if _by_own_act(clause, edge):
        return None
    special = unknown_between(sentence.folded, clause, verb.end, behind[-1].start)
    return "medium" if special and edge < clause.end else "high"


def _names_whom(clause: Clause, verb: Word) -> bool:
    """Say whether somebody stands behind the verb, before what he is helped with."""
    behind = list(_behind(clause, verb))
    for number, word in enumerate(behind):
        if (
            _is_party(word)
            and (word.start > verb.end or word.kinds & _WHOM)
            and word.kinds.isdisjoint(("vague", "somebody"))
        ):
            return word.start - verb.end <= 3 * _NEAR
        if _begins_title(behind, number):
            continue
        if word.kinds & _DOING and "plain" not in word.kinds and "base" not in word.kinds:
            return False
    return False


def _begins_title(words: Sequence[Word], number: int) -> bool:
    """Say whether a post's name goes on behind a word: 协助采购经理."""
    later = words[number + 1] if number + 1 < len(words) else None
    if later is None or later.start != words[number].end or "recipient" in later.kinds:
        return False
    if "body-end" in later.kinds and words[number].kinds.isdisjoint(_NOMINAL):
        return False
    return "role-end" in later.kinds or _is_party(later)


def _is_party(word: Word) -> bool:
    return bool(word.kinds & _WHOM) or word.text.endswith(listed("support-verbs", "zh", "party"))


def _empty_help(clause: Clause, verb: Word) -> bool:
    """Say whether what is helped with is nothing of its own: 协助主任处理日常事务."""
    behind = list(_behind(clause, verb))
    if any("vague" in word.kinds for word in behind):
        return sum(word.text == "、" for word in behind) < _SAMPLES
    if _only_whom(clause, verb, behind):
        return True
    if leads_field(clause, _behind_whom(behind)):
        return True
    if any(word.kinds & {"act", "both"} for word in behind):
        return False
    if not behind or behind[-1].kinds.isdisjoint(("class", "vague-head")):
        return False
    return residue(clause) <= _NEAR or _hollowly(clause, behind)


def _hollowly(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether it is work that is only done, whichever: 配合城管部门|做好市容市貌管理工作."""
    does = next((word for word in behind if "hollow-do" in word.kinds), None)
    return does is not None and clause.end - does.end <= _NEAR + 2 * _NEAR


def _behind_whom(behind: Sequence[Word]) -> Sequence[Word]:
    """Give the words behind the name of who is helped."""
    number = next((number for number, word in enumerate(behind) if _is_party(word)), len(behind))
    return behind[number + 1 :]


def _only_whom(clause: Clause, verb: Word, behind: Sequence[Word]) -> bool:
    """Say whether nothing stands behind the verb but the name of who is helped: 协助采购部."""
    if not behind or behind[-1].end < clause.end or not behind[-1].kinds & _BODY:
        return False
    unknown = clause.end - verb.end - sum(word.end - word.start for word in behind)
    return unknown <= _BARE and all(word.kinds & _NAMES for word in behind[:-1])


def _behind(clause: Clause, word: Word) -> Iterable[Word]:
    return (other for other in clause.words if other.start >= word.end)
