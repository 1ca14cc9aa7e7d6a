"""Question 2: an attribute or knowledge of a person that stands among duties."""

from jdlint.language.character import DESCRIBES, described, stands_alone
from jdlint.language.clause import Clause
from jdlint.language.empty_goal import is_aim
from jdlint.language.english import names_person, phrase_end, unknown_between
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.marks_wording import only_pledges
from jdlint.language.opening import BEFORE_PERSON, PEOPLE, tells_result
from jdlint.language.residue import HOLLOW, MAY_NAME_ACT, NAMES_ACT, PERSON
from jdlint.language.statement import is_done_to, is_of_person
from jdlint.language.words import Word, length, listed
from jdlint.pattern import pattern

_LEARNING = frozenset(("hollow", "hollow-do", "learns", "pep", "weak", "improves"))
_FEW = 2
"""Acts up to which a sentence that opens with an attribute is one."""
_DESCRIBING = frozenset(("adverb", "attained", "is", "opinion", "opinion-mild", "knows", "pep", "pep-mild", "quality"))
_DESCRIBED = 6
"""Characters up to which what stands behind 性格 only describes it."""

TRAIT = (
    frozenset(
        ("is", "knows", "learns", "self", "quality", "bearing", "prefers", "credential", "pep", "mindset", "known-well")
    )
    | DESCRIBES
)
"""Kinds of words of which a duty has one where it names an attribute."""


def trait(sentence: Sentence) -> Mark | None:
    """Question 2: an attribute or knowledge of a person."""
    clause = sentence.content[0]
    opener = _opener(sentence, clause)
    if opener is None or _holds_power(clause):
        return _self_growth(sentence) or _mindset(sentence) or _quality(sentence) or _without_opener(sentence)
    place = opener.start, clause.end
    if "learns" in opener.kinds:
        if "safe" in sentence.kinds and only_pledges(sentence):
            return None
        joined = len(clause.heads) > 1 and sentence.strength_of(clause)
        if joined or _acts_besides(sentence, clause) or any(map(_works, sentence.content[1:])):
            return _self_growth(sentence)
        early = opener.start <= clause.start + 1 or _follows_adverbs(clause, opener)
        return sentence.mark("duty/trait-as-duty", place, "knowledge", "high" if early else "medium")
    knows = "knows" in opener.kinds
    if knows and _rests_on_it(sentence, clause):
        return None
    confidence: Confidence = "medium" if _mostly_acts(sentence, clause) else "high"
    return sentence.mark("duty/trait-as-duty", place, "knowledge" if knows else "attribute", confidence)


def _follows_adverbs(clause: Clause, opener: Word) -> bool:
    """Say whether nothing but adverbs stands before a word: 经常深入|学习."""
    before = [word for word in clause.words if word.end <= opener.start]
    told = length(before)
    return told == opener.start - clause.start and all("adverb" in word.kinds for word in before)


def _then_acts(sentence: Sentence, clause: Clause, opener: Word) -> bool:
    """Say whether one is to know something only before an act: 熟悉样板间后|带客户讲解."""
    when = listed("context-words", "zh", "when")
    known = next((word for word in clause.words if word.start > opener.end and word.text in when), None)
    if known is None:
        return False
    later = any("act" in word.kinds and word.start >= known.end for word in clause.words)
    return later or (known.end == clause.end and sentence.others_act(clause))


def _rests_on_it(sentence: Sentence, clause: Clause) -> bool:
    """Say whether what is known is only what the work behind it rests on: 熟悉规程,指导操作人员."""
    if not sentence.is_chinese:
        return sentence.strength_of(clause) >= NAMES_ACT
    others = (other for other in sentence.content if other is not clause)
    return any(sentence.strength_of(other) >= _least_of(other) and _is_work(other) for other in others)


def _least_of(clause: Clause) -> int:
    """Say how surely a clause has to act: it is enough that work of one's own may (负责客户的开发与维护)."""
    return MAY_NAME_ACT if clause.heads and clause.heads[0].kinds & HOLLOW else NAMES_ACT


