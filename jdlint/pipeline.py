"""The steps of a check in reading order: discover, read, build, join, check, filter."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jdlint import cache, knowledge
from jdlint import config as settings
from jdlint.checking import catalogue as catalogues
from jdlint.checking.catalogue import Catalogue
from jdlint.checking.filter import Filtered, Sum, Wanted, add_up, filter_findings, sum_of
from jdlint.checking.left_out import left_out
from jdlint.checking.rule import Rule
from jdlint.checking.run import check_file, plan
from jdlint.errors import ConfigError, NothingToCheckError
from jdlint.finding import Finding, Profile, Severity
from jdlint.record import NamedTuple
from jdlint.run import grounds
from jdlint.run.extent import extent_of
from jdlint.run.grounds import Grounds
from jdlint.run.kept import Kept
from jdlint.run.request import Request as Request  # noqa: PLC0414 - part of what this module offers
from jdlint.run.request import record_path
from jdlint.run.survey import Measure, Survey, Visit
from jdlint.run.telling import Manner, Teller, Telling, telling
from jdlint.run.verdict import Skipped, Verdict
from jdlint.source.discover import Project, find_root, is_within
from jdlint.source.view import DISK, MAX_BYTES, View
from jdlint.wording import Wording

if TYPE_CHECKING:
    from jdlint.checking.baseline import Baseline


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
    sum: Sum
    """What there is to say about the findings as a whole."""
    skipped: tuple[Skipped, ...]
    unchecked: tuple[Wording, ...]
    """What couldn't be checked, one sentence each."""
    base: str = ""
    """What the findings were compared with, such as `HEAD`; '' where nothing was compared."""
    tellings: tuple[Telling, ...] = ()
    """Organisations that are told already; their findings aren't among the others."""
    is_steady: bool = True
    """Whether no file changed while the run was under way."""
    is_choice: bool = False
    """Whether only some rules ran, picked by name: then nobody can say which profile is met."""
    left_alone: int = 0
    """How many organisations weren't looked at, because the change doesn't touch them."""
    rules: Mapping[str, Rule] = {}
    """Every rule by id, for what a report says about one."""
    baseline: "Baseline | None" = None
    """The record of findings of old, where there is one."""


def check(
    request: Request, visit: Visit | None = None, found: Grounds | None = None, teller: Teller | None = None
) -> Outcome:
    """Check what was asked for; `visit` meets each organisation. Raises a JdlintError for what can't be asked.

    `found` are the files of the run, where a caller has looked for them; `teller` puts findings into words, where a
    caller wants nothing but these.
    """
    project, contents = found or grounds.find(request)
    measure, kept = _measure(request, project)
    extent = extent_of(request, project)
    wanted = Wanted(
        severity=Severity[request.config.severity.upper()],
        is_left_out=left_out(request.config.exclude, request.config.overrides, measure.catalogue),
        shows_excused=request.shows_excused,
    )
    manner = _manner(request, project, teller, wanted) if teller and not visit else None
    run = Survey(contents, measure, kept, extent, visit, manner=manner)
    run.findings += (found for file in measure.catalogue.broken for found in check_file(measure.rules, file, None))
    run.check(request.processes)
    if not run.files and not extent.left_alone:
        raise NothingToCheckError("no-roles", paths=tuple(request.paths))
    baseline = _set_against_record(request, project, run)
    if teller and manner:
        run.tell(teller.fallback(run.languages))
    findings = _judged(request, project, run) if request.compared.bases else run.findings
    targets = _targets(project, run, baseline.name if baseline else "")
    filtered = filter_findings(findings, wanted._replace(targets=targets))
    return Outcome(
        root=project.root,
        as_of=request.as_of,
        files=tuple(sorted(run.files)),
        roles=run.roles,
        languages=tuple(run.languages),
        profile=measure.rules.profile,
        findings=filtered,
        sum=add_up((sum_of(filtered), *(told.sum for told in run.tellings))),
        tellings=tuple(run.tellings),
        skipped=tuple(sorted(run.skipped, key=lambda skipped: skipped.file)),
        unchecked=tuple(run.unchecked),
        base=request.compared.name,
        rules=measure.catalogue.rules,
        baseline=baseline,
        is_steady=run.is_steady and bool(kept),
        is_choice=bool(request.config.select),
        left_alone=len(extent.left_alone),
    )


