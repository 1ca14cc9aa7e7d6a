"""Tells which incompatible duties a role holds together: both sides of a pair that one person shouldn't hold."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.language.lexicon import Lexicon, Phrase
from jdlint.language.phrase_parse import plural, verb_forms
from jdlint.language.task import Task, without_of
from jdlint.model.balance import Powers
from jdlint.model.role import Authority, Duty, Role
from jdlint.record import NamedTuple
from jdlint.wording import Wording


class Side(NamedTuple):
    """One of the duties of a pair, in the words that tell it."""

    acts: frozenset[str] = frozenset()
    things: tuple[str, ...] = ()
    """What its acts are on: the last words of the thing."""
    alone: frozenset[str] = frozenset()
    """Acts that tell it whatever they are on."""
    excepted: tuple[str, ...] = ()
    """Things that make it something else."""
    powers: frozenset[tuple[str, str]] = frozenset()
    """Act and object, demanded by a duty or granted by an authority."""
    grants: frozenset[tuple[str, str]] = frozenset()
    """The same, granted by an authority alone."""
    within: tuple[str, ...] = ()
    """Words of which a text that shows a power must have one."""


class Pair(NamedTuple):
    """Duties that one person shouldn't hold together."""

    id: str
    sides: tuple[str, ...]
    """Names of sides; for an organisation's own pair, `ACT OBJECT`."""
    severity: str
    junior: str
    """The severity for a role that leads nobody."""
    confidence: str
    reason: Wording
    """Why not."""


class Evidence(NamedTuple):
    """Where a role's text shows a side."""

    entry: Duty | Authority
    start: int
    end: int


class Held(NamedTuple):
    """A pair that a role holds, with the place that shows each side."""

    pair: Pair
    places: tuple[Evidence, ...]


ReadTasks = Callable[[Duty], tuple[Task, ...]]


def held_pairs(
    role: Role, own: tuple[tuple[str, str, str, str], ...], powers: Powers, read_tasks: ReadTasks
) -> Iterator[Held]:
    """Give the pairs that a role holds; `own` are the organisation's changes to the table, as org.yaml writes them."""
    shown = _Shown(role, powers, read_tasks)
    for pair in _pairs(own):
        if not all(map(shown.may_show, pair.sides)):
            continue
        found = [shown.evidence(side) for side in pair.sides]
        if all(found) and (places := next(filter(_are_apart, product(*found)), None)):
            yield Held(pair, places)


def _are_apart(places: tuple[Evidence, ...]) -> bool:
    """Tell whether no two sides rest on the same words."""
    return len({(id(place.entry.node), place.start, place.end) for place in places}) == len(places)


class _Shown:
    """The sides that a role's texts show, each looked for once."""

    def __init__(self, role: Role, powers: Powers, read_tasks: ReadTasks) -> None:
        self.role, self.powers, self.read_tasks = role, powers, read_tasks
        self.leads = role.kind in _LEADERS
        self.duties: dict[str, list[Duty]] = {}
        for duty in role.duties or ():
            folded = without_of(fold(duty.text))
            for name in dict.fromkeys(hit.phrase.reason for hit in _hints().find(folded)):
                if any(act in folded for act in (*_sides()[name].acts, *_sides()[name].alone)):
                    self.duties.setdefault(name, []).append(duty)
        self.found: dict[str, list[Evidence]] = {}

    def may_show(self, name: str) -> bool:
        """Tell whether a side is worth reading for: some duty has words of it, or it may rest on powers."""
        if name in self.duties:
            return True
        side = _sides().get(name) or _power_side(name)
        return bool(side.powers or side.grants) and any(True for _ in self._powers(side))

    def evidence(self, name: str) -> list[Evidence]:
        """Give where a side is shown, the first places alone."""
        if name not in self.found:
            side = _sides().get(name) or _power_side(name)
            self.found[name] = [*self._tasks(name, side), *self._powers(side)][:_ENOUGH]
        return self.found[name]

    def _tasks(self, name: str, side: Side) -> Iterator[Evidence]:
        for duty in self.duties.get(name, ()):
            for task in self.read_tasks(duty):
                # who leads others has named acts done by them
                if task.manner == "own" and _is_told(side, task, duty) and not (task.is_named and self.leads):
                    yield Evidence(duty, task.start, task.end)

    def _powers(self, side: Side) -> Iterator[Evidence]:
        if not side.powers and not side.grants:
            return
        for duty, demands in zip(self.role.duties or (), self.powers.demands, strict=True):
            for demand in demands:
                if demand[:2] in side.powers and demand.confidence != "low" and _is_within(side, duty.text):
                    yield Evidence(duty, demand.start, demand.end)
        for entry, reading in zip(self.role.authorities or (), self.powers.authorities, strict=True):
            for grant in reading.grants:
                granted = grant.act, grant.object or ""
                if (granted in side.powers or granted in side.grants) and _is_within(side, entry.text):
                    yield Evidence(entry, grant.start, grant.end)