def _is_work(clause: Clause) -> bool:
    """Say whether a clause that acts is no more of what a person can or is: 能独立处理投诉, 参加培训."""
    able = clause.text.startswith(listed("traits", "zh", "single-able"), clause.start)
    return not able and bool(clause.heads) and not any(head.kinds & _NO_WORK for head in clause.heads)


_NO_WORK = PERSON | {"attend", "self"}


def _mostly_acts(sentence: Sentence, clause: Clause) -> bool:
    """Say whether acts make the greater part of a sentence that opens with an attribute."""
    return sentence.others_act(clause) and sentence.acts > _FEW


def _acts_besides(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause other than this one may act, but for those that say what a person knows."""
    others = zip(sentence.strengths, sentence.clauses, strict=True)
    return any(s and c is not clause and not (c.heads and c.heads[0].kinds & PERSON) for s, c in others)


def _works(clause: Clause) -> bool:
    return clause.modality == "support" or any("hollow" in head.kinds for head in clause.heads)


def _opener(sentence: Sentence, clause: Clause) -> Word | None:
    """Give the first verb where it is one of being or knowing."""
    for word in clause.words:
        if word.start < clause.context_end and clause.act.isascii():
            continue
        if word.kinds & PERSON:
            if _only_says_how(clause, word) or _is_of_thing(sentence, clause, word):
                return None
            if sentence.is_chinese and (_then_acts(sentence, clause, word) or is_aim(clause)):
                return None
            beside = "is" in word.kinds and _is_beside(clause, word)
            if beside or (word.kinds >= _ADJECTIVE and not stands_alone(sentence, clause, word)):
                return None
            return word if clause.act_start in {word.start, clause.context_end} else None
        if word.kinds.isdisjoint(BEFORE_PERSON) and word.text not in listed("sentence-damage", "zh", "treats"):
            return None
    return None


_ADJECTIVE = frozenset(("describes", "is"))


def _is_of_thing(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether something must be done to a thing: All rooms must be inspected before release."""
    if sentence.is_chinese or is_of_person(clause, word):
        return False
    return word.text.endswith(" be") and is_done_to(sentence, clause, word.end)


def _is_beside(clause: Clause, word: Word) -> bool:
    """Say whether what must be there is no quality: others, who do something (幼儿入园要有家长陪同)."""
    led = any(other.end <= word.start and "recipient" in other.kinds for other in clause.words)
    acts = any("act" in other.kinds for other in clause.words if other.start >= word.end)
    return led and acts and clause.kinds.isdisjoint(("quality", "credential"))


def _only_says_how(clause: Clause, word: Word) -> bool:
    """Say whether an adjective of character is the manner of the verb behind it: 亲切接待来宾, 细心核对单据."""
    if "how" not in word.kinds:
        return False
    behind = clause.first_behind(word.end)
    if behind is None or behind.start != word.end or not clause.object:
        return False
    return behind in clause.heads or ("preposition" in behind.kinds and bool(clause.heads))


def _self_growth(sentence: Sentence) -> Mark | None:
    for clause in sentence.content:
        word = first_of(clause, "self")
        if word:
            others = [other for other in sentence.content if other is not clause]
            alone = not sentence.others_act(clause) and not any(map(_tells_other_result, others))
            of_others = any(not head.kinds & _LEARNING for head in clause.heads) or _of_people(clause, word)
            attends = any(map(_attends_event, others))
            if attends or of_others or (not alone and not sentence.kinds.isdisjoint(PEOPLE)):
                return None
            place = word.start, word.end
            return sentence.mark("duty/trait-as-duty", place, "self-growth", "high" if alone else "low")
    return None


def _mindset(sentence: Sentence) -> Mark | None:
    """Find a way of thinking that somebody is to have, and nobody else is to be given: 树立良好的服务意识."""
    clause = sentence.content[0]
    if not sentence.is_chinese or not clause.heads or "instils" not in clause.heads[0].kinds or len(clause.heads) > 1:
        return None
    last = clause.words[-1]
    ends = last.end == clause.end and last.text.endswith(listed("traits", "zh", "mindset"))
    if not ends or not clause.kinds.isdisjoint(_OTHERS) or clause.context_end > clause.start:
        return None
    behind = clause.behind(clause.object_start)
    quoted = sum(map(clause.text[clause.object_start : clause.end].count, _QUOTED))
    known = length(behind) + quoted == clause.end - clause.object_start
    if not known or any("scope" in word.kinds and len(word.text) > 1 for word in behind):
        return None
    if sentence.others_act(clause, 1):
        return None
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "high")


