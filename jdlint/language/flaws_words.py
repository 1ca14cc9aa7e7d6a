"""Slips in words: known confusions, characters and words typed twice, and what a web page or a printer left behind."""

import re
from collections.abc import Iterator
from functools import cache

from jdlint import knowledge
from jdlint.language.flaw import CHINESE, Flaw
from jdlint.language.lexicon import Lexicon, Phrase
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@cache
def _confusions() -> Lexicon:
    """Load the confusions as written, for folding would hide the difference between 帐 and 帳."""
    data = knowledge.load("lexicon/typos")
    groups = data["confusions"]
    return Lexicon(
        Phrase("typos", wrong, right, tuple(group.get("not_before", ())), tuple(group.get("not_behind", ())))
        for group in groups
        for wrong, right in group["words"].items()
    )


def confusions(text: str) -> Iterator[Flaw]:
    """Find words that stand for others alike in form or sound, with the word that is meant."""
    end = 0
    for hit in _confusions().find(text.translate(_SMALL)):
        if hit.start >= end:
            end = hit.end
            right = hit.phrase.reason
            written = right[0].upper() + right[1:] if text[hit.start].isupper() else right
            yield Flaw(hit.start, hit.end, "", written)


class _Doubles(NamedTuple):
    characters: re.Pattern[str]
    words: frozenset[str]
    natural: frozenset[str]


_TWO_ALIKE = pattern(rf"(?<=[{CHINESE}])([{CHINESE}])\1(?=[和与與及、,，;；。的]|$)")
_WORD = pattern(r"[A-Za-z]+")


@cache
def _doubles() -> _Doubles:
    data = knowledge.load("lexicon/doubles")
    characters = re.compile("|".join(_twice(each, **beside) for each, beside in data["never-doubled"].items()))
    return _Doubles(characters, frozenset(data["words"]), frozenset(data["natural"]))


def _twice(word: str, behind: str, before: str) -> str:
    """Give the pattern of a word written twice or more, but for characters beside it that make it part of another."""
    again = rf"(?:{re.escape(word)}){{2,}}"
    return (f"(?<![{behind}])" if behind else "") + again + (f"(?![{before}])" if before else "")


def repeats(text: str) -> Iterator[Flaw]:
    """Find a character or a small word that stands twice where it stands once."""
    doubles = _doubles()
    if text.isascii():
        yield from _repeated_words(text, doubles.words)
        return
    for found in doubles.characters.finditer(text):
        yield Flaw(found.start(), found.end(), "", found[0][: (found[0] * 2).find(found[0], 1)])
    for found in _TWO_ALIKE.finditer(text):
        if found[1] not in doubles.natural and text[found.start() - 2 : found.start()] != found[0]:
            yield Flaw(found.start(), found.end(), "", found[1])


def _repeated_words(text: str, words: frozenset[str]) -> Iterator[Flaw]:
    before = None
    for found in _WORD.finditer(text):
        alike = before is not None and before[0].lower() == found[0].lower() and found[0].lower() in words
        if before is not None and alike and text[before.end() : found.start()].isspace():
            yield Flaw(before.start(), found.end(), "", before[0])
        before = found


class _Residue(NamedTuple):
    anywhere: re.Pattern[str]
    complete: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def _residue() -> _Residue:
    data = knowledge.load("lexicon/residue")
    anywhere = [*map(re.escape, data["anywhere"]), *data["patterns"]]
    alone = [*map(re.escape, data["alone"]), *data["patterns-alone"]]
    return _Residue(
        re.compile("|".join(anywhere), re.IGNORECASE),
        re.compile("|".join(data["complete"]), re.IGNORECASE),
        re.compile(rf"[\s\[(【·•*-]*(?:{'|'.join(alone)})[\s\])】:：。.!>»]*", re.IGNORECASE),
    )


def residue(text: str) -> Iterator[Flaw]:
    """Find what belongs to a web site, a page or a printout; the first place of a text is enough."""
    residue = _residue()
    if residue.alone.fullmatch(text):
        yield Flaw(0, len(text), "alone")
        return
    found = residue.anywhere.search(text)
    if found:
        yield Flaw(found.start(), found.end(), "", "" if residue.complete.fullmatch(found[0]) else None)
