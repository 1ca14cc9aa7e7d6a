"""Questions 6 to 14: is the duty clear enough to be owned?"""

import re
from collections.abc import Callable, Iterable

from jdlint.language.clause import Clause
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.strength import is_compound, residue
from jdlint.language.words import Word, is_glued, listed

_ACTS = 2
"""The strength of a clause that names an act."""
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_NEAR = 4
_HOLLOW = frozenset(("hollow", "hollow-do", "run"))
_VERBAL = frozenset(("act", "weak", "both", "hollow-do", "run", "submit", "support", "join", "hollow"))
_NOUNS = frozenset(("function", "class", "affair", "both", "weak", "run"))
_SUPPORT = frozenset(("support", "join", "light-support"))


def marks(sentence: Sentence) -> list[Mark]:
    """Answer the questions in order."""
    found: list[Mark] = []
    for ask in _QUESTIONS[2:] if is_glued(sentence.folded) else _QUESTIONS:
        mark = ask(sentence, found)
        if mark:
            found.append(mark)
    return sorted(found, key=lambda mark: mark.confidence == "low")


def _no_verb(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 6: no action at all."""
    if sentence.strongest or any(clause.heads for clause in sentence.clauses):
        return None
    clause = sentence.content[-1]
    if any(word.kinds & _VERBAL and "function" not in word.kinds for word in clause.words):
        return None
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end - 1:
        return _unknown(sentence)
    if last.text.endswith(_MANAGEMENT):
        return None
    if "把" in sentence.folded or "将" in sentence.folded:
        return None
    plain = residue(clause) <= _NEAR and len(sentence.content) == 1
    sure = plain and bool(last.kinds & {"class", "function", "quality", "scope"})
    return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "high" if sure else "medium")


_MANAGEMENT = ("管理", "management", "administration", "管控", "运营", "营运", "推广", "建设", "维护", "服务")


def _unknown(sentence: Sentence) -> Mark | None:
    """Mark a short phrase in which no word is known as a verb."""
    clause = sentence.content[-1]
    if len(sentence.content) > 1 or clause.end - clause.start > 2 * _NEAR or not sentence.is_chinese:
        return None
    return sentence.mark("duty/no-verb", (clause.start, clause.end), "no-verb", "low")


def _hollow_verb(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 7: a hollow verb with a bare function noun."""
    if found or sentence.strongest >= _ACTS:
        return None
    if sentence.strongest and len(sentence.content) > 1:
        return None
    candidates = [clause for clause in sentence.content if _is_hollow(sentence, clause)]
    if not candidates:
        return None
    clause = candidates[0]
    place = (clause.heads[0].start if clause.heads else clause.start, clause.end)
    return sentence.mark("duty/hollow-verb", place, "bare-function", _hollow_confidence(sentence, clause))


def _is_hollow(sentence: Sentence, clause: Clause) -> bool:
    heads = clause.heads
    if heads and heads[0].kinds & _SUPPORT:
        return False
    if heads and not any(head.kinds & _HOLLOW for head in heads) and not is_compound(clause):
        return False
    if sentence.strength_of(clause):
        return False
    last = _last_noun(clause) if sentence.is_chinese else _first_noun(clause)
    if last is None:
        return False
    if not heads:
        return last.text.endswith(_MANAGEMENT) or "class" in last.kinds or "run" in last.kinds
    return bool(last.kinds & _NOUNS)


def _last_noun(clause: Clause) -> Word | None:
    """Give the word that closes the clause, 等 left out, where it is a known one."""
    words = [word for word in clause.words if "and-so-on" not in word.kinds]
    if not words:
        return None
    tail = clause.end - words[-1].end
    return words[-1] if tail <= 1 or not clause.object.isascii() is False else None


def _first_noun(clause: Clause) -> Word | None:
    """Give the first noun behind an English verb, small words left out."""
    behind = (word for word in clause.words if not clause.heads or word.start >= clause.heads[-1].end)
    return next((word for word in behind if word.kinds & {"function", "class", "recipient", "document-end"}), None)


def _hollow_confidence(sentence: Sentence, clause: Clause) -> Confidence:
    left = residue(clause)
    last = _last_noun(clause)
    if left > 3 * _NEAR:
        return "low"
    if last is None:
        return "high"
    closing = last is not None and (bool(last.kinds & {"class", "function"}) or last.text.endswith(_MANAGEMENT))
    if left <= _BARE or (closing and left <= 2 * _NEAR):
        return "high"
    return "medium"


def _support(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 8: support without saying whom, and without an output of one's own."""
    for clause in sentence.content:
        light = first_of(clause, "light-support")
        verb = clause.heads[0] if clause.heads and clause.heads[0].kinds & _SUPPORT else light
        if verb is None or sentence.strength_of(clause) >= _ACTS:
            continue
        if sentence.others_act(clause):
            return None
        named = light is None and _names_whom(clause, verb)
        if named and not _empty_help(clause, verb):
            return None
        many = sum("act" in word.kinds for word in clause.words) >= _NEAR
        confidence: Confidence = "medium" if sentence.others_act(clause, 1) or many else "high"
        reason = "no-output" if named else "no-recipient"
        return sentence.mark("duty/support-unscoped", (verb.start, clause.end), reason, confidence)
    return None


def _names_whom(clause: Clause, verb: Word) -> bool:
    return any(
        word.kinds & {"role-end", "body-end", "recipient"}
        and "vague" not in word.kinds
        and word.start - verb.end <= 3 * _NEAR
        for word in _behind(clause, verb)
    )


def _empty_help(clause: Clause, verb: Word) -> bool:
    """Say whether what is helped with is nothing of its own: 协助主任处理日常事务."""
    behind = list(_behind(clause, verb))
    if any("vague" in word.kinds for word in behind):
        return True
    if any(word.kinds & {"act", "both"} for word in behind):
        return False
    return bool(behind) and bool(behind[-1].kinds & {"class", "vague-head"}) and residue(clause) <= _NEAR


def _behind(clause: Clause, word: Word) -> Iterable[Word]:
    return (other for other in clause.words if other.start >= word.end)


def _vague_object(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 9: an object that two strangers would not find the same."""
    if found:
        return None
    for clause in sentence.content:
        if _measured(clause):
            continue
        word = _vague_word(sentence, clause)
        if word is None:
            continue
        start, end = word
        tail = clause.end - end <= 1
        if sentence.is_chinese and not tail:
            continue
        confidence: Confidence = "high" if _needs_object(clause, start) else "medium"
        return sentence.mark("duty/vague-object", (start, end), "vague-object", confidence)
    return None


def _needs_object(clause: Clause, start: int) -> bool:
    """Say whether a verb that needs a clear object heads the clause or stands right before the vague one."""
    if not clause.heads:
        return True
    if clause.words and any(word.text == "的" and word.end == start for word in clause.words):
        return residue(clause) <= _BARE
    before = [word for word in clause.words if word.end == start]
    return any(word.kinds & {"coordinate", "hollow", "hollow-do"} for word in (*clause.heads, *before))


def _vague_word(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a vague object behind a verb that needs a clear one."""
    heads = clause.heads
    for number, word in enumerate(clause.words):
        if "vague" in word.kinds:
            return None if _sampled(sentence, clause, word.start) else (word.start, word.end)
        listed_with = number and "coordinator" in clause.words[number - 1].kinds
        if "vague-rule" in word.kinds and not listed_with and any("make" in head.kinds for head in heads):
            return word.start, word.end
        if "vague-modifier" in word.kinds:
            later = clause.words[number + 1 : number + 4]
            head = next((other for other in later if "vague-head" in other.kinds and other.start - word.end <= 1), None)
            if head and clause.end - head.end <= 1 and not _sampled(sentence, clause, word.start):
                return word.start, head.end
    return _bare_relation(sentence, clause)


def _bare_relation(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find relations that somebody is to coordinate, whoever they may be with."""
    last = clause.words[-1] if clause.words else None
    if last is None or not clause.heads or not any("coordinate" in head.kinds for head in clause.heads):
        return None
    if (
        "relation" in last.kinds
        and clause.end - last.end <= 1
        and any(h.text.startswith(_BROKERING) for h in clause.heads)
    ):
        return last.start, last.end
    if "class" in last.kinds and any(h.text.startswith(_BROKERING) for h in clause.heads) and residue(clause) <= limit:
        return last.start, last.end
    return None


_BROKERING = ("协调", "理顺", "沟通协调", "综合协调", "统筹协调", "coordinat", "liais", "co-ordinat")


def _sampled(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether two or more samples stand before the word (A、B等相关工作)."""
    before = sentence.folded[clause.start : end].rstrip("的")
    return before.endswith("等") and "、" in before


def _measured(clause: Clause) -> bool:
    return clause.has_number or not clause.kinds.isdisjoint(("frequency", "named"))


def _open_ended(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 10: an open list, or an optional condition."""
    rule = "duty/open-ended"
    for clause in sentence.clauses:
        condition = first_of(clause, "condition")
        if condition:
            return sentence.mark(rule, (condition.start, condition.end), "optional-condition", "high")
        word = first_of(clause, "open")
        if word:
            return sentence.mark(rule, (word.start, word.end), "open-list", "high")
    return _open_list(sentence) if sentence.is_chinese else None


def _open_list(sentence: Sentence) -> Mark | None:
    """Find a list that ends in 等, or in 等 and a noun that closes nothing after a single sample."""
    rule = "duty/open-ended"
    for clause in sentence.clauses:
        for number, word in enumerate(clause.words):
            if "and-so-on" not in word.kinds:
                continue
            if word.end >= clause.end:
                sampled = any("sample" in other.kinds for other in clause.words[:number])
                if clause is not sentence.clauses[-1]:
                    continue
                confidence: Confidence = "medium" if sampled else "high"
                return sentence.mark(rule, (word.start, word.end), "ends-in-等", confidence)
            closing = clause.words[number + 1] if number + 1 < len(clause.words) else None
            if closing and _is_open_close(sentence, clause, word, closing):
                return sentence.mark(rule, (word.start, closing.end), "one-sample", "high")
    return None


def _is_open_close(sentence: Sentence, clause: Clause, so_on: Word, closing: Word) -> bool:
    """Say whether 等 and a closing noun follow fewer than two samples, or an affair nobody can list."""
    if clause.end - closing.end > 1 or not closing.kinds & {"affair", "vague"} or closing.start > so_on.end:
        return False
    samples = sentence.folded.count("、", sentence.clauses[0].start, so_on.start) + sentence.folded.count(
        ",", clause.start, so_on.start
    )
    return samples == 0


def _ambiguous_or(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 11: A or B as actor or as action, own and support verbs at once."""
    rule = "duty/ambiguous-or"
    if "或" not in sentence.folded and "or" not in sentence.folded and "/" not in sentence.folded:
        return _mixed_modes(sentence)
    for clause in sentence.clauses:
        for before, middle, after in _triples(clause):
            if middle.text in _OR and _both_verbs(clause, before, after) and before.end >= middle.start - 1:
                if f"{before.text}{middle.text}{after.text}".replace(" ", "") in listed(
                    "open-ends", _language(sentence), "decision"
                ):
                    continue
                return sentence.mark(rule, (before.start, after.end), "alternative-act", _sure(before))
    return _mixed_modes(sentence) or _bracketed(sentence)


def _mixed_modes(sentence: Sentence) -> Mark | None:
    places = (place for clause in sentence.clauses if clause.modality == "support" and (place := _mixed(clause)))
    place = next(places, None)
    return sentence.mark("duty/ambiguous-or", place, "own-and-support", "high") if place else None


_OR = frozenset(("或", "或者", "or", "and/or", "/", "及/或", "和/或"))


def _language(sentence: Sentence) -> str:
    return "zh" if sentence.is_chinese else "en"


def _triples(clause: Clause) -> Iterable[tuple[Word, Word, Word]]:
    return zip(clause.words, clause.words[1:], clause.words[2:], strict=False)


def _both_verbs(clause: Clause, before: Word, after: Word) -> bool:
    if not (before.kinds & _VERBAL and after.kinds & _VERBAL):
        return False
    if any(head is before for head in clause.heads) and any(head is after for head in clause.heads):
        return True
    if before.kinds & _WEAK and after.kinds & _WEAK and after.end == clause.end:
        return True
    return after.kinds.isdisjoint(_NOMINAL) and before.kinds.isdisjoint(_NOMINAL - {"document-end"})


_WEAK = frozenset(("weak", "both"))


def _sure(before: Word) -> Confidence:
    return "medium" if "document-end" in before.kinds else "high"


_NOMINAL = frozenset(("function", "plain", "document-end", "role-end", "scope", "-s", "class"))


def _mixed(clause: Clause) -> tuple[int, int] | None:
    """Find taking part and leading in one breath: 参与主持, 主持或协助."""
    for before, after in zip(clause.heads, clause.heads[1:], strict=False):
        if "join" in before.kinds and after.text in _LEADING and after.start - before.end <= 1:
            return before.start, after.end
    return None


_LEADING = frozenset(("主持", "主导", "牵头", "负责", "领导", "lead", "leading", "leads"))
_IN_BRACKETS = re.compile(r"\((?:或|or )")


def _bracketed(sentence: Sentence) -> Mark | None:
    """Find an alternative act in brackets: 处理(或协助处理)."""
    found = _IN_BRACKETS.search(sentence.folded)
    if not found:
        return None
    for clause in sentence.clauses:
        if any(head.end == found.start() for head in clause.heads):
            return sentence.mark("duty/ambiguous-or", found.span(), "alternative-act", "high")
    return None


def _absolute(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 12: an absolute result that nobody controls."""
    rule = "duty/absolute-guarantee"
    for clause in sentence.clauses:
        word = first_of(clause, "absolute")
        if word:
            return sentence.mark(rule, (word.start, word.end), "absolute", "high")
        never, pledge = first_of(clause, "never"), first_of(clause, "guarantee")
        if never and pledge and pledge.start < never.start:
            return sentence.mark(rule, (pledge.start, never.end), "absolute", "high")
    return None


def _subjective(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 13: an opinion word is the only standard."""
    if sentence.is_measured or any(mark.rule in _SAYS_ENOUGH for mark in found):
        return None
    for clause in sentence.content:
        word = first_of(clause, "opinion")
        if word is None or sentence.others_act(clause):
            continue
        confidence = _subjective_confidence(sentence, clause, word)
        if confidence:
            return sentence.mark("duty/subjective-qualifier", (word.start, word.end), "opinion", confidence)
    return None


_SAYS_ENOUGH = frozenset(("duty/no-verb", "duty/support-unscoped"))


def _subjective_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence | None:
    if any(head is word for head in clause.heads):
        return None
    empty = sentence.strength_of(clause) < _ACTS or clause.kinds & {"relation", "vague"}
    if empty:
        return "high"
    if len(clause.heads) > 1 and not sentence.is_chinese:
        return None
    return "medium" if len(sentence.content) == 1 else "low" if clause is sentence.content[0] else None


def _exhortation(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 14: pep words that change nothing when they are removed."""
    if sentence.is_measured and not any(mark.rule == "duty/support-unscoped" for mark in found):
        return None
    for number, clause in enumerate(sentence.content):
        word = first_of(clause, "pep")
        if word and _before_act(clause, word):
            concrete = bool(clause.kinds & {"document-end"}) or sum(s >= _ACTS for s in sentence.strengths) > 1
            confidence: Confidence = "high" if number == 0 and not concrete else "medium" if number == 0 else "low"
            return sentence.mark("duty/exhortation", (word.start, word.end), "pep", confidence)
    return None


def _before_act(clause: Clause, word: Word) -> bool:
    return not clause.heads or word.start <= clause.heads[-1].start


_Ask = Callable[[Sentence, list[Mark]], Mark | None]
_QUESTIONS: tuple[_Ask, ...] = (
    _no_verb,
    _hollow_verb,
    _support,
    _vague_object,
    _open_ended,
    _ambiguous_or,
    _absolute,
    _subjective,
    _exhortation,
)
