"""Tells what a duty likely demands of which the tables tell nothing: it reads like duties that needed authority."""

from functools import cache

from jdlint.language.clause import body
from jdlint.language.demand import Cut, Demand
from jdlint.language.phrase_parse import Word, vocabulary
from jdlint.language.weighing import Weights, answers_of, file_of, likeliest, short_fragments, weigh, weights_of
from jdlint.language.words import is_chinese, is_glued

QUESTION = "demanding"
"""What a duty is weighed for."""
_LEAST = -300
"""What the words of a duty weigh at least, by what they can be, if it is looked at whole: 24 in 25 of those that are
found to demand something do so, and half of the others don't."""


def likely_demand(duty: Cut) -> Demand | None:
    """Give the likeliest authority that a duty needs, if readers would find that it needs any."""
    file = file_of("demands", "zh" if is_chinese(duty.folded) else "en")
    words = _words(file)
    if sum([words[number] for number, _, _ in duty.matches]) < _LEAST or is_glued(duty.folded):
        return None
    weights = weights_of(file)
    found = signs(duty)
    if weigh(found, weights)[QUESTION] < weights.scales[QUESTION].alone:
        return None
    act, thing = likeliest(found, answers_of(file)[QUESTION]).split()
    start, end = body(duty.folded)
    return Demand(act, thing, "medium", start, end, duty.text[start:end], is_alike=True)


def signs(duty: Cut) -> set[str]:
    """Give the signs of a duty: short fragments, and what its words can be."""
    found = short_fragments(duty.folded, is_chinese=is_chinese(duty.folded))
    words = vocabulary().by_number
    for number, _, _ in duty.matches:
        found.update(_can_be(words[number]))
    return found


@cache
def _can_be(word: Word) -> tuple[str, ...]:
    """Name what a word can be."""
    noun = [f"noun:{word.noun}"] if word.noun else []
    return (*[f"act:{act}" for act in word.all_acts], *noun, *[f"cue:{cue}" for cue in word.cues])


class _Words(dict[int, int]):
    """What the words of the vocabulary weigh by what they can be, each worked out when it is first met."""

    def __init__(self, weights: Weights) -> None:
        self._signs = weights.signs

    def __missing__(self, number: int) -> int:
        known = filter(None, map(self._signs.get, _can_be(vocabulary().by_number[number])))
        self[number] = sum(weight for (weight,) in known)
        return self[number]


@cache
def _words(file: str) -> _Words:
    return _Words(weights_of(file))
