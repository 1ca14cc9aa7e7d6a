"""Reads which authority a duty demands: approve finance.credit for 审批客户资信额度, nothing for 协助制定计划."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from jdlint.language.act_noun import is_noun_here
from jdlint.language.agency import FINITE, PERSONS, Agency, goes_on, joins_on
from jdlint.language.automaton import Match
from jdlint.language.demand_table import DemandRow, demand_row, reach
from jdlint.language.fold import fold
from jdlint.language.framed import Span, framed
from jdlint.language.glued import spaced
from jdlint.language.object_parse import Objects, objects_before, objects_behind
from jdlint.language.phrase_parse import Clause, Sentence, Token, noun_object, sentences, vocabulary
from jdlint.language.proposal import Proposal, advised_at
from jdlint.language.words import in_one_script, is_glued, listed
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_RANK = {"high": 2, "medium": 1, "low": 0}


class Demand(NamedTuple):
    """An authority that a duty needs."""

    act: str
    object: str
    confidence: str
    """high where every reader would insist, medium where a careful one would, low where it goes without saying."""
    start: int
    """Column in the original text where the demanding words begin."""
    end: int
    words: str
    around: str = ""
    """The words with what follows them in the text, where they name no thing that we know."""
    is_alike: bool = False
    """Whether no table tells it, but the duty reads like those that readers found to need it."""


class Cut(NamedTuple):
    """A text with the words of the vocabulary of duties in it."""

    text: str
    folded: str
    matches: list[Match]


def read_demands(text: str) -> tuple[Demand, ...]:
    """Give the authority that doing a duty needs, each act and object once, in the order of the text."""
    return demands_in(cut_all((text,))[0])


def cut_all(texts: Sequence[str]) -> list[Cut]:
    """Cut several duties into words, for the reason of `read_duties`."""
    vocabulary().dictionary.expect(texts)
    folded = [in_one_script(fold(text)) for text in texts]
    matches = list(map(vocabulary().dictionary.cut, folded))
    return list(map(Cut, texts, folded, matches))


def demands_in(duty: Cut) -> tuple[Demand, ...]:
    """Give the authority that doing a duty needs, as `read_demands` does."""
    text, folded, matches = duty
    if is_glued(folded):
        return _of_glued(text, folded)
    return demands_of(text, folded, matches) if reach().may_demand(matches) else ()


def _of_glued(text: str, folded: str) -> tuple[Demand, ...]:
    """Read a text whose blanks were lost, and tell where the words stand in it."""
    apart, columns = spaced(folded)
    found = demands_of(apart, apart, vocabulary().dictionary.cut(apart))
    places = [(demand, columns[demand.start], columns[demand.end]) for demand in found]
    return tuple(demand._replace(start=start, end=end, words=text[start:end]) for demand, start, end in places)


def demands_of(text: str, folded: str, matches: list[Match]) -> tuple[Demand, ...]:
    """Read the demands of a text with these words of the vocabulary of duties."""
    found: dict[tuple[str, str], Demand] = {}
    frames = framed(folded)
    for sentence in sentences(folded, matches):
        for demand in _of_sentence(sentence, text, folded, frames):
            known = found.get(demand[:2])
            if known is None or _RANK[demand.confidence] > _RANK[known.confidence]:
                found[demand[:2]] = demand
    return tuple(sorted(found.values(), key=_place))


def _place(demand: Demand) -> tuple[int, int]:
    return demand.start, demand.end


def _of_sentence(sentence: Sentence, text: str, folded: str, frames: tuple[Span, ...]) -> Iterator[Demand]:
    agency: Agency | None = None
    proposal = Proposal(sentence)
    for before, clause, behind in zip((None, *sentence[:-1]), sentence, (*sentence[1:], None), strict=True):
        reached = _reached(clause, behind)
        agency = Agency(agency, clause, folded) if reached else None
        if agency is None or _only_lists(clause, before):
            continue
        advised = advised_at(clause, behind)
        for place, token in enumerate(clause[:reached]):
            if frames and any(start < token.start < end for start, end in frames):
                continue
            is_own = token.acts and token.start >= advised and not (agency.closed and _is_theirs(token, agency))
            if is_own and not is_noun_here(clause, place, agency):
                yield from _of_act(clause, place, agency, text, proposal)
            agency.note(token)


def _reached(clause: Clause, behind: Clause | None) -> int:
    """Give how many words of a clause count: those up to its last act, or all where the next clause goes on."""
    if behind is not None and (goes_on(behind) or joins_on(behind)):
        return len(clause)
    reached = len(clause)
    while reached and not clause[reached - 1].acts:
        reached -= 1
    return reached if reached and reach().may_demand_here(clause) else 0


def _only_lists(clause: Clause, before: Clause | None) -> bool:
    """Tell whether nouns of action only go on with an English verb's objects: monitor progress, reviews, renewals."""
    if before is None or before[0].word.form not in FINITE or before[0].word.cues & _LIGHT:
        return False
    if not before[0].acts or _LEADS & set(before[0].acts):
        return False
    return all(token.word.form not in _VERBAL or token.word.noun for token in clause)


