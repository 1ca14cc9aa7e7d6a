"""Reads and checks organisations one after another, and keeps what is found of them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.run import Plan, check_alone, check_file, check_together, rests_on_day
from jdlint.compare.pairs import Sketch, sketch
from jdlint.finding import Finding
from jdlint.kept import Alone, Kept
from jdlint.model.build import Built
from jdlint.model.join import join
from jdlint.model.load import load
from jdlint.model.organisation import Organisation
from jdlint.processes import share_out, worthwhile
from jdlint.record import NamedTuple
from jdlint.source.contents import Contents
from jdlint.source.discover import Found
from jdlint.source.states import Base
from jdlint.verdict import Skipped, Verdict
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
    is_steady: bool = True
    """Whether its files held, when they were judged, what they held when the run began."""


class Survey:
    """What a run has found so far, organisation by organisation."""

    def __init__(
        self,
        contents: Contents,
        measure: Measure,
        kept: Kept | None = None,
        touched: Container[str] = (),
        visit: Visit | None = None,
        *,
        is_past: bool = False,
    ) -> None:
        self._contents = contents
        self._kept = None if visit else kept
        self._visit = visit
        self._is_past = is_past
        self.measure: Final = measure
        self._touched = touched
        self.looked_at: frozenset[str] | None = None
        """The files of the organisations that are looked at, now and before a change; None where no other is left."""
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

    def of_past(self, base: Base) -> "Survey":
        """Give a survey of a state of the past that judges by the same measure."""
        past = Survey(Contents(base.view), self.measure, self._kept, base.before, is_past=True)
        past.looked_at = self.looked_at
        return past

    def check(self, organisations: Iterable[Sequence[Found]], processes: int = 0) -> None:
        """Judge organisations, each given by its files, unless what was found of the very same files is kept.

        `processes` is how many share the work; 0 for as many as pay.
        """
        groups = tuple(organisations)
        kept = [self._find(files) for files in groups]
        missing = [files for files, found in zip(groups, kept, strict=True) if found is None]
        judged = share_out(missing, self._judge, self._processes(missing, processes))
        for files, found in zip(groups, kept, strict=True):
            self._add(files, found or next(judged))

    def _processes(self, groups: Sequence[Sequence[Found]], asked: int) -> int:
        if self._visit:
            return 1
        return asked or worthwhile(sum(map(len, groups)))

    def has_looked_at(self, file: str) -> bool:
        """Whether a file belongs, or belonged, to an organisation that is looked at."""
        return self.looked_at is None or file in self.looked_at

    def _add(self, files: Sequence[Found], judged: Judged) -> None:
        """Take in the verdict on an organisation, as far as its files were asked for."""
        verdict = judged.verdict
        held = dict(verdict.files)
        targets = {found.shown for found in files if found.is_target}
        self.sketches += judged.sketches
        self.files += (file for file in held if file in targets)
        self.org_files += (found.shown for found in files if found.is_org)
        self.roles += sum(roles for file, roles in held.items() if file in targets)
        self.languages += verdict.languages
        self.findings += verdict.findings
        self.skipped += (each for each in verdict.skipped if each.file in targets)
        self.unchecked += verdict.unchecked
        self.unread += verdict.unread
        self.is_steady = self.is_steady and judged.is_steady

    def _find(self, files: Sequence[Found]) -> Judged | None:
        """Give what is kept of an organisation."""
        if self._kept is None:
            return None
        verdict = self._kept.verdict(self._contents, files, is_past=self._is_past)
        if verdict is None:
            return None
        built = (load(self._contents, found) for found in files if found.path in self._touched)
        roles = (role for file in built if isinstance(file, Built) for role in file.roles)
        return Judged(verdict, tuple(map(sketch, roles)))

    def _judge(self, files: Sequence[Found]) -> Judged:
        """Read and check the files of one organisation."""
        at_first = self._contents.about(files) if self._kept else ()
        loaded = [(found, load(self._contents, found)) for found in files]
        built = [(found, file) for found, file in loaded if isinstance(file, Built)]
        pairs = ((found.organisation, file) for found, file in built)
        # a file that couldn't be read kept much from being checked: mending it must not bring that up as new
        joined = join(pairs, is_forgiving=self._is_past)
        if self._visit:
            for organisation in joined:
                self._visit(organisation)
        sources = [file for _, file in built]
        alone = self._kept.alone(self._contents, files) if self._kept else None
        verdict = Verdict(
            files=tuple((found.shown, len(file.roles)) for found, file in built),
            languages=tuple(organisation.facts.language for organisation in joined),
            findings=tuple(found for each in joined for found in self._findings(each, sources, alone)),
            skipped=tuple(Skipped(found.shown, why) for found, why in loaded if not isinstance(why, Built)),
            unchecked=tuple(note for organisation in joined for note in _unchecked(organisation)),
            unread=tuple(organisation.folder for organisation in joined if organisation.unread),
        )
        if self._kept and alone:
            alone.keep()
            is_dated = any(rests_on_day(role) for organisation in joined for role in organisation.roles)
            is_past = self._is_past and not all(file.source.readable for file in sources)
            self._kept.keep(self._contents, files, verdict, is_past=is_past, is_dated=is_dated)
        roles = (role for found, file in built if found.path in self._touched for role in file.roles)
        is_steady = not self._kept or at_first == self._contents.about(files)
        return Judged(verdict, tuple(map(sketch, roles)), is_steady)

    def _findings(self, organisation: Organisation, files: list[Built], alone: Alone | None) -> Iterator[Finding]:
        """Give what the rules find, with the exceptions that hold, and what is wrong with the exceptions."""
        language = organisation.facts.language
        catalogue, rules, as_of = self.measure
        found = [finding for file in files for finding in check_file(rules, file, language)]
        found += self._alone(organisation, files, alone)
        found += check_together(rules, organisation)
        exceptions = Exceptions(organisation, files, catalogue, as_of)
        yield from exceptions.settle(found)
        for file in exceptions.flaws(rules.complete(found)):
            yield from check_file(rules, file, language)

    def _alone(self, organisation: Organisation, files: Iterable[Built], alone: Alone | None) -> Iterator[Finding]:
        """Give what the roles of files say by themselves, kept or found now."""
        missing: list[Built] = []
        for file in files:
            kept = alone.findings(file.source.path) if alone else None
            if kept is None:
                missing.append(file)
            else:
                yield from kept
        found = check_alone(self.measure.rules, organisation, [role for file in missing for role in file.roles])
        for file in missing:
            own = [each for _ in file.roles for each in next(found)]
            yield from own
            if alone and not any(map(rests_on_day, file.roles)):
                alone.add(file.source.path, own)


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
