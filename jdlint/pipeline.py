"""The steps of a check in reading order: discover, read, build, join, check, filter."""

import os
from collections.abc import Mapping

from jdlint import config as settings
from jdlint import grounds, knowledge
from jdlint.checking import catalogue as catalogues
from jdlint.checking.baseline import Baseline
from jdlint.checking.catalogue import Catalogue
from jdlint.checking.filter import Filtered, Wanted, filter_findings
from jdlint.checking.left_out import left_out
from jdlint.checking.rule import Rule
from jdlint.checking.run import check_file, plan
from jdlint.errors import NothingToCheckError
from jdlint.finding import Profile, Severity
from jdlint.grounds import Grounds
from jdlint.kept import Kept
from jdlint.past import files_of, judged, left_alone, pasts
from jdlint.record import NamedTuple
from jdlint.recorded import set_against
from jdlint.request import Request as Request  # noqa: PLC0414 - part of what this module offers
from jdlint.source.discover import Project, by_organisation, find_root
from jdlint.source.view import DISK, MAX_BYTES, View
from jdlint.survey import Measure, Survey, Visit
from jdlint.verdict import Skipped
from jdlint.wording import Wording


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
    is_steady: bool = True
    """Whether no file changed while the run was under way."""
    left_alone: int = 0
    """How many organisations weren't looked at, because the change doesn't touch them."""
    rules: Mapping[str, Rule] = {}
    """Every rule by id, for what a report says about one."""
    baseline: Baseline | None = None
    """The record of findings of old, where there is one."""


def check(request: Request, visit: Visit | None = None, found: Grounds | None = None) -> Outcome:
    """Check what was asked for; `visit` meets each organisation. Raises a JdlintError for what can't be asked.

    `found` are the files of the run, where a caller has looked for them.
    """
    project, contents = found or grounds.find(request)
    measure = _measure_of(request, project)
    catalogue = load_rules(request.config, project.root, request.view, is_isolated=request.is_isolated)
    is_measured = measure == _measure_of(request, project)  # no rule has changed while the rules were read
    profile = Profile[request.config.profile.upper()]
    chosen = catalogue.chosen(profile, request.config.select, request.config.ignore)
    rules = plan(chosen, profile, request.law_as_of, request.as_of, with_fixes=request.with_fixes)
    touched = frozenset().union(*(base.now for base in request.compared.bases))
    kept = Kept(project.root, measure, request.as_of) if request.keeps and is_measured else None
    run = Survey(contents, Measure(catalogue, rules, request.as_of), kept, touched, visit)
    groups = by_organisation(project.files)
    before = pasts(request, project)
    alone = left_alone(request, project.root, groups, before)
    passed_over = alone if request.only is None else groups.keys() - request.only
    if passed_over:
        sides = (groups, *(past.groups for past in before))
        run.looked_at = frozenset(file for each in sides for file in files_of(each, passed_over))
    for file in catalogue.broken:
        run.findings += check_file(rules, file, None)
    run.check((files for folder, files in groups.items() if folder not in passed_over), request.processes)
    if not run.files and not alone:
        raise NothingToCheckError(
            f"no role file in {', '.join(request.paths)}",
            "A role file is a .yaml file below an org.yaml or a folder roles/, or one with a title.",
        )
    run.findings, baseline = set_against(request, request.view, run, run.findings, project.root)
    wanted = Wanted(
        severity=Severity[request.config.severity.upper()],
        targets=_targets(project, run, baseline.name if baseline else ""),
        is_left_out=left_out(request.config.exclude, request.config.overrides, catalogue),
        shows_excused=request.shows_excused,
    )
    findings = judged(request, project, run, before) if request.compared.bases else run.findings
    return Outcome(
        root=project.root,
        as_of=request.as_of,
        files=tuple(sorted(run.files)),
        roles=run.roles,
        languages=tuple(run.languages),
        profile=profile,
        findings=filter_findings(findings, wanted),
        skipped=tuple(sorted(run.skipped, key=lambda skipped: skipped.file)),
        unchecked=tuple(run.unchecked),
        base=request.compared.name,
        rules=catalogue.rules,
        baseline=baseline,
        is_steady=run.is_steady and is_measured,
        left_alone=len(alone & groups.keys()),
    )


def _measure_of(request: Request, project: Project) -> bytes:
    """Give the digest of what organisations are judged by, where something is kept under it."""
    return grounds.of_measure(request, project.root) if request.keeps else b""


def nothing(request: Request, why: Wording) -> Outcome:
    """Give the outcome of a run that needed to look at nothing."""
    return Outcome(
        root=find_root(request.paths, request.view),
        as_of=request.as_of,
        files=(),
        roles=0,
        languages=(),
        profile=Profile[request.config.profile.upper()],
        findings=Filtered((), (), (), ()),
        skipped=(),
        unchecked=(why,),
        base=request.compared.name,
    )


def load_rules(config: settings.Config, root: str, view: View = DISK, *, is_isolated: bool) -> Catalogue:
    """Load the rules that ship and, unless isolated, the project's own."""
    if is_isolated or not config.rules:
        return catalogues.built_in()
    base = os.path.dirname(config.path) if config.path else root
    own = (catalogues.load_folder(os.path.join(base, folder), folder, view) for folder in config.rules)
    return catalogues.join(catalogues.built_in(), own)


def _targets(project: Project, run: Survey, baseline: str) -> frozenset[str] | None:
    """Give the files whose findings are shown; an org.yaml that can't be followed concerns every file below it."""
    if all(found.is_target for found in project.files):
        return None
    broken = (file.source.path for file in run.measure.catalogue.broken)
    return frozenset((*run.files, *run.org_files, *broken, baseline))


def rule_text(rule: Rule, config: settings.Config, root: str, view: View = DISK) -> str:
    """Give the text of a rule's file; '' where it can't be read."""
    shipped = os.path.join(os.path.dirname(knowledge.rules_folder()), *rule.path.split("/"))
    base = os.path.dirname(config.path) if config.path else root
    is_shipped = rule.id in catalogues.built_in().rules
    text = (
        DISK.read(shipped, MAX_BYTES) if is_shipped else view.read(os.path.join(base, *rule.path.split("/")), MAX_BYTES)
    )
    return text.decode() if isinstance(text, bytes) else ""