_VERBAL = frozenset(("verb", "verb-s", "verb-ing"))
_LIGHT = frozenset(("light",))
_LEADS = frozenset(("lead", "manage"))
"""Acts whose listed nouns are done all the same: manage recruitment, appraisal and discipline."""


def _is_theirs(token: Token, agency: Agency) -> bool:
    """Tell whether an act is somebody else's, unless it gives work to people."""
    return agency.is_theirs(is_giving=any(demand_row(act).is_giving for act in token.acts))


def _of_act(clause: Clause, place: int, agency: Agency, text: str, proposal: Proposal) -> Iterator[Demand]:
    token = clause[place]
    for act in token.acts:
        row = demand_row(act)
        is_proposed = row.is_setting and token.start < proposal.end
        if row.is_towards and not _is_towards(clause, place, agency.folded):
            continue
        if is_proposed or (row.is_setting and (_is_modest(clause, place, agency) or _is_means(clause, place))):
            continue
        objects = _objects(clause, place, agency, row)
        if objects is None or _decides_nothing(clause, place, act, objects):
            continue
        if _gives_no_work(clause, place, row, objects) or _is_routine(clause[place:], row):
            continue
        if row.is_setting and not set(objects.heads) - _PLANS and _is_for_customers(clause, place, objects):
            continue
        agency.taken = max(agency.taken, objects.end)
        start = token.start if objects.start < 0 else min(objects.start, token.start)
        end = max(objects.end, token.end)
        objects = _as_work(clause, place, act, objects, agency.folded)
        if _is_of_no_one(clause, place, objects, agency.folded):
            continue
        around = "" if objects.heads else text[start : end + _FOLLOWING]
        shared = _LOOKS if end <= agency.shared else ()
        for needed, thing, confidence in row.needed_alone(objects, shared):
            yield Demand(needed, thing, confidence, start, end, text[start:end], around)


def _is_towards(clause: Clause, place: int, folded: str) -> bool:
    """Tell whether 对 names before an act what it is on, and not one's own: 对各村的账目进行监督, not 对本班的作业."""
    own = listed("cues", "zh", "single-own-unit")
    before = clause[max(place - _AROUND, 0) : place]
    return any("towards" in token.word.cues and not folded.startswith(own, token.end) for token in before)


_AROUND = 16
"""So many words around an act count, which keeps a long list from being read once for each of its acts."""


_LOOKS = frozenset(("assess", "review", "inspect"))
"""Acts that somebody has no power over alone who does them with others."""
_FOLLOWING = 24
"""Characters within which a thing that we don't know is named behind an act."""


def _gives_no_work(clause: Clause, place: int, row: DemandRow, objects: Objects) -> bool:
    if row.is_giving and _is_given_by_others(clause, place, objects):
        return True
    return _is_undergone(clause, row, objects)


def _is_undergone(clause: Clause, row: DemandRow, objects: Objects) -> bool:
    """Tell whether people are only to do what concerns them: 安排员工参加培训, 挑选员工参加培训."""
    takes_people = row.is_giving or row.manner.is_making
    return (
        takes_people
        and objects.heads == ("staff",)
        and any(token.start == objects.end and "undergone" in token.word.cues for token in clause)
    )


