"""A change as lines to tell in one language; what roles say is kept apart from our words, for it can't be trusted."""

from collections.abc import Iterable, Iterator
from string import Formatter

from jdlint import knowledge
from jdlint.checking.authority_words import act_name, authority_name
from jdlint.compare.duties import DutyChanges, Moved
from jdlint.compare.lines import SpanShift, Superior
from jdlint.compare.meaning import FactsChange, Meaning, Party, RoleChange, Words
from jdlint.compare.powers import LimitShift, Power, PowerChanges
from jdlint.model.vocabulary import group
from jdlint.record import NamedTuple
from jdlint.report.change_words import WORDS, counted


class Piece(NamedTuple):
    """Some words of a line."""

    text: str
    is_quoted: bool
    """Whether a role or a file says them, and not we."""


Pieces = tuple[Piece, ...]


class Line(NamedTuple):
    """One thing to tell."""

    pieces: Pieces
    is_heading: bool = False


def lines(meaning: Meaning, language: str) -> Iterator[Line]:
    """Tell everything, role by role; what nobody does any more comes first within a role."""
    teller = _Teller(meaning, language)
    for change in meaning.roles:
        yield from teller.role(change)
    for facts in meaning.facts:
        yield from teller.facts(facts)
    for file in meaning.unread:
        yield teller.say("unread", file=_quoted(file))


def summary(meaning: Meaning, language: str) -> str:
    """Count in one line what changed."""
    if not (meaning.roles or meaning.facts):
        return WORDS[language]["nothing"]
    shifts = [shift.direction for change in meaning.roles for shift in change.powers.limits]
    shifts += [shift.direction for facts in meaning.facts for shift in facts.limits]
    counts = {
        "changed": sum(bool(change.before and change.after) for change in meaning.roles),
        "new": sum(change.before is None for change in meaning.roles),
        "gone": sum(change.after is None for change in meaning.roles),
        "gained": sum(len(change.powers.gained) for change in meaning.roles),
        "lost": sum(len(change.powers.lost) for change in meaning.roles),
        "raised": sum(shift in ("raised", "lifted", "granted") for shift in shifts),
        "lowered": sum(shift in ("lowered", "set", "withdrawn") for shift in shifts),
        "orphaned": sum(len(change.duties.orphaned) for change in meaning.roles),
    }
    told = (counted(key, number, language) for key, number in counts.items() if number or key == "changed")
    return WORDS[language]["comma"].join(told)


def _quoted(text: str) -> Pieces:
    return (Piece(text, is_quoted=True),)


def _own(text: str) -> Pieces:
    return (Piece(text, is_quoted=False),)


