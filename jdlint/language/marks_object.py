"""Question 9: an object that nobody could find."""

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language.bare_noun import made_clear, stands_bare
from jdlint.language.clause import Clause
from jdlint.language.dealings import OWNER_AND_OF, WANTS_OBJECT, bare_relation
from jdlint.language.empty_goal import met_end, only_aims, takes_steps
from jdlint.language.ideal import IDEALS, only_ideals
from jdlint.language.mark import Confidence, Mark, Sentence
from jdlint.language.residue import POSSESSIVE, residue
from jdlint.language.words import Word, adjoin, length, listed
from jdlint.pattern import pattern

_NEAR = 4
_SEVERAL = 3
"""Acts from which on a slogan behind them says nothing of the duty: 检查班主任工作,定期开会,…,上情下达."""
_BARE = 2
"""Characters (English: words) of an object up to which nothing tells it from any other."""
_VAGUE = frozenset(("vague", "vague-rule", "vague-modifier"))
_DONE = frozenset(("act", "weak", "both", "run", "coordinator", "coordinate", "class"))
_LEADING = frozenset(("governing", "run", "broker"))
VAGUE = frozenset(
    (
        "taken",
        "vague",
        "vague-rule",
        "vague-modifier",
        "broker",
        "relates",
        "bare",
        "service",
        "somebody",
        "together",
        "fit",
        "joint",
        "relation",
        "met",
        "aim",
        *IDEALS,
    )
)
"""Kinds of words of which a duty has one where its object may be vague."""
VAGUE_TOGETHER = (
    (frozenset(("vague-modifier",)), frozenset(("vague-head", "of-field", "paper"))),
    (frozenset(("taken",)), frozenset(("taking",))),
    (frozenset(("relates", "somebody")), frozenset(("relation", "joint", "broker", "reaches"))),
    (frozenset(("together",)), frozenset(("lasting",))),
    (frozenset(("fit",)), frozenset(("whole",))),
    (frozenset(("aim",)), frozenset(("aims",))),
    (frozenset(("service",)), frozenset(("giving",))),
    (IDEALS, frozenset(("advances",))),
)
"""Those of them that make it vague only beside words of other kinds."""


