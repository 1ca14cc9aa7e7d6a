"""Sources become roles and facts; what doesn't fit the format becomes a problem with a place."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.location import Route, Span
from jdlint.model import schema
from jdlint.model.role import (
    Acceptance,
    Authority,
    Career,
    Conditions,
    Duty,
    Excused,
    Facts,
    Kpi,
    Line,
    Qualifications,
    Relations,
    Review,
    Role,
    Section,
    Text,
    Threshold,
    new_text,
)
from jdlint.model.title import kind_of
from jdlint.model.vocabulary import entries, group, group_under
from jdlint.record import NamedTuple
from jdlint.source.source import Problem, Source
from jdlint.source.tree import NULLS, Entry, Mapping, Node, Scalar, Sequence
from jdlint.wording import LANGUAGES, Wording, plain

ACTS = (
    "propose", "review", "approve", "inspect", "correct", "assess", "hire",
    "reward", "assign", "spend", "sign", "custody", "negotiate",
)  # fmt: skip
"""The acts of an authority, in the terms of the format."""

_Made = TypeVar("_Made")


class Built(NamedTuple):
    """What one file holds."""

    source: Source
    roles: tuple[Role, ...] = ()
    facts: Facts | None = None
    problems: tuple[Problem, ...] = ()


def build_roles(source: Source, *, is_sound: bool = False) -> Built:
    """Build the roles of a file; a role that breaks the format is built as far as it can be read.

    `is_sound` says that a file of this very content was built without a problem: then none is looked for.
    """
    problems = list(_known_problems(source, "role"))
    roles: list[Role] = []
    for route, node in _role_nodes(source, problems):
        if not is_sound:
            problems += (_within(problem, route) for problem in _format_problems(source, node, "role"))
        if isinstance(node, Mapping) and (role := build_role(source, node, route)):
            roles.append(role)
    return Built(source, tuple(roles), None, tuple(problems))


def looks_like_roles(source: Source) -> bool:
    """Tell whether a file that nobody named as one holds roles: a mapping with a title or with `roles`."""
    for node in source.documents:
        if isinstance(node, Mapping):
            if "title" in entries(node, "role") and len(entries(node, "role")) > 1:
                return True
            if any(entry.key.text == "roles" or fold(entry.key.text) == "岗位列表" for entry in node.entries):
                return True
    return False


def _known_problems(source: Source, name: str) -> Iterator[Problem]:
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


def _role_nodes(source: Source, problems: list[Problem]) -> Iterator[tuple[Route, Node]]:
    several = len(source.documents) > 1
    for index, node in enumerate(source.documents):
        base: Route = ("documents", index) if several else ()
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and node.is_null):
                problems.append(_not_a_role(node))
            continue
        held = entries(node, "file").get("roles")
        if held is None or (isinstance(held.value, Scalar) and not held.value.is_null):
            yield base, node
            continue
        yield from _listed(held, base, node, problems)


def _listed(held: Entry, base: Route, node: Mapping, problems: list[Problem]) -> Iterator[tuple[Route, Node]]:
    """Give the roles under `roles`, which must be a list with nothing beside it."""
    if not isinstance(held.value, Sequence) or not held.value.items:
        problems.append(Problem("syntax/schema", held.key.span, "expected-roles", {"path": held.key.text}))
        return
    problems += [
        Problem("syntax/unknown-field", entry.key.span, "beside-roles", {"key": entry.key.text})
        for entry in node.entries
        if entry is not held
    ]
    for index, item in enumerate(held.value.items):
        if isinstance(item, Mapping):
            yield (*base, "roles", index), item
        else:
            problems.append(_not_a_role(item))


def _not_a_role(node: Node) -> Problem:
    reason = {Sequence: "list-at-top", Scalar: "text-at-top"}.get(type(node), "text-at-top")
    return Problem("syntax/parse", Span(node.start, min(node.end, node.start + 1)), reason)


def _format_problems(source: Source, node: Node, name: str) -> Iterator[Problem]:
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
            yield from (_within(problem, route) for problem in _unknown_keys(place, _group_at(route, name)))
        else:
            problem = _schema_problem(place, error.validator, error.validator_value, route, name)
            if (problem.reason, route) not in told:
                values = {"path": _path_as_written(node, route, name), **problem.values}
                yield problem._replace(values=values, route=route)
            told.add((problem.reason, route))


def _within(problem: Problem, route: Route) -> Problem:
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
        return Problem("syntax/schema", span, "missing", {**values, "missing": _joined(missing)})
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
    return plain(f"`{'.'.join(written)}`") if written else _TOPS[name]


_TOPS = {
    "role": Wording({"en": "this role", "zh": "本岗位", "zh-Hant": "本崗位"}),
    "org": Wording({"en": "org.yaml", "zh": "org.yaml", "zh-Hant": "org.yaml"}),
}


def _joined(labels: list[Wording]) -> Wording:
    joiners = {"en": ", "}
    return Wording(
        {language: joiners.get(language, "、").join(label.read(language) for label in labels) for language in LANGUAGES}
    )


def _found(node: Node) -> Wording:
    """Say what stands at a place, in words for people who don't know YAML."""
    if isinstance(node, Mapping):
        return Wording(
            {"en": "entries of the form `key: value`", "zh": "“名称: 内容”的写法", "zh-Hant": "「名稱: 內容」的寫法"}
        )
    if isinstance(node, Sequence):
        return Wording({"en": "a list", "zh": "一个列表", "zh-Hant": "一個清單"})
    if node.is_null:
        return Wording({"en": "nothing", "zh": "空白", "zh-Hant": "空白"})
    text = " ".join(node.text.split())
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Wording({"en": f"“{text}”", "zh": f"“{text}”", "zh-Hant": f"「{text}」"})


