"""Tells up to where a sentence only proposes, for somebody else decides: 制定办法,经总经理批准后执行."""

from itertools import pairwise

from jdlint.language.phrase_parse import Clause, Sentence
from jdlint.property import cached_property


class Proposal:
    """Up to where a sentence only proposes; looked for once an act asks."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    @cached_property
    def end(self) -> int:
        """The column of the last word of submission, -1 without one; what is set before it is only proposed."""
        for clause in reversed(self._sentence):
            for token in reversed(clause):
                if "submit" in token.word.cues:
                    return token.start
            left = next((token.start for token in clause if token.word.cues & _LEFT), -1)
            if any(token.word.cues & _DECIDED and token.start >= left >= 0 for token in clause):
                return left
        return -1


_LEFT = frozenset(("left_to", "approved"))
_DECIDED = frozenset(("decided", "approved"))


_PROPOSED = frozenset(("advice", "proposing"))


def advised_at(clause: Clause, behind: Clause | None) -> int:
    """Give the column before which a clause only says what an opinion is on: 就任免提供意见, 奖惩的建议."""
    for of, advice in pairwise(clause):
        if "of" in of.word.cues and advice.word.cues & _PROPOSED:
            return advice.start
    if len(clause) > 1 and "proposing" in clause[-1].word.cues and clause[-2].end == clause[-1].start:
        return clause[-1].start
    if "towards" not in clause[0].word.cues or _is_done_first(clause):
        return -1
    if behind is not None and "towards" not in behind[0].word.cues and not any(token.acts for token in behind):
        clause = [*clause, *behind]
    return next((token.start for token in clause if "advice" in token.word.cues), -1)


def _is_done_first(clause: Clause) -> bool:
    """Tell whether an act is done before any advice is given on it: 对员工进行考核并提出奖惩建议."""
    pairs = list(pairwise(clause))
    is_done = any("light" in before.word.cues and token.acts for before, token in pairs)
    return is_done or any(token.acts and "also" in behind.word.cues for token, behind in pairs)
