"""The questions about a duty, in the order in which they are asked, each with the kinds of words that it is about."""

from collections.abc import Callable

from jdlint.language.mark import Mark, Sentence
from jdlint.language.marks_damage import broken_sentence
from jdlint.language.marks_empty import hollow_verb, no_verb
from jdlint.language.marks_object import VAGUE, vague_object
from jdlint.language.marks_obligation import OBLIGATION, RULES_TO_KEEP, obligation
from jdlint.language.marks_open import open_ended
from jdlint.language.marks_opinion import subjective_qualifier
from jdlint.language.marks_remark import non_duty
from jdlint.language.marks_residual import CATCH_ALL, catch_all
from jdlint.language.marks_support import support_unscoped
from jdlint.language.marks_trait import TRAIT, trait
from jdlint.language.marks_wording import absolute_guarantee, ambiguous_or, exhortation
from jdlint.record import NamedTuple

Kinds = frozenset[str]


class Form(NamedTuple):
    """A question whether something is a duty at all; the first yes stands alone."""

    ask: Callable[[Sentence], Mark | None]
    kinds: Kinds | None
    """Where no word of these stands the question isn't asked; None where words alone don't tell."""
    doubt: int
    """The bit that says that the question may be answered yes."""


class Vague(NamedTuple):
    """A question what makes a duty unclear, given what is found already."""

    ask: Callable[[Sentence, list[Mark]], Mark | None]
    kinds: Kinds
    doubt: int


BROKEN, BOUND, NO_DUTY, EMPTY = 1, 1 << 2, 1 << 4, 1 << 5
FORM = (
    Form(broken_sentence, None, BROKEN),
    Form(trait, TRAIT, 1 << 1),
    Form(obligation, OBLIGATION | RULES_TO_KEEP, BOUND),
    Form(catch_all, CATCH_ALL, 1 << 3),
    Form(non_duty, None, NO_DUTY),
)
HOLLOW = (no_verb, hollow_verb)
"""What is asked where `EMPTY` is in doubt."""
CLEAR = (
    Vague(support_unscoped, frozenset(("support", "join", "light-support", "giving", "collaborate")), 1 << 6),
    Vague(vague_object, VAGUE, 1 << 7),
    Vague(open_ended, frozenset(("condition", "open", "open-last", "and-so-on")), 1 << 8),
    Vague(ambiguous_or, frozenset(("alternative", "join")), 1 << 9),
    Vague(absolute_guarantee, frozenset(("absolute", "never", "safe")), 1 << 10),
    Vague(subjective_qualifier, frozenset(("opinion", "runs", "lasting", "whole")), 1 << 11),
    Vague(exhortation, frozenset(("pep", "zeal")), 1 << 12),
)
UNCLEAR = sum(question.doubt for question in CLEAR)
EVERY = (1 << 13) - 1
"""All questions."""
