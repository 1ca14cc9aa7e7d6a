"""What an import took for what, with how sure it is, and what it left: for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from jdlint import __version__
from jdlint.bring.block import Place
from jdlint.bring.damage import Damage
from jdlint.bring.files import Planned
from jdlint.bring.importing import Brought
from jdlint.bring.item import Draft, Item
from jdlint.bring.left import Left
from jdlint.finding import Confidence, cut
from jdlint.record import NamedTuple
from jdlint.report.encode import json_text
from jdlint.report.width import shown
from jdlint.saying import tell

_SHOWN, _MOST = 48, 12
"""Characters shown of a line, and lines listed of one kind without --verbose."""


class Account(NamedTuple):
    """An imported document with the files that its roles go to."""

    brought: Brought
    files: tuple[Planned, ...]


# for people


def text(accounts: Sequence[Account], language: str, *, verbose: bool) -> str:
    """Write the account for people."""
    return "\n".join(line for account in accounts for line in _account(account, language, verbose=verbose)) + "\n"


def _account(account: Account, language: str, *, verbose: bool) -> Iterator[str]:
    brought = account.brought
    most = None if verbose else _MOST
    roles = tell(language, "report", "counts", "role", n=len(account.files))
    yield tell(language, "import", "frame", "document", name=shown(brought.name), roles=roles)
    for remark, detail in brought.remarks:
        yield f"  {tell(language, 'import', 'remarks', remark, detail=shown(detail))}"
    for file in account.files:
        yield f"  {shown(file.draft.title)}  {_place(file.draft.place, language)} → {shown(file.path)}"
        yield f"    {_fields(file.draft.items)}"
        unsure = [_item(item, language) for item in file.draft.items if item.sure is Confidence.LOW]
        if verbose:
            yield from _listed(_taken(file.draft, language), None, language, "      ")
        elif unsure:
            yield f"    {tell(language, 'import', 'frame', 'unsure')}"
            yield from _listed(unsure, most, language, "      ")
    if brought.left:
        yield f"  {tell(language, 'import', 'frame', 'left', n=len(brought.left))}"
        yield from _listed([_left(each, language) for each in brought.left], most, language, "    ")
    if brought.damage or brought.joined:
        yield f"  {tell(language, 'import', 'frame', 'damage')}"
        joined = tell(language, "import", "signs", "joined")
        lines = [f"{_place(place, language)}  {joined}" for place in brought.joined]
        lines += [f"{_place(each.place, language)}  {_damage(each, language)}" for each in brought.damage]
        yield from _listed(lines, most, language, "    ")


def _taken(draft: Draft, language: str) -> list[str]:
    """List all that was taken for something, in the order of the document."""
    told = [
        (each.place, f"{_place(each.place, language)}  {_short(each.words)} → [{each.field}]")
        for each in draft.headings
    ]
    told += [(item.place, _item(item, language)) for item in draft.items]
    return [line for _, line in sorted(told, key=lambda each: each[0][1:])]


def _listed(lines: Sequence[str], most: int | None, language: str, indent: str) -> Iterator[str]:
    for line in lines[:most]:
        yield indent + line
    if most is not None and len(lines) > most:
        yield indent + tell(language, "import", "frame", "more", n=len(lines) - most)


def _fields(items: Sequence[Item]) -> str:
    counts = Counter(item.field.partition(".")[0] for item in items)
    return " · ".join(f"{field} {count}" if count > 1 else field for field, count in counts.items())


def _item(item: Item, language: str) -> str:
    is_sure = item.sure is Confidence.HIGH
    sure = "" if is_sure else f"  ({tell(language, 'import', 'sure', item.sure.value)})"
    return f"{_place(item.place, language)}  {_short(item.words)} → {item.field}{sure}"


def _left(left: Left, language: str) -> str:
    why = tell(language, "import", "reasons", left.reason.value)
    return f"{_place(left.place, language)}  {_short(left.words)}  ({why})"


def _damage(damage: Damage, language: str) -> str:
    values = {"words": shown(damage.words), "before": damage.before, "rule": damage.rule}
    return tell(language, "import", "signs", damage.sign.value, **values)


def _place(place: Place, language: str) -> str:
    return tell(language, "import", "places", place.unit.value, n=place.number, part=shown(place.part))


def _short(words: str) -> str:
    one = " ".join(words.split())
    return shown(cut(one, _SHOWN))


# for programs


def as_json(accounts: Sequence[Account]) -> str:
    """Write the account for programs: version 1, whose fields are only ever added to."""
    document = {
        "version": 1,
        "tool": {"name": "jdlint", "version": __version__},
        "documents": [_document(account) for account in accounts],
    }
    return json_text(document)


def _document(account: Account) -> dict[str, Any]:
    brought = account.brought
    return {
        "document": brought.name,
        "remarks": [{"remark": remark, "detail": detail or None} for remark, detail in brought.remarks],
        "roles": [_role(file) for file in account.files],
        "left": [{**_at(each.place), "words": each.words, "reason": each.reason.value} for each in brought.left],
        "damage": [
            {
                **_at(each.place),
                "sign": each.sign.value,
                "words": each.words,
                "before": each.before or None,
                "rule": each.rule or None,
            }
            for each in brought.damage
        ],
        "joined": [_at(place) for place in brought.joined],
    }


def _role(file: Planned) -> dict[str, Any]:
    draft = file.draft
    return {
        "title": draft.title,
        "id": draft.id or None,
        "file": file.path,
        "confidence": draft.sure.value,
        **_at(draft.place),
        "headings": [{**_at(each.place), "words": each.words, "field": each.field} for each in draft.headings],
        "taken": [
            {
                **_at(item.place),
                "words": item.words,
                "field": item.field,
                "text": item.text,
                "with": dict(item.more),
                "confidence": item.sure.value,
            }
            for item in draft.items
        ],
    }


def _at(place: Place) -> dict[str, Any]:
    return {"unit": place.unit.value, "number": place.number, "part": place.part or None}
