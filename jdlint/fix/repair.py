"""Repairs files in memory, pass by pass, until a pass changes nothing."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatch

from jdlint.checking.catalogue import Catalogue
from jdlint.config import Config
from jdlint.finding import Finding, Profile, Safety
from jdlint.fix.batch import Offer, without_conflicts
from jdlint.fix.disk import is_changed, why_not
from jdlint.fix.judge import Fault, is_about_reading
from jdlint.fix.keys import with_keys
from jdlint.fix.trial import Texts, tried
from jdlint.pipeline import Outcome, Request, check, load_rules
from jdlint.record import NamedTuple
from jdlint.source.discover import Project, discover
from jdlint.source.view import MAX_BYTES

MOST_PASSES = 100
"""A bound, should two fixes undo each other; a file whose problems hide one another takes a pass for each."""


class Wish(NamedTuple):
    """What to fix."""

    request: Request
    with_unsafe: bool = False
    select: tuple[str, ...] = ()
    """Rules or families to fix; all that run where none is named."""
    files: frozenset[str] | None = None
    """The files to change, by absolute path; None for all that the request names."""
    keys: str = ""
    """The language in which to write every key: en, zh or zh-Hant; '' for as they are."""


class Undone(NamedTuple):
    """A finding whose fix was tried and taken back, or couldn't be made."""

    finding: Finding
    fault: Fault
    """Beside the judge's reasons: elsewhere (a file that nobody named), unstaged, and those of `why_not`."""


class Repaired(NamedTuple):
    """What fixing came to."""

    root: str
    paths: Mapping[str, str]
    """Where each file is on this machine."""
    before: Texts
    """The files asked for, by their paths from the root, as they were read."""
    after: Texts
    """The same files, repaired."""
    renamed: int
    """So many keys were written in the language asked for."""
    fixed: tuple[Finding, ...]
    undone: tuple[Undone, ...]
    waiting: int
    """So many findings that are left have an unsafe fix that wasn't asked for."""
    is_settled: bool
    """Whether another pass would change nothing."""
    outcome: Outcome
    """What is left."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that fixing changed."""
        return tuple(file for file in self.before if self.before[file] != self.after[file])

    def without(self, failed: Mapping[str, str]) -> "Repaired":
        """Take back what was repaired in files that couldn't be written, each with the reason."""
        met = [(finding, next((file for file in _edited(finding) if file in failed), "")) for finding in self.fixed]
        undone = (Undone(finding, Fault(failed[file], (file,))) for finding, file in met if file)
        return self._replace(
            after={**self.after, **{file: self.before[file] for file in failed}},
            fixed=tuple(finding for finding, file in met if not file),
            undone=(*self.undone, *undone),
        )


def _edited(finding: Finding) -> tuple[str, ...]:
    return tuple(edit.file for edit in finding.fix.edits) if finding.fix else ()


def repair(wish: Wish) -> Repaired:
    """Fix what was asked for, in memory. Raises a JdlintError for what can't be asked."""
    request = wish.request
    project = discover(request.paths, request.view)
    catalogue = load_rules(request.config, project.root, request.view, is_isolated=request.is_isolated)
    before, barred = _texts(project, wish)
    bench = _Bench(wish, project, catalogue, before, barred)
    texts, renamed = _with_keys(before, wish.keys)
    settlings = []
    for folder in sorted({found.organisation for found in project.files if found.shown in (before | barred)}):
        settling = _Settling(bench, folder, texts)
        settling.run()
        texts = settling.texts
        settlings.append(settling)
    config = request.config._replace(select=wish.select or request.config.select)
    outcome = check(request._replace(config=config, in_memory=bench.in_memory(texts)))
    return Repaired(
        root=project.root,
        paths=bench.paths,
        before=before,
        after=texts,
        renamed=renamed,
        fixed=tuple(finding for each in settlings for finding in each.fixed),
        undone=tuple(undone for each in settlings for undone in each.undone()),
        waiting=sum(each.waiting for each in settlings),
        is_settled=all(each.is_settled for each in settlings),
        outcome=outcome,
    )


def _with_keys(texts: Texts, language: str) -> tuple[Texts, int]:
    """Write the keys of every file in a language, where one is asked for."""
    if not language:
        return texts, 0
    done = {file: with_keys(file, raw, language) for file, raw in texts.items()}
    return {file: raw for file, (raw, _) in done.items()}, sum(count for _, count in done.values())


