"""The steps of a check in reading order: discover, read, build, join, check, filter."""

import os
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from typing import NamedTuple

from jdlint import config as settings
from jdlint import knowledge
from jdlint.checking import catalogue as catalogues
from jdlint.checking.catalogue import Catalogue
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.filter import Filtered, filter_findings
from jdlint.checking.rule import Rule
from jdlint.checking.run import Plan, check_file, check_organisation, plan
from jdlint.errors import NothingToCheckError
from jdlint.finding import Finding, Profile, Severity
from jdlint.location import Span
from jdlint.model.build import Built, build_facts, build_roles, looks_like_roles
from jdlint.model.join import join
from jdlint.model.organisation import Organisation
from jdlint.source.discover import Found, Project, discover
from jdlint.source.source import Problem, Source
from jdlint.source.view import DISK, GAP, Overlay, View
from jdlint.source.yaml import MAX_BYTES, read
from jdlint.wording import Wording


class Request(NamedTuple):
    """What a caller asks for."""

    paths: tuple[str, ...]
    as_of: str
    """The day, as 2026-01-31, that acceptances and reviews are judged by."""
    config: settings.Config = settings.Config()
    is_isolated: bool = False
    """Whether to leave the project's settings and rules aside."""
    in_memory: Mapping[str, bytes] = {}
    """Texts that stand before the files of the same absolute path."""
    law_as_of: str = ""
    """The day that law is judged by; '' for the day on which each pack was last looked through, so that findings
    don't change overnight."""
    with_fixes: bool = False
    """Whether findings carry their fixes."""
    only: frozenset[str] | None = None
    """The folders of the organisations to check; None for all that the paths name."""
    state: View = DISK
    """What is checked: the files on the disk, the index, or a commit."""

    @property
    def view(self) -> View:
        """The files as the run sees them."""
        return Overlay(self.in_memory, self.state) if self.in_memory else self.state


class Skipped(NamedTuple):
    """A file that was passed over, and why."""

    file: str
    reason: Wording


class Outcome(NamedTuple):
    """What a run found."""

    root: str
    as_of: str
    files: tuple[str, ...]
    roles: int
    languages: tuple[str | None, ...]
    """The languages that the organisations declare."""
    profile: Profile
    findings: Filtered
    skipped: tuple[Skipped, ...]
    unchecked: tuple[Wording, ...]
    """What couldn't be checked, one sentence each."""
    base: str = ""
    """What the findings were compared with, such as `HEAD`; '' where nothing was compared."""
    rules: Mapping[str, Rule] = {}
    """Every rule by id, for what a report says about one."""
    baseline: str = ""
    """The file that records findings of old, as a person knows it; '' where there is none."""


def check(request: Request) -> Outcome:
    """Check what was asked for. Raises a JdlintError for what can't be asked."""
    project = discover(request.paths, request.view)
    catalogue = load_rules(request.config, project.root, request.view, is_isolated=request.is_isolated)
    profile = Profile[request.config.profile.upper()]
    chosen = catalogue.chosen(profile, request.config.select, request.config.ignore)
    rules = plan(chosen, profile, request.law_as_of, request.as_of, with_fixes=request.with_fixes)
    run = _Run(request, catalogue, rules)
    for file in catalogue.broken:
        run.findings += check_file(rules, file, None)
    for folder, files in sorted(_by_organisation(project.files).items()):
        if request.only is None or folder in request.only:
            run.check(files)
    if not run.files:
        raise NothingToCheckError(
            f"no role file in {', '.join(request.paths)}",
            "A role file is a .yaml file below an org.yaml or a folder roles/, or one with a title.",
        )
    targets = _targets(project, run, request.config, catalogue)
    severity = Severity[request.config.severity.upper()]
    return Outcome(
        root=project.root,
        as_of=request.as_of,
        files=tuple(sorted(run.files)),
        roles=run.roles,
        languages=tuple(run.languages),
        profile=profile,
        findings=filter_findings(run.findings, targets, severity),
        skipped=tuple(sorted(run.skipped, key=lambda skipped: skipped.file)),
        unchecked=tuple(run.unchecked),
        rules=catalogue.rules,
    )


def _by_organisation(files: Iterable[Found]) -> dict[str, list[Found]]:
    folders: dict[str, list[Found]] = {}
    for found in files:
        folders.setdefault(found.organisation, []).append(found)
    return folders


