"""What is kept of organisations from run to run, by all that it rests on: verdicts, and what each file says alone.

A verdict rests on every file of its organisation. What is found of a role by itself rests on its file and on the facts
of org.yaml, so that where one role is edited the others needn't be judged by themselves again.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence

from jdlint import cache
from jdlint import verdict as verdicts
from jdlint.compiled import FORMAT
from jdlint.finding import Finding
from jdlint.packing import Row, Wordings, pack, unpack
from jdlint.source.contents import Contents
from jdlint.source.discover import Found
from jdlint.verdict import Verdict

_SPARE = 1.5
"""Of so many times the files of an organisation what they say alone is kept: branches take turns on the disk."""


class Kept:
    """The records of one project under one measure: the rules and settings that organisations are judged by."""

    def __init__(self, root: str, measure: bytes, day: str) -> None:
        self._root = root
        self._measure = measure
        self._day = day

    def verdict(self, contents: Contents, files: Sequence[Found], *, is_past: bool) -> Verdict | None:
        """Give what was found of an organisation of the very same files; None where that isn't kept.

        What rests on the day is kept under it, and what a state of the past forgives that can't be read apart.
        """
        about = cache.digest(self._measure, *contents.about(files))
        found = next(filter(None, (self._load(about, when) for when in ("", self._day))), None)
        if is_past and (found is None or found.unread):
            return next(filter(None, (self._load(about, f"past {when}") for when in ("", self._day))), None)
        return found

    def _load(self, about: bytes, when: str) -> Verdict | None:
        body = cache.load(_key(about, when))
        return verdicts.unpack(body) if body else None

    def keep(
        self, contents: Contents, files: Sequence[Found], verdict: Verdict, *, is_past: bool, is_dated: bool
    ) -> None:
        """Keep what was found, under what was read for it; a check that crashed may do better another time."""
        if any(finding.rule == "internal/crash" for finding in verdict.findings):
            return
        when = self._day if is_dated else ""
        about = cache.digest(self._measure, *contents.about(files))
        cache.store(_key(about, f"past {when}" if is_past else when), verdicts.pack(verdict))

    def alone(self, contents: Contents, files: Sequence[Found]) -> "Alone":
        """Give what the files of an organisation say by themselves, as far as it is kept."""
        facts = contents.about(found for found in files if found.is_org)
        folder = files[0].organisation if files else ""
        rests_on = cache.digest(self._measure, *facts)
        key = cache.named("alone", self._root, folder, rests_on.hex(), rests_on=rests_on)
        return Alone(key, {found.shown: contents.digest(found) for found in files})


def _key(about: bytes, when: str) -> cache.Key:
    rests_on = cache.digest(about, when.encode())
    return cache.named("verdict", rests_on.hex(), rests_on=rests_on)


class Alone:
    """What the roles of each file of an organisation say by themselves."""

    def __init__(self, key: cache.Key, digests: Mapping[str, bytes]) -> None:
        self._key = key
        self._digests = digests
        self._wordings, self._rows = _rows(cache.load(key))
        self._used: dict[bytes, list[Row]] = {}
        self._is_new = False

    def findings(self, file: str) -> tuple[Finding, ...] | None:
        """Give what was found of a file of the same content; None where that isn't kept."""
        rows = self._rows.get(self._named(file))
        if rows is None:
            return None
        try:
            found = tuple(unpack(row, self._wordings) for row in rows)
        except (ValueError, TypeError, KeyError, IndexError):
            return None
        self._used[self._named(file)] = rows
        return found

    def add(self, file: str, findings: Iterable[Finding]) -> None:
        """Add what was found of a file."""
        self._used[self._named(file)] = [pack(finding, self._wordings) for finding in findings]
        self._is_new = True

    def keep(self) -> None:
        """Keep what was used and added, and the latest of the rest."""
        if not self._is_new:
            return
        others = [(name, rows) for name, rows in self._rows.items() if name not in self._used]
        room = int(len(self._used) * _SPARE) - len(self._used)
        rows = dict(others[max(0, len(others) - room) :]) | self._used
        cache.store(self._key, marshal.dumps((self._wordings.kept, rows), FORMAT))

    def _named(self, file: str) -> bytes:
        return file.encode("utf-8", "surrogatepass") + b"\0" + self._digests[file]


def _rows(body: bytes | None) -> tuple[Wordings, dict[bytes, list[Row]]]:
    """Read what is kept; nothing where it is broken."""
    try:
        texts, rows = marshal.loads(body or b"")  # noqa: S302 - see jdlint/cache.py
        return Wordings(texts), dict(rows)
    except (ValueError, TypeError, EOFError, AttributeError):
        return Wordings(), {}
