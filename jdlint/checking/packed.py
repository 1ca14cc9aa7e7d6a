"""Rules as plain data that `marshal` takes, and back; what a rule says to people stays packed until somebody asks."""

import marshal
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from jdlint import compiled
from jdlint.checking import rule as rules
from jdlint.checking.kinds import kind_named
from jdlint.checking.rule import Bound, Example, Prose, Rule

if TYPE_CHECKING:
    from jdlint.checking.fixes.kind import FixPlan

_NOT_PACKED = ("bound_of", "prose_of", "examples_of", "fixes_of")


def pack(rule: Rule) -> list[object]:
    """Give a rule as plain data: its kind's variant, parameters, prose, fixes, and the rest by name."""
    from jdlint.checking.fixes.plans import packed  # noqa: PLC0415 - 10 ms, paid only when rules are compiled

    variants = kind_named(rule.kind_name).variants
    variant = next((name for name, kind in variants.items() if kind is rule.kind), "")
    defaults = Rule._field_defaults
    rest = {
        name: _packed(value)
        for name, value in rule._asdict().items()
        if name not in _NOT_PACKED and not (name in defaults and value == defaults[name])
    }
    params, prose = (marshal.dumps(_packed(value), compiled.FORMAT) for value in (rule.params, rule.prose))
    fixes = marshal.dumps(packed(rule.fixes), compiled.FORMAT) if rule.fixes else b""
    return [variant, params, prose, fixes, rest]


def unpack(row: list[Any], examples_of: Callable[[str], tuple[Example, ...]]) -> Rule:
    """Give the rule that plain data stands for; what only some runs need stays packed until somebody asks."""
    variant, params, prose, fixes, rest = row
    names = vars(rules)
    made: dict[str, Any] = {name: _unpacked(value, names) for name, value in rest.items()}
    return Rule(
        bound_of=_Once(partial(_bound, made["kind_name"], variant, params)),
        prose_of=_Once(partial(_prose, prose)),
        examples_of=partial(examples_of, made["id"]),
        fixes_of=_Once(partial(_fixes, fixes)) if fixes else dict,
        **made,
    )


_Made = TypeVar("_Made")


class _Once(Generic[_Made]):
    """Makes something when it is first asked for; it takes a fifth of what `functools.cache` takes to set up."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], _Made]) -> None:
        self._make: Callable[[], _Made] | None = make

    def __call__(self) -> _Made:
        if self._make is not None:
            self._made = self._make()
            self._make = None
        return self._made


def _bound(kind_name: str, variant: str, packed: bytes) -> Bound:
    kind = kind_named(kind_name)
    kind = kind.variants[variant] if variant else kind
    return kind, _unpacked(marshal.loads(packed), vars(sys.modules[kind.params.__module__]))  # noqa: S302 - as below


def _prose(packed: bytes) -> Prose:
    prose: Prose = _unpacked(marshal.loads(packed), vars(rules))  # noqa: S302 - see jdlint/compiled.py
    return prose


def _fixes(packed: bytes) -> "dict[str, FixPlan]":
    from jdlint.checking.fixes.plans import unpacked  # noqa: PLC0415 - 10 ms, paid only where fixes are asked for

    return unpacked(marshal.loads(packed))  # noqa: S302 - see jdlint/compiled.py


def _packed(value: Any) -> Any:  # noqa: ANN401 - whatever a rule holds
    """Write records, members of enumerations and mappings as lists; nothing else of a rule is a list."""
    if isinstance(value, Enum):
        return [type(value).__name__, value.name]
    if isinstance(value, Mapping):
        return ["", tuple(map(_packed, value)), tuple(map(_packed, value.values()))]
    if isinstance(value, tuple):
        items = tuple(map(_packed, value))
        return [type(value).__name__, *items] if hasattr(value, "_fields") else items
    return value


def _unpacked(value: Any, names: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever was packed
    if isinstance(value, tuple):
        return tuple([_unpacked(item, names) for item in value])
    if not isinstance(value, list):
        return value
    name, *items = value
    if not name:
        keys, values = items
        return dict(zip(_unpacked(keys, names), _unpacked(values, names), strict=True))
    made = names[name]
    if issubclass(made, Enum):
        return made[items[0]]
    return made._make([_unpacked(item, names) for item in items])
