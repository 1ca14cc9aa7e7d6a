"""Questions 11, 12 and 14: alternatives, absolute results and pep words."""

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language.clause import SUPPORT, Clause
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.marks_goal import acts_besides, only_betters, only_urges, rouses_zeal
from jdlint.language.residue import MAY_NAME_ACT, NAMES_ACT, POSSESSIVE, VERBAL, is_act, residue
from jdlint.language.words import Word, length, listed
from jdlint.pattern import pattern

_NOMINAL = frozenset(("function", "plain", "role-end", "scope", "-s", "class"))
_WEAK = frozenset(("weak", "both"))
_IN_BRACKETS = pattern(r"\((?:或|or )")


def ambiguous_or(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 11: A or B as actor or as action, or own and support verbs at once."""
    for clause in sentence.clauses:
        if "alternative" in clause.kinds:
            for before, middle, after in zip(clause.words, clause.words[1:], clause.words[2:], strict=False):
                if "alternative" in middle.kinds and _alternative_acts(clause, before, middle, after):
                    if _is_decision(sentence, before, middle, after) or _names_somebody(sentence, before, after):
                        continue
                    if sentence.is_chinese and (_is_received(clause, before) or _is_sample(clause, before)):
                        continue
                    if sentence.is_chinese and _is_permitted(clause, after):
                        continue
                    papers = "document-end" in before.kinds and before not in clause.heads
                    confidence: Confidence = "medium" if papers else "high"
                    place = before.start, after.end
                    return sentence.mark("duty/ambiguous-or", place, "alternative-act", confidence)
        mixed = _own_and_support(clause) if clause.modality == "support" else _does_and_helps(clause)
        if mixed:
            return sentence.mark("duty/ambiguous-or", mixed, "own-and-support", "high")
    return _in_brackets(sentence) if "(" in sentence.folded else None


def _alternative_acts(clause: Clause, before: Word, middle: Word, after: Word) -> bool:
    """Say whether two words are verbs here, both at the head, or both a nominal end."""
    if not (before.kinds & _DOES and after.kinds & _DOES) or after.start > middle.end + len(" "):
        return False
    if _tells_of_noun(clause, before, after) or (before.kinds & after.kinds & _ATTENDS) or _is_denied(clause, before):
        return False
    if any(head is before for head in clause.heads) and any(head is after for head in clause.heads):
        return True
    if before.kinds & _WEAK and after.kinds & _WEAK and after.end == clause.end:
        return True
    if before.text.isascii():
        return False
    return "document-end" not in after.kinds and after.kinds.isdisjoint(_NOMINAL) and before.kinds.isdisjoint(_NOMINAL)


def _is_received(clause: Clause, before: Word) -> bool:
    """Say whether alternatives are what somebody is given, as the case is: 给予员工奖罚、培训或辞退, 接受检查或治疗."""
    receives = listed("open-ends", "zh", "single-receives")
    at = max(clause.text.rfind(word, clause.start, before.start) for word in receives)
    if at < 0 or any(head.start > at and head.start == before.start for head in clause.heads[:1]):
        return False
    between = (word for word in clause.words if at < word.start < before.start)
    return all("connector" not in word.kinds for word in between)


def _is_permitted(clause: Clause, after: Word) -> bool:
    """Say whether alternatives are what has to be approved before it is done: 采购或支付工程款|应经核准."""
    modal = next((word for word in clause.words if "modal" in word.kinds and word.start >= after.end), None)
    approves = listed("open-ends", "zh", "single-permits")
    return modal is not None and any(word in clause.text[modal.end : clause.end] for word in approves)


def _is_sample(clause: Clause, before: Word) -> bool:
    """Say whether alternatives are samples of work that is named: 例如盖章/分类文件."""
    such = listed("open-ends", "zh", "single-such")
    return any(word.text in such and word.end <= before.start for word in clause.words)


_ATTENDS = frozenset(("attend",))
_DOES = VERBAL | _ATTENDS


def _is_denied(clause: Clause, before: Word) -> bool:
    """Say whether it is a failing that goes on with `or`: 不|执行或执行不到位."""
    return clause.text.endswith(listed("negation", "zh", "denied"), clause.start, before.start)


def _tells_of_noun(clause: Clause, before: Word, after: Word) -> bool:
    """Say whether two verbs only tell which paper or thing is meant: 签发录用或辞退的通知, 签署聘任或解聘文件."""
    if any(word.start == after.end and word.text == "的" for word in clause.words):
        return True
    return not before.text.isascii() and any(head.end == before.start and is_act(head) for head in clause.heads)


def _names_somebody(sentence: Sentence, *words: Word) -> bool:
    """Say whether a verb begins the name of those who do it, or of their paper: 送货工人, 收件人, 送货单."""
    doers, others = listed("open-ends", "zh", "single-doers"), listed("open-ends", "zh", "single-no-doers")
    folded = sentence.folded
    return any(folded.startswith(doers, word.end) and not folded.startswith(others, word.end) for word in words)


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


def _does_and_helps(clause: Clause) -> tuple[int, int] | None:
    """Find an English verb of doing and one of helping with one object: Oversees and assists in daily cleaning."""
    if not clause.act.isascii():
        return _acts_and_helps(clause)
    for before, after in pairwise(clause.heads):
        joined = clause.text[before.end : after.start].strip() in _JOINED
        if joined and "helping" in after.kinds and before.kinds.isdisjoint(SUPPORT | {"beside-help"}):
            return before.start, after.end
    return None


def _acts_and_helps(clause: Clause) -> tuple[int, int] | None:
    """Find a Chinese act and helping, or taking part, with one object: 监督并协助清洁工作, not 监督并协助制定计划."""
    for before, after in pairwise(clause.heads):
        if before.kinds & SUPPORT or "act" not in before.kinds or not after.kinds & SUPPORT:
            continue
        behind = clause.behind(after.end)
        own = clause.end > after.end and not any(is_act(word) or word.kinds & _SET_TO_WORK for word in behind)
        own = own or _is_work_of(behind)
        if own and clause.text[before.end : after.start] in listed("open-ends", "zh", "single-both"):
            return before.start, after.end
    return None


def _is_work_of(words: Sequence[Word]) -> bool:
    """Say whether acts behind a verb are only the name of the work: 清洁与整理|的工作."""
    return len(words) > 1 and "class" in words[-1].kinds and words[-2].text in POSSESSIVE


_SET_TO_WORK = frozenset(("hollow-do", "party", "recipient", "role-end", "somebody"))
_JOINED = frozenset(("and", "or", "and/or", "&", "/", ","))


def _in_brackets(sentence: Sentence) -> Mark | None:
    """Find an alternative act in brackets: 处理(或协助处理)."""
    found = _IN_BRACKETS.search(sentence.folded)
    if found and any(head.end == found.start() for clause in sentence.clauses for head in clause.heads):
        return sentence.mark("duty/ambiguous-or", found.span(), "alternative-act", "high")
    return None


def absolute_guarantee(sentence: Sentence, _: list[Mark]) -> Mark | None:
    """Question 12: an absolute result that nobody controls."""
    rule = "duty/absolute-guarantee"
    pledged = False
    for clause in sentence.clauses:
        word = first_of(clause, "absolute")
        if word:
            return sentence.mark(rule, (word.start, word.end), "absolute", "high")
        never, pledge = first_of(clause, "never"), first_of(clause, "guarantee")
        if never and pledge and pledge.start < never.start:
            return sentence.mark(rule, (pledge.start, never.end), "absolute", "high")
        if never and pledged and _is_all(clause, never):
            return sentence.mark(rule, (never.start, never.end), "absolute", "high")
        pledged = pledge is not None and pledge.start == clause.start
    safe = only_pledges(sentence) if "safe" in sentence.kinds else None
    return sentence.mark(rule, safe, "absolute", "high") if safe else None


def _is_all(clause: Clause, never: Word) -> bool:
    """Say whether a clause goes on with what never happens: 保证制冷,|不积压; 做到日清,|账目无差错."""
    return never.start == clause.start or (not clause.heads and never.end == clause.end)


def only_pledges(sentence: Sentence) -> tuple[int, int] | None:
    """Find safety that is pledged where nothing is told that would bring it about: 确保行车安全."""
    clause = sentence.content[-1]
    last = clause.words[-1] if clause.words else None
    if (
        last is None
        or "safe" not in last.kinds
        or last.end < clause.end
        or acts_besides(sentence, clause, MAY_NAME_ACT)
    ):
        return None
    pledges = bool(clause.heads) and all("guarantee" in head.kinds for head in clause.heads)
    whole = pledges and clause.context_end == clause.start and sentence.content[0].modality != "support"
    return (clause.heads[0].start, clause.end) if whole else None


def exhortation(sentence: Sentence, found: list[Mark]) -> Mark | None:
    """Question 14: pep words that change nothing when they are removed."""
    if sentence.is_measured and not any(mark.rule == "duty/support-unscoped" for mark in found):
        return _only_rouses(sentence)
    slogans = _only_slogans(sentence) if sentence.is_chinese else None
    if slogans:
        return sentence.mark("duty/exhortation", slogans, "pep", "high")
    for clause in sentence.content:
        word = first_of(clause, "pep")
        if word and sentence.is_chinese and _only_unasked(sentence, clause, word):
            return None
        if word and (not clause.heads or word.start <= clause.heads[-1].start or _closes(clause, word)):
            confidence = _pep_confidence(sentence, clause, word)
            return sentence.mark("duty/exhortation", (word.start, word.end), "pep", confidence)
        if rouses_zeal(clause) and not sentence.others_act(clause):
            return sentence.mark("duty/exhortation", (clause.start, clause.end), "pep", "high")
    return _only_mild(sentence) if sentence.is_chinese else None


def _only_slogans(sentence: Sentence) -> tuple[int, int] | None:
    """Find a duty that is nothing but slogans: 安全生产,消除隐患."""
    slogans = listed("pep-words", "zh", "single-slogans")
    clauses = sentence.clauses
    if all(clause.text[clause.start : clause.end] in slogans for clause in clauses):
        return clauses[0].start, clauses[-1].end
    return None


def _only_rouses(sentence: Sentence) -> Mark | None:
    """Find zeal that alone is roused in those whom a role names, which measures nothing then: 激发教练的积极性."""
    clause = sentence.clauses[0]
    if len(sentence.clauses) > 1 or not rouses_zeal(clause) or clause.has_standard or clause.has_frequency:
        return None
    return sentence.mark("duty/exhortation", (clause.start, clause.end), "pep", "high")


def _only_mild(sentence: Sentence) -> Mark | None:
    """Find a mild word of zeal before a verb that says too little to bear it: 切实维护职工权益, 不断提高装备水平."""
    urged = only_urges(sentence, sentence.clauses[0])
    place = (urged.start, urged.end) if urged else only_betters(sentence)
    return sentence.mark("duty/exhortation", place, "pep", "high") if place else None


def _closes(clause: Clause, word: Word) -> bool:
    """Say whether an English adverb of zeal closes its clause: Expand market share actively."""
    return word.end == clause.end and word.text.endswith("ly")


def _pep_confidence(sentence: Sentence, clause: Clause, word: Word) -> Confidence:
    if clause is not sentence.content[0] and (not sentence.is_chinese or sentence.others_act(clause)):
        return "high" if sentence.is_chinese and _only_urges(sentence, clause, word) else "low"
    if "pep-strong" in word.kinds and not clause.has_document:
        return "high"
    if "pep-do" in word.kinds and not sentence.others_act(clause, MAY_NAME_ACT) and not clause.has_document:
        return "high"
    acts = sentence.acts
    told = sentence.is_chinese and sentence.strength_of(clause) >= NAMES_ACT and residue(clause) >= _OWN_OBJECT
    return "medium" if told or clause.has_document or acts > 1 else "high"


def _only_unasked(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether it is told who is dealt with unasked, which is no zeal: 主动与税务部门沟通, not 主动配合其他部门."""
    if word.text not in listed("pep-words", "zh", "single-unasked") or "somebody" in clause.kinds:
        return False
    behind = clause.behind(word.end)
    whom = next((number for number, other in enumerate(behind) if other.kinds & _WHOM), None)
    if whom is None or sentence.others_act(clause) or not any(head.kinds & _DEALS for head in clause.heads[:1]):
        return False
    generic = (other for other in behind if "function" not in other.kinds or "class" in other.kinds)
    return clause.end - word.end - length(generic) >= _OWN_OBJECT


_WHOM = frozenset(("party", "role-end", "recipient", "body-end"))
_DEALS = frozenset(("reaches", "support", "hollow-do", "broker"))


def _only_urges(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a sentence of few acts goes on with zeal and no paper: …,努力提高工程质量, …,积极探索新途径."""
    few = sentence.acts <= _FEW_ACTS
    return few and "pep-strong" in word.kinds and not clause.has_document


_FEW_ACTS = 3
_OWN_OBJECT = 2
"""Characters from which on an object tells the work, whatever the zeal: 主动介绍鞋款的面料."""
