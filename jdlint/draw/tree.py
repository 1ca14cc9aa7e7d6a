"""Reporting lines become a forest: each box hangs below one superior, however many it has and however they loop."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from jdlint.draw.chart import Chart, Form
from jdlint.record import NamedTuple

_PREFERENCE: dict[Form, int] = {"solid": 0, "guessed": 1, "claimed": 2, "dotted": 3}


class Forest(NamedTuple):
    """Who hangs below whom; every box is in it once."""

    roots: tuple[str, ...]
    """The tops: those with the most people first."""
    below: Mapping[str, list[str]]
    above: Mapping[str, str]

    @property
    def alone(self) -> list[str]:
        """The boxes with nobody above and nobody below."""
        return [root for root in self.roots if not self.below.get(root)]

    def down(self) -> Iterator[tuple[str, int]]:
        """Give every box with its depth, superiors before their subordinates, without recursion."""
        work = [(root, 0) for root in reversed(self.roots)]
        while work:
            key, depth = work.pop()
            yield key, depth
            work.extend((child, depth + 1) for child in reversed(self.below.get(key, [])))


def grow(chart: Chart) -> Forest:
    """Choose for each box the superior below whom it is drawn: its solid line where it has one, and never in a loop."""
    candidates: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for tie in chart.ties:
        candidates[tie.lower].append((_PREFERENCE[tie.form], tie.upper))
    above: dict[str, str] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for box in chart.boxes:
        for _, upper in sorted(candidates[box.key], key=lambda each: each[0]):
            if not _is_at_or_above(above, below, box.key, upper):
                above[box.key] = upper
                below[upper].append(box.key)
                break
    tops = [box.key for box in chart.boxes if box.key not in above]
    sizes = _sizes(Forest(tuple(tops), below, above))
    return Forest(tuple(sorted(tops, key=lambda key: -sizes[key])), below, above)


def _sizes(forest: Forest) -> dict[str, int]:
    """Count for each box how many it stands above, itself included."""
    sizes: dict[str, int] = {}
    for key in reversed([key for key, _ in forest.down()]):
        sizes[key] = 1 + sum(sizes[child] for child in forest.below.get(key, ()))
    return sizes


def _is_at_or_above(above: Mapping[str, str], below: Mapping[str, list[str]], key: str, place: str) -> bool:
    """Whether a box is another one or hangs above it already."""
    if key == place:
        return True
    if key not in below:
        return False
    while place in above:
        place = above[place]
        if place == key:
            return True
    return False
