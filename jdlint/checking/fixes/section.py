"""Writes an entry into a section of a role, and makes the section where the role has none."""

from collections.abc import Iterator

from jdlint.language.fold import fold
from jdlint.model.reference import is_none
from jdlint.model.role import Role
from jdlint.model.vocabulary import entries, group, group_under
from jdlint.record import NamedTuple
from jdlint.source.edit.around import is_flow, is_over_lines, line_at
from jdlint.source.edit.change import Change
from jdlint.source.edit.lists import appended
from jdlint.source.edit.mappings import added, column_of, set_in, step_of
from jdlint.source.edit.quoting import written
from jdlint.source.tree import Entry, Mapping, Scalar, Sequence


class Item(NamedTuple):
    """One entry to write."""

    text: str
    style: str = ""
    """How its text was quoted where it comes from."""
    comments: tuple[str, ...] = ()
    """Comments that stand above it."""
    remark: str = ""
    """A comment that stands behind it, with the blanks before it."""

    def lines(self) -> list[str]:
        """Write it as lines of a list."""
        return [*self.comments, f"- {written(self.text, self.style, in_flow=False)}{self.remark}"]


def set_in_section(role: Role, path: tuple[str, ...], items: list[Item]) -> Change | None:
    """Add entries to the list at a path of keys; None where something else stands there."""
    return _set_in(role, role.node, "role", path, items) if isinstance(role.node, Mapping) else None


def _set_in(role: Role, mapping: Mapping, keys: str, path: tuple[str, ...], items: list[Item]) -> Change | None:
    text = role.source.text
    key, *rest = path
    found = entries(mapping, keys).get(key)
    if found is None:
        names = list(_names(role, keys, path))
        step = step_of(text, role.node) if isinstance(role.node, Mapping) else 2
        lines = _nested(names, [line for item in items for line in item.lines()], step)
        return _added(text, mapping, keys, key, lines, _in_braces(names, items))
    if rest:
        inner = group_under(keys, key)
        if isinstance(found.value, Mapping) and inner and found.value.entries:
            return _set_in(role, found.value, inner, tuple(rest), items)
        return None
    return _in_list(role, mapping, found, items)


def _in_list(role: Role, mapping: Mapping, found: Entry, items: list[Item]) -> Change | None:
    text, value = role.source.text, found.value
    in_flow = ", ".join(written(item.text, item.style, in_flow=True) for item in items)
    if isinstance(value, Sequence):
        if is_flow(text, value) and any(item.comments or item.remark for item in items):
            return None
        return appended(text, value, [line for item in items for line in item.lines()], in_flow)
    if isinstance(value, Mapping):
        return None
    if value.start == value.end:
        return _below_key(text, mapping, found, items)
    return _beside_text(text, value, items, in_flow)


def _beside_text(text: str, value: Scalar, items: list[Item], in_flow: str) -> Change | None:
    """Make a list of the one text that stands in a list's place."""
    if value.style in ("|", ">") or is_over_lines(text, value) or any(item.comments or item.remark for item in items):
        return None
    if value.is_null or is_none(value.text):
        return Change(value.span, f"[{in_flow}]")
    return Change(value.span, f"[{written(value.text, value.style, in_flow=True)}, {in_flow}]")


def _below_key(text: str, mapping: Mapping, found: Entry, items: list[Item]) -> Change | None:
    """Write entries under a key that nothing stands behind."""
    column = column_of(text, mapping)
    if is_flow(text, mapping) or column is None or line_at(text, found.key.start) != line_at(text, found.value.start):
        return None
    lines = [line for item in items for line in item.lines()]
    return set_in(text, line_at(text, found.key.start).end, lines, column + step_of(text, mapping))


def set_value(role: Role, key: str, value: str) -> Change | None:
    """Write one text under a key that the role leaves out or leaves empty."""
    if not isinstance(role.node, Mapping):
        return None
    found = entries(role.node, "role").get(key)
    text = role.source.text
    is_in_braces = is_flow(text, role.node)
    raw = written(value, in_flow=is_in_braces)
    if found is None:
        (name,) = _names(role, "role", (key,))
        return _added(text, role.node, "role", key, [f"{name}: {raw}"], f"{name}: {raw}")
    if not isinstance(found.value, Scalar) or not found.value.is_null:
        return None
    is_empty = found.value.start == found.value.end
    return Change(found.value.span, f" {raw}" if is_empty else raw)


def _added(text: str, mapping: Mapping, keys: str, key: str, lines: list[str], value: str) -> Change | None:
    """Add an entry where the format's order puts it: behind the nearest of those that come before it."""
    order = list(group(keys).keys)
    place = order.index(key)
    known = entries(mapping, keys)
    before = [entry for name, entry in known.items() if order.index(name) < place]
    behind = max(before, key=lambda entry: entry.key.start, default=None) or mapping.entries[-1]
    return added(text, mapping, behind, lines, value)


def _nested(names: list[str], lines: list[str], step: int) -> list[str]:
    """Write lines below keys."""
    depth = step if len(names) == 1 else 2 * (len(names) - 1) + step
    keys = [f"{' ' * 2 * number}{name}:" for number, name in enumerate(names)]
    return [*keys, *(" " * depth + line for line in lines)]


def _in_braces(names: list[str], items: list[Item]) -> str:
    value = "[" + ", ".join(written(item.text, item.style, in_flow=True) for item in items) + "]"
    for name in reversed(names[1:]):
        value = f"{{{name}: {value}}}"
    return f"{names[0]}: {value}"


def _names(role: Role, keys: str, path: tuple[str, ...]) -> Iterator[str]:
    """Name keys in the language in which the role writes its own."""
    language = key_language(role)
    for key in path:
        known = group(keys).keys[key]
        yield key if language == "en" else known.label.read(language)
        keys = known.group or ""


def key_language(role: Role) -> str:
    """Tell in which language a role writes its keys: en, zh or zh-Hant."""
    written_keys = [section.text for section in role.sections.values()]
    chinese = [key for key in written_keys if not key.isascii()]
    if 2 * len(chinese) <= len(written_keys):
        return "en"
    return "zh-Hant" if any(fold(each) != each for key in chinese for each in key if "㐀" <= each <= "鿿") else "zh"
