"""Questions 2 to 5: what stands among duties and is none."""

import re
from itertools import takewhile

from jdlint.language.clause import Clause
from jdlint.language.english import phrase_end
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.strength import NAMES_ACT, residue, strength
from jdlint.language.words import Word, listed

_NEAR = 14
"""Characters that may stand between 其他 and the noun that it belongs to."""
_PEOPLE = frozenset(("recipient", "role-end", "somebody"))
_LEARNING = frozenset(("hollow", "hollow-do", "learns", "pep", "weak", "improves"))
_PERSON = frozenset(("is", "knows", "learns"))
_FEW = 2
"""Acts up to which a sentence that opens with an attribute is one."""
_BARE = 2
"""Characters of an object up to which nothing tells it from any other."""
_RULES = frozenset(("rule", "vague-rule"))
_OBEYED = _RULES | {"obeyed"}
_BEFORE_PERSON = frozenset(
    ("adverb", "determiner", "pep", "pep-mild", "opinion", "opinion-mild", "scope", "recipient", "frame-end")
)
_DESCRIBING = frozenset(("adverb", "is", "opinion", "opinion-mild", "knows", "pep", "pep-mild", "quality"))
_DESCRIBED = 6
"""Characters up to which what stands behind 性格 only describes it."""
_LEADING = _BEFORE_PERSON | {"hollow-do", "hollow", "obey", "modal"}
_NOT_ACTING = frozenset(("function", "both", "scope", "-s", "document-end"))
_REPORTS = re.compile(r"(?:对|向)[^,;。]{2,12}负责$")
_REPORTS_TO = re.compile(r"(?:直接|须|应|统一|只)*(?:对|向)[^,;。]{2,12}(?:汇报|报告|述职)$")
_TERM = re.compile(r"""["'“‘「『][^"'”’」』]{1,12}["'”’」』](?:是|系)?指(?!导|定|派|引|标|示|挥|令|南|出)""")
"""A quoted term and what it means: “返修”指…."""
_DEFINED = frozenset(("role-end", "body-end", "scope", "remark"))
_ADVERBIAL = frozenset(("adverb", "condition", "preposition"))
_STATEMENT = re.compile(
    r"(?:the|this|these|our)(?: [a-z-]+){0,4} (?:is|are) "
    r"(?:an?|open|available|located|situated|closed|part of|one of)\b"
    r"|(?:an?|the)(?: [a-z-]+){1,6} (?:is|are|will be) (?:provided|supplied|offered|included|payable)\b"
)
"""What a statement about the place or the post opens with: The museum is open …, This is an elected …."""
_ABOUT = re.compile(
    r"\b(?!of|in|at|for|to|by|with|and|or|through|from|under|within)\w+ (?:the|any|all|every) "
    r"|\b(?:on|about|any|every|each|daily|weekly|monthly|quarterly|regularly|immediately|to|if|when)\b"
)
"""What makes a report of a reporting line: Report to the board on cash, report to police the loss of keys."""


TRAIT = frozenset(("is", "knows", "learns", "self", "quality", "bearing", "prefers", "credential"))
"""Kinds of words of which a duty has one where it names an attribute."""


def trait(sentence: Sentence) -> Mark | None:
    """Question 2: an attribute or knowledge of a person."""
    clause = sentence.content[0]
    opener = _opener(clause)
    if opener is None:
        return _self_growth(sentence) or _quality(sentence) or _without_opener(sentence)
    place = opener.start, clause.end
    if "learns" in opener.kinds:
        joined = len(clause.heads) > 1 and sentence.strength_of(clause)
        if joined or _acts_besides(sentence, clause) or any(map(_works, sentence.content[1:])):
            return _self_growth(sentence)
        early = opener.start <= clause.start + 1
        return sentence.mark("duty/trait-as-duty", place, "knowledge", "high" if early else "medium")
    knows = "knows" in opener.kinds
    if knows and not sentence.is_chinese and sentence.strength_of(clause) >= NAMES_ACT:
        return None
    confidence: Confidence = "medium" if _mostly_acts(sentence, clause) else "high"
    return sentence.mark("duty/trait-as-duty", place, "knowledge" if knows else "attribute", confidence)


