"""Questions 11 to 14: alternatives, absolute results, opinions and pep words."""

from itertools import pairwise

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_end, phrase_words, unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.residue import MAY_NAME_ACT, NAMES_ACT, is_act, residue
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern

_VERBAL = frozenset(("act", "weak", "both", "hollow-do", "run", "submit", "support", "join", "hollow"))
_NOMINAL = frozenset(("function", "plain", "role-end", "scope", "-s", "class"))
_WEAK = frozenset(("weak", "both"))
_DOERS = ("工人", "人员", "者")
_SAYS_ENOUGH = frozenset(("duty/no-verb", "duty/support-unscoped"))
_IN_BRACKETS = pattern(r"\((?:或|or )")


def ambiguous_or(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 11: A or B as actor or as action, or own and support verbs at once."""
    for clause in sentence.clauses:
        if "alternative" in clause.kinds:
            for before, middle, after in zip(clause.words, clause.words[1:], clause.words[2:], strict=False):
                if "alternative" in middle.kinds and _alternative_acts(clause, before, after):
                    if _is_decision(sentence, before, middle, after) or _names_somebody(sentence, after):
                        continue
                    confidence: Confidence = "medium" if "document-end" in before.kinds else "high"
                    place = before.start, after.end
                    return sentence.mark("duty/ambiguous-or", place, "alternative-act", confidence)
        mixed = _own_and_support(clause) if clause.modality == "support" else None
        if mixed:
            return sentence.mark("duty/ambiguous-or", mixed, "own-and-support", "high")
    return _in_brackets(sentence) if "(" in sentence.folded else None


def _alternative_acts(clause: Clause, before: Word, after: Word) -> bool:
    """Say whether two words are verbs here, both at the head, or both a nominal end."""
    if not (before.kinds & _VERBAL and after.kinds & _VERBAL):
        return False
    if _tells_of_noun(clause, before, after):
        return False
    if any(head is before for head in clause.heads) and any(head is after for head in clause.heads):
        return True
    if before.kinds & _WEAK and after.kinds & _WEAK and after.end == clause.end:
        return True
    if before.text.isascii():
        return False
    return "document-end" not in after.kinds and after.kinds.isdisjoint(_NOMINAL) and before.kinds.isdisjoint(_NOMINAL)


def _tells_of_noun(clause: Clause, before: Word, after: Word) -> bool:
    """Say whether two verbs only tell which paper or thing is meant: 签发录用或辞退的通知, 签署聘任或解聘文件."""
    if any(word.start == after.end and word.text == "的" for word in clause.words):
        return True
    return not before.text.isascii() and any(head.end == before.start and is_act(head) for head in clause.heads)


def _names_somebody(sentence: Sentence, word: Word) -> bool:
    """Say whether a verb begins the name of those who do it: 送货工人."""
    return sentence.folded.startswith(_DOERS, word.end)


def _is_decision(sentence: Sentence, *words: Word) -> bool:
    """Say whether the alternatives are the two outcomes of one act: 批准或驳回, approve or reject."""
    together = "".join(word.text for word in words)
    return together.replace(" ", "") in listed("open-ends", sentence.language, "decision")


def _own_and_support(clause: Clause) -> tuple[int, int] | None:
    """Find taking part and leading in one breath: 参与主持."""
    for before, after in pairwise(clause.heads):
        if "join" in before.kinds and "lead" in after.kinds and after.start - before.end <= 1:
            return before.start, after.end
    return None


def _in_brackets(sentence: Sentence) -> Mark | None:
    """Find an alternative act in brackets: 处理(或协助处理)."""
    found = _IN_BRACKETS.search(sentence.folded)
    if found and any(head.end == found.start() for clause in sentence.clauses for head in clause.heads):
        return sentence.mark("duty/ambiguous-or", found.span(), "alternative-act", "high")
    return None


def absolute_guarantee(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 12: an absolute result that nobody controls."""
    rule = "duty/absolute-guarantee"
    for clause in sentence.clauses:
        word = first_of(clause, "absolute")
        if word:
            return sentence.mark(rule, (word.start, word.end), "absolute", "high")
        never, pledge = first_of(clause, "never"), first_of(clause, "guarantee")
        if never and pledge and pledge.start < never.start:
            return sentence.mark(rule, (pledge.start, never.end), "absolute", "high")
    return None


def subjective_qualifier(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 13: an opinion word is the only standard."""
    if sentence.is_measured or any(mark.rule in _SAYS_ENOUGH for mark in found):
        return None
    runs = _only_runs(sentence) or _only_lasts(sentence)
    if runs:
        return sentence.mark("duty/subjective-qualifier", (runs.start, runs.end), "opinion", "high")
    for clause in sentence.content:
        weigh = _opinion_confidence if sentence.is_chinese else _english_opinion
        weighed = ((word, weigh(sentence, clause, word)) for word in clause.words if "opinion" in word.kinds)
        word, confidence = next((each for each in weighed if each[1] or sentence.is_chinese), (None, None))
        if word and confidence:
            return sentence.mark("duty/subjective-qualifier", (word.start, word.end), "opinion", confidence)
    return None


def _only_runs(sentence: Sentence) -> Word | None:
    """Give what a whole is to do, where a duty says only that it is to be ensured: 确保公司正常运转."""
    clause = sentence.content[0]
    if len(sentence.content) > 1 or not clause.heads or any("result" not in head.kinds for head in clause.heads):
        return None
    word = first_of(clause, "runs")
    return word if word and word.end == clause.end and not residue(clause) else None


def _only_lasts(sentence: Sentence) -> Word | None:
    """Give what a tie is to be, where a duty says nothing else: 与客户建立长期稳定的合作关系."""
    clause = sentence.content[0]
    word = first_of(clause, "lasting")
    return word if word and len(sentence.content) == 1 and _praises_state(sentence, clause, word) else None


def _opinion_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence | None:
    few = len(sentence.content) <= _FEW_CLAUSES
    if any(head is word for head in clause.heads):
        return None
    if _praises_state(sentence, clause, word) or (
        "opinion-strong" in word.kinds and few and _before_verb(clause, word)
    ):
        return "high" if few else "medium"
    if sentence.others_act(clause):
        return "low" if few and _before_verb(clause, word) else None
    if sentence.others_act(clause, MAY_NAME_ACT):
        return "low"
    if sentence.strength_of(clause) < NAMES_ACT or clause.kinds & {"relation", "vague"}:
        return "high"
    return _mild_confidence(sentence, clause)


def _mild_confidence(sentence: Sentence, clause: Clause) -> Confidence | None:
    """Weigh an opinion in a clause that names an act of its own."""
    if len(sentence.content) == 1:
        return "medium" if residue(clause) else "high"
    return "low" if clause is sentence.content[0] else None


def _before_verb(clause: Clause, word: Word) -> bool:
    """Say whether an opinion opens a clause as an adverb of its verb: 高效响应报修, but not 深化优质护理."""
    before = [other for other in clause.words if clause.context_end <= other.start < word.start]
    opens = all(other.kinds & _ADVERBIAL for other in before)
    told = sum(other.end - other.start for other in before)
    return opens and word.start - told <= _opening(clause) and _follows(clause, word)


def _opening(clause: Clause) -> int:
    """Say where the words before the verb begin, behind what goes before the act."""
    return clause.start if clause.heads and clause.context_end == clause.heads[0].start else clause.context_end


def _follows(clause: Clause, word: Word) -> bool:
    """Say whether a verb follows, or letters that no table knows: 高效响应报修, not 高效的团队."""
    if not clause.heads:
        behind = next((other for other in clause.words if other.start >= word.end), None)
        return behind is None or behind.start > word.end + 1
    return any(word.end <= head.start <= word.end + 1 for head in clause.heads)


_ADVERBIAL = frozenset(("adverb", "connector", "pep", "pep-mild", "opinion", "opinion-mild"))


def _praises_state(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a clause wants a relation, an image or a service of some quality, and no other acts on anything."""
    makes = clause.kinds >= _SERVES or all(head.kinds & (_MAKES | _STATES) for head in clause.heads)
    if sentence.strength_of(clause) >= NAMES_ACT and not makes:
        return False
    if clause is not sentence.content[0] and any(_acts_on_something(sentence, other) for other in sentence.content):
        return False
    last = clause.words[-1]
    return last.start >= word.end and last.end == clause.end and not last.kinds.isdisjoint(_STATES)


def _acts_on_something(sentence: Sentence, clause: Clause) -> bool:
    return bool(clause.object) and sentence.strength_of(clause) >= NAMES_ACT


_STATES = frozenset(("relation", "state", "service"))
_SERVES = frozenset(("service", "giving"))
_MAKES = frozenset(("make", "weak", "hollow-do"))
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
    direct = word.start <= phrase_end(clause, last.end) or "result" in last.kinds
    manner = sentence.folded.endswith(_MANNER, clause.start, _praise_start(clause, word)) and _tells_manner(
        sentence, clause, word
    )
    sure = (leads or direct or manner or word.end >= clause.end - 1) and "document-end" not in clause.kinds
    if sentence.strength_of(clause) < NAMES_ACT or clause.kinds & {"relation", "vague"}:
        return "high" if sure else "medium"
    if "assuring" in first.kinds and "fit" in word.kinds and direct and "document-end" not in clause.kinds:
        return "high" if word.text.endswith("ly") else "medium"
    if "fit" in word.kinds and not leads and not manner:
        return "medium" if "giving" in first.kinds else None
    return "high" if sure and (len(clause.heads) == 1 or manner) else "medium"


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
    own = any(other.kinds.isdisjoint(("opinion", "opinion-mild", "connector", "manner-end")) for other in behind)
    return not own and not unknown_between(sentence.folded, clause, word.end, edge)


_MANNER = (" of the ", " to a ", " to the ", " in a ", " in an ", " to an ", " with ")
"""What stands before an opinion of the whole work: to a satisfactory standard."""


def exhortation(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 14: pep words that change nothing when they are removed."""
    if sentence.is_measured and not any(mark.rule == "duty/support-unscoped" for mark in found):
        return None
    for clause in sentence.content:
        word = first_of(clause, "pep")
        if word and (not clause.heads or word.start <= clause.heads[-1].start):
            confidence = _pep_confidence(sentence, clause, word)
            return sentence.mark("duty/exhortation", (word.start, word.end), "pep", confidence)
    return None


def _pep_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence:
    if clause is not sentence.content[0]:
        return "high" if sentence.is_chinese and _only_urges(sentence, clause, word) else "low"
    if "pep-strong" in word.kinds and not clause.has_document:
        return "high"
    acts = sum(s >= NAMES_ACT for s in sentence.strengths)
    told = sentence.is_chinese and sentence.strength_of(clause) >= NAMES_ACT and residue(clause) >= _OWN_OBJECT
    return "medium" if told or clause.has_document or acts > 1 else "high"


def _only_urges(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a sentence with hardly an act closes on zeal for a result: …,努力提高工程质量."""
    if "pep-strong" not in word.kinds or sentence.strength_of(clause) >= NAMES_ACT or clause.has_document:
        return False
    return sum(s >= NAMES_ACT for s in sentence.strengths) <= 1


_OWN_OBJECT = 2
"""Characters from which on an object tells the work, whatever the zeal: 主动介绍鞋款的面料."""
