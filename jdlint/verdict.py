"""What is found of one organisation, and the same as bytes that can be kept."""

import marshal
from typing import Any

from jdlint.compiled import FORMAT
from jdlint.finding import Finding
from jdlint.packing import pack_all, unpack_all
from jdlint.record import NamedTuple
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


def pack(verdict: Verdict) -> bytes:
    """Give a verdict as bytes. Raises ValueError where it holds what can't be kept."""
    skipped = [(each.file, dict(each.reason.texts)) for each in verdict.skipped]
    unchecked = [dict(note.texts) for note in verdict.unchecked]
    kept: Any = (
        *(verdict.files, verdict.languages, tuple(pack_all(verdict.findings))),
        *(skipped, unchecked, verdict.unread),
    )
    return marshal.dumps(kept, FORMAT)


def unpack(kept: bytes) -> Verdict | None:
    """Give a verdict from bytes; None where they hold none."""
    try:
        files, languages, findings, skipped, unchecked, unread = marshal.loads(kept)  # noqa: S302 - see jdlint/cache.py
        return Verdict(
            files,
            languages,
            unpack_all(findings),
            tuple(Skipped(file, Wording(reason)) for file, reason in skipped),
            tuple(map(Wording, unchecked)),
            unread,
        )
    except (ValueError, TypeError, KeyError, IndexError, EOFError, AttributeError):
        return None
