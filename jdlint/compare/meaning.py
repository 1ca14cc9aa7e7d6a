"""What a change means: roles that come, go and move, and what each may do, must do, reports to and leads."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from jdlint.compare import duties, lines, powers
from jdlint.compare.duties import Duties, DutyChanges
from jdlint.compare.lines import LevelShift, Side, SpanShift, Superiors
from jdlint.compare.pairs import pair, sketch
from jdlint.compare.powers import LimitShift, PowerChanges
from jdlint.language.fold import squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Facts, Worded
from jdlint.model.schema import plain
from jdlint.record import NamedTuple


class Party(NamedTuple):
    """A role as people know it."""

    file: str
    id: str
    title: str


class Words(NamedTuple):
    """Entries of a section that came and went."""

    section: str
    """The section's canonical key, such as `qualifications.education`."""
    added: tuple[str, ...]
    removed: tuple[str, ...]


class RoleChange(NamedTuple):
    """What the change means for one role."""

    before: Party | None
    """None for a role that is new."""
    after: Party | None
    """None for a role that is gone."""
    superiors: Superiors | None
    level: LevelShift | None
    span: SpanShift | None
    powers: PowerChanges
    duties: DutyChanges
    words: tuple[Words, ...]
    """Qualifications and thresholds that changed."""
    others: tuple[str, ...]
    """Other sections that changed, by canonical key."""

    @property
    def party(self) -> Party:
        """The role as it is now, or as it was."""
        return self.after or self.before or Party("", "", "")

    @property
    def is_renamed(self) -> bool:
        """Whether it bears another title or id."""
        return bool(self.before and self.after) and self.before[1:] != self.after[1:]  # type: ignore[index]

    @property
    def is_moved(self) -> bool:
        """Whether it stands in another file."""
        return bool(self.before and self.after) and self.before[0] != self.after[0]  # type: ignore[index]


class FactsChange(NamedTuple):
    """What changed in an org.yaml."""

    folder: str
    """The organisation's folder; '' is the root."""
    words: tuple[Words, ...]
    limits: tuple[LimitShift, ...]


class Meaning(NamedTuple):
    """What a change means."""

    parties: tuple[Party, ...]
    """Every role of both sides, by the numbers that duties refer to."""
    roles: tuple[RoleChange, ...]
    """In the order of their files."""
    facts: tuple[FactsChange, ...]
    unread: tuple[str, ...]
    """Files of either side that can't be read: what they hold is unknown."""


class _Names(NamedTuple):
    """What became of the names of roles."""

    renamed: Mapping[str, str]
    """New titles by old ones."""
    gone: frozenset[str]
    """The names, as they are compared, that no role bears any more."""


def compare(before: Sequence[Organisation], after: Sequence[Organisation], moved: Mapping[str, str]) -> Meaning:
    """Say what leads from the organisations of one state to those of another; `moved` names files anew."""
    rows = _rows(before, after, moved)
    parties = tuple(_party(now or was) for was, now in rows)
    renamed = {was[1].title.text: now[1].title.text for was, now in rows if was and now}
    names = _Names(renamed, _gone(rows))
    told = duties.compare(Duties(_texts(was), _texts(now), number) for number, (was, now) in enumerate(rows))
    changes = (_role_change(was, now, names, told[number]) for number, (was, now) in enumerate(rows))
    return Meaning(
        parties,
        tuple(sorted((change for change in changes if _says_something(change)), key=lambda change: change.party)),
        tuple(_facts_changes(before, after)),
        tuple(sorted({file for organisation in (*before, *after) for file in organisation.unread})),
    )


def _rows(
    before: Sequence[Organisation], after: Sequence[Organisation], moved: Mapping[str, str]
) -> list[tuple[Side | None, Side | None]]:
    """Give every role of both sides once, as it was and as it is."""
    had = [(organisation, role) for organisation in before for role in organisation.roles]
    has = [(organisation, role) for organisation in after for role in organisation.roles]
    pairs = pair([sketch(role) for _, role in had], [sketch(role) for _, role in has], moved)
    taken = set(pairs.values())
    rows: list[tuple[Side | None, Side | None]] = [
        (side, has[pairs[place]] if place in pairs else None) for place, side in enumerate(had)
    ]
    return rows + [(None, side) for place, side in enumerate(has) if place not in taken]


def _gone(rows: Iterable[tuple[Side | None, Side | None]]) -> frozenset[str]:
    had: set[str] = set()
    has: set[str] = set()
    for was, now in rows:
        had.update(map(name_key, was[1].names) if was else ())
        has.update(map(name_key, now[1].names) if now else ())
    return frozenset(had - has)


def _party(side: Side | None) -> Party:
    if side is None:
        return Party("", "", "")
    _, role = side
    return Party(role.file, role.id, role.title.text)


def _texts(side: Side | None) -> tuple[str, ...]:
    return tuple(duty.text for duty in side[1].duties or ()) if side else ()


