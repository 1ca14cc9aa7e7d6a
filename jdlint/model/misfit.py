"""What doesn't fit the format, as problems with a place, in words for people who don't know YAML."""

from collections.abc import Iterator
from typing import Any

from jdlint.finding import Value
from jdlint.location import Route, Span
from jdlint.model import schema
from jdlint.model.find import find, find_entry
from jdlint.model.vocabulary import entries, group, group_under
from jdlint.saying import say
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Mapping, Node, Scalar, Sequence
from jdlint.wording import Wording, joined


def known_problems(source: Source, name: str) -> Iterator[Problem]:
    """Give the reader's problems; a swallowed key counts where the word before the colon is a key of that place."""
    for problem in source.problems:
        if problem.reason == "swallowed":
            groups = [keys for node in source.documents for keys in _groups_at(node, problem.span.start, name)]
            if not any(group(keys).canonical(str(problem.values["key"])) for keys in groups or [name]):
                continue
        yield problem


def _groups_at(node: Node, offset: int, keys: str) -> Iterator[str]:
    """Give the groups of the mappings around a place, and that of a mapping for which a text stands there."""
    if isinstance(node, Sequence):
        for item in node.items:
            if item.start <= offset < item.end and not isinstance(item, Scalar):
                yield from _groups_at(item, offset, keys)
    if not isinstance(node, Mapping):
        return
    if keys:
        yield keys
    for key, value in node.entries:
        if value.start <= offset < value.end:
            inner = _group_of(key, keys)
            if inner and isinstance(value, Scalar):
                yield inner
            yield from _groups_at(value, offset, inner)


def _group_of(key: Scalar, keys: str) -> str:
    if keys == "role" and group("file").canonical(key.text):
        return "role"
    return group_under(keys, group(keys).canonical(key.text) or "") or "" if keys else ""


def format_problems(source: Source, node: Node, name: str) -> Iterator[Problem]:
    """Check a mapping against the format; only where it breaks it, ask jsonschema why."""
    if schema.check(name, once=True)(node, name):
        return
    yield from _repeated_keys(source, node, name)
    if schema.check(name)(node, name):
        return
    told: set[tuple[str, Route]] = set()
    for route, error in schema.explain(node, name):
        place = find(node, route, name)
        if error.validator == "additionalProperties":
            yield from (within(problem, route) for problem in _unknown_keys(place, _group_at(route, name)))
        else:
            problem = _schema_problem(place, error.validator, error.validator_value, route, name)
            if (problem.reason, route) not in told:
                values = {"path": _path_as_written(node, route, name), **problem.values}
                yield problem._replace(values=values, route=route)
            told.add((problem.reason, route))


def within(problem: Problem, route: Route) -> Problem:
    """Give a problem found inside a role with its route from the top of the file."""
    return problem._replace(route=(*route, *problem.route))


def _group_at(route: Route, name: str) -> str:
    for step in route:
        if isinstance(step, str):
            name = group_under(name, step) or ""
    return name


def _unknown_keys(place: Node, keys: str) -> Iterator[Problem]:
    if not isinstance(place, Mapping) or not keys:
        return
    for entry in place.entries:
        written = entry.key.text
        if group(keys).canonical(written) is not None or _ends_full_width(entry.key, keys):
            continue
        if written == "<<":
            yield Problem("syntax/unknown-field", entry.key.span, "merge", {"key": written})
            continue
        meant = group(keys).suggestion(written)
        values: dict[str, Value] = {"key": written}
        if meant:
            label = group(keys).keys[meant].label
            yield Problem("syntax/unknown-field", entry.key.span, "near", {**values, "meant": meant, "label": label})
        else:
            yield Problem("syntax/unknown-field", entry.key.span, "unknown", values)


def _ends_full_width(key: Scalar, keys: str) -> bool:
    """Whether a key of ours with a full-width colon stands in an unknown one; the reader has reported it."""
    word, colon, _ = key.text.partition("：")
    return bool(colon) and not key.style and group(keys).canonical(word) is not None