def _is_given_by_others(clause: Clause, place: int, objects: Objects) -> bool:
    """Tell whether work is only done that somebody else has given: 完成店长分派工作, but not 完成员工调配."""
    if not objects.heads and "hand_work" not in clause[place].acts:
        return False
    givers = list(takewhile(_may_give, reversed(clause[:place])))
    return bool(givers) and len(givers) < place + 1 and _fulfils(clause[: place - len(givers)])


def _may_give(token: Token) -> bool:
    return token.word.noun == "staff" or not token.word.cues.isdisjoint(_GIVERS)


def _fulfils(before: Clause) -> bool:
    return bool(before) and "fulfil" in before[-1].word.cues


_GIVERS = frozenset(("shield", "unit", "tail", "cause"))
"""Cues of the words for superiors and for the company: 上级, 部门, 公司, 领导."""


def _as_work(clause: Clause, place: int, act: str, objects: Objects, folded: str) -> Objects:
    """Take what is for people of one's own as their roster, and what is handed to them as their work."""
    if "schedule" in objects.heads and _is_for_staff(clause, objects.end):
        return objects._replace(heads=("roster",))
    is_thing = not _THINGS.isdisjoint(objects.heads) and not _is_share(objects, folded)
    if act != "assign" or is_thing or any(demand_row(act).needed(objects)):
        return objects
    return objects._replace(heads=("task",)) if _is_handed_to_staff(clause, place, folded) else objects


def _decides_nothing(clause: Clause, place: int, act: str, objects: Objects) -> bool:
    """Tell whether a thing is only compared, kept as it should be or looked at with others, or people shown the way."""
    if act == "inspect":
        return _is_compared(clause, objects)
    if act == "evaluate":
        return _is_joint(clause, place)
    return _is_kept_so(clause, act, objects) or (act in _LEADS and _is_shown_the_way(clause, objects))


def _is_joint(clause: Clause, place: int) -> bool:
    """Tell whether an opinion is formed together with others: evaluates suppliers together with the buyers."""
    return any("jointly" in token.word.cues for token in clause[place:])


def _is_kept_so(clause: Clause, act: str, objects: Objects) -> bool:
    """Tell whether a thing is only to stay as it should be (keeps the float topped up), or to be known to others."""
    kept = "so" if act == "custody" else "told"
    return any(token.start == objects.end + 1 and kept in token.word.cues for token in _at(clause, objects.end, 1))


_PLANS = frozenset(("plan", "programme", "target", "schedule", "place"))
_CUSTOMERS = frozenset(("customer", "overseen"))
_BEFORE_CUSTOMERS = frozenset(("purpose", "given", "stop"))


def _is_for_customers(clause: Clause, place: int, objects: Objects) -> bool:
    """Tell whether a plan is one for those whom one serves: 为客户制定计划, sets goals with clients."""
    around = [*clause[max(0, place - _NEAR) : place], *_at(clause, objects.end, _NEAR)]
    return any(
        named.word.noun in _CUSTOMERS and not _BEFORE_CUSTOMERS.isdisjoint(before.word.cues)
        for before, named in pairwise(around)
    )


_NEAR = 3
"""Words before or behind an act among which those are named for whom it is done."""


def _is_shown_the_way(clause: Clause, objects: Objects) -> bool:
    """Tell whether people are only led to a place: directs drivers to the weighbridge."""
    return any(
        token.start == objects.end + 1 and "to_place" in token.word.cues for token in _at(clause, objects.end, 1)
    )


def _is_routine(behind: Clause, row: DemandRow) -> bool:
    """Tell whether what is a power on a ground alone is done on none: Closes the pool at nine."""
    return row.is_on_ground and not any("ground" in token.word.cues for token in behind)


def _at(clause: Clause, column: int, count: int) -> Clause:
    """Give so many words of a clause from a column on."""
    place = bisect_left(clause, column, key=_start)
    return clause[place : place + count]


_start = attrgetter("start")


def _is_of_no_one(clause: Clause, place: int, objects: Objects, folded: str) -> bool:
    """Tell whether a performance is that of a thing: monitor performance of the pumps."""
    token = clause[place]
    if "assess" not in token.acts or not folded.endswith(_PERFORMANCE, token.start, token.end):
        return False
    behind = clause[place + 1] if place + 1 < len(clause) else None
    return behind is not None and "of" in behind.word.cues and "staff" not in objects.heads


