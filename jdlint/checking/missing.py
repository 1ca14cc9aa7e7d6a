"""Names what a marked duty lacks, in the words of its own sentence, so that advice says what to add."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from jdlint import knowledge
from jdlint.language.mark import DutyReading, Mark
from jdlint.language.words import Word
from jdlint.wording import LANGUAGES, Wording

_NOUNS = frozenset(("recipient", "document-end"))
_NO_NOUN = frozenset(("named", "frequency", "vague", "act"))


def missing(parts: Sequence[str], text: str, reading: DutyReading, mark: Mark) -> Wording:
    """Write the parts as one sentence in every language; nothing where there are none."""
    if not parts:
        return Wording(dict.fromkeys(LANGUAGES, ""))
    table: dict[str, Any] = knowledge.load("lexicon/missing-parts")
    noun = _noun(text, reading, mark)
    texts = {}
    for language in LANGUAGES:
        named = [_part(table["parts"][part], noun)[language].format(noun=noun) for part in dict.fromkeys(parts)]
        texts[language] = table["opening"][language].format(parts=table["joint"][language].join(named))
    return Wording(texts)


def _part(wordings: dict[str, dict[str, str]], noun: str) -> dict[str, str]:
    return wordings["which"] if noun and "which" in wordings else wordings["plain"]


def _noun(text: str, reading: DutyReading, mark: Mark) -> str:
    """Give the first word of the marked clause that names whom or what it is about: 客户 in 维护客户关系."""
    clause = next((each for each in reading.clauses if each.start <= mark.start < each.end), None)
    if clause is None:
        return ""
    starts = {word.start for word in clause.words} | {clause.end}
    nouns = [word for word in clause.behind(clause.context_end) if _names(word) and _ends(clause.text, word, starts)]
    found = next((word for word, after in zip_longest(nouns, nouns[1:]) if not after or word.end < after.start), None)
    return text[found.start : found.end] if found else ""


def _names(word: Word) -> bool:
    return bool(word.kinds & _NOUNS) and not word.kinds & _NO_NOUN


def _ends(text: str, word: Word, starts: set[int]) -> bool:
    """Say whether a noun ends where its word does, and no longer name goes on: 幼儿, but not of 幼儿园."""
    return word.end in starts or not text[word.end : word.end + 1].isalnum()
