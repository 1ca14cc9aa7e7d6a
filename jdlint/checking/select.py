"""Route patterns such as `duties[]` or `qualifications.skills[]`: where in a role a rule looks."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from jdlint.errors import RuleError
from jdlint.model.role import Role, Worded

Select = Callable[[Role], list[Worded]]


@cache
def selector(pattern: str) -> Select:
    """Turn a pattern into a function from a role to texts; raises RuleError where the role has no such part.

    A pattern is a path of field names; `[]` stands for every item of a list and `*` for every field of a part.
    """
    paths = list(_paths(Role, pattern.split(".")))

    def select(role: Role) -> list[Worded]:
        found: list[Worded] = []
        for path in paths:
            _collect(getattr(role, path[0]), path[1:], found)
        return found

    return select


def section_of(pattern: str) -> str:
    """Give the section of the role in which a pattern looks."""
    return pattern.split(".", maxsplit=1)[0].removesuffix("[]")


def _paths(part: Any, steps: list[str]) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - types are values here
    if not steps:
        yield ()
        return
    step, rest = steps[0].removesuffix("[]"), steps[1:]
    if not hasattr(part, "_fields"):
        raise RuleError("inside-a-text", step=step)
    hints: dict[str, Any] = part.__annotations__  # `get_type_hints` takes 25 ms for what a role is made of
    names = [name for name in hints if name in _names(part)] if step == "*" else [step]
    for name in names:
        if name not in hints or name not in _names(part):
            raise RuleError("no-part-of-role", name=name, known=tuple(sorted(_names(part))))
        inner = _content(hints[name])
        for path in _paths(inner, rest):
            yield (name, *path)


def _names(part: Any) -> frozenset[str]:  # noqa: ANN401 - types are values here
    return frozenset(part._fields) - ({"source", "node", "route", "sections"} if part is Role else {"node", "route"})


def _content(hint: Any) -> Any:  # noqa: ANN401 - types are values here
    """Give the type inside tuple[X, ...] | None."""
    for option in get_args(hint) or (hint,):
        if option is not type(None):
            inner = get_args(option)
            return inner[0] if inner else option
    return hint


def _collect(value: Any, path: tuple[str, ...], found: list[Worded]) -> None:  # noqa: ANN401 - any part of a role
    """Add the texts at a path below a value; what isn't there, or is no text, adds nothing."""
    kind = type(value)
    if value is None or kind is str or kind is bool:
        return
    if kind is tuple and not path:
        found += value
    elif kind is tuple:
        for item in value:
            _collect(item, path, found)
    elif path:
        _collect(getattr(value, path[0]), path[1:], found)
    else:
        found.append(value)
