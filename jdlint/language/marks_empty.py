"""Questions 6 and 7: no verb, a hollow verb."""

from itertools import pairwise

from jdlint.language.clause import RECIPIENTS, SUPPORT, Clause
from jdlint.language.english import names_person, phrase_end, phrase_words, unknown_between
from jdlint.language.held import holds_things
from jdlint.language.mark import Confidence, Mark, Sentence
from jdlint.language.named_topic import names_doing, names_topic
from jdlint.language.opening import answered_for
from jdlint.language.residue import NAMES_ACT, NOMINAL, VERBAL, manages, residue
from jdlint.language.strength import goes_on, is_compound, only_pushed, samples_acts
from jdlint.language.words import Word, length, listed
from jdlint.language.work_field import GOVERNING, is_field
from jdlint.pattern import pattern

_NEAR = 4
BARE = 4
"""Characters up to which a later clause may be nothing but a verb."""
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_NOUNS = frozenset(("function", "class", "affair", "both", "weak", "run", "managed"))
_ENGLISH_NOUNS = frozenset(("function", "class", "managed", "recipient", "document-end"))
EMPTY = GOVERNING | {"class", "run", "like-management"}
"""Kinds of words of which a clause has one where it is hollow."""


def no_verb(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 6: no action at all."""
    clause = sentence.content[-1]
    if any(names(sentence, clause) for names in (_names_field, _names_topic, _names_papers, _only_states)):
        return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "high")
    if any(each.heads for each in sentence.clauses) or sentence.strongest:
        return None
    if any(map(is_verbal, clause.words)) or "forbid" in clause.kinds or _may_name_act(sentence, clause):
        return None
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end - 1:
        return _unknown(sentence)
    moved = any(word.text in listed("sentence-damage", "zh", "needs-verb") for word in clause.words)
    if moved or _may_act(sentence, clause, last) or "preposition" in clause.words[0].kinds:
        return None
    named = last.kinds & _NAMED and (sentence.is_chinese or "document-end" not in last.kinds)
    sure = len(sentence.content) == 1 and ((residue(clause) <= _NEAR and named) or _names_condition(sentence, clause))
    return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "high" if sure else "medium")


def _names_topic(sentence: Sentence, clause: Clause) -> bool:
    return not sentence.is_chinese and names_topic(sentence, clause)


def _only_states(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a Chinese duty is one clause without a verb that ends in states of what it names."""
    if not sentence.is_chinese or len(sentence.content) > 1 or sentence.strongest:
        return False
    return not any(each.heads for each in sentence.clauses) and (
        _owns_condition(clause) and not any(map(is_verbal, clause.words))
    )


def _owns_condition(clause: Clause) -> bool:
    """Say whether nothing but states stands behind 的: 灌区设施的完好, 货架的整洁、美观."""
    if not clause.kinds.isdisjoint(("passive", "result")):
        return False
    conditions = listed("function-nouns", "zh", "single-conditions")
    text = clause.text[clause.start : clause.end]
    bare = text.rpartition("之" if "之" in text else "的")[2]
    return len(bare) < len(text) and all(part in conditions for part in _AND.split(bare))


_AND = pattern("[、和与及]|以及")


def _names_condition(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a Chinese phrase ends with the state that something is to be in: 货架的整洁、美观."""
    last = clause.words[-1] if clause.words else None
    if last is None or not sentence.is_chinese:
        return False
    ends = last.end == clause.end and last.text.endswith(listed("function-nouns", "zh", "single-conditions"))
    return ends and not any("passive" in word.kinds for word in clause.words)


_NAMED = frozenset(("class", "function", "scope", "ideal"))


def _may_name_act(sentence: Sentence, clause: Clause) -> bool:
    return samples_acts(clause) or _opens_unknown(sentence, clause)


def _opens_unknown(sentence: Sentence, clause: Clause) -> bool:
    """Say whether letters that no table knows open a Chinese clause, which may be its verb: 广播班次异动."""
    return sentence.is_chinese and bool(clause.words) and clause.words[0].start - clause.start >= _VERB


_VERB = 2
"""Characters of a verb."""


def is_verbal(word: Word) -> bool:
    """Say whether a word is a verb and never a noun."""
    return not word.kinds.isdisjoint(VERBAL) and word.kinds.isdisjoint(NOMINAL)


def _may_act(sentence: Sentence, clause: Clause, last: Word) -> bool:
    """Say whether a phrase without a known verb may name an act, or the management of something."""
    if not sentence.is_chinese and names_doing(clause):
        return True
    return _may_be_verb(sentence, clause) or _is_done(clause, last) or _ends_in_management(last)


def _may_be_verb(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an English phrase opens with a word that no table knows and that doesn't end as nouns do."""
    if sentence.is_chinese or clause.words[0].start <= clause.start:
        return False
    first = _FIRST.match(sentence.folded, clause.start)
    return first is not None and not first[0].endswith(_NOUN_ENDS)


_FIRST = pattern(r"[a-z][a-z'-]*")
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
    return whole and word.text in listed("function-nouns", "zh", "fields")


def _names_papers(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a Chinese duty is the name of a field and of its papers, and no more: 人事纪录."""
    if not sentence.is_chinese or len(sentence.clauses) > 1 or len(clause.words) != _FIELD_AND_PAPERS:
        return False
    field, papers = clause.words
    whole = field.start == clause.start and field.end == papers.start and papers.end == clause.end
    return whole and "function" in field.kinds and "act" not in field.kinds and "document-end" in papers.kinds


_FIELD_AND_PAPERS = 2


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
    if clause is None or any(other is not clause and _is_done_often(sentence, other) for other in sentence.content):
        return None
    start = clause.heads[0].start if clause.heads and not answered_for(clause) else clause.start
    helps = any(other is not clause and _helps_with_act(other) for other in sentence.content)
    confidence = "medium" if helps else _hollow_confidence(sentence, clause)
    return sentence.mark("duty/hollow-verb", (start, clause.end), "bare-function", confidence)


def _is_done_often(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause tells how often something is done that no table knows: 每天小扫除."""
    if not sentence.is_chinese or not clause.has_frequency or clause.heads:
        return False
    return clause.end - clause.start - length(clause.words) > _BARE


def _helps_with_act(clause: Clause) -> bool:
    """Say whether a clause helps somebody who is named to do something: 配合人力资源部完成本部员工的考核."""
    if clause.modality != "support" or clause.act.isascii():
        return False
    whom = next((number for number, word in enumerate(clause.words) if word.kinds & RECIPIENTS), len(clause.words))
    return any("act" in word.kinds and "handing" not in word.kinds for word in clause.words[whom + 1 :])


def _strongest(sentence: Sentence) -> int:
    """Weigh a duty without what says only that, and nothing of what, is done: 负责全站工作,按时检查,定时汇报."""
    if not sentence.is_chinese or len(sentence.content) == 1:
        return sentence.strongest
    first = sentence.content[0]
    told = (
        s
        for s, clause in zip(sentence.strengths, sentence.clauses, strict=True)
        if not _is_bare(clause, first) and not (clause is not first and _completes_all(clause))
    )
    return max(told, default=0)


def _completes_all(clause: Clause) -> bool:
    """Say whether a clause says only that all tasks of a kind get done: 完成各项协作任务."""
    if len(clause.heads) != 1 or "completes" not in clause.heads[0].kinds or clause.words[-1].end < clause.end:
        return False
    behind = clause.behind(clause.heads[0].end)
    known = bool(behind) and length(behind) == clause.end - clause.heads[0].end
    return known and "vague-modifier" in behind[0].kinds and "class" in behind[-1].kinds


def _is_bare(clause: Clause, first: Clause) -> bool:
    """Say whether a later clause is a verb with adverbs and no more."""
    if clause is first or clause.has_number or clause.has_frequency or clause.context_end > clause.start:
        return False
    if len(clause.heads) > 1:
        return False
    return clause.end - clause.start <= BARE and bool(clause.words) and clause.words[-1].end == clause.end


def _is_hollow(sentence: Sentence, clause: Clause) -> bool:
    heads = clause.heads
    if sentence.strength_of(clause) or (heads and heads[0].kinds & SUPPORT) or goes_on(clause):
        return False
    if heads and not any(head.kinds & GOVERNING for head in heads) and not is_compound(clause):
        return False
    if answered_for(clause) or (not sentence.is_chinese and holds_things(clause)):
        return not _stands_in(clause)
    last = _last_noun(clause) if sentence.is_chinese else _english_noun(sentence.folded, clause)
    if last is None or _stands_in(clause):
        return False
    if not heads:
        return bool(last.kinds & {"class", "run"}) or only_pushed(clause) or _ends_in_management(last)
    return bool(last.kinds & _NOUNS)


def _stands_in(clause: Clause) -> bool:
    """Say whether it is the work of a post named before that is done in its absence: 店长不在时|履行其职责."""
    named = next((word for word in clause.words if word.kinds & RECIPIENTS), None)
    if named is None:
        return False
    return any(
        word.text == "其" and later.start == word.end and "class" in later.kinds and word.start > named.end
        for word, later in pairwise(clause.words)
    )


def _english_noun(folded: str, clause: Clause) -> Word | None:
    """Give the first noun of an English object, where it isn't told which one and isn't what people do."""
    return None if _is_told(folded, clause) or _is_of_people(folded, clause) else _first_noun(clause)


def _is_told(folded: str, clause: Clause) -> bool:
    """Say whether an English noun phrase ends in a word that no table knows, which says what it is: a delivery van."""
    end = phrase_end(clause, clause.object_start)
    words = phrase_words(clause, clause.object_start)
    unknown = folded[words[-1].end if words else clause.object_start : end].strip(" ,&")
    return unknown.isalpha()


def _is_of_people(folded: str, clause: Clause) -> bool:
    """Say whether it is what people do that is led: directs the work of line personnel, not the work of the unit."""
    end = phrase_end(clause, clause.object_start)
    behind = clause.behind(end + len("of"))
    if not folded.startswith("of ", end) or not any("run" in head.kinds for head in clause.heads):
        return False
    return any(word.kinds & _PEOPLE and word.kinds.isdisjoint(_UNITS) for word in behind) or names_person(
        unknown_between(folded, clause, end + len("of"), clause.end)
    )


_PEOPLE = frozenset(("recipient", "role-end", "whom"))
_UNITS = frozenset(("unit-end", "vague-head", "vague"))


def _last_noun(clause: Clause) -> Word | None:
    """Give the word that closes the clause, 等 left out, where it is a known one."""
    words = [word for word in clause.words if "and-so-on" not in word.kinds]
    uses = listed("function-nouns", "zh", "single-uses")
    while len(words) > 1 and words[-1].text in uses and words[-1].end == clause.end and manages(words[-2]):
        return words[-2]
    return words[-1] if words and clause.end - words[-1].end <= 1 else None


def _first_noun(clause: Clause) -> Word | None:
    """Give the first noun behind an English verb, small words left out."""
    behind = (word for word in clause.words if not clause.heads or word.start >= clause.heads[-1].end)
    return next((word for word in behind if word.kinds & _ENGLISH_NOUNS), None)


def _hollow_confidence(sentence: Sentence, clause: Clause) -> Confidence:
    left = residue(clause)
    if not sentence.is_chinese:
        return "high" if left <= 1 or is_field(clause) or holds_things(clause) else "medium"
    last = answered_for(clause) or _last_noun(clause)
    closing = last is not None and (bool(last.kinds & {"class", "function"}) or _ends_in_management(last))
    if left <= _BARE or (closing and left <= 2 * _NEAR):
        return "high"
    return "medium" if left <= 3 * _NEAR else "low"