_OTHERS = PEOPLE | {"party", "body-end"}
_QUOTED = '□"“”「」'
"""What is quoted, hidden, and its marks."""


def _of_people(clause: Clause, word: Word) -> bool:
    """Say whether a clause names people whose growth it is: 提高员工的技术水平, improve the skills of the packers."""
    if clause.act.isascii() and clause.act:
        behind = clause.behind(word.end)[:_OWNERS]
        if not behind or behind[0].text not in _BELONGS:
            return False
        unknown = unknown_between(clause.text, clause, behind[0].end, clause.end)[:1]
        return names_person(unknown) or any(other.kinds & _PERSONS for other in behind)
    owners = [other for other in clause.words if clause.act_end <= other.start and other.end <= word.start]
    return not clause.act.isascii() and any(other.kinds & PEOPLE for other in owners)


_OWNERS = 4
"""Words behind a quality within which stands whose it is."""
_BELONGS = frozenset(("of", "for", "among"))
_PERSONS = PEOPLE | {"whom"}


def _tells_other_result(clause: Clause) -> bool:
    """Say whether a clause tells what comes of an act, and not only of learning: 提高道德水准."""
    grows = clause.text.endswith(listed("traits", "zh", "single-growth"), clause.start, clause.end)
    own = grows and clause.kinds.isdisjoint(PEOPLE | {"party", "body-end"})
    return tells_result(clause) and not own


def _is_zeal(clause: Clause) -> bool:
    """Say whether a clause is nothing but words of zeal: 勤奋尽责, 任劳任怨."""
    told = length(clause.words)
    return bool(clause.words) and told == clause.end - clause.start and all(word.kinds & _ZEAL for word in clause.words)


_ZEAL = frozenset(("pep", "quality", "bound", "coordinator"))


def _attends_event(clause: Clause) -> bool:
    """Say whether a clause is about going to something that isn't training alone: 参加行业交流活动, 参加例会和培训."""
    if not any("attend" in head.kinds for head in clause.heads):
        return False
    meetings = listed("traits", "zh", "single-meetings")
    return "affair" in clause.words[-1].kinds or any(
        name in clause.text[clause.act_end : clause.end] for name in meetings
    )


def _quality(sentence: Sentence) -> Mark | None:
    """Find a sentence that names a quality (团队意识强) and no act."""
    if sentence.strongest >= NAMES_ACT:
        return _opening_quality(sentence) if sentence.is_chinese else None
    if sentence.is_chinese and all(map(_is_zeal, sentence.content)):
        first = sentence.content[0]
        return sentence.mark("duty/trait-as-duty", (first.start, sentence.content[-1].end), "attribute", "high")
    for clause in sentence.content:
        word = None if _holds_power(clause) else first_of(clause, "is") or first_of(clause, "quality")
        knows = not clause.heads or (word and "is" in word.kinds and all(h.kinds & PERSON for h in clause.heads))
        if word and not sentence.is_chinese and _may_tell_of_noun(word) and not _is_whole(sentence, clause, word):
            continue
        if word and knows and not sentence.strongest and not _is_of_thing(sentence, clause, word):
            return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "high")
    return None


def _holds_power(clause: Clause) -> bool:
    """Say whether what somebody has is a right, and nothing that he is: 拥有对下属奖惩的建议权."""
    return clause.text.endswith("权", clause.start, clause.end)


def _opening_quality(sentence: Sentence) -> Mark | None:
    """Find a quality that closes the first clause, whatever follows: 待客态度和蔼,主动介绍菜品."""
    clause = sentence.content[0]
    words = clause.words
    if clause.heads or sentence.strength_of(clause) or not words:
        return None
    if "is" not in words[-1].kinds and not ("quality" in words[-1].kinds and len(words) > 1):
        return None
    place = clause.start, clause.end
    return sentence.mark("duty/trait-as-duty", place, "attribute", "medium") if clause.end == words[-1].end else None


