"""Kind: what a check looks at, its typed parameters, and the function that looks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache, partial
from typing import Any, Final, Literal, TypeVar

from jdlint import compiled, knowledge
from jdlint.checking.hit import Hit
from jdlint.checking.select import selector
from jdlint.finding import Profile
from jdlint.language.duty import DutyReading, is_no_duty, read_duties, read_duty
from jdlint.language.fold import REMEMBERED, fold
from jdlint.language.lexicon import Hit as Found
from jdlint.language.lexicon import Index, Lexicon, Phrase, index_of, table
from jdlint.language.mark import Mark
from jdlint.language.task import Task
from jdlint.model.balance import Powers, Unmet, unmet
from jdlint.model.organisation import Organisation
from jdlint.model.role import Duty, Facts, Role, Worded
from jdlint.record import NamedTuple

Made = TypeVar("Made")

_NONE: Sequence[Found] = ()

Scope = Literal["file", "role", "member", "organisation"]
"""What a check looks at: what reading a file met, a role by itself, a role among the others, or all roles at once."""


class Subject:
    """One role by itself, with readings of its texts that several checks share.

    What is found of it rests on the role's own file and on the facts of its organisation, and on no other role.
    """

    def __init__(
        self,
        role: Role,
        organisation: Organisation,
        profile: Profile = Profile.STANDARD,
        as_of: str = "",
        readings: "Readings | None" = None,
    ) -> None:
        self.role: Final = role
        self._organisation: Final = organisation
        self.profile: Final = profile
        """The profile of the run; a stricter one tells more of what is less sure."""
        self.as_of: Final = as_of
        """The day, as 2026-01-31, by which law is judged; '' for the day on which its pack was last looked through."""
        self._texts: dict[str, list[Worded]] = {}
        self._readings: Final = readings or Readings((role,))
        self._shared: dict[str, Any] = {}

    def fold(self, worded: Worded) -> str:
        """Give a text of the role folded."""
        return fold(worded.text)

    def texts(self, pattern: str) -> list[Worded]:
        """Give the role's texts at a route pattern; each pattern is followed once."""
        found = self._texts.get(pattern)
        if found is None:
            found = self._texts[pattern] = selector(pattern)(self.role)
        return found

    def read(self, duty: Worded) -> DutyReading:
        """Give the reading of a duty; each is read once."""
        return self._readings.of(duty)

    def marks(self, rule: str) -> list[tuple[Duty, Mark]]:
        """Give the duties that their readings mark for a rule, each with its first mark."""
        return self.shared("marks", self._marks).get(rule, [])

    def _marks(self, role: Role) -> dict[str, list[tuple[Duty, Mark]]]:
        found: dict[str, list[tuple[Duty, Mark]]] = {}
        for duty in role.duties or ():
            first = {mark.rule: mark for mark in reversed(self.read(duty).marks)}
            for rule, mark in first.items():
                found.setdefault(rule, []).append((duty, mark))
        return found

    @property
    def facts(self) -> Facts:
        """What org.yaml says."""
        return self._organisation.facts

    @property
    def powers(self) -> Powers:
        """What the role's duties demand and its authorities grant; the organisation's checks share the reading."""
        return self._readings.powers(self.role, self._organisation)

    def tasks(self, duty: Duty) -> tuple[Task, ...]:
        """Give the tasks of a duty; the organisation's checks share the reading."""
        return self._organisation.tasks(duty)

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """What the role's duties demand in vain; the organisation's checks share it."""
        return self._organisation.unmet(self.role, self._unmet)

    def _unmet(self, role: Role) -> tuple[Unmet, ...]:
        """Leave out what a text among the duties seems to demand that is no duty: 值班时禁止喝酒."""
        duties = role.duties or ()
        return tuple(each for each in unmet(self.powers) if not is_no_duty(self.read(duties[each.duty])))

    def shared(self, name: str, make: Callable[[Role], Made]) -> Made:
        """Give what several rules need of a role, made once."""
        if name not in self._shared:
            self._shared[name] = make(self.role)
        made: Made = self._shared[name]
        return made

    def find(self, table_name: str, worded: Worded) -> Sequence[Found]:
        """Give the phrases of one table in a text of the role; all tables are searched in one pass."""
        return phrases_in(fold(worded.text)).get(table_name, _NONE)


