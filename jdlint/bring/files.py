"""Which file each role goes to, and how files are written: never over others unless told, each in one step."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence

from jdlint.bring.emit import role_file
from jdlint.bring.importing import Brought
from jdlint.bring.item import Draft
from jdlint.errors import UsageError
from jdlint.model.build import slug
from jdlint.record import NamedTuple

_LONGEST = 60
"""Characters of a file name; file systems allow 255 bytes, of which a Chinese character takes three."""


class Planned(NamedTuple):
    """A role file to be written."""

    path: str
    """Below the folder of the import, with forward slashes."""
    text: str
    draft: Draft


def plan(brought: Sequence[Brought], keys: str) -> list[list[Planned]]:
    """Name the files of each document: several roles of one document share a folder; equal titles get numbers."""
    titles = Counter(_name(draft.title) for each in brought for draft in each.drafts)
    seen: Counter[str] = Counter()
    folders: Counter[str] = Counter()
    planned = []
    for each in brought:
        stem = _name(os.path.splitext(os.path.basename(each.name))[0])
        folder = ""
        if len(each.drafts) > 1:
            folders[stem] += 1
            folder = f"{stem}-{folders[stem]}/" if folders[stem] > 1 else f"{stem}/"
        planned.append(list(_files(each, folder, titles, seen, keys)))
    return planned


def _files(brought: Brought, folder: str, titles: Counter[str], seen: Counter[str], keys: str) -> Iterator[Planned]:
    for draft in brought.drafts:
        name = _name(draft.title)
        seen[name] += 1
        own = f"{name}-{seen[name]}" if titles[name] > 1 else name
        kept = draft._replace(id=own) if own != name else draft
        yield Planned(f"{folder}{own}.yaml", role_file(kept, keys, os.path.basename(brought.name)), kept)


def _name(title: str) -> str:
    return slug(title)[:_LONGEST].strip("-") or "role"


def write(folder: str, files: Sequence[tuple[str, str]], *, force: bool) -> None:
    """Write files below a folder, none of them where one exists that mayn't be replaced.

    Effect: makes the folder and those below it; either all files are written or, where one exists, none.
    """
    targets = [(os.path.join(folder, *path.split("/")), text) for path, text in files]
    existing = [path for path, _ in targets if os.path.lexists(path)]
    if existing and not force:
        raise UsageError("files-exist", files=tuple(existing))
    for path, text in targets:
        parent = os.path.dirname(path)
        os.makedirs(parent, exist_ok=True)
        if os.path.commonpath([os.path.realpath(parent), os.path.realpath(folder)]) != os.path.realpath(folder):
            raise UsageError("leads-out", path=parent, folder=folder)
        _write_one(path, text, force=force)


def _write_one(path: str, text: str, *, force: bool) -> None:
    """Write a file in one step, so that nobody ever reads half of it."""
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        with open(beside, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if force:
            os.replace(beside, path)
        else:
            _link(beside, path)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


def _link(beside: str, path: str) -> None:
    """Give a finished file its name, but for one that somebody else took meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise UsageError("files-exist", files=path) from None
    except OSError:
        # a file system without hard links; the name was free a moment ago
        os.rename(beside, path)
