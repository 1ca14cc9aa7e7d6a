"""Roles become organisations: names resolved, lines and claims drawn, levels read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from jdlint.language.task import Task, read_tasks
from jdlint.model.balance import Powers, Unmet, read_powers
from jdlint.model.level import Ladder, Level
from jdlint.model.reference import (
    Named,
    alternatives,
    is_none,
    is_prose,
    name_key,
    names_in_prose,
    several,
    words,
)
from jdlint.model.role import Duty, Facts, Line, Role, Text
from jdlint.model.title import head_word, kind_of
from jdlint.property import cached_property
from jdlint.record import NamedTuple

Made = TypeVar("Made")


class Resolution(NamedTuple):
    """What a name stands for."""

    outcome: str
    """role, several, external, higher, generic, unit, near or unknown."""
    roles: tuple[Role, ...] = ()
    """The role; for `several` all that bear the name; for `near` the one that may be meant."""
    suggestion: str = ""
    """For `near`: the name as the organisation writes it."""

    @property
    def role(self) -> Role | None:
        """The one role that the name stands for."""
        return self.roles[0] if self.outcome == "role" else None


class Edge(NamedTuple):
    """A reporting line: who declares it, where, and what the superior's name stands for."""

    child: Role
    line: Line
    named: Named
    resolution: Resolution

    @property
    def parent(self) -> Role | None:
        """The superior, where it is one role kept here."""
        return self.resolution.role


class Claim(NamedTuple):
    """A name in somebody's `manages`."""

    manager: Role
    entry: Text
    named: Named
    resolution: Resolution

    @property
    def subordinate(self) -> Role | None:
        """The role claimed, where it is one role kept here."""
        return self.resolution.role


