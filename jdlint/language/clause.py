"""Cuts a duty into clauses: list numbers and brackets out of the way, what goes before the act kept as context."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jdlint.language.words import Word, is_chinese, listed, words

_LIST_NUMBER = re.compile(
    r"\s*(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-z])(?:[)\]、]|\.(?!\d))|[①-⑳•·●◆■▪◇○*–-])\s*"
)
_QUOTED = re.compile(r"《[^》]*》|「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
_CHINESE_PIECE = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|(?<=\d),(?=\d{3})|(?<=\d):(?=\d)|[^。;,!?:\n])+")
_ENGLISH_PIECE = re.compile(r"(?:\([^()]*\)|\.(?!\s|$)|[^.;!?:\n(]|\()+")
_BRACKET = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_NUMBER = re.compile(r"\d|[一二两三四五六七八九十百]+(?:[次遍家天日周个年人份倍期轮批名项级元]|小时)")
_HEADING = 14
"""Characters that a heading before a colon has at the most."""

_VERBS = frozenset(
    (
        "act",
        "weak",
        "both",
        "hollow",
        "hollow-do",
        "run",
        "support",
        "join",
        "attend",
        "light-support",
        "submit",
        "knows",
        "learns",
        "is",
        "obey",
    )
)
_PREPOSED = frozenset(("preposition", "frame-end", "standard"))
_ADVERBS = frozenset(("adverb", "pep", "pep-mild", "opinion", "opinion-mild", "frequency", "deadline", "condition"))
_RECIPIENTS = frozenset(("role-end", "body-end", "recipient"))
_SUPPORT = frozenset(("support", "join", "light-support"))
_STEPS = frozenset(("", "地", "的", "了", "过", "所", ","))
"""What may stand between two words of a run of verbs without ending it."""


@dataclass(frozen=True, slots=True)
class Clause:
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
    has_number: bool
    kinds: frozenset[str]
    """Kinds of all words, for quick questions."""

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
        return not self.kinds.isdisjoint(_RECIPIENTS)


def body(folded: str) -> tuple[int, int]:
    """Give where the text begins and ends without its list number, blanks and closing marks."""
    number = _LIST_NUMBER.match(folded)
    start = number.end() if number else len(folded) - len(folded.lstrip())
    return start, len(folded.rstrip(" \t\r\n。.;,、:!'\"`’").rstrip())


def clauses(folded: str) -> list[Clause]:
    """Read the clauses of a folded text, in order."""
    start, end = body(folded)
    masked = _QUOTED.sub(_mask, folded)
    chinese = is_chinese(folded)
    found = words(masked)
    pieces = (_CHINESE_PIECE if chinese else _ENGLISH_PIECE).finditer(masked, start, max(start, end))
    spans = [(piece.start(), piece.end()) for piece in pieces if piece.group().strip()]
    read = _chinese_clause if chinese else _english_clause
    result = []
    for number, (first, last) in enumerate(spans):
        inside = [word for word in found if first <= word.start and word.end <= last]
        is_last = number == len(spans) - 1
        heading = not is_last and last - first <= _HEADING and masked[last] == ":"
        result.append(read(masked, first, last, inside, (heading, is_last)))
    return result


def _mask(found: re.Match[str]) -> str:
    """Hide what is quoted, so that words in names of papers never count; the marks stay."""
    text = found.group()
    return text[0] + "□" * (len(text) - 2) + text[-1]


def _outside_brackets(masked: str, span: tuple[int, int], inside: Sequence[Word]) -> Sequence[Word]:
    if masked.find("(", *span) < 0 and masked.find("[", *span) < 0:
        return inside
    brackets = [found.span() for found in _BRACKET.finditer(masked, *span)]
    return [word for word in inside if not any(start <= word.start < end for start, end in brackets)]


def _chinese_clause(masked: str, start: int, end: int, inside: Sequence[Word], place: tuple[bool, bool]) -> Clause:
    heading, is_last = place
    outside = _outside_brackets(masked, (start, end), inside)
    preposed = bool(outside) and outside[0].start - start <= 1 and "preposition" in outside[0].kinds
    context_end, heads = _chinese_heads(masked, start, outside, preposed=preposed)
    is_context = heading or (preposed and not is_last and _only_context(masked, end, outside, heads))
    return _clause(masked, (start, end, context_end), outside, heads, is_context=is_context)


def _only_context(masked: str, end: int, outside: Sequence[Word], heads: Sequence[Word]) -> bool:
    """Say whether a clause that opens with a preposition ends before its sentence acts (根据年度计划, 在经理领导下)."""
    last = outside[-1]
    if last.end == end and "frame-end" in last.kinds:
        return True
    return not heads or (outside[0].text in _frames() and masked[end] == ",")


def _frames() -> tuple[str, ...]:
    return listed("context-words", "zh", "frame")


def _chinese_heads(masked: str, start: int, outside: Sequence[Word], *, preposed: bool) -> tuple[int, list[Word]]:
    """Find the verbs that head a clause, and where its context ends."""
    heads: list[Word] = []
    at, expecting, context_end = start, True, start
    searching = preposed
    single = _single_verb(masked, start, outside)
    if single:
        heads.append(single)
        at, expecting = single.end, False
    for word in outside:
        kinds = word.kinds
        near = word.start <= at or masked[at : word.start].strip() in _STEPS
        if "connector" in kinds or ("coordinator" in kinds and expecting is False and heads and heads[-1].end == word.start):
            expecting, at = True, word.end
        elif _is_verb(word) and ((expecting and near) or (searching and _may_end_context(word))):
            if searching and not heads:
                context_end = word.start
            heads.append(word)
            at, expecting, searching = word.end, True, False
        elif not kinds.isdisjoint(_ADVERBS) and expecting and near:
            at = word.end
        elif word.start >= at:
            expecting = False
    return context_end, heads


def _is_verb(word: Word) -> bool:
    return "plain" not in word.kinds and not word.kinds.isdisjoint(_VERBS)


def _may_end_context(word: Word) -> bool:
    return "function" not in word.kinds and not (word.kinds & _PREPOSED)


def _single_verb(masked: str, start: int, outside: Iterable[Word]) -> Word | None:
    """Read a verb of one character at the head of a clause, unless a longer word begins there."""
    first = masked[start : start + 1]
    if first not in _singles() or any(word.start == start for word in outside):
        return None
    return Word(first, start, start + 1, frozenset(("act",)))


def _singles() -> tuple[str, ...]:
    return listed("action-verbs", "zh", "single")


_FORMS = frozenset(("base", "-s", "-ing", "-ed"))


def _english_clause(masked: str, start: int, end: int, inside: Sequence[Word], place: tuple[bool, bool]) -> Clause:
    heading, _ = place
    outside = _outside_brackets(masked, (start, end), inside)
    heads, context_end = _english_heads(masked, start, outside)
    return _clause(masked, (start, end, context_end), outside, heads, is_context=heading and not heads)


def _english_heads(masked: str, start: int, outside: Sequence[Word]) -> tuple[list[Word], int]:
    """Find the verbs at the head and those of the same form behind `and` or a comma."""
    heads: list[Word] = []
    at, expecting, form, context_end = start, True, frozenset[str](), start
    for word in outside:
        gap = masked[at : word.start].strip()
        if "connector" in word.kinds or "coordinator" in word.kinds:
            expecting, at = True, word.end
        elif (
            (expecting or gap.endswith(","))
            and _is_verb(word)
            and gap.rpartition(",")[2].strip() in {"", "/", "-"}
            and (not form or word.kinds & form)
        ):
            form = form or word.kinds & _FORMS
            heads.append(word)
            at, expecting = word.end, len(heads) == 1 and word.text.startswith(_LINKING)
        elif not word.kinds.isdisjoint(_ADVERBS) and (expecting or gap.endswith(",")):
            at, expecting = word.end, True
        else:
            at, expecting = max(at, word.end), False
    return heads, context_end


_LINKING = ("responsible", "be ", "is ")


def _clause(
    masked: str,
    places: tuple[int, int, int],
    outside: Sequence[Word],
    heads: Sequence[Word],
    *,
    is_context: bool,
) -> Clause:
    start, end, context_end = places
    first = heads[0] if heads else None
    object_start = heads[-1].end if heads else context_end
    kinds = frozenset[str]().union(*(word.kinds for word in outside))
    return Clause(
        start,
        end,
        context_end,
        first.text if first else "",
        first.start if first else context_end,
        first.end if first else context_end,
        masked[object_start:end].strip(),
        object_start,
        _modality(heads, outside),
        is_context,
        tuple(heads),
        tuple(outside),
        _NUMBER.search(masked, start, end) is not None,
        kinds,
    )


def _modality(heads: Sequence[Word], outside: Sequence[Word]) -> str:
    if not heads:
        return "other"
    if heads[0].kinds & _SUPPORT:
        return "support"
    if outside and outside[0].start < heads[0].start and "passive" in outside[0].kinds:
        return "passive"
    return "submit" if "submit" in heads[-1].kinds else "own"
