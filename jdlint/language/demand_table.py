"""The demand table: which authority a class of act on a class of object needs."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from jdlint import compiled, knowledge
from jdlint.language.automaton import Match
from jdlint.language.object_parse import Manner, Objects
from jdlint.language.phrase_parse import Clause, Table, Word, noun_object, vocabulary
from jdlint.property import cached_property

Needed = tuple[str, str, str]
"""Act, object and confidence."""

_OUTSIDERS = frozenset(("vendor", "dealer", "outsider"))
"""Classes of nouns that are inspected with any of their properties: 外协厂家的交货质量."""


_PERFORMANCE, _PEOPLE = ("performance",), ("staff",)
_HOW_WELL = frozenset((("performance",), ("quality",)))
_HOW_GOOD = frozenset((("quality",), ("neutral",)))
_PAPERS = ("finance", "contract", "information")
"""Objects that are looked into and not whom they come from: supplier invoices."""


class DemandRow:
    """The table's row for one class of act."""

    def __init__(self, act: Table, row: Table) -> None:
        self.is_loose = bool(act.get("loose"))
        self.is_setting = bool(act.get("setting"))
        self.is_giving = bool(act.get("giving"))
        self.is_towards = bool(act.get("towards"))
        self.is_on_ground = bool(act.get("on_ground"))
        self.takes_before = act.get("before") is not False
        self.default = str(act.get("default", ""))
        self._hidden = str(act.get("hidden", ""))
        self._cells = {noun: _cell(rule) for noun, rule in row.items()}
        is_about_people = any(thing == "personnel" for cell in self._cells.values() for _, thing, _ in cell)
        people = is_about_people and not self.is_setting and not self.is_loose
        self.manner = Manner(bool(act.get("strict")), people, bool(act.get("watching")), bool(act.get("making")))

    def needed(self, objects: Objects) -> Iterator[Needed]:
        """Give what acting on these objects needs; where the text names none, on the act's own."""
        for head in dict.fromkeys(self._heads(objects)):
            thing = noun_object(head)
            for act, named, confidence in self._cell_of(head, thing):
                yield act, thing if named == "{object}" else named, confidence

    def needed_alone(self, objects: Objects, shared: Collection[str]) -> Iterator[Needed]:
        """Give what acting on these objects needs but for acts that are done with somebody else."""
        return (each for each in self.needed(objects) if each[0] not in shared)

    @property
    def needs_no_noun(self) -> bool:
        """Whether the act needs authority where the text doesn't say on what."""
        return bool(self._cell_of(self.default or "none", noun_object(self.default)))

    def may_need(self, noun: str) -> bool:
        """Tell whether a text that names a class of nouns may make the act need authority."""
        heads = ("plan", noun) if noun == "work_plan" else (noun,)
        return any(self._cell_of(head, noun_object(head)) for head in heads) or (bool(self._hidden) and noun == "staff")

    def _cell_of(self, head: str, thing: str) -> tuple[Needed, ...]:
        if head in self._cells:
            return self._cells[head]
        if thing and "*" in self._cells:
            return self._cells["*"]
        return self._cells.get("any", ()) if head else ()

    def _judges(self, noun: str) -> bool:
        """Tell whether the act is on how good people's work is, or on what they can."""
        return "performance" in self._cells and (noun != "neutral" or "neutral" in self._cells)

    def _heads(self, objects: Objects) -> tuple[str, ...]:
        heads = objects.heads
        if self.is_loose and objects.modifiers and "doing" not in heads:
            if not any(noun_object(head) and head != "request" for head in heads):
                heads = heads if heads and objects.modifiers[0] == "overseen" else objects.modifiers[:1]
            if not any(noun_object(head).startswith(_PAPERS) for head in heads):
                heads += tuple(noun for noun in objects.modifiers if noun in _OUTSIDERS and noun in self._cells)
        if heads in _HOW_WELL:
            heads = tuple(noun for noun in objects.modifiers if noun in _OUTSIDERS)[:1] or heads
        if heads in _HOW_GOOD and objects.modifiers[:1] == _PEOPLE and self._judges(heads[0]):
            return _PERFORMANCE
        if objects.is_hidden and self._hidden and "staff" in objects.modifiers:
            return (self._hidden,)
        if heads or (objects.is_hidden and "any" not in self._cells):
            return heads
        return (self.default or ("" if objects.is_hidden else "none"),)


def _cell(rule: object) -> tuple[Needed, ...]:
    lines = rule if isinstance(rule, list) else [rule]
    return tuple((act, thing, confidence) for act, thing, confidence in (str(line).split() for line in lines))


@cache
def demand_row(act: str) -> DemandRow:
    """Give the row of one class of act."""
    group = knowledge.load("lexicon/acts")["acts"][act]
    return DemandRow(group, knowledge.load("lexicon/demands")["demands"].get(act, {}))


PackedReach = tuple[int, int, tuple[int, ...]]
"""How many acts there are, those that need no noun, and for each word the acts that may need authority on its noun; one
bit an act, and the same bits once more above them for the acts that the word can be."""


class Reach:
    """Which acts and nouns can make a demand together: three duties in five name none that can."""

    def __init__(self, packed: PackedReach) -> None:
        self._count, self._alone, self._words = packed

    def may_demand(self, matches: Iterable[Match]) -> bool:
        """Tell whether a text of these words may demand anything."""
        told, words = self._alone, self._words
        for number, _, _ in matches:
            told |= words[number]
        return told >> self._count & told != 0

    @cached_property
    def _of_word(self) -> dict[Word, int]:
        return dict(zip(vocabulary().by_number, self._words, strict=True))

    def may_demand_here(self, clause: Clause) -> bool:
        """Tell whether a clause may demand anything: an act has its objects in its own clause."""
        told, of_word = self._alone, self._of_word
        for token in clause:
            told |= of_word.get(token.word, 0)
        return told >> self._count & told != 0


@cache
def reach() -> Reach:
    """Give what the words of duties can demand."""
    return Reach(compiled.part("reach", packed_reach))


def packed_reach() -> PackedReach:
    """Compile what the words of duties can demand."""
    rows = [(1 << number, act, demand_row(act)) for number, act in enumerate(knowledge.load("lexicon/acts")["acts"])]
    bits = {act: bit for bit, act, _ in rows}
    words = vocabulary().by_number
    nouns = {noun: sum(bit for bit, _, row in rows if row.may_need(noun)) for noun in {word.noun for word in words}}
    nouns[""] = 0
    return (
        len(rows),
        sum(bit for bit, _, row in rows if row.needs_no_noun),
        tuple((sum(bits[act] for act in word.acts) << len(rows)) | nouns[word.noun] for word in words),
    )
