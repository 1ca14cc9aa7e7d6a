"""Weighs a Chinese duty by fragments of its words: how far it reads like those that readers found vague or misplaced.

A rule says why a duty is vague; the weights are a second opinion on whether careful readers would agree. They are those
of logistic regressions over labelled duties (docs/decisions/0004, `python -m benchmarks.weights`), and stand as data in
rules/weights/: weighing is looking fragments up and adding. English duties aren't weighed: there it brought nothing.
"""

import os
from collections.abc import Mapping
from functools import cache, partial

from jdlint import compiled
from jdlint.language.clause import body
from jdlint.record import NamedTuple

QUESTIONS = ("vague", "misplaced")
"""What a duty is weighed for, each with weights of its own."""
_LONGEST = 3
"""Characters of the longest fragments."""
_START, _END = "^", "$"


class Weights(NamedTuple):
    """What fragments weigh for a question, in hundredths of a logit."""

    least: Mapping[str, int]
    """For each confidence of a rule's mark, from what weight of a duty on readers agree with the rule."""
    bias: int
    fragments: Mapping[str, int]


def agreed(folded: str, question: str) -> frozenset[str]:
    """Give the confidences of rules' marks with which readers would find a folded duty vague, or misplaced, as well."""
    weights = weights_of(question)
    known = weights.fragments
    weight = weights.bias + sum([known.get(each, 0) for each in fragments(folded)])
    return frozenset(confidence for confidence, least in weights.least.items() if weight >= least)


def fragments(folded: str) -> set[str]:
    """Give the fragments of a folded duty: runs of up to three characters, its start and its end among them."""
    start, end = body(folded)
    text = f"{_START}{folded[start:end]}{_END}"
    return {text[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(text) - length + 1)}


@cache
def weights_of(question: str) -> Weights:
    """Give the weights for a question."""
    return Weights(*compiled.part(f"weights-{question}", partial(packed_weights, question)))


def packed_weights(question: str) -> tuple[dict[str, int], int, dict[str, int]]:
    """Compile weights: lists of fragments, each under what they weigh, become what each weighs."""
    from jdlint.table_file import read_table  # noqa: PLC0415 - paid only when weights are compiled

    table = read_table(os.path.join(compiled.rules_folder(), "weights", "chinese-duties.yaml"))[question]
    weights = {fragment: int(weight) for weight, alike in table["weights"].items() for fragment in alike}
    return table["least"], table["bias"], weights
