"""What the formats for programs share: findings with their words made safe, and paths from the repository's root."""

from collections.abc import Iterable, Iterator

from jdlint.checking.fingerprint import distinct
from jdlint.finding import Finding, cut
from jdlint.pipeline import Outcome
from jdlint.record import NamedTuple
from jdlint.report.excuse import excuse
from jdlint.report.width import shown
from jdlint.source.discover import lead
from jdlint.wording import Speech


class Told(NamedTuple):
    """One finding, said in the language of its organisation."""

    finding: Finding
    key: str
    """By which a program knows it again; no other finding of the report has it."""
    file: str
    """From the root of the repository, with forward slashes."""
    message: str
    advice: str
    language: str

    @property
    def whole(self) -> str:
        """Message and advice, on two lines."""
        return f"{self.message}\n{self.advice}" if self.advice else self.message

    @property
    def where(self) -> str:
        """File, line and column, for a person."""
        start = self.finding.place.range.start
        return f"{shown(cut(self.file))}:{start.line}:{start.column}"


def told(outcome: Outcome, speech: Speech) -> list[Told]:
    """Give the findings that a reader has to deal with: those that were there before a change are left out."""
    new = (each for each in outcome.findings.shown if not each.is_existing)
    return [marked(each) for each in tell(new, outcome, speech)]


def tell(findings: Iterable[Finding], outcome: Outcome, speech: Speech) -> Iterator[Told]:
    """Say findings, in their order."""
    paths = Paths(outcome.root)
    for finding, key in distinct(findings):
        language = speech.about(finding.language)
        message, advice = finding.message(language), finding.advice(language)
        yield Told(finding, key, paths.of(finding.place.file), shown(message), shown(advice), language)


def marked(each: Told) -> Told:
    """Give a finding that is shown although an exception holds for it, with a word on the exception."""
    made = each.finding.suppression
    return each._replace(message=f"{each.message} [{excuse(made, each.language)}]") if made else each


class Paths:
    """Turns paths from the project's root into paths from the repository's, which CI services know alone."""

    def __init__(self, root: str) -> None:
        self._lead = lead(root)

    def of(self, file: str) -> str:
        """Give the path of a file from the repository's root."""
        return self._lead + file
