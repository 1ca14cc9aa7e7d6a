"""Cuts a duty into clauses: list numbers and brackets out of the way, what goes before the act kept as context."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter

from jdlint.language.heads import Heads, chinese_heads, english_heads, opens_with_preposition
from jdlint.language.words import Word, is_chinese, words
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_LIST_NUMBER = pattern(
    r"\s*(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-z])(?:[)\]、]|\.(?!\d))|[①-⑳•·●◆■▪◇○*–-])\s*"
)
_QUOTED = pattern(r"《[^《》]*》|「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"")
_CHINESE_PIECE = pattern(r"(?:[^。;,!?:\n(\[]+|\([^()]*\)|\[[^\[\]]*\]|[(\[]|(?<=\d),(?=\d{3})|(?<=\d):(?=\d))+")
_ENGLISH_PIECE = pattern(r"(?:[^.;!?:\n(]+|\([^()]*\)|\(|\.(?!\s|$))+")
_BRACKET = pattern(r"\([^()]*\)?|\[[^\[\]]*\]?")
_NUMBER = pattern(
    r"\d|(?<![统唯万])(?!一[个支种](?!月|小时|工作|学|季|周|星期|自然|整))"
    r"[一二两三四五六七八九十百]+(?:[次遍家天日周个年人份倍期轮批名项级元]|小时)"
)
"""How much, how many or when; 一个 that only brings in a noun counts nothing (创造一个舒适的环境)."""
_CASE = pattern(r"[^,、的]{0,4}(?:过程中|中|时|期间)(?:遇|发生|出现|碰)(?!到?的)")
"""How a clause opens that only tells in which case the next one acts: 稽查中遇到突发事件."""
_HEADING = 14
"""Characters that a heading before a colon has at the most."""

RECIPIENTS = frozenset(("role-end", "body-end", "recipient"))
_NOTHING: frozenset[str] = frozenset()
SUPPORT = frozenset(("support", "join", "light-support", "collaborate"))


class Clause(NamedTuple):
    """What one clause says; places are columns of the whole text."""

    start: int
    """Where the clause begins, its list number left out."""
    end: int
    context_end: int
    """Where what goes before the act ends (根据…, 在…下); equal to `start` where nothing does."""
    act: str
    """The first verb, folded; '' where the clause has none."""
    act_start: int
    act_end: int
    object: str
    """What stands behind the verbs, folded."""
    object_start: int
    modality: str
    """own, support, submit, passive or other."""
    is_context: bool
    """The clause is nothing but context, or a heading."""
    heads: tuple[Word, ...]
    """Verbs that head the clause, in order, those joined by 并 or `and` among them."""
    words: tuple[Word, ...]
    """Every known word outside brackets, context included."""
    kinds: frozenset[str]
    """Kinds of all words, for quick questions."""
    text: str
    """The whole text, folded, without what it quotes."""

    @property
    def has_number(self) -> bool:
        """Whether the clause says how much, how many or when."""
        return _NUMBER.search(self.text, self.start, self.end) is not None

    def behind(self, place: int) -> Sequence[Word]:
        """Give the words from a place on."""
        number = next((number for number, word in enumerate(self.words) if word.start >= place), len(self.words))
        return self.words[number:]

    def first_behind(self, place: int) -> Word | None:
        """Give the first word from a place on; None where there is none."""
        return next((word for word in self.words if word.start >= place), None)

    def word_at(self, place: int) -> Word | None:
        """Give the word that begins at a place; None where none does."""
        return next((word for word in self.words if word.start == place), None)

    @property
    def has_frequency(self) -> bool:
        """Whether the clause says how often."""
        return "frequency" in self.kinds

    @property
    def has_standard(self) -> bool:
        """Whether the clause measures the work: a number, a deadline or the paper that says how."""
        return self.has_number or not self.kinds.isdisjoint(("deadline", "standard", "named"))

    @property
    def has_document(self) -> bool:
        """Whether the clause names a paper."""
        return not self.kinds.isdisjoint(("named", "document-end"))

    @property
    def has_recipient(self) -> bool:
        """Whether the clause names a person or a body."""
        return not self.kinds.isdisjoint(RECIPIENTS)


def body(folded: str) -> tuple[int, int]:
    """Give where the text begins and ends without its list number, blanks and closing marks."""
    number = None if _is_word(folded[:1]) else _LIST_NUMBER.match(folded)
    start = number.end() if number else len(folded) - len(folded.lstrip())
    return start, len(folded.rstrip(" \t\r\n。.;,、:!'\"`’").rstrip())


def clauses(folded: str) -> list[Clause]:
    """Read the clauses of a folded text, in order."""
    masked, chinese = without_quoted(folded), is_chinese(folded)
    return cut(folded, masked, words(masked, chinese=chinese), chinese=chinese)


def cut(folded: str, masked: str, known: list[Word], *, chinese: bool) -> list[Clause]:
    """Read the clauses of a folded text whose known words, but for those in quotes, have been found."""
    start, end = body(folded)
    found = _outside_brackets(masked, known)
    pieces = (_CHINESE_PIECE if chinese else _ENGLISH_PIECE).finditer(masked, start, max(start, end))
    spans = [piece.span() for piece in pieces if piece.group().strip()]
    read = _chinese_clause if chinese else _english_clause
    starts = [word.start for word in found]
    result = []
    for number, (first, last) in enumerate(spans):
        inside = found[bisect_left(starts, first) : bisect_left(starts, last)] if len(spans) > 1 else found
        is_last = number == len(spans) - 1
        heading = not is_last and last - first <= _HEADING and masked[last] == ":"
        result.append(read(masked, first, last, inside, (heading, is_last)))
    return result


def _is_word(character: str) -> bool:
    """Say whether a character is Chinese and no numeral: so most Chinese texts begin, and no list number does."""
    return "\u4e00" <= character <= "\u9fff" and character not in "一二三四五六七八九十"


def without_quoted(folded: str) -> str:
    """Hide what a folded text quotes."""
    if '"' in folded or "《" in folded or "“" in folded or "「" in folded or "『" in folded:
        return _QUOTED.sub(_mask, folded)
    return folded


def _mask(found: re.Match[str]) -> str:
    """Hide what is quoted, so that words in names of papers never count; the marks stay."""
    text = found.group()
    return text[0] + "□" * (len(text) - 2) + text[-1]


def _outside_brackets(masked: str, found: list[Word]) -> list[Word]:
    if "(" not in masked and "[" not in masked:
        return found
    brackets = [bracket.span() for bracket in _BRACKET.finditer(masked)]
    nearest = ((word, bisect_right(brackets, word.start, key=itemgetter(0)) - 1) for word in found)
    return [word for word, place in nearest if place < 0 or word.start >= brackets[place][1]]


def _chinese_clause(masked: str, start: int, end: int, inside: Sequence[Word], place: tuple[bool, bool]) -> Clause:
    heading, is_last = place
    preposed = opens_with_preposition(inside, start)
    heads = chinese_heads(masked, start, inside, preposed=preposed)
    in_case = not is_last and _CASE.match(masked, start, end) is not None
    is_context = heading or in_case or (preposed and not is_last and _only_context(masked, end, inside, heads.verbs))
    return _clause(masked, (start, end), inside, heads, is_context=is_context)


def _only_context(masked: str, end: int, inside: Sequence[Word], heads: Sequence[Word]) -> bool:
    """Say whether a clause that opens with a preposition ends before its sentence acts (根据年度计划, 在经理领导下)."""
    last = inside[-1]
    if last.end == end and "frame-end" in last.kinds:
        return True
    if not heads and _tells_somebody(masked, end, inside):
        return False
    return not heads or ("frame" in inside[0].kinds and masked[end] == ",")


def _tells_somebody(masked: str, end: int, inside: Sequence[Word]) -> bool:
    """Say whether a clause that opens with whom it is for acts, by a verb that may be a noun: 向居民|宣传|法规."""
    if "carried" not in inside[0].kinds or "frame" in inside[0].kinds:
        return False
    return any(
        not whom.kinds.isdisjoint(RECIPIENTS)
        and not act.kinds.isdisjoint(("act", "both"))
        and whom.end == act.start
        and act.end < end
        and masked[act.end] not in "的之、和"
        for whom, act in pairwise(inside)
    )


def _english_clause(masked: str, start: int, end: int, inside: Sequence[Word], place: tuple[bool, bool]) -> Clause:
    heading, _ = place
    heads = english_heads(masked, start, inside)
    return _clause(masked, (start, end), inside, heads, is_context=heading and not heads.verbs)


def _clause(masked: str, span: tuple[int, int], inside: Sequence[Word], heads: Heads, *, is_context: bool) -> Clause:
    start, end = span
    verbs, context_end = heads
    first = verbs[0] if verbs else None
    object_start = verbs[-1].end if verbs else context_end
    return _new_clause(
        (
            start,
            end,
            context_end,
            first.text if first else "",
            first.start if first else context_end,
            first.end if first else context_end,
            masked[object_start:end].strip(),
            object_start,
            _modality(verbs, inside),
            is_context,
            verbs,
            tuple(inside),
            _NOTHING.union(*[word.kinds for word in inside]),
            masked,
        )
    )


_new_clause: Callable[[tuple[object, ...]], Clause] = partial(tuple.__new__, Clause)
"""Makes a clause of all its fields in half the time of `Clause(…)`."""


def _modality(heads: Sequence[Word], inside: Sequence[Word]) -> str:
    if not heads:
        return "other"
    if heads[0].kinds & SUPPORT:
        return "support"
    if inside and inside[0].start < heads[0].start and "passive" in inside[0].kinds:
        return "passive"
    return "submit" if "submit" in heads[-1].kinds else "own"
