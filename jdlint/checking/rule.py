"""Rule: one YAML file of rules/ as frozen data, with its words and its examples."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Confidence, Profile, Severity
from jdlint.record import NamedTuple
from jdlint.source.tree import Mapping as Tree
from jdlint.wording import Wording

if TYPE_CHECKING:  # the kinds of fixes take 10 ms to load and are needed by few runs
    from jdlint.checking.fixes.kind import FixPlan

Bound = tuple[Kind, object]
"""A kind of check with a rule's parameters for it."""

Words = Mapping[str, Wording]
"""Texts by reason; '' holds the one that fits every other reason."""


class Example(NamedTuple):
    """A role, or a tree of files, on which a rule must fire or stay silent."""

    is_bad: bool
    role: Tree | None
    """The role as it stands in the rule file; None where the example is a tree of files."""
    files: Mapping[str, bytes]
    at: tuple[str, ...]
    """Where the rule must fire: pointers, behind `file#` where the example has files."""
    line: int
    """Where it begins in the rule file."""
    fixed: Tree | None = None
    """What the fix must make of a bad example's role."""
    fixed_files: Mapping[str, bytes] = {}
    """What the fix must make of a bad example's files; those that it leaves alone aren't here."""


class Where(NamedTuple):
    """Which roles a rule is about, by unit, kind or title; an empty list means all."""

    unit: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    title: tuple[str, ...] = ()


class Prose(NamedTuple):
    """What a rule says to people; loaded for the rules that find something, and for those explained."""

    summary: Wording
    message: Words
    related: Words
    why: Wording
    help: Words
    references: tuple[str, ...]


class Rule(NamedTuple):
    """One rule, bound to its kind."""

    id: str
    severity: Severity
    profile: Profile
    confidence: Confidence
    kind_name: str
    path: str
    """The rule file."""
    bound_of: Callable[[], Bound]
    """Loads its kind and its parameters, once."""
    prose_of: Callable[[], Prose]
    """Loads its prose, once."""
    examples_of: Callable[[], tuple[Example, ...]]
    """Loads its examples, once."""
    fixes_of: Callable[[], Mapping[str, "FixPlan"]] = dict
    """Loads how its findings are fixed, by reason, once; '' stands for every other reason."""
    applies_to: tuple[str, ...] = ()
    where: Where = Where()
    severity_of: Mapping[str, Severity] = {}
    """The severity for a reason that weighs differently."""
    profile_of: Mapping[Confidence, Profile] = {}
    """The profile from which on hits of a lower confidence are shown."""
    is_mandatory: bool = False
    """Whether it can't be ignored: without it an unreadable file would look clean."""
    is_compensable: bool = False
    """Whether a control that the role names under `compensating` makes it information."""

    @property
    def kind(self) -> Kind:
        """The kind of check that it is."""
        return self.bound_of()[0]

    @property
    def params(self) -> object:
        """What it tells its kind, in the kind's own terms."""
        return self.bound_of()[1]

    @property
    def prose(self) -> Prose:
        """What it says to people."""
        return self.prose_of()

    @property
    def examples(self) -> tuple[Example, ...]:
        """The roles on which it must fire or stay silent."""
        return self.examples_of()

    @property
    def fixes(self) -> Mapping[str, "FixPlan"]:
        """How its findings are fixed, by reason; '' stands for every other reason."""
        return self.fixes_of()

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @property
    def is_excusable(self) -> bool:
        """Whether there may be exceptions: never from a mandatory rule, nor from a rule on exceptions."""
        return not self.is_mandatory and self.family != "suppression"

    def is_complete(self, profile: Profile) -> bool:
        """Whether a profile in which the rule runs shows all that it finds, however unsure."""
        return all(wanted.value <= profile.value for wanted in self.profile_of.values())

    def is_shown(self, confidence: Confidence, profile: Profile) -> bool:
        """Whether a hit of a confidence is shown in a profile in which the rule runs."""
        return self.profile_of.get(confidence, profile).value <= profile.value

    def weight(self, reason: str, *, is_compensated: bool) -> Severity:
        """Give the severity for a reason; `is_compensated` says that the role names another control instead."""
        if is_compensated and self.is_compensable:
            return Severity.INFO
        return self.severity_of.get(reason, self.severity)

    def words(self, reason: str) -> Wording:
        """Give the message for a reason."""
        return _pick(self.prose.message, reason)

    def advice(self, reason: str) -> Wording:
        """Give the help for a reason."""
        return _pick(self.prose.help, reason)

    def beside(self, reason: str) -> Wording | None:
        """Give the words beside a related place."""
        related = self.prose.related
        return related.get(reason) or related.get("")


def _pick(words: Words, reason: str) -> Wording:
    if reason in words:
        return words[reason]
    return words.get("") or next(iter(words.values()))
