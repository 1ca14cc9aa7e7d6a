"""The parameters of a rule file become a kind's typed parameters, or an error that names the route."""

from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from jdlint.errors import RuleError
from jdlint.saying import hint

_Made = TypeVar("_Made")


def bind(wanted: type[_Made], data: object) -> _Made:
    """Build a NamedTuple from plain data; raises RuleError for what is missing, unknown or of another type."""
    if not isinstance(data, dict):
        raise RuleError("mapping-expected", found=as_yaml(data))
    hints = get_type_hints(wanted)
    known: tuple[str, ...] = wanted._fields  # type: ignore[attr-defined] # only NamedTuples come here
    optional = wanted._field_defaults  # type: ignore[attr-defined]
    for key in data:
        if key not in known:
            raise RuleError("no-parameter", name=str(key), hint=hint(str(key), known)).inside(str(key))
    values = {}
    for name in known:
        if name in data:
            values[name] = _inside(name, hints[name], data[name])
        elif name not in optional:
            raise RuleError("parameter-missing", name=name)
    return wanted(**values)


def _inside(name: str, hint: Any, data: object) -> Any:  # noqa: ANN401 - types are values here
    try:
        return _convert(hint, data)
    except RuleError as error:
        error.inside(name)
        raise


def _convert(hint: Any, data: object) -> Any:  # noqa: ANN401, PLR0911 - one line a type
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if data is None else _first_fitting(arguments, data)
    if origin is Literal:
        if data in arguments:
            return data
        raise RuleError("choice-expected", known=tuple(map(str, arguments)), found=as_yaml(data))
    if origin is tuple:
        items = data if isinstance(data, list) else [data]
        return tuple(_inside(f"[{index}]", arguments[0], item) for index, item in enumerate(items))
    if origin is dict and isinstance(data, dict):
        return {key: _inside(str(key), arguments[1], value) for key, value in data.items()}
    if hasattr(hint, "_fields"):
        return bind(hint, data)
    if hint is float and isinstance(data, int | float | str) and not isinstance(data, bool):
        return _number(data)
    if isinstance(hint, type) and isinstance(data, hint) and not (hint is int and isinstance(data, bool)):
        return data
    name = getattr(hint, "__name__", str(hint))
    raise RuleError(_EXPECTED.get(name, "type-expected"), wanted=name, found=as_yaml(data))


_EXPECTED = {
    "str": "text-expected",
    "int": "integer-expected",
    "float": "number-expected",
    "bool": "truth-expected",
}


def _first_fitting(options: tuple[Any, ...], data: object) -> Any:  # noqa: ANN401 - types are values here
    real = [option for option in options if option is not type(None)]
    for option in real[:-1]:
        try:
            return _convert(option, data)
        except RuleError:
            continue
    return _convert(real[-1], data)


def _number(data: float | str) -> float:
    """Read 0.8, 80 or 80%."""
    if not isinstance(data, str):
        return float(data)
    try:
        return float(data.removesuffix("%")) / 100 if data.endswith("%") else float(data)
    except ValueError:
        raise RuleError("number-expected", found=as_yaml(data)) from None


def as_yaml(data: object) -> str:
    """Show data as YAML has it, which needs no translation."""
    if data is None:
        return "`null`"
    if isinstance(data, dict):
        return "`{…}`"
    if isinstance(data, bool):
        return f"`{str(data).lower()}`"
    return "`[…]`" if isinstance(data, list) else f"`{data}`"
