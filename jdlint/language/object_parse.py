"""Finds what an act acts on: the heads of the noun phrases behind it (审核员工的报销) or before it (报销的审核)."""

from functools import cache
from re import Pattern

from jdlint import knowledge
from jdlint.language.phrase_parse import Clause, Token, noun_object
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Objects(NamedTuple):
    """The noun phrases of one act."""

    heads: tuple[str, ...] = ()
    """The classes of the head nouns."""
    is_own: bool = False
    """Whether they are called one's own (自己的计划)."""
    start: int = -1
    end: int = -1
    is_hidden: bool = False
    """Whether nouns stand there, but the head is a word that we don't know."""
    modifiers: tuple[str, ...] = ()
    """The classes of the nouns before the heads, the nearest first."""


_BEFORE_NOUNS_ALONE = frozenset(("light", "often"))
"""Cues that go before the nouns of a phrase, and end it behind them: each purchase, but purchases each week."""
_PASSED = frozenset(("tail", "light", "own", "towards"))
_DONE = frozenset(("submit", "hand_on", "draft", "other", "light", "support"))
"""Cues of verbs that, before 的, belong to the thing and not to the role."""
_VERBS = frozenset(("other", "field"))
_WORK = frozenset(("task", "performance", "doing", "quality"))


class _Behind:
    """Collects the noun phrases behind an act, word by word."""

    head = ""
    end = -1
    is_own = is_listed = saw_noun = ends_in_verb = is_of_work = is_use = False
    is_for_others = False
    """Whether a word names the unit that the thing is for: 本部门的工作计划."""

    def __init__(self, folded: str, act: Token, *, rules: "Manner") -> None:
        self.folded, self.reached, self.manner = folded, act.end, rules
        self.form = act.word.form
        """The form of the act: behind `reviews` a word in -s may be a verb, behind `review` it is a noun."""
        self.heads: list[str] = []
        self.modifiers: list[str] = []

    def take(self, token: Token, behind: Token | None) -> bool:
        """Take one word in; give False where the phrase ends before it."""
        if not self._goes_on(token) or self._is_new_verb(token, behind):
            return False
        if token.word.noun and (not token.acts or self._is_bare(token, behind)):
            self._take_noun(token)
        elif "of" in token.word.cues:
            return self._take_of(token)
        elif not self._take_other(token, behind):
            return False
        self.reached = token.end
        return True

    def _is_new_verb(self, token: Token, behind: Token | None) -> bool:
        """Tell whether a word that is noun and verb begins another act behind `and`: and report breaches."""
        cues = token.word.cues
        is_both = self.is_listed and not token.acts and "other" in cues and "tail" not in cues and self.saw_noun
        if not is_both or behind is None or not self.folded[token.start].isascii():
            return False
        is_plural = self.form != "verb-s" and self.folded[token.start : token.end].endswith("s")
        has_object = bool(behind.word.noun) or "article" in behind.word.cues
        return not is_plural and has_object and behind.start == token.end + 1

    def _goes_on(self, token: Token) -> bool:
        """Tell whether unknown letters before this word leave the phrase open; drop a head that they make another."""
        if self.manner.is_strict:
            if self.head and not _is_plain(self.folded[self.reached : token.start]):
                self.head = ""
            return True
        return not (self.manner.is_about_people and self.head == "staff" and self._skips(token))

    def _take_other(self, token: Token, behind: Token | None) -> bool:
        cues = token.word.cues
        if "conj" in cues:
            self._take_conjunction()
        elif self._is_relative(token, behind):
            self._demote()
        elif "unit" in cues:
            self._take_unit()
        elif "tail" in cues:
            self._note_own(token)
        elif token.acts or not cues.isdisjoint(_VERBS):
            self.ends_in_verb = self._is_modifier(token, behind)
            self.is_use = "using" in cues
            return self.ends_in_verb
        elif "shield" in cues:
            self._demote()
        else:
            return self._passes(token)
        return True

    def _skips(self, token: Token) -> bool:
        """Tell whether an unknown Chinese word stands before this one: 带领团队达成目标."""
        gap = self.folded[self.reached : token.start].strip()
        return gap.isalpha() and not gap.isascii()

    def _is_relative(self, token: Token, behind: Token | None) -> bool:
        """Tell whether a verb only says where the thing comes from: 各部门提交的合同."""
        is_closed = behind is not None and "of" in behind.word.cues and behind.start == token.end
        return is_closed and not token.acts and not token.word.noun and not token.word.cues.isdisjoint(_DONE)

    def _is_bare(self, token: Token, behind: Token | None) -> bool:
        """Tell whether a word that is noun and verb is a noun here: 审批付款, 合同、付款计划, but not 考评、排班."""
        if self.is_listed and behind is not None and behind.word.noun and behind.start == token.end:
            return True
        is_near = token.start - self.reached <= self.folded[token.start].isascii()
        return not self.is_listed and (not self.saw_noun or is_near)

    def _take_noun(self, token: Token) -> None:
        self._demote()
        self.head, self.end, self.saw_noun, self.ends_in_verb = token.word.noun, token.end, True, False

    def _take_unit(self) -> None:
        self.is_for_others = True
        if self.manner.is_strict:
            self.head = ""

    def _take_conjunction(self) -> None:
        if not self.ends_in_verb:
            self.close()
        self.is_listed = not self.ends_in_verb

    def _is_modifier(self, token: Token, behind: Token | None) -> bool:
        """Tell whether a verb is part of the noun phrase: 终端开发、维护计划, 销售费用."""
        if self.is_listed and "field" in token.word.cues:
            return behind is not None and behind.start == token.end
        if self.is_listed or "purpose" in token.word.cues:
            return False
        if self.saw_noun and self.manner.is_about_people:
            return self._is_of_them(token, behind)
        if self.saw_noun:
            return self.ends_in_verb or token.start == self.reached
        return behind is not None and behind.start - token.end == self.folded[token.start].isascii()

    def _is_of_them(self, token: Token, behind: Token | None) -> bool:
        """Tell whether a verb behind people and 的 is part of what they have: 讲师的|授课|质量."""
        is_near = not self.head and token.start == self.reached
        return is_near and behind is not None and bool(behind.word.noun) and behind.start == token.end

    def _note_own(self, token: Token) -> None:
        is_theirs = self.head == "staff" and token.start == self.reached
        self.is_own = self.is_own or ("own" in token.word.cues and not is_theirs)

    def _passes(self, token: Token) -> bool:
        cues = token.word.cues
        self._note_own(token)
        if not cues.isdisjoint(_BEFORE_NOUNS_ALONE):
            return not self.saw_noun or (self.is_of_work and "often" in cues)
        return bool(cues & _PASSED) or bool(token.word.acts)

    def _take_of(self, token: Token) -> bool:
        """Make what stands before 的 a modifier; an English `of` ends the phrase unless only work was read.

        Behind a verb that is a noun here the phrase is about that action, not what it is of: the update of price lists.
        """
        unknown = self.folded[self.reached : token.start].strip()
        self.reached = token.end
        if self.folded[token.start].isascii():
            is_listed = self.is_listed and self.form == "noun"
            if (
                not self.saw_noun
                and not self.is_use
                and not is_listed
                and (self.ends_in_verb or self._is_action(unknown))
            ):
                self.saw_noun = True
                return False
            if self.saw_noun and {self.head, *self.heads} <= _WORK:
                self.close()
                self.is_of_work = True
                return True
            return not self.saw_noun
        self._demote()
        return True

    def _is_action(self, unknown: str) -> bool:
        return self.manner.is_watching and unknown.endswith(_ACTIONS)

    def _demote(self) -> None:
        """Make the head read so far a modifier."""
        if self.head:
            self.modifiers.insert(0, self.head)
        self.head = ""

    def close(self) -> None:
        """End one item of an enumeration."""
        if self.head:
            self.heads.append(self.head)
        self.head = ""


