"""Question 5: what says something of the post or the place instead of a duty."""

import re
from functools import cache

from jdlint.language.clause import Clause, body
from jdlint.language.framed import may_be_framed
from jdlint.language.mark import Mark, Sentence, first_of
from jdlint.language.opening import acts_plainly, answered_for, at_head
from jdlint.language.residue import NAMES_ACT, is_act, manages
from jdlint.language.statement import is_done_to, said_of_post, stated, worked
from jdlint.language.words import Word, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_NEAR = 14
"""Characters within which what tells of the post stands from where its clause begins."""
_DEFINED = frozenset(("role-end", "body-end", "scope", "remark", "function"))
_ADVERBIAL = frozenset(("adverb", "condition", "preposition"))
_ABOUT = pattern(
    r"\b(?!of|in|at|for|to|by|with|and|or|through|from|under|within)\w+ (?:the|any|all|every) "
    r"|\b(?:on|about|any|every|each|daily|weekly|monthly|quarterly|regularly|immediately|to|if|when)\b"
)
"""What makes a report of a reporting line: Report to the board on cash, report to police the loss of keys."""

NON_DUTY = frozenset(
    (
        "under",
        "terms",
        "states",
        "certain",
        "entitled",
        "remark",
        "copula",
        "demanded",
        "offered",
        "worked",
        "unit-end",
        "perk",
    )
)
"""Kinds of words of which a text has one where it is no duty, but for lines, definitions and names of fields."""
_TURNED = frozenset(("passive", "leading"))
"""Kinds of words that a text has where it is a reporting line turned round: 由经理领导."""
_MEANING = pattern("[\"'“‘「『].*指", re.DOTALL)


class _Patterns(NamedTuple):
    """The build of Chinese lines and definitions, around the words of lexicon/remarks.yaml."""

    line: re.Pattern[str]
    """What every line of either kind holds."""
    answers: re.Pattern[str]
    reports: re.Pattern[str]
    term: re.Pattern[str]
    """A quoted term and what it means: “返修”指…."""


@cache
def _patterns() -> _Patterns:
    def any_of(kind: str) -> str:
        return f"(?:{'|'.join(listed('remarks', 'zh', kind))})"

    answers, reports = any_of("single-answers"), any_of("single-reports")
    return _Patterns(
        line=pattern(f"(?:对|向).*?(?:{answers}|{reports})", re.DOTALL),
        answers=pattern(rf"(?:对|向)[^,;。]{{2,12}}{answers}$"),
        reports=pattern(rf"{any_of('single-report-how')}*(?:对|向)[^,;。]{{2,12}}{reports}$"),
        term=pattern(rf"""["'“‘「『][^"'”’」』]{{1,12}}["'”’」』](?:是|系)?(?!{any_of("single-not-means")})指"""),
    )


def may_say_what_it_is(sentence: Sentence) -> bool:
    """Say whether a duty may be a reporting line or a definition, which only Chinese ones are."""
    folded = sentence.folded
    if not sentence.is_chinese:
        return False
    may_be_line = "对" in folded or "向" in folded
    return (
        may_be_framed(folded)
        or (may_be_line and _patterns().line.search(folded) is not None)
        or ("指" in folded and _MEANING.search(folded) is not None)
    )


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
        terms = first_of(clause, "terms") or stated(sentence, clause) or worked(sentence, clause)
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
        found = said_of_post(sentence)
        return (found, "remark") if found else None
    line = _guided(sentence) or _reporting_line(sentence) or _appointment(sentence.clauses[0])
    if line:
        return line, "answers-for" if _answers_for_thing(sentence.folded[slice(*line)]) else "reporting-line"
    meaning = None if any(map(_leads, sentence.content)) else _definition(sentence)
    if meaning:
        return meaning, "definition"
    return (body(sentence.folded), "remark") if _lists_perks(sentence) else None


def _lists_perks(sentence: Sentence) -> bool:
    """Say whether a duty lists what the post offers, and nothing else: 五险一金、双休; 年终奖+员工旅游."""
    perks = [word for word in sentence.words if "perk" in word.kinds]
    if len(perks) < _FEW_PERKS:
        return False
    start, end = body(sentence.folded)
    ends = [start, *(word.end for word in perks)]
    between = (sentence.folded[at : word.start] for at, word in zip(ends, perks, strict=False))
    named = listed("remarks", "zh", "single-perk-before")
    return _PERK_END.fullmatch(sentence.folded, ends[-1], end) is not None and all(
        not text or text in named for text in (part.strip(_BETWEEN_PERKS) for part in between)
    )


