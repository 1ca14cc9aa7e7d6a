"""What copying and converting did to characters: lost ones, broken ones, lost blanks, and those of the other script."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from jdlint import knowledge
from jdlint.language.flaw import CHINESE, Flaw
from jdlint.language.lexicon import Lexicon, Phrase
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_GLUED = pattern(r"[A-Za-z]{26,}")
_ADDRESS = pattern(r"://|www\.", re.IGNORECASE)
_LOST = pattern(
    r"�+"
    r"|^\?+(?=[^\s?])"
    rf"|(?<=[{CHINESE}A-Za-z])\?{{2,}}(?=[{CHINESE}A-Za-z])"
    r"|(?<=[a-z])\?(?=s\b)"
)
_READING = pattern(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*\)")


@cache
def _mojibake() -> re.Pattern[str]:
    data = knowledge.load("lexicon/mojibake")
    return re.compile("|".join(map(re.escape, data["sequences"])))


def damage(text: str) -> Iterator[Flaw]:
    """Find the first sign that characters were lost or misread, and the first run of words without blanks."""
    if not _ADDRESS.search(text):
        found = _LOST.search(text)
        if found:
            yield Flaw(found.start(), found.end(), "lost")
        glued = _GLUED.search(text)
        if glued:
            yield Flaw(glued.start(), glued.end(), "glued")
    if not text.isascii():
        found = _mojibake().search(text)
        if found:
            yield Flaw(found.start(), found.end(), "misread")
        for found in _READING.finditer(text):
            if "一" <= text[found.start() - 1 : found.start()] <= "鿿":
                yield Flaw(found.start(), found.end(), "reading", "")


Script = Literal["traditional", "simplified"]


class _Scripts(NamedTuple):
    """What tells the scripts apart, each character with its counterpart in the other script where that is sure."""

    only: dict[Script, dict[str, str | None]]
    words: dict[Script, Lexicon]


@cache
def _scripts() -> _Scripts:
    """Load what tells the scripts apart: characters that fold and that only one script's standard set has."""
    table, own = knowledge.load("lexicon/traditional"), knowledge.load("lexicon/scripts")
    traditional, simplified = ("".join(table[key].split()) for key in ("traditional", "simplified"))
    common = frozenset(own["common"])
    in_simplified = frozenset(_within(traditional + simplified, "gb2312")) | common
    in_traditional = frozenset(_within(traditional + simplified, "big5")) | common
    sources: dict[str, list[str]] = {}
    for left, right in zip(traditional, simplified, strict=True):
        if left in in_traditional:
            sources.setdefault(right, []).append(left)
    return _Scripts(
        {
            "traditional": {
                left: right
                for left, right in zip(traditional, simplified, strict=True)
                if left not in in_simplified and left in in_traditional
            },
            "simplified": {
                right: lefts[0] if len(lefts) == 1 else None
                for right, lefts in sources.items()
                if right not in in_traditional and right in in_simplified
            },
        },
        {
            script: Lexicon(
                Phrase("scripts", wrong, right, tuple(group.get("not_before", ())), tuple(group.get("not_behind", ())))
                for group in own[script]
                for wrong, right in group["words"].items()
            )
            for script in ("traditional", "simplified")
        },
    )


def _within(characters: str, encoding: str) -> str:
    return characters.encode(encoding, "ignore").decode(encoding)


_FEWEST = 8
_SHARE = 0.8


def script_of(texts: Iterable[str]) -> Script | None:
    """Tell in which script texts are written; None where too few characters show it, or they are mixed."""
    counts = Counter("".join(texts))
    only = _scripts().only
    traditional, simplified = (sum(count for each, count in counts.items() if each in only[script]) for script in _BOTH)
    if max(traditional, simplified) < _FEWEST:
        return None
    if max(traditional, simplified) < _SHARE * (traditional + simplified):
        return None
    return "traditional" if traditional > simplified else "simplified"


_BOTH: tuple[Script, Script] = ("traditional", "simplified")


def other_script(text: str, script: Script) -> Iterator[Flaw]:
    """Find what a text in one script takes from the other; a text all in the other script is a translation."""
    if text.isascii():
        return
    scripts = _scripts()
    other: Script = "simplified" if script == "traditional" else "traditional"
    own, foreign = scripts.only[script], scripts.only[other]
    found = [(place, place + 1, foreign[each]) for place, each in enumerate(text) if each in foreign]
    if found and not any(each in own for each in text):
        return
    found += [(hit.start, hit.end, hit.phrase.reason) for hit in scripts.words[script].find(text)]
    if found:
        yield _joined(text, sorted(found, key=lambda each: (each[0], -each[1])))


def _joined(text: str, found: list[tuple[int, int, str | None]]) -> Flaw:
    """Make one flaw of all in a text, from the first to the last, with its right form where each one is sure."""
    start, end = found[0][0], max(each[1] for each in found)
    parts: list[str] = []
    at = start
    for first, last, right in found:
        if first < at:
            continue
        if right is None:
            return Flaw(start, end)
        parts += [text[at:first], right]
        at = last
    return Flaw(start, end, "", "".join(parts) + text[at:end])
