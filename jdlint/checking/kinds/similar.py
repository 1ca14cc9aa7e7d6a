"""Kind `similar`: duties that say the same twice in a role, and roles whose duties are nearly all the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from zlib import crc32

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.language.fold import squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.role import Duty, Role


@dataclass(frozen=True, slots=True)
class Params:
    """How alike two duties of a role must be: the share of common pairs of neighbouring characters."""

    at_least: float


@dataclass(frozen=True, slots=True)
class RoleParams:
    """How alike two roles must be: the share of each one's duties that the other has too."""

    roles_at_least: float
    fewest: int = 3
    """Roles with fewer duties are too short to call alike."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report each duty that repeats an earlier one of the same role, with the earlier one as a place."""
    role = subject.role
    duties = role.duties or ()
    pairs = [_Pairs(duty) for duty in duties]
    for later, duty in enumerate(duties):
        for earlier in range(later):
            if pairs[later].likeness(pairs[earlier], params.at_least) >= params.at_least:
                values: dict[str, Value] = {"first": earlier + 1, "second": later + 1}
                related = Related(anchor(role.source, duties[earlier]), "first", values)
                yield Hit(anchor(role.source, duty), values, "", role, (related,))
                break


class _Pairs:
    """The pairs of neighbouring characters of a duty; a bit mask of them rules most comparisons out."""

    __slots__ = ("count", "mask", "pairs", "text")

    def __init__(self, duty: Duty) -> None:
        text = squeeze(duty.text)
        self.text = text
        self.pairs = frozenset(pairwise(text))
        self.count = len(self.pairs)
        mask = 0
        for first, second in self.pairs:
            mask |= 1 << ((ord(first) * 31 + ord(second)) & 511)
        self.mask = mask

    def likeness(self, other: "_Pairs", wanted: float) -> float:
        """Give the Dice coefficient of two duties; 0 where it can't reach what is wanted."""
        total = self.count + other.count
        if not total or 2 * min(self.count, other.count) < wanted * total:
            return 0.0
        if self.text == other.text:
            return 1.0
        # pairs that share a bit hide each other, so the mask gives no more than a bound
        unlike = (self.mask & ~other.mask).bit_count() + (other.mask & ~self.mask).bit_count()
        if unlike > (1 - wanted) * total:
            return 0.0
        return 2 * len(self.pairs & other.pairs) / total


def check_roles(params: RoleParams, organisation: Organisation) -> Iterator[Hit]:
    """Report pairs of roles with the same superior and nearly the same duties, at the later one."""
    contents = {
        id(role): frozenset(crc32(squeeze(duty.text).encode()) for duty in role.duties)
        for role in organisation.roles
        if role.duties and len(role.duties) >= params.fewest
    }
    by_key = {id(role): role for role in organisation.roles}
    for first, second in _alike(contents, params.roles_at_least):
        earlier, later = by_key[first], by_key[second]
        if _superiors(organisation, earlier) != _superiors(organisation, later):
            continue
        if earlier in organisation.by_title.get(later.title.text, ()) or earlier.title.text == later.title.text:
            continue
        common = len(contents[first] & contents[second])
        values: dict[str, Value] = {
            "title": later.title.text,
            "other": earlier.title.text,
            "common": common,
            "count": len(contents[second]),
        }
        related = Related(anchor(earlier.source, earlier.title), "other", values)
        yield Hit(anchor(later.source, later.title), values, "", later, (related,))


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


def _superiors(organisation: Organisation, role: Role) -> frozenset[str]:
    return frozenset(edge.named.name for edge in organisation.edges_of.get(id(role), ()))


KIND = Kind(
    Params,
    "role",
    check,
    {"roles_at_least": Kind(RoleParams, "organisation", check_roles)},
)