def _texts(project: Project, wish: Wish) -> tuple[dict[str, bytes], dict[str, str]]:
    """Read the files that were asked for; of those that are never written, give the reason instead."""
    request = wish.request
    found: dict[str, bytes] = {}
    barred: dict[str, str] = {}
    for file in project.files:
        is_asked_for = file.is_target and (wish.files is None or file.path in wish.files)
        if not is_asked_for or file.refused or any(fnmatch(file.shown, pattern) for pattern in request.config.exclude):
            continue
        raw = request.view.read(file.path, MAX_BYTES)
        reason = "" if file.path in request.in_memory else why_not(file.path, project.root)
        if not reason and isinstance(raw, bytes) and file.path not in request.in_memory and is_changed(file.path, raw):
            reason = "unstaged"
        if reason:
            barred[file.shown] = reason
        elif isinstance(raw, bytes):
            found[file.shown] = raw  # what can't be read is the check's to report
    return found, barred


class _Bench:
    """What all organisations of a repair share."""

    def __init__(
        self, wish: Wish, project: Project, catalogue: Catalogue, before: Texts, barred: Mapping[str, str]
    ) -> None:
        self.with_unsafe = wish.with_unsafe
        self.targets = frozenset(before)
        self.barred = barred
        self.paths = {found.shown: found.path for found in project.files}
        self._folders = {found.shown: found.organisation for found in project.files}
        self._given = wish.request.in_memory
        self.chosen = {rule_id for name in wish.select for rule_id in catalogue.named(name)} or set(catalogue.rules)
        self._request = wish.request._replace(config=_widened(wish, catalogue)._replace(severity="info"))

    def in_memory(self, texts: Texts) -> dict[str, bytes]:
        """Give texts as a request takes them."""
        return {**self._given, **{self.paths[file]: raw for file, raw in texts.items()}}

    def look(self, texts: Texts, folder: str) -> list[Finding]:
        """Check one organisation: what is excused or recorded in a baseline counts for nothing."""
        request = self._request._replace(in_memory=self.in_memory(texts), only=frozenset((folder,)), with_fixes=True)
        found = check(request).findings
        return [each for each in found.shown if self._folders.get(each.place.file) == folder]


def _widened(wish: Wish, catalogue: Catalogue) -> Config:
    """Let every rule of the run judge what fixes bring about, not only those whose findings are fixed."""
    config = wish.request.config
    if not wish.select:
        return config
    most = Profile[config.profile.upper()].value
    usual = config.select or tuple(rule.id for rule in catalogue.rules.values() if rule.profile.value <= most)
    return config._replace(select=(*usual, *wish.select))


class _Settling:
    """One organisation on its way to where another pass changes nothing."""

    def __init__(self, bench: _Bench, folder: str, texts: Texts) -> None:
        self._bench = bench
        self._folder = folder
        self.texts = texts
        self.fixed: list[Finding] = []
        self._found: Sequence[Finding] = bench.look(texts, folder)
        self._refused: dict[tuple[object, ...], Fault] = {}
        self.is_settled = False

    def run(self) -> None:
        """Make passes; what was refused is tried again once others have changed the files."""
        has_changed = False
        for _ in range(MOST_PASSES):
            fresh = [offer for offer in self._offers() if offer.signature not in self._refused]
            if fresh:
                has_changed |= self._pass(fresh)
            elif self._refused and has_changed:
                self._refused.clear()
                has_changed = False
            else:
                self.is_settled = True
                return

    def _pass(self, fresh: list[Offer]) -> bool:
        """Try what doesn't conflict; how files are read comes first, for it brings other findings to light."""
        about_reading = [offer for offer in fresh if is_about_reading([offer])]
        batch = without_conflicts(about_reading or fresh)
        result = tried(self.texts, self._found, batch, lambda texts: self._bench.look(texts, self._folder))
        self.texts, self._found = result.texts, result.found
        self.fixed += (offer.finding for offer in result.kept)
        self._refused |= {offer.signature: fault for offer, fault in result.refused}
        return bool(result.kept)

    def _offers(self) -> list[Offer]:
        """Give the fixes that may be made."""
        return [offer for offer in self._wanted() if offer.files <= self._bench.targets and self._may(offer)]

    def _wanted(self) -> list[Offer]:
        chosen = self._bench.chosen
        return [Offer(each, each.fix) for each in self._found if each.fix and each.rule in chosen]

    def _may(self, offer: Offer) -> bool:
        return offer.fix.safety is Safety.SAFE or (self._bench.with_unsafe and offer.fix.safety is Safety.UNSAFE)

    @property
    def waiting(self) -> int:
        """How many findings wait for somebody to ask for unsafe fixes."""
        return sum(not self._may(offer) and offer.files <= self._bench.targets for offer in self._wanted())

    def undone(self) -> list[Undone]:
        """Give what was refused, and what would have to change a file that nobody named."""
        found = []
        for offer in filter(self._may, self._wanted()):
            fault = self._out_of_reach(offer) or self._refused.get(offer.signature)
            if fault:
                found.append(Undone(offer.finding, fault))
        return found

    def _out_of_reach(self, offer: Offer) -> Fault | None:
        """Say which file would have to change and can't."""
        for file in sorted(offer.files - self._bench.targets):
            return Fault(self._bench.barred.get(file, "elsewhere"), (file,))
        return None
