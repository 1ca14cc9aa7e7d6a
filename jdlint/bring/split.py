"""Paragraphs become lines: numbers, lists that run on, the cells of a row and labels are set apart, in this order."""

from collections.abc import Sequence

from jdlint.bring.blanks import rows_of
from jdlint.bring.block import Block
from jdlint.bring.inline import numbered
from jdlint.bring.line import Line
from jdlint.bring.whole import wholes


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """Set apart what stands together in the blocks that are no tables."""
    return list(rows_of(list(numbered(wholes(blocks)))))
