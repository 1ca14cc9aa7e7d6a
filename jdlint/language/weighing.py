"""Weighs a duty by fragments of its words: how far it reads like those that careful readers found vague or misplaced.

A rule says why a duty is vague; the weights are a second opinion on whether readers would agree. They are those of
logistic regressions over labelled duties (docs/decisions/0004, `python -m benchmarks.weights`), and stand as data in
rules/weights/: weighing is looking fragments up and adding.
"""

import os
from collections.abc import Mapping
from functools import cache, partial

from jdlint import compiled
from jdlint.language.clause import body
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

LANGUAGES = ("zh", "en")
QUESTIONS = ("vague", "misplaced")
"""What a duty is weighed for, each with weights of its own."""
_LONGEST = 3
"""Characters of the longest Chinese fragments, and words of the longest English ones."""
_ENGLISH_WORD = pattern(r"[a-z0-9']+|[^\sa-z0-9]")
_START, _END = "^", "$"


class Weights(NamedTuple):
    """What fragments weigh in a language for a question, in hundredths of a logit."""

    least: Mapping[str, int]
    """For each confidence of a rule's mark, from what weight of a duty on readers agree with the rule."""
    bias: int
    fragments: Mapping[str, int]


def readers_agree(folded: str, question: str, confidence: str, *, chinese: bool) -> bool:
    """Say whether readers would find a folded duty vague, or misplaced, that a rule marks so with this confidence."""
    weights = weights_of(question, chinese=chinese)
    known = weights.fragments
    weight = weights.bias + sum([known.get(fragment, 0) for fragment in fragments(folded, chinese=chinese)])
    return weight >= weights.least[confidence]


def fragments(folded: str, *, chinese: bool) -> set[str]:
    """Give the fragments of a folded duty: runs of up to three characters or English words, its edges among them."""
    start, end = body(folded)
    if chinese:
        text = f"{_START}{folded[start:end]}{_END}"
        return {text[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(text) - length + 1)}
    words = [_START, *_ENGLISH_WORD.findall(folded, start, end), _END]
    runs = [words[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(words) - length + 1)]
    return set(map(" ".join, runs))


@cache
def weights_of(question: str, *, chinese: bool) -> Weights:
    """Give the weights of a language for a question."""
    language = "zh" if chinese else "en"
    return Weights(*compiled.part(f"weights-{language}-{question}", partial(packed_weights, language, question)))


def packed_weights(language: str, question: str) -> tuple[dict[str, int], int, dict[str, int]]:
    """Compile weights: lists of fragments, each under what they weigh, become what each weighs."""
    from jdlint.table_file import read_table  # noqa: PLC0415 - paid only when weights are compiled

    table = read_table(os.path.join(compiled.rules_folder(), "weights", "duties.yaml"))[language][question]
    weights = {fragment: int(weight) for weight, alike in table["weights"].items() for fragment in alike}
    return table["least"], table["bias"], weights
