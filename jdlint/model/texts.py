"""Every text of a role, in the order of the format: for checks that look at how things are written, not at what."""

from collections.abc import Iterator

from jdlint.language.fold import fold
from jdlint.model.role import Role, Worded
from jdlint.source.tree import Scalar

_NO_TEXTS = frozenset(("source", "node", "route", "id", "kind", "sections", "accept", "text"))


def texts(role: Role) -> Iterator[Worded]:
    """Give each text once, those inside entries behind the entry."""
    for field in role._fields:
        if field not in _NO_TEXTS:
            yield from _texts_in(getattr(role, field))


def lists(role: Role) -> Iterator[tuple[Worded, ...]]:
    """Give each list of entries, such as the duties or the skills asked for."""
    for field in role._fields:
        value = getattr(role, field)
        if field in _NO_TEXTS or not isinstance(value, tuple):
            continue
        for each in value if hasattr(value, "_fields") else (value,):
            if isinstance(each, tuple) and each and isinstance(getattr(each[0], "node", None), Scalar):
                yield each


def _texts_in(value: object) -> Iterator[Worded]:
    if not isinstance(value, tuple):
        return
    names: tuple[str, ...] | None = getattr(value, "_fields", None)
    if names is None:
        for item in value:
            yield from _texts_in(item)
        return
    if isinstance(getattr(value, "node", None), Scalar):
        yield value  # type: ignore[misc] # whatever has a text has its place
    for name in names:
        if name not in _NO_TEXTS:
            yield from _texts_in(getattr(value, name))


def language(role: Role) -> str:
    """Tell the language of a role by its title and first duties: en, zh-Hans or zh-Hant."""
    text = role.title.text + "".join(duty.text for duty in (role.duties or ())[:_ENOUGH])
    characters = "".join(each for each in text if "\u4e00" <= each <= "\u9fff")
    if not characters:
        return "en"
    return "zh-Hans" if fold(characters) == characters else "zh-Hant"


_ENOUGH = 5
