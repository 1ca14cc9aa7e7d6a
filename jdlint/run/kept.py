"""What is kept of organisations from run to run, by all that it rests on: verdicts, and what each file says alone.

A verdict rests on every file of its organisation. What is found of a role by itself rests on its file and on the facts
of org.yaml, so that where one role is edited the others needn't be judged by themselves again.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jdlint import cache
from jdlint.compiled import FORMAT
from jdlint.finding import Finding
from jdlint.location import Span
from jdlint.record import NamedTuple
from jdlint.run import telling as tellings
from jdlint.run import verdict as verdicts
from jdlint.run.packing import BROKEN, Row, Wordings, pack, pack_values, unpack, unpack_values
from jdlint.run.telling import Telling
from jdlint.run.verdict import Verdict
from jdlint.source.contents import DIGEST, Contents
from jdlint.source.discover import Found as File
from jdlint.source.source import Problem

_SPARE = 1.5
"""Of so many times the files of an organisation what they say alone is kept: branches take turns on the disk."""


class Found(NamedTuple):
    """A verdict that was kept."""

    verdict: Verdict
    when: str
    """What it rests on beside files and rules: nothing, or a day, or that a state of the past is forgiven."""


class Kept:
    """The records of one project under one measure: the rules and settings that organisations are judged by."""

    def __init__(self, root: str, measure: bytes, day: str) -> None:
        self._root = root
        self._measure = measure
        self._day = day

    def verdict(self, about: bytes, *, is_past: bool) -> Found | None:
        """Give what was found of an organisation of the very same files; None where that isn't kept.

        What rests on the day is kept under it, and what a state of the past forgives that can't be read apart.
        """
        found = next(filter(None, (_verdict(about, when) for when in ("", self._day))), None)
        if is_past and (found is None or found.verdict.unread):
            return next(filter(None, (_verdict(about, f"past {when}") for when in ("", self._day))), None)
        return found

    def about(self, contents: Contents, files: Sequence[File]) -> bytes:
        """Give the digest of all that a verdict on an organisation rests on, but for the day."""
        return cache.digest(self._measure, *contents.about(files))

    def keep(self, about: bytes, verdict: Verdict, *, is_past: bool, is_dated: bool) -> str:
        """Keep what was found, and give what it rests on beside; a check that crashed may do better another time."""
        day = self._day if is_dated else ""
        when = f"past {day}" if is_past else day
        if not any(finding.rule == "internal/crash" for finding in verdict.findings):
            _store(_key("verdict", about, when), verdicts.pack(verdict))
        return when

    def telling(self, about: bytes, manner: bytes) -> Telling | None:
        """Give what was told of an organisation of the very same files in the same manner."""
        keys = (_key("telling", about, when, manner) for when in ("", self._day))
        plain = next(filter(None, map(_load, keys)), None)
        try:
            return tellings.unpack(plain) if plain else None
        except BROKEN:
            return None

    def keep_telling(self, about: bytes, when: str, manner: bytes, told: Telling) -> None:
        """Keep what was told."""
        _store(_key("telling", about, when, manner), tellings.pack(told))

    def alone(self, contents: Contents, files: Sequence[File]) -> "Alone":
        """Give what the files of an organisation say by themselves, as far as it is kept."""
        facts = contents.about(found for found in files if found.is_org)
        folder = files[0].organisation if files else ""
        rests_on = cache.digest(self._measure, *facts)
        key = cache.named("alone", self._root, folder, rests_on.hex(), rests_on=rests_on)
        return Alone(key, contents, files)


def _verdict(about: bytes, when: str) -> Found | None:
    plain = _load(_key("verdict", about, when))
    try:
        return Found(verdicts.unpack(plain), when) if plain else None
    except BROKEN:
        return None


def _key(kind: str, about: bytes, when: str, manner: bytes = b"") -> cache.Key:
    rests_on = cache.digest(about, when.encode(), manner)
    return cache.named(kind, rests_on.hex(), rests_on=rests_on)


def _load(key: cache.Key) -> Any:  # noqa: ANN401 - whoever unpacks it knows its shape
    """Give the plain data of a record; None where there is none."""
    body = cache.load(key)
    try:
        return marshal.loads(body) if body else None  # noqa: S302 - see jdlint/cache.py
    except BROKEN:
        return None


def _store(key: cache.Key, plain: tuple[Any, ...]) -> None:
    cache.store(key, marshal.dumps(plain, FORMAT))


class Alone:
    """What the files of an organisation say, each by itself: of their roles, and what building these met."""

    def __init__(self, key: cache.Key, contents: Contents, files: Sequence[File]) -> None:
        self._key = key
        self._contents = contents
        self._files = {found.shown: found for found in files}
        self._wordings, self._rows = _rows(_load(key))
        self._used: dict[bytes, _Rows] = {}
        self._is_new = False
        self.problems = _problems(self._rows)
        """What building the roles of a content meets, by its digest."""

    def findings(self, file: str) -> tuple[Finding, ...] | None:
        """Give what was found of the roles of a file of the same content; None where that isn't kept."""
        name = self._named(file)
        kept = self._rows.get(name)
        if kept is None:
            return None
        try:
            found = tuple(unpack(row, self._wordings) for row in kept[1])
        except BROKEN:
            return None
        self._used[name] = kept
        return found

    def add(self, file: str, findings: Iterable[Finding], problems: Iterable[Problem] | None) -> None:
        """Add what was found of the roles of a file, and what building them met; None for facts."""
        met = None if problems is None else list(map(_pack_problem, problems))
        self._used[self._named(file)] = met, [pack(finding, self._wordings) for finding in findings]
        self._is_new = True

    def keep(self) -> None:
        """Keep what was used and added, and the latest of the rest."""
        if not self._is_new:
            return
        others = [(name, rows) for name, rows in self._rows.items() if name not in self._used]
        room = int(len(self._used) * _SPARE) - len(self._used)
        rows = dict(others[max(0, len(others) - room) :]) | self._used
        _store(self._key, (self._wordings.kept, rows))

    def _named(self, file: str) -> bytes:
        return file.encode("utf-8", "surrogatepass") + b"\0" + self._contents.digest(self._files[file])


_Rows = tuple[list[Row] | None, list[Row]]
"""What building the roles of a file met, and what was found of them."""


def _rows(plain: Any) -> tuple[Wordings, dict[bytes, _Rows]]:  # noqa: ANN401 - what a record holds
    """Read what is kept; nothing where it is broken."""
    try:
        texts, rows = plain
        return Wordings(texts), {
            bytes(name): (None if met is None else list(met), list(own)) for name, (met, own) in rows.items()
        }
    except BROKEN:
        return Wordings(), {}


def _problems(rows: Mapping[bytes, _Rows]) -> dict[bytes, tuple[Problem, ...]]:
    try:
        return {name[-DIGEST:]: tuple(map(_unpack_problem, met)) for name, (met, _) in rows.items() if met is not None}
    except BROKEN:
        return {}


def _pack_problem(problem: Problem) -> Row:
    """Give what reading or building met as plain data."""
    return problem.rule, *problem.span, problem.reason, pack_values(problem.values), problem.route


def _unpack_problem(row: Row) -> Problem:
    """Give it from plain data; raises one of BROKEN for what is none."""
    rule, start, end, reason, values, route = row
    return Problem(rule, Span(start, end), reason, unpack_values(values), tuple(route))