_SHOWN = 24
"""How many characters of a text are quoted."""


def _short(node: Node) -> Span:
    """Point at a mapping's or list's first character, and at the whole of a scalar."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.span
    return node.span if isinstance(node, Scalar) else Span(node.start, node.start + 1)


def find(node: Node, route: Route, keys: str) -> Node:
    """Follow a canonical route as far as it goes and give the node there."""
    for step in route:
        if isinstance(step, int):
            if not isinstance(node, Sequence) or step >= len(node.items):
                return node
            node = node.items[step]
        else:
            entry = find_entry(node, step, keys)
            if entry is None:
                return node
            node, keys = entry.value, group_under(keys, step) or ""
    return node


def find_entry(node: Node, step: str, keys: str) -> Entry | None:
    """Give the entry of a mapping under a canonical key; an unknown key is looked up as written."""
    if not isinstance(node, Mapping):
        return None
    if keys and (known := entries(node, keys).get(step)):
        return known
    return next((entry for entry in node.entries if entry.key.text == step), None)


class _Section:
    """Reads the values of one mapping into parts of a role."""

    def __init__(self, node: Mapping, keys: str, route: Route) -> None:
        self.entries = entries(node, keys)
        self.route = route

    def text(self, key: str) -> Text | None:
        """Give a value that is one text; None where it is absent or empty."""
        entry = self.entries.get(key)
        return _text(entry.value, (*self.route, key)) if entry else None

    def texts(self, key: str) -> tuple[Text, ...] | None:
        """Give a value that is a list of texts, or one text; None where the key is absent."""
        return self.each(key, _entry_text)

    def each(self, key: str, make: Callable[[Node, Route], _Made | None]) -> tuple[_Made, ...] | None:
        """Build every item of a list, or the one value that stands in its place; None where the key is absent."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        route: Route = (*self.route, key)
        value = entry.value
        if isinstance(value, Sequence):
            made = [make(item, (*route, index)) for index, item in enumerate(value.items)]
        else:
            made = [make(value, route)]
        return tuple([item for item in made if item is not None])

    def section(self, key: str, keys: str) -> "_Section | None":
        entry = self.entries.get(key)
        if entry is None or not isinstance(entry.value, Mapping):
            return None
        return _Section(entry.value, keys, (*self.route, key))


def _text(node: Node | None, route: Route) -> Text | None:
    return new_text((node.text, route, node)) if isinstance(node, Scalar) and _says_something(node) else None


def _says_something(node: Scalar) -> bool:
    text, _, _, style = node
    return not text.isspace() and text != "" and (style != "" or text not in NULLS)


def _entry_text(node: Node, route: Route) -> Text | None:
    """Give the text of an entry that may be a text or a mapping with a text."""
    if isinstance(node, Scalar):
        return _text(node, route)
    return _text(_inner(node, "text"), _text_route(node, route))


def _inner(node: Node, key: str, keys: str = "requirement") -> Node | None:
    """Give the text of an entry that may be a text or a mapping with a text."""
    if not isinstance(node, Mapping):
        return node
    entry = entries(node, keys).get(key)
    return entry.value if entry else None


def _text_route(node: Node, route: Route) -> Route:
    return (*route, "text") if isinstance(node, Mapping) else route


def build_role(source: Source, node: Mapping, route: Route = (), title: str = "") -> Role | None:
    """Build one role; `title` stands in where the mapping has none, and without either there is no role."""
    section = _Section(node, "role", route)
    written = section.text("title")
    if written is None and not title:
        return None
    return _role(section, source, node, written or Text(title, (*route, "title"), _opening(node)))