class Readings:
    """The sentences of roles that are checked together: when the first is asked for, all are read.

    Where few will be asked for, they are those of no role, and each is read when it is asked for.
    """

    def __init__(self, roles: Sequence[Role]) -> None:
        self._roles = roles
        self._read: dict[int, DutyReading] | None = None
        self._has_powers = False

    def powers(self, role: Role, organisation: Organisation) -> Powers:
        """Give what the duties of one of the roles demand and its authorities grant."""
        if not self._has_powers:
            self._has_powers = True
            with suppress(Exception):  # the same as below
                organisation.read_powers(self._roles)
        return organisation.powers(role)

    def of(self, duty: Worded) -> DutyReading:
        """Give the reading of one of the duties."""
        if self._read is None:
            self._read = self._all()
        reading = self._read.get(id(duty.node))
        if reading is None:
            reading = self._read[id(duty.node)] = read_duty(duty.text)
        return reading

    def _all(self) -> dict[int, DutyReading]:
        duties = [duty for role in self._roles for duty in role.duties or ()]
        try:
            readings = read_duties([duty.text for duty in duties])
        except Exception:  # noqa: BLE001 - read one by one, only the role whose duty breaks the reading is told so
            return {}
        return dict(zip((id(duty.node) for duty in duties), readings, strict=True))


class Member(Subject):
    """One role among the others of its organisation, on the day of the run."""

    def __init__(
        self,
        role: Role,
        organisation: Organisation,
        profile: Profile = Profile.STANDARD,
        as_of: str = "",
        today: str = "",
        readings: "Readings | None" = None,
    ) -> None:
        super().__init__(role, organisation, profile, as_of, readings)
        self._today = today

    @property
    def today(self) -> str:
        """The day by which reviews are judged; '' where none is to be judged."""
        self._organisation.is_dated = True
        return self._today

    @property
    def organisation(self) -> Organisation:
        """The organisation, whose other roles may change what is found of this one."""
        return self._organisation


@lru_cache(maxsize=REMEMBERED)
def phrases_in(folded: str) -> Mapping[str, Sequence[Found]]:
    """Give the phrases in a folded text, by table."""
    hits = shared_lexicon().find(folded)
    if not hits:
        return _NO_PHRASES
    found: dict[str, list[Found]] = {}
    for hit in hits:
        found.setdefault(hit.phrase.table, []).append(hit)
    return found


_NO_PHRASES: Mapping[str, Sequence[Found]] = {}


@cache
def shared_lexicon() -> Lexicon:
    """Give the tables that kind `phrases` matches, as one automaton."""
    rows, index = compiled.part("phrases", packed_phrases)
    return Lexicon(map(_new_phrase, rows), index)


_new_phrase: Callable[[tuple[Any, ...]], Phrase] = partial(tuple.__new__, Phrase)
"""Makes a phrase of what is compiled; there are some three thousand."""


def packed_phrases() -> tuple[tuple[tuple[object, ...], ...], Index]:
    """Compile the phrases of these tables, as plain data, and where to look for each."""
    phrases = [phrase for name in phrase_tables() for phrase in table(name)]
    return tuple(map(tuple, phrases)), index_of(phrases)


@cache
def phrase_tables() -> tuple[str, ...]:
    """Give the names of the tables of rules/lexicon/ that are lists of phrases for rules."""
    found = (path for path in knowledge.names("lexicon") if knowledge.has_key(path, "phrases"))
    return tuple(path.removeprefix("lexicon/") for path in found)


class Kind(NamedTuple):
    """A kind of check. `Params` is a NamedTuple; the check takes it and what `scope` names."""

    params: type
    scope: Scope
    check: Callable[..., Iterator[Hit]]
    variants: Mapping[str, "Kind"] = {}
    """Other forms of the kind, each taken where the parameter that it is filed under is written."""
    verify: Callable[[Any], None] | None = None
    """Raises RuleError for parameters that have the right types and still can't be used."""
