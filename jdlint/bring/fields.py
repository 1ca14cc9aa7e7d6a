"""The sections of a role become the statements of its fields."""

from collections.abc import Iterator, Sequence

from jdlint.bring.divide import Sheet
from jdlint.bring.entries import entries
from jdlint.bring.field import HEAD, ROOTS
from jdlint.bring.item import Draft, Heading, Item
from jdlint.bring.left import Left, Reason
from jdlint.bring.part import Part
from jdlint.bring.placing import NOTHING, place
from jdlint.bring.running import in_running_text
from jdlint.bring.sections import sections
from jdlint.bring.start import Source
from jdlint.bring.titled import beside, name_of
from jdlint.bring.values import values
from jdlint.bring.words import GROUP, PERSONAL, REMARK, SHARE, STATEMENT
from jdlint.finding import Confidence
from jdlint.language.fold import squeeze

_VALUES = HEAD | {REMARK, PERSONAL}
_GROUPED = {STATEMENT: "area", SHARE: "share"}
_SINGLE = frozenset(("unit", "level", "headcount", "deputy"))
_PROSE = 2
"""Paragraphs without a label up to which they tell what a role is for; more are an essay."""


def draft(sheet: Sheet) -> Draft:
    """Read the statements of a role."""
    read = sections(sheet)
    filling = _Filling(sheet.title.name, list(read.left))
    items = list(beside(sheet))
    for part in read.parts:
        items += filling.part(part)
    items += in_running_text(items)
    headings = (Heading(sheet.line.place, sheet.line.written, "title"), *filling.headings)
    sure = Confidence.LOW if sheet.source <= Source.BARE else Confidence.HIGH
    return Draft(name_of(sheet), sheet.line.place, tuple(_settled(items)), tuple(filling.left), sure, headings)


class _Filling:
    """Fills the fields of one role; holds what turned out to be headings or to say nothing."""

    def __init__(self, title: str, left: list[Left]) -> None:
        self.title = title
        self.left = left
        self.headings: list[Heading] = []

    def part(self, part: Part) -> Iterator[Item]:
        """Give the statements of a section."""
        if part.field in _GROUPED:
            self.headings += [Heading(line.place, line.written, _GROUPED[part.field]) for line in part.lines]
        elif part.field in _VALUES or part.field.startswith("review"):
            yield from values(part, self.title, self.left.append)
        else:
            yield from self._entries(part)

    def _entries(self, part: Part) -> Iterator[Item]:
        read = entries(part)
        self.headings += [Heading(line.place, line.written, "area") for line in read.headings if line.text]
        is_group = part.label is not None and part.label.field == GROUP
        if part.head is not None and is_group and not read.entries and part.area:
            # a group of duties without tasks: its statement is the duty
            more = (("share", part.share),) if part.share else ()
            yield Item("duties", part.area, part.head.place, part.head.written, part.sure, more)
            return
        self._head(part, has_entries=bool(read.entries))
        if part.share and len(read.entries) > 1 and part.head is not None:
            text = f"{part.area} {part.share}"
            yield Item("notes", text, part.head.place, part.share, Confidence.MEDIUM)
        for entry in read.entries:
            share = entry.share or (part.share if len(read.entries) == 1 else "")
            for item in place(part, entry._replace(share=share)):
                if item.field == NOTHING:
                    self.left.append(Left(item.place, item.words, Reason.EMPTY))
                else:
                    yield item

    def _head(self, part: Part, *, has_entries: bool) -> None:
        """Note what the label of a section was taken for."""
        head = part.head
        if head is None or part.label is None or (head.text and has_entries and part.label.field != GROUP):
            return
        if has_entries or part.field in ROOTS:
            self.headings.append(Heading(head.place, head.written, part.field))
        else:
            self.left.append(Left(head.place, head.written, Reason.EMPTY))


def _settled(items: Sequence[Item]) -> Iterator[Item]:
    """Keep the first of several values of one field; the others and the text of an essay go to the notes."""
    prose = [item for item in items if item.field == "purpose" and item.sure is Confidence.MEDIUM]
    seen: dict[str, str] = {}
    for item in items:
        if len(prose) > _PROSE and item in prose:
            yield item._replace(field="notes")
        elif item.field not in _SINGLE and not item.field.startswith("review."):
            yield item
        elif item.field not in seen:
            seen[item.field] = squeeze(item.text)
            yield item
        elif seen[item.field] != squeeze(item.text):
            yield item._replace(field="notes", text=item.words, sure=Confidence.LOW)
