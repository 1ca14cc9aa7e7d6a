"""Finds Chinese sentences that end before anything is done: towards whom (每月向财务部), for what, or within a word."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from operator import itemgetter

from jdlint.language.clause import RECIPIENTS, Clause
from jdlint.language.heads import is_verb
from jdlint.language.mark import Sentence
from jdlint.language.residue import POSSESSIVE
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_TABLE = "sentence-damage"
_BREAK = pattern(r"[。;,!?:\n]")
_HIDING = pattern(r"[(\[:]")
"""What may hide that something is done: words in brackets, and a heading."""
_NAME = 4
"""Characters that no table knows in the name of a body, before the word that ends it: 财务|部."""
_BEFORE = frozenset(("adverb", "connector", "hollow", "frequency", "deadline", "pep", "pep-mild"))
_WHOM = RECIPIENTS | {"party"}
_WHAT = _WHOM | {"class", "affair", "document-end", "plain", "scope"}
_DOING = frozenset(("relation", "joint", "broker", "frame-end"))
"""Kinds of words that are no verbs, and still say what is done or when."""


class _Words(NamedTuple):
    turns: frozenset[str]
    treated: frozenset[str]
    says: frozenset[str]
    leads_up: tuple[str, ...]
    halves: frozenset[str]
    persons: tuple[str, ...]
    within: tuple[str, ...]
    within_end: tuple[str, ...]
    alone: frozenset[str]
    later: frozenset[str]
    """Those of a clause that isn't the first, besides `turns`."""
    hanging: frozenset[str]


@cache
def _words() -> _Words:
    sets = [frozenset(listed(_TABLE, "zh", kind)) for kind in _SETS]
    turns, treated, says, halves, alone, later, hanging = sets
    leads_up, persons, within, ends = (
        listed(_TABLE, "zh", kind) for kind in ("leads-up", "of-verb", "within", "within-end")
    )
    return _Words(turns, treated, says, leads_up, halves, persons, within, ends, alone, turns | later, hanging)


_SETS = ("turns-to", "treated", "says-to", "half", "alone", "turns-later", "hanging")


def may_stop(sentence: Sentence, end: int) -> bool:
    """Say whether the words of a sentence could end before anything is done."""
    folded, words = sentence.folded, _words()
    if folded[end - 1 : end] in words.halves or _only_leads_up(folded, end) or _ends_alone(folded, end):
        return True
    if any([within in folded for within in words.within]):  # noqa: C419 - faster
        return True
    turns = words.later if "," in folded else words.turns
    return any([turn in folded for turn in turns]) and _may_turn(sentence, turns)  # noqa: C419 - faster


def _may_turn(sentence: Sentence, turns: frozenset[str]) -> bool:
    """Say whether no act may follow a word that says towards whom."""
    words = _words()
    masked, kinds = sentence.masked, sentence.lexis.kinds
    acts = [first for number, first, _ in sentence.found if _does(kinds[number])]
    for (_, first, last), after in pairwise((*sentence.found, (0, 0, 0))):
        if masked[first:last] not in turns:
            continue
        if after[1] == last and masked[first : after[2]] in words.says:
            return True
        place = bisect_left(acts, last)
        if place == len(acts) or _BREAK.search(masked, last, acts[place]):
            return True
        if masked[first:last] in words.treated and not _ends_in_act(sentence, last):
            return True
    return False


def _ends_in_act(sentence: Sentence, start: int) -> bool:
    """Say whether the last known word before the next mark, how often left out, may be a verb: 对员工的|考核."""
    mark = _BREAK.search(sentence.masked, start)
    end = mark.start() if mark else len(sentence.masked)
    number = bisect_left(sentence.found, end, key=itemgetter(1))
    for kind, first, last in reversed(sentence.found[:number]):
        if sentence.masked[first:last] not in _words().hanging:
            return first >= start and _does(sentence.lexis.kinds[kind])
    return False


@cache
def _does(kinds: frozenset[str]) -> bool:
    verb = is_verb(Word("", 0, 0, kinds)) and kinds.isdisjoint(_NO_VERB)
    return verb or not kinds.isdisjoint(_DOING)


_NO_VERB = frozenset(("scope", "role-end"))


