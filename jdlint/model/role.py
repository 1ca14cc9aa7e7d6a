"""Role and its parts: frozen, each knowing the route to where it is written."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from jdlint.location import Route
from jdlint.record import NamedTuple
from jdlint.source.source import Source
from jdlint.source.tree import Node, Scalar


class Worded(Protocol):
    """Anything with a text of its own and a place."""

    @property
    def text(self) -> str:
        """The text as written."""
        ...

    @property
    def route(self) -> Route:
        """Where it stands, from the file's top."""
        ...

    @property
    def node(self) -> Scalar:
        """The value in the file's tree."""
        ...


class Text(NamedTuple):
    """A text of a role."""

    text: str
    route: Route
    node: Scalar


new_text: Callable[[tuple[str, Route, Scalar]], Text] = partial(tuple.__new__, Text)
"""Makes a text in half the time of `Text(…)`; a role has dozens."""


class Duty(NamedTuple):
    """One duty; `share` is its part of the working time."""

    text: str
    route: Route
    node: Scalar
    area: Text | None = None
    share: Text | None = None


class Authority(NamedTuple):
    """One authority: a sentence, or an act on an object (`text` is then the object)."""

    text: str
    route: Route
    node: Scalar
    act: str | None = None
    limit: Text | None = None
    scope: Text | None = None

    @property
    def words(self) -> str:
        """What it says, a structured one with its act."""
        return f"{self.act} {self.text}" if self.act else self.text


class Kpi(NamedTuple):
    """One indicator; `text` is its name."""

    text: str
    route: Route
    node: Scalar
    formula: Text | None = None
    target: Text | None = None
    unit: Text | None = None
    weight: Text | None = None
    period: Text | None = None
    source: Text | None = None
    rater: Text | None = None


class Line(NamedTuple):
    """One reporting line as the role declares it; `text` names the superior."""

    text: str
    route: Route
    node: Scalar
    is_dotted: bool = False
    scope: Text | None = None
    when: Text | None = None


class Threshold(NamedTuple):
    """A result that somebody must have reached to get the post."""

    text: str
    route: Route
    node: Scalar
    at_least: Text | None = None
    unit: Text | None = None


class Section(NamedTuple):
    """A section as the document writes it; `text` is its key."""

    text: str
    route: Route
    node: Scalar
    is_blank: bool


class Relations(NamedTuple):
    """With whom the role works."""

    internal: tuple[Text, ...] = ()
    external: tuple[Text, ...] = ()


class Qualifications(NamedTuple):
    """What the post asks of a person."""

    education: tuple[Text, ...] = ()
    experience: tuple[Text, ...] = ()
    skills: tuple[Text, ...] = ()
    certificates: tuple[Text, ...] = ()
    traits: tuple[Text, ...] = ()
    other: tuple[Text, ...] = ()


class Career(NamedTuple):
    """From where and to where people move."""

    promotes_to: tuple[Text, ...] = ()
    promoted_from: tuple[Text, ...] = ()
    rotates_with: tuple[Text, ...] = ()


class Conditions(NamedTuple):
    """Where, when and how the work is done."""

    place: tuple[Text, ...] = ()
    hours: tuple[Text, ...] = ()
    travel: tuple[Text, ...] = ()
    physical: tuple[Text, ...] = ()
    environment: tuple[Text, ...] = ()
    other: tuple[Text, ...] = ()


class Excused(NamedTuple):
    """The entry that an exception is about: the section, and the entry's opening words in `text`."""

    text: str
    route: Route
    node: Scalar
    section: str


class Acceptance(NamedTuple):
    """A deliberate exception: the rule, the entries it excuses, and who says so."""

    rule: Text
    reason: Text | None
    """None where the file has the key and no words."""
    route: Route
    at: tuple[Excused, ...] = ()
    """Empty where the exception holds for the whole role."""
    by: Text | None = None
    until: Text | None = None


class Review(NamedTuple):
    """Who put the definition in force, and when it was last looked at."""

    approved_by: Text | None = None
    effective: Text | None = None
    reviewed: Text | None = None


class Role(NamedTuple):
    """One role definition. A field is None where the document doesn't have the section."""

    source: Source
    node: Node
    route: Route
    id: str
    """As written, else derived from the title."""
    title: Text
    kind: str
    """executive, manager, deputy, specialist, assistant or unknown."""
    sections: Mapping[str, Section]
    """The sections that the document writes, by canonical key."""
    written_id: Text | None = None
    aliases: tuple[Text, ...] = ()
    unit: Text | None = None
    level: Text | None = None
    headcount: Text | None = None
    reports_to: tuple[Line, ...] | None = None
    manages: tuple[Text, ...] | None = None
    purpose: Text | None = None
    duties: tuple[Duty, ...] | None = None
    authorities: tuple[Authority, ...] | None = None
    accountabilities: tuple[Text, ...] | None = None
    kpis: tuple[Kpi, ...] | None = None
    relations: Relations | None = None
    qualifications: Qualifications | None = None
    entry_thresholds: tuple[Threshold, ...] | None = None
    career: Career | None = None
    deputy: tuple[Text, ...] | None = None
    training: tuple[Text, ...] | None = None
    conditions: Conditions | None = None
    benefits: tuple[Text, ...] | None = None
    accept: tuple[Acceptance, ...] = ()
    compensating: Text | None = None
    review: Review | None = None
    notes: tuple[Text, ...] | None = None

    @property
    def file(self) -> str:
        """The file that defines it."""
        return self.source.path

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which people refer to it."""
        return (self.title.text, self.id, *(alias.text for alias in self.aliases))


class Facts(NamedTuple):
    """What an org.yaml says; all empty where there is none."""

    source: Source | None = None
    name: str = ""
    language: str | None = None
    jurisdictions: tuple[str, ...] | None = None
    ladder: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Families of grades, each from the lowest to the highest."""
    externals: Mapping[str, str | None] = {}
    """Roles kept elsewhere, with their levels where given."""
    roots: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = {}
    """Units and terms with their other names."""
    limits: tuple[tuple[str, str, str, str], ...] = ()
    """The delegation table: act, object, role, amount."""
    sod: tuple[tuple[str, str, str, str], ...] = ()
    """Incompatible pairs: first, second, severity, and a built-in pair to remove."""
    stated: Mapping[str, tuple[Text, ...]] = {}
    """The texts that name a role, an act, an object or a pair, by where they stand: `roots[]`, `sod[].remove`."""
    province: str = ""
    employer_type: str = ""
    publication: str = ""
    industry: str = ""
