"""Looks at a tree before anything is written: roles, grades, superiors, and what is set up already."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from jdlint import config
from jdlint.begin.habits import language_of_roles
from jdlint.begin.organisation import organisations
from jdlint.model.reference import is_none
from jdlint.model.role import Role
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.discover import ORG_NAMES
from jdlint.source.view import DISK

_READ_MOST = 1 << 16
_HOSTS = ("github", "gitlab", "gitee")


class Inventory(NamedTuple):
    """What a tree holds; paths are relative to the folder that was looked at."""

    folder: str
    """Where the roles stand, or will."""
    roles: int
    org_files: tuple[str, ...]
    language: str
    """zh-Hans, zh-Hant or en, by the roles' own words; '' where there are none."""
    grades: tuple[str, ...]
    """Every grade that a role has, each once."""
    superiors: tuple[tuple[str, int], ...]
    """Names that roles report to and nobody bears, with how many do so, the most first."""
    tops: tuple[str, ...]
    """Roles that say that they have no superior."""
    present: frozenset[str]
    """Which of the files that bring a repository under jdlint are there already."""
    is_git: bool
    host: str
    """github, gitlab or gitee, where the repository's remote says so; else ''."""


def take_inventory(root: str, files: tuple[str, ...]) -> Inventory:
    """Look at a folder; `files` are those of which it matters whether they are there."""
    own = os.path.join(root, "roles")
    found = organisations(own if os.path.isdir(own) else root)
    roles = [role for organisation in found for role in organisation.roles]
    edges = [edge for organisation in found for edge in organisation.edges]
    unknown = Counter(edge.named.name for edge in edges if edge.resolution.outcome == "unknown")
    folder = _folder(root, [role.file for role in roles])
    present = {file for file in files if os.path.lexists(os.path.join(root, file))}
    settings = config.find(root, DISK).path
    return Inventory(
        folder=folder,
        roles=len(roles),
        org_files=tuple(file for file in _org_files(root) if _concerns(file, folder)),
        language=language_of_roles(roles),
        grades=_grades(roles),
        superiors=tuple(unknown.most_common()),
        tops=tuple(dict.fromkeys(role.title.text for role in roles if _is_top(role))),
        present=frozenset(present | ({os.path.basename(settings)} if settings else set())),
        is_git=os.path.lexists(os.path.join(root, ".git")),
        host=_host(root),
    )


def _is_top(role: Role) -> bool:
    return bool(role.reports_to) and all(is_none(line.text) for line in role.reports_to or ())


def _grades(roles: Iterable[Role]) -> tuple[str, ...]:
    """Give the grades that the levels mention: A1 in A1以上; a level without such a code is a grade itself."""
    texts = {role.level.text for role in roles if role.level}
    return tuple(sorted({grade for text in texts for grade in _CODE.findall(text) or [text] if len(grade) <= _LONGEST}))


_CODE = pattern(r"[A-Za-z]{1,3}-?\d{1,2}")
_LONGEST = 8
"""A longer text in the field of the level is a sentence."""


def _folder(root: str, files: list[str]) -> str:
    """Give the folder that holds all roles, or that will."""
    if os.path.isdir(os.path.join(root, "roles")) or not files:
        return "roles"
    return os.path.commonpath([f"./{os.path.dirname(file)}" for file in files]).removeprefix("./").rstrip("/") or "."


def _concerns(org_file: str, folder: str) -> bool:
    """Whether an org.yaml stands at, above or below the folder of the roles."""
    place = os.path.dirname(org_file)
    return place in ("", folder) or folder == "." or place.startswith(f"{folder}/") or folder.startswith(f"{place}/")


def _org_files(root: str) -> Iterator[str]:
    """Find every org.yaml, folders of tools left out."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(set(ORG_NAMES) & set(files)):
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def _host(root: str) -> str:
    """Tell from git's own settings, read as text, where the repository is kept."""
    if os.path.isdir(os.path.join(root, ".github")):
        return "github"
    try:
        with open(os.path.join(root, ".git", "config"), encoding="utf-8", errors="replace") as file:
            settings = file.read(_READ_MOST)
    except OSError:
        return ""
    addresses = [line.partition("=")[2].lower() for line in settings.splitlines() if line.strip().startswith("url")]
    return next((host for host in _HOSTS if any(host in address for address in addresses)), "")
