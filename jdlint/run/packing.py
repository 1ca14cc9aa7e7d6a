"""Findings as plain data that can be kept, and back: tuples, lists, dictionaries, texts and numbers alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from jdlint.finding import Confidence, Edit, Finding, Fix, Means, Place, Profile, Safety, Severity, Suppression, Value
from jdlint.location import Point, Range
from jdlint.record import NamedTuple
from jdlint.wording import Wording

BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError)
"""What is raised by data that somebody else has written, or another version."""

Row = tuple[Any, ...]
"""A finding, its parts in the order of the fields."""

Texts = Mapping[str, str]


class Wordings:
    """The texts that many findings share, each kept once."""

    def __init__(self, kept: Iterable[Texts] = ()) -> None:
        self.made: list[Wording] = [Wording(texts) for texts in kept]
        self._by_texts = {tuple(made.texts.items()): number for number, made in enumerate(self.made)}
        self._known: dict[int, tuple[int, Texts]] = {}
        """Numbers by the identity of texts, which are held here, so that no other can take their identity."""

    def number(self, wording: Wording) -> int:
        """Give the number of a text, and keep it where it is new."""
        known = self._known.get(id(wording.texts))
        if known is None:
            number = self._by_texts.setdefault(tuple(wording.texts.items()), len(self.made))
            if number == len(self.made):
                self.made.append(wording)
            known = self._known[id(wording.texts)] = number, wording.texts
        return known[0]

    @property
    def kept(self) -> list[Texts]:
        """The texts, to be kept."""
        return [dict(made.texts) for made in self.made]


def pack(finding: Finding, wordings: Wordings) -> Row:
    """Give a finding as plain data."""
    return (
        finding.rule,
        finding.severity.value,
        finding.confidence.value,
        finding.profile.value,
        wordings.number(finding.template),
        pack_values(finding.values),
        _pack_place(finding.place),
        tuple(map(_pack_place, finding.related)),
        wordings.number(finding.help),
        finding.role,
        finding.language,
        finding.data,
        _pack_fix(finding.fix) if finding.fix else None,
        finding.identity,
        _pack_suppression(finding.suppression) if finding.suppression else None,
    )


def unpack(row: Row, wordings: Wordings) -> Finding:
    """Give a finding from plain data; raises one of BROKEN for what is none."""
    rule, severity, confidence, profile, template, values, place, related, advice, role, *rest = row
    language, data, fix, identity, suppression = rest
    return Finding(
        rule=rule,
        severity=_SEVERITIES[severity],
        confidence=_CONFIDENCES[confidence],
        profile=_PROFILES[profile],
        template=wordings.made[template],
        values=unpack_values(values),
        place=_place(place),
        related=tuple(map(_place, related)),
        help=wordings.made[advice],
        role=role,
        language=language,
        data=data,
        fix=_fix(fix) if fix else None,
        identity=identity,
        suppression=_suppression(suppression) if suppression else None,
    )


_SEVERITIES = {each.value: each for each in Severity}
_CONFIDENCES = {each.value: each for each in Confidence}
_PROFILES = {each.value: each for each in Profile}


def pack_values(values: Mapping[str, Value]) -> dict[str, Any]:
    """Give the values of a message as plain data."""
    return {name: (dict(value.texts),) if isinstance(value, Wording) else value for name, value in values.items()}


def unpack_values(kept: Mapping[str, Any]) -> dict[str, Value]:
    """Give them from plain data."""
    return {name: _value(value) for name, value in kept.items()}


def _value(kept: Any) -> Any:  # noqa: ANN401 - a value of a message, see finding.Value
    """Give a value; a text in several languages was wrapped, so that it isn't taken for a list of texts."""
    return Wording(kept[0]) if type(kept) is tuple and len(kept) == 1 and type(kept[0]) is dict else kept


def _pack_place(place: Place) -> Row:
    start, end = place.range
    message = dict(place.message.texts) if place.message else None
    return (place.file, place.pointer, *start, *end, place.source_line, message)


def _place(row: Row) -> Place:
    file, pointer, line, column, last_line, last_column, source_line, message = row
    span = Range(Point(line, column), Point(last_line, last_column))
    return Place(file, pointer, span, source_line, Wording(message) if message is not None else None)


def _pack_fix(fix: Fix) -> Row:
    edits = tuple((edit.file, *edit.range.start, *edit.range.end, edit.text, edit.drops_mark) for edit in fix.edits)
    return fix.safety.value, dict(fix.summary.texts), edits


def _fix(row: Row) -> Fix:
    safety, summary, edits = row
    return Fix(
        Safety(safety),
        Wording(summary),
        tuple(
            Edit(file, Range(Point(line, column), Point(last_line, last_column)), text, drops_mark)
            for file, line, column, last_line, last_column, text, drops_mark in edits
        ),
    )


def _pack_suppression(made: Suppression) -> Row:
    return made.means.value, made.reason, made.by, made.until, _pack_place(made.place) if made.place else None


def _suppression(row: Row) -> Suppression:
    means, reason, by, until, place = row
    return Suppression(Means(means), reason, by, until, _place(place) if place else None)


class Packed(NamedTuple):
    """Findings, packed together."""

    wordings: list[Texts]
    rows: list[Row]


def pack_all(findings: Iterable[Finding]) -> Packed:
    """Pack findings."""
    wordings = Wordings()
    rows = [pack(finding, wordings) for finding in findings]
    return Packed(wordings.kept, rows)


def unpack_all(packed: Iterable[Any]) -> tuple[Finding, ...]:
    """Unpack findings; raises as `unpack` does."""
    texts, rows = packed
    wordings = Wordings(texts)
    return tuple(unpack(row, wordings) for row in rows)
