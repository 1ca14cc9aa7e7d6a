"""Question 3: obedience, or rules that bind everyone."""

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language.clause import Clause, body
from jdlint.language.english import phrase_end
from jdlint.language.mark import Confidence, Mark, Sentence, first_of
from jdlint.language.opening import BEFORE_PERSON, PEOPLE, acts_plainly, at_head, tells_result
from jdlint.language.residue import NAMES_ACT, POSSESSIVE, residue
from jdlint.language.strength import strength
from jdlint.language.words import Word, length, listed
from jdlint.pattern import pattern

_FEW = 2
"""Acts up to which a sentence that opens with an attribute is one."""
_BARE = 2
"""Characters of an object up to which nothing tells it from any other."""
_RULES = frozenset(("rule", "vague-rule"))
_OBEYED = _RULES | {"obeyed"}
_BEFORE_VIRTUE = BEFORE_PERSON | {"vague-modifier"}
_NOT_ACTING = frozenset(("function", "both", "scope", "-s", "document-end"))

OBLIGATION = frozenset(("forbid", "bound", "bound-end", "cherish", "conduct", "decency"))
"""Kinds of words of which a duty has one where it binds everyone."""
OBLIGATION_TOGETHER = (
    (frozenset(("obey",)), _OBEYED | PEOPLE | {"virtue", "obedience"}),
    (frozenset(("carry-out",)), _RULES | {"class", "named"}),
    (frozenset(("obey",)), frozenset(("named",))),
)
"""Kinds that do so only beside words of other kinds."""


def obligation(sentence: Sentence) -> Mark | None:
    """Question 3: obedience, or rules that bind everyone."""
    shunned = _SHUNS.fullmatch(sentence.folded, *body(sentence.folded)) if "conduct" in sentence.kinds else None
    if shunned:
        return sentence.mark("duty/obligation-as-duty", shunned.span(), "binds-everyone", "high")
    plain = [clause for clause in sentence.content if not _tells_when(sentence, clause)] or [sentence.content[0]]
    clause = plain[0]
    acts = sentence.strength_of(clause) >= NAMES_ACT and not any("carry-out" in head.kinds for head in clause.heads)
    place = _binding(sentence, clause)
    if place is None and len(plain) > 1 and sentence.is_chinese and not acts and _leads_on(clause):
        clause = plain[1]
        place = _binding(sentence, clause)
    if place is None:
        manner = _mostly_manners(sentence)
        return sentence.mark("duty/obligation-as-duty", manner, "binds-everyone", "high") if manner else None
    later = [other for other in sentence.content if other is not clause and not _tells_when(sentence, other)]
    others = [other for other in later if not (_keeps_rules(other) or _tells_manner(other))]
    if not any(sentence.strength_of(other) or tells_result(other) or _leads_work(other) for other in others):
        return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", "high")
    if ("obedience" in clause.kinds or "bound" in clause.kinds) and not _respects(clause):
        sure: Confidence = "high" if "obedience" in clause.kinds else "medium"
        few = sum(sentence.strength_of(other) >= NAMES_ACT for other in others) < _FEW
        if any(_works_by_rules(sentence, clause, other) for other in others):
            return None
        return sentence.mark("duty/obligation-as-duty", place, "binds-everyone", sure if few else "medium")
    return None


