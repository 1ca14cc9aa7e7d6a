"""Finds who decides on what: the tasks of an organisation by the thing that they are about."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.language.phrase_parse import verb_forms
from jdlint.language.task import Task
from jdlint.language.words import listed
from jdlint.model.organisation import Organisation
from jdlint.model.role import Duty, Role
from jdlint.property import cached_property
from jdlint.record import NamedTuple


class Mention(NamedTuple):
    """A task of a role on a thing."""

    role: Role
    duty: Duty
    task: Task
    act: str
    """settles or approves, where the act is a last word; '' otherwise."""


class Things:
    """The things on which an organisation's duties say a last word, or in which they take part."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        for role in organisation.roles:
            for duty in role.duties or ():
                folded = fold(duty.text)
                if any(word in folded for word in _telling()):
                    self._add(role, duty)

    def _add(self, role: Role, duty: Duty) -> None:
        for task in self._organisation.tasks(duty):
            if _is_close(task.thing):
                self.mentions[task.thing].append(Mention(role, duty, task, _act(task.verb)))

    @cached_property
    def _owned(self) -> frozenset[str]:
        """All things that some role acts on itself."""
        return frozenset(
            task.thing
            for role in self._organisation.roles
            for duty in role.duties or ()
            for task in self._organisation.tasks(duty)
            if task.manner in _OWNING
        )

    @cached_property
    def _tails(self) -> frozenset[str]:
        return frozenset(tail for thing in self._owned for tail in _tails(thing))

    def is_owned(self, thing: str) -> bool:
        """Tell whether some role acts on a thing, or on one that its name contains or is contained in."""
        return thing in self._tails or any(tail in self._owned for tail in _tails(thing))

    def groups(self) -> Iterator[list[Mention]]:
        """Give the mentions of each thing that more than one role names."""
        for mentions in self.mentions.values():
            if len({id(mention.role) for mention in mentions}) > 1:
                yield mentions


@cache
def _telling() -> tuple[str, ...]:
    """Give the words of which a duty must have one to decide on a thing, or to take part in it."""
    support = [
        word for kind in ("support", "join") for word in (*listed(_SUPPORT, "zh", kind), *listed(_SUPPORT, "en", kind))
    ]
    stems = (word[:-1] if word.isascii() and word.endswith("e") else word for word in _acts(*_LAST_WORDS))
    shortest: list[str] = []
    for word in sorted({*support, *stems}, key=len):
        if not any(known in word for known in shortest):
            shortest.append(word)
    return tuple(shortest)


_SUPPORT = "support-verbs"
_OWNING = frozenset(("own", "lead", "submit"))
_CLOSE = 4
"""Chinese characters from which on a phrase names one thing rather than a class of things."""
_LONGEST = 40
"""Characters of a thing that are looked at."""


def _is_close(thing: str) -> bool:
    return len(thing) >= _CLOSE if not thing.isascii() else " " in thing


def _tails(thing: str) -> Iterator[str]:
    """Give a thing without more and more of its beginning."""
    thing = thing[-_LONGEST:]
    if thing.isascii():
        words = thing.split()
        return (" ".join(words[start:]) for start in range(len(words)))
    return (thing[start:] for start in range(max(1, len(thing) - 1)))


def is_whole(thing: str) -> bool:
    """Tell whether a thing exists once in an organisation: 公司年度预算, 《差旅费管理办法》."""
    return any(word in thing for word in words("whole"))


def is_conditional(duty: Duty) -> bool:
    """Tell whether what a duty says depends on the case: an amount, an exception."""
    folded = fold(duty.text)
    return any(character.isdigit() for character in folded) or any(word in folded for word in words("conditions"))


_LAST_WORDS = ("settles", "approves")


def drafts(verb: str) -> bool:
    """Tell whether a verb makes a paper that somebody else may decide on."""
    return _acts("drafts").get(verb) is not None


@cache
def _acts(*names: str) -> dict[str, str]:
    """Give every form of the verbs of some lists, with the list."""
    found: dict[str, str] = {}
    for act in names:
        for verb in words(act):
            for _, form in verb_forms(verb) if verb.isascii() else (("", verb),):
                found[form] = act
    return found


def _act(verb: str) -> str:
    return _acts(*_LAST_WORDS).get(verb, "")


@cache
def words(key: str) -> tuple[str, ...]:
    """Give one list of the table, in both languages."""
    data: Any = knowledge.load("lexicon/ownership")
    return tuple(fold(str(word)) for language in ("zh", "en") for word in data[language][key])
