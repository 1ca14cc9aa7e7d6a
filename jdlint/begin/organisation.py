"""Finds the organisation that a folder belongs to, without checking anything."""

import os

from jdlint.errors import UsageError
from jdlint.model.load import load_organisations
from jdlint.model.organisation import Organisation
from jdlint.model.role import Facts
from jdlint.source.discover import ORG_NAMES, discover
from jdlint.source.view import DISK

_NOBODY = Organisation("", Facts(), ())


def organisations(folder: str) -> list[Organisation]:
    """Read the organisations that have files below a folder; those without roles are among them."""
    return list(load_organisations(DISK, discover((folder,)).files))


def find_organisation(folder: str) -> tuple[Organisation, str]:
    """Give the organisation that a folder belongs to, and its folder; nobody where there is none yet.

    Raises UsageError where a folder holds several organisations and belongs to none of them.
    """
    base = _base(folder)
    found = organisations(base) if os.path.isdir(base) else []
    if len(found) > 1:
        names = tuple(organisation.folder for organisation in found)
        raise UsageError("several-organisations", folder=folder, names=names)
    return (found[0] if found else _NOBODY), (base if found or os.path.basename(base) == "roles" else "roles")


def _base(folder: str) -> str:
    """Give the nearest folder at or above one that has an org.yaml or is called roles; else the folder itself."""
    place = os.path.normpath(folder)
    while True:
        if any(os.path.isfile(os.path.join(place, name)) for name in ORG_NAMES) or _name(place) == "roles":
            return place
        above = os.path.dirname(os.path.abspath(place))
        if above == os.path.abspath(place) or os.path.lexists(os.path.join(place, ".git")):
            return os.path.normpath(folder)
        place = os.path.relpath(above)


def _name(folder: str) -> str:
    return os.path.basename(os.path.abspath(folder))
