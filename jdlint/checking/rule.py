"""Rule: one YAML file of rules/ as frozen data, with its words and its examples."""

from collections.abc import Mapping
from typing import NamedTuple

from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Confidence, Profile, Severity
from jdlint.source.tree import Mapping as Tree
from jdlint.wording import Wording

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


class Where(NamedTuple):
    """Which roles a rule is about, by unit, kind or title; an empty list means all."""

    unit: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    title: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One rule, bound to its kind."""

    id: str
    severity: Severity
    profile: Profile
    confidence: Confidence
    summary: Wording
    message: Words
    why: Wording
    help: Words
    kind: Kind
    kind_name: str
    params: object
    path: str
    """The rule file."""
    related: Mapping[str, Wording] = {}
    references: tuple[str, ...] = ()
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
    examples: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

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
        return _pick(self.message, reason)

    def advice(self, reason: str) -> Wording:
        """Give the help for a reason."""
        return _pick(self.help, reason)

    def beside(self, reason: str) -> Wording | None:
        """Give the words beside a related place."""
        return self.related.get(reason) or self.related.get("")


def _pick(words: Words, reason: str) -> Wording:
    if reason in words:
        return words[reason]
    return words.get("") or next(iter(words.values()))
