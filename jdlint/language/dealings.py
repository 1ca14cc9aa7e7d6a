"""Says whether a clause deals with somebody, on nothing that is told: 协调各部门, 与相关部门保持联系."""

from itertools import pairwise

from jdlint.language.bare_noun import stands_bare
from jdlint.language.clause import Clause
from jdlint.language.empty_goal import is_aim
from jdlint.language.mark import Sentence
from jdlint.language.residue import POSSESSIVE, is_act, residue
from jdlint.language.words import Word, length, listed

_NEAR = 4
WANTS_OBJECT = frozenset(("coordinate", "hollow", "hollow-do", "run", "governing"))
OWNER_AND_OF = 2


def bare_relation(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find relations or work that somebody is to coordinate, whoever they may be with."""
    last = clause.words[-1] if clause.words else None
    if sentence.is_chinese and _needs_subject(sentence, clause):
        return clause.start, clause.end
    if not sentence.is_chinese and _meets_anybody(sentence, clause):
        return clause.start, clause.end
    relates = sentence.is_chinese and any("relates" in head.kinds for head in clause.heads)
    if last is None or not (relates or any("broker" in head.kinds for head in clause.heads)):
        return None
    if sentence.is_chinese and any(head.kinds.isdisjoint(WANTS_OBJECT | {"support", "minds"}) for head in clause.heads):
        return None
    limit = _NEAR if sentence.is_chinese else 1
    bare = not relates and "class" in last.kinds and residue(clause) <= limit
    bare = (
        bare
        and not _sets_to_work(clause)
        and not _of_own_people(sentence, clause)
        and not _lists_samples(sentence, clause)
    )
    if bare and not sentence.is_chinese:
        bare = stands_bare(sentence, clause, len(clause.words) - 1)
    tie = "relation" in last.kinds if not relates else {"relation", "told-by"} & last.kinds == {"relation"}
    tie = tie or ("joint" in last.kinds and not relates) or _lies_between(sentence, last)
    return (last.start, last.end) if bare or (tie and clause.end - last.end <= 1) else None


def _meets_anybody(sentence: Sentence, clause: Clause) -> bool:
    """Say whether an English duty is to keep in touch with whoever there is, on nothing: Communicate with staff."""
    if len(sentence.content) > 1 or len(clause.heads) != 1 or "broker" not in clause.heads[0].kinds:
        return False
    behind = clause.behind(clause.object_start)
    told = sum(word.end - word.start + 1 for word in behind) < clause.end - clause.object_start
    named = [word for word in behind if word.kinds.isdisjoint(_SMALL)]
    return bool(named) and not told and all("anybody" in word.kinds for word in named)


_SMALL = frozenset(("determiner", "connector", "coordinator"))


def _lies_between(sentence: Sentence, word: Word) -> bool:
    """Say whether an empty noun is only said to lie between parties: 协调门店与仓库之间的问题."""
    return "bare" in word.kinds and sentence.folded.endswith(_BETWEEN, 0, word.start)


def _lists_samples(sentence: Sentence, clause: Clause) -> bool:
    """Say whether samples before 等 say what work is coordinated: 协调到货、安装、维修等工作."""
    return "and-so-on" in clause.kinds and "、" in sentence.folded[clause.object_start : clause.end]


def _of_own_people(sentence: Sentence, clause: Clause) -> bool:
    """Say whether it is people's work that is coordinated, beside another act: 召开处务会,协调处内人员的工作."""
    if not sentence.is_chinese or not sentence.others_act(clause) or len(clause.words) <= OWNER_AND_OF:
        return False
    owner, of, _ = clause.words[-OWNER_AND_OF - 1 :]
    of_people = owner.text.endswith(listed("vague-objects", "zh", "single-people"))
    return of_people and of.text in POSSESSIVE and owner.end == of.start


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
        or _only_links(sentence, clause)
        or _names_ties(sentence, clause)
        or _works_closely(sentence, clause)
        or _reaches_anybody(sentence, clause)
    )


def _reaches_anybody(sentence: Sentence, clause: Clause) -> bool:
    """Say whether whoever is concerned is told, or got in touch with, on nothing, and no clause acts: 联系相关单位."""
    if "reaches" not in clause.kinds or sentence.others_act(clause, 1) or clause.has_number or clause.has_frequency:
        return False
    with_whom = clause.words[0].text in listed("open-ends", "zh", "joining") and clause.words[0].start == clause.start
    reaching = _REACHING | _TALKS if with_whom else _REACHING
    if length(clause.words) < clause.end - clause.start or not all(word.kinds & reaching for word in clause.words):
        return False
    concerned = listed("vague-objects", "zh", "single-anybody" if with_whom else "single-concerned")
    met = [word for word in clause.words if "somebody" in word.kinds]
    return bool(met) and all(word.text.startswith(concerned) for word in met)


_REACHING = frozenset(
    (
        "reaches",
        "somebody",
        "adverb",
        "opinion-mild",
        "pep",
        "pep-mild",
        "deadline",
        "coordinator",
        "connector",
        "given-to",
    )
)


_TALKS = frozenset(("hollow-do", "joint", "relation", "class"))


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


