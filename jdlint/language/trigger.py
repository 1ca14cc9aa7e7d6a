"""What recognises a condition: the wordings of each matter of rules/triggers/, and what makes them harmless.

A single file touches few wordings, and compiling the others would take longer than reading the file. So each comes with
its needles (language/needles.py), and a pattern is compiled of those whose needles stand in a text.
"""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from jdlint import compiled, knowledge
from jdlint.language.automaton import WORTH, Find, overlapping
from jdlint.language.linear import made
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

REQUIREMENT, WORK, TITLE, MARKED, PRICED = "requirement", "work", "title", "marked", "priced"
"""Where a text stands: among what the post asks and offers, among what its holder does, or at its head; and among what
the holder does, but naming applicants."""


class Wording(NamedTuple):
    """A pattern without alternatives at its top, and what a text needs that it matches."""

    pattern: str
    needles: tuple[tuple[str, ...], ...]
    """Of each of these one must stand there; those of the first are in the fewest texts."""

    def may_match(self, folded: str) -> bool:
        """Tell whether a text holds what it needs."""
        return all(any(needle in folded for needle in each) for each in self.needles)


class Bound(NamedTuple):
    """A limit for the numbers in a match: `largest < 60`."""

    which: str
    compare: str
    limit: float


class Trigger(NamedTuple):
    """Wordings of one matter, and what makes them harmless."""

    matter: str
    match: tuple[Wording, ...]
    unless: str
    """Harmless where it stands in the same clause."""
    unless_near: str
    """Harmless where it stands anywhere in the same text."""
    unless_post: str
    """Harmless for posts with such a title: the law itself asks for it."""
    only_post: str
    bounds: tuple[Bound, ...]
    places: tuple[str, ...]
    """In what kinds of texts it speaks at once; `marked`: among duties, where the text names applicants; `priced`:
    among duties, also in a sentence that works on such wordings, for it names the price of each slip."""
    confidence: str


class Search:
    """Looks for the wordings of one trigger; those that can't stand in a text do no harm in the pattern for it."""

    def __init__(self, trigger: Trigger) -> None:
        self.trigger: Final = trigger
        self._held = frozenset[int]()
        self._pattern: Any = None

    def matches(self, folded: str, touched: Iterable[int]) -> Iterator[Any]:
        """Give the matches of wordings; `touched` are the numbers of those of which a first needle stands in the text.

        At first the pattern is made of what may match alone, and of all wordings once it has to grow.
        """
        wordings = self.trigger.match
        if not self._held.issuperset(touched):
            wanted = frozenset(number for number in touched if wordings[number].may_match(folded))
            if not wanted:
                return iter(())
            if not wanted <= self._held:
                self._held = frozenset(range(len(wordings))) if self._held else wanted
                self._pattern = made("|".join(wordings[number].pattern for number in sorted(self._held)))
        found: Iterator[Any] = self._pattern.finditer(folded)
        return found


class Searches:
    """Looks for what triggers recognise; most texts hold none of their needles."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        self._searches = [Search(trigger) for trigger in triggers]
        self._anywhere: list[tuple[int, int]] = []
        """By numbers, the searches and their wordings that may match any text."""
        needles: dict[str, list[tuple[int, int]]] = {}
        for place, search in enumerate(self._searches):
            for number, wording in enumerate(search.trigger.match):
                for needle in wording.needles[0] if wording.needles else ():
                    needles.setdefault(needle, []).append((place, number))
                if not wording.needles:
                    self._anywhere.append((place, number))
        self._needles, self._places = tuple(needles), tuple(needles.values())
        self._seen = 0
        self._match: Find | None = None

    def touched(self, folded: str) -> Iterator[tuple[Search, set[int]]]:
        """Give the searches that may find something in a text, in order, each with the numbers of its wordings."""
        wanted: dict[int, set[int]] = {}
        for found in self._standing(folded):
            for place, number in self._places[found]:
                wanted.setdefault(place, set()).add(number)
        for place, number in self._anywhere:
            wanted.setdefault(place, set()).add(number)
        for place in sorted(wanted):
            yield self._searches[place], wanted[place]

    def _standing(self, folded: str) -> list[int]:
        """Give the numbers of the needles that stand in a text: an automaton looks for them where texts are many."""
        self._seen += 1
        if self._seen == WORTH:
            self._match = overlapping(self._needles)
        if self._match is None:
            return [number for number, needle in enumerate(self._needles) if needle in folded]
        return [number for number, _, _ in self._match(folded)]


@cache
def searches(subject: str, place: str) -> Searches:
    """Give what may recognise a subject in texts of a kind."""
    wanted = {WORK, MARKED} if place == WORK else {place}
    return Searches(trigger for trigger in triggers(subject) if not wanted.isdisjoint(trigger.places))


@cache
def subjects() -> frozenset[str]:
    """Give the subjects that the tables recognise."""
    return frozenset(name.partition("/")[2] for name in knowledge.names("triggers"))


@cache
def triggers(subject: str) -> tuple[Trigger, ...]:
    """Give what recognises a subject."""
    rows = marshal.loads(_packed()[subject])  # noqa: S302 - see jdlint/compiled.py
    return tuple(map(_unpacked, rows))


def _unpacked(row: tuple[Any, ...]) -> Trigger:
    matter, match, unless, unless_near, unless_post, only_post, bounds, places, confidence = row
    wordings, limits = tuple(map(Wording._make, match)), tuple(map(Bound._make, bounds))
    return Trigger(matter, wordings, unless, unless_near, unless_post, only_post, limits, places, confidence)


@cache
def _packed() -> dict[str, bytes]:
    packed: dict[str, bytes] = compiled.part("triggers", packed_triggers)
    return packed


def packed_triggers() -> dict[str, bytes]:
    """Compile what recognises each subject: patterns with the parts that they share put in, and with their needles."""
    found = {}
    for subject in sorted(subjects()):
        data = knowledge.load(f"triggers/{subject}")
        rows = [_row(data, item) for item in data["triggers"]]
        found[subject] = marshal.dumps(rows, compiled.FORMAT)
    return found


def _row(data: dict[str, Any], item: dict[str, Any]) -> tuple[Any, ...]:
    from jdlint.language.needles import branches, needles  # noqa: PLC0415 - needed only when rules are compiled

    def either(key: str) -> str:
        return union([*data.get(key, ()), *item.get(key, ())])

    written = [branch for each in item["match"] for branch in branches(union([each]))]
    return (
        item["matter"],
        tuple((each, tuple(tuple(sorted(found)) for found in needles(each))) for each in written),
        *map(either, ("unless", "unless_near", "unless_post", "only_post")),
        tuple(map(_bound, item.get("when", ()))),
        tuple(item.get("places", data.get("places", (REQUIREMENT, MARKED)))),
        item.get("confidence", "high"),
    )


def _bound(written: str) -> tuple[str, str, float]:
    which, compare, limit = written.split()
    return which, compare, float(limit)


def union(patterns: Sequence[str]) -> str:
    """Put patterns together, each with the parts {name} put in that they share."""
    return "|".join(_NAME.sub(_part, each) for each in patterns)


_NAME = pattern(r"\{([a-z_]+)\}")


def _part(found: Any) -> str:  # noqa: ANN401 - `re.Match[str]`, of a module that a start does without
    part: str = knowledge.load("lexicon/condition-words")["parts"][found.group(1)]
    return f"(?:{_NAME.sub(_part, part)})"
