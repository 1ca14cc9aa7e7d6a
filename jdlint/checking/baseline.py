"""The baseline: findings of old, recorded so that a run reports new ones alone, and the record only ever shrinks."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator

from jdlint.checking.fingerprint import fingerprint
from jdlint.errors import ConfigError
from jdlint.finding import Finding, Means, Suppression
from jdlint.location import Span
from jdlint.model.build import Built
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.source import Problem, Source

_SHOWN = 60
"""So many characters of the role and of the words found are kept for the reader."""

_HEAD = '{"version": 1, "findings": ['
_FOOT = "null]}"
"""The null closes the list, so that each finding's line ends alike: adding and deleting one touches one line."""


class Entry(NamedTuple):
    """One finding of old; all but the key is for people."""

    fingerprint: str
    rule: str
    file: str
    role: str
    at: str
    words: str


class Baseline(NamedTuple):
    """What a file records, and which of it a run no longer found."""

    name: str
    """The file, as people know it."""
    entries: tuple[Entry, ...] = ()
    text: str = ""
    gone: tuple[Entry, ...] = ()


def entry(finding: Finding) -> Entry:
    """Record a finding."""
    start, end = finding.place.range
    last = end.column - 1 if end.line == start.line else None
    words = finding.place.source_line[start.column - 1 : last].strip()
    at = finding.identity[2] if len(finding.identity) > 2 else ""  # noqa: PLR2004 - rule, owner, route
    shown = map(_shown, (finding.role or "", at, words))
    return Entry(fingerprint(finding), finding.rule, finding.place.file, *shown)


def _shown(text: str) -> str:
    """Give a text that a diff shows as it is."""
    safe = "".join(character if character.isprintable() else "�" for character in text[: _SHOWN + 1])
    return safe if len(safe) <= _SHOWN else f"{safe[:_SHOWN]}…"


def write(entries: Iterable[Entry]) -> str:
    """Write entries, one a line, in an order that doesn't depend on lines or on the machine."""
    import json  # noqa: PLC0415 - 3 ms, paid only where there is a record

    ordered = sorted(entries, key=lambda each: (each.file, each.role, each.rule, each.at, each.fingerprint))
    lines = [f"{json.dumps(each._asdict(), ensure_ascii=False)}," for each in ordered]
    return "\n".join((_HEAD, *lines, _FOOT)) + "\n"


def read(name: str, raw: bytes) -> Baseline:
    """Read a record; raises ConfigError for one that can't be trusted: it would hide at random."""
    import json  # noqa: PLC0415 - the same

    try:
        text = raw.decode("utf-8-sig")
        if re.search(r"^(<{7}|={7}|>{7})( |$)", text, re.MULTILINE):
            raise ConfigError("baseline-merged", file=name)
        return Baseline(name, tuple(_entries(name, json.loads(text))), text)
    except (ValueError, RecursionError, TypeError) as error:
        raise ConfigError("baseline-broken", file=name, why=str(error) or type(error).__name__) from None


def _broken(name: str, fault: str, number: int = 0) -> ConfigError:
    from jdlint.saying import say  # noqa: PLC0415 - only a broken record needs it

    return ConfigError("baseline-broken", file=name, why=say("errors", "baseline", fault, number=number))


_HALF = pattern("[\ud800-\udfff]")
"""What JSON can escape and no file can hold."""


def _entries(name: str, document: object) -> Iterator[Entry]:
    if not isinstance(document, dict) or document.get("version") != 1:
        raise _broken(name, "version")
    listed = document.get("findings")
    if not isinstance(listed, list):
        raise _broken(name, "list")
    for number, item in enumerate(listed, 1):
        if item is None:
            continue
        fields = [item.get(key, "") if isinstance(item, dict) else None for key in Entry._fields]
        texts = [value for value in fields if isinstance(value, str)]
        if len(texts) < len(fields) or not texts[0]:
            raise _broken(name, "entry", number)
        if _HALF.search("".join(texts)):
            raise _broken(name, "half", number)
        yield Entry(*texts)


def apply(
    baseline: Baseline, findings: Iterable[Finding], is_recordable: Callable[[Finding], bool]
) -> tuple[list[Finding], tuple[Entry, ...]]:
    """Mark the findings that are recorded, and give the entries that no finding answers to.

    Two organisations may hold the same role: then as many findings are marked as are recorded, those of the recorded
    files first.
    """
    recorded: dict[str, list[Entry]] = defaultdict(list)
    for each in baseline.entries:
        recorded[each.fingerprint].append(each)
    marked: list[Finding] = []
    answering: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        key = fingerprint(finding)
        if key in recorded:
            answering[key].append(len(marked))
        marked.append(finding)
    unanswered: list[Entry] = []
    for key, entries in recorded.items():
        files = {each.file for each in entries}
        found = sorted(answering[key], key=lambda index: marked[index].place.file not in files)
        for index in found[: len(entries)]:
            if marked[index].suppression is None and is_recordable(marked[index]):
                marked[index] = marked[index]._replace(suppression=Suppression(Means.BASELINED, ""))
        unanswered += entries[len(found) :]
    return marked, tuple(unanswered)


def problems(baseline: Baseline, known: Container[str]) -> Built:
    """Give the entries that have to leave the record, as problems for a rule to word."""
    source = Source(baseline.name, baseline.text)
    gone: dict[str, int] = defaultdict(int)
    for each in baseline.gone:
        gone[each.fingerprint] += 1
    found = []
    matches = _KEY.finditer(baseline.text)
    for number, (match, each) in enumerate(zip(matches, baseline.entries, strict=False)):
        if each.fingerprint == match.group(1) and gone[each.fingerprint]:
            gone[each.fingerprint] -= 1
            reason = "gone" if each.rule in known else "rule"
            values = {"rule": each.rule, "file": each.file, "role": each.role, "words": each.words}
            span = Span(match.start(1), match.end(1))
            found.append(Problem("suppression/gone", span, reason, values, ("findings", number)))
    return Built(source, (), None, tuple(found))


_KEY = pattern(r'"fingerprint"\s*:\s*"([^"\\]*)"')
"""Where each entry stands in the text, in the order of the entries."""