_FEW_PERKS = 2
_BETWEEN_PERKS = "、,;+/&和与及 ."
_PERK_END = pattern(r"[0-9%等 ]*")


def _answers_for_thing(line: str) -> bool:
    """Say whether it is a thing that somebody answers for, not whom: 对产品质量|负责."""
    verb = next(filter(line.endswith, listed("remarks", "zh", "single-answers")), "")
    return line.removesuffix(verb).endswith(listed("answered-for", "zh", "thing"))


def _reporting_line(sentence: Sentence) -> tuple[int, int] | None:
    clause = sentence.clauses[0]
    if sentence.strongest < NAMES_ACT:
        led = first_of(clause, "under")
        if led and "在" in sentence.folded[clause.start : led.start] and not any(map(_leads, sentence.content)):
            return clause.start, led.end
        found = _patterns().answers.search(sentence.folded, clause.start, clause.end)
        if found and (answered_for(clause) is None or _answers_for_thing(found.group())):
            return found.span()
    if all(map(_is_led, sentence.content)) and len(sentence.content) > 1:
        return clause.start, sentence.content[-1].end
    if len(sentence.content) > 1 or not clause.words or sentence.kinds & {"frequency", "document-end"}:
        return None
    first, last = clause.words[0], clause.words[-1]
    if last.end < clause.end or first.start > clause.start or last.start == first.start:
        return None
    turned = "passive" in first.kinds and "leading" in last.kinds
    return (
        (first.start, last.end)
        if turned or _patterns().reports.match(sentence.folded, clause.start, clause.end)
        else None
    )


def _guided(sentence: Sentence) -> tuple[int, int] | None:
    """Find what only tells who leads or guides the post as it works: 在护士长领导和主管护师指导下|开展工作."""
    start, end = body(sentence.folded)
    text = sentence.folded[start:end]
    if not text.endswith(_WORK) or not text.startswith("在"):
        return None
    works = text.removesuffix(_WORK)
    does = sorted(listed("remarks", "zh", "single-does-work"), key=len, reverse=True)
    works = next((works.removesuffix(one) for one in does if works.endswith(one)), works).rstrip(",、")
    guided = works.endswith("下") and works.rstrip("下之").endswith(listed("remarks", "zh", "single-guides"))
    return (start, end) if guided and len(sentence.content) == 1 else None


_WORK = "工作"


def _is_led(clause: Clause) -> bool:
    """Say whether a clause only tells who leads the post, and in what: 业务上受财务部指导."""
    passive = first_of(clause, "passive")
    if (
        passive is None
        or passive.start - clause.start > _FEW
        or passive.text not in listed("remarks", "zh", "single-led-by")
    ):
        return False
    last = clause.words[-1]
    return "leading" in last.kinds and last.end == clause.end


_FEW = 4
"""Characters that may say in what: 业务上."""


def _appointment(clause: Clause) -> tuple[int, int] | None:
    """Find a clause that tells who appoints somebody: 院长由董事会聘任."""
    passive = first_of(clause, "passive")
    if passive is None or passive.text != "由" or passive.start - clause.start > _NEAR:
        return None
    appoints = clause.text.endswith(listed("remarks", "zh", "single-appointed"), passive.end, clause.end)
    return (clause.start, clause.end) if appoints else None


def _leads(clause: Clause) -> bool:
    """Say whether a clause has something to lead: 在院长领导下,负责全科工作, not …开展工作."""
    leads = any(head.kinds & {"governing", "hollow"} and "hollow-do" not in head.kinds for head in clause.heads)
    return leads and (bool(clause.object) or answered_for(clause) is not None)


def _definition(sentence: Sentence) -> tuple[int, int] | None:
    """Find what says what a post or a unit is: 班长是全班的负责人."""
    clause = sentence.content[0]
    term = _patterns().term.match(sentence.folded, sentence.clauses[0].start)
    if term:
        return term.span()
    copula = first_of(clause, "copula")
    if copula is None or not clause.start <= copula.start <= clause.start + _NEAR:
        return None
    if copula.start == clause.start:
        return (clause.start, clause.end) if len(sentence.content) == 1 else None
    before = [word for word in clause.words if word.start < copula.start]
    named = before and all(word.kinds & _DEFINED for word in before) and not before[0].kinds & _ADVERBIAL
    return (clause.start, clause.end) if named else None


