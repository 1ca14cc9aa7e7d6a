"""How jdlint calls an authority, and how it would write one that is missing, in every language."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.wording import LANGUAGES, Wording


def acts() -> Collection[str]:
    """Give every act that has a name."""
    known: dict[str, Any] = _words()["acts"]
    return known.keys()


def act_name(act: str) -> Wording:
    """Call an act: approve, 审批."""
    return Wording(_words()["acts"][act])


def object_name(name: str) -> Wording:
    """Call what an act is on: customer credit, 客户信用额度."""
    return Wording(_words()["objects"][name])


def authority_name(act: str, thing: str) -> Wording:
    """Call an authority: approve customer credit, 客户信用额度审批权."""
    return _worded(act, thing, "names")


def authority_clause(act: str, thing: str) -> Wording:
    """Write the clause that grants an authority; money asks for a limit."""
    limited = _words()["limited"]
    if act in limited["acts"] and thing in limited["objects"]:
        return limited_clause(act, thing)
    return _worded(act, thing, "plain")


def limited_clause(act: str, thing: str) -> Wording:
    """Write the clause that grants an authority up to an amount."""
    return _worded(act, thing, "limited")


def listed(parts: Iterable[Wording], more: int = 0, joiner: str = "、") -> Wording:
    """Join wordings; `more` says how many are left out."""
    found = list(parts)
    joined = {
        language: {"en": "; "}.get(language, joiner).join(part.read(language) for part in found)
        for language in LANGUAGES
    }
    return Wording({language: text + (" …" if more > 0 else "") for language, text in joined.items()})


def _worded(act: str, thing: str, form: str) -> Wording:
    named, on = act_name(act), object_name(thing)
    return Wording(
        {
            language: text.format(act=named.read(language), object=on.read(language))
            for language, text in _words()["clauses"][form].items()
        }
    )


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = knowledge.load("lexicon/authority-names")
    return data
