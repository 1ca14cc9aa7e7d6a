"""Tells what an English sentence says of a post and its terms (Overtime may be required) from what is done."""

from itertools import takewhile

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_end
from jdlint.language.mark import Sentence, first_of
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

_NEAR = 14
"""Columns that may lie between the parts of a statement: an adjective, an article."""
_SKIPPED = frozenset(("determiner", "boundary", "opinion", "opinion-mild", "frequency", "scope"))
_JOINTS = frozenset(("connector", "coordinator"))
_WHOLE = pattern(
    r"(?:the|this|these|our)(?: [a-z-]+){0,4} (?:is|are) "
    r"(?:an?|open|available|located|situated|closed|part of|one of)\b"
    r"|(?:an?|the)(?: [a-z-]+){1,6} (?:is|are|will be) (?:provided|supplied|offered|included|payable)\b"
)
"""What a statement about the place or the post opens with: The museum is open …, This is an elected …."""
_OFFERED_BY = pattern(
    r" (?:by (?:the|your|our) (?:company|employer|firm|hotel|school|trust|council)"
    r"|to (?:all |new )?(?:staff|employees|joiners|recruits|starters|hires)"
    r"|on[ -]site|free|at no cost|for (?:staff|employees)|after)\b"
)
"""Who offers what a post comes with, and to whom."""
_SUPPOSING = pattern(r"\b(?:that|which|who|whom|what|whatever|if|when|whenever|where|wherever)\b")
"""What makes a demand part of something else: the parts that are required."""
_DONE = pattern(r"(?: (?:be|been|not|also|only|then|normally|always|[a-z]+ly))* ([a-z-]+)")


def said_of_post(sentence: Sentence) -> tuple[int, int] | None:
    """Find a statement about the post or the place by its build, or by what it says is required."""
    clause = sentence.clauses[0]
    found = _WHOLE.match(sentence.folded, clause.start)
    if found:
        return found.span()
    return _demanded(sentence, clause) or _of_place(sentence, clause) or _only_perks(sentence)