def _remark(sentence: Sentence, clause: Clause, remark: Word) -> Mark | None:
    place, reason = (remark.start, remark.end), "power" if "power" in remark.kinds else "remark"
    if sentence.is_chinese and (_is_for_another(clause, remark) or _is_power_besides(sentence, remark)):
        return None
    if "certain" in remark.kinds or _is_note(sentence, remark):
        return sentence.mark("duty/non-duty-text", place, reason, "high")
    early = at_head(clause, remark)
    if not sentence.is_chinese:
        near = early and remark.start - _opening_end(sentence.clauses[0]) <= _NEAR
        about = "reports" in remark.kinds and _ABOUT.search(sentence.folded, remark.end, clause.end)
        answers = "answers" in remark.kinds and _answers_for(sentence, clause, remark)
        treated = "twofold" in remark.kinds and _is_treated(sentence, clause, remark)
        told = about or answers or treated or any(head.end < remark.start and is_act(head) for head in clause.heads)
        return sentence.mark("duty/non-duty-text", place, reason, "high") if near and not told else None
    if "remark" in remark.kinds and (sentence.strength_of(clause) >= NAMES_ACT or _is_told_of(clause, remark)):
        return None
    if early and not sentence.others_act(clause):
        return sentence.mark("duty/non-duty-text", place, reason, "high")
    acts = sentence.strongest or any(map(acts_plainly, clause.heads))
    return None if acts else sentence.mark("duty/non-duty-text", place, reason, "high")


def _is_for_another(clause: Clause, remark: Word) -> bool:
    """Say whether something is done for, or with, what else would be a remark: 负责本岗位的安全, 配合值班|经理."""
    if any(word.end == remark.start and "carried" in word.kinds for word in clause.words):
        return True
    whom = clause.word_at(remark.end)
    if "entitled" in remark.kinds and whom is not None and whom.kinds & _OTHERS:
        return True
    own = remark.text in listed("remarks", "zh", "single-own-post")
    done = any("pep-do" in word.kinds and word.end <= remark.start for word in clause.words)
    return own and (done or any(head.end <= remark.start for head in clause.heads))


def _is_power_besides(sentence: Sentence, remark: Word) -> bool:
    """Say whether a right is told besides what is led, which is more of a duty: 负责现场管理,拥有奖罚的建议权."""
    return "power" in remark.kinds and any(map(_leads, sentence.content))


_OTHERS = frozenset(("role-end", "party", "recipient"))
_POSTS = frozenset(("determiner", "scope", "role-end", "body-end", "recipient", "whom"))


def _answers_for(sentence: Sentence, clause: Clause, remark: Word) -> bool:
    """Say whether a post answers for something, or has to do it: responsible to the board for …, to form …."""
    behind = clause.word_at(remark.end + 1)
    does = sentence.text[remark.end + 1 : remark.end + 2].islower() and (behind is None or not behind.kinds & _POSTS)
    return does or " for " in sentence.folded[remark.end : clause.end]


def _is_treated(sentence: Sentence, clause: Clause, remark: Word) -> bool:
    """Say whether something is done to what else would be a remark: The post is sorted, the position of a buoy."""
    if sentence.folded.startswith(" of ", remark.end):
        return True
    found = _BEING.match(sentence.folded, remark.end)
    return found is not None and is_done_to(sentence, clause, found.end())


_BEING = pattern(" (?:is|are|must be|will be)")


def _opening_end(clause: Clause) -> int:
    """Say where a clause begins behind whoever holds the post: The incumbent reports to …."""
    first = clause.words[0] if clause.words else None
    return first.end if first and "pronoun" in first.kinds and first.start == clause.start else clause.start


def _is_told_of(clause: Clause, remark: Word) -> bool:
    """Say whether a clause tells what is done about what else would be a remark: 保证工作环境整洁, 员工宿舍管理."""
    last = clause.words[-1]
    if any(head.kinds & _KEEPS and head.end == remark.start for head in clause.heads):
        return True
    if last.end == clause.end and (manages(last) or ("both" in last.kinds and "coordinator" not in clause.kinds)):
        return True
    return "condition" in clause.kinds or any("guarantee" in head.kinds for head in clause.heads)


_KEEPS = frozenset(("weak", "betters", "guarantee"))
"""Kinds of verbs of which a term of employment may be the object: 保持|工作环境|整洁."""


def _is_note(sentence: Sentence, word: Word) -> bool:
    """Say whether a word and its colon open the sentence, and so make a note of all the rest."""
    opens = "note" in word.kinds and word.start == sentence.clauses[0].start
    return opens and ":" in sentence.folded[word.end - 1 : word.end + 1]


def _field_name(sentence: Sentence, clause: Clause) -> Word | None:
    """Give a word such as 地点 or `salary` where a colon makes a field's name of it."""
    word = first_of(clause, "note") or first_of(clause, "remark-heading")
    named = word and word.end == clause.end and sentence.folded.startswith(":", clause.end)
    return word if named and clause is sentence.clauses[0] else None
