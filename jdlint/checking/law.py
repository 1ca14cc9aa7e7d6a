"""Law: what the packs of rules/law/ say about a condition, in the places and on the day that a run is about."""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

from jdlint import knowledge
from jdlint.finding import Severity
from jdlint.language.fold import fold
from jdlint.model.role import Facts
from jdlint.record import NamedTuple
from jdlint.wording import LANGUAGES, Wording


class Standing(Enum):
    """How a wording stands with the law; the value orders them."""

    ADVICE = 1
    RISK = 2
    VIOLATION = 3

    @property
    def label(self) -> str:
        """The word that packs and users write."""
        return self.name.lower()

    @property
    def severity(self) -> Severity:
        """How much a finding weighs."""
        return Severity(self.value)


class Act(NamedTuple):
    """A law, a guideline or a ruling, as a pack names it."""

    name: Wording
    since: str
    """The day from which it, or the version that the pack relies on, is in force; '' where it is old enough."""
    until: str
    cite: Wording
    """How an article of it is written."""


class Article(NamedTuple):
    """A part of an act."""

    act: Act
    number: str
    """'' where the act as a whole is meant."""
    confidence: str
    """read: the text was read; cited: by others; unverified: nobody could confirm the number."""

    def is_in_force(self, day: str) -> bool:
        """Whether it counts on a day."""
        return self.act.since <= day and not (self.act.until and self.act.until < day)

    def read(self, language: str) -> str:
        """Give the citation in a language."""
        name = self.act.name.read(language)
        written = self.act.cite.read(language).format(act=name, number=self.number) if self.number else name
        return written + _words("unverified", language) if self.confidence == "unverified" else written


class Case(NamedTuple):
    """A fact of the organisation that changes how a matter stands."""

    fact: str
    values: tuple[str, ...]
    standing: Standing
    articles: tuple[Article, ...]
    is_asked: bool
    """Whether a finding says so where the fact is unknown; not for a case of one province among many."""


class Provision(NamedTuple):
    """What the law of one place says about one matter."""

    subject: str
    matter: str
    standing: Standing | None
    """None where it is a matter in its cases alone."""
    articles: tuple[Article, ...]
    cases: tuple[Case, ...]


class Pack(NamedTuple):
    """The law of one place."""

    id: str
    name: Wording
    as_of: str
    """The day on which it was last looked through."""
    language: str
    """The language of the rules' examples that it judges; '' where none."""
    provisions: tuple[Provision, ...]

    def provision(self, subject: str, matter: str) -> Provision | None:
        """Give what it says about a matter."""
        return next((each for each in self.provisions if (each.subject, each.matter) == (subject, matter)), None)


class Verdict(NamedTuple):
    """How one condition stands in one place."""

    pack: Pack
    standing: Standing
    articles: tuple[Article, ...]
    """Those in force, the ones that weigh most first."""
    missing: tuple[str, ...]
    """Facts that would change the verdict and that org.yaml doesn't give."""

    def read(self, language: str) -> str:
        """Say it: conflicts with …, or may be challenged under …."""
        if not self.articles:
            return _words(f"{self.standing.label}_alone", language).format(place=self.pack.name.read(language))
        joined = _words("join", language).join(each.read(language) for each in self.articles[:_SHOWN])
        said = _words(self.standing.label, language).format(law=joined, place=self.pack.name.read(language))
        return said + "".join(_words("missing", language).format(fact=fact) for fact in self.missing)

    def data(self) -> dict[str, object]:
        """Give it for machines."""
        articles = [
            {
                "act": each.act.name.read("en"),
                "article": each.number,
                "in_force_since": each.act.since,
                "confidence": each.confidence,
            }
            for each in self.articles
        ]
        return {
            "jurisdiction": self.pack.id,
            "standing": self.standing.label,
            "articles": articles,
            "missing": list(self.missing),
        }


_SHOWN = 2
"""So many articles stand in a message; the data of a finding has them all."""


def verdicts(facts: Facts, subject: str, matter: str, day: str) -> Iterator[Verdict]:
    """Judge a matter in every place whose law org.yaml declares; where it declares none, no law applies."""
    for place in facts.jurisdictions or ():
        pack = packs().get(place)
        provision = pack.provision(subject, matter) if pack else None
        if pack and provision and (verdict := _judge(pack, provision, facts, day or pack.as_of)):
            yield verdict


def stand_in(language: str) -> tuple[str, ...]:
    """Give the places by whose law a rule's example in a language is judged where it has no org.yaml."""
    return tuple(pack.id for pack in packs().values() if pack.language == language)


def _judge(pack: Pack, provision: Provision, facts: Facts, day: str) -> Verdict | None:
    standing, articles, missing = provision.standing, provision.articles, []
    for case in provision.cases:
        value = fold(getattr(facts, case.fact))
        if not value:
            missing += [case.fact] if case.is_asked else []
        elif value in case.values:
            standing, articles = case.standing, (*case.articles, *articles)
    counted = tuple(each for each in articles if each.is_in_force(day))
    if standing is None or (articles and not counted):
        return None
    return Verdict(pack, standing, counted, tuple(dict.fromkeys(missing)))


@cache
def packs() -> Mapping[str, Pack]:
    """Give every pack of rules/law/ by the name of its file."""
    found = (name.partition("/")[2] for name in knowledge.names("law"))
    return {name: _pack(name, knowledge.load(f"law/{name}")) for name in found}


def _pack(name: str, data: dict[str, Any]) -> Pack:
    acts = {key: _act(item, data["cite"]) for key, item in data.get("acts", {}).items()}
    return Pack(
        id=name,
        name=Wording(data["name"]),
        as_of=data["as_of"],
        language=data.get("examples_in", ""),
        provisions=tuple(_provision(key, item, acts) for key, item in data["provisions"].items()),
    )


def _act(data: dict[str, Any], cite: dict[str, str]) -> Act:
    name = {language: data[language] for language in LANGUAGES if language in data}
    own = data.get("cite", cite)
    return Act(Wording(name), data.get("since", ""), data.get("until", ""), Wording(own))


def _provision(key: str, data: dict[str, Any], acts: dict[str, Act]) -> Provision:
    subject, _, matter = key.partition("/")
    return Provision(
        subject=subject,
        matter=matter,
        standing=Standing[data["standing"].upper()] if "standing" in data else None,
        articles=tuple(_articles(data, acts)),
        cases=tuple(
            Case(
                fact=item["fact"],
                values=tuple(map(fold, item["is"])),
                standing=Standing[item["standing"].upper()],
                articles=tuple(_articles(item, acts)),
                is_asked=item.get("asked", True),
            )
            for item in data.get("cases", ())
        ),
    )


def _articles(data: dict[str, Any], acts: dict[str, Act]) -> Iterator[Article]:
    for confidence in ("read", "cited", "unverified"):
        for written in data.get(confidence, ()):
            act, _, number = str(written).partition(" ")
            yield Article(acts[act], number, confidence)


def _words(key: str, language: str) -> str:
    text: str = Wording(knowledge.load("lexicon/legal-standing")[key]).read(language)
    return text
