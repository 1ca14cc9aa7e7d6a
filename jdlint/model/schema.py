"""The format's JSON Schema: compiled to quick checks over trees, and jsonschema's word on what they refuse."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from jdlint import knowledge
from jdlint.location import Route
from jdlint.model.vocabulary import Group, group, group_under
from jdlint.pattern import pattern
from jdlint.source.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Check = Callable[[Node, str], bool]
"""Whether a node fits; the second argument names the group of keys that a mapping here has."""

_INTEGER = pattern(r"[-+]?[0-9]+\Z")
_FLOAT = pattern(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
)
_TYPED = "0123456789+-.~nNtTfF"
"""The characters with which plain scalars begin that are no texts; and there is the empty one."""

_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""The plain scalars that are no texts, by the core schema of YAML 1.2, section 10.3; `no`, `on` and dates are texts."""


@cache
def schema(name: str) -> dict[str, Any]:
    """Load one of the schemas that ship: `role`, `org` or `config`."""
    loaded: dict[str, Any] = knowledge.load(f"format/{name}.schema")
    return loaded


@cache
def check(name: str, *, once: bool = False) -> Check:
    """Give the compiled check of a schema's main definition; `once` also refuses fields that stand twice."""
    document = schema(name)
    return _Compiler(document, once=once).compile(document["$defs"][name])


def plain(node: Node, keys: str) -> Any:  # noqa: ANN401 - JSON is what it is
    """Give a tree as JSON data under canonical keys; an unknown key keeps its name, the last of equal keys wins."""
    if isinstance(node, Scalar):
        return scalar(node)
    if isinstance(node, Sequence):
        return [plain(item, keys) for item in node.items]
    result = {}
    for key, value in node.entries:
        name = _name(key, keys)
        result[name] = plain(value, group_under(keys, name) or "")
    return result