def _role_change(was: Side | None, now: Side | None, names: _Names, told: DutyChanges) -> RoleChange:
    gains = PowerChanges() if _reads_alike(was, now) else powers.compare(was, now)
    words = tuple(_words(was, now)) if was and now else ()
    superiors = lines.compare_superiors(was, now, names.renamed) if now else None
    level = lines.compare_levels(was, now) if now else None
    span = lines.compare_spans(was, now, names.renamed, names.gone)
    shown = {"title", "id", *(words_of.section.partition(".")[0] for words_of in words)}
    for key, found in (("reports_to", superiors), ("level", level), ("manages", span)):
        shown |= {key} if found else set()
    shown |= {"authorities"} if any(gains) else set()
    shown |= {"duties"} if any(told) else set()
    return RoleChange(
        _party(was) if was else None,
        _party(now) if now else None,
        superiors,
        level,
        span,
        gains,
        told,
        words,
        tuple(_others(was, now, shown)) if was and now and not _reads_alike(was, now) else (),
    )


def _reads_alike(was: Side | None, now: Side | None) -> bool:
    """Whether a role is written as it was, word for word."""
    return was is not None and now is not None and _text(was) == _text(now)


def _text(side: Side) -> str:
    role = side[1]
    return role.source.text[role.node.start : role.node.end]


def _says_something(change: RoleChange) -> bool:
    if change.before is None or change.after is None or change.is_renamed or change.is_moved:
        return True
    rest = (change.superiors, change.level, change.span, change.words, change.others)
    return any(rest) or any(change.powers) or any(change.duties)


def _words(was: Side, now: Side) -> Iterator[Words]:
    had, has = _asked(was), _asked(now)
    for section in dict.fromkeys((*had, *has)):
        yield from _difference(section, had.get(section, ()), has.get(section, ()))


def _asked(side: Side) -> dict[str, tuple[str, ...]]:
    """Give what a post asks of a person, by section."""
    role = side[1]
    found = {"entry_thresholds": _written(role.entry_thresholds)}
    if role.qualifications:
        found |= {f"qualifications.{key}": _written(texts) for key, texts in role.qualifications._asdict().items()}
    return found


def _written(entries: Iterable[Worded] | None) -> tuple[str, ...]:
    return tuple(entry.text for entry in entries or ())


def _difference(section: str, had: Iterable[str], has: Iterable[str]) -> Iterator[Words]:
    had, has = tuple(had), tuple(has)
    added, removed = _beyond(has, had), _beyond(had, has)
    if added or removed:
        yield Words(section, added, removed)


def _beyond(texts: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    left = Counter(map(squeeze, others))
    found = []
    for text in texts:
        key = squeeze(text)
        if left[key]:
            left[key] -= 1
        else:
            found.append(text)
    return tuple(found)


def _others(was: Side, now: Side, shown: set[str]) -> Iterator[str]:
    """Give the sections that say something else, beside those whose change is told in detail."""
    had, has = plain(was[1].node, "role"), plain(now[1].node, "role")
    for key in dict.fromkeys((*had, *has)):
        if key not in shown and had.get(key) != has.get(key):
            yield str(key)


def _facts_changes(before: Sequence[Organisation], after: Sequence[Organisation]) -> Iterator[FactsChange]:
    had, has = ({organisation.folder: organisation for organisation in side} for side in (before, after))
    for folder in sorted({*had, *has}):
        was, now = had.get(folder), has.get(folder)
        words = [
            found
            for key, told in _FACTS.items()
            for found in _difference(key, told(was.facts) if was else (), told(now.facts) if now else ())
        ]
        limits = powers.compare_tables(was, now)
        if words or limits:
            yield FactsChange(folder, tuple(words), limits)


def _ladder(facts: Facts) -> tuple[str, ...]:
    ladders = ((family, " < ".join(grades)) for family, grades in facts.ladder)
    return tuple(f"{family}: {grades}" if family else grades for family, grades in ladders)


def _pairs(facts: Facts) -> tuple[str, ...]:
    return tuple(f"{first} × {second}" if first or second else f"- {taken}" for first, second, _, taken in facts.sod)


def _word(key: str) -> Callable[[Facts], tuple[str, ...]]:
    return lambda facts: (getattr(facts, key),) if getattr(facts, key) else ()


_FACTS: Mapping[str, Callable[[Facts], tuple[str, ...]]] = {
    **{key: _word(key) for key in ("name", "language", "province", "employer_type", "publication", "industry")},
    "jurisdictions": lambda facts: facts.jurisdictions or (),
    "ladder": _ladder,
    "externals": lambda facts: tuple(facts.externals),
    "roots": lambda facts: facts.roots,
    "terms": lambda facts: tuple(" = ".join((name, *others)) for name, others in facts.terms.items()),
    "sod": _pairs,
}
"""What an org.yaml says beside its table of limits."""
