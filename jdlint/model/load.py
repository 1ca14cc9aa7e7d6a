"""A file that was found becomes what it holds: facts, roles, or the reason why it is passed over."""

from collections.abc import Iterable, Mapping

from jdlint.location import Span
from jdlint.model.build import Built, build_roles, looks_like_roles
from jdlint.model.facts import build_facts
from jdlint.model.join import join
from jdlint.model.organisation import Organisation
from jdlint.saying import say
from jdlint.source.contents import Contents
from jdlint.source.discover import Found
from jdlint.source.source import Problem, Source
from jdlint.source.view import GAP, View
from jdlint.source.yaml import read
from jdlint.wording import Wording


def load(contents: Contents, found: Found, known: Mapping[bytes, tuple[Problem, ...]] = {}) -> Built | Wording:
    """Read a file and build what it holds; a text says why it holds neither roles nor facts.

    `known` is what building the roles of a content meets, by its digest, where that was met before.
    """
    raw = contents.read(found)
    if raw == GAP:
        return Built(Source(found.shown, "", readable=False))
    source = read(found.shown, raw) if isinstance(raw, bytes) else _unreadable(found.shown, raw)
    if found.is_org:
        return build_facts(source)
    if found.is_role_file or looks_like_roles(source):
        return build_roles(source, known.get(contents.digest(found)) if known else None)
    return say("files", "skipped", "no-role" if source.readable else "unreadable")


def load_organisations(view: View, files: Iterable[Found]) -> tuple[Organisation, ...]:
    """Read files and join what they hold."""
    contents = Contents(view)
    loaded = ((found.organisation, load(contents, found)) for found in files)
    return join((folder, built) for folder, built in loaded if isinstance(built, Built))


def _unreadable(shown: str, reason: str) -> Source:
    known = reason in ("not-a-file", "gone", "loop", "forbidden", "outside", "linked-folder")
    problem = Problem("syntax/unreadable", Span(0, 0), reason if known else "other", {"detail": reason})
    return Source(shown, "", (), (problem,), readable=False)
