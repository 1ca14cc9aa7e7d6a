"""Kind `similar`: duties that say the same twice in a role, and roles whose duties are nearly all the same."""

from binascii import crc32
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import ceil

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Duty, Role
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """How alike two duties of a role must be: the share of common pairs of neighbouring characters."""

    at_least: float


class RoleParams(NamedTuple):
    """How alike two roles must be: the share of each one's duties that the other has too."""

    roles_at_least: float
    fewest: int = 3
    """Roles with fewer duties are too short to call alike."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each duty that repeats an earlier one; a whole block pasted twice is one finding."""
    role = subject.role
    duties = role.duties or ()
    earlier_of = dict(_repeats(duties, params.at_least))
    for first, last in _blocks(earlier_of):
        earlier = earlier_of[first]
        values: dict[str, Value] = {"first": earlier + 1, "second": first + 1}
        reason = ""
        if last > first:
            reason = "block"
            values |= {"last": last + 1, "first_last": earlier_of[last] + 1, "count": last - first + 1}
        related = Related(anchor(role.source, duties[earlier]), "first", values)
        yield Hit(anchor(role.source, duties[first]), values, reason, role, (related,))


def _repeats(duties: tuple[Duty, ...], at_least: float) -> Iterator[tuple[int, int]]:
    """Give each duty that is like an earlier one, with the first that it is like.

    An unlike pair brings at most two unlike characters, so that the characters of like duties are at worst twice as
    unlike as their pairs: most duties are told apart by their characters.
    """
    texts = [squeeze(duty.text) for duty in duties]
    characters = list(map(frozenset, texts))
    pairs_of = cache(_pairs)
    share = at_least - 0.5
    for later, mine in enumerate(characters):
        size = len(mine)
        for earlier, theirs in enumerate(characters[:later]):
            needed = share * (size + len(theirs))
            if size < needed or len(theirs) < needed or len(mine & theirs) < needed:
                continue
            alike = _likeness(pairs_of(texts[later]), pairs_of(texts[earlier])) >= at_least
            if alike and not _name_others(duties[later].text, duties[earlier].text):
                yield later, earlier
                break


def _name_others(mine: str, theirs: str) -> bool:
    """Say whether two English duties name things of their own, in the same frame: permits, licences."""
    words, others = (frozenset(_ENGLISH.findall(text.lower())) for text in (mine, theirs))
    return len(words - others) >= _SEVERAL and len(others - words) >= _SEVERAL


_ENGLISH = pattern(r"[a-z]{4,}")
"""Words that may name something; mostly shorter ones don't."""
_SEVERAL = 2


def _blocks(earlier_of: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring repeats that keep their distance into blocks of three and more; give first and last of each."""
    work = sorted(earlier_of)
    while work:
        first = last = work[0]
        while last + 1 in earlier_of and earlier_of[last + 1] - earlier_of[first] == last + 1 - first:
            last += 1
        if last - first < _SMALLEST_BLOCK - 1:
            last = first
        yield first, last
        work = [number for number in work if number > last]


_SMALLEST_BLOCK = 3


_Pairs = frozenset[tuple[str, str]]


def _pairs(text: str) -> _Pairs:
    """Give the pairs of neighbouring characters of a text."""
    return frozenset(pairwise(text))


def _likeness(mine: _Pairs, theirs: _Pairs) -> float:
    """Give the Dice coefficient of two texts' pairs."""
    total = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / total if total else 0.0


def check_roles(params: RoleParams, organisation: Organisation) -> Iterator[Hit]:
    """Report roles with the same superior and nearly the same duties: each group once, at its first role."""
    contents = {
        id(role): frozenset(crc32(squeeze(duty.text).encode()) for duty in role.duties)
        for role in organisation.roles
        if role.duties and len(role.duties) >= params.fewest
    }
    by_key = {id(role): role for role in organisation.roles if id(role) in contents}
    told_apart = {key: _told_apart(organisation, role) for key, role in by_key.items()}
    pairs = [
        (by_key[first], by_key[second])
        for first, second in _alike(contents, params.roles_at_least)
        if _may_be_one(told_apart[first], told_apart[second])
    ]
    for first, others in _groups(pairs):
        common = min(len(contents[id(first)] & contents[id(other)]) for other in others)
        values: dict[str, Value] = {
            "title": first.title.text,
            "others": tuple(other.title.text for other in others[:_MOST_NAMED]),
            "other": others[0].title.text,
            "common": common,
            "count": len(contents[id(first)]),
        }
        related = tuple(
            Related(anchor(other.source, other.title), "other", {**values, "title": other.title.text})
            for other in others
        )
        yield Hit(anchor(first.source, first.title), values, "", first, related)


_MOST_NAMED = 5
"""So many of a group are named in the message; all are its related places."""


_Apart = tuple[str, frozenset[str]]


def _told_apart(organisation: Organisation, role: Role) -> _Apart:
    """Give the title of a role, and the names of its superiors."""
    return name_key(role.title.text), frozenset(organisation.superiors_named.get(id(role), ()))


def _may_be_one(first: _Apart, second: _Apart) -> bool:
    """Whether two alike roles report to the same names and bear different titles; equal titles are another rule's."""
    return first[0] != second[0] and first[1] == second[1]


def _groups(pairs: list[tuple[Role, Role]]) -> Iterator[tuple[Role, list[Role]]]:
    """Join pairs that share a role: each group's first role, in the order of the organisation, and the others."""
    first_of: dict[int, Role] = {}
    groups: dict[int, dict[int, Role]] = {}
    for earlier, later in pairs:
        first = first_of.setdefault(id(earlier), earlier)
        if id(later) in first_of and first_of[id(later)] is not first:
            moved = first_of[id(later)]
            for role in (moved, *groups.pop(id(moved), {}).values()):
                first_of[id(role)] = first
                groups.setdefault(id(first), {})[id(role)] = role
        first_of[id(later)] = first
        groups.setdefault(id(first), {})[id(later)] = later
    by_key = {id(role): role for pair in pairs for role in pair}
    for key, others in groups.items():
        yield by_key[key], list(others.values())


def _alike(contents: dict[int, frozenset[int]], wanted: float) -> Iterator[tuple[int, int]]:
    """Give the pairs of sets that share enough, in order.

    Prefix filtering keeps it near-linear: two sets that share a fraction t of their members share one of the
    rarest (1 - t) of each, so only roles that meet in such a rare duty are compared.
    """
    frequency = Counter(duty for duties in contents.values() for duty in duties)
    meeting: dict[int, list[int]] = defaultdict(list)
    for key, duties in contents.items():
        rarest = sorted(duties, key=lambda duty: (frequency[duty], duty))
        candidates: dict[int, None] = {}
        for duty in rarest[: len(rarest) - ceil(wanted * len(rarest)) + 1]:
            candidates |= dict.fromkeys(meeting[duty][-_MOST_MEETING:])
            meeting[duty].append(key)
        for other in candidates:
            needed = wanted * max(len(duties), len(contents[other]))
            if len(duties & contents[other]) >= needed:
                yield other, key


_MOST_MEETING = 50
"""A duty shared by more roles than this is a template's; comparing all of them would be quadratic."""


KIND = Kind(
    Params,
    "role",
    check,
    {"roles_at_least": Kind(RoleParams, "organisation", check_roles)},
)
