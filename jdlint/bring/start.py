"""Where a role may begin: what names it, how deep its heading stands, and whether a line says anything of it."""

from enum import IntEnum

from jdlint.bring.field import LISTS
from jdlint.bring.label import Label
from jdlint.bring.line import Line
from jdlint.bring.title import Title
from jdlint.bring.words import PART, REMARK, SERIAL
from jdlint.record import NamedTuple


class Source(IntEnum):
    """What names a role, the surest last."""

    BARE = 0
    """A line that is a title and nothing else."""
    HEADING = 1
    LABEL = 2
    GUESS = -1
    """The first line of a document that names no post, or the document's own name."""


class Start(NamedTuple):
    """Where a role may begin."""

    at: int
    """The index of its line."""
    title: Title
    source: Source
    rank: int
    """How deep its heading stands; 0 where nothing shows it."""
    begin: int = -1
    """Index of the first of the headings that lead to it; -1 where it stands alone."""
    leading: tuple[int, ...] = ()
    """Indexes of those headings."""


RANKS = {
    "piece": 1, "chapter": 1, "section": 2, "clause": 3, "chinese": 3, "roman": 3, "bracketed chinese": 4,
    "enclosed chinese": 4, "digit": 5, "compound": 6, "bracketed": 6, "digit bracket": 7, "circled": 7,
}  # fmt: skip
"""How deep a heading with a number of a style stands."""
_SAYS_LITTLE = frozenset((PART, SERIAL, REMARK, "notes", "title", "id", "kind", "review"))
NEAR = 6
"""Lines within which the duties follow the head of a role."""
LONGEST, LONGEST_TITLE, LONGEST_UNIT = 70, 40, 12
"""Characters of a line that may hold a title, of a heading that is one, and of the name of a unit alone on a line."""


def rank_of(line: Line) -> int:
    """Say how deep a heading stands; 0 where nothing shows it."""
    return line.level or (RANKS.get(line.number.style, 0) if line.number else 0)


def field_of(label: Label | None) -> str:
    """Give the field that a label opens; '' where there is none."""
    return label.field if label else ""


def says(line: Line) -> bool:
    """Say whether a line says something about a role."""
    if line.columns:
        return False
    if line.label is None:
        return bool(line.text)
    if line.label.field.partition(".")[0] in _SAYS_LITTLE:
        return False
    return bool(line.text) or line.label.field in LISTS
