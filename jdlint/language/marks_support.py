"""Question 8: support that nobody can hold anyone to."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from jdlint.language.clause import RECIPIENTS, SUPPORT, Clause
from jdlint.language.english import names_person, phrase_end, phrase_words, unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.residue import GERUND, MAY_NAME_ACT, NAMES_ACT, NOMINAL, is_act, manages, residue
from jdlint.language.strength import gives_aid
from jdlint.language.words import Word, length, listed
from jdlint.language.work_field import leads_field
from jdlint.pattern import pattern

_NEAR = 4
_SAMPLES = 2
"""Commas of a list that says by samples what an empty noun behind it is."""
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_BODY = frozenset(("role-end", "body-end", "party"))
_NAMES = frozenset(("function", "class", "both", "scope"))
_DOING = frozenset(("act", "both", "hollow-do"))


def support_unscoped(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 8: support without saying whom, and without an output of one's own."""
    only_named = _named_help(sentence) if sentence.is_chinese else None
    if only_named:
        return sentence.mark("duty/support-unscoped", only_named, "no-output", "high")
    if sentence.strongest >= NAMES_ACT and sentence.is_chinese:
        return None
    for clause in sentence.content:
        if not sentence.is_chinese:
            mark = _english_support(sentence, clause)
            if mark or sentence.strength_of(clause):
                return mark
            continue
        light = first_of(clause, "light-support") or (clause.heads[0] if gives_aid(clause) else None)
        verb = clause.heads[0] if clause.heads and clause.heads[0].kinds & SUPPORT else light
        if verb is None:
            continue
        named = light is None and _names_whom(clause, verb)
        if named and not _empty_help(clause, verb):
            return None
        long = sum("act" in word.kinds for word in clause.words) >= _NEAR
        unsure = long or sentence.others_act(clause, MAY_NAME_ACT)
        reason = "no-output" if named else "no-recipient"
        place = verb.start, clause.end
        return sentence.mark("duty/support-unscoped", place, reason, "medium" if unsure else "high")
    return None


def _named_help(sentence: Sentence) -> tuple[int, int] | None:
    """Find help that is only named, behind 之: 家長會運作之協助."""
    clause = sentence.content[0]
    if len(sentence.content) > 1 or clause.heads or len(clause.words) < _SAMPLES:
        return None
    of, last = clause.words[-2:]
    helps = "support" in last.kinds and last.end == clause.end and of.end == last.start
    return (clause.start, clause.end) if helps and of.text in listed("function-nouns", "zh", "of") else None


def _english_support(sentence: Sentence, clause: Clause) -> Mark | None:
    """Question 8 in English, where what is helped with stands behind whom."""
    if not clause.heads:
        return None
    given = _given_support(sentence, clause)
    reason: str | None = "no-output" if given else None
    confidence: Confidence = given or "high"
    verb = clause.heads[0]
    if reason is None and verb.kinds & SUPPORT and not _acts_besides(sentence, clause):
        reason = _lack_of_help(sentence, clause)
        perhaps = reason == "no-output" and "empty-help" not in clause.kinds and "collaborate" in verb.kinds
        perhaps = perhaps and "yields" not in verb.kinds
        confidence = "medium" if perhaps or "sample" in clause.kinds else "high"
    if reason is None:
        return None
    unsure = sentence.others_act(clause, MAY_NAME_ACT)
    return sentence.mark("duty/support-unscoped", (verb.start, clause.end), reason, "medium" if unsure else confidence)


def _acts_besides(sentence: Sentence, clause: Clause) -> bool:
    return sentence.others_act(clause) or sentence.strength_of(clause) >= NAMES_ACT