def stop_of(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Find where a sentence ends before anything is done."""
    if sentence.folded[end - 1 : end] in _words().halves and _is_half(sentence, end):
        return end - 1, end
    if _HIDING.search(sentence.masked):
        return None
    last = sentence.clauses[-1]
    if len(sentence.clauses) == 1 and _only_leads_up(sentence.folded, end):
        return last.start, end
    for clause, after in zip_longest(sentence.clauses, sentence.clauses[1:]):
        turns = _words().turns if clause is sentence.clauses[0] else _words().later
        place = _lacks_whom(clause) or (_only_turns(clause, turns) if after is None or _joins_on(after) else None)
        if place:
            return place
    return _alone(sentence) or _only_within(last)


def _ends_alone(folded: str, end: int) -> bool:
    comma = folded.rfind(",", 0, end)
    return comma > 0 and folded[comma + 1 : end] in _words().alone


def _alone(sentence: Sentence) -> tuple[int, int] | None:
    """Find an adverb that is all there is behind a condition: 根据生产计划,及时."""
    *before, last = sentence.clauses
    stands = bool(before) and all(clause.is_context for clause in before)
    told = sentence.folded[last.start : last.end] in _words().alone
    return (last.start, last.end) if stands and told else None


def _only_within(clause: Clause) -> tuple[int, int] | None:
    """Find a last clause that only says when something is also done: …,并在24小时内."""
    if not clause.text.startswith(_words().within, clause.start) or clause.words[-1].end < clause.end:
        return None
    if not clause.words[-1].text.endswith(_words().within_end):
        return None
    acts = any(_does(word.kinds) and "frame-end" not in word.kinds for word in clause.words)
    return None if acts else (clause.start, clause.end)


def _only_leads_up(folded: str, end: int) -> bool:
    return folded.startswith(",", end) and folded.startswith(_words().leads_up)


def _is_half(sentence: Sentence, end: int) -> bool:
    """Say whether the last character belongs to no word, behind one that is known: 执行情况|进."""
    if not sentence.found:
        return False
    _, first, last = sentence.found[-1]
    joins = sentence.masked[first:last] in listed(_TABLE, "zh", "joining")
    return last == end - 1 and (joins or last - first > 1)


def _joins_on(clause: Clause) -> bool:
    """Say whether a clause goes on with 并, behind what ought to have been an act: 向总经理,并提出建议."""
    first = clause.words[0] if clause.words else None
    if first is None or first.start > clause.start or "connector" not in first.kinds:
        return False
    return "coordinator" not in first.kinds and "adverb" not in first.kinds


def _turn(clause: Clause, turns: frozenset[str]) -> int:
    """Give the number of the word that opens a clause, adverbs left out, and says towards whom; -1 where none does."""
    at = clause.start
    for number, word in enumerate(clause.words):
        if word.start > at:
            return -1
        if word.text in turns:
            return number
        if word.kinds.isdisjoint(_BEFORE):
            return -1
        at = word.end
    return -1


def _lacks_whom(clause: Clause) -> tuple[int, int] | None:
    """Find a preposition with a verb where somebody should stand: 每周向|汇报."""
    number = _turn(clause, _words().turns)
    if number < 0 or number + 1 == len(clause.words):
        return None
    turn, verb = clause.words[number : number + 2]
    if verb.start > turn.end or turn.text + verb.text not in _words().says or "vague-modifier" in clause.kinds:
        return None
    of_noun = clause.text.startswith(_words().persons, verb.end) or "的" in clause.text[verb.end : clause.end]
    return None if of_noun else (turn.start, verb.end)


def _only_turns(clause: Clause, turns: frozenset[str]) -> tuple[int, int] | None:
    """Find a clause that ends with those towards whom something is to be done, or with how often: 对设备定期."""
    number = _turn(clause, turns)
    if number < 0:
        return None
    turn, behind = clause.words[number], list(clause.words[number + 1 :])
    end = clause.end
    while behind and behind[-1].text in _words().hanging and behind[-1].end == end:
        end = behind.pop().start
    if not behind:
        return (turn.start, turn.end) if turn.end == clause.end else None
    noun = behind[_behind_of(behind) :]
    if behind[-1].end < end or any(_does(word.kinds) and not _modifies(word, after) for word, after in _pairs(noun)):
        return None
    named = _is_named(turn, behind, hangs=end < clause.end)
    return (turn.start, clause.end) if named else None


def _behind_of(words: Sequence[Word]) -> int:
    """Give the number of the first word behind the last 的: what stands before it only tells of the noun behind it."""
    return max((number + 1 for number, word in enumerate(words[:-1]) if word.text in POSSESSIVE), default=0)


def _pairs(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    return zip_longest(words, words[1:])


def _modifies(word: Word, after: Word | None) -> bool:
    """Say whether what may be a verb or a noun stands before a noun: 培训 in 培训效果."""
    return "both" in word.kinds and after is not None and after.start == word.end and not _does(after.kinds)


def _is_named(turn: Word, behind: Sequence[Word], *, hangs: bool) -> bool:
    """Say whether words behind a preposition are known to name people, or things that something is done to."""
    last = behind[-1]
    things = turn.text in _words().treated and last.end - last.start > 1
    if last.kinds.isdisjoint(_WHAT if things else _WHOM):
        ends = last.text.endswith(listed("support-verbs", "zh", "party")) or (hangs and "function" in last.kinds)
        ends = ends or (things and not last.kinds.isdisjoint(("effect", "level", "state")))
        if not ends:
            return False
    unknown = [after.start - before.end for before, after in pairwise((turn, *behind))]
    if hangs:
        return sum(unknown) <= _NAME
    return not sum(unknown[:-1]) and (not unknown[-1] or (bool(last.kinds & _WHOM) and unknown[-1] <= _NAME))
