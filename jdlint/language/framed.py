"""Finds the phrase that says under whom, or with whose help, one acts, in which no verb is one's own act: 在…领导下."""

import re
from functools import cache

from jdlint import knowledge
from jdlint.language.phrase_parse import chinese
from jdlint.pattern import pattern

Span = tuple[int, int]


def framed(folded: str) -> tuple[Span, ...]:
    """Give where such phrases stand in a folded text: 在护士长领导和主管护师指导下|记录体温."""
    if not 0 <= folded.find("在") < folded.rfind("下"):
        return ()
    return tuple([found.span() for found in _framed().finditer(folded)])


@cache
def _framed() -> re.Pattern[str]:
    words = "|".join(chinese(knowledge.load("lexicon/modality")["under"]))
    return pattern(rf"在[^,;。!?:\n]{{1,40}}?(?:{words})之?下(?![{_OTHER_WORDS}])")


_OTHER_WORDS = "属级列达发单辖设面周月午次班一步岗线水"
"""With what 下 begins a word of its own: 指导下属."""
