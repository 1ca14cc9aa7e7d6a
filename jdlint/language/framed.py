"""Finds the phrase that says under whom, or with whose help, one acts, in which no verb is one's own act: 在…领导下."""

import re
from functools import cache

from jdlint import knowledge
from jdlint.language.phrase_parse import chinese
from jdlint.pattern import pattern

Span = tuple[int, int]


def may_be_framed(folded: str) -> bool:
    """Say whether a folded text may hold such a phrase: most hold neither of its edges."""
    return 0 <= folded.find("在") < folded.rfind("下")


def framed(folded: str) -> tuple[Span, ...]:
    """Give where such phrases stand in a folded text: 在护士长领导和主管护师指导下|记录体温."""
    if not may_be_framed(folded):
        return ()
    return tuple([found.span() for found in _framed().finditer(folded)])


@cache
def _framed() -> re.Pattern[str]:
    table = knowledge.load("lexicon/modality")["under"]
    return pattern(rf"在[^,;。!?:\n]{{1,40}}?(?:{'|'.join(chinese(table))})之?下(?![{table['below']}])")