class Organisation:
    """The roles that belong together, with what joins them."""

    def __init__(self, folder: str, facts: Facts, roles: tuple[Role, ...], unread: tuple[str, ...] = ()) -> None:
        self.folder: Final = folder
        """Relative to the project root; '' is the root itself."""
        self.facts: Final = facts
        self.roles: Final = roles
        self.unread: Final = unread
        """Files of it that couldn't be read: what they define is unknown, so nothing is called missing."""
        self.ladder: Final = Ladder(facts.ladder)
        self.edges: Final = tuple(edge for role in roles for edge in self._edges_of(role))
        """Every name of every reports_to, in the order of the roles."""
        self.claims: Final = tuple(claim for role in roles for claim in self._claims_of(role))
        self.is_dated = False
        """Whether something that is found of it rests on the day of the run."""
        self._powers: dict[int, Powers] = {}
        self._unmet: dict[int, tuple[Unmet, ...]] = {}
        self._tasks: dict[int, tuple[Task, ...]] = {}
        self._shared: dict[str, Any] = {}

    @cached_property
    def _names(self) -> "_Names":
        return _Names(self.roles, self.facts)

    @cached_property
    def levels(self) -> dict[int, Level]:
        """The level of every role that has a readable one, by the role's identity."""
        read = ((id(role), self.ladder.read(role.level.text)) for role in self.roles if role.level)
        return {key: level for key, level in read if level is not None} if self.ladder else {}

    @cached_property
    def edges_of(self) -> dict[int, list[Edge]]:
        """The lines that each role declares, by the role's identity."""
        found: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[id(edge.child)].append(edge)
        return found

    @cached_property
    def claims_on(self) -> dict[int, list[Claim]]:
        """The claims on each role, by the role's identity."""
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.subordinate is not None:
                found[id(claim.subordinate)].append(claim)
        return found

    @cached_property
    def claims_of(self) -> dict[int, list[Claim]]:
        """The claims that each role makes, by the role's identity."""
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[id(claim.manager)].append(claim)
        return found

    @cached_property
    def edges_to(self) -> dict[int, list[Edge]]:
        """The lines that lead to each role kept here, by the role's identity."""
        found: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            if edge.parent is not None:
                found[id(edge.parent)].append(edge)
        return found

    @cached_property
    def by_title(self) -> dict[str, list[Role]]:
        """The roles that bear each title."""
        found: dict[str, list[Role]] = defaultdict(list)
        for role in self.roles:
            found[name_key(role.title.text)].append(role)
        return found

    def resolve(self, name: str) -> Resolution:
        """Say what a name stands for here."""
        return self._names.resolve(name)

    def known(self, name: str) -> tuple[Role, ...]:
        """Give the roles that bear exactly this name."""
        return self._names.bearers(name)

    def powers(self, role: Role) -> Powers:
        """Give what a role's duties demand and its authorities grant; each role is read once."""
        key = id(role)
        if key not in self._powers:
            self.read_powers((role,))
        return self._powers[key]

    def read_powers(self, roles: Sequence[Role]) -> None:
        """Read what `powers` will be asked of several roles: together they take less time."""
        read = read_powers([(role.duties or (), role.authorities or ()) for role in roles])
        self._powers |= zip(map(id, roles), read, strict=True)

    def unmet(self, role: Role, make: Callable[[Role], tuple[Unmet, ...]]) -> tuple[Unmet, ...]:
        """Give what a role's duties demand in vain, worked out once for the role by itself and among the others."""
        key = id(role)
        if key not in self._unmet:
            self._unmet[key] = make(role)
        return self._unmet[key]

    def tasks(self, duty: Duty) -> tuple[Task, ...]:
        """Give the tasks of a duty of one of the roles; each is read once."""
        key = id(duty.node)
        if key not in self._tasks:
            self._tasks[key] = read_tasks(duty.text)
        return self._tasks[key]

    def shared(self, name: str, make: Callable[["Organisation"], Made]) -> Made:
        """Give what several checks need of the organisation, made once."""
        if name not in self._shared:
            self._shared[name] = make(self)
        made: Made = self._shared[name]
        return made

    def may_begin_name(self, folded: str) -> bool:
        """Tell whether a folded text may begin with a name; what is neither ASCII nor Chinese may change its form."""
        first = folded.lstrip()[:1]
        keeps_form = folded.isascii() or _CHINESE[0] <= first <= _CHINESE[1]
        return first in self._names.lengths or not keeps_form

    def names_at(self, key: str) -> Iterator[tuple[int, tuple[Role, ...]]]:
        """Give the names, the longest first, with which a text in the form of `name_key` begins, and who bears them."""
        return self._names.beginning(key)

    def solid_parents(self, role: Role) -> list[Role]:
        """Give the superiors kept here to whom a role's solid lines lead."""
        return [edge.parent for edge in self.edges_of.get(id(role), ()) if edge.parent and not edge.line.is_dotted]

    def are_in_line(self, first: Role, second: Role) -> bool:
        """Whether one role is the other, or stands above it on solid lines."""
        return first is second or self.is_above(first, second) or self.is_above(second, first)

    def is_above(self, role: Role, below: Role) -> bool:
        """Whether a role stands anywhere up the solid lines of another."""
        seen: set[int] = set()
        work = [below]
        while work:
            for parent in self.solid_parents(work.pop()):
                if parent is role:
                    return True
                if id(parent) not in seen:
                    seen.add(id(parent))
                    work.append(parent)
        return False

    def solid_reports(self, role: Role) -> list[str]:
        """Name those on solid lines below a role: whom it claims, unless they say otherwise, and who report to it."""
        lines = self.edges_to.get(id(role), [])
        dotted = {id(edge.child) for edge in lines if edge.line.is_dotted}
        claimed = [claim for claim in self.claims_of.get(id(role), ()) if id(claim.subordinate) not in dotted]
        names = [claim.subordinate.title.text if claim.subordinate else claim.named.name for claim in claimed]
        return list(dict.fromkeys([*names, *(edge.child.title.text for edge in lines if not edge.line.is_dotted)]))

    def is_root(self, role: Role) -> bool:
        """Whether org.yaml names the role as a top of the organisation."""
        roots = {name_key(root) for root in self.facts.roots}
        return any(name_key(name) in roots for name in role.names)

    def _edges_of(self, role: Role) -> Iterator[Edge]:
        for line in role.reports_to or ():
            if is_none(line.text):
                continue
            for named in self._superiors(line.text):
                yield Edge(role, line, named, self.resolve(named.name))

    def _superiors(self, text: str) -> list[Named]:
        whole = Named(text, 0, len(text))
        if self.resolve(text).outcome in ("role", "several", "external"):
            return [whole]
        if is_prose(text):
            return names_in_prose(text) or [whole]
        return alternatives(text) or [whole]

    def _claims_of(self, role: Role) -> Iterator[Claim]:
        for entry in role.manages or ():
            if is_none(entry.text):
                continue
            whole = Named(entry.text, 0, len(entry.text))
            known = self.resolve(entry.text).outcome in ("role", "several", "external")
            for named in [whole] if known else several(entry.text):
                yield Claim(role, entry, named, self.resolve(named.name))


