"""Weighs whether an entry of a role's authorities meets what a duty demands, by what the two have in common."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from jdlint.language.authority import Reading
from jdlint.language.automaton import Match
from jdlint.language.demand import Demand, cut_all
from jdlint.language.phrase_parse import vocabulary
from jdlint.language.weighing import weigh, weights_of
from jdlint.language.words import is_chinese
from jdlint.model.cover import act_covers, covers, object_covers
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

QUESTION = "granting"
"""What an entry is weighed for, beside a demand."""
_FILE = "grants"
_LESS = 50
"""Hundredths of a logit by which less is enough for what a duty only likely demands."""
_PROPOSE = "propose"
_SHARES = (1, 15, 30, 45, 60)
"""Hundredths of a demand's wording that an entry has, too; each that is reached is a sign."""
_COUNTS = (1, 2, 3, 5)
"""Pieces of a demand's wording that an entry has, too; the same."""
_WORD = pattern("[a-z]{4,}")
_STEM = 6
"""So many letters of an English word count: approve, approval."""


class Named(NamedTuple):
    """What a text names, and its wording in pieces."""

    acts: frozenset[str]
    nouns: frozenset[str]
    pieces: frozenset[str]
    """Chinese characters in pairs, or beginnings of English words, but for those of acts."""


def meets(entry: str, reading: Reading, demand: Demand) -> bool:
    """Tell whether readers would accept an entry as what a duty demands; one that only proposes decides nothing.

    One that grants just that meets it, and one that has nothing in common with it doesn't: these aren't weighed.
    """
    grants = reading.grants
    covering = [grant for grant in grants if covers(grant, demand)]
    if any(grant.act == demand.act and grant.object == demand.object for grant in covering):
        return True
    if not _may_meet(named(demand.words), named(entry), reading, demand):
        return False
    weights = weights_of(_FILE)
    scale = weights.scales[QUESTION]
    least = scale.sure if covering else scale.alone
    return weigh(signs(entry, reading, demand), weights)[QUESTION] >= (scale.sure - _LESS if demand.is_alike else least)


def _may_meet(mine: "Named", theirs: "Named", reading: Reading, demand: Demand) -> bool:
    if _is_act_granted(reading, demand):
        return True
    if reading.grants and demand.act != _PROPOSE and all(grant.act == _PROPOSE for grant in reading.grants):
        return False
    return not all(map(frozenset.isdisjoint, mine, theirs))


def _is_act_granted(reading: Reading, demand: Demand) -> bool:
    return any(act_covers(grant.act, demand.act, demand.object) for grant in reading.grants)


def signs(entry: str, reading: Reading, demand: Demand) -> set[str]:
    """Give what an entry and a demand have in common, and what they are.

    What both are on counts by itself where the entry is about another act: leave of the staff, hiring of the staff.
    """
    found = {f"demand {demand.act}", f"demand {demand.object}"}
    for grant in reading.grants:
        is_covering = covers(grant, demand)
        found.update(_of_grant(grant.act, grant.object, demand.act, demand.object, bool(grant.about), is_covering))
    common = _in_common(named(demand.words), named(entry))
    if not reading.grants:
        found.update(common)
        found.add("no grant")
    else:
        found.update(common if _is_act_granted(reading, demand) else [f"{sign}, another act" for sign in common])
    return found


@cache
def _of_grant(act: str, on: str | None, demanded: str, thing: str, *about: bool) -> tuple[str, ...]:
    """Name how a grant lies to a demand, whose words may name what no table knows, and whether it covers it."""
    is_unknown, is_covering = about
    how, where = _of_acts(act, demanded, thing), _of_objects(on, thing, is_unknown=is_unknown)
    return (
        f"{how} act",
        f"{where} object",
        f"{how} act on {where} object",
        *(("covers", f"{how} act covers {where} object") if is_covering else ()),
        f"{act} for {demanded}",
        f"{on} for {thing}",
    )


def _of_acts(granted: str, demanded: str, thing: str) -> str:
    if granted == demanded:
        return "same"
    if act_covers(granted, demanded, thing):
        return "stronger"
    return "proposing" if granted == _PROPOSE else "other"


def _of_objects(granted: str | None, demanded: str, *, is_unknown: bool) -> str:
    if granted is None:
        return "unknown" if is_unknown else "any"
    if granted == demanded:
        return "same"
    if demanded.startswith(f"{granted}."):
        return "whole"
    if object_covers(granted, demanded):
        return "near"
    return "kindred" if granted.partition(".")[0] == demanded.partition(".")[0] else "other"


def _in_common(mine: Named, theirs: Named) -> Iterator[str]:
    has_act = bool((mine.acts & theirs.acts) - _ANY_ACT)
    has_noun = bool((mine.nouns & theirs.nouns) - _ANY_NOUN)
    count = len(mine.pieces & theirs.pieces)
    share = 100 * count // len(mine.pieces) if count else 0
    yield from (f"share {least}" for least in _SHARES if share >= least)
    yield from (f"shared {least}" for least in _COUNTS if count >= least)
    yield from (sign for sign, is_so in (("names act", has_act), ("names thing", has_noun)) if is_so)
    if has_act and has_noun:
        yield "names both"
    if has_act and share >= _SHARES[1]:
        yield "names act and shares"


_ANY_ACT = frozenset(("plain",))
_ANY_NOUN = frozenset(("neutral",))
"""Classes that say nothing when two texts share them."""


@lru_cache(maxsize=4096)
def named(text: str) -> Named:
    """Give what a text names; many entries are copied from role to role."""
    _, folded, matches = cut_all((text,))[0]
    words = [vocabulary().by_number[number] for number, _, _ in matches]
    acts = frozenset([act for word in words for act in word.all_acts])
    nouns = frozenset([word.noun for word in words if word.noun])
    return Named(acts, nouns, _pieces(_without_acts(folded, matches)))


def _without_acts(folded: str, matches: list[Match]) -> str:
    """Leave out the words that may be acts: that both approve tells nothing of what."""
    words = vocabulary().by_number
    places = [(start, end) for number, start, end in matches if words[number].all_acts]
    edges = zip((0, *(end for _, end in places)), (*(start for start, _ in places), len(folded)), strict=True)
    return " ".join(folded[first:last] for first, last in edges)


def _pieces(folded: str) -> frozenset[str]:
    if is_chinese(folded):
        return frozenset([first + second for first, second in pairwise(folded) if (first + second).isalnum()])
    return frozenset([word[:_STEM] for word in _WORD.findall(folded)])
