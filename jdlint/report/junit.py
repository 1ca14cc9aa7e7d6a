"""The report as JUnit's XML: a file is a suite, a finding is a test that fails, a clean file one that passes."""

from collections.abc import Iterable, Iterator

from jdlint.finding import Severity, cut
from jdlint.pipeline import Outcome
from jdlint.record import NamedTuple
from jdlint.report.encode import tag, xml_text
from jdlint.report.told import Paths, Told, tell, told
from jdlint.wording import Speech

_FAILURE, _SKIPPED, _PASSED = "failures", "skipped", "passed"


class _Case(NamedTuple):
    told: Told
    result: str


def write(outcome: Outcome, speech: Speech) -> str:
    """Write suites in the order of their files; an exception that holds is a test that is skipped."""
    paths = Paths(outcome.root)
    suites: dict[str, list[_Case]] = {paths.of(file): [] for file in outcome.files}
    cases = [_Case(each, _PASSED if _is_information(each) else _FAILURE) for each in told(outcome, speech)]
    cases += [_Case(each, _SKIPPED) for each in tell(outcome.findings.suppressed, outcome, speech)]
    for case in cases:
        suites.setdefault(case.told.file, []).append(case)
    return "\n".join(_lines(dict(sorted(suites.items())))) + "\n"


def _lines(suites: dict[str, list[_Case]]) -> Iterator[str]:
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


def _counts(suites: Iterable[list[_Case]]) -> dict[str, int]:
    lists = list(suites)
    results = [case.result for members in lists for case in members]
    return {
        "tests": len(results) + sum(not members for members in lists),
        "failures": results.count(_FAILURE),
        "errors": 0,
        "skipped": results.count(_SKIPPED),
    }


def _is_information(each: Told) -> bool:
    return each.finding.severity is Severity.INFO


def _case(case: _Case) -> Iterator[str]:
    """Write one finding; information alone fails nothing, so it stands as the output of a test that passes."""
    each, finding = case.told, case.told.finding
    name = cut(f"{finding.rule} {finding.place.pointer}") if finding.place.pointer else finding.rule
    yield f"    <{tag('testcase', classname=each.file, name=name)}>"
    text = xml_text(f"{each.where}\n{each.whole}")
    if case.result == _FAILURE:
        yield f"      <{tag('failure', type=finding.rule, message=each.message)}>{text}</failure>"
    elif case.result == _SKIPPED:
        reason = finding.suppression.reason if finding.suppression else ""
        yield f"      <{tag('skipped', message=reason or each.message)}/>"
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"