def _mostly_acts(sentence: Sentence, clause: Clause) -> bool:
    """Say whether acts make the greater part of a sentence that opens with an attribute."""
    return sentence.others_act(clause) and sum(s >= NAMES_ACT for s in sentence.strengths) > _FEW


def _acts_besides(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause other than this one may act, but for those that say what a person knows."""
    others = zip(sentence.strengths, sentence.clauses, strict=True)
    return any(s and c is not clause and not (c.heads and c.heads[0].kinds & _PERSON) for s, c in others)


def _works(clause: Clause) -> bool:
    return clause.modality == "support" or any("hollow" in head.kinds for head in clause.heads)


def _opener(clause: Clause) -> Word | None:
    """Give the first verb where it is one of being or knowing."""
    for word in clause.words:
        if word.start < clause.context_end and clause.act.isascii():
            continue
        if word.kinds & _PERSON:
            if _only_says_how(clause, word):
                return None
            return word if clause.act_start in {word.start, clause.context_end} else None
        if word.kinds.isdisjoint(_BEFORE_PERSON) and word.text not in listed("sentence-damage", "zh", "treats"):
            return None
    return None


def _only_says_how(clause: Clause, word: Word) -> bool:
    """Say whether an adjective of character is the manner of the verb behind it: 亲切接待来宾, 细心核对单据."""
    if "how" not in word.kinds:
        return False
    behind = next((other for other in clause.words if other.start >= word.end), None)
    return behind is not None and behind.start == word.end and behind in clause.heads and bool(clause.object)


def _self_growth(sentence: Sentence) -> Mark | None:
    for clause in sentence.content:
        word = first_of(clause, "self")
        if word:
            others = [other for other in sentence.content if other is not clause]
            alone = not sentence.others_act(clause) and not any(map(_tells_result, others))
            of_others = any(not head.kinds & _LEARNING for head in clause.heads)
            if of_others or (not alone and not sentence.kinds.isdisjoint(_PEOPLE)):
                return None
            place = word.start, word.end
            return sentence.mark("duty/trait-as-duty", place, "self-growth", "high" if alone else "low")
    return None


def _quality(sentence: Sentence) -> Mark | None:
    """Find a sentence that names a quality (团队意识强) and no act."""
    if sentence.strongest >= NAMES_ACT:
        return _opening_quality(sentence) if sentence.is_chinese else None
    for clause in sentence.content:
        word = first_of(clause, "is") or first_of(clause, "quality")
        knows = not clause.heads or (word and "is" in word.kinds and all(h.kinds & _PERSON for h in clause.heads))
        if word and knows and not sentence.strongest:
            return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "high")
    return None


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
        return _bearing(sentence) or _preferred(sentence)
    return _has_quality(sentence)


def _has_quality(sentence: Sentence) -> Mark | None:
    """Find an English phrase that gives a person a quality (Have a good sense of humour), or is one and no more."""
    clause = sentence.content[0]
    head = clause.heads[0] if clause.heads else None
    nouns = _QUALITIES if head and "has" in head.kinds else frozenset(("quality",))
    named = next((word for word in clause.words if word.kinds & nouns and (not head or word.start > head.start)), None)
    if named is None or named.start > phrase_end(clause, clause.act_end):
        return None
    opens = bool(clause.words) and clause.words[0].start == clause.start and bool(clause.words[0].kinds & _PRAISE)
    bare = opens and all(_nominal(word) for word in clause.heads)
    if not bare and not (head and "has" in head.kinds):
        return None
    confidence: Confidence = "medium" if sentence.others_act(clause) else "high"
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", confidence)


_QUALITIES = frozenset(("quality", "credential", "is"))
_PRAISE = frozenset(("opinion", "opinion-mild", "quality"))


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
    confidence: Confidence = "medium" if sum(s >= NAMES_ACT for s in sentence.strengths) >= _FEW else "high"
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", confidence)


def _preferred(sentence: Sentence) -> Mark | None:
    """Find who is preferred at the end of the sentence: 有…经历者优先."""
    clause = sentence.content[-1]
    last = clause.words[-1] if clause.words else None
    if last is None or "prefers" not in last.kinds or last.end < clause.end:
        return None
    return sentence.mark("duty/trait-as-duty", (clause.start, clause.end), "attribute", "high")


OBLIGATION = frozenset(("forbid", "bound", "bound-end", "cherish"))
RULES_TO_KEEP = frozenset(("obey", "carry-out"))
RULES_OR_VIRTUES = _OBEYED | {"virtue", "obedience"}
"""Kinds of words of which a duty has one where it binds everyone: of the first alone, or of each of the others."""


def obligation(sentence: Sentence) -> Mark | None:
    """Question 3: obedience, or rules that bind everyone."""
    plain = [clause for clause in sentence.content if not _tells_when(sentence, clause)] or [sentence.content[0]]
    clause = plain[0]
    if len(plain) > 1 and sentence.is_chinese and not _obligation_in(clause) and _keeps_rules(clause):
        clause = plain[1]
    place = _obligation_in(clause) or _carries_out(clause)
    if place is None:
        return None
    later = [other for other in sentence.content if other is not clause and not _tells_when(sentence, other)]
    others = [other for other in later if not _keeps_rules(other)]
    if not any(sentence.strength_of(other) or _tells_result(other) for other in others):
        return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", "high")
    if "obedience" in clause.kinds or "bound" in clause.kinds:
        sure: Confidence = "high" if "obedience" in clause.kinds else "medium"
        few = sum(sentence.strength_of(other) >= NAMES_ACT for other in others) < _FEW
        return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", sure if few else "medium")
    return None


def _carries_out(clause: Clause) -> tuple[int, int] | None:
    """Find rules of several kinds that are carried out, and nothing else: 执行国家法律、法规和公司规定."""
    head = clause.heads[0] if len(clause.heads) == 1 and "carry-out" in clause.heads[0].kinds else None
    if head is None or clause.act.isascii():
        return None
    behind = [word for word in clause.words if word.start >= head.end]
    rules = [word for word in behind if word.kinds & _RULES]
    several = len(rules) > 1 and rules[-1].end == clause.end
    return (
        (head.start, clause.end) if several and all(word.kinds & _RULES or not _acts(word) for word in behind) else None
    )


def _tells_when(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause only says when, or who, before what they must do: 值班期间, 未办完手续之前."""
    if not sentence.is_chinese or clause is sentence.content[-1] or not clause.words:
        return False
    last = clause.words[-1]
    return last.end == clause.end and last.text in listed("context-words", "zh", "when")


def _keeps_rules(clause: Clause) -> bool:
    """Say whether a clause behind an obligation goes on with it: 服从领导指挥,执行其工作指令."""
    if (
        _obligation_in(clause)
        or clause.kinds & {"bound", "forbid"}
        or (strength(clause) < NAMES_ACT and "rule" in clause.kinds)
    ):
        return True
    if not any("carry-out" in head.kinds for head in clause.heads):
        return False
    return not clause.kinds.isdisjoint(_RULES) or (residue(clause) <= _BARE and "class" in clause.words[-1].kinds)


def _tells_result(clause: Clause) -> bool:
    return bool(clause.heads) and "result" in clause.heads[0].kinds


def _obligation_in(clause: Clause) -> tuple[int, int] | None:
    """Find what binds everyone in a clause."""
    found = _banned(clause) or _bound(clause)
    if found:
        return found
    return _english_obligation(clause) if clause.heads and clause.act.isascii() else _chinese_obligation(clause)


def _banned(clause: Clause) -> tuple[int, int] | None:
    """Find a ban on conduct (不得饮酒), or a clause that is nothing but a ban."""
    forbidding = first_of(clause, "forbid")
    if forbidding is None:
        return None
    if any(_acts_plainly(head) for head in clause.heads[:1] if _rules_over(clause, head, forbidding)):
        return None
    conduct = next((w for w in clause.words if "conduct" in w.kinds and w.start >= forbidding.end), None)
    if conduct:
        return forbidding.start, conduct.end
    return (forbidding.start, clause.end) if "ban" in forbidding.kinds and _at_head(clause, forbidding) else None


def _bound(clause: Clause) -> tuple[int, int] | None:
    """Find a phrase that binds everyone by itself, at the head of a clause or at the end of one that names no act."""
    bound = first_of(clause, "bound")
    if bound is None or ("carried" in clause.words[0].kinds and bound.end < clause.context_end):
        return None
    early = not clause.heads or bound.start <= max(clause.act_start, clause.context_end) or _is_minded(clause, bound)
    closing = not clause.act.isascii() and bound.end == clause.end and strength(clause) < NAMES_ACT
    return (bound.start, bound.end) if early or closing else None


def _is_minded(clause: Clause, bound: Word) -> bool:
    """Say whether a clause only tells to mind what binds everyone: 注意仪容整洁."""
    head = clause.heads[0] if len(clause.heads) == 1 else None
    return head is not None and "minds" in head.kinds and bound.end == clause.end


def _chinese_obligation(clause: Clause) -> tuple[int, int] | None:
    """Find a Chinese verb of obeying with a rule as its object and no act behind it."""
    obey = first_of(clause, "obey")
    if obey is None or not _at_head(clause, obey):
        return None
    behind = [word for word in clause.words if word.start >= obey.end]
    if behind and "cherish" in obey.kinds and clause.kinds.isdisjoint(_PEOPLE) and not any(map(_acts, behind)):
        return obey.start, clause.end
    if not behind or clause.kinds.isdisjoint(_OBEYED):
        return None
    if "obedience" in obey.kinds and behind[-1].kinds & _OBEYED and behind[-1].end == clause.end:
        return obey.start, behind[-1].end
    rules = [word for word in behind if word.kinds & _RULES and not ("run" in word.kinds and _joined_on(clause, word))]
    if not rules or any(_acts(word) for word in behind if word.kinds.isdisjoint(_RULES)):
        return None
    closes = rules[-1].end >= clause.end - 1 or "bound" in behind[-1].kinds
    return (obey.start, rules[-1].end) if closes else None


def _joined_on(clause: Clause, word: Word) -> bool:
    """Say whether a verb only goes on with the one before: 维护管理, but not 服从管理."""
    obey = first_of(clause, "obey")
    return obey is not None and obey.end == word.start and "obedience" not in obey.kinds


def _rules_over(clause: Clause, head: Word, forbidding: Word) -> bool:
    """Say whether a verb may govern a ban: not one that is banned (不得利用…), nor one that says when (值勤时不得…)."""
    if clause.act.isascii():
        return True
    if head.start >= forbidding.end:
        return "modal" not in forbidding.kinds
    when = listed("context-words", "zh", "when")
    return not any(0 <= word.start - head.end <= 1 and word.text in when for word in clause.words)


def _acts_plainly(word: Word) -> bool:
    """Say whether a verb is an act of the post itself, as in 检查司机不得酒后驾车."""
    return "act" in word.kinds and word.kinds.isdisjoint(("both", "bound", "conduct", "forbid", "absolute"))


def _english_obligation(clause: Clause) -> tuple[int, int] | None:
    """Find an English verb of obeying and what it obeys; those of keeping want a virtue (Maintain confidentiality)."""
    obey, kept = clause.heads[0], first_of(clause, "bound-end")
    if kept:
        return obey.start, kept.end
    if "obey" not in obey.kinds:
        return None
    weak = "obey-weak" in obey.kinds
    edge = phrase_end(clause, obey.end)
    behind = [word for word in clause.words if word.start >= obey.end]
    named = [word for word in behind if word.start < edge and word.kinds & ({"virtue"} if weak else _RULES)]
    if weak and named and any(word.kinds.isdisjoint(_BEFORE_PERSON) for word in behind if word.start < named[0].start):
        return None
    kept_to = _RULES | {"virtue"}
    names = {word.start for word in behind if word.kinds & kept_to}
    own = (word for word in behind if word.start < edge and not word.kinds & kept_to and word.end + 1 not in names)
    if any(map(_acts, own)):
        return None
    if named:
        return obey.start, named[-1].end
    return (obey.start, edge) if "obedience" in obey.kinds else None


def _acts(word: Word) -> bool:
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_ACTING)


