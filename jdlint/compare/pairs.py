"""Which role of one state is which of another, though its file, its id or its title has changed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from jdlint.language.fold import squeeze
from jdlint.model.reference import name_key
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Sketch(NamedTuple):
    """What tells a role again in another state."""

    file: str
    id: str
    title: str
    texts: frozenset[str]
    """Its purpose, duties, authorities and indicators, for comparing."""


def sketch(role: Role) -> Sketch:
    """Draw what tells a role again."""
    worded = (role.purpose, *(role.duties or ()), *(role.authorities or ()), *(role.kpis or ()))
    return Sketch(role.file, role.id, role.title.text, frozenset(squeeze(each.text) for each in worded if each))


def pair(before: Sequence[Sketch], after: Sequence[Sketch], moved: Mapping[str, str]) -> dict[int, int]:
    """Give the place in `after` for each place in `before` that is the same role; `moved` names files anew.

    The same id in the same file comes first, then the same id, then the same title; what is left is the same role
    where at least half of its texts are, or where a file holds nothing else on both sides and says little.
    """
    found = _Pairs(before, after)
    found.match(lambda role: (moved.get(role.file, role.file), role.id), lambda role: (role.file, role.id))
    found.match(lambda role: role.id, lambda role: role.id)
    found.match(lambda role: (moved.get(role.file, role.file), _name(role)), lambda role: (role.file, _name(role)))
    found.match(_name, _name)
    found.match_alike()
    found.match_alone(moved)
    return found.places


def _name(role: Sketch) -> str:
    return name_key(role.title)


class _Pairs:
    """The pairs so far, and the roles that are left on either side."""

    def __init__(self, before: Sequence[Sketch], after: Sequence[Sketch]) -> None:
        self._before = before
        self._after = after
        self._left = dict.fromkeys(range(len(before)))
        self._right = dict.fromkeys(range(len(after)))
        self.places: dict[int, int] = {}

    def _join(self, left: int, right: int) -> None:
        self.places[left] = right
        del self._left[left], self._right[right]

    def match(self, key_before: Callable[[Sketch], Hashable], key_after: Callable[[Sketch], Hashable]) -> None:
        """Join what has the same key, in the order of the files."""
        free = _grouped((key_after(self._after[place]), place) for place in self._right)
        for place in list(self._left):
            if candidates := free.get(key_before(self._before[place])):
                self._join(place, candidates.pop(0))

    def match_alike(self) -> None:
        """Join what has at least half of its texts in common, those most alike first."""
        free = _grouped((text, place) for place in self._right for text in self._after[place].texts)
        alike = [pair for place in self._left for pair in self._likenesses(place, free)]
        for _, left, right in sorted(alike, key=lambda found: (-found[0], found[1], found[2])):
            if left in self._left and right in self._right:
                self._join(left, right)

    def _likenesses(self, place: int, free: Mapping[Hashable, list[int]]) -> Iterator[tuple[float, int, int]]:
        texts = self._before[place].texts
        shared: dict[int, int] = defaultdict(int)
        for text in texts:
            for other in free.get(text, ())[:_MOST_BEARERS]:
                shared[other] += 1
        for other, count in shared.items():
            share = count / max(len(texts), len(self._after[other].texts))
            if share >= _LEAST_SHARE:
                yield share, place, other

    def match_alone(self, moved: Mapping[str, str]) -> None:
        """Join the only role of a file with the only one that it holds now, where one of them has no texts to go by."""
        before = _grouped((moved.get(role.file, role.file), place) for place, role in enumerate(self._before))
        after = _grouped((role.file, place) for place, role in enumerate(self._after))
        for file, lefts in before.items():
            rights = after.get(file, [])
            if len(lefts) != 1 or len(rights) != 1:
                continue
            [left], [right] = lefts, rights
            says_little = not (self._before[left].texts and self._after[right].texts)
            if says_little and left in self._left and right in self._right:
                self._join(left, right)


_LEAST_SHARE = 0.5
_MOST_BEARERS = 100
"""A sentence that more roles share tells none of them; it keeps thousands of copied roles from being compared each
with each."""


def _grouped(rows: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for key, place in rows:
        found[key].append(place)
    return found