def vague_object(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 9: an object that two strangers would not find the same."""
    if any(mark.confidence == "high" for mark in found):
        return None
    busy = sentence.acts > _NEAR
    for clause in sentence.content:
        find = _vague_words if sentence.is_chinese else _english_vague
        place = None if _measured(clause) else find(sentence, clause)
        if place is None or (sentence.is_chinese and clause.end - place[1] > 1 and not _done_with(clause, place[1])):
            continue
        whole = place in {(clause.start, clause.end), (clause.act_start, clause.end)}
        whole = (
            whole
            or _is_only_seen_to(clause, place)
            or _is_empty(clause)
            or _only_papers(sentence, clause, place)
            or _only_carried_out(clause, place)
        )
        said = busy or (sentence.acts >= _SEVERAL and clause is not sentence.content[0] and not clause.heads)
        sure = not said and (whole or _needs_object(sentence, clause, place[0]))
        sure = sure and not (clause.act.isascii() and _is_aside(clause, place))
        confidence: Confidence = "high" if sure else "medium"
        return sentence.mark("duty/vague-object", place, "vague-object", confidence)
    return None


def _done_with(clause: Clause, end: int) -> bool:
    """Say whether nothing but what is done with the vague object stands behind it: 相关活动的组织."""
    behind = clause.behind(end)
    if not behind or behind[0].start > end:
        return False
    if behind[0].text not in POSSESSIVE:
        return _is_brought_forward(clause, end) or _goes_on_acting(clause, behind)
    acts = all(word.kinds & _DONE for word in behind[1:])
    return acts and len(behind) > 1 and clause.end - behind[-1].end <= 1


def _is_brought_forward(clause: Clause, end: int) -> bool:
    """Say whether a clause opens with 对 and the vague object, and tells what is done with it: 对各项工作|进行检查."""
    number = next((number for number, word in enumerate(clause.words) if word.end == end), 0)
    before = [word for word in clause.words[:number] if word.kinds.isdisjoint(_SAYS_WHERE)]
    return len(before) == 1 and before[0].text in listed("sentence-damage", "zh", "treats")


_SAYS_WHERE = frozenset(("scope", "adverb"))


def _goes_on_acting(clause: Clause, behind: Sequence[Word]) -> bool:
    """Say whether 并 joins one more act on the same object, and no other: 收集相关信息|并及时反馈."""
    if "connector" not in behind[0].kinds or behind[-1].end < clause.end:
        return False
    return adjoin(behind) and all(word.kinds & _DONE_ON for word in behind[1:])


_DONE_ON = frozenset(("act", "submit", "adverb", "connector", "party", "somebody", "recipient", "basis"))


def _only_papers(sentence: Sentence, clause: Clause, place: tuple[int, int]) -> bool:
    """Say whether a duty is only to do something with papers, or things, that belong to what isn't told."""
    word = clause.word_at(place[0])
    if word is None or not sentence.is_chinese or word.kinds.isdisjoint(_OWNABLE) or sentence.others_act(clause, 1):
        return False
    return residue(clause) == 0 and all(
        other.kinds & _BEFORE_PAPERS for other in clause.words if other.end <= word.start
    )


_BEFORE_PAPERS = frozenset(("act", "both", "hollow", "adverb", "scope", "coordinator"))


def _measured(clause: Clause) -> bool:
    return clause.has_number or not clause.kinds.isdisjoint(("frequency", "named"))


def _only_carried_out(clause: Clause, place: tuple[int, int]) -> bool:
    """Say whether nothing is told of a vague object but that it is carried out: 督促|各项工作的落实."""
    behind = clause.behind(place[1])
    if place[0] != clause.object_start or not behind or behind[0].text not in POSSESSIVE:
        return False
    return len(behind) > 1 and all(word.kinds & _CARRIES_OUT for word in behind[1:])


_CARRIES_OUT = frozenset(("hollow-do", "carry-out", "carries", "coordinator"))


def _needs_object(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Say whether a verb that needs a clear object heads the clause or stands right before the vague one."""
    if not clause.heads or _is_brought_forward_at(clause, start) or _makes_rules(clause, start):
        return True
    before = next((word for word in clause.words if word.end == start), None)
    if any(word.start == start and "taking" in word.kinds for word in clause.words):
        return True
    tied = any(word.start == start and "tied" in word.kinds for word in clause.words)
    if tied and before and before.text == "的":
        arose = sentence.folded[: before.start].endswith(listed("vague-objects", "zh", "single-arises"))
        return arose or residue(clause) <= _BARE or all(word.kinds & _LEADING for word in clause.heads)
    return any(word.kinds & WANTS_OBJECT for word in clause.heads) or bool(before and before.kinds & WANTS_OBJECT)


def _is_brought_forward_at(clause: Clause, start: int) -> bool:
    word = clause.word_at(start)
    return word is not None and not clause.act.isascii() and _is_brought_forward(clause, word.end)


def _makes_rules(clause: Clause, start: int) -> bool:
    """Say whether rules of every kind are made: 建立健全各项管理制度."""
    word = clause.word_at(start)
    return word is not None and "vague-rule" in word.kinds and any("make" in head.kinds for head in clause.heads)


def _english_vague(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a vague English object that nothing behind it makes clear."""
    ideals = None if clause.kinds.isdisjoint(IDEALS) else only_ideals(sentence, clause)
    if ideals:
        return ideals
    if clause.kinds.isdisjoint(_VAGUE_ENGLISH):
        return bare_relation(sentence, clause)
    for number, word in enumerate(clause.words):
        if word.start < clause.context_end or word in clause.heads:
            continue
        told = _merely_told(clause, number) or _headed(clause, number)
        end = 0 if told else _vague_end(clause, number, word) or _taken_end(clause, number)
        if end and _names_another(sentence.folded, clause, end):
            continue
        by_owner = end and sentence.folded.startswith(" of ", end)
        if (
            end
            and (by_owner or word.kinds.isdisjoint(("vague", "vague-rule", "taken")))
            and made_clear(sentence, clause, end)
        ):
            continue
        if not end and "bare" in word.kinds and stands_bare(sentence, clause, number):
            end = word.end
        if end:
            return word.start, end
    return bare_relation(sentence, clause)


def _names_another(folded: str, clause: Clause, end: int) -> bool:
    """Say whether vague words only name what stands behind them: the daily operations briefing."""
    after = clause.first_behind(end)
    if after is not None and after.start == end + 1:
        return bool(after.kinds & _NAMED_BY)
    found = _NEXT.match(folded, end, clause.end)
    return found is not None and not found[1].endswith(_DESCRIBES)


_NAMED_BY = frozenset(("document-end", "event", "thing", "body-end", "role-end"))
_NEXT = pattern(r" ([a-z][a-z-]+)")
_DESCRIBES = ("ed", "ly", "wide")
"""How words end that tell more of the noun before them: issues encountered."""


def _is_aside(clause: Clause, place: tuple[int, int]) -> bool:
    """Say whether a vague phrase is no object of the act: it stands in another clause (so that …), or meets an act."""
    start, end = place
    if _is_only_seen_to(clause, place):
        return False
    return _for_own_act(clause, end) or any(
        "subordinate" in word.kinds and clause.object_start <= word.start < start for word in clause.words
    )


def _is_only_seen_to(clause: Clause, place: tuple[int, int]) -> bool:
    """Say whether a vague phrase is all that a verb with `that` sees to: verifies that requirements are met."""
    return clause.text[clause.object_start : place[0]].strip() == "that" and place[1] == clause.end


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


def _taken_end(clause: Clause, number: int) -> int:
    """Say where steps end that are taken only to make something better: takes measures to improve safety."""
    if "taken" not in clause.words[number].kinds or number == 0 or "taking" not in clause.words[number - 1].kinds:
        return 0
    word = clause.words[number]
    if clause.words[number - 1].end + 1 == word.start and _NO_STEP.fullmatch(clause.text, word.end, clause.end):
        return word.end
    behind = clause.words[number + 1 : number + 3]
    better = len(behind) > 1 and "towards" in behind[0].kinds and "weak" in behind[1].kinds
    return behind[1].end if better else 0


_NO_STEP = pattern(
    r"(?: promptly| immediately)?(?: (?:in|with|during|at|upon|within|when|as) (?!.*\b(?:to|on|against|by|for)\b).*)?"
)
"""What follows steps of which nothing is told but when they are taken: takes action in emergencies."""


def _headed(clause: Clause, number: int) -> bool:
    """Say whether a vague party only says whose head is meant: the heads of other departments."""
    if number < OWNER_AND_OF:
        return False
    head, of = clause.words[number - 2 : number]
    return (
        not head.kinds.isdisjoint(_LEADERS)
        and head not in clause.heads
        and of.text == "of"
        and of.start == head.end + 1
    )


_LEADERS = frozenset(("role-end", "whom"))
_VAGUE_ENGLISH = _VAGUE | {"bare", "taken"}
_VAGUE_CHINESE = _VAGUE | {"met"}


def _vague_words(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a vague object, unless samples stand before it."""
    if _is_bare(sentence, clause):
        return clause.object_start, clause.end
    if _is_goal(sentence, clause) or only_aims(sentence, clause):
        return clause.start, clause.end
    steps = takes_steps(sentence, clause)
    if steps:
        return steps
    if clause.kinds.isdisjoint(_VAGUE_CHINESE):
        return bare_relation(sentence, clause)
    for number, word in enumerate(clause.words):
        end = _vague_end(clause, number, word)
        sure = "vague" in word.kinds or "vague-rule" in word.kinds
        if end and not sure and clause.end - end > 1 and not _done_with(clause, end):
            continue
        if end:
            told = _sampled(sentence, clause, word) or _belongs(clause, number) or _is_itemised(sentence, clause)
            told = told or _follows_sample(clause, number) or _is_allotted(sentence, clause, number)
            told = told or _is_of_staff(clause, number)
            return None if told else (word.start, end)
    return bare_relation(sentence, clause)


def _is_itemised(sentence: Sentence, clause: Clause) -> bool:
    """Say whether the clause behind tells by a list what a vague object is: 处理相关事务,包括款项的确认、核对."""
    behind = next((other for other in sentence.clauses if other.start > clause.end - 1 and other is not clause), None)
    if behind is None or not behind.words or "sample" not in behind.words[0].kinds:
        return False
    return behind.words[0].start == behind.start and "、" in behind.text[behind.start : behind.end]


def _is_bare(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an empty noun is all that a clause acts on, and no other clause acts: 发现问题,解决问题."""
    if not clause.heads or not _is_empty(clause) or clause.context_end > clause.start:
        return False
    others = (other for other in sentence.clauses if other is not clause)
    return all(_is_empty(other) or not sentence.strength_of(other) for other in others)


def _is_goal(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a whole is to be made that fits something, and no more is said: 建立适应公司发展要求的储运体系."""
    if not {"fit", "whole"} <= clause.kinds or sentence.others_act(clause):
        return False
    if clause.kinds & {"document-end", "named"} or not _LETTERS.isdisjoint(clause.object):
        return False
    last = clause.words[-1]
    made = bool(clause.heads) and all(head.kinds & _BUILDS for head in clause.heads)
    return made and "whole" in last.kinds and last.end == clause.end


_BUILDS = frozenset(("builds", "fit"))
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def _is_empty(clause: Clause) -> bool:
    if clause.object not in listed("vague-objects", "zh", "bare"):
        return False
    if any(before.end == after.start for before, after in pairwise(clause.heads)):
        return False
    return any(word.kinds & WANTS_OBJECT or "act" in word.kinds for word in clause.heads)


def _is_allotted(sentence: Sentence, clause: Clause, number: int) -> bool:
    """Say whether a vague object is given people to do (安排质检人员日常工作), or is clear behind a noun (邻里矛盾)."""
    word = clause.words[number]
    if "told-by" in word.kinds:
        before = clause.words[number - 1] if number else None
        if before is None:
            return False
        named = "function" in before.kinds and clause.object_start <= before.start
        return clause.object_start <= before.end < word.start or named
    if not any("allots" in head.kinds for head in clause.heads):
        return False
    first = sentence.content[0]
    managed = clause is not first and any(map(_is_person, first.words[-1:]))
    return managed or (bool(number) and "party" in clause.words[number - 1].kinds)


def _is_person(word: Word) -> bool:
    """Say whether the people who are given work stand at the end of the clause before: 管好护卫员,安排日常事务."""
    return not word.kinds.isdisjoint(("role-end", "party")) and word.kinds.isdisjoint(("body-end", "somebody"))


def _belongs(clause: Clause, number: int) -> bool:
    """Say whether an owner and 的, or others of the kind, stand before papers: 竞争对手的相关信息, 合同及相关资料."""
    if clause.words[number].kinds.isdisjoint(_OWNABLE) or number < OWNER_AND_OF:
        return False
    owner, of = clause.words[number - 2 : number]
    if "joining" in of.kinds or ("joining" in owner.kinds and of.text == _ITS):
        return True
    if of.text not in POSSESSIVE or of.end < clause.words[number].start:
        return False
    return owner.end < of.start or owner.kinds.isdisjoint(_SAYS_NOTHING)


def _follows_sample(clause: Clause, number: int) -> bool:
    """Say whether an emergency, whichever, goes on with what has a name: 处理顾客抱怨及|突发状况."""
    word, before = clause.words[number], clause.words[number - 1]
    if not number or not word.text.startswith(listed("vague-objects", "zh", "single-sudden")):
        return False
    joined = "coordinator" in before.kinds and before.end == word.start
    return (
        joined
        and before.start
        - clause.object_start
        - length(other for other in clause.words[: number - 1] if other.start >= clause.object_start)
        >= _BARE
    )


def _is_of_staff(clause: Clause, number: int) -> bool:
    """Say whether it is the work of posts with a name that is looked into or given out: 监督接待员的日常工作."""
    if number < OWNER_AND_OF or not all(head.kinds & _LOOKS_INTO for head in clause.heads):
        return False
    owner, of = clause.words[number - 2 : number]
    return bool(clause.heads) and "role-end" in owner.kinds and of.text in POSSESSIVE and owner.end == of.start


_ITS = "其"
_LOOKS_INTO = frozenset(("leading", "allots"))
_OWNABLE = frozenset(("ownable",))
_SAYS_NOTHING = frozenset(("scope", "class", "vague", "vague-modifier"))


def _vague_end(clause: Clause, number: int, word: Word) -> int:
    """Say where the vague object ends that a word begins; 0 where it begins none."""
    if "vague" in word.kinds:
        return word.end
    if "met" in word.kinds:
        return met_end(clause, number)
    if "vague-rule" in word.kinds:
        if "owned-rule" in word.kinds and word.start > clause.object_start:
            return 0
        one_of_several = number and "coordinator" in clause.words[number - 1].kinds
        return word.end if not one_of_several and any("make" in head.kinds for head in clause.heads) else 0
    if "vague-modifier" in word.kinds:
        later = clause.words[number + 1 : number + _NEAR]
        near = next((o.end for o in later if "vague-head" in o.kinds and o.start - word.end <= 1), 0)
        return near or _vague_field_end(clause, number) or _papers_end(clause, number)
    return 0


def _papers_end(clause: Clause, number: int) -> int:
    """Say where English papers end of which only this is said, that they belong: all relevant records."""
    word = clause.words[number]
    behind = clause.word_at(word.end + 1)
    return behind.end if behind and "belonging" in word.kinds and "paper" in behind.kinds else 0


def _vague_field_end(clause: Clause, number: int) -> int:
    """Say where 日常 or 各类, the name of a field and an empty noun end: 日常行政需求."""
    words = clause.words[number : number + OWNER_AND_OF + 1]
    if len(words) <= OWNER_AND_OF or any(after.start > before.end for before, after in pairwise(words)):
        return 0
    _, field, last = words
    plain = "function" in field.kinds and field.kinds.isdisjoint(_DONE | {"clear-field", "doing"})
    return last.end if plain and last.text in listed("vague-objects", "zh", "of-field") else 0


def _sampled(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether two or more samples stand before a word (A、B等相关工作, A、B各环节)."""
    if word.text.endswith(listed("vague-objects", "zh", "single-never-sampled")):
        return False
    before = sentence.folded[clause.start : word.start].rstrip("的")
    return "、" in before and ("stages" in word.kinds or before.endswith("等"))
