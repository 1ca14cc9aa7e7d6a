"""Finds what an act acts on: the heads of the noun phrases behind it (审核员工的报销) or before it (报销的审核)."""

from typing import NamedTuple

from jdlint.language.phrase_parse import Clause, Token


class Objects(NamedTuple):
    """The noun phrases of one act."""

    heads: tuple[str, ...]
    """The classes of the head nouns."""
    is_own: bool
    """Whether they are called one's own (自己的计划)."""
    start: int
    end: int
    is_hidden: bool = False
    """Whether nouns stand there, but the head is a word that we don't know."""


_NOTHING = Objects((), is_own=False, start=-1, end=-1)
_PASSED = frozenset(("tail", "light", "own", "towards"))


class _Behind:
    """Collects the noun phrases behind an act, word by word."""

    def __init__(self, folded: str, reached: int, *, strict: bool) -> None:
        self.folded, self.reached, self.strict = folded, reached, strict
        self.heads: list[str] = []
        self.head = ""
        self.end = -1
        self.is_own = self.is_listed = self.saw_noun = False

    def take(self, token: Token) -> bool:
        """Take one word in; give False where the phrase ends before it."""
        word, cues = token.word, token.word.cues
        if self.strict and self.head and not _is_plain(self.folded[self.reached : token.start]):
            self.head = ""
        if word.noun and (not token.acts or not (self.saw_noun or self.is_listed)):
            self.head, self.end, self.saw_noun = word.noun, token.end, True
        elif "conj" in cues:
            self.close()
            self.is_listed = True
        elif "of" in cues:
            return self._of(token)
        elif token.acts or not (cues & _PASSED or "shield" in cues):
            return False
        else:
            self.is_own = self.is_own or "own" in cues
            if "shield" in cues:
                self.head = ""
        self.reached = token.end
        return True

    def _of(self, token: Token) -> bool:
        """A 的 makes what was read a modifier; an English `of` ends the phrase unless nothing was read yet."""
        self.reached = token.end
        if self.folded[token.start].isascii():
            return not self.saw_noun
        self.head = ""
        return True

    def close(self) -> None:
        """End one item of an enumeration."""
        if self.head:
            self.heads.append(self.head)
        self.head = ""


def _is_plain(gap: str) -> bool:
    """Tell whether the letters between two words leave the noun before them its phrase's head."""
    gap = gap.strip()
    return not gap or gap.endswith("ly") or not gap[0].isalpha()


def objects_behind(clause: Clause, index: int, folded: str, *, strict: bool = False) -> Objects:
    """Give the nouns behind an act; acts in a row share those of the last one."""
    phrase = _Behind(folded, clause[index].end, strict=strict)
    last = len(clause)
    for place in range(index + 1, last):
        if phrase.take(clause[place]):
            continue
        if not phrase.saw_noun and _continues(clause, index, place):
            return objects_behind(clause, place, folded, strict=strict)
        last = place
        break
    return _closed(phrase, clause, last)


def _closed(phrase: _Behind, clause: Clause, last: int) -> Objects:
    if phrase.strict and phrase.head:
        behind = clause[last].start if last < len(clause) else _end_of_phrase(phrase.folded, phrase.reached)
        if not _is_plain(phrase.folded[phrase.reached : behind]):
            phrase.head = ""
    phrase.close()
    if not phrase.saw_noun:
        return _NOTHING
    heads = tuple(phrase.heads)
    return Objects(heads, phrase.is_own, -1, phrase.end, is_hidden=not heads)


def _end_of_phrase(folded: str, start: int) -> int:
    end = start
    while end < len(folded) and (folded[end].isalpha() or folded[end] == " "):
        end += 1
    return end


def _continues(clause: Clause, index: int, place: int) -> bool:
    """Tell whether the verb at `place` is in one list with the act at `index`."""
    token = clause[place]
    if not token.acts and "other" not in token.word.cues:
        return False
    return token.start == clause[index].end or any("conj" in one.word.cues for one in clause[index + 1 : place])


def objects_before(clause: Clause, index: int, folded: str) -> Objects:
    """Give the nouns before an action noun: 对供应商进行考核, 合同的谈判与签订, budget approval."""
    heads: list[str] = []
    head = ""
    is_own = False
    start, follower = -1, clause[index].start
    for place in range(index - 1, -1, -1):
        token = clause[place]
        word, cues = token.word, token.word.cues
        if word.noun and not token.acts:
            if not head and not heads and not _is_near(folded, token.end, follower):
                return _NOTHING
            head = head or word.noun
            start = token.start
        elif "conj" in cues:
            if head:
                heads.append(head)
            head = ""
        elif "own" in cues:
            is_own = True
        elif not (cues & _BEFORE) and (head or heads or not (token.acts or "other" in cues)):
            break
        follower = token.start
    if head:
        heads.append(head)
    return Objects(tuple(heads), is_own, start, clause[index].end) if heads else _NOTHING


_BEFORE = frozenset(("tail", "light", "of", "towards"))


def _is_near(folded: str, end: int, start: int) -> bool:
    """Tell whether no unknown noun stands between a noun and what follows it."""
    return start - end <= _ADVERB or not folded[end:start].strip().isalpha()


_ADVERB = 2
"""Two unknown Chinese characters between noun and act are an adverb more often than another noun."""
