"""Follows through a clause whose act a verb is: the role's own, one that it supports, or somebody else's."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from jdlint.language.object_parse import is_decided_on, is_of_staff
from jdlint.language.phrase_parse import Clause, Token
from jdlint.property import cached_property

PERSONS = frozenset(("staff", "dealer", "vendor", "customer", "overseen", "unit", "outsider", "candidate", "either"))
"""Classes of nouns that act themselves."""
_CLOSERS = {"support": "support", "submit": "other", "hand_on": "other", "received": "other", "given": "given"}
_VERBS = frozenset(("other", "cause", "support", "draft", "hand_on"))
FINITE = frozenset(("verb", "verb-s"))
"""Forms of an English verb that says what somebody does."""


class Agency:
    """Whose acts follow at this point of a clause."""

    closed = ""
    """Why the acts that follow aren't the role's own, '' while they are."""
    is_sent = is_organised = False
    """Whether people were named whom a word before sets to work (督促销售员…), or whom it only organises."""
    is_governed = saw_noun = False
    is_ground = False
    """Whether the words are a ground or a purpose (根据…, 为…), in which a noun of action is no act."""
    is_aside = False
    """Whether an English preposition stands before nouns of action: prepares data for the signing of contracts."""
    is_watched = False
    """Whether a Chinese verb looks into what others do, or decides on it, named behind its 的: 监督合同的签订."""
    taken = -1
    """Up to where the nouns belong to an act read already."""
    _sends = _organises = _watches = _is_towards = _is_told_which = False
    _closed_before = ""
    _support = ""

    def __init__(self, before: "Agency | None", clause: Clause, folded: str) -> None:
        self.clause, self.folded = clause, folded
        if before is not None and before.closed == "support" and _is_still_supported(clause, folded):
            self.closed = "support"

    @cached_property
    def last_own(self) -> int:
        """The place of the last word that makes a thing the role's own, -1 where there is none."""
        return max((place for place, token in enumerate(self.clause) if self._is_own(place, token)), default=-1)

    @cached_property
    def shared(self) -> int:
        """Up to where acts are done with somebody else (together with the purchasing department), -1 where none are."""
        return max((token.start for token in self.clause if "joint" in token.word.cues), default=-1)

    def _is_own(self, place: int, token: Token) -> bool:
        before = self.clause[place - 1] if place else None
        return "own" in token.word.cues and not (before and is_of_staff(before, token))

    def is_theirs(self, *, is_giving: bool) -> bool:
        """Tell whether an act here is somebody else's: after 给 any but one that gives work."""
        return bool(self.closed) and not (self.closed == "given" and is_giving)

    def may_do(self, place: int, *, has_object: bool, is_owned: bool, is_about_people: bool) -> bool:
        """Tell whether the act at this place of the clause is the role's own; what 的 owns has its object before it."""
        is_done_to_them = is_about_people and (not has_object or self._is_listed(place))
        if self.is_sent or (self.is_organised and not is_done_to_them):
            return False
        if self.is_aside and self._is_noun(place):
            return False
        if self.is_watched and not (has_object and self._is_joined(place)):
            return False
        if self.is_governed and not (self.saw_noun and (has_object or is_owned)):
            return False
        return has_object or not self.is_ground

    def breaks_form(self, token: Token) -> bool:
        """Tell whether an English word behind `and` isn't in the form of the verb that opens the clause.

        Then it is a noun: displays courtesy and discipline, review contracts and hires.
        """
        first = self.clause[0]
        if not (first.acts or first.word.cues & _VERBS) or token.word.form not in FINITE:
            return False
        form = _ending(self.folded, first)
        return bool(form) and form != token.word.form

    def _is_noun(self, place: int) -> bool:
        form = self.clause[place].word.form
        behind = self.clause[place + 1] if place + 1 < len(self.clause) else None
        return form == "noun" or (form == "verb-ing" and behind is not None and "of" in behind.word.cues)

    def _is_joined(self, place: int) -> bool:
        return "conj" in self.clause[place - 1].word.cues and self.clause[place - 1].end == self.clause[place].start

    def _is_listed(self, place: int) -> bool:
        return place + 1 < len(self.clause) and "conj" in self.clause[place + 1].word.cues

    def note(self, token: Token) -> None:
        """Go on behind a word; what an act right behind it decides on is neither done nor named here: 采购审批."""
        if self._is_decided_on(token):
            return
        if not (token.acts or token.word.steps):
            if token.word.noun:
                self._note_noun(token)
            return
        self._watches = self._watches or (not self.saw_noun and _looks_on(token))
        if token.word.noun:
            self._note_noun(token)
        self._note_aside(token)
        self.is_watched = self.is_watched or (self._watches and "of" in token.word.cues)
        for cue in token.word.steps:
            if cue in _CLOSERS:
                self.closed = self.closed or _CLOSERS[cue]
                self.is_ground = self.is_ground and cue != "given"
                self._support = _ending(self.folded, token) if cue == "support" else self._support
            else:
                self._note_cue(cue, token)

    def _is_decided_on(self, token: Token) -> bool:
        if not token.word.noun or "other" not in token.word.cues:
            return False
        place = bisect_right(self.clause, token.start, key=_start)
        return place < len(self.clause) and is_decided_on(token, self.clause[place])

    def _note_aside(self, token: Token) -> None:
        """See a preposition, behind which nouns of action are no acts until the next verb."""
        cues = token.word.cues
        if "light" in cues:
            # a verb in the ground before takes nothing that is done: 按销售预算做成本控制
            self.is_governed = self.is_governed and not self.is_ground
            self.is_aside = self.is_ground = False
            self._is_towards = self._is_towards and not self._is_told_which
        elif token.acts and token.word.form != "noun":
            self.is_aside = False
        elif "stop" in cues and "listing" not in cues and token.start > self.clause[0].start:
            self.is_aside = True

    def _note_noun(self, token: Token) -> None:
        self.saw_noun = True
        if token.word.noun in PERSONS:
            self.is_sent = self.is_sent or self._sends
            self.is_organised = self.is_organised or self._organises

    def _note_cue(self, cue: str, token: Token) -> None:
        if cue == "other":
            if not self._is_modifier(token):
                self.is_governed, self.saw_noun = True, self._is_thing(token)
        elif cue == "conj":
            self.is_governed = False
        elif cue == "of":
            self._end_relative()
        elif cue == "also":
            self._start_anew(token)
        elif cue == "after":
            self.closed = "" if self.closed in {"other", "given"} else self.closed
        elif cue in {"cause", "organise"}:
            self._sends, self._organises = self._sends or cue == "cause", self._organises or cue == "organise"
        elif cue == "towards":
            self._note_towards()
        elif cue in {"context", "purpose", "at_once"}:
            self._note_ground(cue, token)

    def _note_towards(self) -> None:
        self._sends = self._organises = self.is_ground = False
        self._is_towards, self._is_told_which, self._closed_before = True, False, self.closed

    def _end_relative(self) -> None:
        """Forget what is done before 的 behind 对, which only says which thing: 对下属提交的报销单进行审核."""
        if self._is_towards:
            self.is_governed = self.is_sent = self._sends = False
            self.closed, self._is_told_which = self._closed_before, True

    def _note_ground(self, cue: str, token: Token) -> None:
        """See a ground or a purpose; an English verb behind a purpose is no act of its own: so as to build."""
        self.is_ground = cue != "at_once"
        if cue == "purpose" and self.folded[token.start].isascii():
            self.closed = self.closed or "other"

    def _is_modifier(self, token: Token) -> bool:
        """Tell whether a verb hangs on what stands directly before it (设备的维护保养计划, 对…进行验收考核)."""
        place = bisect_left(self.clause, token.start, key=_start)
        before = self.clause[place - 1] if place else None
        if before is None or before.end != token.start:
            return False
        is_done_to = "light" in before.word.cues and "towards" in self.clause[0].word.cues
        return is_done_to or bool(before.word.noun or "of" in before.word.cues)

    def _is_thing(self, token: Token) -> bool:
        """Tell whether a verb may be a noun here; at the head of a clause 记录 is what is done."""
        return bool(token.word.noun) and not (token.word.noun == "document" and token.start == self.clause[0].start)

    def _start_anew(self, token: Token) -> None:
        """Open a new act behind 并; an English `and` also ends a support in the same verb form."""
        self.is_governed = self.is_ground = self.is_sent = self.is_organised = False
        self._sends = self._organises = self._watches = self.is_watched = self._is_towards = False
        if self.closed in {"other", "given"} or (self.saw_noun and self._is_parallel(token)):
            self.closed = ""

    def _is_parallel(self, conjunction: Token) -> bool:
        place = bisect_right(self.clause, conjunction.start, key=_start)
        return place < len(self.clause) and bool(self._support) and self.clause[place].word.form == self._support


