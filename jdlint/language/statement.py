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
_SUPPOSING = pattern(r"\b(?:that|which|who|whom|what|whatever|if|when|whenever|where|wherever)\b")
"""What makes a demand part of something else: the parts that are required."""
_DONE = pattern(r"(?: (?:be|been|not|also|only|then|normally|always|[a-z]+ly))* ([a-z-]+)")


def said_of_post(sentence: Sentence) -> tuple[int, int] | None:
    """Find a statement about the post or the place by its build, or by what it says is required."""
    clause = sentence.clauses[0]
    found = _WHOLE.match(sentence.folded, clause.start)
    return found.span() if found else _demanded(sentence, clause)


def _demanded(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find what the post demands without saying of whom: Weekend working may be required; A licence is essential."""
    offered = first_of(clause, "offered")
    word = offered if offered and offered.end >= clause.end else first_of(clause, "demanded")
    if word is None or any(head.start < word.start for head in clause.heads):
        return None
    if sentence.folded.startswith((" to ", " by "), word.end):
        return None
    if _SUPPOSING.search(sentence.folded, clause.start, word.start):
        return None
    return clause.start, word.end


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
