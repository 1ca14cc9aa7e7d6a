"""What section is open while the lines of a role are read, and what is gathered in it."""

from collections.abc import Sequence

from jdlint.bring.field import LISTS, ROOTS
from jdlint.bring.label import Label
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.bring.part import Part
from jdlint.finding import Confidence
from jdlint.pattern import pattern


class Gathering:
    """Holds what section is open."""

    def __init__(self, lines: Sequence[Line], *, lists_duties: bool = False) -> None:
        self.lines = lines
        self.lists_duties = lists_duties
        """Whether all lines are duties, without numbers and labels, under a heading that says so."""
        self.parts: list[Part] = []
        self.left: list[Left] = []
        self._part = Part("", ())
        """The section that is open; its lines are gathered beside it."""
        self._gathered: list[Line] = []
        self._pending: Line | None = None
        """The label that lacks its value."""
        self._root = ""
        self._items: dict[str, Number] = {}
        self._headings: dict[str, Number] = {}
        self._is_implicit = True
        self._has_lists = False
        self._known: set[str] = set()
        """Fields that have their value."""
        self._paragraphs = 0
        self._interrupted: tuple[str, dict[str, Number]] | None = None
        """The list that a remark beside one of its items interrupts, and its numbers."""
        self._skip = 0

    def _leave(self, line: Line, reason: Reason) -> None:
        self.left.append(Left(line.place, line.written, reason))

    def _open(self, field: str, line: Line | None = None, label: Label | None = None, area: str = "") -> None:
        goes_on = field == self._part.field and not self._gathered
        if field != "notes":
            self._interrupted = None
        elif self._part.field in LISTS and line is not None and not line.number:
            self._interrupted = self._part.field, self._items
        self._close()
        is_implicit = label is None
        sure = Confidence.MEDIUM if label is None or not label.is_exact else Confidence.HIGH
        if line is not None and not line.is_sure:
            sure = Confidence.LOW
        self._part = Part(field, (), label, line, sure, area)
        self._is_implicit = is_implicit
        root = field.partition(".")[0]
        self._root = root if root in ROOTS else ""
        self._has_lists = self._has_lists or field in LISTS
        self._items = self._items if goes_on else {}

    def _close(self) -> None:
        if self._gathered or (self._part.head is not None and self._part.field):
            self.parts.append(self._part._replace(lines=tuple(self._gathered)))
        self._part, self._gathered = Part("", ()), []
        self._give_up()

    def _give_up(self) -> None:
        """Note that a label has no value."""
        if self._pending is not None:
            self._leave(self._pending, Reason.EMPTY)
        self._pending = None

    def _take(self, line: Line) -> None:
        if not line.text:
            return
        for text in _pieces(line) if self._part.field in ("duties", "authorities") else (line.text,):
            self._gathered.append(line._replace(label=None, text=text))

    def _append(self, line: Line) -> None:
        """Add a line to the open section."""
        if line.number:
            self._items[line.number.style] = line.number
        self._gathered.append(line)


_PIECE = pattern(r"[^；;]+[；;]?")
_LONGEST = 60
"""Characters of a duty that stands among others in one line."""


def _pieces(line: Line) -> list[str]:
    """Give the duties that one line behind a label says in a row, parted by semicolons."""
    found = [text.strip() for text in _PIECE.findall(line.text)]
    is_row = len(found) > len("AB") and all(0 < len(text) <= _LONGEST for text in found)
    return found if is_row and not line.text.isascii() else [line.text]
