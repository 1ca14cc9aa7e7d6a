"""The questions about a duty, in the order in which they are asked, each with the kinds of words that it is about."""

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

FORM = (
    (broken_sentence, None),
    (trait, TRAIT),
    (obligation, OBLIGATION | RULES_TO_KEEP),
    (catch_all, CATCH_ALL),
    (non_duty, None),
)
"""The first yes stands alone: what is no duty at all needs no other mark."""
EMPTY = (no_verb, hollow_verb)
CLEAR = (
    (support_unscoped, frozenset(("support", "join", "light-support", "giving", "collaborate"))),
    (vague_object, VAGUE),
    (open_ended, frozenset(("condition", "open", "open-last", "and-so-on"))),
    (ambiguous_or, frozenset(("alternative", "join"))),
    (absolute_guarantee, frozenset(("absolute", "never", "safe"))),
    (subjective_qualifier, frozenset(("opinion", "runs", "lasting", "whole"))),
    (exhortation, frozenset(("pep", "zeal"))),
)
"""What makes a duty unclear. Where no word of its kinds stands a question isn't asked."""