def scalar(node: Scalar) -> str | int | float | bool | None:
    """Give a scalar's value by YAML's core schema; a quoted one and a block are texts."""
    text = node.text
    if node.style or text[:1] not in _TYPED:
        return text
    if node.is_null:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.match(text) and len(text) < 300:  # noqa: PLR2004 - Python refuses longer ones
        return int(text)
    if _FLOAT.match(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def explain(node: Node, name: str) -> "Iterator[tuple[Route, ValidationError]]":
    """Let jsonschema say where a tree breaks a schema's main definition: the innermost errors, in order."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 85 ms, paid only for a file that breaks the format

    document = schema(name)
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": document["$defs"]})
    for error in validator.iter_errors(plain(node, name)):
        for inner in _innermost(error):
            yield tuple(inner.absolute_path), inner


def _innermost(error: "ValidationError") -> "Iterator[ValidationError]":
    """Follow an `anyOf` into the branch that is meant: the one whose type fits what was found."""
    meant = _meant(error)
    if len(meant) != 1:
        yield error
        return
    for inner in meant[0]:
        yield from _innermost(inner)


def _meant(error: "ValidationError") -> "list[list[ValidationError]]":
    """Give the errors of each branch of an `anyOf` whose type fits what was found."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    return [errors for errors in branches.values() if not any(_is_wrong_type(inner, error) for inner in errors)]


def _is_wrong_type(inner: "ValidationError", outer: "ValidationError") -> bool:
    if len(inner.absolute_path) > len(outer.absolute_path):
        return False
    return inner.validator in ("type", "enum") or (inner.validator == "anyOf" and not _meant(inner))


def _name(key: Scalar, keys: str) -> str:
    return (group(keys).canonical(key.text) if keys else None) or key.text


class _Compiler:
    """Turns schema definitions into closures over trees; knows the keywords that our schemas use, and no others."""

    def __init__(self, document: dict[str, Any], *, once: bool) -> None:
        self._definitions = document["$defs"]
        self._once = once
        self._compiled: dict[str, Check] = {}

    def compile(self, definition: dict[str, Any]) -> Check:
        if "$ref" in definition:
            return self._reference(definition["$ref"].rpartition("/")[2])
        if "anyOf" in definition:
            return _any_of([self.compile(choice) for choice in definition["anyOf"]])
        if "enum" in definition:
            return _one_of(definition["enum"])
        types = definition["type"]
        if types == "object":
            return self._object(definition)
        if types == "array":
            return _list_of(self.compile(definition["items"]))
        return _scalar_of(frozenset([types] if isinstance(types, str) else types), definition.get("pattern"))

    def _reference(self, name: str) -> Check:
        if name not in self._compiled:
            self._compiled[name] = self._later(name)
            self._compiled[name] = self.compile(self._definitions[name])
        return self._compiled[name]

    def _later(self, name: str) -> Check:
        """Stand in for a definition that is being compiled, so that definitions may refer to each other."""

        def fits(node: Node, keys: str) -> bool:
            return self._compiled[name](node, keys)

        return fits

    def _object(self, definition: dict[str, Any]) -> Check:
        fields = {key: self.compile(value) for key, value in definition.get("properties", {}).items()}
        rest = definition.get("additionalProperties", True)
        other = self.compile(rest) if isinstance(rest, dict) else None
        required = frozenset(definition.get("required", ()))
        once = self._once

        def fits(node: Node, keys: str) -> bool:
            if not isinstance(node, Mapping):
                return False
            names = group(keys) if keys else _NO_NAMES
            canonical, under = names.canonical, names.under
            last = {canonical(key.text) or key.text: value for key, value in node.entries}
            if once and len(last) < len(node.entries):
                return False
            for name, value in last.items():
                field = fields.get(name, other)
                if field is None or not field(value, under.get(name, "")):
                    return False
            return required <= last.keys()

        return fits


_NO_NAMES = Group("", {}, {})
"""The keys of a mapping that may have any."""


def _any_of(choices: list[Check]) -> Check:
    def fits(node: Node, keys: str) -> bool:
        for choice in choices:  # noqa: SIM110 - a generator costs more than all that it would ask
            if choice(node, keys):
                return True
        return False

    return fits


def _list_of(item: Check) -> Check:
    def fits(node: Node, keys: str) -> bool:
        if not isinstance(node, Sequence):
            return False
        for value in node.items:  # noqa: SIM110 - the same
            if not item(value, keys):
                return False
        return True

    return fits


def _one_of(values: list[str | None]) -> Check:
    def fits(node: Node, _keys: str) -> bool:
        return isinstance(node, Scalar) and scalar(node) in values

    return fits


def _scalar_of(types: frozenset[str], pattern: str | None) -> Check:
    accepts = re.compile(pattern).search if pattern else None
    takes_text, takes_null, takes_number = ("string" in types, "null" in types, "number" in types)

    def fits(node: Node, _keys: str) -> bool:
        if not isinstance(node, Scalar):
            return False
        value = scalar(node)
        if isinstance(value, str):
            return takes_text and (accepts is None or accepts(value) is not None)
        if value is None:
            return takes_null
        return takes_number and not isinstance(value, bool)

    return fits


@cache
def for_editors(name: str) -> dict[str, Any]:
    """Give a schema with every alias of every key beside the key, as an editor needs it."""
    from copy import deepcopy  # noqa: PLC0415 - needed by no check

    document = deepcopy(schema(name))
    for definition in document["$defs"].values():
        _add_aliases(definition, document["$defs"])
    if name == "role":
        lists = ("roles", *_written_aliases("file", "roles"))
        holds = [{"required": [key], "properties": {key: {"type": "array"}}} for key in lists]
        document["if"] = {"type": "object", "anyOf": holds}
    return document


def _add_aliases(definition: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Add the aliases of one definition; a required key may stand under any of its names."""
    name = next(key for key, value in definitions.items() if value is definition)
    if definition.get("type") != "object" or "properties" not in definition:
        return
    keys = group(name)
    properties = definition["properties"]
    for key in list(properties):
        properties |= dict.fromkeys(_written_aliases(keys.name, key), properties[key])
    required = definition.pop("required", [])
    if required:
        definition["allOf"] = [
            {"anyOf": [{"required": [written]} for written in (key, *_written_aliases(keys.name, key))]}
            for key in required
        ]


def _written_aliases(name: str, key: str) -> list[str]:
    """Give a key's aliases as people write them, in both scripts."""
    entry = knowledge.load("format/vocabulary")[name][key]
    written = [entry["zh"], entry["zh-Hant"], *entry.get("aliases", ()), *entry.get("traditional", ())]
    return [alias for alias in dict.fromkeys(written) if alias != key]
