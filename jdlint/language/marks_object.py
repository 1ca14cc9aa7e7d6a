"""Questions 9 and 10: an object that nobody could find, a list that nobody could end."""

from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.english import unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.residue import NAMES_ACT, residue
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

_NEAR = 4
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_VAGUE = frozenset(("vague", "vague-rule", "vague-modifier"))
_POSSESSIVE = frozenset(("的", "之"))
_DONE = frozenset(("act", "weak", "both", "run", "coordinator", "coordinate", "class"))
_LEADING = frozenset(("governing", "run"))
_WANTS_OBJECT = frozenset(("coordinate", "hollow", "hollow-do", "run", "governing"))


VAGUE = frozenset(("vague", "vague-rule", "vague-modifier", "broker", "relates", "bare", "service", "somebody"))
"""Kinds of words of which a duty has one where its object may be vague."""


def vague_object(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 9: an object that two strangers would not find the same."""
    if any(mark.confidence == "high" for mark in found):
        return None
    busy = sum(s >= NAMES_ACT for s in sentence.strengths) > _NEAR
    for clause in sentence.content:
        find = _vague_words if sentence.is_chinese else _english_vague
        place = None if _measured(clause) else find(sentence, clause)
        if place is None or (sentence.is_chinese and clause.end - place[1] > 1 and not _done_with(clause, place[1])):
            continue
        whole = place == (clause.start, clause.end) or _is_empty(clause)
        sure = not busy and (whole or _needs_object(clause, place[0]))
        sure = sure and not (clause.act.isascii() and _for_own_act(clause, place[1]))
        confidence: Confidence = "high" if sure else "medium"
        return sentence.mark("duty/vague-object", place, "vague-object", confidence)
    return None


def _done_with(clause: Clause, end: int) -> bool:
    """Say whether nothing but what is done with the vague object stands behind it: 相关活动的组织."""
    behind = [word for word in clause.words if word.start >= end]
    if not behind or behind[0].text not in _POSSESSIVE or behind[0].start > end:
        return False
    acts = all(word.kinds & _DONE for word in behind[1:])
    return acts and len(behind) > 1 and clause.end - behind[-1].end <= 1


def _measured(clause: Clause) -> bool:
    return clause.has_number or not clause.kinds.isdisjoint(("frequency", "named"))


def _needs_object(clause: Clause, start: int) -> bool:
    """Say whether a verb that needs a clear object heads the clause or stands right before the vague one."""
    if not clause.heads:
        return True
    before = next((word for word in clause.words if word.end == start), None)
    tied = any(word.start == start and "tied" in word.kinds for word in clause.words)
    if tied and before and before.text == "的":
        return residue(clause) <= _BARE or all(word.kinds & _LEADING for word in clause.heads)
    return any(word.kinds & _WANTS_OBJECT for word in clause.heads) or bool(before and before.kinds & _WANTS_OBJECT)


def _english_vague(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a vague English object that nothing behind it makes clear."""
    if clause.kinds.isdisjoint(_VAGUE_ENGLISH):
        return _bare_relation(sentence, clause)
    for number, word in enumerate(clause.words):
        if word.start < clause.context_end:
            continue
        end = 0 if _merely_told(clause, number) else _vague_end(clause, number, word)
        if end and _names_another(sentence.folded, clause, end):
            continue
        if end and not word.kinds & {"vague", "vague-rule"} and _made_clear(sentence, clause, end):
            continue
        if not end and "bare" in word.kinds and _stands_bare(sentence, clause, number):
            end = word.end
        if end:
            return word.start, end
    return _bare_relation(sentence, clause)


def _names_another(folded: str, clause: Clause, end: int) -> bool:
    """Say whether vague words only name what stands behind them: the daily operations briefing."""
    after = next((word for word in clause.words if word.start >= end), None)
    if after is not None and after.start == end + 1:
        return bool(after.kinds & _NAMED_BY)
    found = _NEXT.match(folded, end, clause.end)
    return found is not None and not found[1].endswith(_DESCRIBES)


_NAMED_BY = frozenset(("document-end", "event", "thing", "body-end", "role-end"))
_NEXT = pattern(r" ([a-z][a-z-]+)")
_DESCRIBES = ("ed", "ly", "wide")
"""How words end that tell more of the noun before them: issues encountered."""


def _for_own_act(clause: Clause, start: int) -> bool:
    """Say whether a vague party is met for an act that is told: to schedule the work, not to ensure success."""
    return any(
        word.text == "to" and "act" in after.kinds for word, after in pairwise(clause.words) if word.start >= start
    )


def _merely_told(clause: Clause, number: int) -> bool:
    """Say whether a vague party only receives what an act with an object of its own gives out."""
    before = clause.words[number - 1] if number else None
    if before is None or before.text not in listed("context-words", "en", "towards") or not clause.heads:
        return False
    last = clause.heads[-1]
    return "act" in last.kinds and before.start - last.end > 1


_VAGUE_ENGLISH = _VAGUE | {"bare"}


def _made_clear(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether words that no table knows follow directly, or behind a preposition (issues with the boiler)."""
    after = next((word for word in clause.words if word.start >= end), None)
    if after is None or after.start > end + 1:
        return bool(sentence.folded[end : clause.end].strip(" ,"))
    if not after.kinds & {"preposition", "boundary"}:
        return False
    return bool(unknown_between(sentence.folded, clause, after.end, clause.end)) or after.end < clause.end - 1


def _stands_bare(sentence: Sentence, clause: Clause, number: int) -> bool:
    """Say whether an empty noun has only verbs, articles and empty adjectives before it, and nothing behind."""
    word = clause.words[number]
    before = clause.words[number - 1] if number else None
    if before is None or before.end + 1 < word.start or not before.kinds & _BEFORE_BARE:
        return False
    if "-ing" in before.kinds and not any(head is before for head in clause.heads):
        return False
    return not _made_clear(sentence, clause, word.end)


_BEFORE_BARE = frozenset(
    (
        "act",
        "weak",
        "hollow",
        "hollow-do",
        "run",
        "coordinate",
        "scope",
        "empty",
        "opinion",
        "opinion-mild",
        "connector",
    )
)


def _vague_words(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a vague object, unless samples stand before it."""
    if _is_bare(sentence, clause):
        return clause.object_start, clause.end
    if clause.kinds.isdisjoint(_VAGUE):
        return _bare_relation(sentence, clause)
    for number, word in enumerate(clause.words):
        end = _vague_end(clause, number, word)
        if end and not ("vague" in word.kinds or "vague-rule" in word.kinds) and clause.end - end > 1:
            continue
        if end:
            told = _sampled(sentence, clause, word.start) or _belongs(clause, number) or _is_allotted(clause, number)
            return None if told else (word.start, end)
    return _bare_relation(sentence, clause)


def _is_bare(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an empty noun is all that a clause acts on, and no other clause acts: 发现问题,解决问题."""
    if not clause.heads or not _is_empty(clause) or clause.context_end > clause.start:
        return False
    others = (other for other in sentence.clauses if other is not clause)
    return all(_is_empty(other) or not sentence.strength_of(other) for other in others)


def _is_empty(clause: Clause) -> bool:
    if clause.object not in listed("vague-objects", "zh", "bare"):
        return False
    if any(before.end == after.start for before, after in pairwise(clause.heads)):
        return False
    return any(word.kinds & _WANTS_OBJECT or "act" in word.kinds for word in clause.heads)


def _is_allotted(clause: Clause, number: int) -> bool:
    """Say whether a vague object is given people to do (安排质检人员日常工作), or is clear behind a noun (邻里矛盾)."""
    word = clause.words[number]
    if "told-by" in word.kinds:
        before = clause.words[number - 1] if number else None
        return before is not None and clause.object_start <= before.end < word.start
    return bool(number) and "party" in clause.words[number - 1].kinds and any("allots" in h.kinds for h in clause.heads)


def _belongs(clause: Clause, number: int) -> bool:
    """Say whether an owner and 的, or others of the kind, stand before papers: 竞争对手的相关信息, 合同及相关资料."""
    if clause.words[number].kinds.isdisjoint(_OWNABLE) or number < _OWNER_AND_OF:
        return False
    if "joining" in clause.words[number - 1].kinds:
        return True
    owner, of = clause.words[number - 2 : number]
    if of.text not in _POSSESSIVE or of.end < clause.words[number].start:
        return False
    return owner.end < of.start or owner.kinds.isdisjoint(_SAYS_NOTHING)


_OWNABLE = frozenset(("ownable",))
_OWNER_AND_OF = 2
_SAYS_NOTHING = frozenset(("scope", "class", "vague", "vague-modifier"))


def _vague_end(clause: Clause, number: int, word: Word) -> int:
    """Say where the vague object ends that a word begins; 0 where it begins none."""
    if "vague" in word.kinds:
        return word.end
    if "vague-rule" in word.kinds:
        one_of_several = number and "coordinator" in clause.words[number - 1].kinds
        return word.end if not one_of_several and any("make" in head.kinds for head in clause.heads) else 0
    if "vague-modifier" in word.kinds:
        later = clause.words[number + 1 : number + _NEAR]
        near = next((o.end for o in later if "vague-head" in o.kinds and o.start - word.end <= 1), 0)
        return near or _vague_field_end(clause, number)
    return 0


def _vague_field_end(clause: Clause, number: int) -> int:
    """Say where 日常 or 各类, the name of a field and an empty noun end: 日常行政需求."""
    words = clause.words[number : number + _OWNER_AND_OF + 1]
    if len(words) <= _OWNER_AND_OF or any(after.start > before.end for before, after in pairwise(words)):
        return 0
    _, field, last = words
    plain = "function" in field.kinds and field.kinds.isdisjoint(_DONE | {"clear-field"})
    return last.end if plain and last.text in listed("vague-objects", "zh", "of-field") else 0


def _bare_relation(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find relations or work that somebody is to coordinate, whoever they may be with."""
    last = clause.words[-1] if clause.words else None
    if sentence.is_chinese and _needs_subject(sentence, clause):
        return clause.start, clause.end
    relates = sentence.is_chinese and any("relates" in head.kinds for head in clause.heads)
    if last is None or not (relates or any("broker" in head.kinds for head in clause.heads)):
        return None
    if sentence.is_chinese and any(head.kinds.isdisjoint(_WANTS_OBJECT | {"support"}) for head in clause.heads):
        return None
    limit = _NEAR if sentence.is_chinese else 1
    bare = not relates and "class" in last.kinds and residue(clause) <= limit and not _sets_to_work(clause)
    if bare and not sentence.is_chinese:
        bare = _stands_bare(sentence, clause, len(clause.words) - 1)
    tie = "relation" in last.kinds if not relates else {"relation", "told-by"} & last.kinds == {"relation"}
    tie = tie or ("joint" in last.kinds and not relates)
    return (last.start, last.end) if bare or (tie and clause.end - last.end <= 1) else None


def _sets_to_work(clause: Clause) -> bool:
    """Say whether a clause tells what others carry out: 协调各车间开展设备检修工作."""
    behind = [word for word in clause.words if word.start > clause.object_start]
    carried = next((number for number, word in enumerate(behind) if "hollow-do" in word.kinds), len(behind))
    return any("act" in word.kinds and "function" not in word.kinds for word in behind[carried + 1 :])


def _needs_subject(sentence: Sentence, clause: Clause) -> bool:
    return (
        _only_coordinates(clause)
        or _brokered(clause)
        or _brokers_parties(sentence, clause)
        or _only_serves(sentence, clause)
        or _keeps_touch(sentence, clause)
    )


def _keeps_touch(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause keeps in touch with departments, whichever, on nothing: 与相关部门保持密切联系."""
    last = clause.words[-1] if clause.heads and clause.words else None
    if last is None or last.end < clause.end or last.kinds.isdisjoint(_TOUCH) or sentence.others_act(clause):
        return False
    if any("act" in head.kinds for head in clause.heads):
        return False
    with_whom = listed("open-ends", "zh", "joining")
    return any(before.text in with_whom and "somebody" in word.kinds for before, word in pairwise(clause.words))


_TOUCH = frozenset(("relation", "joint"))


def _only_serves(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause provides service, whichever, and no other clause acts: 为客户提供全程服务."""
    giving = next((head for head in clause.heads if "giving" in head.kinds), None)
    last = clause.words[-1] if clause.words else None
    if giving is None or last is None or "service" not in last.kinds:
        return False
    between = [word for word in clause.words if giving.end <= word.start < last.start]
    known = sum(word.end - word.start for word in between) == last.start - giving.end
    plain = known and all(word.kinds & _SAYS_NO_SERVICE for word in between)
    return plain and clause.end - last.end <= 1 and not sentence.others_act(clause)


_SAYS_NO_SERVICE = frozenset(("scope", "vague-modifier"))


def _only_coordinates(clause: Clause) -> bool:
    """Say whether a clause coordinates with somebody, on what isn't said: 与前台进行协调, 与相关部门沟通和协调."""
    if len(clause.heads) != _OWNER_AND_OF or clause.object or clause.context_end == clause.start:
        return False
    first, broker = clause.heads
    vague = any("somebody" in word.kinds for word in clause.words)
    empty = "hollow-do" in first.kinds or (vague and "state" in first.kinds)
    return empty and "broker" in broker.kinds and "coordinator" in clause.words[0].kinds


def _brokered(clause: Clause) -> bool:
    """Say whether a phrase is the coordination of work, whichever: 各单位业务之协调."""
    if any("hollow" not in head.kinds for head in clause.heads):
        return False
    if len(clause.words) < _OWNER_AND_OF + 1 or clause.words[-1].end < clause.end:
        return False
    owner, of, last = clause.words[-_OWNER_AND_OF - 1 :]
    return "broker" in last.kinds and of.text in _POSSESSIVE and not owner.kinds.isdisjoint(("class", "relation"))


def _brokers_parties(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause coordinates parties, on what isn't said, and no other clause acts: 代表公司协调各部门."""
    if not any("broker" in head.kinds for head in clause.heads) or sentence.others_act(clause):
        return False
    if any(head.kinds.isdisjoint(_BROKERING) for head in clause.heads):
        return False
    behind = [word for word in clause.words if word.start >= clause.object_start]
    unknown = clause.end - clause.object_start - sum(word.end - word.start for word in behind)
    return bool(behind) and unknown <= 1 and all(word.kinds & _PARTIES and "class" not in word.kinds for word in behind)


_BROKERING = frozenset(("broker", "hollow", "linking", "role-end"))
_PARTIES = frozenset(("scope", "somebody", "party", "coordinator", "vague-modifier"))


def _sampled(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether two or more samples stand before a place (A、B等相关工作)."""
    before = sentence.folded[clause.start : end].rstrip("的")
    return before.endswith("等") and "、" in before


def open_ended(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 10: an open list, or an optional condition that leaves the bound open."""
    for clause in sentence.clauses:
        for kind, reason in (("condition", "optional-condition"), ("open", "open-list")):
            word = first_of(clause, kind)
            if word and not sentence.folded.startswith(" by ", word.end):
                return sentence.mark("duty/open-ended", (word.start, word.end), reason, "high")
        last = first_of(clause, "open-last")
        if last and last.end >= clause.end - 1:
            return sentence.mark("duty/open-ended", (last.start, last.end), "open-list", "high")
    return _open_list(sentence) if sentence.is_chinese else None


def _open_list(sentence: Sentence) -> Mark | None:
    """Find a list that ends in 等, or in 等 and a noun that closes nothing behind a single sample."""
    rule = "duty/open-ended"
    for clause in sentence.clauses:
        if "and-so-on" not in clause.kinds:
            continue
        for number, word in enumerate(clause.words):
            if "and-so-on" not in word.kinds:
                continue
            closing = clause.words[number + 1] if number + 1 < len(clause.words) else None
            if word.end >= clause.end and clause is sentence.clauses[-1]:
                introduced = any("sample" in other.kinds for other in clause.words[:number])
                place = word.start, word.end
                return sentence.mark(rule, place, "no-closing-noun", "medium" if introduced else "high")
            if closing and _closes_nothing(sentence, clause, word, closing):
                return sentence.mark(rule, (word.start, closing.end), "one-sample", "high")
    return None


def _closes_nothing(sentence: Sentence, clause: Clause, so_on: Word, closing: Word) -> bool:
    """Say whether 等 and an empty noun end the clause behind fewer than two samples."""
    if clause.end - closing.end > 1 or closing.start > so_on.end or not closing.kinds & {"affair", "vague"}:
        return False
    earlier = sentence.folded[sentence.clauses[0].start : so_on.start]
    if any(word.text in listed("open-ends", "zh", "two") for word in clause.words if word.end <= so_on.start):
        return False
    if closing.text in listed("open-ends", "zh", "loose"):
        return earlier.count("、") <= 1
    return "、" not in earlier and "," not in earlier[clause.start - sentence.clauses[0].start :]
