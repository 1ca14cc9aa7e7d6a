"""Reads and checks organisations one after another, and keeps what is found of them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.run import Plan, check_file, check_organisation
from jdlint.compare.pairs import Sketch, sketch
from jdlint.finding import Finding
from jdlint.model.build import Built
from jdlint.model.join import join
from jdlint.model.load import load
from jdlint.model.organisation import Organisation
from jdlint.processes import share_out
from jdlint.record import NamedTuple
from jdlint.source.discover import Found
from jdlint.source.view import View
from jdlint.wording import Wording


class Skipped(NamedTuple):
    """A file that was passed over, and why."""

    file: str
    reason: Wording


class Measure(NamedTuple):
    """What organisations are measured by."""

    catalogue: Catalogue
    rules: Plan
    as_of: str
    """The day by which acceptances and reviews are judged."""


Visit = Callable[[Organisation], object]
"""What a caller does with each organisation while a run holds it; what it keeps must be small."""


class Part(NamedTuple):
    """What is found of one organisation; it holds no tree, because trees take much more room than findings."""

    sketches: tuple[Sketch, ...]
    """The roles of the files that a change touches."""
    files: tuple[str, ...]
    """The files that were asked for and hold roles or facts."""
    org_files: tuple[str, ...]
    roles: int
    languages: tuple[str | None, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    unchecked: tuple[Wording, ...]
    unread: tuple[str, ...]
    """The folder of the organisation, where a file of it can't be read."""


class Survey:
    """What a run has found so far, organisation by organisation."""

    def __init__(
        self,
        view: View,
        measure: Measure,
        touched: Container[str] = (),
        visit: Visit | None = None,
        *,
        is_past: bool = False,
        looked_at: frozenset[str] | None = None,
    ) -> None:
        self._view = view
        self._visit = visit
        self._is_past = is_past
        self.looked_at: Final = looked_at
        """The files of the organisations that are looked at, now and before a change; None where no other is left."""
        self.measure: Final = measure
        self._touched = touched
        self.sketches: list[Sketch] = []
        self.files: list[str] = []
        self.org_files: list[str] = []
        self.roles = 0
        self.languages: list[str | None] = []
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self.unchecked: list[Wording] = []
        self.unread: list[str] = []
        """The folders of the organisations of which a file can't be read."""

    def check(self, groups: Iterable[Sequence[Found]], processes: int = 1) -> None:
        """Read and check organisations, each given by its files."""
        for part in share_out(tuple(groups), self._part, 1 if self._visit else processes):
            self.sketches += part.sketches
            self.files += part.files
            self.org_files += part.org_files
            self.roles += part.roles
            self.languages += part.languages
            self.findings += part.findings
            self.skipped += part.skipped
            self.unchecked += part.unchecked
            self.unread += part.unread

    def has_looked_at(self, file: str) -> bool:
        """Whether a file belongs, or belonged, to an organisation that is looked at."""
        return self.looked_at is None or file in self.looked_at

    def _part(self, files: Iterable[Found]) -> Part:
        """Read and check the files of one organisation."""
        loaded = [(found, load(self._view, found)) for found in files]
        built = [(found, file) for found, file in loaded if isinstance(file, Built)]
        pairs = ((found.organisation, file) for found, file in built)
        # a file that couldn't be read kept much from being checked: mending it must not bring that up as new
        joined = join(pairs, is_forgiving=self._is_past)
        if self._visit:
            for organisation in joined:
                self._visit(organisation)
        return Part(
            sketches=tuple(sketch(role) for found, file in built if found.path in self._touched for role in file.roles),
            files=tuple(found.shown for found, _ in built if found.is_target),
            org_files=tuple(found.shown for found, _ in built if found.is_org),
            roles=sum(len(file.roles) for found, file in built if found.is_target),
            languages=tuple(organisation.facts.language for organisation in joined),
            findings=tuple(found for each in joined for found in self._findings(each, [file for _, file in built])),
            skipped=tuple(
                Skipped(found.shown, why) for found, why in loaded if found.is_target and not isinstance(why, Built)
            ),
            unchecked=tuple(note for organisation in joined for note in _unchecked(organisation)),
            unread=tuple(organisation.folder for organisation in joined if organisation.unread),
        )

    def _findings(self, organisation: Organisation, files: list[Built]) -> Iterator[Finding]:
        """Give what the rules find, with the exceptions that hold, and what is wrong with the exceptions."""
        language = organisation.facts.language
        catalogue, rules, as_of = self.measure
        found = [finding for file in files for finding in check_file(rules, file, language)]
        found += check_organisation(rules, organisation)
        exceptions = Exceptions(organisation, files, catalogue, as_of)
        yield from exceptions.settle(found)
        for file in exceptions.flaws(rules.complete(found)):
            yield from check_file(rules, file, language)


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