class _Teller:
    """Finds the words for each part of a change."""

    def __init__(self, meaning: Meaning, language: str) -> None:
        self._parties = meaning.parties
        self._language = language
        self._words = WORDS[language]

    def say(self, key: str, **values: Pieces) -> Line:
        """Fill a template."""
        return Line(self._fill(key, values))

    def head(self, key: str, **values: Pieces) -> Line:
        """Fill the template of a heading."""
        return Line(self._fill(key, values), is_heading=True)

    def _fill(self, key: str, values: dict[str, Pieces]) -> Pieces:
        pieces: list[Piece] = []
        for literal, name, _, _ in Formatter().parse(self._words[key]):
            pieces += _own(literal) if literal else ()
            pieces += values[name] if name else ()
        return tuple(pieces)

    def _list(self, parts: Iterable[Pieces], otherwise: str = "none") -> Pieces:
        pieces: list[Piece] = []
        for part in parts:
            pieces += (*(_own(self._words["comma"]) if pieces else ()), *part)
        return tuple(pieces) or _own(self._words[otherwise])

    def _or_none(self, text: str) -> Pieces:
        return _quoted(text) if text else _own(self._words["none"])

    def role(self, change: RoleChange) -> Iterator[Line]:
        key = "role-new" if change.before is None else "role-gone" if change.after is None else "role"
        party = change.party
        yield self.head(key, title=_quoted(party.title), file=_quoted(party.file))
        if change.before and change.after:
            yield from self._names(change.before, change.after)
        yield from self._place(change)
        yield from self._duties(change.duties)
        yield from self._powers(change.powers)
        yield from self._sections(change.words)
        if change.others:
            names = self._list(self._section(key) for key in change.others)
            yield self.say("others", sections=names)

    def _names(self, before: Party, after: Party) -> Iterator[Line]:
        if before.title != after.title:
            yield self.say("renamed", before=_quoted(before.title))
        if before.id != after.id:
            yield self.say("id", before=_quoted(before.id), after=_quoted(after.id))
        if before.file != after.file:
            yield self.say("moved", before=_quoted(before.file))

    def _place(self, change: RoleChange) -> Iterator[Line]:
        if change.superiors:
            before, after = map(self._superiors, change.superiors)
            yield self.say("superiors", before=before, after=after)
        if change.level:
            key = f"level-{change.level.direction}" if change.level.direction else "level"
            yield self.say(key, before=self._or_none(change.level.before), after=self._or_none(change.level.after))
        if change.span:
            yield from self._span(change.span)

    def _superiors(self, superiors: tuple[Superior, ...]) -> Pieces:
        named = (
            self._fill("dotted", {"name": _quoted(superior.name)}) if superior.is_dotted else _quoted(superior.name)
            for superior in superiors
        )
        return self._list(named, "nobody")

    def _span(self, span: SpanShift) -> Iterator[Line]:
        yield self.say("span", before=_own(str(span.before)), after=_own(str(span.after)))
        for key, names in (("span-gained", span.gained), ("span-lost", span.lost)):
            if names:
                yield self.say(key, names=self._list(map(_quoted, names)))

    def _duties(self, duties: DutyChanges) -> Iterator[Line]:
        yield from (self.say("duty-orphaned", text=_quoted(text)) for text in duties.orphaned)
        for key, moves in (("duty-went", duties.went), ("duty-came", duties.came), ("duty-dropped", duties.dropped)):
            yield from (self._move(key, move) for move in moves)
        yield from (self.say("duty-added", text=_quoted(text)) for text in duties.added)
        for before, after in duties.reworded:
            yield self.say("duty-reworded", before=_quoted(before), after=_quoted(after))

    def _move(self, key: str, move: Moved) -> Line:
        other = _quoted(self._parties[move.other].title)
        if move.before == move.after:
            return self.say(key, other=other, text=_quoted(move.after))
        return self.say(f"{key}-reworded", other=other, before=_quoted(move.before), text=_quoted(move.after))

    def _powers(self, powers: PowerChanges) -> Iterator[Line]:
        for way, found in (("gained", powers.gained), ("lost", powers.lost)):
            for power in found:
                yield self._power(way, power)
        for shift in powers.limits:
            yield self._limit(shift)

    def _power(self, way: str, power: Power) -> Line:
        if not power.act:
            return self.say(f"words-{way}", text=_quoted(power.text))
        key = f"power-{way}-limited" if power.limit else f"power-{way}"
        return self.say(key, power=self._authority(power.act, power.object), limit=_quoted(power.limit))

    def _limit(self, shift: LimitShift) -> Line:
        values = {"before": _quoted(shift.before), "after": _quoted(shift.after), "holder": _quoted(shift.holder)}
        key = f"limit-{shift.direction}"
        power = self._authority(shift.act, shift.object)
        line = self.say(key, power=power, **values)
        if shift.holder and "{holder}" not in self._words[key]:
            return line._replace(pieces=(*_quoted(shift.holder), *_own(" · "), *line.pieces))
        return line

    def _authority(self, act: str, thing: str | None) -> Pieces:
        """Name an authority in our own words; what a table of ours doesn't know is somebody else's."""
        names = knowledge.load("lexicon/authority-names")
        if act not in names["acts"] or (thing is not None and thing not in names["objects"]):
            return _quoted(f"{act} {thing or ''}".strip())
        name = act_name(act) if thing is None else authority_name(act, thing)
        return _own(name.read(self._language))

    def _sections(self, words: Iterable[Words]) -> Iterator[Line]:
        for section, added, removed in words:
            for key, texts in (("words-added", added), ("words-removed", removed)):
                for text in texts:
                    yield self.say(key, section=self._section(section), text=_quoted(text))

    def _section(self, key: str) -> Pieces:
        """Name a section as people read it; a key that the format doesn't know is somebody else's."""
        head, _, inner = key.partition(".")
        keys = group(head).keys if inner else {**group("org").keys, **group("role").keys}
        found = keys.get(inner or head)
        return _own(found.label.read(self._language)) if found else _quoted(key)

    def facts(self, change: FactsChange) -> Iterator[Line]:
        yield self.head("facts", folder=_quoted(change.folder or "."))
        yield from self._sections(change.words)
        yield from (self._limit(shift) for shift in change.limits)
