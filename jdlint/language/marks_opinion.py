"""Question 13: an opinion word is the only standard."""

from itertools import takewhile

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_end, phrase_words, unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.marks_goal import (
    acts_besides,
    only_attains,
    only_does_well,
    only_finishes,
    only_keeps_state,
    only_pledges_manner,
    only_pledges_praise,
)
from jdlint.language.residue import MAY_NAME_ACT, NAMES_ACT, POSSESSIVE, residue
from jdlint.language.words import Word, length
from jdlint.pattern import pattern

_SAYS_ENOUGH = frozenset(("duty/no-verb", "duty/support-unscoped"))


def subjective_qualifier(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 13: an opinion word is the only standard."""
    if sentence.is_measured:
        return None
    attained = only_attains(sentence)
    if attained is None and any(mark.rule in _SAYS_ENOUGH for mark in found):
        return None
    alone = attained or next(filter(None, (tell(sentence) for tell in _ALONE)), None)
    if alone:
        return sentence.mark("duty/subjective-qualifier", (alone.start, alone.end), "opinion", "high")
    for clause in sentence.content:
        weigh = _opinion_confidence if sentence.is_chinese else _english_opinion
        opinions = (
            word
            for number, word in enumerate(clause.words)
            if _is_opinion(clause, number) and not _tells_ground(clause, number)
        )
        weighed = ((word, weigh(sentence, clause, word)) for word in opinions)
        word, confidence = next((each for each in weighed if each[1] or sentence.is_chinese), (None, None))
        if word and confidence:
            return sentence.mark("duty/subjective-qualifier", (word.start, word.end), "opinion", confidence)
    return None


def _is_opinion(clause: Clause, number: int) -> bool:
    """Say whether a word is an opinion, or a mild one that makes a manner: in a timely and accurate manner."""
    word = clause.words[number]
    if "attributive" in word.kinds and not _PRAISED_NOUN.match(clause.text, word.end):
        return False
    if "opinion" in word.kinds or "opinion-mild" not in word.kinds:
        return "opinion" in word.kinds
    row = takewhile(lambda other: not other.kinds.isdisjoint(_OF_MANNER), clause.words[number:])
    return any("manner-end" in other.kinds for other in row) or _is_served(clause, word)


_PRAISED_NOUN = pattern(r" (?!(?:and|or|in|on|to|of|for|with|at|by|from|as|is|are|regarding|when|who|within)\b)[a-z]")
"""What follows praise that says nothing of anybody: a superior finish, but not reports to the superior daily."""


def _is_served(clause: Clause, word: Word) -> bool:
    """Say whether a mild word praises a service that is only given: provides a comprehensive HR service."""
    if not clause.heads or "giving" not in clause.heads[-1].kinds or not word.text.isascii():
        return False
    behind = phrase_words(clause, word.end)
    return bool(behind) and "served" in behind[-1].kinds and behind[-1].end >= phrase_end(clause, word.end) - 1


def _tells_ground(clause: Clause, number: int) -> bool:
    """Say whether an opinion only tells on what ground something is done: 在安全的|前提下保证物尽其用."""
    word, *behind = clause.words[number : number + 3]
    if behind and behind[0].text == "的" and behind[0].start == word.end:
        word, *behind = behind
    return bool(behind) and "frame-end" in behind[0].kinds and behind[0].start == word.end and word.text.endswith("的")


def _only_runs(sentence: Sentence) -> Word | None:
    """Give what a whole is to do, where a duty says only that it is to be ensured: 确保公司正常运转."""
    clause = sentence.content[0]
    if len(sentence.content) > 1 or not clause.heads or any(head.kinds.isdisjoint(_KEEPS) for head in clause.heads):
        return None
    word = first_of(clause, "runs")
    return word if word and word.end == clause.end and residue(clause) <= _OWN_NAME else None


def _only_builds(sentence: Sentence) -> Word | None:
    """Give how a whole is to be that somebody builds, where nothing else is done: 建立完善的应急机制."""
    clause = next((each for each in reversed(sentence.content) if "whole" in each.kinds), None)
    if clause is None or not clause.heads or acts_besides(sentence, clause, MAY_NAME_ACT):
        return None
    heads = [head for head in clause.heads if head.kinds.isdisjoint(_PRAISES)]
    if not heads or any("builds" not in head.kinds for head in heads) or clause.words[-1].end < clause.end:
        return None
    head = heads[-1]
    behind = next((word for word in clause.words if 0 <= word.start - head.end <= _MEASURE), None)
    if behind is None or "whole" not in clause.words[-1].kinds:
        return None
    if behind.text in POSSESSIVE:
        return head if "sound" in head.kinds else None
    return behind if behind.kinds & _PRAISES else None


_PRAISES = frozenset(("opinion", "opinion-mild"))
_MEASURE = 2
"""Characters that may count what is built: 一支."""


_KEEPS = frozenset(("result", "weak", "hollow"))
_OWN_NAME = 4
"""Characters up to which what is to run is one thing with a name: 保证自助设备正常运行."""


def _only_lasts(sentence: Sentence) -> Word | None:
    """Give what a tie is to be, where a duty says nothing else: 与客户建立长期稳定的合作关系."""
    clause = sentence.content[0]
    word = first_of(clause, "lasting")
    return word if word and len(sentence.content) == 1 and _praises_state(sentence, clause, word) else None


_ALONE = (
    _only_runs,
    _only_lasts,
    _only_builds,
    only_pledges_praise,
    only_pledges_manner,
    only_keeps_state,
    only_finishes,
)
"""What tells praise that is all that a duty says."""


def _opinion_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence | None:
    few = len(sentence.content) <= _FEW_CLAUSES
    if any(head is word for head in clause.heads):
        return None
    if _praises_state(sentence, clause, word) or (
        "opinion-strong" in word.kinds and few and _before_verb(clause, word)
    ):
        return None if _works_on(sentence, clause) else "high" if few else "medium"
    if acts_besides(sentence, clause, NAMES_ACT):
        return "low" if few and _before_verb(clause, word) else None
    if acts_besides(sentence, clause, MAY_NAME_ACT):
        return "low"
    if sentence.strength_of(clause) < NAMES_ACT or clause.kinds & {"relation", "vague"}:
        return "high"
    return _mild_confidence(sentence, clause, word)


def _works_on(sentence: Sentence, clause: Clause) -> bool:
    """Say whether work on something with a name stands beside other work, however it is praised."""
    named = sentence.strength_of(clause) >= NAMES_ACT and residue(clause) >= _OWN_NAME
    return named and acts_besides(sentence, clause, NAMES_ACT) and clause.words[-1].kinds.isdisjoint(_STATES)


def _mild_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence | None:
    """Weigh an opinion in a clause that names an act of its own."""
    if len(sentence.content) == 1:
        return "medium" if residue(clause) and not _praises_thing(clause, word) else "high"
    return "low" if clause is sentence.content[0] else None


def _praises_thing(clause: Clause, word: Word) -> bool:
    """Say whether a thing of some quality is only given or kept up: 提供专业的美容咨询, 维护良好的招聘渠道."""
    kept = all(head.kinds & _GIVES for head in clause.heads)
    return kept and (
        word.text.endswith("的") or any(other.start == word.end and other.text == "的" for other in clause.words)
    )


_GIVES = frozenset(("giving", "weak", "linking"))


def _before_verb(clause: Clause, word: Word) -> bool:
    """Say whether an opinion opens a clause as an adverb of its verb: 高效响应报修, but not 深化优质护理."""
    before = [other for other in clause.words if clause.context_end <= other.start < word.start]
    opens = all(other.kinds & _ADVERBIAL for other in before)
    told = length(before)
    return opens and word.start - told <= _opening(clause) and _follows(clause, word)


def _opening(clause: Clause) -> int:
    """Say where the words before the verb begin, behind what goes before the act."""
    return clause.start if clause.heads and clause.context_end == clause.heads[0].start else clause.context_end


def _follows(clause: Clause, word: Word) -> bool:
    """Say whether a verb follows, or letters that no table knows: 高效响应报修, not 高效的团队."""
    if not clause.heads:
        behind = clause.first_behind(word.end)
        return behind is None or behind.start > word.end + 1
    end = word.end
    for other in clause.behind(end):
        if other.start > end + 1 or other in clause.heads or other.kinds.isdisjoint(_ADVERBIAL):
            break
        end = other.end
    return any(end <= head.start <= end + 1 for head in clause.heads)


_ADVERBIAL = frozenset(("adverb", "connector", "coordinator", "pep", "pep-mild", "opinion", "opinion-mild"))


def _praises_state(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a clause wants a relation, an image or a service of some quality, and no other acts on anything."""
    last = clause.words[-1]
    given = _GIVEN_STATE if "state" in last.kinds else _MAKES
    makes = clause.kinds >= _SERVES or all(head.kinds & (_MAKES | _STATES | given) for head in clause.heads)
    if sentence.strength_of(clause) >= NAMES_ACT and not makes:
        return False
    if clause is not sentence.content[0] and any(
        _acts_on_something(sentence, other) for other in sentence.content if other is not clause
    ):
        return False
    return last.start >= word.end and last.end == clause.end and not last.kinds.isdisjoint(_STATES)


def _acts_on_something(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause names an act and its object; to do an act well, or to have a relation, is less."""
    if not clause.object or sentence.strength_of(clause) < NAMES_ACT or only_does_well(clause):
        return False
    tied = any("relation" in word.kinds and word.end == clause.end for word in clause.words[-1:])
    return not (tied and all("make" in head.kinds for head in clause.heads))


_STATES = frozenset(("relation", "state", "service"))
_SERVES = frozenset(("service", "giving"))
_MAKES = frozenset(("make", "weak", "hollow-do"))
_GIVEN_STATE = frozenset(("giving",))
_FEW_CLAUSES = 3
"""Clauses up to which the first one sets the tone of a sentence."""


def _english_opinion(sentence: Sentence, clause: Clause, word: Word) -> Confidence | None:
    """Weigh an English opinion: of the work as a whole, of what is provided, or of one thing among others."""
    if sentence.others_act(clause) or any(head is word for head in clause.heads):
        return None
    if sentence.others_act(clause, MAY_NAME_ACT):
        return "low"
    first, last = (clause.heads[0], clause.heads[-1]) if clause.heads else (word, word)
    leads = word.start < first.start
    direct = word.start <= phrase_end(clause, last.end) or not last.kinds.isdisjoint(("result", "assuring"))
    manner = sentence.folded.endswith(_MANNER, clause.start, _praise_start(clause, word)) and _tells_manner(
        sentence, clause, word
    )
    manner = manner or _is_adverbial(sentence, clause, word) or _is_kept_so(sentence, word)
    papers = "document-end" in clause.kinds and not _praises_work(sentence, clause, word)
    sure = manner or ((leads or direct or word.end >= clause.end - 1) and not papers)
    if sentence.strength_of(clause) < NAMES_ACT or clause.kinds & {"relation", "vague"}:
        return "high" if sure else "medium"
    if "fit" in word.kinds and not leads and not manner:
        return _of_thing(sentence, clause, word, first) if direct else "medium" if "giving" in first.kinds else None
    acts = [head for head in clause.heads if "is" not in head.kinds or "act" in head.kinds]
    return "high" if sure and (len(acts) == 1 or manner) else "medium"


def _is_kept_so(sentence: Sentence, word: Word) -> bool:
    """Say whether praise closes a phrase as the state in which things are kept: keep the instruments in good order."""
    if not word.text.endswith(_STATE) or not sentence.folded.endswith(" in ", 0, word.start):
        return False
    return not sentence.folded.endswith(_FOUND_IN, 0, word.start)


_FOUND_IN = (" is in ", " are in ", " be in ", " not in ", " those in ")
"""Behind what a state is only looked for: checks that the lines are in good order."""
_STATE = (" order", " condition", " repair", " state", " shape")


def _is_adverbial(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether an adverb says how the work is done: right behind its verb, or at the end: Make decisions quickly."""
    if not word.text.endswith("ly") or not clause.heads:
        return False
    if word.start == clause.heads[-1].end + 1:
        return _PRAISED.match(sentence.folded, word.end, clause.end) is None
    alone = word.end == clause.end and "act" in clause.heads[-1].kinds and len(clause.heads) <= _FEW_CLAUSES
    return alone and _DONE_SO.search(sentence.folded, clause.act_end, word.start) is None


_PRAISED = pattern(r" [a-z-]+ed\b")
_DONE_SO = pattern(r"\b(?:is|are|be|been|being)\b|[a-z]ed $")
"""What an adverb belongs to instead of the verb at the head: staff are trained properly."""


def _praises_work(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether it is what is done with papers that is praised, and no paper: proper maintenance of registers."""
    behind = clause.word_at(word.end + 1)
    if word.end >= clause.end or (behind is not None and "document-end" in behind.kinds):
        return False
    return _DONE_WITH.match(sentence.folded, word.end, clause.end) is not None


_DONE_WITH = pattern(r" [a-z-]+ of ")
_PARTICIPLE = pattern(r" [a-z]+(?:,|$)")
"""What an adverb praises at the end of a phrase: staff are properly trained, but not labelled with the date."""


def _of_thing(sentence: Sentence, clause: Clause, word: Word, first: Word) -> Confidence | None:
    """Weigh the praise of a thing: of a state (a good atmosphere), a service, a result, or of what may just fit."""
    behind = phrase_words(clause, word.end)
    if any("state" in other.kinds for other in behind):
        return "high"
    if "giving" in first.kinds:
        return "high" if behind and behind[-1].kinds & _GIVEN else "medium"
    if "assuring" in first.kinds and "document-end" not in clause.kinds:
        alone = word.end >= clause.end or _PARTICIPLE.match(sentence.folded, word.end, clause.end) is not None
        return "high" if word.text.endswith("ly") and alone else "medium"
    return None


_GIVEN = frozenset(("function", "support-noun", "given", "managed"))
"""What is praised as a whole where it is only given: provides sound advice."""


def _praise_start(clause: Clause, word: Word) -> int:
    """Say where a row of opinions begins: prompt, courteous and helpful."""
    start = word.start
    for before in reversed([other for other in clause.words if other.end <= word.start]):
        if start - before.end > len(", ") or before.kinds.isdisjoint(("opinion", "opinion-mild", "connector")):
            break
        start = before.start
    return start


def _tells_manner(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether an opinion belongs to no thing of its own: in a courteous manner, not in a courteous letter."""
    edge = phrase_end(clause, word.end)
    behind = phrase_words(clause, word.end)
    own = any(other.kinds.isdisjoint(_OF_MANNER) for other in behind)
    return not own and not unknown_between(sentence.folded, clause, word.end, edge)


_OF_MANNER = frozenset(("opinion", "opinion-mild", "connector", "manner-end", "is"))
_MANNER = (" of the ", " to a ", " to the ", " in a ", " in an ", " to an ", " with ")
"""What stands before an opinion of the whole work: to a satisfactory standard."""
