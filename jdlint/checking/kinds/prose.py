"""Kind `prose`: sentences of a role that name somebody else as its superior than its reporting line does."""

import re
from collections.abc import Iterator
from functools import cache

from jdlint import knowledge
from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Member
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.model.organisation import Edge, Organisation
from jdlint.model.reference import name_key, words
from jdlint.model.role import Role, Worded
from jdlint.model.title import head_word
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """The kind takes no parameters."""


def check(_: Params, subject: Member) -> Iterator[Hit]:
    """Report each sentence that names another superior; one who stands above the declared one contradicts nothing."""
    role, organisation = subject.role, subject.organisation
    edges = organisation.edges_of.get(id(role), [])
    if not edges:
        return
    declared = tuple(dict.fromkeys(edge.named.name for edge in edges))
    for worded in _texts(role):
        for start, end, name in _names(worded.text, subject.fold(worded)):
            if _contradicts(organisation, role, edges, name):
                values: dict[str, Value] = {
                    "match": worded.text[start:end],
                    "name": name,
                    "superiors": declared,
                    "title": role.title.text,
                }
                yield Hit(anchor(role.source, worded, start, end), values, role=role)


def _texts(role: Role) -> Iterator[Worded]:
    yield from (role.purpose,) if role.purpose else ()
    yield from role.duties or ()
    yield from role.accountabilities or ()
    yield from role.notes or ()


def _names(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    """Give what each sentence about a superior covers, and whom it names, where that is the name of a post."""
    for found in _sentences().finditer(folded):
        group = next(number for number, name in enumerate(found.groups(), 1) if name is not None)
        start, end = found.span(group)
        for article in _articles():
            if folded.startswith(article, start):
                start += len(article)
        name = text[start:end].strip()
        if head_word(name) and name_key(name) not in words().generic | words().pronouns:
            yield found.start(), found.end(), name


def _contradicts(organisation: Organisation, role: Role, edges: list[Edge], name: str) -> bool:
    key = name_key(name)
    if any(key in name_key(edge.line.text) or name_key(edge.named.name) in key for edge in edges):
        return False
    meant = organisation.resolve(name)
    if meant.outcome in ("several", "near", "higher", "generic", "unit"):
        return False
    if meant.role is not None:
        return meant.role is not role and organisation.is_above(meant.role, role) is False
    named, lowest = _rank(key), max((_rank(name_key(edge.named.name)) for edge in edges), default=-1)
    return -1 not in (named, lowest) and named >= lowest


def _rank(key: str) -> int:
    """Give the place of a title in the order of ranks, 0 the highest; -1 where no word of a rank ends it."""
    place, longest = -1, 0
    for number, endings in enumerate(_ranks()):
        for ending in endings:
            if len(ending) > longest and key.endswith(ending):
                place, longest = number, len(ending)
    return place


_NAME = r"([^,.;:!?。、()\n的对向由并]{2,20}?)"
_ENGLISH_NAME = r"([a-z][a-z &/'-]{2,40}?)(?= and |[,.;:()\n]|$)"


@cache
def _sentences() -> re.Pattern[str]:
    patterns = []
    for sentence in knowledge.load("lexicon/named-superior")["sentences"]:
        text = re.escape(fold(sentence))
        patterns.append(text.replace(r"\{\}", _ENGLISH_NAME if text.isascii() else _NAME))
    return re.compile("|".join(patterns))


@cache
def _articles() -> tuple[str, ...]:
    return tuple(map(fold, knowledge.load("lexicon/named-superior")["articles"]))


@cache
def _ranks() -> tuple[tuple[str, ...], ...]:
    ranks = knowledge.load("lexicon/named-superior")["ranks"]
    return tuple(tuple(map(name_key, endings)) for endings in ranks)


KIND = Kind(Params, "member", check)
