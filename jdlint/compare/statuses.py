"""What a change has to do with each finding: introduced by it, affected through another file, or there before."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from jdlint.compare.pairs import Sketch
from jdlint.finding import Finding, Status
from jdlint.language.fold import squeeze
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_Key = tuple[str, str, str, str, str]
"""Rule, file, role, route and words."""

_Places = tuple[str, frozenset[tuple[str, str]]]
"""Rule, and the files and routes of all its places."""


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
    known = [_Known(before) for before in befores]
    return tuple(finding._replace(status=_status(finding, known, touched, is_urgent)) for finding in findings)


def _status(
    finding: Finding, known: list["_Known"], touched: frozenset[str], is_urgent: Callable[[str], bool]
) -> Status:
    # every state is asked, so that each counts off its own
    met = [each.takes(finding) for each in known]
    if any(met) and not is_urgent(finding.rule):
        return Status.EXISTING
    return Status.INTRODUCED if finding.place.file in touched else Status.AFFECTED


class _Earlier(NamedTuple):
    """A finding of before, under the names that its file and role bear now."""

    number: int
    key: _Key
    finding: Finding


class _Known:
    """The findings of a state that haven't been met again yet."""

    def __init__(self, before: Before) -> None:
        self._used: set[int] = set()
        self._by_key: dict[_Key, list[_Earlier]] = defaultdict(list)
        self._by_places: dict[_Places, list[_Earlier]] = defaultdict(list)
        names = _Names(before)
        for number, finding in enumerate(before.findings):
            keys = names.keys(finding)
            earlier = _Earlier(number, keys[0], finding)
            for key in keys:
                self._by_key[key].append(earlier)
            if finding.related:
                self._by_places[_places(finding, before.moved)].append(earlier)

    def takes(self, finding: Finding) -> bool:
        """Count off an equal finding of before; tells whether there was one that says as much.

        What concerns several places alike may be told at another of them, where files bear other names.
        """
        key = _key(finding)
        elsewhere = self._by_places.get(_places(finding, {}), ()) if finding.related else ()
        for earlier in (*self._by_key.get(key, ()), *(each for each in elsewhere if each.key[1:4] != key[1:4])):
            if earlier.number not in self._used and not _says_more(finding, earlier.finding):
                self._used.add(earlier.number)
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


def _places(finding: Finding, moved: Mapping[str, str]) -> _Places:
    """Give the places that a finding is about, by file and route, items of lists not told apart."""
    places = (finding.place, *finding.related)
    routes = {(moved.get(place.file, place.file), _NUMBER.sub("[*]", place.pointer)) for place in places}
    return finding.rule, frozenset(routes)


_NUMBER = pattern(r"\[\d+\]")


class _Names:
    """Gives the findings of before the names that files, roles and titles bear now."""

    def __init__(self, before: Before) -> None:
        self._moved = before.moved
        self._owners = {(old.file, old.id): (new.file, new.id) for old, new in before.roles}
        self._words = {
            squeeze(was): squeeze(now)
            for old, new in before.roles
            for was, now in ((old.title, new.title), (old.id, new.id))
            if was != now
        }

    def keys(self, finding: Finding) -> tuple[_Key, ...]:
        """Give the keys that the finding may bear now: a title that one role gave up may still be another's."""
        rule, file, role, route, words = _key(finding)
        new_file, new_role = self._owners.get((file, role), (self._moved.get(file, file), role))
        return tuple((rule, new_file, new_role, route, each) for each in {self._words.get(words, words): 0, words: 0})
