"""Reads and checks organisations one after another, and keeps what is found of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.run import Plan, check_file, check_whole
from jdlint.compare.pairs import Sketch, sketch
from jdlint.finding import Finding
from jdlint.model.build import Built
from jdlint.model.join import join
from jdlint.model.load import load
from jdlint.model.organisation import Organisation
from jdlint.record import NamedTuple
from jdlint.run.extent import Extent, Past
from jdlint.run.kept import Alone, Kept
from jdlint.run.processes import FEWEST, share_out, worthwhile
from jdlint.run.roles import judge_roles
from jdlint.run.telling import Manner, Telling, says_its_language
from jdlint.run.verdict import Skipped, Verdict
from jdlint.saying import say
from jdlint.source.contents import Contents
from jdlint.source.discover import Found
from jdlint.wording import Wording


class Measure(NamedTuple):
    """What organisations are measured by."""

    catalogue: Catalogue
    rules: Plan
    as_of: str
    """The day by which acceptances and reviews are judged."""


Visit = Callable[[Organisation], object]
"""What a caller does with each organisation while a run holds it; what it keeps must be small."""


class Judged(NamedTuple):
    """A verdict on an organisation, and what tells those of its roles again that a change touches."""

    verdict: Verdict
    sketches: tuple[Sketch, ...]
    about: bytes = b""
    """All that it rests on, where something is kept, but for `when`."""
    when: str = ""
    """As in what is kept."""
    is_steady: bool = True
    """Whether its files held, when they were judged, what they held when the run began."""
    told: Telling | None = None
    """What is told of it, where it could be told at once; the verdict is without findings then."""


class Survey:
    """What a run has found so far, organisation by organisation."""

    def __init__(
        self,
        contents: Contents,
        measure: Measure,
        kept: Kept | None,
        extent: Extent,
        visit: Visit | None = None,
        *,
        manner: Manner | None = None,
    ) -> None:
        self._contents = contents
        self._kept = None if visit else kept
        self._visit = visit
        self._manner = manner
        """How organisations are told one by one, where what was told before may serve again."""
        self._told: list[tuple[Sequence[Found], Telling]] = []
        """The organisations of which something was told before."""
        self._untold: list[Judged] = []
        """The organisations that are yet to be told."""
        self.measure: Final = measure
        self.extent: Final = extent
        self.tellings: list[Telling] = []
        """What is told of organisations; their findings aren't among those of the run."""
        self.sketches: list[Sketch] = []
        """The roles of the files that a change touches."""
        self.files: list[str] = []
        """The files that were asked for and hold roles or facts."""
        self.org_files: list[str] = []
        self.roles = 0
        self.languages: list[str | None] = []
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self.unchecked: list[Wording] = []
        self.is_steady = True
        """Whether no file changed while the run was under way."""
        self.unread: list[str] = []
        """The folders of the organisations of which a file can't be read."""

    def of_past(self, past: Past) -> "Survey":
        """Give a survey of what a change touched in a state of the past, by the same measure."""
        return Survey(Contents(past.base.view), self.measure, self._kept, self.extent.of_past(past))

    def check(self, processes: int = 0) -> None:
        """Judge organisations unless what was found of the very same files is kept.

        `processes` is how many share the work; 0 for as many as pay.
        """
        groups = self.extent.organisations
        kept = [self._find(files) for files in groups]
        missing = [files for files, found in zip(groups, kept, strict=True) if found is None]
        many = self._processes(missing, processes)
        most = max(FEWEST, sum(map(len, missing)) // many)
        judged = share_out([files for files in missing if len(files) <= most], self._judge, many)
        for files, found in zip(groups, kept, strict=True):
            if isinstance(found, Telling):
                self._told.append((files, found))
                self._add(files, found.verdict)
            elif found is None and len(files) > most:  # too large for a process of its own
                self._take(files, self._judge(files, many))
            else:
                self._take(files, found or next(judged))

    def _processes(self, groups: Sequence[Sequence[Found]], asked: int) -> int:
        if self._visit:
            return 1
        return asked or worthwhile(sum(map(len, groups)))

    def _take(self, files: Sequence[Found], judged: Judged) -> None:
        """Take in an organisation with its findings."""
        self._add(files, judged.verdict)
        self.sketches += judged.sketches
        self._hold(judged)

    def _hold(self, judged: Judged) -> None:
        """Hold what was found, or told, of an organisation."""
        self.is_steady = self.is_steady and judged.is_steady
        if judged.told:
            self.tellings.append(judged.told)
        elif self._manner:
            self._untold.append(judged)
        else:
            self.findings += judged.verdict.findings

    def _add(self, files: Sequence[Found], verdict: Verdict) -> None:
        """Take in what a verdict says beside the findings, as far as the files were asked for."""
        held = dict(verdict.files)
        targets = {found.shown for found in files if found.is_target}
        self.files += (file for file in held if file in targets)
        self.org_files += (found.shown for found in files if found.is_org)
        self.roles += sum(roles for file, roles in held.items() if file in targets)
        self.languages += verdict.languages
        self.skipped += (each for each in verdict.skipped if each.file in targets)
        self.unchecked += verdict.unchecked
        self.unread += verdict.unread

    def _find(self, files: Sequence[Found]) -> Telling | Judged | None:
        """Give what is kept of an organisation: what was told of it, or what was found."""
        about = self._about(files)
        told = self._kept.telling(about, self._manner.digest) if self._kept and self._manner else None
        return told or self._find_judged(files, about)

    def _about(self, files: Sequence[Found]) -> bytes:
        """Give all that a verdict on an organisation rests on, where something is kept."""
        return self._kept.about(self._contents, files) if self._kept else b""

    def _find_judged(self, files: Sequence[Found], about: bytes) -> Judged | None:
        """Give what was found of an organisation, where that is kept."""
        found = self._kept.verdict(about, is_past=self.extent.is_past) if self._kept else None
        if found is None:
            return None
        built = (load(self._contents, file) for file in files if file.path in self.extent.touched)
        roles = (role for file in built if isinstance(file, Built) for role in file.roles)
        return self._told_at_once(Judged(found.verdict, tuple(map(sketch, roles)), about, found.when))

    def _judge(self, files: Sequence[Found], processes: int = 1) -> Judged:
        """Read and check the files of one organisation."""
        at_first = self._about(files)
        alone = self._kept.alone(self._contents, files) if self._kept else None
        known = alone.problems if alone else {}
        loaded = [(found, load(self._contents, found, known)) for found in files]
        about = self._about(files)
        if about != at_first:  # files have changed meanwhile: what is kept of them may be of other facts
            alone = None
        built = [(found, file) for found, file in loaded if isinstance(file, Built)]
        pairs = ((found.organisation, file) for found, file in built)
        # a file that couldn't be read kept much from being checked: mending it must not bring that up as new
        joined = join(pairs, is_forgiving=self.extent.is_past)
        if self._visit:
            for organisation in joined:
                self._visit(organisation)
        sources = [file for _, file in built]
        verdict = Verdict(
            files=tuple((found.shown, len(file.roles)) for found, file in built),
            languages=tuple(organisation.facts.language for organisation in joined),
            findings=tuple(found for each in joined for found in self._findings(each, sources, alone, processes)),
            skipped=tuple(Skipped(found.shown, why) for found, why in loaded if not isinstance(why, Built)),
            unchecked=tuple(note for organisation in joined for note in _unchecked(organisation)),
            unread=tuple(organisation.folder for organisation in joined if organisation.unread),
        )
        roles = (role for found, file in built if found.path in self.extent.touched for role in file.roles)
        judged = Judged(verdict, tuple(map(sketch, roles)))
        if alone:
            alone.keep()
        if not self._kept:
            return self._told_at_once(judged)
        is_past = self.extent.is_past and not all(file.source.readable for file in sources)
        is_dated = any(map(_is_dated, joined))
        when = self._kept.keep(about, verdict, is_past=is_past, is_dated=is_dated)
        return self._told_at_once(judged._replace(about=about, when=when, is_steady=about == at_first))

    def _told_at_once(self, judged: Judged) -> Judged:
        """Have an organisation told that says which language it speaks: words take less room than findings."""
        if self._manner is None or not says_its_language(judged.verdict):
            return judged
        told = self._tell(self._manner, judged, "")
        return judged._replace(verdict=told.verdict, told=told)

    def _tell(self, manner: Manner, judged: Judged, fallback: str) -> Telling:
        """Have an organisation told, and keep it for later runs."""
        told = manner.tell(judged.verdict, fallback)
        if self._kept:
            self._kept.keep_telling(judged.about, judged.when, manner.digest, told)
        return told

    def tell(self, fallback: str) -> None:
        """Have those told that are yet to be told; what was told before in another language is told anew."""
        for files, told in self._told:
            if told.fallback in ("", fallback):
                self.tellings.append(told)
            else:
                self._hold(self._find_judged(files, self._about(files)) or self._judge(files))
        if self._manner:
            self.tellings += [self._tell(self._manner, judged, fallback) for judged in self._untold]

    def _findings(
        self, organisation: Organisation, files: list[Built], alone: Alone | None, processes: int
    ) -> Iterator[Finding]:
        """Give what the rules find, with the exceptions that hold, and what is wrong with the exceptions."""
        language = organisation.facts.language
        catalogue, rules, as_of = self.measure
        found = [finding for file in files for finding in check_file(rules, file, language)]
        found += judge_roles(rules, organisation, files, alone, processes)
        found += check_whole(rules, organisation)
        exceptions = Exceptions(organisation, files, catalogue, as_of)
        yield from exceptions.settle(found)
        for file in exceptions.flaws(rules.complete(found)):
            yield from check_file(rules, file, language)


def _is_dated(organisation: Organisation) -> bool:
    """Whether what was found of an organisation may be otherwise on another day."""
    return organisation.is_dated or any(each.until for role in organisation.roles for each in role.accept)


def _unchecked(organisation: Organisation) -> Iterator[Wording]:
    """Say what couldn't be checked for want of a fact or because of a broken file."""
    if not organisation.roles:
        return
    name = organisation.folder or "."
    if organisation.unread:
        yield say("report", "unchecked", "unread", name=name, n=len(organisation.unread))
    if not organisation.ladder:
        yield say("report", "unchecked", "ladder", name=name)
    if organisation.facts.jurisdictions is None:
        yield say("report", "unchecked", "jurisdictions", name=name)
