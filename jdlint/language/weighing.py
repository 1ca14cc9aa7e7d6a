"""Weighs a duty by its signs: how far it reads like those that careful readers found vague, or misplaced.

A sign is a fragment of its words, the kind of a word that the tables know, or a mark that a rule would make. A rule
finds a place and gives a reason; the weights say whether readers would agree, and where no rule speaks they tell which
of them is likeliest. They are those of logistic regressions over labelled duties (docs/decisions/0004,
`python -m benchmarks.weights`), and stand as data in rules/weights/: weighing is looking signs up and adding.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache, partial
from itertools import pairwise
from typing import Any

from jdlint import compiled
from jdlint.language.clause import body
from jdlint.language.mark import Mark, Sentence
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

QUESTIONS = ("vague", "misplaced")
"""What a duty is weighed for, each with weights of its own."""
FILES = {"zh": "chinese-duties", "en": "english-duties"}
"""The file of rules/weights/ for duties in each language."""
_START, _END = "^", "$"
_ENGLISH = pattern(r"[a-z0-9']+|[^\sa-z0-9]")
_KIND = "kind:"
"""What stands before the kind of a word, which tells it from a fragment."""


class Scale(NamedTuple):
    """How what a duty weighs for a question is taken, in hundredths of a logit."""

    sure: int
    """From what weight on readers would find a duty so on which a rule makes a mark."""
    alone: int
    """From what weight on they would do so where no rule makes one."""
    bias: int
    likeliest: Mapping[str, tuple[int, Mapping[str, int]]]
    """For each rule that answers the question its bias, and what kinds of words weigh among duties found so."""


class Weights(NamedTuple):
    """What signs weigh in a language."""

    signs: Mapping[str, tuple[int, ...]]
    """For each question a weight, in their order."""
    scales: Mapping[str, Scale]
    """By question."""


def signs(sentence: Sentence, marks: Iterable[Mark]) -> set[str]:
    """Give the signs of a duty on which rules make these marks."""
    kinds = sentence.lexis.kinds
    found = fragments(sentence.folded, is_chinese=sentence.is_chinese)
    found.update(*[_named(kinds[number]) for number, _, _ in sentence.found])
    found.update([f"{mark.rule} {mark.confidence}" for mark in marks])
    return found


@cache
def _named(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple([f"{_KIND}{kind}" for kind in kinds])


def fragments(folded: str, *, is_chinese: bool) -> set[str]:
    """Give the fragments of a folded duty: runs of up to three characters or words, with its start and its end."""
    start, end = body(folded)
    if is_chinese:
        text = f"{_START}{folded[start:end]}{_END}"
        places = range(len(text) - 1)
        return {*text, *[text[at : at + 2] for at in places], *[text[at : at + 3] for at in places[:-1]]}
    words = [_START, *_ENGLISH.findall(folded[start:end]), _END]
    pairs = list(map(" ".join, pairwise(words)))
    return {*words, *pairs, *[f"{pair} {word}" for pair, word in zip(pairs, words[2:], strict=False)]}


def kinds_among(found: Iterable[str]) -> list[str]:
    """Give the signs that are kinds of words."""
    return [sign for sign in found if sign.startswith(_KIND)]


def weigh(found: Iterable[str], weights: Weights) -> dict[str, int]:
    """Give what the signs of a duty weigh together for each question."""
    bias = tuple([scale.bias for scale in weights.scales.values()])
    weighed = (bias, *filter(None, map(weights.signs.get, found)))
    return dict(zip(weights.scales, map(sum, zip(*weighed, strict=True)), strict=True))


def likeliest(found: Iterable[str], scale: Scale) -> str:
    """Name the rule that a duty with these signs breaks, if it breaks one."""
    kinds = kinds_among(found)
    weighed = (
        (bias + sum([known.get(kind, 0) for kind in kinds]), rule) for rule, (bias, known) in scale.likeliest.items()
    )
    return max(weighed)[1]


def telling(sentence: Sentence, rule: str, scale: Scale) -> int:
    """Give the column of the first word whose kinds say most for a rule."""
    known = scale.likeliest[rule][1]
    kinds = sentence.lexis.kinds
    weighed = [
        (sum([known.get(kind, 0) for kind in _named(kinds[number])]), -start) for number, start, _ in sentence.found
    ]
    return -max(weighed, default=(0, 0))[1]


@cache
def weights_of(language: str) -> Weights:
    """Give the weights for duties in a language, zh or en."""
    signs, scales = compiled.part(f"weights-{language}", partial(packed_weights, language))
    return Weights(signs, {question: Scale(*scale) for question, scale in zip(QUESTIONS, scales, strict=True)})


_Packed = tuple[dict[str, tuple[int, ...]], list[tuple[Any, ...]]]


def packed_weights(language: str) -> _Packed:
    """Compile weights: lists of signs, each under what they weigh, become what each weighs."""
    from jdlint.table_file import read_table  # noqa: PLC0415 - paid only when weights are compiled

    tables = read_table(os.path.join(compiled.rules_folder(), "weights", f"{FILES[language]}.yaml"))
    asked = [tables[question] for question in QUESTIONS]
    each = [_each(table["weights"]) for table in asked]
    signs = {sign: tuple([known.get(sign, 0) for known in each]) for sign in sorted(set().union(*each))}
    return signs, [(table["sure"], table["alone"], table["bias"], _rules(table["likeliest"])) for table in asked]


def _rules(table: Mapping[str, Any]) -> dict[str, tuple[int, dict[str, int]]]:
    return {rule: (each["bias"], _each(each["weights"])) for rule, each in table.items()}


def _each(weights: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {sign: int(weight) for weight, alike in weights.items() for sign in alike}
