"""What a change has to do with each finding: introduced by it, affected through another file, or there before."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from jdlint.compare.pairs import Sketch
from jdlint.finding import Finding, Status
from jdlint.language.fold import squeeze

_Key = tuple[str, str, str, str, str]
"""Rule, file, role, route and words."""


class Before(NamedTuple):
    """A state from which the change started."""

    findings: tuple[Finding, ...]
    moved: Mapping[str, str]
    """Files that bear another name now."""
    roles: tuple[tuple[Sketch, Sketch], ...]
    """Roles of the files that the change touches, as they were and as they are."""


def mark(
    findings: Iterable[Finding], befores: Iterable[Before], touched: frozenset[str], is_urgent: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Give each finding its status; `touched` are the files that the change touches.

    A merge starts from several states: what one of them has was there before. A finding of a rule that is urgent is
    never taken for existing, because nothing else can be trusted while it stands.
    """
    known = [_index(before) for before in befores]
    return tuple(finding._replace(status=_status(finding, known, touched, is_urgent)) for finding in findings)


def _status(
    finding: Finding,
    known: list[dict[_Key, list[Finding]]],
    touched: frozenset[str],
    is_urgent: Callable[[str], bool],
) -> Status:
    # every state is asked, so that each counts off its own
    met = [_take(finding, index) for index in known]
    if any(met) and not is_urgent(finding.rule):
        return Status.EXISTING
    return Status.INTRODUCED if finding.place.file in touched else Status.AFFECTED


def _take(finding: Finding, index: dict[_Key, list[Finding]]) -> bool:
    """Count off an equal finding of before; tells whether there was one that says as much."""
    candidates = index.get(_key(finding), [])
    for place, earlier in enumerate(candidates):
        if not _says_more(finding, earlier):
            del candidates[place]
            return True
    return False


def _says_more(finding: Finding, earlier: Finding) -> bool:
    """Whether a finding weighs more than it did, or lists something that it didn't: another missing section."""
    if finding.severity.value > earlier.severity.value:
        return True
    return any(_words(listed) - _words(earlier.data.get(name)) for name, listed in finding.data.items())


def _words(listed: object) -> set[str]:
    return {item for item in listed if isinstance(item, str)} if isinstance(listed, list) else set()


def _key(finding: Finding) -> _Key:
    _, _, route, words, *_ = finding.identity
    return finding.rule, finding.place.file, finding.role or "", route, words


def _index(before: Before) -> dict[_Key, list[Finding]]:
    """Give the findings of before under the keys that they would have now."""
    owners = {(old.file, old.id): (new.file, new.id) for old, new in before.roles}
    renamed = {
        squeeze(was): squeeze(now)
        for old, new in before.roles
        for was, now in ((old.title, new.title), (old.id, new.id))
        if was != now
    }
    found: dict[_Key, list[Finding]] = defaultdict(list)
    for finding in before.findings:
        rule, file, role, route, words = _key(finding)
        new_file, new_role = owners.get((file, role), (before.moved.get(file, file), role))
        found[rule, new_file, new_role, route, renamed.get(words, words)].append(finding)
    return found