def _of_place(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find what is said of the unit that somebody works for: The clinic opens at noon; Our team consists of six."""
    if not sentence.folded.startswith(_OF_OURS, clause.start):
        return None
    place = next(
        (word for word in clause.words if "unit-end" in word.kinds and _PLACE_IS.match(clause.text, word.end)), None
    )
    if place is None or place.start - clause.start > 2 * _NEAR:
        return None
    before = [word for word in clause.words if word.end <= place.start]
    return None if any(word.kinds & _PERSONS_OF for word in before) else (clause.start, place.end)


_OF_OURS = ("the ", "our ", "this ")
_PERSONS_OF = frozenset(("role-end", "whom", "pronoun"))
_PLACE_IS = pattern(
    r" (?:(?:currently |also |now )?(?:has|have|opens?|consists? of|comprises?|employs?|serves?|covers?|sits|operates"
    r"|produces|caters)\b(?! to )|is responsible for|was (?:founded|established|set up))"
)
"""What tells of a place what it has or does."""


def _only_perks(sentence: Sentence) -> tuple[int, int] | None:
    """Find a phrase that names what the post offers, and no act: Free lunch and parking; Permanent, full time."""
    clause = sentence.clauses[0]
    perk = first_of(clause, "perk")
    if perk is None or perk.start - clause.start > _NEAR or _IS.search(sentence.folded, clause.start):
        return None
    if any(_is_verb(head) for clause in sentence.clauses for head in clause.heads):
        return None
    known = clause.words[0].start == clause.start or sentence.folded[clause.start].isdigit()
    return (perk.start, perk.end) if known else None


_IS = pattern(r"\b(?:is|are|was|were|be|been)\b")


def _is_verb(head: Word) -> bool:
    return head.kinds.isdisjoint(("perk", "-ing", "-ed")) and not head.kinds.isdisjoint(("act", "weak", "run", "is"))


def _demanded(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find what the post demands without saying of whom: Weekend working may be required; A licence is essential."""
    offered = first_of(clause, "offered")
    closes = offered and (offered.end >= clause.end or _is_offered(sentence, offered))
    word = offered if closes else first_of(clause, "demanded")
    if word is None or any(head.start < word.start and not _is_subject(head, word) for head in clause.heads):
        return None
    if sentence.folded.startswith((" to ", " by "), word.end) and not _OFFERED_BY.match(sentence.folded, word.end):
        return None
    if _SUPPOSING.search(sentence.folded, clause.start, word.start):
        return None
    return clause.start, word.end


def _is_offered(sentence: Sentence, offered: Word) -> bool:
    """Say whether it is told by whom, to whom or when a post is given something: will be given where needed."""
    if _OFFERED_BY.match(sentence.folded, offered.end):
        return True
    return offered.text.startswith(_PROMISES) and _IN_NEED.match(sentence.folded, offered.end) is not None


_PROMISES = ("will ", "shall ", "may ", "can ")
_IN_NEED = pattern(" (?:where|when|if|as|whenever) (?:needed|necessary|required|appropriate|applicable)")


def _is_subject(head: Word, word: Word) -> bool:
    """Say whether a gerund is what is offered: Training will be given."""
    return "-ing" in head.kinds and head.end + 1 == word.start and word.text.startswith(_PROMISES)


def stated(sentence: Sentence, clause: Clause) -> Word | None:
    """Give the subject of a statement on the post itself: The position is paid by the hour."""
    words = [word for word in clause.words if "stated" in word.kinds or word.kinds.isdisjoint(_SKIPPED)]
    subjects = list(takewhile(lambda word: word.kinds & (_JOINTS | {"stated"}), words))
    if not subjects or "stated" not in subjects[0].kinds or subjects[0].start - clause.start > _NEAR:
        return None
    if len(subjects) == len(words):
        return None
    verb = words[len(subjects)]
    near = verb.start - subjects[-1].end <= _NEAR
    return subjects[0] if near and "states" in verb.kinds and not is_done_to(sentence, clause, verb.end) else None


def worked(sentence: Sentence, clause: Clause) -> Word | None:
    """Give the hours that a sentence says are worked, and no more: Works rotating 12-hour shifts, including nights."""
    found = _WORKS.match(sentence.folded, clause.start)
    if found is None or any(word.kinds >= {"act", "base"} for word in clause.heads):
        return None
    condition = first_of(clause, "condition")
    edge = min(phrase_end(clause, found.end()), condition.start if condition else clause.end)
    behind = [word for word in clause.words if found.end() <= word.start < edge]
    return behind[-1] if behind and "worked" in behind[-1].kinds and behind[-1].end >= edge - len(", ") else None


_WORKS = pattern(r"(?:the post ?holder |you |he/she |incumbent )?(?:will |must |to |may |should )*works? ")


def is_done_to(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Tell whether something is done to a subject, by the participle behind its verb: Overtime is recorded weekly.

    Those that settle terms are none: paid, reviewed, offered.
    """
    found = _DONE.match(sentence.folded, end, clause.end)
    if found is None or found[1] in listed("remarks", "en", "single-settled"):
        return False
    if found[1].endswith("ed") or found[1] in listed("remarks", "en", "single-participles"):
        return True
    return any(word.start == found.start(1) and word.kinds >= {"act", "-ed"} for word in clause.words)


def is_of_person(clause: Clause, word: Word) -> bool:
    """Tell whether a verb of being has somebody for its subject, or none: Cooks must be …, Must be ….

    An invoice must be signed, and all rooms must be inspected.
    """
    before = [other for other in clause.words if other.end <= word.start]
    if not before or any(other.kinds & _PERSONS for other in before):
        return True
    own = listed("remarks", "en", "single-persons")
    return before[0].text in own or any("recipient" in other.kinds and not _is_served(other) for other in before)


def _is_served(word: Word) -> bool:
    """Tell whether somebody is served by the post, and never holds it: visitors, but not staff."""
    return word.text in listed("remarks", "en", "single-served")


_PERSONS = frozenset(("pronoun", "role-end", "body-end"))