_PERFORMANCE = ("performance", "evaluation", "evaluations", "review", "reviews")


def _is_handed_to_staff(clause: Clause, place: int, folded: str) -> bool:
    """Tell whether a verb hands something to people of one's own: assigns stories to reporters, 分派订单给跟单员."""
    behind = iter(clause[place + 1 :])
    towards = next((token for token in behind if token.word.cues & _TOWARDS_STAFF), None)
    if towards is None or (folded[towards.start].isascii() and not folded.startswith(_TO, towards.start)):
        return False
    phrase = list(takewhile(_is_of_phrase, behind))
    while phrase and not (phrase[-1].word.noun or phrase[-1].acts):
        phrase.pop()
    return bool(phrase) and phrase[-1].word.noun == "staff"


def _is_for_staff(clause: Clause, end: int) -> bool:
    """Tell whether what an English noun phrase names is for people of one's own: schedules for the kitchen team."""
    behind = iter(_at(clause, end, _NEAR + 1))
    first = next(behind, None)
    if first is None or first.start != end + 1 or first.word.cues.isdisjoint(_FOR):
        return False
    phrase = list(takewhile(_is_of_phrase, behind))
    return bool(phrase) and phrase[-1].word.noun == "staff"


_FOR = frozenset(("of", "preposition"))


def _is_share(objects: Objects, folded: str) -> bool:
    """Tell whether rooms are a share of the work: assigns 14 rooms to each attendant, not a room to a tutor."""
    return objects.heads == _ROOMS and _SHARE.search(folded, 0, objects.end + _FOLLOWING) is not None


_ROOMS = ("room",)
_SHARE = pattern(r"\b\d+ (?:[a-z]+ )?rooms\b|\brooms to (?:each|every)\b")
_THINGS = frozenset(("goods", "place", "room"))
"""Classes of nouns that are no work for whom they are handed to: assigns lockers to employees."""
_TOWARDS_STAFF = frozenset(("stop", "given"))
_TO = ("to", "among", "between", "across", "over")
"""English words behind which those stand to whom work is handed; what is scheduled with people may be a meeting."""


def _is_of_phrase(token: Token) -> bool:
    """Tell whether a word may be part of a noun phrase: planning assistants, the senior clerk."""
    return bool(token.word.noun) or not token.word.cues.isdisjoint(_IN_PHRASE) or token.word.form == "verb-ing"


_IN_PHRASE = frozenset(("tail", "often"))


def _is_compared(clause: Clause, objects: Objects) -> bool:
    """Tell whether papers or goods are only compared with others: checks invoices against delivery notes."""
    if not any("compared" in token.word.cues for token in _at(clause, objects.end, _AROUND)):
        return False
    return all(head not in PERSONS and noun_object(head).startswith(_COMPARED) for head in objects.heads)


_COMPARED = ("finance", "information", "asset", "procurement")


def _objects(clause: Clause, place: int, agency: Agency, row: DemandRow) -> Objects | None:
    """Give what an act is on; None where it isn't the role's own act, or nothing that needs authority."""
    form = clause[place].word.form
    is_bare = form == "noun" and not _has_of(clause, place, agency.folded)
    is_closed = is_bare or (row.takes_before and _is_nominal(clause, place))
    objects = Objects() if is_closed else objects_behind(clause, place, agency.folded, row.manner)
    owned = place > 0 and "of" in clause[place - 1].word.cues and _is_main(clause, place, row)
    has_object, about_people = bool(objects.heads), row.manner.is_about_people
    if not agency.may_do(place, has_object=has_object, is_owned=owned, is_about_people=about_people):
        return None
    if not objects.heads and not objects.is_hidden and row.takes_before and form in _NOMINAL:
        objects = objects_before(clause, place, agency.folded, row.manner)
    if (objects.is_own and "staff" not in objects.heads) or _is_of_rivals(clause, objects):
        return None
    if not objects.heads and ((form == "noun" and not row.default) or _is_put_aside(form, objects, agency)):
        return None
    if objects.heads in _NO_PERSONS and row.manner.is_about_people and _is_of_a_thing(clause, place):
        return None
    is_last = 0 < place == len(clause) - 1
    if is_last and form == "verb" and not objects.heads and " " not in agency.folded[clause[place].start :]:
        return None
    return objects


