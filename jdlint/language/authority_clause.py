"""Cuts an entry of an authority section into clauses, and tells headings, topics and lines of tables from grants."""

from collections.abc import Iterator
from itertools import pairwise

from jdlint.language.phrase_parse import Clause, Token, noun_object

Part = tuple[int, int, Clause, bool]
"""A clause of an entry: where it begins and ends, its words, and whether it only heads what follows."""


def cut(folded: str, found: list[Token]) -> Iterator[Part]:
    """Cut an entry into clauses."""
    clause: Clause = []
    start = 0
    for token in found:
        if token.word.cues & _BREAKS:
            if clause:
                yield start, token.start, clause, _is_heading(folded, token, clause)
                clause = []
            start = token.end
        else:
            clause.append(token)
    if clause:
        yield start, len(folded), clause, False


_BREAKS = frozenset(("pause", "end"))


def _is_heading(folded: str, token: Token, clause: Clause) -> bool:
    return folded[token.start] == ":" and any("power" in one.word.cues for one in clause)


def is_topic(clause: Clause) -> bool:
    """Tell whether a clause only says over what the next one grants: 对各项制度的制订,有建议权."""
    return "towards" in clause[0].word.cues and not any(token.word.cues & _GIVING for token in clause)


_GIVING = frozenset(("power", "opener"))


def is_listed(clause: Clause, folded: str, end: int) -> bool:
    """Tell whether a clause is the thing of a line in a table of limits: Purchase orders: up to 5,000."""
    return folded[end : end + 1] == ":" and any(token.word.noun for token in clause) and not _has_power(clause)


def _has_power(clause: Clause) -> bool:
    return any(token.acts or token.word.cues & _GIVING for token in clause)


def is_table_line(clauses: list[Part], folded: str) -> bool:
    """Tell whether an entry names a matter and what may be done: 契約之簽訂:審核."""
    return any(is_titled(first[2], second[2], folded) for first, second in pairwise(clauses))


def is_titled(clause: Clause, behind: Clause, folded: str) -> bool:
    """Tell whether a clause before a colon names the matter, and the next one what may be done: 採購案:核定."""
    if not behind[-1].acts or any(token.word.noun not in _BY_WHOM for token in behind):
        return False
    is_behind = folded[clause[-1].end : behind[0].start].lstrip().startswith(":")
    return is_behind and any(token.word.noun for token in clause)


_BY_WHOM = frozenset(("", "staff"))


def lists(parts: list[Part]) -> bool:
    """Tell whether a clause behind a heading names acts, or on what they are."""
    return any(token.acts or noun_object(token.word.noun) for _, _, clause, _ in parts for token in clause)


def names_power(clause: Clause) -> bool:
    """Tell whether a heading grants by itself, for it says on what: 推广计划的审批权, but not 人事权."""
    power = next(place for place, token in enumerate(clause) if "power" in token.word.cues)
    acts = [token for token in clause[:power] if token.acts and not token.word.noun]
    return bool(acts) and any(
        noun_object(token.word.noun) for token in clause[:power] if token.word.noun and not token.acts
    )


def is_denied(clause: Clause) -> bool:
    """Tell whether a clause says that a power isn't given: 无录用权."""
    if any("denied" in token.word.cues for token in clause):
        return True
    return "lacking" in clause[0].word.cues and any("power" in token.word.cues for token in clause)


def without_subject(clause: Clause, folded: str) -> Clause:
    """Leave out who may do it, before an English word that opens what is granted: The clerk may hold up payment."""
    opener = next((place for place, token in enumerate(clause) if "opener" in token.word.cues), 0)
    is_subject = folded[clause[0].start].isascii() and not any(token.acts for token in clause[:opener])
    return clause[opener:] if is_subject else clause


def without_deciders(clause: Clause, topic: Clause) -> Clause:
    """Leave out who decides on a matter named before: 請購:五萬元以下科長核定."""
    if not any(noun_object(token.word.noun) for token in topic if token.word.noun):
        return clause
    return [token for token in clause if token.word.noun != "staff" or token.acts]
