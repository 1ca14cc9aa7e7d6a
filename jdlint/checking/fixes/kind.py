"""FixKind: how a finding can be removed, with its typed parameters; and the draft that one gives."""

from collections.abc import Callable, Mapping

from jdlint.checking.hit import Hit
from jdlint.finding import Safety, Value
from jdlint.model.organisation import Organisation
from jdlint.record import NamedTuple
from jdlint.source.edit.change import Change
from jdlint.source.source import Source


class Case(NamedTuple):
    """What a fix is asked to remove."""

    hit: Hit
    organisation: Organisation | None
    """None for what reading a file met."""


class Draft(NamedTuple):
    """Changes that would remove a finding, and what says so."""

    changes: tuple[tuple[Source, Change], ...]
    says: str
    """A key of rules/texts/fixes.yaml."""
    values: Mapping[str, Value] = {}
    is_sure: bool = True
    """Whether the rule's own word for how safe it is holds here; else a person must say yes."""
    drops_mark: bool = False
    """Whether it is the byte order mark that goes."""


class FixKind(NamedTuple):
    """A kind of fix: `params` is a NamedTuple, which `draft` takes with the case; None where nothing is certain."""

    params: type
    draft: Callable[..., Draft | None]
    says: tuple[str, ...]
    """The keys of rules/texts/fixes.yaml under which its drafts are worded."""
    verify: Callable[..., None] | None = None
    """Raises RuleError for parameters that have the right types and still can't be used."""


class FixPlan(NamedTuple):
    """How findings of one rule and reason are fixed."""

    kind: FixKind
    kind_name: str
    params: object
    safety: Safety
    reveals: tuple[str, ...] = ()
    """Rules that look where the fix puts words, and so may find there what was wrong with them before."""


def within(source: Source, *changes: Change) -> tuple[tuple[Source, Change], ...]:
    """Say of changes that they are all of one file."""
    return tuple((source, change) for change in changes)
