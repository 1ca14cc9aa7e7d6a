"""Where each box stands: a tree that grows to the right, a row for everybody who has nobody below."""

from collections import defaultdict
from collections.abc import Mapping

from jdlint.draw.chart import Box, Chart, Tie
from jdlint.draw.letters import pixels, shorten
from jdlint.draw.tree import Forest, grow
from jdlint.draw.words import badge, small_print
from jdlint.record import NamedTuple

HEIGHT = 40
GAP, FAMILY_GAP, COLUMN_GAP = 8, 10, 36
TITLE_SIZE, SMALL_SIZE = 13, 11
_PADDING = 22
_NARROWEST, _WIDEST = 96, 300
_MOST_COLUMNS = 34
_SCREEN = 16 * (HEIGHT + GAP)
"""A superior stands in the middle of its people where all of them fit on a screen, else beside the first of them:
in the middle of a thousand rows nobody would find it."""

_FAR = 8 * (HEIGHT + GAP)
"""A tie across more than this is told in words at both ends: the eye doesn't follow a curve behind so many boxes."""

ASIDE_GAP = 6
_MOST_ASIDE = 16
_ALONE = 4
"""So many boxes without any line stand in a row."""


class Texts(NamedTuple):
    """What stands in a box and beside it, cut to what fits."""

    title: str
    small: str
    badge: str
    aside: str = ""
    """The far ends of ties that are too long to draw."""
    below: str = ""
    """What is left out below it."""


class Placed(NamedTuple):
    """A box with its upper left corner."""

    box: Box
    texts: Texts
    x: float
    y: float
    width: float
    depth: int


class Layout(NamedTuple):
    """All boxes of a chart, the ties that are drawn as lines, and the size of the whole."""

    placed: Mapping[str, Placed]
    ties: tuple[Tie, ...]
    forest: Forest
    width: float
    height: float

    def is_branch(self, tie: Tie) -> bool:
        """Whether the lower box of a tie hangs below the upper one."""
        return self.forest.above.get(tie.lower) == tie.upper


def lay_out(chart: Chart, below: Mapping[str, str]) -> Layout:
    """Give every box a place; `below` holds what stands for those that are left out below it, by its key."""
    forest = grow(chart)
    tree = {key: depth for key, depth in forest.down() if depth or forest.below.get(key)}
    rows = _rows(forest, tree)
    rows |= _rows_of_the_lonely(forest, rows)
    far = [tie for tie in chart.ties if _is_far(tie, rows) and forest.above.get(tie.lower) != tie.upper]
    asides = _asides(chart, far)
    texts = {box.key: _texts(box, asides.get(box.key, ""), below.get(box.key, "")) for box in chart.boxes}
    widths = {key: _width(text) for key, text in texts.items()}
    rooms = {key: widths[key] + _beside(text) for key, text in texts.items()}
    lefts = _columns(tree, rooms) | _columns_of_the_lonely(forest, rooms)
    placed = {
        box.key: Placed(box, texts[box.key], lefts[box.key], rows[box.key], widths[box.key], tree.get(box.key, 0))
        for box in chart.boxes
    }
    left_out = set(far)
    ties = tuple(tie for tie in chart.ties if tie not in left_out)
    width = max((each.x + each.width + _beside(each.texts) for each in placed.values()), default=0)
    return Layout(placed, ties, forest, width, max((each.y + HEIGHT for each in placed.values()), default=0))


def _is_far(tie: Tie, rows: Mapping[str, float]) -> bool:
    return abs(rows[tie.upper] - rows[tie.lower]) > _FAR


def _asides(chart: Chart, far: list[Tie]) -> dict[str, str]:
    """Name at both ends of a tie that is too long to draw the other end."""
    titles = {box.key: box.title for box in chart.boxes}
    names: dict[str, list[str]] = defaultdict(list)
    for tie in far:
        names[tie.lower].append(f"⇠ {shorten(titles[tie.upper], _MOST_ASIDE)}")
        names[tie.upper].append(f"⇢ {shorten(titles[tie.lower], _MOST_ASIDE)}")
    return {key: " ".join(told[:2]) + (f" +{len(told) - 2}" if len(told) > 2 else "") for key, told in names.items()}  # noqa: PLR2004 - two fit


def _beside(texts: Texts) -> float:
    """Give the room that a box takes beside itself."""
    wider = max(pixels(texts.aside, SMALL_SIZE), pixels(texts.below, SMALL_SIZE))
    return wider + ASIDE_GAP if wider else 0


def _texts(box: Box, aside: str, below: str) -> Texts:
    return Texts(shorten(box.title, _MOST_COLUMNS), shorten(small_print(box), _MOST_COLUMNS), badge(box), aside, below)


def _width(texts: Texts) -> float:
    lower = pixels(texts.small, SMALL_SIZE) + (pixels(texts.badge, SMALL_SIZE) + 8 if texts.badge else 0)
    return min(max(round(max(pixels(texts.title, TITLE_SIZE), lower)) + _PADDING, _NARROWEST), _WIDEST)


def _columns(tree: Mapping[str, int], widths: Mapping[str, float]) -> dict[str, float]:
    """Give the left edge of each box: a column is as wide as the widest in it."""
    widest: list[float] = []
    for key, depth in tree.items():
        widest.extend([0] * (depth + 1 - len(widest)))
        widest[depth] = max(widest[depth], widths[key])
    lefts = [0.0]
    for width in widest:
        lefts.append(lefts[-1] + width + COLUMN_GAP)
    return {key: lefts[depth] for key, depth in tree.items()}


def _columns_of_the_lonely(forest: Forest, widths: Mapping[str, float]) -> dict[str, float]:
    alone = forest.alone
    room = max((widths[key] for key in alone), default=0) + COLUMN_GAP
    return {key: number % _ALONE * room for number, key in enumerate(alone)}


def _rows_of_the_lonely(forest: Forest, rows: Mapping[str, float]) -> dict[str, float]:
    """Set the boxes without any line below the tree, several in a row."""
    top = max(rows.values()) + HEIGHT + GAP + FAMILY_GAP if rows else 0
    return {key: top + number // _ALONE * (HEIGHT + GAP) for number, key in enumerate(forest.alone)}


def _rows(forest: Forest, tree: Mapping[str, int]) -> dict[str, float]:
    """Give the upper edge of each box: those with nobody below in rows, superiors beside their people."""
    rows: dict[str, float] = {}
    next_row, family = 0.0, ""
    for key in tree:
        if not forest.below.get(key):
            own = forest.above.get(key, key)
            next_row += FAMILY_GAP if family and own != family else 0
            rows[key], family = next_row, own
            next_row += HEIGHT + GAP
    for key in reversed(list(tree)):  # subordinates before their superiors
        below = forest.below.get(key)
        if below:
            first, last = rows[below[0]], rows[below[-1]]
            rows[key] = (first + last) / 2 if last - first <= _SCREEN else first
    return rows
