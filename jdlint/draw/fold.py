"""Leaves out the parts of a large chart in which nothing is marked, and counts what it leaves out."""

from jdlint.draw.chart import Chart
from jdlint.draw.tree import grow

_ALWAYS = 1
"""Superiors down to this depth are always shown, so that a reader sees where in the organisation he is."""


def fold(chart: Chart) -> Chart:
    """Keep what is marked, with its superiors; each box that is kept says how many below it aren't."""
    forest = grow(chart)
    depths = dict(forest.down())
    kept = {key for key, depth in depths.items() if depth <= _ALWAYS and forest.below.get(key)}
    wanted = {box.key for box in chart.boxes if box.mark}
    wanted |= {end for tie in chart.ties if tie.mark for end in (tie.upper, tie.lower)}
    for key in wanted:
        place: str | None = key
        while place is not None and place not in kept:
            kept.add(place)
            place = forest.above.get(place)
    folded: dict[str, int] = {}
    for key in reversed(depths):  # subordinates before their superiors
        below = forest.below.get(key, [])
        folded[key] = sum(folded[child] + 1 for child in below if child not in kept)
    boxes = tuple(box._replace(folded=folded[box.key]) for box in chart.boxes if box.key in kept)
    ties = tuple(tie for tie in chart.ties if tie.upper in kept and tie.lower in kept)
    return chart._replace(boxes=boxes, ties=ties)


def left_out(chart: Chart, folded: Chart) -> int:
    """Count the boxes that a folded chart doesn't show."""
    return len(chart.boxes) - len(folded.boxes)
