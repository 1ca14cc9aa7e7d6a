"""Files become organisations: each file belongs to the folder of its organisation."""

from collections.abc import Iterable

from jdlint.model.build import Built
from jdlint.model.organisation import Organisation
from jdlint.model.role import Facts, Role


def join(files: Iterable[tuple[str, Built]], *, is_forgiving: bool = False) -> tuple[Organisation, ...]:
    """Put files together by the folder that each belongs to, in the order of the folders.

    `is_forgiving` takes files that can't be read for absent, so that what they may define counts as missing.
    """
    facts: dict[str, Facts] = {}
    roles: dict[str, list[Role]] = {}
    unread: dict[str, list[str]] = {}
    for folder, built in files:
        roles.setdefault(folder, []).extend(built.roles)
        if built.facts:
            facts[folder] = built.facts
        if not built.is_whole and not is_forgiving:
            unread.setdefault(folder, []).append(built.source.path)
    return tuple(
        Organisation(folder, facts.get(folder) or Facts(), tuple(members), tuple(unread.get(folder, ())))
        for folder, members in sorted(roles.items())
    )
