"""Sources become roles; what doesn't fit the format becomes a problem with a place."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from jdlint.language.fold import fold
from jdlint.location import Route
from jdlint.model.fields import Fields, says_something
from jdlint.model.misfit import format_problems, known_problems, not_a_role, within
from jdlint.model.role import Career, Conditions, Facts, Qualifications, Relations, Review, Role, Section, Text
from jdlint.model.role_parts import acceptance_of, authority_of, duty_of, kpi_of, line_of, threshold_of
from jdlint.model.title import kind_of
from jdlint.model.vocabulary import entries, group
from jdlint.record import NamedTuple
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Entry, Mapping, Node, Scalar, Sequence

_Made = TypeVar("_Made")


class Built(NamedTuple):
    """What one file holds."""

    source: Source
    roles: tuple[Role, ...] = ()
    facts: Facts | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all that the file holds could be read: what a list or a text at its top says is lost."""
        return self.source.readable and not any(problem.rule == "syntax/parse" for problem in self.problems)


def build_roles(source: Source, known: tuple[Problem, ...] | None = None) -> Built:
    """Build the roles of a file; a role that breaks the format is built as far as it can be read.

    `known` is what building this very content met before: then nothing is set against the format anew.
    """
    problems = list(known_problems(source, "role")) if known is None else []
    roles: list[Role] = []
    for route, node in _role_nodes(source, problems):
        if known is None:
            problems += (within(problem, route) for problem in format_problems(source, node, "role"))
        if isinstance(node, Mapping) and (role := build_role(source, node, route)):
            roles.append(role)
    return Built(source, tuple(roles), None, tuple(problems) if known is None else known)


def looks_like_roles(source: Source) -> bool:
    """Tell whether a file that nobody named as one holds roles: a mapping with a title or with `roles`."""
    listed = group("file").keys["roles"].label.read("zh")
    for node in source.documents:
        if isinstance(node, Mapping):
            if "title" in entries(node, "role") and len(entries(node, "role")) > 1:
                return True
            if any(entry.key.text == "roles" or fold(entry.key.text) == listed for entry in node.entries):
                return True
    return False


def _role_nodes(source: Source, problems: list[Problem]) -> Iterator[tuple[Route, Node]]:
    several = len(source.documents) > 1
    for index, node in enumerate(source.documents):
        base: Route = ("documents", index) if several else ()
        if not isinstance(node, Mapping):
            if source.readable and not (isinstance(node, Scalar) and node.is_null):
                problems.append(not_a_role(node))
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
            problems.append(not_a_role(item))


def build_role(source: Source, node: Mapping, route: Route = (), title: str = "") -> Role | None:
    """Build one role; `title` stands in where the mapping has none, and without either there is no role."""
    fields = Fields(node, "role", route)
    written = fields.text("title")
    if written is None and not title:
        return None
    return _role(fields, source, node, written or Text(title, (*route, "title"), _opening(node)))


def _opening(node: Mapping) -> Scalar:
    return Scalar("", node.start, node.start + 1, "")


def _role(fields: Fields, source: Source, node: Mapping, title: Text) -> Role:
    written_id = fields.text("id")
    manages = fields.texts("manages")
    return Role(
        source=source,
        node=node,
        route=fields.route,
        id=written_id.text if written_id else slug(title.text),
        title=title,
        kind=_kind(fields.text("kind"), manages, title.text),
        sections=_sections(fields),
        written_id=written_id,
        aliases=fields.texts("aliases") or (),
        unit=fields.text("unit"),
        level=fields.text("level"),
        headcount=fields.text("headcount"),
        reports_to=fields.each("reports_to", line_of),
        manages=manages,
        purpose=fields.text("purpose"),
        duties=fields.each("duties", duty_of),
        authorities=fields.each("authorities", authority_of),
        accountabilities=fields.texts("accountabilities"),
        kpis=fields.each("kpis", kpi_of),
        entry_thresholds=fields.each("entry_thresholds", threshold_of),
        deputy=fields.texts("deputy"),
        training=fields.texts("training"),
        benefits=fields.texts("benefits"),
        compensating=fields.text("compensating"),
        accept=fields.each("accept", acceptance_of) or (),
        notes=fields.texts("notes"),
        relations=_grouped(fields, "relations", Relations, ("internal", "external")),
        qualifications=_grouped(fields, "qualifications", Qualifications, tuple(group("qualifications").keys)),
        career=_grouped(fields, "career", Career, tuple(group("career").keys)),
        conditions=_grouped(fields, "conditions", Conditions, tuple(group("conditions").keys)),
        review=_review(fields),
    )


def _kind(written: Text | None, manages: tuple[Text, ...] | None, title: str) -> str:
    if written:
        return written.text
    return "manager" if manages else kind_of(title)


def _sections(fields: Fields) -> dict[str, Section]:
    return {
        key: Section(entry.key.text, (*fields.route, key), entry.key, _is_blank(entry.value))
        for key, entry in fields.entries.items()
    }


def _is_blank(node: Node) -> bool:
    """Whether a value says nothing at all; an empty list does: it says that there is none."""
    if isinstance(node, Scalar):
        return not says_something(node)
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


def _grouped(fields: Fields, key: str, make: Callable[..., _Made], names: tuple[str, ...]) -> _Made | None:
    inner = fields.inner(key, key)
    if inner is None:
        return None
    return make(**{name: inner.texts(name) or () for name in names})


def _review(fields: Fields) -> Review | None:
    inner = fields.inner("review", "review")
    if inner is None:
        return None
    return Review(inner.text("approved_by"), inner.text("effective"), inner.text("reviewed"))
