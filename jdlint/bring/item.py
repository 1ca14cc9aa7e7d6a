"""What a document says about a role: each statement with the field that it goes to, and where it stands."""

from jdlint.bring.block import Place
from jdlint.bring.left import Left
from jdlint.finding import Confidence
from jdlint.record import NamedTuple


class Item(NamedTuple):
    """One statement, as it goes into one field of a role."""

    field: str
    """A path of the format: duties, qualifications.skills, reports_to."""
    text: str
    """Word for word; '' says that there is none (manages: [])."""
    place: Place
    words: str
    """As it stands in the document, with number and label."""
    sure: Confidence = Confidence.HIGH
    more: tuple[tuple[str, str], ...] = ()
    """Other keys of the same entry: the area of a duty, the formula of an indicator."""


class Heading(NamedTuple):
    """Words that only say what follows: the label of a section, the name of an area, the title."""

    place: Place
    words: str
    field: str
    """What they were taken for: a field, `area` or `title`."""


class Draft(NamedTuple):
    """One role as the document defines it."""

    title: str
    place: Place
    items: tuple[Item, ...]
    left: tuple[Left, ...] = ()
    sure: Confidence = Confidence.HIGH
    """How sure it is that this is a role and that this is its title."""
    headings: tuple[Heading, ...] = ()
    id: str = ""