_ACTIONS = ("tion", "sion", "ment", "al", "ing", "ance")
"""How English nouns of action end."""


class Manner(NamedTuple):
    """How an act takes its objects."""

    is_strict: bool = False
    """Whether an unknown word behind the noun makes another thing of it: 管理员工宿舍."""
    is_about_people: bool = False
    """Whether it acts on people, so that a verb behind them is theirs: 带领团队完成任务."""
    is_watching: bool = False
    """Whether it is on an action rather than on its object: supervise the transcription of price lists."""
    is_making: bool = False
    """Whether it may make something for people rather than bring them: 搭建人才培养体系."""


def _is_plain(gap: str) -> bool:
    """Tell whether the letters between two words leave the noun before them its phrase's head."""
    gap = gap.strip()
    if gap.startswith(("'s ", "' ")):
        return False
    return not gap or not gap[0].isalpha() or gap.partition(" ")[0].endswith(("ly", "ed"))


def objects_behind(clause: Clause, index: int, folded: str, manner: Manner) -> Objects:
    """Give the nouns behind an act; acts in a row share those of the last one."""
    return _shared(clause[: index + _FARTHEST], index, folded, manner, {})


_FARTHEST = 24
"""Words within which an act has its objects: in acts in a row beyond measure all would be looked at for each."""


