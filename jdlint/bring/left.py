"""What of a document became no part of a role, and why."""

from enum import StrEnum

from jdlint.bring.block import Place
from jdlint.record import NamedTuple


class Reason(StrEnum):
    """Why words found no place in a role."""

    PAGE = "page"
    SITE = "site"
    CONTENTS = "contents"
    REPEATED = "repeated"
    SIGNATURE = "signature"
    NUMBER = "number"
    HEADING = "heading"
    EMPTY = "empty"
    OUTSIDE = "outside"
    COLUMN = "column"
    ASIDE = "aside"


class Left(NamedTuple):
    """Words that became no part of a role."""

    place: Place
    words: str
    reason: Reason
