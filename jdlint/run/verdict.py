"""What is found of one organisation, and the same as plain data that can be kept."""

from typing import Any

from jdlint.finding import Finding
from jdlint.record import NamedTuple
from jdlint.run.packing import pack_all, unpack_all
from jdlint.wording import Wording


class Skipped(NamedTuple):
    """A file that was passed over, and why."""

    file: str
    reason: Wording


class Verdict(NamedTuple):
    """What is found of one organisation; it holds no tree, because trees take much more room than findings."""

    files: tuple[tuple[str, int], ...]
    """The files that hold roles or facts, each with the number of its roles."""
    languages: tuple[str | None, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    unchecked: tuple[Wording, ...]
    unread: tuple[str, ...]
    """The folder of the organisation, where a file of it can't be read."""


def pack(verdict: Verdict) -> tuple[Any, ...]:
    """Give a verdict as plain data."""
    skipped = [(each.file, dict(each.reason.texts)) for each in verdict.skipped]
    unchecked = [dict(note.texts) for note in verdict.unchecked]
    findings = tuple(pack_all(verdict.findings))
    return verdict.files, verdict.languages, findings, skipped, unchecked, verdict.unread


def unpack(plain: tuple[Any, ...]) -> Verdict:
    """Give a verdict from plain data; raises one of BROKEN for what is none."""
    files, languages, findings, skipped, unchecked, unread = plain
    return Verdict(
        files,
        languages,
        unpack_all(findings),
        tuple(Skipped(file, Wording(reason)) for file, reason in skipped),
        tuple(map(Wording, unchecked)),
        unread,
    )
