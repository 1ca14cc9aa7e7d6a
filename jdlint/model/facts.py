"""Reads org.yaml: the facts about a whole organisation."""

from collections.abc import Iterator

from jdlint.location import Route
from jdlint.model.build import Built
from jdlint.model.fields import Fields
from jdlint.model.misfit import format_problems, known_problems, no_facts
from jdlint.model.role import Facts, Text
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Mapping, Node, Scalar, Sequence


def build_facts(source: Source) -> Built:
    """Read an org.yaml."""
    problems = [_about_facts(problem) for problem in known_problems(source, "org")]
    node = next((node for node in source.documents if isinstance(node, Mapping)), None)
    if node is None:
        problems += [no_facts(other) for other in source.documents[:1] if source.readable]
        return Built(source, (), Facts(source), tuple(problems))
    problems += format_problems(source, node, "org")
    return Built(source, (), _facts(source, node), tuple(problems))


def _about_facts(problem: Problem) -> Problem:
    """Let an empty file be told to hold no facts, where it would be told to hold no role."""
    return problem._replace(reason=f"facts-{problem.reason}") if problem.rule == "syntax/empty" else problem


def _facts(source: Source, node: Mapping) -> Facts:
    fields = Fields(node, "org", ())

    def word(key: str) -> str:
        text = fields.text(key)
        return text.text if text else ""

    def words(key: str) -> tuple[str, ...]:
        return tuple(text.text for text in fields.texts(key) or ())

    return Facts(
        source=source,
        name=word("name"),
        language=word("language") or None,
        jurisdictions=words("jurisdictions") if "jurisdictions" in fields.entries else None,
        ladder=_ladder(fields),
        externals={name: level[0] if level else None for name, level in _named(fields, "externals").items()},
        roots=words("roots"),
        terms=_named(fields, "terms"),
        limits=_rows(fields, "limits", ("act", "object", "role", "up_to")),
        sod=_rows(fields, "sod", ("first", "second", "severity", "remove")),
        stated=_stated(fields),
        province=word("province"),
        employer_type=word("employer_type"),
        publication=word("publication"),
        industry=word("industry"),
    )


_STATED = {"limits": ("act", "object", "role"), "sod": ("first", "second", "remove")}


def _stated(fields: Fields) -> dict[str, tuple[Text, ...]]:
    """Give what must name something that exists, with its places."""
    found = {"roots[]": fields.texts("roots") or ()}
    for key, columns in _STATED.items():
        rows = _tables(fields, key)
        for column in columns:
            found[f"{key}[].{column}"] = tuple(cell for row in rows if (cell := row.text(column)))
    return found


def _tables(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Give the mappings of a list, each as a fields of its own."""

    def row(node: Node, route: Route) -> Fields | None:
        return Fields(node, key.removesuffix("s"), route) if isinstance(node, Mapping) else None

    return fields.each(key, row) or ()


def _ladder(fields: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entry = fields.entries.get("ladder")
    if entry is None:
        return ()
    if isinstance(entry.value, Mapping):
        return tuple(_named(fields, "ladder").items())
    grades = tuple(text.text for text in fields.texts("ladder") or ())
    return (("", grades),) if grades else ()


def _named(fields: Fields, key: str) -> dict[str, tuple[str, ...]]:
    """Read a mapping from names to texts; a plain list gives names without texts."""
    entry = fields.entries.get(key)
    if entry is None:
        return {}
    if not isinstance(entry.value, Mapping):
        return {text.text: () for text in fields.texts(key) or ()}
    return {name.text: tuple(_words(value)) for name, value in entry.value.entries}


def _words(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        if isinstance(item, Scalar) and not item.is_null:
            yield item.text


_Row = tuple[str, str, str, str]


def _rows(fields: Fields, key: str, columns: tuple[str, str, str, str]) -> tuple[_Row, ...]:
    def words(row: Fields) -> _Row:
        first, second, third, fourth = (text.text if (text := row.text(column)) else "" for column in columns)
        return first, second, third, fourth

    return tuple(map(words, _tables(fields, key)))
