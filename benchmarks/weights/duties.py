"""Duties as examples of what is vague, and of what is misplaced."""

from collections.abc import Iterator
from functools import cache

from benchmarks.weights.documents import Document, rule_examples, text_of
from benchmarks.weights.example import Example
from jdlint.language.duty import said
from jdlint.language.mark import NO_DUTY, Sentence
from jdlint.language.weighing import signs

RULES = {
    "vague": frozenset(
        (
            "duty/absolute-guarantee",
            "duty/ambiguous-or",
            "duty/contradictory-verbs",
            "duty/exhortation",
            "duty/hollow-verb",
            "duty/no-verb",
            "duty/open-ended",
            "duty/subjective-qualifier",
            "duty/support-unscoped",
            "duty/vague-object",
        )
    ),
    "misplaced": NO_DUTY,
}
"""The labels that answer a question with yes."""
_RESIDUAL = "duty/catch-all"
"""What is left out: rules alone tell it, and tolerate it in the last place."""
_SAID = ("duty/", "text/")
"""How the signs begin that are marks of rules."""


def labelled(document: Document, question: str) -> Iterator[Example]:
    """Give the duties of a document, those left out over which its readers disagree."""
    rules = RULES[question]
    for _, text, label in document.duties():
        marked = frozenset(label.get("rules") or ())
        is_so = bool(rules & marked) or (question == "vague" and bool(label.get("vague")))
        is_agreed = is_so or not rules & set(label.get("disputed") or ())
        if is_agreed and _RESIDUAL not in marked:
            yield _example(document.name, text, is_so=is_so, answers=marked & rules)


def taught(language: str, question: str) -> Iterator[Example]:
    """Give the duties that rules shall leave alone by their examples; what they mark would praise the rules alone."""
    for rule, example in rule_examples("duty"):
        for duty in example.get("good", {}).get("duties") or () if rule in RULES[question] else ():
            if Sentence(text_of(duty)).language == language:
                yield _example(rule, text_of(duty), is_so=False)


def _example(document: str, text: str, *, is_so: bool, answers: frozenset[str] = frozenset()) -> Example:
    found = _signs(text)
    return Example(document, found, is_so, answers, any(sign.startswith(_SAID) for sign in found))


@cache
def _signs(text: str) -> tuple[str, ...]:
    """Give the signs of a duty as a run weighs them."""
    sentence = Sentence(text)
    return tuple(sorted(signs(sentence, said(sentence))))
