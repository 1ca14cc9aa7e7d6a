"""Builders that the tests share: a role, an organisation and a run, each from a few lines of text."""

import os
import tempfile

from hypothesis import settings

from jdlint.location import Route
from jdlint.model.build import Built, build_roles
from jdlint.model.facts import build_facts
from jdlint.model.find import find, find_entry
from jdlint.model.join import join
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.source.source import Source
from jdlint.source.tree import Node, Scalar
from jdlint.source.yaml import read
from tests.running import ROOT, Run, jdlint

ROLES = ROOT / "roles"
"""The organisations that the project keeps."""

os.environ["JDLINT_CACHE_DIR"] = tempfile.mkdtemp(prefix="jdlint-kept-")  # never the user's own

settings.register_profile("patient", deadline=None)  # a slow machine is no failure
settings.load_profile("patient")


def source(text: str | bytes, path: str = "role.yaml") -> Source:
    """Read one file."""
    return read(path, text if isinstance(text, bytes) else text.encode())


def built(text: str | bytes, path: str = "role.yaml") -> Built:
    """Read and build one file: the facts of an org.yaml, else roles."""
    file = source(text, path)
    return build_facts(file) if path.endswith(("org.yaml", "org.yml")) else build_roles(file)


def role(text: str | bytes) -> Role:
    """Build the one role of a text."""
    (only,) = built(text).roles
    return only


def organisation(files: dict[str, str]) -> Organisation:
    """Build one organisation of files by path; the facts are those of `org.yaml`."""
    (only,) = join(("", built(text, path)) for path, text in sorted(files.items()))
    return only


def run(*arguments: str) -> Run:
    """Run the command line."""
    return jdlint(*arguments)


def reasons(file: Source | Built) -> list[tuple[str, str, str]]:
    """Give rule, reason and the words at the place of every problem."""
    text = file.text if isinstance(file, Source) else file.source.text
    return [(each.rule, each.reason, text[each.span.start : each.span.end]) for each in file.problems]


def node_at(file: Source, *route: str | int) -> Node:
    """Follow keys as written and indexes through a file's only document."""
    (document,) = file.documents
    return find(document, route, "")


def written(file: Source, *route: str | int) -> str:
    """Give the words of the file at a value."""
    node = node_at(file, *route)
    return file.text[node.start : node.end]


def key_written(file: Source, *route: str | int) -> str:
    """Give the words of the file at the last key of a route."""
    *above, last = route
    entry = find_entry(node_at(file, *above), str(last), "")
    assert entry is not None
    return file.text[entry.key.start : entry.key.end]


def scalar_at(file: Source, *route: str | int) -> Scalar:
    """Give the scalar at a route."""
    node = node_at(file, *route)
    assert isinstance(node, Scalar)
    return node


def routes(file: Built) -> list[Route]:
    """Give the routes of a file's roles."""
    return [each.route for each in file.roles]