def _repeated_keys(source: Source, node: Node, keys: str) -> Iterator[Problem]:
    """Find a field that stands twice under different names; the same name twice is the reader's to report."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _repeated_keys(source, item, keys)
    if not isinstance(node, Mapping) or not keys:
        return
    seen: dict[str, Scalar] = {}
    for key, value in node.entries:
        name = group(keys).canonical(key.text)
        if name is None:
            continue
        first = seen.setdefault(name, key)
        if first is not key and first.text != key.text:
            line = source.lines.point(first.start).line
            values: dict[str, Value] = {"key": key.text, "other": first.text, "line": line}
            yield Problem("syntax/duplicate-key", key.span, "alias", values)
        if not isinstance(value, Scalar):
            yield from _repeated_keys(source, value, group_under(keys, name) or "")


def _schema_problem(place: Node, validator: object, expected: object, route: Route, name: str) -> Problem:
    values: dict[str, Value] = {"found": _found(place)}
    span = _short(place)
    if validator == "required" and isinstance(expected, list):
        keys = _group_at(route, name)
        present = entries(place, keys) if isinstance(place, Mapping) else {}
        missing = [group(keys).keys[key].label for key in expected if key not in present]
        return Problem("syntax/schema", span, "missing", {**values, "missing": joined(missing)})
    if validator == "enum" and isinstance(expected, list):
        choices = tuple(str(value) for value in expected if value is not None)
        return Problem("syntax/schema", span, "choice", {**values, "choices": choices})
    wanted = _wanted({str(validator): expected}, schema.schema(name)["$defs"])
    reason = "date" if "date" in wanted else f"expected-{'-or-'.join(sorted(wanted)) or 'text'}"
    return Problem("syntax/schema", span, reason, values)


def _wanted(definition: dict[str, Any], definitions: dict[str, Any]) -> set[str]:
    """Name what a schema wants at a place: a text, list, mapping or date, or several of them."""
    if "$ref" in definition:
        return _wanted(definitions[definition["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in definition:
        return {word for choice in definition["anyOf"] for word in _wanted(choice, definitions)}
    if "pattern" in definition:
        return {"date"}
    types = definition.get("type", ())
    names = {"array": "list", "object": "mapping", "string": "text"}
    return {names[kind] for kind in ([types] if isinstance(types, str) else types) if kind in names}


def _path_as_written(node: Node, route: Route, name: str) -> Wording:
    """Name a place by the keys that the file itself uses; its top is the role, or the facts."""
    keys, written = name, []
    for step in route:
        if isinstance(step, int):
            node = node.items[step] if isinstance(node, Sequence) and step < len(node.items) else node
        elif entry := find_entry(node, step, keys):
            written.append(entry.key.text)
            node, keys = entry.value, group_under(keys, step) or ""
    if not written:
        return say("files", "places", name)
    path = ".".join(written)
    if not isinstance(route[-1], int):
        return say("files", "places", "key", path=path)
    return say("files", "places", "item", path=path, number=route[-1] + 1)


def _found(node: Node) -> Wording:
    """Say what stands at a place, in words for people who don't know YAML."""
    if isinstance(node, Mapping):
        return say("files", "found", "mapping")
    if isinstance(node, Sequence):
        return say("files", "found", "list")
    if node.is_null:
        return say("files", "found", "nothing")
    text = " ".join(node.text.split())
    return say("files", "found", "text", text=text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


_SHOWN = 24
"""How many characters of a text are quoted."""


def _short(node: Node) -> Span:
    """Point at a mapping's or list's first character, and at the whole of a scalar."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.span
    return node.span if isinstance(node, Scalar) else Span(node.start, node.start + 1)


def not_a_role(node: Node) -> Problem:
    """Say that a list or a text stands where a role should."""
    return _at_top(node, "list-at-top" if isinstance(node, Sequence) else "text-at-top")


def no_facts(node: Node) -> Problem:
    """Say that a list or a text stands where the facts of an organisation should."""
    return _at_top(node, "no-facts-at-top")._replace(values={"found": _found(node)})


def _at_top(node: Node, reason: str) -> Problem:
    return Problem("syntax/parse", Span(node.start, min(node.end, node.start + 1)), reason)