def _is_put_aside(form: str, objects: Objects, agency: Agency) -> bool:
    """Tell whether what looks like a verb is a noun behind a preposition: writes about attendance and discipline."""
    return form == "verb" and not objects.is_hidden and agency.is_aside


def _is_of_rivals(clause: Clause, objects: Objects) -> bool:
    """Tell whether a thing is somebody else's: prices of competitors."""
    if "rival" in objects.modifiers:
        return True
    behind = _at(clause, objects.end, _OF_THEM) if objects.heads else []
    return next((token.word.noun for token in behind if not token.word.cues & _PASSED), "") == "rival"


_PASSED = frozenset(("of", "article", "tail"))
_OF_THEM = 4
"""Words up to whom a thing is of: of the main competitors."""


def _is_main(clause: Clause, place: int, row: DemandRow) -> bool:
    """Tell whether an act behind 的 is what is done: 费用的控制, 对存在问题的责令整改."""
    return "towards" in clause[0].word.cues or (row.takes_before and place == len(clause) - 1)


_NO_PERSONS = frozenset(((), ("neutral",)))


def _is_nominal(clause: Clause, place: int) -> bool:
    """Tell whether a Chinese act closes a noun phrase in a list: 印章保管及档案管理."""
    token = clause[place]
    if token.word.form or not 0 < place < len(clause) - 1:
        return False
    before, behind = clause[place - 1], clause[place + 1]
    is_joined = "conj" in behind.word.cues and behind.start == token.end
    if is_joined and _is_owned(clause, place):
        return True
    return is_joined and bool(before.word.noun) and not before.acts and before.end == token.start


def _is_owned(clause: Clause, place: int) -> bool:
    """Tell whether 的 stands before a Chinese act, or before the list of acts that it is in: 信息的收集、复核、归档."""
    first = place
    while first > 1 and "conj" in clause[first - 1].word.cues and _is_act(clause[first - 2]):
        if clause[first - 2].end != clause[first - 1].start or clause[first - 1].end != clause[first].start:
            return False
        first -= 2
    before = clause[first - 1] if first else None
    return before is not None and "of" in before.word.cues and before.end == clause[first].start


def _is_act(token: Token) -> bool:
    return bool(token.acts) or "other" in token.word.cues


def _is_of_a_thing(clause: Clause, place: int) -> bool:
    """Tell whether an action noun without an object belongs to a thing: 业务的执行、监督及考核."""
    for token, behind in zip(clause[:place][::-1], clause[: place + 1][::-1], strict=False):
        if "of" in behind.word.cues and token.word.noun:
            return token.word.noun in {"neutral", "goods"}
    return False


_NOMINAL = frozenset(("", "noun"))
"""Forms of an act that can stand behind their object: Chinese verbs, and English nouns."""


def _has_of(clause: Clause, place: int, folded: str) -> bool:
    """Tell whether an English action noun, or the list that it is in, goes on with `of`, or ends in it."""
    if folded.endswith(_TO_OBJECT, clause[place].start, clause[place].end):
        return True
    for token in clause[place + 1 :]:
        if "of" in token.word.cues:
            return True
        if not token.acts and "conj" not in token.word.cues and "other" not in token.word.cues:
            return False
    return False


_TO_OBJECT = (" of", " for", " over", " to")
"""Ends of action nouns that lead to their object: custodian of, signatory to."""


def _is_means(clause: Clause, place: int) -> bool:
    """Tell whether an English verb is only a means to what stands before it: keeps order by revising the lists."""
    return clause[place].word.form == "verb-ing" and any("means" in token.word.cues for token in clause[1:place])


def _is_modest(clause: Clause, place: int, agency: Agency) -> bool:
    """Tell whether a setting verb is in one list with a drafting one (起草、修订), or sets one's own things."""
    if agency.last_own > place:
        return True
    for step in (1, -1):
        first, second = place + step, place + 2 * step
        if 0 <= second < len(clause) and "draft" in clause[second].word.cues:
            cues = clause[first].word.cues
            if "conj" in cues and "also" not in cues:
                return True
    return False