class _Run:
    """What a run has found so far; it holds one organisation at a time, because trees take much more than findings."""

    def __init__(self, request: Request, catalogue: Catalogue, rules: Plan) -> None:
        self._view = request.view
        self._as_of = request.as_of
        self._catalogue = catalogue
        self._rules = rules
        self.files: list[str] = []
        """The files that were asked for and hold roles or facts."""
        self.org_files: list[str] = []
        self.roles = 0
        self.languages: list[str | None] = []
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self.unchecked: list[Wording] = []

    def check(self, files: Iterable[Found]) -> None:
        """Read and check the files of one organisation."""
        built = [(found, file) for found in files if (file := self._build(found))]
        for organisation in join((found.organisation, file) for found, file in built):
            self.findings += self._findings(organisation, [file for _, file in built])
            self.languages.append(organisation.facts.language)
            self.unchecked += _unchecked(organisation)
        self.files += (found.shown for found, _ in built if found.is_target)
        self.org_files += (found.shown for found, _ in built if found.is_org)
        self.roles += sum(len(file.roles) for found, file in built if found.is_target)

    def _findings(self, organisation: Organisation, files: list[Built]) -> Iterator[Finding]:
        """Give what the rules find, with the exceptions that hold, and what is wrong with the exceptions."""
        language = organisation.facts.language
        found = [finding for file in files for finding in check_file(self._rules, file, language)]
        found += check_organisation(self._rules, organisation)
        exceptions = Exceptions(organisation, files, self._catalogue, self._as_of)
        yield from exceptions.settle(found)
        for file in exceptions.flaws(self._rules.complete(found)):
            yield from check_file(self._rules, file, language)

    def _build(self, found: Found) -> Built | None:
        raw = self._view.read(found.path, MAX_BYTES)
        if raw == GAP:
            return Built(Source(found.shown, "", readable=False))
        source = read(found.shown, raw) if isinstance(raw, bytes) else _unreadable(found.shown, raw)
        if found.is_org:
            return build_facts(source)
        if found.is_role_file or looks_like_roles(source):
            return build_roles(source)
        if found.is_target:
            self.skipped.append(Skipped(found.shown, _NOT_A_ROLE if source.readable else _UNREADABLE))
        return None


def load_rules(config: settings.Config, root: str, view: View = DISK, *, is_isolated: bool) -> Catalogue:
    """Load the rules that ship and, unless isolated, the project's own."""
    if is_isolated or not config.rules:
        return catalogues.built_in()
    base = os.path.dirname(config.path) if config.path else root
    own = (catalogues.load_folder(os.path.join(base, folder), folder, view) for folder in config.rules)
    return catalogues.join(catalogues.built_in(), own)


def _unreadable(shown: str, reason: str) -> Source:
    known = reason in ("not-a-file", "gone", "forbidden")
    problem = Problem("syntax/unreadable", Span(0, 0), reason if known else "other", {"detail": reason})
    return Source(shown, "", (), (problem,), readable=False)


_NOT_A_ROLE = Wording(
    {
        "en": "no role: neither a title nor a list `roles`",
        "zh": "不是岗位文件：没有岗位名称，也没有 roles 列表",
        "zh-Hant": "不是崗位文件：沒有崗位名稱，也沒有 roles 列表",
    }
)
_UNREADABLE = Wording(
    {
        "en": "can't be read, and stands outside roles/ and every organisation",
        "zh": "无法读取，且不在 roles/ 或任何组织之内",
        "zh-Hant": "無法讀取，且不在 roles/ 或任何組織之內",
    }
)


def _targets(project: Project, run: _Run, config: settings.Config, catalogue: Catalogue) -> frozenset[str] | None:
    """Give the files whose findings are shown; an org.yaml that can't be followed concerns every file below it."""
    if all(found.is_target for found in project.files) and not config.exclude:
        return None
    shown = {*run.files, *run.org_files}
    excluded = {file for file in shown if any(fnmatch(file, pattern) for pattern in config.exclude)}
    return frozenset(shown - excluded | {file.source.path for file in catalogue.broken})


def _unchecked(organisation: Organisation) -> Iterator[Wording]:
    """Say what couldn't be checked for want of a fact or because of a broken file."""
    if not organisation.roles:
        return
    name = organisation.folder or "."
    if organisation.unread:
        yield _say(_UNREAD, name, len(organisation.unread))
    if not organisation.ladder:
        yield _say(_NO_LADDER, name, 0)
    if organisation.facts.jurisdictions is None:
        yield _say(_NO_JURISDICTION, name, 0)


def _say(texts: Mapping[str, str], name: str, count: int) -> Wording:
    return Wording({language: text.format(name=name, count=count) for language, text in texts.items()})


_NO_LADDER = {
    "en": "{name}: levels, because no org.yaml declares a `ladder`",
    "zh": "{name}：未检查级别，因为没有 org.yaml 声明职级序列（ladder）",
    "zh-Hant": "{name}：未檢查級別，因為沒有 org.yaml 宣告職級序列（ladder）",
}
_NO_JURISDICTION = {
    "en": "{name}: wording against employment law, because no org.yaml declares `jurisdictions`",
    "zh": "{name}：未检查用语是否符合劳动法律，因为没有 org.yaml 声明适用法域（jurisdictions）",
    "zh-Hant": "{name}：未檢查用語是否符合勞動法律，因為沒有 org.yaml 宣告適用法域（jurisdictions）",
}
_UNREAD = {
    "en": "{name}: whether names exist, because {count} of its files can't be read",
    "zh": "{name}：未检查名称是否存在，因为有 {count} 个文件无法读取",
    "zh-Hant": "{name}：未檢查名稱是否存在，因為有 {count} 個檔案無法讀取",
}


def rule_text(rule: Rule, config: settings.Config, root: str) -> str:
    """Give the text of a rule's file."""
    shipped = os.path.join(os.path.dirname(knowledge.rules_folder()), *rule.path.split("/"))
    base = os.path.dirname(config.path) if config.path else root
    path = shipped if rule.id in catalogues.built_in().rules else os.path.join(base, *rule.path.split("/"))
    with open(path, encoding="utf-8") as file:
        return file.read()