def _lack_of_help(sentence: Sentence, clause: Clause) -> str | None:
    """Say what a verb of helping lacks: somebody who is helped, or what comes of working with somebody."""
    verb = clause.heads[0]
    edge = phrase_end(clause, verb.end)
    behind = phrase_words(clause, verb.end)
    unknown = unknown_between(sentence.folded, clause, verb.end, edge)
    whom = names_person(unknown) or any(word.kinds & _WHOM_ENGLISH for word in behind)
    if "collaborate" in verb.kinds and edge == clause.end and _is_anybody(behind, unknown):
        return "no-recipient"
    if "collaborate" in verb.kinds:
        told = edge < clause.end or (whom and len(clause.words) > len(behind) + 1)
        return None if told else "no-output" if whom else "no-recipient"
    if "empty-help" in clause.kinds:
        return "no-output"
    if _is_anybody(behind, unknown) and _tells_only_where(sentence, clause, edge):
        return "no-recipient"
    treated = bool(behind) and "recipient" in behind[-1].kinds and any(word.kinds >= GERUND for word in behind[:-1])
    if _only_post(clause, edge, behind) and "join" not in verb.kinds:
        return "no-output"
    named = whom and "join" not in verb.kinds and (treated or not verb.text.endswith(_HELPED_WITH))
    named = named or (_names_unit(sentence, verb.end, edge) and _OF_WORK.match(sentence.folded, edge) is not None)
    return None if named or _by_own_act(clause, edge) else "no-recipient"