def _at_head(clause: Clause, word: Word) -> bool:
    between = [other for other in clause.words if clause.context_end <= other.start < word.start]
    if not all(other.kinds & _LEADING for other in between):
        return False
    if between and "modal" in between[-1].kinds and between[-1].end == word.start:
        return True
    unknown = word.start - clause.context_end - sum(other.end - other.start for other in between)
    return word.text.isascii() or unknown <= 1


CATCH_ALL = frozenset(("residual", "rest", "rest-if"))
"""Kinds of words of which a duty has one where it is the residual clause."""


def catch_all(sentence: Sentence) -> Mark | None:
    """Question 4: the residual clause."""
    for clause in sentence.content:
        place = _residual(sentence, clause)
        if place:
            others = (other for other in sentence.content if other is not clause and not _residual(sentence, other))
            mixed = any(sentence.strength_of(other) >= NAMES_ACT for other in others)
            mixed = mixed or _acts_before(sentence, clause, place[0])
            return sentence.mark("duty/catch-all", place, "residual", "medium" if mixed else "high")
    return None


def _residual(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    word = first_of(clause, "residual")
    if word:
        return word.start, word.end
    rest = first_of(clause, "rest") or first_of(clause, "rest-if")
    if rest is None:
        return None
    behind = [word for word in clause.words if word.start >= rest.end]
    nouns = [word for word in behind if "rest-noun" in word.kinds]
    if not sentence.is_chinese:
        near = bool(nouns) and nouns[0].start - rest.end <= _NEAR
        handed = "rest-if" not in rest.kinds or any("delegated" in word.kinds for word in behind)
        return (rest.start, nouns[0].end) if near and handed else None
    if not nouns or nouns[-1].end < clause.end - 1 or _acts_before(sentence, clause, rest.start):
        return None
    somebodys = any(word.kinds & {"recipient", "document-end"} for word in behind)
    return None if somebodys else (rest.start, nouns[-1].end)


def _acts_before(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Say whether the clause has an act of its own before a place: not 完成 or 承担, which hand the rest over."""
    handing = listed("residual-duties", sentence.language, "handing")
    return any(
        "act" in word.kinds and "function" not in word.kinds and word.text not in handing
        for word in clause.words
        if word.end <= end
    )


NON_DUTY = frozenset(("under", "terms", "states", "certain", "entitled", "remark", "copula"))
"""Kinds of words of which a text has one where it is no duty, but for lines, definitions and names of fields."""
_TURNED = frozenset(("passive", "leading"))
"""Kinds of words that a text has where it is a reporting line turned round: 由经理领导."""
_LINE = re.compile("(?:对|向).*?(?:负责|汇报|报告|述职)", re.DOTALL)
_MEANING = re.compile("[\"'“‘「『].*指", re.DOTALL)


def may_say_what_it_is(sentence: Sentence) -> bool:
    """Say whether a duty may be a reporting line or a definition, which only Chinese ones are."""
    folded = sentence.folded
    return sentence.is_chinese and (_LINE.search(folded) is not None or _MEANING.search(folded) is not None)


def non_duty(sentence: Sentence) -> Mark | None:
    """Question 5: a definition, a place, a reporting line, a benefit, a remark."""
    may_be_none = not sentence.kinds.isdisjoint(NON_DUTY) or sentence.kinds >= _TURNED or ":" in sentence.folded
    if not may_be_none and not may_say_what_it_is(sentence):
        return None
    said = _said_as_a_whole(sentence)
    if said:
        place, reason = said
        return sentence.mark("duty/non-duty-text", place, reason, "high")
    for clause in sentence.clauses:
        terms = first_of(clause, "terms") or _stated(clause)
        if terms:
            return sentence.mark("duty/non-duty-text", (terms.start, terms.end), "remark", "high")
        words = (first_of(clause, kind) for kind in ("certain", "entitled", "remark"))
        remark = next(filter(None, words), None) or _field_name(sentence, clause)
        if remark:
            return _remark(sentence, clause, remark)
    return None


def _said_as_a_whole(sentence: Sentence) -> tuple[tuple[int, int], str] | None:
    """Find what a sentence says of the post by its build: a line of reporting, a definition, a statement."""
    if not sentence.is_chinese:
        found = _STATEMENT.match(sentence.folded, sentence.clauses[0].start)
        return (found.span(), "remark") if found else None
    line, meaning = _reporting_line(sentence), _definition(sentence)
    return (line, "reporting-line") if line else (meaning, "definition") if meaning else None


def _reporting_line(sentence: Sentence) -> tuple[int, int] | None:
    clause = sentence.clauses[0]
    if sentence.strongest < NAMES_ACT:
        led = first_of(clause, "under")
        if led and "在" in sentence.folded[clause.start : led.start] and not _leads(sentence.content[-1]):
            return clause.start, led.end
        found = _REPORTS.search(sentence.folded, clause.start, clause.end)
        if found:
            return found.span()
    if len(sentence.content) > 1 or not clause.words or sentence.kinds & {"frequency", "document-end"}:
        return None
    first, last = clause.words[0], clause.words[-1]
    if last.end < clause.end or first.start > clause.start or last.start == first.start:
        return None
    turned = "passive" in first.kinds and "leading" in last.kinds
    return (first.start, last.end) if turned or _REPORTS_TO.match(sentence.folded, clause.start, clause.end) else None


def _leads(clause: Clause) -> bool:
    """Say whether a clause has something to lead: 在院长领导下,负责全科工作, not …开展工作."""
    return bool(clause.object) and any(
        head.kinds & {"governing", "hollow"} and "hollow-do" not in head.kinds for head in clause.heads
    )


def _definition(sentence: Sentence) -> tuple[int, int] | None:
    """Find what says what a post or a unit is: 班长是全班的负责人."""
    clause = sentence.content[0]
    term = _TERM.match(sentence.folded, sentence.clauses[0].start)
    if term:
        return term.span()
    copula = first_of(clause, "copula")
    if copula is None or not clause.start < copula.start <= clause.start + _NEAR:
        return None
    before = [word for word in clause.words if word.start < copula.start]
    named = before and all(word.kinds & _DEFINED for word in before) and not before[0].kinds & _ADVERBIAL
    return (clause.start, clause.end) if named else None


def _remark(sentence: Sentence, clause: Clause, remark: Word) -> Mark | None:
    place = remark.start, remark.end
    if "certain" in remark.kinds or _is_note(sentence, remark):
        return sentence.mark("duty/non-duty-text", place, "remark", "high")
    early = _at_head(clause, remark)
    if not sentence.is_chinese:
        near = early and remark.start - _opening_end(sentence.clauses[0]) <= _NEAR
        about = "reports" in remark.kinds and _ABOUT.search(sentence.folded, remark.end, clause.end)
        return sentence.mark("duty/non-duty-text", place, "remark", "high") if near and not about else None
    if "remark" in remark.kinds and (sentence.strength_of(clause) >= NAMES_ACT or _is_told_of(clause)):
        return None
    if early and not sentence.others_act(clause):
        return sentence.mark("duty/non-duty-text", place, "remark", "high")
    acts = sentence.strongest or any(map(_acts_plainly, clause.heads))
    return None if acts else sentence.mark("duty/non-duty-text", place, "remark", "high")


def _opening_end(clause: Clause) -> int:
    """Say where a clause begins behind whoever holds the post: The incumbent reports to …."""
    first = clause.words[0] if clause.words else None
    return first.end if first and "pronoun" in first.kinds and first.start == clause.start else clause.start


def _is_told_of(clause: Clause) -> bool:
    """Say whether a clause tells what is done about what else would be a remark: 保证工作环境整洁, 必要时户外工作."""
    return "condition" in clause.kinds or any("guarantee" in head.kinds for head in clause.heads)


def _is_note(sentence: Sentence, word: Word) -> bool:
    """Say whether a word and its colon open the sentence, and so make a note of all the rest."""
    opens = "note" in word.kinds and word.start == sentence.clauses[0].start
    return opens and ":" in sentence.folded[word.end - 1 : word.end + 1]


def _stated(clause: Clause) -> Word | None:
    """Give the subject of an English statement on the post itself: The position is paid by the hour."""
    words = [word for word in clause.words if word.kinds.isdisjoint(("determiner", "boundary"))]
    subjects = list(takewhile(lambda word: "stated" in word.kinds, words))
    if not subjects or subjects[0].start - clause.start > _NEAR or len(subjects) == len(words):
        return None
    verb = words[len(subjects)]
    near = verb.start - subjects[-1].end <= _NEAR
    return subjects[0] if near and "states" in verb.kinds else None


def _field_name(sentence: Sentence, clause: Clause) -> Word | None:
    """Give a word such as 地点 or `salary` where a colon makes a field's name of it."""
    word = first_of(clause, "note") or first_of(clause, "remark-heading")
    named = word and word.end == clause.end and sentence.folded.startswith(":", clause.end)
    return word if named and clause is sentence.clauses[0] else None