def _shared(clause: Clause, index: int, folded: str, manner: Manner, known: dict[int, Objects]) -> Objects:
    """Give the nouns behind an act; what is known of a later one isn't asked again, which would double at each."""
    phrase = _Behind(folded, clause[index], rules=manner)
    last = len(clause)
    for place in range(index + 1, last):
        if not phrase.saw_noun and _continues(clause, index, place, folded):
            if place not in known:
                known[place] = _shared(clause, place, folded, manner, known)
            if known[place].end >= 0:
                return known[place]
        if not phrase.take(clause[place], clause[place + 1] if place + 1 < last else None):
            last = place
            break
    return _closed(phrase, clause, last)


def _closed(phrase: _Behind, clause: Clause, last: int) -> Objects:
    if phrase.manner.is_strict and phrase.head:
        behind = clause[last].start if last < len(clause) else _end_of_phrase(phrase.folded, phrase.reached)
        is_other = last < len(clause) and _is_plural(clause[last], phrase)
        if is_other or not _is_plain(phrase.folded[phrase.reached : behind]):
            phrase.head = ""
    if phrase.manner.is_making and phrase.head == "staff" and _made_for_people().match(phrase.folded, phrase.reached):
        phrase.head = ""
    phrase.close()
    if not phrase.saw_noun:
        return _NOTHING
    heads = tuple(phrase.heads)
    if "schedule" in heads and "staff" in phrase.modifiers:
        heads = tuple("roster" if head == "schedule" else head for head in heads)
    if phrase.is_of_work and heads[1:]:
        things = tuple(head for head in heads if head not in _WORK) if noun_object(heads[-1]) else ()
        heads = things or heads[-1:]
    if phrase.is_for_others or not _UNITS.isdisjoint(phrase.modifiers):
        heads = tuple("plan" if head == "work_plan" else head for head in heads)
    return Objects(heads, phrase.is_own, -1, phrase.end, is_hidden=not heads, modifiers=tuple(phrase.modifiers))


@cache
def _made_for_people() -> Pattern[str]:
    """Give the pattern of what is made for people, behind their name: 培养体系, 成长平台."""
    frames = "|".join(knowledge.load("lexicon/acts")["frames"].split())
    return pattern(rf"[一-鿿]{{0,6}}?(?:{frames})(?:建设|搭建|等)*(?![一-鿿])")


def _is_plural(token: Token, phrase: _Behind) -> bool:
    """Tell whether what looks like an English verb right behind a noun is the thing: keeps cash books."""
    is_near = token.start == phrase.reached + 1 and "other" in token.word.cues
    return is_near and phrase.folded[token.end - 1] == "s"


_NOTHING = Objects()
_UNITS = frozenset(("staff", "unit"))
"""Classes of nouns whose work plan is not one's own."""


def _end_of_phrase(folded: str, start: int) -> int:
    end = start
    while end < len(folded) and (folded[end].isalpha() or folded[end] in " '"):
        end += 1
    return end


def _continues(clause: Clause, index: int, place: int, folded: str) -> bool:
    """Tell whether the verb at `place` is in one list with the act at `index`."""
    token = clause[place]
    if token.word.noun or "purpose" in token.word.cues or not (token.acts or _is_done_too(token, folded)):
        return False
    if clause[index].word.form and clause[index + 1].start - clause[index].end > _BLANKS:
        return False
    return token.start == clause[index].end or any("conj" in one.word.cues for one in clause[index + 1 : place])


def _is_done_too(token: Token, folded: str) -> bool:
    """Tell whether a verb that needs no authority is one in a list: directs and instructs the stokers."""
    return "other" in token.word.cues or ("cause" in token.word.cues and folded[token.start].isascii())


_BLANKS = 2
"""Characters between an English act and what lists another behind it: issue notices and prepare agendas lists none."""


def objects_before(clause: Clause, index: int, folded: str, manner: Manner) -> Objects:
    """Give the nouns before an action noun: 对供应商进行考核, 合同的谈判与签订, budget approval."""
    found = _before(clause, index, folded, manner)
    is_beside = manner.is_about_people and set(found.heads) == {"neutral"} and "conj" in clause[index - 1].word.cues
    # what only stands in one list with the act is done beside it: 员工的业务学习、继续教育、技术考核
    return _NOTHING if is_beside else found


