"""Kind `identity`: ids that are no slugs, stand twice, or differ from the name of their file."""

from collections import defaultdict
from collections.abc import Iterator
from os.path import basename, splitext

from jdlint.checking.hit import Hit, Related, anchor
from jdlint.checking.kinds.kind import Kind
from jdlint.finding import Value
from jdlint.model.build import slug
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_SLUG = pattern(r"[^\W_]+(?:-[^\W_]+)*")
"""Letters and digits of any script in lower case, hyphens between them."""


class Params(NamedTuple):
    """No parameters: what an id must be stands in the format."""


def check(_params: Params, organisation: Organisation) -> Iterator[Hit]:
    """Report written ids; derived ones follow the title, which other rules look at."""
    by_id: dict[str, list[Role]] = defaultdict(list)
    in_file: dict[str, int] = defaultdict(int)
    for role in organisation.roles:
        in_file[role.file] += 1
        if role.written_id:
            by_id[role.id].append(role)
    for role in organisation.roles:
        if role.written_id and not (_SLUG.fullmatch(role.id) and role.id == role.id.lower()):
            values: dict[str, Value] = {"id": role.id, "slug": slug(role.id)}
            yield Hit(anchor(role.source, role.written_id), values, "slug", role)
        elif role.written_id and in_file[role.file] == 1 and not role.route and _stem(role) != role.id:
            yield Hit(anchor(role.source, role.written_id), {"id": role.id, "file": _stem(role)}, "file", role)
    for same in by_id.values():
        yield from _twice(same)


def _twice(roles: list[Role]) -> Iterator[Hit]:
    first, *others = roles
    for role in others:
        if role.written_id and first.written_id:
            related = Related(anchor(first.source, first.written_id), "first", {"title": first.title.text})
            yield Hit(anchor(role.source, role.written_id), {"id": role.id}, "twice", role, (related,))


def _stem(role: Role) -> str:
    return splitext(basename(role.file))[0]


KIND = Kind(Params, "organisation", check)
