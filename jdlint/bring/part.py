"""The parts of a role that stand under one label each."""

from jdlint.bring.label import Label
from jdlint.bring.left import Left
from jdlint.bring.line import Line
from jdlint.finding import Confidence
from jdlint.record import NamedTuple


class Part(NamedTuple):
    """The lines that stand under one label, or that stand together without one."""

    field: str
    """The field that they belong to; '' where nothing says it."""
    lines: tuple[Line, ...]
    label: Label | None = None
    head: Line | None = None
    """The line of the label."""
    sure: Confidence = Confidence.HIGH
    area: str = ""
    share: str = ""
    columns: tuple[Label, ...] = ()
    """Of a table: its columns, which the cells of the lines are in."""


class Sections(NamedTuple):
    """The parts of a role, and the lines that say nothing."""

    parts: tuple[Part, ...]
    left: tuple[Left, ...]