def _before(clause: Clause, index: int, folded: str, manner: Manner) -> Objects:
    heads: list[str] = []
    head = ""
    modifiers: list[str] = []
    is_own = False
    start, follower = -1, clause[index].start
    farthest = max(0, index - _FARTHEST + 1)
    for place in range(index - 1, farthest - 1, -1):
        token = clause[place]
        word, cues = token.word, token.word.cues
        taught = manner.is_about_people and not head and _is_taught(token, clause[place + 1])
        if not taught and _is_thing(token, clause[place + 1], has_head=bool(head)):
            if not head and not heads and not _is_near(folded, token.end, follower):
                return _NOTHING
            modifiers += [word.noun] if head else []
            head = head or word.noun
            start = token.start
        elif "conj" in cues:
            if _begins_another(clause[place:index], folded, has_strict_head=bool(head) and manner.is_strict):
                break
            heads += [head] if head else []
            head = ""
        elif "light" in cues and "towards" in _cues(clause[farthest:place]):
            heads, head = [], ""
        elif "own" in cues:
            is_own = not (place and is_of_staff(clause[place - 1], token))
        elif "article" in cues or (
            "of" in cues and (folded[token.start].isascii() or not _is_near(folded, token.end, follower))
        ):
            # an article begins another phrase: deposit the collection;
            # an unknown word between 的 and the act is what it acts on: 班组的5S管理
            break
        elif not (cues & _BEFORE) and not taught and (head or heads or not (word.acts or cues & _DONE_TOO)):
            break
        follower = token.start
    heads += [head] if head else []
    return Objects(tuple(heads), is_own, start, clause[index].end, modifiers=tuple(modifiers)) if heads else _NOTHING


def is_of_staff(before: Token, own: Token) -> bool:
    """Tell whether a word for one's own is that of the people right before it: 教练个人的销售指标."""
    return before.word.noun == "staff" and before.end == own.start


def is_decided_on(token: Token, behind: Token) -> bool:
    """Tell whether what may be a verb is what the act right behind it decides on: 付款|审批, 收费|审核."""
    is_near = not token.word.form and token.end == behind.start
    return is_near and bool(token.word.noun) and not _DECIDES.isdisjoint(behind.acts)


_DECIDES = frozenset(("approve", "review"))


def _is_thing(token: Token, behind: Token, *, has_head: bool) -> bool:
    """Tell whether a word is a noun; what follows makes one of what may be a verb: 采购|之核定, 付款|审批."""
    if not token.word.noun:
        return False
    if not has_head and is_decided_on(token, behind):
        return True
    if token.acts:
        return False
    return has_head or "other" not in token.word.cues or (not behind.acts and bool(behind.word.cues & _BEFORE))


def _is_taught(token: Token, behind: Token) -> bool:
    """Tell whether a noun only says what people are taught before they are judged: 驾驶员的|安全|教育和考核."""
    return token.word.noun == "neutral" and token.end == behind.start and "cause" in behind.word.cues


def _begins_another(rest: Clause, folded: str, *, has_strict_head: bool) -> bool:
    """Tell whether what stands before a conjunction isn't acted on: 印信、财产管理, but 印章、钥匙的管理.

    `rest` are the words from the conjunction to the act.
    """
    if "also" in rest[0].word.cues and not folded[rest[0].start].isascii():
        return True
    return has_strict_head and not any("of" in token.word.cues for token in rest)


def _cues(clause: Clause) -> frozenset[str]:
    return frozenset(cue for token in clause for cue in token.word.cues)


_DONE_TOO = frozenset(("other", "cause"))
"""Cues of verbs that one thing may be done with in one breath with another: 对驾驶员进行教育、处罚."""
_BEFORE = frozenset(("tail", "light", "of", "towards", "unit"))


def _is_near(folded: str, end: int, start: int) -> bool:
    """Tell whether no unknown noun, but for a sum, stands between a noun and what follows it."""
    gap = _SUM.sub("", folded[end:start].strip())
    return not gap.isalnum() or (start - end <= _ADVERB and not gap.isascii())


_SUM = pattern(r"[\d.一二两三四五六七八九十百千万]+(?:美|港|欧|日)?[元天]")
_ADVERB = 2
"""Two unknown Chinese characters between noun and act are an adverb more often than another noun."""
