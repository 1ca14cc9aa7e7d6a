"""The report for people: each finding with its words under a caret, and what the run says at the end."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jdlint.finding import Finding, Severity, Status
from jdlint.pipeline import Outcome
from jdlint.report.closing import closing
from jdlint.report.excuse import excuse
from jdlint.report.quote import cut
from jdlint.report.width import shown, where, width
from jdlint.run.telling import Block
from jdlint.saying import tell
from jdlint.wording import Speech

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_MOST_RELATED = 12
"""So many related places are shown; JSON has them all."""


def write(outcome: Outcome, speech: Speech, *, colour: bool = False) -> str:
    """Write findings and closing lines; a run that had nothing to look at says so, and no more."""
    if not outcome.files and not outcome.left_alone:
        return "".join(f"{note.read(speech.plain)}\n" for note in outcome.unchecked)
    new = [finding for finding in outcome.findings.shown if not finding.is_existing]
    told = [block for each in outcome.tellings for block in each.blocks] + blocks(new, speech, colour=colour)
    parts = [text for _, text in sorted(told, key=lambda block: block[0])]
    return "\n".join((*parts, closing(outcome, speech.plain))) + "\n"


def blocks(findings: Iterable[Finding], speech: Speech, *, colour: bool) -> list[Block]:
    """Tell findings, which stand in the order of their files, file by file."""
    painter = _Painter(colour=colour)
    return [
        (file, "\n".join(_finding(finding, speech.about(finding.language), painter) for finding in members))
        for file, members in groupby(findings, key=lambda finding: finding.place.file)
    ]


class _Painter:
    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def _finding(finding: Finding, language: str, painter: _Painter) -> str:
    label = tell(language, "report", "severities", finding.severity.label)
    severity = painter.paint(label, "1;" + _COLOURS[finding.severity])
    message = shown(finding.message(language))
    rule = painter.paint(f"[{finding.rule}]", "2")
    lines = [f"{severity}: {message} {rule}"]
    lines += _quote(finding, painter)
    lines += _related(finding, language, painter)
    if finding.status is Status.AFFECTED:
        lines.append(f"  = {tell(language, 'report', 'beside', 'affected')}")
    if finding.suppression:
        lines.append(f"  = {excuse(finding.suppression, language)}")
    advice = finding.advice(language)
    if advice:
        lines.append(f"  = {tell(language, 'report', 'beside', 'help')}: {shown(advice)}")
    return "\n".join(lines) + "\n"


def _quote(finding: Finding, painter: _Painter) -> Iterator[str]:
    """Write the place, its line, and carets under the words; a blank file has no line to show."""
    place = finding.place
    gutter = len(str(place.range.start.line))
    yield f"{' ' * gutter}--> {where(place)}"
    if not place.source_line.strip():
        return
    line, start, end = cut(place)
    lead = width(shown(line[:start]))
    carets = "^" * max(1, width(shown(line[start:end])))
    bar = painter.paint("|", "34")
    yield f"{place.range.start.line} {bar} {shown(line)}"
    yield f"{' ' * gutter} {bar} {' ' * lead}{painter.paint(carets, _COLOURS[finding.severity])}"


def _related(finding: Finding, language: str, painter: _Painter) -> Iterator[str]:
    for place in finding.related[:_MOST_RELATED]:
        said = f": {shown(place.message.read(language))}" if place.message else ""
        yield f"  {painter.paint('=', '34')} {where(place)}{said}"
    hidden = len(finding.related) - _MOST_RELATED
    if hidden > 0:
        yield f"  = {tell(language, 'report', 'beside', 'places', n=hidden)}"
