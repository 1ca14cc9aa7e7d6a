"""A line: one heading, label, item or paragraph of a document, the unit that all stages pass on."""

from jdlint.bring.block import Kind, Place
from jdlint.bring.label import Label
from jdlint.bring.number import Number
from jdlint.record import NamedTuple


class Line(NamedTuple):
    """One unit of a document; of a labelled one `text` is what stands behind the label."""

    text: str
    place: Place
    number: Number | None = None
    label: Label | None = None
    written: str = ""
    """As it stands in the document, with number and label."""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """Of a heading that the format marks: from 1."""
    after_gap: bool = False
    columns: tuple[Label, ...] = ()
    """Of a row that heads a table: the labels of its columns."""
    cells: tuple[str, ...] = ()
    """Of a row of a table without labels of its own: its cells."""
    is_sure: bool = True
    """Whether it was taken apart without guessing."""
    is_line: bool = False
    """Whether it is a line of plain text, which may be a part of a paragraph."""
    colon: bool = False
    """Whether a colon stands behind the label."""
    share: str = ""
    """Of a duty: how much of the time it takes, as written beside it."""
    is_dense: bool = False
    """Whether its paragraph is a form that lost its line ends."""

    @property
    def unnumbered(self) -> str:
        """As it stands in the document behind its number, which Word and HTML don't write into the text."""
        number = self.number.written if self.number else ""
        return self.written.removeprefix(number).strip() if number else self.written
