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
from jdlint.saying import tell, template
from jdlint.wording import COMMAS


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
        yield teller.say("lines", "unread", file=_quoted(file))


def summary(meaning: Meaning, language: str) -> str:
    """Count in one line what changed."""
    if not (meaning.roles or meaning.facts):
        return tell(language, "changes", "frame", "nothing")
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
    told = (
        tell(language, "changes", "counts", key, n=number)
        for key, number in counts.items()
        if number or key == "changed"
    )
    return COMMAS[language].join(told)


def _quoted(text: str) -> Pieces:
    return (Piece(text, is_quoted=True),)


def _own(text: str) -> Pieces:
    return (Piece(text, is_quoted=False),)


class _Teller:
    """Finds the words for each part of a change."""

    def __init__(self, meaning: Meaning, language: str) -> None:
        self._parties = meaning.parties
        self._language = language

    def say(self, kind: str, key: str, **values: Pieces) -> Line:
        """Fill a template."""
        return Line(self._fill(kind, key, values))

    def head(self, key: str, **values: Pieces) -> Line:
        """Fill the template of a heading."""
        return Line(self._fill("headings", key, values), is_heading=True)

    def _fill(self, kind: str, key: str, values: dict[str, Pieces]) -> Pieces:
        pieces: list[Piece] = []
        for literal, name, _, _ in Formatter().parse(template(self._language, "changes", kind, key)):
            pieces += _own(literal) if literal else ()
            pieces += values[name] if name else ()
        return tuple(pieces)

    def _list(self, parts: Iterable[Pieces], otherwise: str = "none") -> Pieces:
        pieces: list[Piece] = []
        for part in parts:
            pieces += (*(_own(COMMAS[self._language]) if pieces else ()), *part)
        return tuple(pieces) or self._word(otherwise)

    def _or_none(self, text: str) -> Pieces:
        return _quoted(text) if text else self._word("none")

    def _word(self, key: str) -> Pieces:
        return _own(tell(self._language, "changes", "frame", key))

    def role(self, change: RoleChange) -> Iterator[Line]:
        key = "new" if change.before is None else "gone" if change.after is None else "role"
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
            yield self.say("lines", "others", sections=names)

    def _names(self, before: Party, after: Party) -> Iterator[Line]:
        if before.title != after.title:
            yield self.say("lines", "renamed", before=_quoted(before.title))
        if before.id != after.id:
            yield self.say("lines", "id", before=_quoted(before.id), after=_quoted(after.id))
        if before.file != after.file:
            yield self.say("lines", "moved", before=_quoted(before.file))

    def _place(self, change: RoleChange) -> Iterator[Line]:
        if change.superiors:
            before, after = map(self._superiors, change.superiors)
            yield self.say("lines", "superiors", before=before, after=after)
        if change.level:
            before, after = self._or_none(change.level.before), self._or_none(change.level.after)
            yield self.say("level", change.level.direction or "changed", before=before, after=after)
        if change.span:
            yield from self._span(change.span)

    def _superiors(self, superiors: tuple[Superior, ...]) -> Pieces:
        return self._list(map(self._superior, superiors), "nobody")

    def _superior(self, superior: Superior) -> Pieces:
        name = _quoted(superior.name)
        return self._fill("lines", "dotted", {"name": name}) if superior.is_dotted else name

    def _span(self, span: SpanShift) -> Iterator[Line]:
        yield self.say("lines", "span", before=_own(str(span.before)), after=_own(str(span.after)))
        for key, names in (("span-gained", span.gained), ("span-lost", span.lost)):
            if names:
                yield self.say("lines", key, names=self._list(map(_quoted, names)))

    def _duties(self, duties: DutyChanges) -> Iterator[Line]:
        yield from (self.say("lines", "duty-orphaned", text=_quoted(text)) for text in duties.orphaned)
        for key, moves in (("went", duties.went), ("came", duties.came)):
            yield from (self._move(key, move) for move in moves)
        for move in duties.dropped:
            yield self.say("lines", "duty-dropped", other=self._other(move), text=_quoted(move.after))
        yield from (self.say("lines", "duty-added", text=_quoted(text)) for text in duties.added)
        for before, after in duties.reworded:
            yield self.say("lines", "duty-reworded", before=_quoted(before), after=_quoted(after))

    def _move(self, key: str, move: Moved) -> Line:
        other = self._other(move)
        if move.before == move.after:
            return self.say("duty", key, other=other, text=_quoted(move.after))
        return self.say("duty-reworded", key, other=other, before=_quoted(move.before), text=_quoted(move.after))

    def _other(self, move: Moved) -> Pieces:
        return _quoted(self._parties[move.other].title)

    def _powers(self, powers: PowerChanges) -> Iterator[Line]:
        for way, found in (("gained", powers.gained), ("lost", powers.lost)):
            for power in found:
                yield self._power(way, power)
        for shift in powers.limits:
            yield self._limit(shift)

    def _power(self, way: str, power: Power) -> Line:
        if not power.act:
            return self.say("power-worded", way, text=_quoted(power.text))
        kind = "power-limited" if power.limit else "power"
        return self.say(kind, way, power=self._authority(power.act, power.object), limit=_quoted(power.limit))

    def _limit(self, shift: LimitShift) -> Line:
        values = {"before": _quoted(shift.before), "after": _quoted(shift.after), "holder": _quoted(shift.holder)}
        power = self._authority(shift.act, shift.object)
        line = self.say("limit", shift.direction, power=power, **values)
        if shift.holder and "{holder}" not in template(self._language, "changes", "limit", shift.direction):
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
            for key, texts in (("added", added), ("removed", removed)):
                for text in texts:
                    yield self.say("section", key, section=self._section(section), text=_quoted(text))

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
