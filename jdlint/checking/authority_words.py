"""How jdlint calls an authority, and how it would write one that is missing, in every language."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.wording import COMMAS, SEMICOLONS, Wording, joined

NAMES = {**COMMAS, "en": SEMICOLONS["en"]}
"""What stands between names of authorities: an English one may hold a comma."""

Power = tuple[str, str]
"""An act, and what it is on."""


def acts() -> Collection[str]:
    """Give every act that has a name."""
    known: dict[str, Any] = _words()["acts"]
    return known.keys()


def act_name(act: str) -> Wording:
    """Call an act: approve, 审批."""
    return Wording(_words()["acts"][act])


def object_name(name: str, act: str = "") -> Wording:
    """Call what an act is on: customer credit, 客户信用额度."""
    return Wording(_words()["objects_of"].get(act, {}).get(name) or _words()["objects"][name])


def authority_name(act: str, thing: str) -> Wording:
    """Call an authority: approve customer credit, 客户信用额度审批权."""
    return _worded(act, thing, "names")


def authority_clause(act: str, thing: str) -> Wording:
    """Write the clause that grants an authority; money asks for a limit."""
    return limited_clause(act, thing) if _is_limited(act, thing) else _worded(act, thing, "plain")


def _is_limited(act: str, thing: str) -> bool:
    """Tell whether the clause that grants an authority needs an amount."""
    limited = _words()["limited"]
    return act in limited["acts"] and thing in limited["objects"]


def authority_names(powers: Iterable[Power]) -> list[Wording]:
    """Call authorities, those on one object together: 下属人员的工作分配权、考核权."""
    return [
        authority_name(acts[0], thing) if len(acts) == 1 else _together(acts, thing, "names")
        for thing, acts in _by_object(powers)
    ]


def authority_clauses(powers: Iterable[Power]) -> list[Wording]:
    """Write the clauses that grant authorities, without a limit those on one object together."""
    clauses: list[Wording] = []
    for thing, acts in _by_object(powers):
        plain = [act for act in acts if not _is_limited(act, thing)]
        clauses += [limited_clause(act, thing) for act in acts if act not in plain]
        if len(plain) == 1:
            clauses.append(authority_clause(plain[0], thing))
        elif plain:
            clauses.append(_together(plain, thing, "plain"))
    return clauses


def limited_clause(act: str, thing: str) -> Wording:
    """Write the clause that grants an authority up to an amount."""
    return _worded(act, thing, "limited")


def listed(parts: Iterable[Wording], more: int = 0, marks: Mapping[str, str] = NAMES) -> Wording:
    """Join wordings; `more` says how many are left out."""
    rest = " …" if more > 0 else ""
    return Wording({language: text + rest for language, text in joined(parts, marks).texts.items()})


def _by_object(powers: Iterable[Power]) -> list[tuple[str, list[str]]]:
    """Give the acts on each object, in the order in which the objects are first named."""
    found: dict[tuple[str, str], list[str]] = {}
    for act, thing in powers:
        own = act if thing in _words()["objects_of"].get(act, {}) else ""
        found.setdefault((thing, own), []).append(act)
    return [(thing, acts) for (thing, _), acts in found.items()]


def _together(several: Sequence[str], thing: str, form: str) -> Wording:
    """Word several acts on one object at once."""
    words, on = _words()["together"], object_name(thing, several[0])
    texts = {}
    for language, text in words[form].items():
        *first, last = [words["each"][language].format(act=act_name(act).read(language)) for act in several]
        acts = words["last"][language].join((words["between"][language].join(first), last))
        texts[language] = text.format(acts=acts, object=on.read(language))
    return Wording(texts)


def _worded(act: str, thing: str, form: str) -> Wording:
    named, on = act_name(act), object_name(thing, act)
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