def _only_links(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a tie with somebody is to be better, on what isn't told, and no clause acts: 加强与车间的沟通."""
    last = clause.words[-1] if clause.words else None
    if last is None or last.end < clause.end or last.kinds.isdisjoint(_TIES) or sentence.others_act(clause):
        return False
    if not clause.heads or any("hollow-do" not in head.kinds for head in clause.heads[:1]):
        return False
    behind = clause.behind(clause.heads[0].end)
    joined = behind[0].start == clause.heads[0].end and behind[0].text in listed("open-ends", "zh", "joining")
    ties = [word for word in behind if word.kinds & _TIES or "coordinator" in word.kinds]
    owned = any(word.text in POSSESSIVE and word.end == tie.start for word, tie in pairwise(behind) if tie in ties)
    return joined and owned and all(head.kinds & _TIES for head in clause.heads[1:])


def _works_closely(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a duty says only with whom one works closely: 与各部门紧密合作, 与前台、客房等部门密切配合."""
    if len(sentence.content) > 1 or len(clause.words) <= OWNER_AND_OF or clause.words[-1].end < clause.end:
        return False
    first, (how, works) = clause.words[0], clause.words[-2:]
    opens = first.start == clause.start and first.text in listed("open-ends", "zh", "joining")
    return opens and how.end == works.start and "lasting" in how.kinds and "together" in works.kinds


def _names_ties(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a duty only names ties with somebody: 与社保局等单位的业务联系, 负责与车队的协调工作."""
    words = [word for word in clause.words if word.kinds.isdisjoint(("hollow", "hollow-do"))]
    while words and "class" in words[-1].kinds:
        words.pop()
    number = len(words)
    while number and words[number - 1].kinds & (_TIES | {"coordinator"}):
        number -= 1
    ties, before = words[number:], words[:number]
    while before and before[-1].kinds & _SAYS_NO_SUBJECT and before[-1].text not in POSSESSIVE:
        before.pop()
    if (
        not _only_beside_aims(sentence, clause)
        or not ties
        or len(before) < OWNER_AND_OF
        or before[-1].text not in POSSESSIVE
    ):
        return False
    opens = before[0].text in listed("open-ends", "zh", "joining") and before[0].start - clause.start <= _NEAR
    opens = opens or sentence.folded.startswith(_BETWEEN, before[-1].start - 1)
    return opens and clause.end - ties[-1].end <= OWNER_AND_OF and not any(map(is_act, before))


def _only_beside_aims(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a duty has no other clause, but for those that name an aim."""
    return all(is_aim(other) for other in sentence.content if other is not clause)


_BETWEEN = "间的"
_SAYS_NO_SUBJECT = frozenset(("affair", "vague-modifier"))
_TIES = frozenset(("relation", "joint", "broker"))


def _only_serves(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause provides service, whichever, and no other clause acts: 为客户提供全程服务."""
    giving = next((head for head in clause.heads if "giving" in head.kinds), None)
    last = clause.words[-1] if clause.words else None
    if giving is None or last is None or "service" not in last.kinds:
        return False
    between = [word for word in clause.words if giving.end <= word.start < last.start]
    known = length(between) == last.start - giving.end
    praised = sentence.folded[giving.end : last.start] in listed("vague-objects", "zh", "single-served")
    plain = praised or (known and all(word.kinds & _SAYS_NO_SERVICE for word in between))
    return plain and clause.end - last.end <= 1 and not sentence.others_act(clause)


_SAYS_NO_SERVICE = frozenset(("scope", "vague-modifier"))


def _only_coordinates(clause: Clause) -> bool:
    """Say whether a clause coordinates with somebody, on what isn't said: 与前台进行协调, 与相关部门沟通和协调."""
    if len(clause.heads) != OWNER_AND_OF or clause.object or clause.context_end == clause.start:
        return False
    first, broker = clause.heads
    vague = any("somebody" in word.kinds for word in clause.words)
    empty = "hollow-do" in first.kinds or (vague and "state" in first.kinds)
    return empty and "broker" in broker.kinds and "coordinator" in clause.words[0].kinds


def _brokered(clause: Clause) -> bool:
    """Say whether a phrase is the coordination of work, whichever: 各单位业务之协调."""
    if any("hollow" not in head.kinds for head in clause.heads):
        return False
    if len(clause.words) < OWNER_AND_OF + 1 or clause.words[-1].end < clause.end:
        return False
    owner, of, last = clause.words[-OWNER_AND_OF - 1 :]
    return "broker" in last.kinds and of.text in POSSESSIVE and not owner.kinds.isdisjoint(("class", "relation"))


def _brokers_parties(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause coordinates parties, on what isn't said, and no other clause acts: 代表公司协调各部门."""
    if not any("broker" in head.kinds for head in clause.heads) or sentence.others_act(clause):
        return False
    if any(head.kinds.isdisjoint(_BROKERING) for head in clause.heads):
        return False
    behind = clause.behind(clause.object_start)
    unknown = clause.end - clause.object_start - length(behind)
    return bool(behind) and unknown <= 1 and all(word.kinds & _PARTIES and "class" not in word.kinds for word in behind)


_BROKERING = frozenset(("broker", "hollow", "linking", "role-end"))
_PARTIES = frozenset(("scope", "somebody", "party", "coordinator", "vague-modifier"))