def _binding(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find what binds everyone in a clause, or rules, or a paper of such, that it only carries out."""
    return _obligation_in(clause) or _carries_out(clause) or _executes_paper(sentence, clause)


def _works_by_rules(sentence: Sentence, clause: Clause, other: Clause) -> bool:
    """Say whether work of the post stands beside rules that it obeys: 遵守规章制度,|督促柜员按规程办理.

    Who obeys somebody, or bans himself something, does as he is told.
    """
    obey = first_of(clause, "obedience")
    if obey is None or obey.text not in listed("obligations", "zh", "single-kept"):
        return False
    return sentence.strength_of(other) >= NAMES_ACT and residue(other) >= _BARE


def _leads_work(clause: Clause) -> bool:
    """Say whether a clause leads work of the post, though of a whole field: 贯彻法规,|组织和规范质量管理工作."""
    return bool(clause.heads) and all(head.kinds >= _LEADS for head in clause.heads) and not _names_rule(clause)


def _names_rule(clause: Clause) -> bool:
    """Say whether a word of a clause names rules, and isn't its verb: 规范|管理制度."""
    return any("rule" in word.kinds and word not in clause.heads for word in clause.words)


_LEADS = frozenset(("act", "governing"))


def _leads_on(clause: Clause) -> bool:
    """Say whether what binds everyone may follow a clause: one that goes on with it, or that names no act at all.

    So does one that only tells to whom the post answers: 对服务经理负责,服从服务经理领导.
    """
    answers = _ANSWERS.fullmatch(clause.text, clause.start, clause.end) is not None
    return answers or _keeps_rules(clause) or not clause.heads


_ANSWERS = pattern("(?:并|直接)?(?:对|向)[^,;。]{2,12}(?:负责|负责并(?:报告|汇报)工作|(?:报告|汇报)工作)")


_SHUNS = pattern(r"(?:做到)?不[^、,;。不]{1,8}(?:[、,;]不[^、,;。不]{1,8})+")
"""Conduct that is only to be shunned: 不超速、不超员、不疲劳驾驶."""


def _carries_out(clause: Clause) -> tuple[int, int] | None:
    """Find rules of several kinds that are carried out, and nothing else: 执行国家法律、法规和公司规定."""
    head = clause.heads[0] if len(clause.heads) == 1 and "carry-out" in clause.heads[0].kinds else None
    if head is None or clause.act.isascii():
        return None
    behind = clause.behind(head.end)
    rules = [word for word in behind if word.kinds & _RULES]
    several = bool(rules) and rules[-1].end == clause.end and (len(rules) > 1 or _rules_of_superior(clause, rules[0]))
    acts = any(_acts(word) for word in _besides_origin(behind) if word.kinds.isdisjoint(_RULES))
    return (head.start, clause.end) if several and not acts else None


def _besides_origin(behind: Sequence[Word]) -> Sequence[Word]:
    """Leave out what only tells where rules come from: 主管部门|颁发的|各项规章制度, 副总经理|下达的|指令."""
    origins = listed("obligations", "zh", "single-issues")
    told = {
        word.start
        for word, later in pairwise(behind)
        if word.text in origins and later.text in POSSESSIVE and later.start == word.end
    }
    return [word for word in behind if word.start not in told]


def _rules_of_superior(clause: Clause, rule: Word) -> bool:
    """Say whether nothing is told of a rule but that it comes from above: 执行上级的|指示."""
    owner = clause.text[clause.heads[0].end : rule.start]
    between = [word for word in clause.words if clause.heads[0].end <= word.start < rule.start]
    between = list(_besides_origin(between))
    whom = clause.text[between[0].start : between[0].end] if between else ""
    issued = owner.removeprefix(whom).rstrip("的之") in ("", *listed("obligations", "zh", "single-issues"))
    if between and issued and owner.startswith(whom) and "role-end" in between[0].kinds:
        return all(word.text in POSSESSIVE for word in between[1:])
    return owner in listed("obligations", "zh", "single-superior")


def _executes_paper(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Find a paper that binds everyone and is only carried out: 严格执行《员工手册》的有关规定, not 《操作规程》."""
    head = clause.heads[0] if len(clause.heads) == 1 and clause.heads[0].kinds & _CARRIED_OUT else None
    if head is None or clause.act.isascii():
        return None
    paper = _PAPER.fullmatch(sentence.folded, head.end, clause.end)
    if paper is None or not paper[1].endswith(listed("obligations", "zh", "single-papers")):
        return None
    return head.start, clause.end


_CARRIED_OUT = frozenset(("obey", "carry-out"))
_PAPER = pattern(
    "[《「『“]([^》」』”]+)[》」』”](?:的?(?:各项|有关|相关|一切)?(?:规定|要求|条款|规章|制度|内容)(?:[和与及、](?:规定|要求|制度))?)?"
)
"""A paper, by its name, and what it says."""


def _mostly_manners(sentence: Sentence) -> tuple[int, int] | None:
    """Find a sentence that names no act and bans some conduct, and half of which is manners: 态度和蔼,不得争吵."""
    if not sentence.is_chinese or sentence.strongest >= NAMES_ACT or len(sentence.content) == 1:
        return None
    banned = next(filter(None, map(_banned, sentence.content)), None)
    manners = sum(bool(_banned(clause)) or _is_manner(clause) for clause in sentence.content)
    return banned if banned and 2 * manners >= len(sentence.content) else None


def _is_manner(clause: Clause) -> bool:
    return bool(clause.words) and "is" in clause.words[0].kinds and clause.words[0].end == clause.end


def _tells_manner(clause: Clause) -> bool:
    """Say whether a clause tells how one is to behave at work, or what to be: 办事要公正, 做一名合格的员工."""
    if clause.act.isascii() and clause.act:
        return False
    if _ANSWERS.fullmatch(clause.text, clause.start, clause.end) or _is_goal(clause) or _only_completes(clause):
        return True
    if clause.text.endswith(listed("obligations", "zh", "single-grooming"), clause.start, clause.end):
        return True
    if _BECOMES.match(clause.text, clause.start) and clause.words[-1].kinds & PEOPLE:
        return clause.words[-1].end == clause.end
    return any(
        "modal" in word.kinds and later.kinds & _PRAISE and later.start == word.end
        for word, later in pairwise(clause.words)
    )


def _only_completes(clause: Clause) -> bool:
    """Say whether a clause says that the work gets done, whichever: 努力完成全年工作任务."""
    head = clause.heads[0] if len(clause.heads) == 1 else None
    if head is None or "completes" not in head.kinds or clause.words[-1].end < clause.end:
        return False
    return bool(clause.words[-1].kinds & _WHICHEVER) and clause.words[-1].kinds.isdisjoint(("work-end",))


_WHICHEVER = frozenset(("class", "vague"))


def _is_goal(clause: Clause) -> bool:
    """Say whether a clause is a manner that is to be attained, and no more: 做到礼貌收费."""
    if len(clause.words) < _BARE or clause.words[0].start > clause.start or "attains" not in clause.words[0].kinds:
        return False
    return "attained" in clause.words[1].kinds and clause.words[1].start == clause.words[0].end


_BECOMES = pattern("(?:争)?[做当]好?一?[名个位]")
_PRAISE = frozenset(("opinion", "opinion-mild", "quality"))


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
        or _keeps_looks(clause)
        or clause.kinds & {"bound", "forbid"}
        or (strength(clause) < NAMES_ACT and _names_rule(clause))
    ):
        return True
    if not any("carry-out" in head.kinds for head in clause.heads):
        return False
    return not clause.kinds.isdisjoint(_RULES) or (residue(clause) <= _BARE and "class" in clause.words[-1].kinds)


def _keeps_looks(clause: Clause) -> bool:
    """Say whether a Chinese clause only tells how one is to look: 仪容保持整洁."""
    if not clause.text.startswith(listed("obligations", "zh", "single-looks"), clause.start):
        return False
    return bool(clause.words) and clause.words[-1].end == clause.end and bool(clause.words[-1].kinds & _PRAISE)


def _obligation_in(clause: Clause) -> tuple[int, int] | None:
    """Find what binds everyone in a clause."""
    found = _banned(clause) or _bound(clause) or _respects(clause) or _obeys_paper(clause)
    if found:
        return found
    return _english_obligation(clause) if clause.heads and clause.act.isascii() else _chinese_obligation(clause)


def _banned(clause: Clause) -> tuple[int, int] | None:
    """Find a ban on conduct (不得饮酒), or a clause that is nothing but a ban."""
    forbidding = first_of(clause, "forbid")
    if forbidding is None:
        return None
    if any(acts_plainly(head) for head in clause.heads[:1] if _rules_over(clause, head, forbidding)):
        return None
    conduct = next((w for w in clause.words if "conduct" in w.kinds and w.start >= forbidding.end), None)
    if conduct:
        return forbidding.start, conduct.end
    headed = at_head(clause, forbidding) and not _forbids_in_work(clause, forbidding)
    if "ban" in forbidding.kinds and (headed or _binds_others(clause, forbidding)):
        return forbidding.start, clause.end
    return None


def _forbids_in_work(clause: Clause, forbidding: Word) -> bool:
    """Say whether a ban tells how the work of the trade is done, with which things: 不得将初乳混入奶罐."""
    if forbidding.text.isascii() or _WHOSE & clause.kinds:
        return False
    return clause.text.startswith(listed("obligations", "zh", "single-handled"), forbidding.end)


_WHOSE = PEOPLE | {"others", "bound", "party"}


def _binds_others(clause: Clause, forbidding: Word) -> bool:
    """Say whether a ban is on those who don't belong here, whom no duty of a post binds: 闲杂人员不得入内."""
    before = [word for word in clause.words if word.end <= forbidding.start]
    if _are_strangers(clause, forbidding):
        return True
    if not before or "others" not in before[0].kinds or before[0].start > clause.start:
        return False
    told = length(before)
    return forbidding.start - clause.start - told <= _BARE


def _are_strangers(clause: Clause, forbidding: Word) -> bool:
    """Say whether people who don't belong here, whoever they are, stand before a ban: 非本库管理人员不得入内."""
    opens = clause.text.startswith(listed("obligations", "zh", "single-stranger"), clause.start)
    whom = clause.text[clause.start : forbidding.start].rstrip(_MUST)
    return opens and whom.endswith(listed("obligations", "zh", "single-stranger-end")) and len(whom) <= _STRANGERS


_MUST = "一律均皆都亦也"
_STRANGERS = 14
"""Characters that those have whom a ban binds."""


def _bound(clause: Clause) -> tuple[int, int] | None:
    """Find a phrase that binds everyone by itself, at the head of a clause or at the end of one that names no act."""
    bound = first_of(clause, "bound")
    if bound is not None and _only_tells_how(clause, bound):
        return None
    if bound is None or ("carried" in clause.words[0].kinds and bound.end < clause.context_end):
        return None
    if _are_urged(clause, bound):
        return None
    early = all(head.start >= bound.start or _is_aside(clause, head, bound) for head in clause.heads)
    early = early or bound.start <= max(clause.act_start, clause.context_end) or _is_minded(clause, bound)
    closing = not clause.act.isascii() and bound.end == clause.end and strength(clause) < NAMES_ACT
    closing = closing and not any("guarantee" in head.kinds for head in clause.heads)
    return (bound.start, bound.end) if early or closing else None


def _are_urged(clause: Clause, bound: Word) -> bool:
    """Say whether what binds everyone is what others are urged to: 倡导员工|发扬团队精神, not 全体员工|遵纪守法."""
    whom = next((word for word in clause.words if word.end == bound.start and word.kinds & PEOPLE), None)
    if whom is None or bound.text.isascii():
        return False
    return clause.text.startswith(listed("obligations", "zh", "single-urges"), clause.start)


def _only_tells_how(clause: Clause, bound: Word) -> bool:
    """Say whether what else binds everyone tells of a noun (必须穿的防护服), or how one acts (戴手套|分拣餐具)."""
    behind = clause.word_at(bound.end)
    if behind is None or bound.text.isascii():
        return False
    acts = "act" in behind.kinds and behind.kinds.isdisjoint(_NOT_ACTING | OBLIGATION) and behind.end < clause.end
    return (acts or behind.text in POSSESSIVE) and bound.text.startswith(listed("obligations", "zh", "single-worn"))


def _is_aside(clause: Clause, head: Word, bound: Word) -> bool:
    """Say whether a seeming verb before what binds everyone is whom it binds, or only says when."""
    return _is_subject(clause, head) or (len(head.text) == 1 and not _rules_over(clause, head, bound))


def _is_subject(clause: Clause, head: Word) -> bool:
    """Say whether a seeming English verb is who or what a ban is on: Staff must not …, Smoking is banned."""
    return "recipient" in head.kinds or (len(clause.heads) == 1 and "-ing" in head.kinds)


def _is_minded(clause: Clause, bound: Word) -> bool:
    """Say whether a clause only tells to mind what binds everyone: 注意仪容整洁."""
    head = clause.heads[0] if len(clause.heads) == 1 else None
    return head is not None and "minds" in head.kinds and bound.end == clause.end


def _chinese_obligation(clause: Clause) -> tuple[int, int] | None:
    """Find a Chinese verb of obeying with a rule as its object and no act behind it."""
    obey = first_of(clause, "obey")
    if obey is None or not at_head(clause, obey):
        return None
    behind = clause.behind(obey.end)
    if clause.object and "cherish" in obey.kinds and clause.kinds.isdisjoint(PEOPLE) and not any(map(_acts, behind)):
        return obey.start, clause.end
    if not behind or clause.kinds.isdisjoint(_OBEYED):
        return None
    if "obedience" in obey.kinds:
        closing = behind[-1] if behind[-1].kinds & _OBEYED and behind[-1].end == clause.end else _rule_joined(behind)
        if closing:
            return obey.start, closing.end
    rules = [word for word in behind if word.kinds & _RULES and not ("run" in word.kinds and _joined_on(clause, word))]
    acts = any(_acts(word) for word in _besides_origin(behind) if word.kinds.isdisjoint(_RULES))
    if not rules or acts or ("obedience" not in obey.kinds and _names_step(clause, obey, rules[0])):
        return None
    later = [word for word in behind if word.start >= rules[-1].end]
    told = length(later) >= clause.end - rules[-1].end - 1
    closes = (told and all(word.kinds & (_OBEYED | _JOINING) for word in later)) or "bound" in behind[-1].kinds
    return (obey.start, rules[-1].end) if closes else None


def _rule_joined(behind: Sequence[Word]) -> Word | None:
    """Give the rule that is obeyed before more is joined on: 遵守店内的规章制度|和认真完成指标."""
    for word, joint in pairwise(behind):
        if _acts(word) and word.kinds.isdisjoint(_RULES):
            return None
        if word.kinds & _RULES and "coordinator" in joint.kinds and joint.text != "、":
            after = next((later for later in behind if later.start >= joint.end), None)
            return word if after is not None and after.kinds & _ACTS_ON and after.start == joint.end else None
    return None


_ACTS_ON = frozenset(("act", "adverb", "pep"))


def _names_step(clause: Clause, obey: Word, rule: Word) -> bool:
    """Say whether a rule is by its name a step of the work, told with what it is done to: 执行|访客登记|制度."""
    steps = listed("obligations", "zh", "single-steps")
    told = clause.text[obey.end : rule.start]
    if told.endswith(steps):
        return True
    act = next((word for word in clause.words if word.end == rule.start and word.start >= obey.end), None)
    if act is None or "both" not in act.kinds or "function" in act.kinds:
        return False
    own = listed("obligations", "zh", "single-own-people")
    between = [word for word in clause.words if obey.end <= word.start < act.start]
    return act.start - obey.end - sum(_says_whose(word, own) for word in between) >= _BARE


def _says_whose(word: Word, own: tuple[str, ...]) -> int:
    """Give the length of a word that only says whose rule it is: 公司, 员工."""
    return word.end - word.start if "scope" in word.kinds or word.text in own else 0


def _respects(clause: Clause) -> tuple[int, int] | None:
    """Find people who are to be respected, and no more: 尊重同工."""
    obey = first_of(clause, "respects")
    behind = clause.behind(obey.end) if obey else ()
    if obey is None or len(behind) != 1 or behind[0].end < clause.end or behind[0].kinds.isdisjoint(PEOPLE):
        return None
    return (obey.start, clause.end) if at_head(clause, obey) else None


def _obeys_paper(clause: Clause) -> tuple[int, int] | None:
    """Find a paper that is to be obeyed, told by its name alone: 遵守《员工手册》."""
    obey = first_of(clause, "obedience")
    if obey is None or not at_head(clause, obey) or not _QUOTED.fullmatch(clause.text, obey.end, clause.end):
        return None
    return obey.start, clause.end


_QUOTED = pattern(r'[《“"「『]□+[》”"」』]')
"""A paper of which only the name is told, hidden."""
_JOINING = frozenset(("coordinator",))


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


def _english_obligation(clause: Clause) -> tuple[int, int] | None:
    """Find an English verb of obeying and what it obeys; those of keeping want a virtue (Maintain confidentiality)."""
    obey, kept = clause.heads[0], first_of(clause, "bound-end")
    if kept:
        return obey.start, kept.end
    if "treats" in obey.kinds and "decency" in clause.kinds:
        return obey.start, clause.end
    return _obeyed(clause, obey) if "obey" in obey.kinds else None


def _obeyed(clause: Clause, obey: Word) -> tuple[int, int] | None:
    """Find what a verb of obeying obeys, or one of keeping keeps: it is no virtue that only names a thing."""
    if _meets_request(clause, obey):
        return None
    weak = "obey-weak" in obey.kinds
    edge = phrase_end(clause, obey.end)
    behind = clause.behind(obey.end)
    named = [word for word in behind if word.start < edge and word.kinds & ({"virtue"} if weak else _KEPT)]
    if weak and named and any(word.kinds.isdisjoint(_BEFORE_VIRTUE) for word in behind if word.start < named[0].start):
        return None
    names = {word.start for word in behind if word.kinds & _KEPT}
    own = (word for word in behind if word.start < edge and not word.kinds & _KEPT and word.end + 1 not in names)
    if any(map(_acts, own)) or (named and weak and _FOLLOWED.match(clause.text, named[-1].end)):
        return None
    if named:
        return obey.start, named[-1].end
    return (obey.start, edge) if "obedience" in obey.kinds else None


def _meets_request(clause: Clause, obey: Word) -> bool:
    """Say whether somebody's request is met that has a date or a case: Comply with the auditors' requests by Friday."""
    behind = clause.text[obey.end : clause.end]
    said = frozenset(_WORDS.findall(behind))
    if said.isdisjoint(listed("obligations", "en", "single-asked")):
        return False
    if not said.isdisjoint(listed("obligations", "en", "single-general")):
        return False
    return "each" in said or clause.has_number or "deadline" in clause.kinds


_WORDS = pattern("[a-z]+")
_FOLLOWED = pattern(
    r" (?!(?:and|or|of|in|at|on|when|while|with|by|for|to|as|during|before|throughout|every|each|is)\b)"
)
"""What makes a virtue part of another noun: keep the uniform store."""
_KEPT = _RULES | {"virtue"}


def _acts(word: Word) -> bool:
    return "act" in word.kinds and word.kinds.isdisjoint(_NOT_ACTING)