def _opening(node: Mapping) -> Scalar:
    return Scalar("", node.start, node.start + 1, "")


def _role(section: _Section, source: Source, node: Mapping, title: Text) -> Role:
    written_id = section.text("id")
    manages = section.texts("manages")
    return Role(
        source=source,
        node=node,
        route=section.route,
        id=written_id.text if written_id else slug(title.text),
        title=title,
        kind=_kind(section.text("kind"), manages, title.text),
        sections=_sections(section),
        written_id=written_id,
        aliases=section.texts("aliases") or (),
        unit=section.text("unit"),
        level=section.text("level"),
        headcount=section.text("headcount"),
        reports_to=section.each("reports_to", _line),
        manages=manages,
        purpose=section.text("purpose"),
        duties=section.each("duties", _duty),
        authorities=section.each("authorities", _authority),
        accountabilities=section.texts("accountabilities"),
        kpis=section.each("kpis", _kpi),
        entry_thresholds=section.each("entry_thresholds", _threshold),
        deputy=section.texts("deputy"),
        training=section.texts("training"),
        benefits=section.texts("benefits"),
        compensating=section.text("compensating"),
        accept=section.each("accept", _acceptance) or (),
        notes=section.texts("notes"),
        relations=_grouped(section, "relations", Relations, ("internal", "external")),
        qualifications=_grouped(section, "qualifications", Qualifications, tuple(group("qualifications").keys)),
        career=_grouped(section, "career", Career, tuple(group("career").keys)),
        conditions=_grouped(section, "conditions", Conditions, tuple(group("conditions").keys)),
        review=_review(section),
    )


def _kind(written: Text | None, manages: tuple[Text, ...] | None, title: str) -> str:
    if written:
        return written.text
    return "manager" if manages else kind_of(title)


def _sections(section: _Section) -> dict[str, Section]:
    return {
        key: Section(entry.key.text, (*section.route, key), entry.key, _is_blank(entry.value))
        for key, entry in section.entries.items()
    }


def _is_blank(node: Node) -> bool:
    """Whether a value says nothing at all; an empty list does: it says that there is none."""
    if isinstance(node, Scalar):
        return not _says_something(node)
    items = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    for item in items:
        if not _is_blank(item):
            return False
    return bool(items)


def slug(title: str) -> str:
    """Derive an id from a title: letters and digits of any script, hyphens between them."""
    from unicodedata import normalize  # noqa: PLC0415 - needed where a title stands for the id

    composed = normalize("NFC", title)
    words = "".join(character if character.isalnum() else " " for character in composed.lower()).split()
    return "-".join(words) or "role"


def _grouped(section: _Section, key: str, make: Callable[..., _Made], names: tuple[str, ...]) -> _Made | None:
    inner = section.section(key, key)
    if inner is None:
        return None
    return make(**{name: inner.texts(name) or () for name in names})


def _review(section: _Section) -> Review | None:
    inner = section.section("review", "review")
    if inner is None:
        return None
    return Review(inner.text("approved_by"), inner.text("effective"), inner.text("reviewed"))


def _line(node: Node, route: Route) -> Line | None:
    if not isinstance(node, Mapping):
        text = _text(node, route)
        return Line(*text) if text else None
    section = _Section(node, "line", route)
    role, line = section.text("role"), section.text("line")
    if role is None:
        return None
    is_dotted = line is not None and line.text == "dotted"
    return Line(role.text, role.route, role.node, is_dotted, section.text("scope"), section.text("when"))


def _duty(node: Node, route: Route) -> Duty | None:
    if isinstance(node, Scalar):
        return Duty(node.text, route, node) if _says_something(node) else None
    if not isinstance(node, Mapping):
        return None
    section = _Section(node, "duty", route)
    text = section.text("text")
    return Duty(*text, section.text("area"), section.text("share")) if text else None


def _authority(node: Node, route: Route) -> Authority | None:
    if not isinstance(node, Mapping):
        text = _text(node, route)
        return Authority(*text) if text else None
    section = _Section(node, "authority", route)
    limit, scope = section.text("limit"), section.text("scope")
    for act in ACTS:
        if named := section.text(act):
            return Authority(*named, act, limit, scope)
    act_text = section.text("act")
    text = section.text("object") or section.text("text")
    return Authority(*text, act_text.text if act_text else None, limit, scope) if text else None


