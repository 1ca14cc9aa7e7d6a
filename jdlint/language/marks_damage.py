"""Question 1: a sentence that is cut off, or lacks a word it needs."""

from bisect import bisect_left
from functools import cache

from jdlint.language.clause import Clause, body
from jdlint.language.lost_end import may_stop, stop_of
from jdlint.language.mark import Mark, Sentence
from jdlint.language.residue import POSSESSIVE, is_act
from jdlint.language.words import Word, length, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_RULE = "text/broken-sentence"
_TABLE = "sentence-damage"
_SHORT = 3
"""Characters of a noun that 的 may tie to the word behind it."""
_JOINS = frozenset(("adverb", "connector"))
_BREAK = pattern(r"[。;,!?:\n]")
_ANY_VERB = frozenset(("act", "weak", "both", "hollow-do", "run", "submit"))


def broken_sentence(sentence: Sentence) -> Mark | None:
    """Question 1: cut off, or a word missing."""
    start, end = body(sentence.folded)
    if not may_be_broken(sentence, start, end):
        return None
    text = sentence.folded[start:end]
    starts, ends = (listed(_TABLE, sentence.language, kind) for kind in ("cut-start", "cut-end"))
    if text.startswith(starts):
        first = next((cut for cut in starts if _begins(sentence, start, cut)), None)
        if first:
            return sentence.mark(_RULE, (start, start + len(first)), "no-beginning", "high")
    if text.endswith(ends):
        last = next((cut for cut in ends if _ends(sentence, end, cut)), None)
        if last:
            return sentence.mark(_RULE, (end - len(last), end), "no-end", "high")
    if not sentence.is_chinese:
        return _may_be_cut(sentence, end)
    return (
        _begins_within_word(sentence, start)
        or _lacks_object(sentence, end)
        or _dangles(sentence, end)
        or _stops(sentence, end)
        or _lacks_verb(sentence)
    )


def _stops(sentence: Sentence, end: int) -> Mark | None:
    place = stop_of(sentence, end)
    return sentence.mark(_RULE, place, "no-end", "high") if place else None


