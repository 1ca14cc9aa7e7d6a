"""Each entry of a section becomes a statement of the field that it belongs to."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from jdlint import knowledge
from jdlint.bring.entries import Entry
from jdlint.bring.indicator import indicators
from jdlint.bring.item import Item
from jdlint.bring.part import Part
from jdlint.bring.requirement import by_words, is_about_document, kind_of
from jdlint.bring.values import split_names
from jdlint.bring.words import label_words, says_nothing
from jdlint.finding import Confidence
from jdlint.language.fold import fold
from jdlint.pattern import pattern

NOTHING = ""
"""The field of an entry that says nothing (略)."""

_REMARK_ALONE = pattern(r"[(（][^()（）]{4,}[)）][。.;；]?")
_SHARE = pattern(
    r"(?:(?<=[。；;])\s*|(?<=\.)\s+)[(（]?(\d{1,3}\s?[%％])[)）]?$"
    r"|[(（](?:占|约占|时间占比|工作占比|time)\s?[:：]?\s?(\d{1,3}\s?[%％])[)）]$",
    re.IGNORECASE,
)
"""How much of the time a duty takes, behind its sentence."""
_STEPS = pattern(r"[、,，;；]|-{2,}|—+|→|->|\s{2,}")
_PLAIN = frozenset(("authorities", "accountabilities", "entry_thresholds", "training", "benefits", "notes", "purpose"))


def place(part: Part, entry: Entry) -> Iterator[Item]:
    """Place an entry of a section."""
    field = entry.field or part.field
    if part.label is not None and len(part.label.fields) > 1:
        field = by_words(part.label, entry.text)
    root = field.partition(".")[0]
    if says_nothing(entry.text) and root not in ("qualifications", "conditions"):
        yield _item(field if field.startswith("relations.") else NOTHING, entry, part.sure)._replace(text="")
        return
    if _REMARK_ALONE.fullmatch(entry.text) or (entry.line.number is None and is_about_document(entry.text)):
        yield _item("notes", entry, Confidence.LOW)
    elif field in _PLAIN or field.startswith("relations."):
        yield _item(field, entry, part.sure)
    else:
        yield from _PLACES.get(root, _unknown)(field, part, entry)


def _item(field: str, entry: Entry, sure: Confidence) -> Item:
    return Item(field, entry.text, entry.line.place, entry.line.written, sure)


def _unknown(_field: str, _part: Part, entry: Entry) -> Iterator[Item]:
    yield _item("notes", entry, Confidence.LOW)


def _duty(field: str, part: Part, entry: Entry) -> Iterator[Item]:
    text, share = entry.text, entry.share
    found = _SHARE.search(text)
    if found and not share:
        text, share = text[: found.start()].rstrip(), (found[1] or found[2]).replace(" ", "")
    more = tuple((key, value) for key, value in (("area", entry.area), ("share", share)) if value)
    yield _item(field, entry, part.sure)._replace(text=text, more=more)


def _kpi(_field: str, part: Part, entry: Entry) -> Iterator[Item]:
    yield from indicators(entry.text, entry.more, entry.line, part.sure)


def _requirement(field: str, part: Part, entry: Entry) -> Iterator[Item]:
    if field != "qualifications":
        yield _item(field, entry, part.sure)._replace(text=_with_label(part, entry))
        return
    sure = Confidence.MEDIUM if part.sure is Confidence.HIGH else part.sure
    for text, kind in _sentences(entry):
        yield _item(kind if kind == "entry_thresholds" else f"qualifications.{kind}", entry._replace(text=text), sure)


def _sentences(entry: Entry) -> list[tuple[str, str]]:
    """Give the sentences of a requirement with their kinds; one that asks for one kind stays whole."""
    texts = [text.strip() for text in _SENTENCE.split(entry.text)] if entry.line.number is None else [entry.text]
    kinds = [kind_of(text) for text in texts]
    if len(set(kinds)) == len(texts) and all(kinds):
        return list(zip(texts, kinds, strict=True))
    return [(entry.text, kind_of(entry.text) or "other")]


_SENTENCE = pattern(r"(?<=。)(?=\S)|(?<=[a-z]{3}\.)\s+(?=[A-Z])")


def _condition(field: str, part: Part, entry: Entry) -> Iterator[Item]:
    if field != "conditions":
        yield _item(field, entry, part.sure)._replace(text=_with_label(part, entry))
    else:
        yield _in_group("conditions.other", part, entry)


def _relation(_field: str, part: Part, entry: Entry) -> Iterator[Item]:
    is_external = any(word in fold(entry.text) for word in label_words().external)
    yield _in_group("relations.external" if is_external else "relations.internal", part, entry)


def _career(field: str, part: Part, entry: Entry) -> Iterator[Item]:
    if field == "career":
        yield _in_group("career.promotes_to", part, entry)
        return
    for name in split_names(entry.text, _STEPS):
        yield _item(field, entry, part.sure)._replace(text=name)


_Place = Callable[[str, Part, Entry], Iterator[Item]]
_PLACES: dict[str, _Place] = {
    "duties": _duty,
    "kpis": _kpi,
    "qualifications": _requirement,
    "conditions": _condition,
    "relations": _relation,
    "career": _career,
}


def _in_group(field: str, part: Part, entry: Entry) -> Item:
    """Place what stands under the heading of a group, but under none of its parts."""
    if part.label is not None:
        root = field.partition(".")[0]
        field = next((each for each in part.label.also if each.startswith(f"{root}.")), field)
    text = " ".join(entry.line.cells) if entry.line.cells else entry.text
    return _item(field, entry, Confidence.MEDIUM)._replace(text=text)


def _with_label(part: Part, entry: Entry) -> str:
    """Give a requirement with its label, where the label says more than the field does."""
    label, head = part.label, part.head
    if label is None or head is None or not head.text or entry.text != head.text:
        return entry.text
    words = label.words.strip(" :：")
    if fold(words) in _words("keeps-label") or fold(entry.text).strip(" 。;") in _words("no-demand"):
        return f"{words}{'：' if '：' in head.written else ':'}{entry.text}"
    return entry.text


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(map(fold, knowledge.load("import/requirements")[key]))
