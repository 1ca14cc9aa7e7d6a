"""The report of a repair: what was fixed, what was taken back and why, and what is left."""

from collections import Counter
from collections.abc import Iterator

from jdlint.finding import Finding, Severity
from jdlint.fix.repair import Repaired, Undone
from jdlint.report.closing import count
from jdlint.report.width import shown
from jdlint.saying import part, tell
from jdlint.saying import reason as system_reason
from jdlint.wording import Speech


def write(repaired: Repaired, speech: Speech, *, is_written: bool, with_rest: bool = True) -> str:
    """Write what became of each fix, and what is left; `is_written` says whether files were changed."""
    lines = [*_lines(repaired, speech, is_written=is_written), *([_rest(repaired, speech.plain)] if with_rest else [])]
    return "\n".join(lines) + "\n"


def _rest(repaired: Repaired, language: str) -> str:
    left = Counter(finding.severity for finding in repaired.outcome.findings.shown)
    if not left:
        return tell(language, "repair", "sum", "clean")
    return tell(
        language,
        "repair",
        "sum",
        "left",
        errors=count("error", left[Severity.ERROR], language),
        warnings=count("warning", left[Severity.WARNING], language),
        infos=count("info", left[Severity.INFO], language),
    )


def _lines(repaired: Repaired, speech: Speech, *, is_written: bool) -> Iterator[str]:
    language = speech.plain
    for finding in repaired.fixed:
        yield _line(finding, "fixed" if is_written else "fixable", speech)
    for undone in repaired.undone:
        yield _line(undone.finding, "undone", speech) + f"\n    {reason(undone, speech)}"
    if repaired.renamed:
        yield tell(language, "repair", "sum", "keys", n=repaired.renamed)
    if repaired.fixed:
        findings, files = len(repaired.fixed), len(repaired.changed)
        counts = {"findings": count("finding", findings, language), "files": count("file", files, language)}
        yield tell(language, "repair", "sum", "done" if is_written else "would", **counts)
    elif not repaired.renamed:
        yield tell(language, "repair", "sum", "nothing")
    if repaired.waiting:
        yield tell(language, "repair", "sum", "waiting", n=repaired.waiting)
    if not repaired.is_settled:
        yield tell(language, "repair", "sum", "unsettled")


def _line(finding: Finding, key: str, speech: Speech) -> str:
    language = speech.about(finding.language)
    start = finding.place.range.start
    where = f"{shown(finding.place.file)}:{start.line}:{start.column}"
    said = finding.fix.summary.read(language) if finding.fix else finding.message(language)
    return f"{tell(language, 'repair', 'states', key)}: {where}: {shown(said)} [{finding.rule}]"


def reason(undone: Undone, speech: Speech) -> str:
    """Say why a fix wasn't made."""
    language = speech.about(undone.finding.language)
    return _because(undone.fault.reason, ", ".join(undone.fault.names), language)


def not_written(file: str, why: str, language: str) -> str:
    """Say that a file couldn't be written, and why."""
    return _because(why, file, language)


def _because(why: str, names: str, language: str) -> str:
    """Word a reason of our own, or one of the system's."""
    known = why if why in part("repair", "reasons") else "failed"
    return shown(tell(language, "repair", "reasons", known, names=names, detail=system_reason(why).read(language)))