def _set_against_record(request: Request, project: Project, run: Survey) -> "Baseline | None":
    """Mark what the record of old findings holds, where there is one."""
    record = record_path(request, project.root)
    if not record or not request.view.exists(record):
        return None
    from jdlint.run.baselined import set_against  # noqa: PLC0415 - needed where there is a record

    run.findings, baseline = set_against(request, request.view, run, run.findings, project.root)
    return baseline


def _judged(request: Request, project: Project, run: Survey) -> tuple[Finding, ...]:
    """Give the findings with what the change has to do with them."""
    from jdlint.run.past import judged  # noqa: PLC0415 - needed where states are compared

    return judged(request, project, run)


def _measure(request: Request, project: Project) -> tuple[Measure, Kept | None]:
    """Give what organisations are measured by, and what was kept of those that were measured by the same."""
    config = request.config
    at_first = grounds.of_measure(request, project.root) if request.keeps else b""
    catalogue = load_rules(config, project.root, request.view, is_isolated=request.is_isolated)
    profile = Profile[config.profile.upper()]
    chosen = catalogue.chosen(profile, config.select, config.ignore)
    rules = plan(chosen, profile, request.law_as_of, request.as_of, with_fixes=request.with_fixes)
    # nothing is kept where a rule has changed while the rules were read
    is_steady = request.keeps and at_first == grounds.of_measure(request, project.root)
    kept = Kept(project.root, at_first, request.as_of) if is_steady else None
    return Measure(catalogue, rules, request.as_of), kept


def _manner(request: Request, project: Project, teller: Teller, wanted: Wanted) -> Manner | None:
    """Give how organisations are told one by one; None where that rests on more than one at a time."""
    is_wide = request.compared.bases or request.view.exists(record_path(request, project.root))
    if is_wide or request.only is not None or not all(found.is_target for found in project.files):
        return None

    def tell(verdict: Verdict, fallback: str) -> Telling:
        return telling(verdict, filter_findings(verdict.findings, wanted), teller, fallback)

    config = request.config
    shown = repr((config.severity, config.exclude, config.overrides, request.shows_excused))
    return Manner(cache.digest(teller.manner, shown.encode("utf-8", "surrogatepass")), tell)


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
        sum=Sum(),
        skipped=(),
        unchecked=(why,),
        base=request.compared.name,
    )


def load_rules(config: settings.Config, root: str, view: View = DISK, *, is_isolated: bool) -> Catalogue:
    """Load the rules that ship and, unless isolated, the project's own."""
    if is_isolated or not config.rules:
        return catalogues.built_in()
    from jdlint.checking.rule_folder import join, load_folder  # noqa: PLC0415 - needed for a project's own rules alone

    folders = [(os.path.join(config.base(root), folder), folder) for folder in config.rules]
    for path, folder in folders:
        if not is_within(view.real(path), view.real(root)):
            raise ConfigError("rules-outside", folder=folder)
    return join(catalogues.built_in(), (load_folder(path, folder, view) for path, folder in folders))


def _targets(project: Project, run: Survey, baseline: str) -> frozenset[str] | None:
    """Give the files whose findings are shown; an org.yaml that can't be followed concerns every file below it."""
    if all(found.is_target for found in project.files):
        return None
    broken = (file.source.path for file in run.measure.catalogue.broken)
    return frozenset((*run.files, *run.org_files, *broken, baseline))


def rule_text(rule: Rule, config: settings.Config, root: str, view: View = DISK) -> str:
    """Give the text of a rule's file; '' where it can't be read."""
    shipped = os.path.join(os.path.dirname(knowledge.rules_folder()), *rule.path.split("/"))
    base = config.base(root)
    is_shipped = rule.id in catalogues.built_in().rules
    text = (
        DISK.read(shipped, MAX_BYTES) if is_shipped else view.read(os.path.join(base, *rule.path.split("/")), MAX_BYTES)
    )
    return text.decode() if isinstance(text, bytes) else ""
