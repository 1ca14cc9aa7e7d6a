"""`jdlint new TITLE`: a role file to fill in, with the sections that its kind of post needs."""

import os
from collections.abc import Callable, Iterator

from jdlint.begin.habits import folder_of_unit, key_language, language_of_roles, script
from jdlint.begin.organisation import find_organisation
from jdlint.begin.role_file import Draft, sections
from jdlint.begin.role_file import write as write_role
from jdlint.cli import files, usage
from jdlint.errors import UsageError
from jdlint.model.build import slug
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.model.title import KINDS, kind_of
from jdlint.model.vocabulary import group
from jdlint.saying import say
from jdlint.wording import language_of


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; it never writes over a file."""
    options = usage.parser("new")
    options.add_argument("title", metavar="TITLE")
    options.add_argument("--kind", choices=(*KINDS, "deputy"))
    options.add_argument("--unit", default="", metavar="UNIT")
    options.add_argument("--level", default="", metavar="GRADE")
    options.add_argument("--reports-to", default="", metavar="SUPERIOR")
    options.add_argument("--folder", default="", metavar="FOLDER")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    kind = asked.kind or kind_of(asked.title)
    draft = Draft(asked.title.strip(), kind, bool(asked.kind), asked.unit, asked.level, asked.reports_to)
    _refuse_unreadable(draft)
    organisation, base = find_organisation(asked.folder or ("roles" if os.path.isdir("roles") else "."))
    _refuse_known(organisation, draft)
    own = organisation.facts.language or language_of_roles(organisation.roles) or script(draft.title)
    spoken = asked.lang or language_of(own) or usage.language("")
    keys = sections(draft, has_ladder=bool(organisation.ladder))
    text = write_role(draft, keys, organisation.ladder.grades, spoken, key_language(organisation, spoken))
    folder = asked.folder or os.path.join(base, folder_of_unit(organisation, draft.unit))
    path = os.path.normpath(os.path.join(folder, f"{slug(draft.title)}.yaml"))
    files.create(path, text)
    write("\n".join(_told(path, draft, organisation, spoken)) + "\n")
    return 0


def _refuse_unreadable(draft: Draft) -> None:
    """Refuse what a file couldn't hold or a reader couldn't see."""
    for name, text in draft._asdict().items():
        if isinstance(text, str) and not text.isprintable():
            raise UsageError("unseen-characters", name=group("role").keys[name].label)
    if not any(character.isalnum() for character in draft.title):
        raise UsageError("not-a-title", title=draft.title)


def _refuse_known(organisation: Organisation, draft: Draft) -> None:
    known = organisation.known(draft.title)
    if known:
        raise UsageError("title-known", file=known[0].file, title=draft.title)


def _told(path: str, draft: Draft, organisation: Organisation, language: str) -> Iterator[str]:
    """Say what was written and what is to be done next."""
    yield say("begin", "new", "written", file=path).read(language)
    yield say("begin", "new", "fill", file=path).read(language)
    if not draft.reports_to:
        return
    found = organisation.resolve(draft.reports_to)
    if found.role:
        yield from _list_it(draft, found.role, language)
    elif found.outcome == "near":
        yield say("begin", "new", "near", superior=draft.reports_to, meant=found.suggestion).read(language)
    elif found.outcome == "unknown":
        yield say("begin", "new", "unknown", superior=draft.reports_to).read(language)


def _list_it(draft: Draft, superior: Role, language: str) -> Iterator[str]:
    """Remind of the superior's own list, where it has one that leaves the new post out."""
    if superior.manages is not None and draft.title not in {entry.text for entry in superior.manages}:
        values = {"superior": superior.title.text, "title": draft.title, "file": superior.file}
        yield say("begin", "new", "list_it", **values).read(language)