def _without_opener(sentence: Sentence) -> Mark | None:
    """Find an attribute that no verb of being opens."""
    if sentence.is_chinese:
        return _bearing(sentence) or _preferred(sentence) or _known_well(sentence)
    place = described(sentence)
    if place:
        confidence: Confidence = "medium" if sentence.others_act(sentence.content[0]) else "high"
        return sentence.mark("duty/trait-as-duty", place, "attribute", confidence)
    return _has_quality(sentence)


def _known_well(sentence: Sentence) -> Mark | None:
    """Find what somebody is said to know, brought forward by 对, and no work that rests on it: 对菜单了如指掌."""
    clause = sentence.content[0]
    last = clause.words[-1] if clause.words else None
    if last is None or "known-well" not in last.kinds or last.end < clause.end:
        return None
    if not clause.text.startswith(listed("traits", "zh", "single-of-what"), clause.start):
        return None
    if sentence.others_act(clause):
        return None
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "knowledge", "high")


def _has_quality(sentence: Sentence) -> Mark | None:
    """Find an English phrase that gives a person a quality (Have a good sense of humour), or is one and no more."""
    clause = sentence.content[0]
    head = clause.heads[0] if clause.heads else None
    nouns = _QUALITIES if head and "has" in head.kinds else _named_by(clause, head)
    named = next((word for word in clause.words if word.kinds & nouns and (not head or word.start > head.start)), None)
    if named is None or named.start > phrase_end(clause, clause.act_end):
        return None
    first = next((word for word in clause.words if word.text not in _ARTICLES), None)
    opens = first is not None and first.start <= clause.start + len("an ") and bool(first.kinds & _PRAISE)
    bare = (
        _is_whole(sentence, clause, named)
        and (opens or named.start <= clause.start)
        and all(_nominal(word) for word in clause.heads)
    )
    if not bare and not (head and "has" in head.kinds):
        return None
    confidence: Confidence = "medium" if sentence.others_act(clause) else "high"
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", confidence)


def _named_by(clause: Clause, head: Word | None) -> frozenset[str]:
    """Give the kinds of nouns that are a quality by themselves: proofs of it, too, behind what they are rated by."""
    rated = bool(clause.words) and "rated" in clause.words[0].kinds
    return _PROVEN if rated and (head is None or _nominal(head)) else frozenset(("quality",))


def _may_tell_of_noun(word: Word) -> bool:
    return "is" not in word.kinds or word.kinds >= _ADJECTIVE


def _is_whole(sentence: Sentence, clause: Clause, word: Word) -> bool:
    """Say whether a quality tells of no noun behind it, and nothing is done with it."""
    return stands_alone(sentence, clause, word) and not _IS.search(sentence.folded, word.end, clause.end)


_IS = pattern(r"\b(?:is|are|was|were) (?!essential|required|preferred|desirable|necessary|needed|an\b|a\b)")
"""What makes a quality the subject of what is done: references are taken up."""
_PROVEN = frozenset(("quality", "credential"))
_ARTICLES = frozenset(("a", "an"))
_QUALITIES = frozenset(("quality", "credential", "is"))
_PRAISE = frozenset(("opinion", "opinion-mild", "quality", "rated"))


def _nominal(word: Word) -> bool:
    return bool(word.kinds & {"-ing", "function", "both"})


def _bearing(sentence: Sentence) -> Mark | None:
    """Find what somebody is like, and nothing else, in the first clause: 个性主动积极."""
    clause = sentence.content[0]
    first = clause.words[0] if clause.words else None
    if first is None or "bearing" not in first.kinds or first.start > clause.start or sentence.strength_of(clause):
        return None
    described = clause.end > first.end and all(word.kinds & _DESCRIBING for word in clause.words[1:])
    if clause.heads or not described or clause.end - first.end > _DESCRIBED:
        return None
    confidence: Confidence = "medium" if sentence.acts >= _FEW else "high"
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", confidence)


def _preferred(sentence: Sentence) -> Mark | None:
    """Find who is preferred at the end of the sentence: 有…经历者优先."""
    clause = sentence.content[-1]
    last = clause.words[-1] if clause.words else None
    if last is None or "prefers" not in last.kinds or last.end < clause.end:
        return None
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "high")
