"""Kind `duplicate`: one title, defined more than once and not alike."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.checking.kinds.required import labels
from jdlint.finding import Value
from jdlint.language.fold import squeeze
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """What definitions are compared by."""

    sections: tuple[str, ...]
    """The sections in which two definitions of one title may not differ."""


def check(params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report each title with several unlike definitions once, at the first, with the others as places."""
    for roles in organisation.by_title.values():
        if len(roles) < 2:  # noqa: PLR2004 - two make a conflict
            continue
        differing = [key for key in params.sections if len({_content(role, key) for role in roles}) > 1]
        if not differing:
            continue
        first, *others = sorted(roles, key=lambda role: (role.file, role.title.node.start))
        values: dict[str, Value] = {
            "title": first.title.text,
            "count": len(roles),
            "sections": labels(differing),
        }
        related = tuple(Related(anchor(role.source, role.title), "other", values) for role in others)
        yield Hit(anchor(first.source, first.title), values, "", first, related)


def _content(role: Role, key: str) -> str:
    value = getattr(role, key)
    if value is None:
        return ""
    parts = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
    return "\n".join(squeeze(part.text) for part in parts)


KIND = Kind(Params, "organisation", check)
