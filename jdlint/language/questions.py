"""The questions about a duty, in the order in which they are asked, each with the kinds of words that it is about."""

from collections.abc import Callable

from jdlint.language.background import requirement
from jdlint.language.loose import LOOSE
from jdlint.language.mark import Mark, Sentence
from jdlint.language.marks_damage import broken_sentence
from jdlint.language.marks_empty import hollow_verb, no_verb
from jdlint.language.marks_object import VAGUE, VAGUE_TOGETHER, vague_object
from jdlint.language.marks_obligation import OBLIGATION, OBLIGATION_TOGETHER, obligation
from jdlint.language.marks_open import open_ended
from jdlint.language.marks_opinion import subjective_qualifier
from jdlint.language.marks_remark import non_duty
from jdlint.language.marks_residual import CATCH_ALL, catch_all
from jdlint.language.marks_support import support_unscoped
from jdlint.language.marks_trait import TRAIT
from jdlint.language.marks_wording import absolute_guarantee, ambiguous_or, exhortation
from jdlint.record import NamedTuple

Kinds = frozenset[str]
Together = tuple[tuple[Kinds, Kinds], ...]


class Form(NamedTuple):
    """A question whether something is a duty at all; the first yes stands alone."""

    doubt: int
    """The bit that says that the question may be answered yes."""
    ask: Callable[[Sentence], Mark | None]
    kinds: Kinds | None
    """Where no word of these stands the question isn't asked; None where words alone don't tell."""
    together: Together = ()
    """Those of its kinds that put it in doubt only beside words of other kinds, with these."""


class Vague(NamedTuple):
    """A question what makes a duty unclear, given what is found already; its fields are those of `Form`."""

    doubt: int
    ask: Callable[[Sentence, list[Mark]], Mark | None]
    kinds: Kinds
    together: Together = ()


BROKEN, PERSON, BOUND, REST, NO_DUTY, EMPTY, HELP, OBJECT, OPEN, EITHER, ABSOLUTE, OPINION, PEP = (
    1 << number for number in range(13)
)
FORM = (
    Form(BROKEN, broken_sentence, None),
    Form(PERSON, requirement, TRAIT),
    Form(BOUND, obligation, OBLIGATION | {"obey", "carry-out"}, OBLIGATION_TOGETHER),
    Form(REST, catch_all, CATCH_ALL),
    Form(NO_DUTY, non_duty, None),
)
HOLLOW = (no_verb, hollow_verb)
"""What is asked where `EMPTY` is in doubt."""
CLEAR = (
    Vague(HELP, support_unscoped, frozenset(("support", "join", "light-support", "giving", "collaborate"))),
    Vague(OBJECT, vague_object, VAGUE, VAGUE_TOGETHER),
    Vague(OPEN, open_ended, frozenset(("condition", "open", "open-last", "and-so-on", "optional")) | LOOSE),
    Vague(EITHER, ambiguous_or, frozenset(("alternative", "join", "helping"))),
    Vague(
        ABSOLUTE,
        absolute_guarantee,
        frozenset(("absolute", "never", "safe")),
        ((frozenset(("never", "safe")), frozenset(("guarantee",))),),
    ),
    Vague(
        OPINION,
        subjective_qualifier,
        frozenset(("opinion", "opinion-mild", "runs", "lasting", "whole", "attained")),
        (
            (frozenset(("attained", "opinion-mild")), frozenset(("attains", "pledges", "finishes"))),
            (frozenset(("whole",)), frozenset(("builds",))),
            (frozenset(("opinion-mild",)), frozenset(("state",))),
            (frozenset(("opinion-mild",)), frozenset(("manner-end", "served"))),
        ),
    ),
    Vague(
        PEP,
        exhortation,
        frozenset(("pep", "zeal", "resolve", "pep-mild", "slogan")),
        ((frozenset(("pep-mild",)), frozenset(("level", "like-management", "relation", "betters"))),),
    ),
)
UNCLEAR = HELP | OBJECT | OPEN | EITHER | ABSOLUTE | OPINION | PEP
EVERY = 2 * PEP - 1
"""All questions."""