_LEADERS = frozenset(("executive", "manager", "deputy"))
_ENOUGH = 3
"""So many places of a side are weighed against those of the other."""


def _is_told(side: Side, task: Task, duty: Duty) -> bool:
    if _ends_in(task.thing, side.excepted):
        return False
    if task.verb in side.alone:
        return True
    if task.verb not in side.acts:
        return False
    # a thing may begin with a verb: 办理放行条
    behind = "" if task.is_named else fold(duty.text[task.start + len(task.verb) : task.end])
    return _ends_in(task.thing, side.things) or _ends_in(behind, side.things)


def _ends_in(thing: str, words: tuple[str, ...]) -> bool:
    if not thing.isascii():
        return thing.endswith(words)
    return any(thing == word or thing.endswith(f" {word}") for word in words)


def _is_within(side: Side, text: str) -> bool:
    folded = fold(text)
    return not side.within or any(word in folded for word in side.within)


def _power_side(name: str) -> Side:
    """Read a side that an organisation writes itself: `approve finance.price`."""
    act, _, thing = name.partition(" ")
    return Side(powers=frozenset(((act, thing.strip()),)))


def side_names() -> tuple[str, ...]:
    """Name the sides of the shipped table."""
    return tuple(_table()["sides"])


def pair_ids() -> tuple[str, ...]:
    """Name the shipped pairs."""
    return tuple(data["id"] for data in _table()["pairs"])


@cache
def _sides() -> dict[str, Side]:
    return {name: _side(data) for name, data in _table()["sides"].items()}


def _table() -> Any:  # noqa: ANN401 - plain data
    return knowledge.load("lexicon/incompatible-duties")


def _side(data: Mapping[str, Any]) -> Side:
    return Side(
        acts=frozenset(_verbs(data, "acts")),
        things=tuple(_nouns(data, "things")),
        alone=frozenset(_verbs(data, "alone")),
        excepted=tuple(_nouns(data, "except")),
        powers=frozenset(map(_power, data.get("powers", ()))),
        grants=frozenset(map(_power, data.get("grants", ()))),
        within=tuple(map(fold, data.get("within", ()))),
    )


def _power(text: str) -> tuple[str, str]:
    act, thing = text.split()
    return act, thing


def _verbs(data: Mapping[str, Any], key: str) -> Iterator[str]:
    yield from fold(data.get("zh", {}).get(key, "")).split()
    for verb in data.get("en", {}).get(key, ()):
        yield from (form for _, form in verb_forms(verb))


def _nouns(data: Mapping[str, Any], key: str) -> Iterator[str]:
    yield from fold(data.get("zh", {}).get(key, "")).split()
    for noun in data.get("en", {}).get(key, ()):
        yield from (noun, plural(noun))


@cache
def _hints() -> Lexicon:
    """Give the words of which a duty must have one to show a side, as one automaton."""
    return Lexicon(
        Phrase("", word, name)
        for name, side in _sides().items()
        for word in dict.fromkeys((*side.things, *sorted(side.alone)))
    )


@cache
def _pairs(own: tuple[tuple[str, str, str, str], ...]) -> tuple[Pair, ...]:
    removed = {row[3] for row in own}
    why = Wording(_table()["own_pair"])
    added = (
        Pair(f"{first} × {second}", (first, second), severity or "error", severity or "error", "high", why)
        for first, second, severity, _ in own
        if first and second
    )
    return (*(pair for pair in map(_pair, _table()["pairs"]) if pair.id not in removed), *added)


def _pair(data: Mapping[str, Any]) -> Pair:
    severity = data.get("severity", "error")
    return Pair(
        data["id"],
        tuple(data["sides"]),
        severity,
        data.get("junior", severity),
        data.get("confidence", "high"),
        Wording(data["reason"]),
    )
