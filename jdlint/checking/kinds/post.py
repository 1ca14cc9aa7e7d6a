"""Kind `post`: what is described as a role and is none: a unit, a partner, a person, a paper."""

from collections.abc import Iterator
from functools import cache

from jdlint import knowledge
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.language.fold import fold
from jdlint.model.title import head_word
from jdlint.record import NamedTuple

_SORTS = ("body", "partner", "person", "paper")


class Params(NamedTuple):
    """Where the words are kept."""

    lexicon: str


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report a title that ends as no post's does, or a purpose that says whose it is."""
    role, words = subject.role, _words(params.lexicon)
    folded = subject.fold(role.title).strip()
    if not head_word(role.title.text) and not any(text in folded for text in words["unless"]):
        for sort in _SORTS:
            end = next((end for end in words[sort] if folded.endswith(end) and len(folded) > len(end)), None)
            if end:
                values = {"title": role.title.text, "match": end.strip()}
                yield Hit(anchor(role.source, role.title), values, sort, role)
                return
    if role.purpose:
        purpose = subject.fold(role.purpose)
        found = next((text for text in words["purpose"] if text in purpose), None)
        if found:
            start = purpose.index(found)
            values = {"title": role.title.text, "match": role.purpose.text[start : start + len(found)]}
            yield Hit(anchor(role.source, role.purpose, start, start + len(found)), values, "purpose", role)


@cache
def _words(name: str) -> dict[str, tuple[str, ...]]:
    data = knowledge.load(f"lexicon/{name}")
    return {key: tuple(map(fold, data[key])) for key in ("unless", *_SORTS, "purpose")}


KIND = Kind(Params, "role", check)
