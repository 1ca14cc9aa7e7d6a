"""The targets `baseline` and `ignores`: an exception hides what it names and nothing else, and is read or refused."""

from collections import Counter
from functools import cache

from fuzz.judged import check_span, findings, the_plan
from jdlint.checking import baseline as record
from jdlint.checking.catalogue import built_in
from jdlint.checking.exceptions import Exceptions
from jdlint.checking.instruction import read_instruction
from jdlint.checking.run import check_file
from jdlint.errors import ConfigError
from jdlint.finding import Finding, Means
from jdlint.location import Span
from jdlint.model.build import Built, build_roles
from jdlint.model.join import join
from jdlint.source.comment import comments
from jdlint.source.yaml import read


def baseline(raw: bytes) -> None:
    """A record is read again as it is written, or refused with a remedy; a role's own record hides all that it may."""
    if raw.lstrip()[:1] == b"{":
        _read_record(raw)
    else:
        _record(build_roles(read("roles/a.yaml", raw)))


def _read_record(raw: bytes) -> None:
    try:
        found = record.read("baseline.json", raw)
    except ConfigError as error:
        if not error.remedy.read("en"):
            raise AssertionError("a record is refused without a remedy") from error
        return
    written = record.write(found.entries)
    again = record.read("baseline.json", written.encode())
    if Counter(again.entries) != Counter(found.entries) or record.write(again.entries) != written:
        raise AssertionError("a record reads otherwise than it was written")
    marked, left = record.apply(found, _found_in_office(), lambda _: True)
    hidden = sum(finding.suppression is not None for finding in marked)
    if len(marked) != len(_found_in_office()) or hidden + len(left) != len(found.entries):
        raise AssertionError("a record hides more or less than it holds")
    text = Span(0, len(found.text))
    for problem in record.problems(found._replace(gone=left), built_in().rules).problems:
        check_span(problem.span, text, "an entry of a record")


def _record(role: Built) -> None:
    """Record everything that is found in a role: then nothing is new, and nothing in the record is old."""
    found = findings((role,))
    mine = [finding for finding in found if _may_be_excused(finding)]
    text = record.write(map(record.entry, mine))
    marked, left = record.apply(record.read("baseline.json", text.encode()), found, _may_be_excused)
    hidden = [finding for finding in marked if finding.suppression]
    if left or len(hidden) != len(mine) or any(each.suppression.means is not Means.BASELINED for each in hidden):  # type: ignore[union-attr]
        raise AssertionError("a record of all findings hides others than those")


def ignores(raw: bytes) -> None:
    """Comments and acceptances are understood or told about, hide what they name, and lose nothing."""
    source = read("roles/a.yaml", raw)
    for comment in comments(source):
        check_span(comment.span, Span(0, len(source.text)), "a comment")
        instruction, problems = read_instruction(comment)
        if instruction is not None and not instruction.reason.strip():
            raise AssertionError("a comment without a reason hides a finding")
        for problem in problems:
            check_span(problem.span, Span(0, len(source.text)), problem.rule)
    role = build_roles(source)
    found = findings((role,))
    for organisation in join((("roles", role),)):
        exceptions = Exceptions(organisation, (role,), built_in(), "2026-01-01")
        settled = list(exceptions.settle(found))
        if [each._replace(suppression=None) for each in settled] != found:
            raise AssertionError("a finding is lost or changed by an exception")
        if any(each.suppression and not _may_be_excused(each) for each in settled):
            raise AssertionError("an exception hides what can't be excused")
        for file in exceptions.flaws(the_plan().complete(found)):
            told = list(check_file(the_plan(), file, None))
            if any(finding.rule == "internal/crash" for finding in told):
                raise AssertionError(told[0].message("en"))


def _may_be_excused(finding: Finding) -> bool:
    return built_in().rules[finding.rule].is_excusable


@cache
def _found_in_office() -> tuple[Finding, ...]:
    return tuple(findings((build_roles(read("roles/a.yaml", OFFICE)),)))


def office_record() -> bytes:
    """Give the record of a small role with some faults, for the mutator to begin from."""
    return record.write(map(record.entry, _found_in_office())).encode()


OFFICE = """
title: 会计
reports_to: 总经理
duties: [负责财务工作, 负责财务工作, 完成领导交办的其他工作, 熟悉会计法规, 登记台帐,,按月归档]
""".encode()