_start = attrgetter("start")


def _looks_on(token: Token) -> bool:
    """Tell whether a Chinese verb looks into what others do, decides on it, or sees to how they do it."""
    return not token.word.form and (not _LOOKS_ON.isdisjoint(token.acts) or "sees_to" in token.word.cues)


_LOOKS_ON = frozenset(("inspect", "approve", "review"))


def _ending(folded: str, token: Token) -> str:
    """Give the form of an English word of support as that of a verb; '' for Chinese."""
    verb = folded[token.start : token.end].partition(" ")[0]
    if not verb.isascii():
        return ""
    return "verb-ing" if verb.endswith("ing") else "verb-s" if verb.endswith("s") else "verb"


def _is_still_supported(clause: Clause, folded: str) -> bool:
    """Tell whether a clause goes on with what the one before only supports: assists in recruitment, training."""
    if goes_on(clause) or joins_on(clause):
        return True
    opens_with_noun = bool(clause) and bool(clause[0].word.noun) and folded[clause[0].start].isascii()
    return opens_with_noun and all(token.word.form not in FINITE for token in clause)


def joins_on(clause: Clause) -> bool:
    """Tell whether a Chinese clause goes on with a list before it: 協助進行測試,以及制定指引, not 并制定指引."""
    if not clause or clause[0].word.form:
        return False
    return "conj" in clause[0].word.cues and "also" not in clause[0].word.cues


def goes_on(clause: Clause) -> bool:
    """Tell whether an English clause goes on with the -ing form or noun of the clause before."""
    return bool(clause) and clause[0].word.form in {"verb-ing", "noun"}