def _names_unit(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether whom one helps bears a name, by its capitals: assists Guest Relations in, assists the E.C.O.'s in."""
    words = [word for word in sentence.text[start:end].split() if word.lower() not in _LINKING]
    return bool(words) and all(word[0].isupper() for word in words) and not sentence.text[end:].istitle()


_LINKING = frozenset(("the", "and", "of", "&", "or", "all", "both"))
_OF_WORK = pattern(r"(?:in|with|to|on|by|during) (?!all |any |various |daily |general )")
"""What goes on with that which somebody is helped with."""


def _only_post(clause: Clause, edge: int, behind: Sequence[Word]) -> bool:
    """Say whether nothing stands behind the verb but a post or a unit (support the Head of Sales); a guest is neither.

    Whom one helps as such (assist passengers) are no posts: that help is the work itself.
    """
    if not behind or behind[-1].kinds.isdisjoint(_POST) or "recipient" in behind[-1].kinds:
        return False
    rest = clause.behind(edge)
    return not rest or ("boundary" in rest[0].kinds and "towards" not in rest[0].kinds and _is_field(rest[1:]))


def _is_field(words: Sequence[Word]) -> bool:
    """Say whether words name what a post is of: the Head of Sales, the board of trustees."""
    return bool(words) and all(word.kinds & _OF_POST for word in words)


_POST = frozenset(("role-end", "body-end"))
_OF_POST = _POST | {"function", "whom"}


def _is_anybody(behind: Sequence[Word], unknown: Sequence[str]) -> bool:
    """Say whether those whom one works with may be anybody: with colleagues, with other departments."""
    named = [word for word in behind if word.kinds.isdisjoint(_SMALL_WORDS)]
    return bool(named) and not unknown and all("anybody" in word.kinds for word in named)


def _tells_only_where(sentence: Sentence, clause: Clause, edge: int) -> bool:
    """Say whether nothing stands behind those who are helped but where or when: during busy periods."""
    found = _WHERE.match(sentence.folded, edge, clause.end)
    return edge == clause.end or (found is not None and not any("act" in word.kinds for word in clause.behind(edge)))


_WHERE = pattern(r"(?:across|during|throughout|at|in (?:other|busy)|within|on|around)\b")
_SMALL_WORDS = frozenset(("connector", "coordinator", "determiner"))
_HELPED_WITH = (" in", " with", " on", " to", " out")
_WHOM_ENGLISH = RECIPIENTS | {"whom"}


def _by_own_act(clause: Clause, start: int) -> bool:
    """Say whether the clause tells how it helps: by identifying objects in need of treatment."""
    behind = clause.behind(start)
    return any("passive" in word.kinds and "-ing" in after.kinds for word, after in pairwise(behind))


def _given_support(sentence: Sentence, clause: Clause) -> Confidence | None:
    """Say how surely a clause gives nothing but support: provides administrative support to the unit."""
    light = first_of(clause, "light-support")
    if light and light is clause.heads[0]:
        return None if sentence.strength_of(clause) >= NAMES_ACT and len(clause.heads) > 1 else "high"
    verb = clause.heads[-1]
    if "giving" not in verb.kinds or len(clause.heads) > 1:
        return None
    edge = phrase_end(clause, verb.end)
    behind = phrase_words(clause, verb.end)
    if not behind or "sample" in clause.kinds or not _is_only_help(behind):
        return None
    if _by_own_act(clause, edge):
        return None
    special = unknown_between(sentence.folded, clause, verb.end, behind[-1].start)
    return "medium" if special and edge < clause.end else "high"


def _is_only_help(behind: Sequence[Word]) -> bool:
    """Say whether a phrase ends in help, or in help and what is given like it: functional assistance and direction."""
    if "support-noun" in behind[-1].kinds:
        return True
    helps = any("support-noun" in word.kinds for word in behind[:-1])
    return helps and "given" in behind[-1].kinds and not _SMALL_WORDS.isdisjoint(behind[-2].kinds)


def _names_whom(clause: Clause, verb: Word) -> bool:
    """Say whether somebody stands behind the verb, before what he is helped with."""
    behind = list(_behind(clause, verb))
    if _is_stranger(clause, verb, behind):
        return True
    for number, word in enumerate(behind):
        if (
            _is_party(word)
            and (word.start > verb.end or word.kinds & RECIPIENTS)
            and word.kinds.isdisjoint(("vague", "somebody"))
        ):
            return word.start - verb.end <= 3 * _NEAR
        if _begins_title(behind, number):
            continue
        if _names_doer(clause, word):
            return word.start - verb.end <= 3 * _NEAR
        if word.kinds & _DOING and "plain" not in word.kinds and "base" not in word.kinds:
            return False
    return False


def _names_doer(clause: Clause, word: Word) -> bool:
    """Say whether a word is, or begins, the name of who does something: 收费员, 质检|员做好检验."""
    ends = listed("support-verbs", "zh", "single-person-end")
    if "plain" in word.kinds and len(word.text) > _SHORTEST and word.text.endswith(ends):
        return True
    return _DOER.match(clause.text, word.end) is not None and bool(word.kinds & {"act", "both", "function"})


_DOER = pattern("员(?!工)|工(?!作)")
"""What makes of an act the name of who does it: 质检|员, 维修|工, but not 维修|工作."""


def _is_stranger(clause: Clause, verb: Word, behind: Sequence[Word]) -> bool:
    """Say whether a name that no table knows stands between the verb and an act: 协助|场长|清点存栏."""
    if not behind or behind[0].kinds.isdisjoint(_DOING) or not _SHORTEST <= behind[0].start - verb.end <= _NEAR:
        return False
    name = clause.text[verb.end : behind[0].start]
    return name.endswith(listed("support-verbs", "zh", "single-person-end"))


_SHORTEST = 2
"""Characters that a name has at the least."""


def _begins_title(words: Sequence[Word], number: int) -> bool:
    """Say whether a post's name goes on behind a word: 协助采购经理."""
    later = words[number + 1] if number + 1 < len(words) else None
    if later is None or later.start != words[number].end or "recipient" in later.kinds:
        return False
    if "body-end" in later.kinds and words[number].kinds.isdisjoint(NOMINAL):
        return False
    return "role-end" in later.kinds or (_is_party(later) and not ("scope" in later.kinds and is_act(words[number])))


def _is_party(word: Word) -> bool:
    return bool(word.kinds & RECIPIENTS) or word.text.endswith(listed("support-verbs", "zh", "party"))


def _empty_help(clause: Clause, verb: Word) -> bool:
    """Say whether what is helped with is nothing of its own: 协助主任处理日常事务."""
    behind = list(_behind(clause, verb))
    if any("vague" in word.kinds for word in behind):
        return sum(word.text == "、" for word in behind) < _SAMPLES
    aim = behind if _is_stranger(clause, verb, behind) else _behind_whom(behind)
    if _only_whom(clause, verb, behind) or _completes_work(clause, aim):
        return True
    if _runs_field(clause, aim) or _runs_unit(clause, aim) or leads_field(clause, aim):
        return True
    if any(word.kinds & {"act", "both"} and not _names_field(behind, number) for number, word in enumerate(behind)):
        return False
    if not behind or behind[-1].kinds.isdisjoint(("class", "vague-head")):
        return False
    return residue(clause) <= _NEAR or _hollowly(clause, behind)


def _names_field(words: Sequence[Word], number: int) -> bool:
    """Say whether an act only names the field of work that is done well: 抓好|教学工作, but not 做好设备检修工作."""
    if number == 0 or number + 1 == len(words) or "fields" not in words[number].kinds:
        return False
    does, field, work = words[number - 1 : number + 2]
    joined = does.end == field.start and field.end == work.start
    return joined and "hollow-do" in does.kinds and "class" in work.kinds


def _runs_unit(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether nothing but a unit is to be run with somebody: 协助校长|管理学校."""
    if len(behind) < _SAMPLES or "run" not in behind[0].kinds or behind[-1].end < clause.end:
        return False
    known = length(behind) == clause.end - behind[0].start
    return known and all("scope" in word.kinds for word in behind[1:])


def _runs_field(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether nothing but the management of a field is helped with: 协助店长|进行店务管理."""
    if len(behind) < _SAMPLES or behind[0].kinds.isdisjoint(("hollow-do", "governing")):
        return False
    unknown = clause.end - behind[0].start - length(behind)
    if manages(behind[-1]):
        return unknown <= _BARE and all(word.kinds & _NAMES for word in behind[1:])
    field = "function" in behind[-1].kinds and behind[-1].kinds.isdisjoint(_NO_FIELD) and behind[-1].end == clause.end
    return field and unknown <= _BARE and not any(word.kinds & {"act", "both"} for word in behind[1:])


_NO_FIELD = frozenset(("thing", "act", "both", "document-end", "plain", "recipient"))


def _completes_work(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether work, whichever, is only to be completed with somebody: 协助上级|完成工作."""
    if len(behind) < _SAMPLES or behind[-1].end < clause.end or "handing" not in behind[0].kinds:
        return False
    known = length(behind) == clause.end - behind[0].start
    return known and "class" in behind[-1].kinds and all("scope" in word.kinds for word in behind[1:-1])


def _hollowly(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether it is work that is only done, whichever: 配合城管部门|做好市容市貌管理工作."""
    does = next((word for word in behind if "hollow-do" in word.kinds), None)
    return does is not None and clause.end - does.end <= _NEAR + 2 * _NEAR


def _behind_whom(behind: Sequence[Word]) -> Sequence[Word]:
    """Give the words behind the name of who is helped."""
    number = next((number for number, word in enumerate(behind) if _is_party(word)), len(behind))
    return behind[number + 1 :]


def _only_whom(clause: Clause, verb: Word, behind: Sequence[Word]) -> bool:
    """Say whether nothing stands behind the verb but the name of who is helped: 协助采购部."""
    if not behind or behind[-1].end < clause.end or not behind[-1].kinds & (_BODY | RECIPIENTS):
        return False
    unknown = clause.end - verb.end - length(behind)
    return unknown <= _BARE and all(word.kinds & _NAMES for word in behind[:-1])


def _behind(clause: Clause, word: Word) -> Iterable[Word]:
    return (other for other in clause.words if other.start >= word.end)