def _kpi(node: Node, route: Route) -> Kpi | None:
    if not isinstance(node, Mapping):
        text = _text(node, route)
        return Kpi(*text) if text else None
    section = _Section(node, "kpi", route)
    name = section.text("name")
    if name is None:
        return None
    details = ("formula", "target", "unit", "weight", "period", "source", "rater")
    return Kpi(*name, *(section.text(key) for key in details))


def _threshold(node: Node, route: Route) -> Threshold | None:
    if not isinstance(node, Mapping):
        text = _text(node, route)
        return Threshold(*text) if text else None
    section = _Section(node, "threshold", route)
    metric = section.text("metric")
    return Threshold(*metric, section.text("at_least"), section.text("unit")) if metric else None


def _acceptance(node: Node, route: Route) -> Acceptance | None:
    if not isinstance(node, Mapping):
        return None
    section = _Section(node, "accept", route)
    rule = section.text("rule")
    if rule is None or "reason" not in section.entries:
        return None
    at = section.entries.get("at")
    excused = tuple(_excused(at.value, (*route, "at"))) if at else ()
    return Acceptance(rule, section.text("reason"), route, excused, section.text("by"), section.text("until"))


def _excused(node: Node, route: Route) -> Iterator[Excused]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        name = group("role").canonical(key.text) or key.text
        words = value if isinstance(value, Scalar) else key._replace(text="")
        yield Excused(words.text, (*route, name), words, name)


def build_facts(source: Source) -> Built:
    """Read an org.yaml."""
    problems = list(_known_problems(source, "org"))
    node = next((node for node in source.documents if isinstance(node, Mapping)), None)
    if node is None:
        problems += [_not_a_role(other) for other in source.documents[:1] if not isinstance(other, Mapping)]
        return Built(source, (), Facts(source), tuple(problems))
    problems += _format_problems(source, node, "org")
    return Built(source, (), _facts(source, node), tuple(problems))


def _facts(source: Source, node: Mapping) -> Facts:
    section = _Section(node, "org", ())

    def word(key: str) -> str:
        text = section.text(key)
        return text.text if text else ""

    def words(key: str) -> tuple[str, ...]:
        return tuple(text.text for text in section.texts(key) or ())

    return Facts(
        source=source,
        name=word("name"),
        language=word("language") or None,
        jurisdictions=words("jurisdictions") if "jurisdictions" in section.entries else None,
        ladder=_ladder(section),
        externals={name: level[0] if level else None for name, level in _named(section, "externals").items()},
        roots=words("roots"),
        terms=_named(section, "terms"),
        limits=_rows(section, "limits", ("act", "object", "role", "up_to")),
        sod=_rows(section, "sod", ("first", "second", "severity", "remove")),
        stated=_stated(section),
        province=word("province"),
        employer_type=word("employer_type"),
        publication=word("publication"),
        industry=word("industry"),
    )


_STATED = {"limits": ("act", "object", "role"), "sod": ("first", "second", "remove")}


def _stated(section: _Section) -> dict[str, tuple[Text, ...]]:
    """Give what must name something that exists, with its places."""
    found = {"roots[]": section.texts("roots") or ()}
    for key, columns in _STATED.items():
        rows = _tables(section, key)
        for column in columns:
            found[f"{key}[].{column}"] = tuple(cell for row in rows if (cell := row.text(column)))
    return found


def _tables(section: _Section, key: str) -> tuple[_Section, ...]:
    """Give the mappings of a list, each as a section of its own."""

    def row(node: Node, route: Route) -> _Section | None:
        return _Section(node, key.removesuffix("s"), route) if isinstance(node, Mapping) else None

    return section.each(key, row) or ()


def _ladder(section: _Section) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entry = section.entries.get("ladder")
    if entry is None:
        return ()
    if isinstance(entry.value, Mapping):
        return tuple(_named(section, "ladder").items())
    grades = tuple(text.text for text in section.texts("ladder") or ())
    return (("", grades),) if grades else ()


def _named(section: _Section, key: str) -> dict[str, tuple[str, ...]]:
    """Read a mapping from names to texts; a plain list gives names without texts."""
    entry = section.entries.get(key)
    if entry is None:
        return {}
    if not isinstance(entry.value, Mapping):
        return {text.text: () for text in section.texts(key) or ()}
    return {name.text: tuple(_words(value)) for name, value in entry.value.entries}


def _words(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        if isinstance(item, Scalar) and not item.is_null:
            yield item.text


_Row = tuple[str, str, str, str]


def _rows(section: _Section, key: str, columns: tuple[str, str, str, str]) -> tuple[_Row, ...]:
    def words(row: _Section) -> _Row:
        first, second, third, fourth = (text.text if (text := row.text(column)) else "" for column in columns)
        return first, second, third, fourth

    return tuple(map(words, _tables(section, key)))