class _Names:
    """Every name of an organisation, and the ways in which a reference may come near to one."""

    def __init__(self, roles: Iterable[Role], facts: Facts) -> None:
        self._roles: dict[str, list[Role]] = defaultdict(list)
        self._written: dict[str, str] = {}
        self._units: set[str] = set()
        self._seen: dict[str, Resolution] = {}
        self._externals = {name_key(name): name for name in facts.externals}
        synonyms = _synonyms(facts)
        for role in roles:
            self._add(role, synonyms)
        self._written |= self._externals

    def _add(self, role: Role, synonyms: dict[str, tuple[str, ...]]) -> None:
        for key in dict.fromkeys(map(name_key, role.names)):
            self._roles[key].append(role)
            self._written.setdefault(key, role.title.text)
        if role.unit:
            unit = name_key(role.unit.text)
            self._units.add(unit)
            title = name_key(role.title.text)
            for prefix in synonyms.get(unit, (unit,)):
                if role not in self._roles[prefix + title]:
                    self._roles[prefix + title].append(role)

    def bearers(self, name: str) -> tuple[Role, ...]:
        return tuple(self._roles.get(name_key(name), ()))

    def resolve(self, name: str) -> Resolution:
        found = self._seen.get(name)
        if found is None:
            found = self._seen[name] = self._resolve(name_key(name))
        return found

    def _resolve(self, key: str) -> Resolution:  # noqa: PLR0911 - one line an outcome
        roles = self._roles.get(key)
        if roles:
            return Resolution("role" if len(roles) == 1 else "several", tuple(roles))
        if key in self._externals:
            return Resolution("external")
        if any(word in key for word in words().higher):
            return Resolution("higher")
        if key in words().generic:
            return Resolution("generic")
        if key in self._units:
            return Resolution("unit")
        near = self._near(key)
        if near:
            return Resolution("near", tuple(self._roles.get(near, ())), self._written[near])
        return Resolution("unknown")

    def _near(self, key: str) -> str | None:
        """Find the one name that a reference may mean: a character off, or with more or less before it."""
        if len(key) > _LONGEST_NEAR:
            return None
        head, deputy = head_word(key), _is_deputy(key)
        for candidates in (self._a_character_off(key), self._longer_or_shorter(key, head)):
            alike = (near for near in sorted(candidates) if head_word(near) == head and _is_deputy(near) == deputy)
            meant = {self._bearers(near): near for near in alike}
            if len(meant) == 1:
                return meant.popitem()[1]
        return None

    def _bearers(self, key: str) -> tuple[int, ...] | str:
        """Tell who bears a name, so that two names of one role count once."""
        return tuple(map(id, self._roles[key])) if key in self._roles else key

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """The lengths of names of two characters and more, the longest first, by the first of them."""
        found: dict[str, set[int]] = defaultdict(set)
        for key in self._roles:
            if len(key) > 1:
                found[key[:1]].add(len(key))
        return {character: sorted(lengths, reverse=True) for character, lengths in found.items()}

    def beginning(self, key: str) -> Iterator[tuple[int, tuple[Role, ...]]]:
        for length in self.lengths.get(key[:1], ()):
            roles = self._roles.get(key[:length])
            if roles and length <= len(key):
                yield length, tuple(roles)

    @property
    def _near_names(self) -> Iterable[str]:
        return (key for key in self._written if len(key) <= _LONGEST_NEAR)

    @cached_property
    def _gaps(self) -> dict[str, set[str]]:
        """Every name under each form that lacks one of its characters."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in self._near_names:
            for gap in _without_one(key):
                found[gap].add(key)
        return found

    @cached_property
    def _tails(self) -> dict[str, set[str]]:
        """Every name under each shorter form that leaves out its beginning."""
        found: dict[str, set[str]] = defaultdict(set)
        for key in self._near_names:
            for start in range(1, len(key) - 1):
                found[key[start:]].add(key)
        return found

    def _a_character_off(self, key: str) -> Iterator[str]:
        if len(key) < _SHORTEST_NEAR:
            return
        yield from self._gaps.get(key, ())
        for gap in _without_one(key):
            if gap in self._written:
                yield gap
            yield from (near for near in self._gaps.get(gap, ()) if len(near) == len(key))

    def _longer_or_shorter(self, key: str, head: str) -> Iterator[str]:
        yield from (key[start:] for start in range(1, len(key)) if key[start:] in self._written)
        if len(key) > len(head) + 1:
            yield from self._tails.get(key, ())


_CHINESE = ("\u3400", "\u9fff")
_SHORTEST_NEAR = 3
"""A name of two characters is near to too many others."""
_LONGEST_NEAR = 120
"""What is longer is no name; its forms would take the square of its length in memory."""


def _is_deputy(name: str) -> bool:
    """Whether a name is a deputy's; that is another post than its principal, however near the names are."""
    return kind_of(name) == "deputy"


def _without_one(key: str) -> Iterator[str]:
    return (key[:place] + key[place + 1 :] for place in range(len(key)))


def _synonyms(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Give every name of a unit with all its names."""
    found: dict[str, tuple[str, ...]] = {}
    for name, others in facts.terms.items():
        names = tuple(map(name_key, (name, *others)))
        found |= dict.fromkeys(names, names)
    return found
