"""The report as JUnit's XML: a file is a suite, a finding is a test that fails, a clean file one that passes."""

from collections.abc import Iterable, Iterator

from jdlint.finding import Severity, cut
from jdlint.pipeline import Outcome
from jdlint.report.encode import tag, xml_text
from jdlint.report.told import Paths, Told, tell, told
from jdlint.wording import Speech

_FAILURE, _SKIPPED, _PASSED = "failures", "skipped", "passed"


def write(outcome: Outcome, speech: Speech) -> str:
    """Write suites in the order of their files; an exception that holds is a test that is skipped."""
    paths = Paths(outcome.root)
    suites: dict[str, list[Told]] = {paths.of(file): [] for file in outcome.files}
    for each in (*told(outcome, speech), *tell(outcome.findings.suppressed, outcome, speech)):
        suites.setdefault(each.file, []).append(each)
    return "\n".join(_lines(dict(sorted(suites.items())))) + "\n"


def _lines(suites: dict[str, list[Told]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<{tag('testsuites', name='jdlint', **_counts(suites.values()))}>"
    for file, members in suites.items():
        yield f"  <{tag('testsuite', name=file, **_counts([members]))}>"
        if not members:
            yield f"    <{tag('testcase', classname=file, name='jdlint')}/>"
        for each in members:
            yield from _case(each)
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(suites: Iterable[list[Told]]) -> dict[str, int]:
    cases = [_result(each) for members in suites for each in members or (None,)]
    return {"tests": len(cases), "failures": cases.count(_FAILURE), "errors": 0, "skipped": cases.count(_SKIPPED)}


def _result(each: Told | None) -> str:
    if each is None or (each.finding.severity is Severity.INFO and not each.finding.suppression):
        return _PASSED
    return _SKIPPED if each.finding.suppression else _FAILURE


def _case(each: Told) -> Iterator[str]:
    """Write one finding; information alone fails nothing, so it stands as the output of a test that passes."""
    pointer = each.finding.place.pointer
    name = cut(f"{each.finding.rule} {pointer}") if pointer else each.finding.rule
    yield f"    <{tag('testcase', classname=each.file, name=name)}>"
    text = xml_text(f"{each.where}\n{each.whole}")
    match _result(each):
        case "failures":
            yield f"      <{tag('failure', type=each.finding.rule, message=each.message)}>{text}</failure>"
        case "skipped":
            reason = each.finding.suppression.reason if each.finding.suppression else ""
            yield f"      <{tag('skipped', message=reason or each.message)}/>"
        case _:
            yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"
