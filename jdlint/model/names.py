"""Every name of an organisation: who bears it, and what a reference may mean that comes near to one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from jdlint.model.reference import name_key, words
from jdlint.model.role import Facts, Role
from jdlint.model.title import head_word, kind_of
from jdlint.property import cached_property
from jdlint.record import NamedTuple


class Resolution(NamedTuple):
    """What a name stands for."""

    outcome: str
    """role, several, external, higher, generic, unit, near or unknown."""
    roles: tuple[Role, ...] = ()
    """The role; for `several` all that bear the name; for `near` the one that may be meant."""
    suggestion: str = ""
    """For `near`: the name as the organisation writes it."""
    known: str | None = None
    """The name that the roles bear, in the form of `name_key`; None where there are none."""

    @property
    def role(self) -> Role | None:
        """The one role that the name stands for."""
        return self.roles[0] if self.outcome == "role" else None


class Names:
    """The names of an organisation's roles, of its units, and of those outside it."""

    def __init__(self, roles: Iterable[Role], facts: Facts) -> None:
        self._written: dict[str, str] = {}
        self._units: set[str] = set()
        self._seen: dict[str, Resolution] = {}
        self._externals = {name_key(name): name for name in facts.externals}
        synonyms = _synonyms(facts)
        bearers: dict[str, list[Role]] = defaultdict(list)
        for role in roles:
            for key in self._keys(role, synonyms):
                bearers[key].append(role)
        self._roles = {key: tuple(found) for key, found in bearers.items()}
        self._written |= self._externals

    def _keys(self, role: Role, synonyms: dict[str, tuple[str, ...]]) -> Iterable[str]:
        """Take in the names of a role, and give each under which it is known, once."""
        keys = dict.fromkeys(map(name_key, role.names))
        for key in keys:
            self._written.setdefault(key, role.title.text)
        if role.unit:
            unit, title = name_key(role.unit.text), name_key(role.title.text)
            self._units.add(unit)
            keys |= dict.fromkeys(prefix + title for prefix in synonyms.get(unit, (unit,)))
        return keys

    def bearers(self, name: str) -> tuple[Role, ...]:
        """Give the roles that bear exactly this name."""
        return self._roles.get(name_key(name), ())

    def resolve(self, name: str) -> Resolution:
        """Say what a name stands for."""
        found = self._seen.get(name)
        if found is None:
            found = self._seen[name] = self._resolve(name_key(name))
        return found

    def of(self, role: Role) -> set[str]:
        """Give every name under which a role is known, in the form of `name_key`."""
        return self._of[id(role)]

    @cached_property
    def _of(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for key, roles in self._roles.items():
            for role in roles:
                found[id(role)].add(key)
        return found

    def _resolve(self, key: str) -> Resolution:  # noqa: PLR0911 - one line an outcome
        roles = self._roles.get(key)
        if roles:
            return Resolution("role" if len(roles) == 1 else "several", roles, known=key)
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
            roles = self._roles.get(near)
            return Resolution("near", roles or (), self._written[near], near if roles else None)
        return Resolution("unknown")

    def _near(self, key: str) -> str | None:
        """Find the one name that a reference may mean: a character off, or with more or less before it."""
        if len(key) > _LONGEST_NEAR:
            return None
        post = _post(key)
        for candidates in (self._a_character_off(key), self._longer_or_shorter(key, post[0])):
            meant = {self._meaning[near]: near for near in candidates if _post(near) == post}
            if len(meant) == 1:
                return meant.popitem()[1]
        return None

    @cached_property
    def _meaning(self) -> dict[str, int]:
        """A number for whom each name means: two names of one role have the same."""
        numbers: dict[tuple[int, ...] | str, int] = {}
        return {
            key: numbers.setdefault(tuple(map(id, self._roles[key])) if key in self._roles else key, len(numbers))
            for key in self._written
        }

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """The lengths of names of two characters and more, the longest first, by the first of them."""
        found: dict[str, set[int]] = defaultdict(set)
        for key in self._roles:
            if len(key) > 1:
                found[key[:1]].add(len(key))
        return {character: sorted(lengths, reverse=True) for character, lengths in found.items()}

    def beginning(self, key: str) -> Iterator[tuple[int, tuple[Role, ...]]]:
        """Give the names, the longest first, with which a text in the form of `name_key` begins, and who bears them."""
        for length in self.lengths.get(key[:1], ()):
            roles = self._roles.get(key[:length])
            if roles and length <= len(key):
                yield length, roles

    def is_end_of_others(self, ending: str, role: Role) -> bool:
        """Tell whether a name of anybody but a role ends so and begins with more."""
        names = self._tails.get(name_key(ending), ())
        return any(name in self._externals or self._roles[name] != (role,) for name in names)

    @cached_property
    def _gaps(self) -> dict[str, tuple[str, ...]]:
        """The names under each form that lacks one of their characters."""
        return self._filed(_without_one)

    @cached_property
    def _tails(self) -> dict[str, tuple[str, ...]]:
        """The names under each shorter form that leaves out their beginning."""
        return self._filed(lambda key: (key[start:] for start in range(1, len(key) - 1)))

    def _filed(self, forms_of: Callable[[str], Iterable[str]]) -> dict[str, tuple[str, ...]]:
        """File names by the forms of each: of one kind of post so many as tell whether all mean the same.

        Two that mean different roles tell it as well as a thousand do: nobody knows then which one is meant.
        """
        filed: dict[str, tuple[str, ...]] = {}
        for key in self._written:
            if len(key) > _LONGEST_NEAR:
                continue
            post = _post(key)
            for form in forms_of(key):
                names = filed.get(form)
                if names is None:
                    filed[form] = (key,)
                    continue
                alike = {self._meaning[name] for name in names if _post(name) == post}
                if len(alike) < _DIFFERENT and self._meaning[key] not in alike:
                    filed[form] = (*names, key)
        return filed

    def _a_character_off(self, key: str) -> Iterator[str]:
        if len(key) < _SHORTEST_NEAR:
            return
        yield from self._gaps.get(key, ())
        for gap in _without_one(key):
            if gap in self._written:
                yield gap
            yield from self._gaps.get(gap, ())

    def _longer_or_shorter(self, key: str, head: str) -> Iterator[str]:
        yield from (key[start:] for start in range(1, len(key)) if key[start:] in self._written)
        if len(key) > len(head) + 1:
            yield from self._tails.get(key, ())


_SHORTEST_NEAR = 3
"""A name of two characters is near to too many others."""
_LONGEST_NEAR = 120
"""What is longer is no name; its forms would take the square of its length in memory."""
_DIFFERENT = 2


def _post(name: str) -> tuple[str, bool]:
    """Tell what kind of post a name is of; a deputy's is another than its principal's, however near the names are."""
    return head_word(name), kind_of(name) == "deputy"


def _without_one(key: str) -> Iterator[str]:
    return (key[:place] + key[place + 1 :] for place in range(len(key)))


def _synonyms(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Give every name of a unit with all its names."""
    found: dict[str, tuple[str, ...]] = {}
    for name, others in facts.terms.items():
        names = tuple(map(name_key, (name, *others)))
        found |= dict.fromkeys(names, names)
    return found
