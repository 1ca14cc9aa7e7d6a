"""Where duties went: reworded, moved to another role, dropped where another role still has them, or owned by nobody."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from jdlint.language.fold import squeeze
from jdlint.record import NamedTuple


class Duties(NamedTuple):
    """The duties of one role on both sides; the owners are its numbers in the lists of roles."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    owner: int
    """The number of the role, by which others are told where a duty went."""


class Moved(NamedTuple):
    """A duty that another role had, or has now."""

    before: str
    after: str
    other: int


class DutyChanges(NamedTuple):
    """What became of the duties of one role."""

    added: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    came: tuple[Moved, ...] = ()
    went: tuple[Moved, ...] = ()
    dropped: tuple[Moved, ...] = ()
    """Gone here, while another role has had it all along."""
    orphaned: tuple[str, ...] = ()
    """Gone here, and nobody has it now."""


def compare(roles: Iterable[Duties]) -> dict[int, DutyChanges]:
    """Say what became of the duties of every role, by its number."""
    return _Comparison(tuple(roles)).changes()


class _Text(NamedTuple):
    number: int
    """Tells it from others of the same words."""
    owner: int
    text: str


class _Comparison:
    """The duties that are left to be accounted for, and what is known of the others."""

    def __init__(self, roles: tuple[Duties, ...]) -> None:
        self._owners = [role.owner for role in roles]
        self._keepers = {squeeze(text): role.owner for role in reversed(roles) for text in role.after}
        self._gone: dict[int, _Text] = {}
        self._new: dict[int, _Text] = {}
        for role in roles:
            kept = Counter(map(squeeze, role.before)) & Counter(map(squeeze, role.after))
            for side, texts in ((self._gone, role.before), (self._new, role.after)):
                for text in _left(texts, kept):
                    side[len(side)] = _Text(len(side), role.owner, text)
        self._reworded: dict[int, list[tuple[str, str]]] = defaultdict(list)
        self._came: dict[int, list[Moved]] = defaultdict(list)
        self._went: dict[int, list[Moved]] = defaultdict(list)

    def changes(self) -> dict[int, DutyChanges]:
        self._match_words()
        self._match_alike(lambda duty: duty.owner, _LEAST_REWORDED)
        self._match_alike(lambda _: 0, _LEAST_MOVED)
        added, dropped, orphaned = defaultdict(list), defaultdict(list), defaultdict(list)
        for duty in self._new.values():
            added[duty.owner].append(duty.text)
        for duty in self._gone.values():
            keeper = self._keepers.get(squeeze(duty.text))
            if keeper is None:
                orphaned[duty.owner].append(duty.text)
            else:
                dropped[duty.owner].append(Moved(duty.text, duty.text, keeper))
        return {
            owner: DutyChanges(
                added=tuple(added[owner]),
                reworded=tuple(self._reworded[owner]),
                came=tuple(self._came[owner]),
                went=tuple(self._went[owner]),
                dropped=tuple(dropped[owner]),
                orphaned=tuple(orphaned[owner]),
            )
            for owner in self._owners
        }

    def _match_words(self) -> None:
        """Take a duty that is gone here and new elsewhere, word for word, for one that moved."""
        free: dict[str, list[_Text]] = defaultdict(list)
        for duty in self._new.values():
            free[squeeze(duty.text)].append(duty)
        for duty in list(self._gone.values()):
            if candidates := free.get(squeeze(duty.text)):
                self._settle(duty, candidates.pop(0))

    def _match_alike(self, group: Callable[[_Text], Hashable], least: float) -> None:
        """Join what is most alike among duties of one group, down to a share."""
        gone, new = _grouped(self._gone.values(), group), _grouped(self._new.values(), group)
        for key, lefts in gone.items():
            rights = new.get(key, [])
            if len(lefts) * len(rights) > _MOST_COMPARED:
                continue
            for left, right in list(_likest(lefts, rights, least)):
                self._settle(left, right)

    def _settle(self, gone: _Text, new: _Text) -> None:
        del self._gone[gone.number], self._new[new.number]
        if gone.owner == new.owner:
            self._reworded[gone.owner].append((gone.text, new.text))
        else:
            self._went[gone.owner].append(Moved(gone.text, new.text, new.owner))
            self._came[new.owner].append(Moved(gone.text, new.text, gone.owner))


_LEAST_REWORDED, _LEAST_MOVED = 0.5, 0.75
"""How much two duties must have in common: less within a role, where little else can be meant."""

_MOST_COMPARED = 250_000
"""So many pairs are compared; where a change rewrites more than that, only equal words are followed."""


def _left(texts: Iterable[str], kept: Counter[str]) -> Iterator[str]:
    left = kept.copy()
    for text in texts:
        key = squeeze(text)
        if left[key]:
            left[key] -= 1
        else:
            yield text


def _grouped(duties: Iterable[_Text], group: Callable[[_Text], Hashable]) -> dict[Hashable, list[_Text]]:
    found: dict[Hashable, list[_Text]] = defaultdict(list)
    for duty in duties:
        found[group(duty)].append(duty)
    return found


def _likest(lefts: list[_Text], rights: list[_Text], least: float) -> Iterator[tuple[_Text, _Text]]:
    """Give pairs, those most alike first, each duty once."""
    pairs = [[_bigrams(duty.text) for duty in side] for side in (lefts, rights)]
    alike = [
        (share, left, right)
        for left, first in enumerate(pairs[0])
        for right, second in enumerate(pairs[1])
        if (share := _share(first, second)) >= least
    ]
    free_left, free_right = set(range(len(lefts))), set(range(len(rights)))
    for _, left, right in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
        if left in free_left and right in free_right:
            free_left.discard(left)
            free_right.discard(right)
            yield lefts[left], rights[right]


def _bigrams(text: str) -> frozenset[str]:
    letters = squeeze(text)[:_LONGEST]
    return frozenset(letters[place : place + 2] for place in range(max(1, len(letters) - 1)))


_LONGEST = 2000
"""More characters of a duty aren't compared."""


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))
