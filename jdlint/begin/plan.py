"""What `jdlint init` would write: settings, facts about the organisation, a hook and a CI job."""

import os
from collections.abc import Iterator

from jdlint import __version__
from jdlint.begin.inventory import Inventory
from jdlint.begin.scalar import scalar
from jdlint.checking.law import packs
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.saying import part, say
from jdlint.wording import language_of

SETTINGS, HOOK, GITHUB, GITLAB = (
    ".jdlint.yaml",
    ".pre-commit-config.yaml",
    ".github/workflows/jdlint.yml",
    ".gitlab-ci.yml",
)
FILES = (SETTINGS, HOOK, GITHUB, GITLAB, "pyproject.toml")
"""The files of which it matters whether they are there already."""

_TEMPLATES = {SETTINGS: "jdlint.yaml", HOOK: "pre-commit.yaml", GITHUB: "github.yml", GITLAB: "gitlab.yml"}
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
_HOLE = pattern(r"(?<!\$)\{\{(\w+)\}\}")


class Answers(NamedTuple):
    """What only people know about an organisation."""

    name: str
    language: str
    """zh-Hans, zh-Hant or en."""
    jurisdictions: tuple[str, ...] = ()
    ladder: tuple[str, ...] = ()
    externals: tuple[str, ...] = ()


class Planned(NamedTuple):
    """A file to write."""

    file: str
    text: str


def org_file(found: Inventory) -> str:
    """Give the place of a new org.yaml; '' where the tree has one."""
    return "" if found.org_files else os.path.normpath(os.path.join(found.folder, "org.yaml")).replace(os.sep, "/")


def plan(found: Inventory, answers: Answers) -> tuple[Planned, ...]:
    """Give the files that are missing; one that is there is never touched."""
    language = language_of(answers.language) or "en"
    wanted = [SETTINGS] if "pyproject.toml" not in found.present else []
    wanted += [HOOK] if found.is_git else []
    wanted += [{"github": GITHUB, "gitlab": GITLAB}[found.host]] if found.host in ("github", "gitlab") else []
    written = [Planned(file, _filled(file, language)) for file in wanted if file not in found.present]
    facts = org_file(found)
    if facts:
        written.append(Planned(facts, "\n".join(_facts(found, answers, language)) + "\n"))
    return tuple(sorted(written))


def _filled(file: str, language: str) -> str:
    """Fill a template; what is put in is never looked at again."""
    with open(os.path.join(_FOLDER, _TEMPLATES[file]), encoding="utf-8") as opened:
        template = opened.read()
    texts = {"version": __version__} | {
        key: say("begin", "comments", key, all="").read(language) for key in part("begin", "comments")
    }
    return _HOLE.sub(lambda hole: texts[hole[1]], template)


def _facts(found: Inventory, answers: Answers, language: str) -> Iterator[str]:
    """Write org.yaml: what is known as facts, what was only seen as comments for people to decide on."""

    def comment(key: str) -> str:
        return f"# {say('begin', 'comments', key, all=', '.join(jurisdictions())).read(language)}"

    yield comment("org")
    yield f"name: {scalar(answers.name)}"
    yield f"language: {answers.language}  {comment('language')}"
    yield comment("jurisdictions")
    yield f"jurisdictions: {_list(answers.jurisdictions)}" if answers.jurisdictions else "# jurisdictions: []"
    yield comment("ladder")
    if answers.ladder:
        yield f"ladder: {_list(answers.ladder)}"
    else:
        yield from (comment("ladder_seen"), f"# ladder: {_list(found.grades)}") if found.grades else ("# ladder: []",)
    yield comment("externals")
    yield from _externals(found, answers, comment("externals_seen"))
    yield comment("roots")
    yield f"roots: {_list(found.tops)}" if found.tops else "# roots: []"


def _externals(found: Inventory, answers: Answers, seen: str) -> Iterator[str]:
    if answers.externals:
        yield f"externals: {_list(answers.externals)}"
    rest = [name for name, _ in found.superiors if name not in answers.externals][:_MOST]
    if rest:
        yield seen
        # one a line where none is decided yet: a # is easily removed
        yield from (
            (f"# externals: {_list(rest)}",)
            if answers.externals or len(rest) == 1
            else (
                "# externals:",
                *(f"#   - {scalar(name)}" for name in rest),
            )
        )
    elif not answers.externals:
        yield "# externals: []"


_MOST = 40


def jurisdictions() -> tuple[str, ...]:
    """Give the names of the laws that ship."""
    return tuple(sorted(packs()))


def _list(names: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(map(scalar, names))}]"
