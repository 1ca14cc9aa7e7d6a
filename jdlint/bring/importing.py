"""The steps of an import, in order: a document's bytes become drafts of roles and an account of everything else."""

import os
from collections.abc import Iterator, Sequence

from jdlint.bring.block import Block, Document, Kind, Place
from jdlint.bring.cells import paired
from jdlint.bring.damage import Damage, signs
from jdlint.bring.divide import Sheet, divide
from jdlint.bring.field import LISTS
from jdlint.bring.fields import draft
from jdlint.bring.item import Draft
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.pages import clean
from jdlint.bring.readers import read
from jdlint.bring.split import lines_of
from jdlint.bring.start import Source
from jdlint.bring.tables import grids, table_lines
from jdlint.bring.wrap import unwrap
from jdlint.record import NamedTuple


class Brought(NamedTuple):
    """What a document brought."""

    name: str
    drafts: tuple[Draft, ...]
    left: tuple[Left, ...]
    """Everything that went into no role, in the order of the document."""
    damage: tuple[Damage, ...]
    joined: tuple[Place, ...]
    """Where a sentence went on behind a page mark."""
    remarks: tuple[tuple[str, str], ...]
    """What the reader met: see Document."""


def bring(name: str, raw: bytes) -> Brought:
    """Import one document; raises DocumentError where it can't be read."""
    document = read(name, raw)
    aside = tuple(Left(block.place, block.text, Reason.ASIDE) for block in document.aside)
    parts = [_structure(blocks, title, document) for title, blocks in _parts(document)]
    return Brought(
        document.name,
        tuple(each for part in parts for each in part.drafts),
        (*(each for part in parts for each in part.left), *aside),
        tuple(each for part in parts for each in part.damage),
        tuple(each for part in parts for each in part.joined),
        document.remarks,
    )


def _parts(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Give the parts of a document that stand for themselves, each with its name."""
    if not document.is_divided:
        yield os.path.splitext(os.path.basename(document.name))[0], document.blocks
        return
    for name in dict.fromkeys(block.place.part for block in document.blocks):
        yield name, tuple(block for block in document.blocks if block.place.part == name)


def _structure(blocks: Sequence[Block], title: str, document: Document) -> Brought:
    """Find the roles in blocks."""
    cleaned = clean(blocks)
    lines = list(paired(list(_lines(tuple(unwrap(cleaned.blocks))))))
    divided = divide(lines, title)
    drafted = [(sheet, draft(sheet)) for sheet in divided.sheets]
    roles = [(sheet, own) for sheet, own in drafted if not _is_no_role(sheet, own)] or drafted
    drafts = tuple(own for _, own in roles)
    left = [*cleaned.left, *divided.left, *(each for own in drafts for each in own.left)]
    left += (each for sheet, own in drafted if (sheet, own) not in roles for each in _outside(sheet))
    order = {block.place: at for at, block in reversed(list(enumerate(blocks)))}
    left.sort(key=lambda each: order.get(each.place, len(order)))
    damage = tuple(sign for sheet, _ in roles for sign in signs(sheet.lines))
    joined = tuple(block.place for block in cleaned.joined)
    return Brought(document.name, drafts, tuple(left), damage, joined, document.remarks)


def _is_no_role(sheet: Sheet, own: Draft) -> bool:
    """Say whether a heading that names no post, and has nothing of a role below it, only begins the document."""
    tells = {item.field.partition(".")[0] for item in own.items}
    names_post = sheet.title.is_post or sheet.source is Source.LABEL
    return not names_post and not tells & (LISTS | {"reports_to", "level"})


def _outside(sheet: Sheet) -> Iterator[Left]:
    """Give the lines of what is no role."""
    for line in (sheet.line, *sheet.lines):
        yield Left(line.place, line.written, Reason.OUTSIDE)


def _lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Make lines of all blocks, in order."""
    texts: list[Block] = []
    for block in grids(blocks):
        if block.kind is Kind.TABLE:
            yield from lines_of(texts)
            texts = []
            yield from table_lines(block)
        else:
            texts.append(block)
    yield from lines_of(texts)
