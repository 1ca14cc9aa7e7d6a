"""Weighs a text by its signs: how far it reads like those of which careful readers said that they are vague, say.

A sign is a fragment of its words, the kind of a word that the tables know, or what a rule would say. A rule finds a
place and gives a reason; the weights say whether readers would agree, and where no rule speaks they tell what readers
would likely say. They are those of logistic regressions over labelled documents (docs/decisions/0004,
`python -m benchmarks.weights`), and stand as data in rules/weights/: weighing is looking signs up and adding.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from functools import cache, partial
from itertools import pairwise
from math import sqrt
from operator import add
from typing import Any

from jdlint import compiled
from jdlint.language.clause import body
from jdlint.language.mark import Mark, Sentence
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

LANGUAGES = {"zh": "chinese", "en": "english"}
"""The languages of duties, as the files of rules/weights/ name them."""


@cache
def file_of(subject: str, language: str) -> str:
    """Name the file of rules/weights/ for duties, or for demands, in a language."""
    return f"{LANGUAGES[language]}-{subject}"


QUESTIONS = {
    **{file_of("duties", language): ("vague", "misplaced") for language in LANGUAGES},
    **{file_of("demands", language): ("demanding",) for language in LANGUAGES},
    "grants": ("granting",),
}
"""For each file of rules/weights/ what a text is weighed for, each with weights of its own."""
_START, _END = "^", "$"
_ENGLISH = pattern(r"[a-z0-9']+|[^\sa-z0-9]")
KIND = "kind:"
"""What stands before the kind of a word, which tells it from a fragment."""


class Scale(NamedTuple):
    """How what a text weighs for a question is taken, in hundredths of a logit."""

    sure: int
    """From what weight on readers would find a text so of which a rule says it."""
    alone: int
    """From what weight on they would do so where no rule says it."""
    bias: int
    is_even: bool
    """Whether signs weigh by the square root of their number, so that a long text weighs no more than a short one."""


class Weights(NamedTuple):
    """What signs weigh for the questions of a file."""

    signs: Mapping[str, tuple[int, ...]]
    """For each question a weight, in their order."""
    scales: Mapping[str, Scale]
    """By question."""


Answers = Mapping[str, tuple[int, Mapping[str, int]]]
"""For each answer to a question its bias, and what signs weigh among texts that are so."""


def signs(sentence: Sentence, marks: Iterable[Mark]) -> set[str]:
    """Give the signs of a duty on which rules make these marks."""
    kinds = sentence.lexis.kinds
    found = fragments(sentence.folded, is_chinese=sentence.is_chinese)
    found.update(*[_named(kinds[number]) for number, _, _ in sentence.found])
    found.update([f"{mark.rule} {mark.confidence}" for mark in marks])
    return found


@cache
def _named(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple([f"{KIND}{kind}" for kind in kinds])


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


def short_fragments(folded: str, *, is_chinese: bool) -> set[str]:
    """Give the characters of a folded duty by themselves and in pairs, or its words by themselves."""
    start, end = body(folded)
    if is_chinese:
        text = f"{_START}{folded[start:end]}{_END}"
        return {*text, *map(add, text, text[1:])}
    return {*_ENGLISH.findall(folded[start:end])}


def weigh(found: Collection[str], weights: Weights) -> dict[str, int]:
    """Give what the signs of a text weigh together for each question."""
    nothing = (0,) * len(weights.scales)
    weighed = (nothing, *filter(None, map(weights.signs.get, found)))
    sums = map(sum, zip(*weighed, strict=True))
    return {
        question: scale.bias + (round(weight / sqrt(len(found) or 1)) if scale.is_even else weight)
        for (question, scale), weight in zip(weights.scales.items(), sums, strict=True)
    }


def likeliest(found: Iterable[str], answers: Answers) -> str:
    """Name the likeliest answer for a text with these signs, if it is so."""
    signs = tuple(found)
    weighed = [(bias + sum([known.get(sign, 0) for sign in signs]), name) for name, (bias, known) in answers.items()]
    return max(weighed)[1]


def telling(sentence: Sentence, rule: str, answers: Answers) -> int:
    """Give the column of the first word whose kinds say most for a rule."""
    known = answers[rule][1]
    kinds = sentence.lexis.kinds
    weighed = [
        (sum([known.get(kind, 0) for kind in _named(kinds[number])]), -start) for number, start, _ in sentence.found
    ]
    return -max(weighed, default=(0, 0))[1]


@cache
def weights_of(file: str) -> Weights:
    """Give the weights of a file of rules/weights/."""
    signs, scales = compiled.part(f"weights-{file}", partial(packed_weights, file))
    return Weights(signs, {question: Scale(*scale) for question, scale in zip(QUESTIONS[file], scales, strict=True)})


@cache
def answers_of(file: str) -> Mapping[str, Answers]:
    """Give what a file of rules/weights/ tells of answers to each of its questions; few runs ask for them."""
    answers: Mapping[str, Answers] = compiled.part(f"answers-{file}", partial(packed_answers, file))
    return answers


def packed_weights(file: str) -> tuple[dict[str, tuple[int, ...]], list[tuple[Any, ...]]]:
    """Compile weights: lists of signs, each under what they weigh, become what each weighs."""
    tables = _tables(file)
    each = [_each(table["weights"]) for table in tables.values()]
    signs = {sign: tuple([known.get(sign, 0) for known in each]) for sign in sorted(set().union(*each))}
    return signs, [tuple(table[name] for name in ("sure", "alone", "bias", "even")) for table in tables.values()]


def packed_answers(file: str) -> dict[str, dict[str, tuple[int, dict[str, int]]]]:
    """Compile what tells of answers, likewise."""
    return {
        question: {answer: (each["bias"], _each(each["weights"])) for answer, each in table["likeliest"].items()}
        for question, table in _tables(file).items()
    }


def _tables(file: str) -> dict[str, Mapping[str, Any]]:
    from jdlint.table_file import read_table  # noqa: PLC0415 - paid only when weights are compiled

    tables = read_table(os.path.join(compiled.rules_folder(), "weights", f"{file}.yaml"))
    return {question: tables[question] for question in QUESTIONS[file]}


def _each(weights: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {sign: int(weight) for weight, alike in weights.items() for sign in alike}
