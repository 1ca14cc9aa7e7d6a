"""What a report tells of one organisation, file by file: what hasn't changed is joined, and not told anew."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from jdlint.checking.filter import Filtered, Sum, Tally, sum_of
from jdlint.finding import Finding
from jdlint.record import NamedTuple
from jdlint.run import verdict as verdicts
from jdlint.run.verdict import Verdict
from jdlint.wording import language_of

Block = tuple[str, str]
"""A file, and what is told of it."""


class Teller(Protocol):
    """Puts findings into words."""

    manner: bytes
    """All that the words rest on beside the findings."""

    def fallback(self, languages: Sequence[str | None]) -> str:
        """Give the language for organisations that declare none, by those that the others declare."""
        ...

    def tell(self, findings: Sequence[Finding], fallback: str) -> list[Block]:
        """Tell findings that stand in the order of their files."""
        ...


class Telling(NamedTuple):
    """What is told of one organisation, and what its verdict says beside the findings."""

    verdict: Verdict
    """Without findings."""
    sum: Sum
    blocks: tuple[Block, ...]
    fallback: str
    """The language that was spoken for want of a declared one; '' where none was wanting."""


class Manner(NamedTuple):
    """How a run tells organisations one by one."""

    digest: bytes
    """All that the words rest on beside the findings."""
    tell: Callable[[Verdict, str], Telling]
    """Tells one; the text is the language for want of a declared one."""


def says_its_language(verdict: Verdict) -> bool:
    """Whether an organisation declares a language that jdlint speaks, so that it needs no other's."""
    return all(tag and language_of(tag) for tag in verdict.languages)


def telling(verdict: Verdict, found: Filtered, teller: Teller, fallback: str) -> Telling:
    """Tell what was found of an organisation."""
    blocks = tuple(teller.tell(found.shown, fallback))
    spoken = "" if says_its_language(verdict) else fallback
    return Telling(verdict._replace(findings=()), sum_of(found), blocks, spoken)


def pack(told: Telling) -> tuple[Any, ...]:
    """Give it as plain data."""
    tally, *rest = told.sum
    return verdicts.pack(told.verdict), (tuple(tally), *rest), told.blocks, told.fallback


def unpack(plain: tuple[Any, ...]) -> Telling:
    """Give it from plain data; raises one of BROKEN for what is none."""
    verdict, (tally, *rest), blocks, fallback = plain
    return Telling(verdicts.unpack(verdict), Sum(Tally(*tally), *rest), blocks, fallback)
