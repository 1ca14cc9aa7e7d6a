"""Kind `title`: titles that name several posts or hold remarks, and purposes that speak of another post."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from jdlint import knowledge
from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.reference import name_key
from jdlint.model.title import head_word
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What to look for."""

    shape: tuple[Literal["several", "remark", "subject"], ...]


def check(params: Params, subject: Member) -> Iterator[Hit]:
    """Report what the rule looks for in a role's title or purpose."""
    for shape in params.shape:
        yield from _SHAPES[shape](subject)


def _several(subject: Member) -> Iterator[Hit]:
    """Report a title whose parts all end with the name of a post."""
    role = subject.role
    title, folded = role.title.text, subject.fold(role.title)
    start, end = folded.find("("), folded.rfind(")")
    has_bracket = 0 <= start < end - 1
    outside = title[:start] + title[end + 1 :] if has_bracket else title
    for text in (outside, title[start + 1 : end] if has_bracket else ""):
        parts = list(_parts(text))
        if len(parts) > 1 and all(part and head_word(part) for part in parts):
            values: dict[str, Value] = {"title": role.title.text, "posts": tuple(parts)}
            yield Hit(anchor(role.source, role.title), values, "several", role)
            return


def _parts(text: str) -> Iterator[str]:
    """Split a text at the joints, keeping its parts as they are written."""
    start = 0
    for joint in _words()["joints"].finditer(fold(text)):
        yield text[start : joint.start()].strip()
        start = joint.end()
    yield text[start:].strip()


def _remark(subject: Member) -> Iterator[Hit]:
    role = subject.role
    found = _words()["remarks"].search(subject.fold(role.title))
    if found:
        words: dict[str, Value] = {"match": role.title.text[found.start() : found.end()]}
        yield Hit(anchor(role.source, role.title, *found.span()), words, "remark", role)


def _subject(subject: Member) -> Iterator[Hit]:
    """Report a purpose that says of another role of the organisation what it says of its own."""
    role, organisation = subject.role, subject.organisation
    if role.purpose is None:
        return
    text, folded = role.purpose.text, subject.fold(role.purpose)
    found = _words()["copulas"].search(folded[:_OPENING])
    if not found:
        return
    start, end = 0, found.start()
    if any(mark.end() == end for mark in _words()["holders"].finditer(folded, 0, end)):
        mark = _words()["ends"].search(folded, found.end())
        start, end = found.end(), mark.start() if mark else len(text)
    name = text[start:end].strip().removeprefix("The ").removeprefix("the ")
    other = next((other for other in organisation.known(name) if other is not role), None)
    if other is None or name_key(name) in map(name_key, role.names):
        return
    values: dict[str, Value] = {"title": role.title.text, "other": other.title.text}
    related = Related(anchor(other.source, other.title), "other", values)
    start = text.index(name, start)
    at = anchor(role.source, role.purpose, start, start + len(name))
    yield Hit(at, values, "subject", role, (related,))


_OPENING = 24
"""A purpose that names its subject does so in its first words."""

_SHAPES = {"several": _several, "remark": _remark, "subject": _subject}


@cache
def _words() -> dict[str, Any]:
    data = knowledge.load("lexicon/title-parts")
    return {
        key: pattern("|".join(re.escape(fold(word)) for word in data[key]))
        for key in ("joints", "remarks", "copulas", "holders", "ends")
    }


KIND = Kind(Params, "member", check)
