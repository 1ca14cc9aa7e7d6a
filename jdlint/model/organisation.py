"""Roles become organisations: names resolved, lines and claims drawn, levels read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from jdlint.language.task import Task, read_tasks
from jdlint.model.balance import Powers, Unmet, read_powers
from jdlint.model.level import Ladder, Level
from jdlint.model.names import Names, Resolution
from jdlint.model.reference import Named, alternatives, is_none, is_prose, name_key, names_in_prose, several
from jdlint.model.role import Duty, Facts, Line, Role, Text
from jdlint.property import cached_property
from jdlint.record import NamedTuple
from jdlint.source.source import Source

Key = TypeVar("Key")
Made = TypeVar("Made")


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
    def _names(self) -> Names:
        return Names(self.roles, self.facts)

    @cached_property
    def levels(self) -> dict[int, Level]:
        """The level of every role that has a readable one, by the role's identity."""
        read = ((id(role), self.ladder.read(role.level.text)) for role in self.roles if role.level)
        return {key: level for key, level in read if level is not None} if self.ladder else {}

    @cached_property
    def edges_of(self) -> dict[int, list[Edge]]:
        """The lines that each role declares, by the role's identity."""
        return _filed((id(edge.child), edge) for edge in self.edges)

    @cached_property
    def claims_on(self) -> dict[int, list[Claim]]:
        """The claims on each role, by the role's identity."""
        return _filed((id(claim.subordinate), claim) for claim in self.claims if claim.subordinate is not None)

    @cached_property
    def claims_of(self) -> dict[int, list[Claim]]:
        """The claims that each role makes, by the role's identity."""
        return _filed((id(claim.manager), claim) for claim in self.claims)

    @cached_property
    def edges_to(self) -> dict[int, list[Edge]]:
        """The lines that lead to each role kept here, by the role's identity."""
        return _filed((id(edge.parent), edge) for edge in self.edges if edge.parent is not None)

    @cached_property
    def by_title(self) -> dict[str, list[Role]]:
        """The roles that bear each title."""
        return _filed((name_key(role.title.text), role) for role in self.roles)

    def roles_in(self, source: Source) -> list[Role]:
        """Give the roles of a file."""
        return self._by_source.get(id(source), [])

    @cached_property
    def _by_source(self) -> dict[int, list[Role]]:
        return _filed((id(role.source), role) for role in self.roles)

    def resolve(self, name: str) -> Resolution:
        """Say what a name stands for here."""
        return self._names.resolve(name)

    def known(self, name: str) -> tuple[Role, ...]:
        """Give the roles that bear exactly this name."""
        return self._names.bearers(name)

    def names_of(self, role: Role) -> set[str]:
        """Give every name under which a role is known, in the form of `name_key`."""
        return self._names.of(role)

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

    def is_end_of_others(self, ending: str, role: Role) -> bool:
        """Tell whether the name of another role, or of anybody outside, ends so and begins with more."""
        return self._names.is_end_of_others(ending, role)

    @cached_property
    def _solid_parents(self) -> dict[int, list[Role]]:
        found: dict[int, list[Role]] = defaultdict(list)
        for edge in self.edges:
            if edge.parent is not None and not edge.line.is_dotted:
                found[id(edge.child)].append(edge.parent)
        return found

    def solid_parents(self, role: Role) -> list[Role]:
        """Give the superiors kept here to whom a role's solid lines lead."""
        return self._solid_parents.get(id(role), [])

    def are_in_line(self, first: Role, second: Role) -> bool | None:
        """Whether one role is the other, or stands above it on solid lines; None as `is_above` has it."""
        if first is second:
            return True
        ways = self.is_above(first, second), self.is_above(second, first)
        return any(ways) or (None if None in ways else False)

    def is_above(self, role: Role, below: Role) -> bool | None:
        """Whether a role stands anywhere up the solid lines of another; None where more stand there than are asked."""
        seen: set[int] = set()
        work = [below]
        for each in work:
            for parent in self.solid_parents(each):
                if parent is role:
                    return True
                if len(work) > MOST_ABOVE:
                    return None
                if id(parent) not in seen:
                    seen.add(id(parent))
                    work.append(parent)
        return False

    def may_report_to(self, role: Role, manager: Role) -> bool:
        """Whether a line of a role leads to another one, or to a name that it bears among others."""
        return not self.names_of(manager).isdisjoint(self._lines_to.get(id(role), ()))

    def may_claim(self, manager: Role, role: Role) -> bool:
        """Whether a role claims another one, or a name that it bears among others."""
        return not self.names_of(role).isdisjoint(self._claims_to.get(id(manager), ()))

    @cached_property
    def _lines_to(self) -> dict[int, set[str]]:
        """The names kept here to which the lines of each role lead, by the role's identity."""
        return _known((edge.child, edge.resolution) for edge in self.edges)

    @cached_property
    def _claims_to(self) -> dict[int, set[str]]:
        """The names kept here that each role claims, by the role's identity."""
        return _known((claim.manager, claim.resolution) for claim in self.claims)

    @cached_property
    def superiors_named(self) -> dict[int, tuple[str, ...]]:
        """The superiors of each role as it names them, by the role's identity."""
        return {key: tuple(edge.named.name for edge in edges) for key, edges in self.edges_of.items()}

    def solid_reports(self, role: Role) -> list[str]:
        """Name those on solid lines below a role: whom it claims, unless they say otherwise, and who report to it."""
        lines = self.edges_to.get(id(role), [])
        dotted = {id(edge.child) for edge in lines if edge.line.is_dotted}
        claimed = [claim for claim in self.claims_of.get(id(role), ()) if id(claim.subordinate) not in dotted]
        names = [claim.subordinate.title.text if claim.subordinate else claim.named.name for claim in claimed]
        return list(dict.fromkeys([*names, *(edge.child.title.text for edge in lines if not edge.line.is_dotted)]))

    def is_root(self, role: Role) -> bool:
        """Whether org.yaml names the role as a top of the organisation."""
        return any(name_key(name) in self._roots for name in role.names)

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(map(name_key, self.facts.roots))

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


def _filed(pairs: Iterable[tuple[Key, Made]]) -> dict[Key, list[Made]]:
    """Put together what is filed under the same key."""
    found: dict[Key, list[Made]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _known(links: Iterable[tuple[Role, Resolution]]) -> dict[int, set[str]]:
    """Give the names that are borne here, by the identity of the role that uses them."""
    found: dict[int, set[str]] = defaultdict(set)
    for role, resolution in links:
        if resolution.known is not None:
            found[id(role)].add(resolution.known)
    return found


MOST_ABOVE = 200
"""So many who stand above a role are looked at: no chain of command is as long, and each may be asked for each."""
_CHINESE = ("\u3400", "\u9fff")