def may_be_broken(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a word could make the text between two places, its body, cut off or in want of one."""
    folded, signs = sentence.folded, _signs(sentence.language)
    if start < end and folded[start] in signs.first and folded.startswith(signs.starts, start, end):
        return True
    if start < end and folded[end - 1] in signs.last and folded.endswith(signs.ends, start, end):
        return True
    return sentence.is_chinese and (
        _opens_broken(sentence, start, signs)
        or _closes_broken(sentence, end, signs)
        or (any([mover in folded for mover in signs.movers]) and _may_want_verb(sentence, signs, end))  # noqa: C419 - faster
        or may_stop(sentence, end)
    )


def _opens_broken(sentence: Sentence, start: int, signs: "_Signs") -> bool:
    found = sentence.found
    if found and found[0][1] == start:
        return sentence.masked[start : found[0][2]] in signs.joining
    return sentence.folded[start : start + 1] in signs.tails


def _closes_broken(sentence: Sentence, end: int, signs: "_Signs") -> bool:
    if sentence.folded.startswith("、", end):
        return True
    if not sentence.found:
        return False
    _, first, last = sentence.found[-1]
    return last >= end and sentence.masked[first:last] in signs.closing


def _may_want_verb(sentence: Sentence, signs: "_Signs", end: int) -> bool:
    """Say whether 将 or 把 may have no verb behind it, for none follows that is surely one."""
    masked, kinds = sentence.masked, sentence.lexis.kinds
    if "的" in masked or "(" in masked or "[" in masked or masked.endswith(signs.times, 0, end):
        return True
    verbs = [first for number, first, _ in sentence.found if kinds[number] & _ANY_VERB and "scope" not in kinds[number]]
    moved = [last for _, first, last in sentence.found if masked[first:last] in signs.movers]
    nearest = ((last, bisect_left(verbs, last)) for last in moved)
    return any(place == len(verbs) or _BREAK.search(masked, last, verbs[place]) for last, place in nearest)


class _Signs(NamedTuple):
    """What may be damage in a language."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    first: frozenset[str]
    last: frozenset[str]
    """The characters with which the starts begin and the ends end."""
    joining: frozenset[str]
    movers: tuple[str, ...]
    tails: frozenset[str]
    times: tuple[str, ...]
    closing: frozenset[str]
    """Words that want an object or another clause behind them."""


@cache
def _signs(language: str) -> _Signs:
    starts, ends = (listed(_TABLE, language, kind) for kind in ("cut-start", "cut-end"))
    if language == "en":
        ends = (*ends, *listed(_TABLE, "en", "cut-end-unsure"))
    return _Signs(
        starts,
        ends,
        frozenset(text[0] for text in starts),
        frozenset(text[-1] for text in ends),
        frozenset(listed(_TABLE, language, "joining")),
        listed(_TABLE, "zh", "needs-verb"),
        _tails(),
        listed(_TABLE, "zh", "within-end"),
        _wanting() | _dangling() | frozenset(listed(_TABLE, "zh", "gives")),
    )


def _dangles(sentence: Sentence, end: int) -> Mark | None:
    """Find a last clause that is nothing but a verb without its object (…,发现), or a comma of a list at the end."""
    clause = sentence.clauses[-1]
    if sentence.folded[end : end + 1] == "、":
        wants = not clause.object and any(head.text in _dangling() for head in clause.heads)
        return sentence.mark(_RULE, (end, end + 1), "no-end", "high" if wants else "medium")
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < end or last.text not in _dangling():
        return None
    before = clause.words[:-1]
    known = length(before) == last.start - clause.start
    if len(sentence.clauses) == 1 and not (
        before and before[0].kinds & _JOINS and (known or "connector" in before[0].kinds)
    ):
        return None
    if not known or not all(word.kinds & _JOINS or word.text in _dangling() for word in before):
        return None
    return sentence.mark(_RULE, (last.start, last.end), "no-end", "high")


@cache
def _dangling() -> frozenset[str]:
    return frozenset(listed(_TABLE, "zh", "dangling"))


def _may_be_cut(sentence: Sentence, end: int) -> Mark | None:
    """Find a last English word that a sentence seldom ends with (completed by)."""
    cut = next((cut for cut in listed(_TABLE, "en", "cut-end-unsure") if _ends(sentence, end, cut)), None)
    return sentence.mark(_RULE, (end - len(cut), end), "no-end", "medium") if cut else None


def _begins_within_word(sentence: Sentence, start: int) -> Mark | None:
    """Find a first character that only ends words, but for the words that are listed (务 of 财务, not 务必)."""
    text = sentence.folded
    if text[start : start + 1] not in _tails() or text.startswith(_heads(), start):
        return None
    if any(word.start == start for word in sentence.clauses[0].words):
        return None
    return sentence.mark(_RULE, (start, start + 1), "no-beginning", "high")


@cache
def _tails() -> frozenset[str]:
    return frozenset(listed(_TABLE, "zh", "tail"))


@cache
def _heads() -> tuple[str, ...]:
    return listed(_TABLE, "zh", "not-tail")


def _lacks_object(sentence: Sentence, end: int) -> Mark | None:
    """Find a last word that wants an object, with no noun before it that is its object (对新员工进行)."""
    clause = sentence.clauses[-1]
    last = clause.words[-1] if clause.words else None
    if last is not None and last.end == end and _gives_nothing(clause, last):
        return sentence.mark(_RULE, (last.start, last.end), "no-end", "high")
    if last is None or last.end < end or last.text not in _wanting():
        return None
    before = clause.words[:-1]
    if before and before[-1].text in POSSESSIVE and before[-1].end == last.start:
        return None
    if "hollow-do" in last.kinds and not (before and "connector" in before[-1].kinds):
        treats = listed(_TABLE, "zh", "treats")
        if not any(word.text in treats for word in before) or len(clause.heads) > 1:
            return None
    if last.start == sentence.clauses[0].start:
        return None
    return sentence.mark(_RULE, (last.start, last.end), "no-end", "high")


def _gives_nothing(clause: Clause, last: Word) -> bool:
    """Say whether something is to be given to somebody, and nothing is told of it: 为宾客|提供."""
    first = clause.words[0]
    if last.text not in listed(_TABLE, "zh", "gives") or first.start > clause.start:
        return False
    whom = clause.words[1:-1]
    known = length(clause.words) == clause.end - clause.start
    return known and first.text in listed(_TABLE, "zh", "gives-to") and all(word.kinds & _TO_WHOM for word in whom)


_TO_WHOM = frozenset(("recipient", "role-end", "body-end", "party", "scope", "somebody", "coordinator"))


@cache
def _wanting() -> frozenset[str]:
    return frozenset(listed(_TABLE, "zh", "wants-object"))


def _begins(sentence: Sentence, start: int, cut: str) -> bool:
    if not sentence.folded.startswith(cut, start) or _covered(sentence, start, start + len(cut)):
        return False
    return not cut.isascii() or sentence.folded[start + len(cut) :][:1] in {" ", ""}


def _ends(sentence: Sentence, end: int, cut: str) -> bool:
    start = end - len(cut)
    if sentence.is_chinese and sentence.folded.endswith(listed(_TABLE, "zh", "ends-whole"), 0, end):
        return False
    if start <= 0 or not sentence.folded.startswith(cut, start) or _covered(sentence, start, end):
        return False
    if cut in listed(_TABLE, sentence.language, "item-joint") and _closes_item(sentence.folded, start):
        return False
    return not cut.isascii() or sentence.folded[start - 1] == " "


def _closes_item(folded: str, start: int) -> bool:
    """Say whether a semicolon stands before a place: behind it, `and` joins the next entry of a list to this one."""
    return folded[:start].endswith((";", "; "))


def _covered(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a longer known word holds these characters, as 合并 holds 并."""
    words = (word for clause in sentence.clauses for word in clause.words)
    return any(word.start <= start and word.end >= end and word.end - word.start > end - start for word in words)


def _lacks_verb(sentence: Sentence) -> Mark | None:
    """Find 将 or 把 whose sentence ends before its verb (将分店在当地的形象宣传), or 和 that joins nothing."""
    opening = sentence.clauses[0]
    first = opening.words[0] if opening.words else None
    alone = len(sentence.clauses) == 1 and not opening.heads and not sentence.strongest
    if alone and first and first.start == opening.start and first.text in listed(_TABLE, "zh", "joining"):
        return sentence.mark(_RULE, (first.start, first.end), "no-beginning", "medium")
    movers = listed(_TABLE, "zh", "needs-verb")
    for clause in sentence.clauses:
        mover = next((word for word in clause.words if word.text in movers), None)
        if mover and not _verb_behind(clause, mover):
            return sentence.mark(_RULE, (mover.start, clause.end), "no-verb", "high")
    return None


def _verb_behind(clause: Clause, mover: Word) -> bool:
    if _only_tells_of_noun(clause, mover) or _only_tells_when(clause, mover):
        return False
    last = clause.words[-1]
    closes_with_noun = last.end == clause.end and bool(last.kinds & {"plain", "document-end", "recipient"})
    verbs = [word for word in clause.words if word.start >= mover.end and word.kinds & _ANY_VERB]
    if not verbs:
        unknown = clause.end - mover.end - length(clause.behind(mover.end))
        ends = last.end == clause.end and bool(last.kinds & _CLOSING_NOUN)
        return not ((closes_with_noun and unknown <= 1) or (ends and not unknown))
    return any(
        not _noun_by_form(clause, mover, word) or (word.end < clause.end and not closes_with_noun)
        for word in verbs
        if "scope" not in word.kinds
    )


def _only_tells_of_noun(clause: Clause, mover: Word) -> bool:
    """Say whether every verb behind 把 stands before the 的 of a noun that ends the clause: 把客户反馈的|问题."""
    behind = clause.behind(mover.end)
    told = length(behind) == clause.end - mover.end
    if not behind or not told or behind[-1].kinds & _ANY_VERB or behind[-1].kinds.isdisjoint(_CLOSING_NOUN):
        return False
    of = [number for number, word in enumerate(behind) if word.text == "的"]
    return bool(of) and not any(word.kinds & _ANY_VERB or "giving" in word.kinds for word in behind[of[-1] :])


def _only_tells_when(clause: Clause, mover: Word) -> bool:
    """Say whether a clause with 把 ends with the time in which something is to be done: 把考勤表在25日前."""
    if not clause.text.endswith(listed(_TABLE, "zh", "within-end"), clause.start, clause.end):
        return False
    behind = clause.behind(mover.end)
    opens = next((number for number, word in enumerate(behind) if word.text in {"在", "于"}), None)
    return opens is not None and not any(word.kinds & _ANY_VERB for word in behind[opens:])


_CLOSING_NOUN = frozenset(("plain", "document-end", "recipient", "affair", "class", "role-end", "body-end", "vague"))


def _noun_by_form(clause: Clause, mover: Word, word: Word) -> bool:
    """Say whether 的 and a noun stand before the last verb, which makes it a noun too; not 将遗失的|物品登记."""
    before = (other for other in reversed(clause.words) if other.end <= word.start and other.text == "的")
    possessive = next(before, None)
    if possessive is None or is_act(word) or clause.first_behind(mover.end) is possessive:
        return False
    return word.start - possessive.end <= _SHORT
