"""Kind `blank`: sections that are written but say nothing, template text left in, and titles without a body."""

from collections.abc import Iterator
from functools import cache, lru_cache

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.kinds.required import labels
from jdlint.language.fold import REMEMBERED, fold
from jdlint.language.lexicon import table
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What counts as saying nothing."""

    lexicon: str
    """The table of placeholders; one stands alone in a text or opens it."""
    texts: tuple[str, ...]
    """Route patterns of the texts to look at."""
    body: tuple[str, ...]
    """The sections of which a role has at least one; with none it is a bare title."""


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report blank sections, placeholders, and roles that are a title and no more."""
    role = subject.role
    for section in role.sections.values():
        if section.is_blank:
            values = {"section": labels([str(section.route[-1])])}
            yield Hit(anchor(role.source, section), values, "blank", role)
    yield from _placeholders(params, subject)
    if not any(key in role.sections for key in params.body):
        yield Hit(anchor(role.source, role.title), {"title": role.title.text}, "stub", role)


def _placeholders(params: Params, subject: Subject) -> Iterator[Hit]:
    role: Role = subject.role
    for pattern in params.texts:
        for worded in subject.texts(pattern):
            if _is_placeholder(worded.text, params.lexicon):
                yield Hit(anchor(role.source, worded), {"text": worded.text.strip()}, "placeholder", role)


@lru_cache(maxsize=REMEMBERED)
def _is_placeholder(text: str, lexicon: str) -> bool:
    """Tell whether a text is a placeholder or opens with one."""
    whole, opening = _words(lexicon)
    bare = fold(text).strip(" .。…()[]<>")
    return bare in whole or bare.startswith(opening)


@cache
def _words(lexicon: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the placeholders that stand alone, and those that open a text."""
    whole = frozenset(phrase.text for phrase in table(lexicon) if phrase.reason == "whole")
    return whole, tuple(phrase.text for phrase in table(lexicon) if phrase.reason == "opening")


KIND = Kind(Params, "role", check)
