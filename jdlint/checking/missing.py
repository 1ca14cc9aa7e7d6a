"""Names what a marked duty lacks, in the words of its own sentence, so that advice says what to add."""

from collections.abc import Sequence
from typing import Any

from jdlint import knowledge
from jdlint.language.mark import DutyReading, Mark
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
    words = clause.words if clause else ()
    found = next((word for word in words if word.kinds & _NOUNS and not word.kinds & _NO_NOUN), None)
    return text[found.start : found.end] if found else ""
