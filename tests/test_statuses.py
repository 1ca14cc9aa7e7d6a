"""What a comparison's classes do: existing findings are counted, not shown, and don't fail a run."""

import json

import pytest

from jdlint.checking.filter import Filtered, sum_of
from jdlint.cli import judge
from jdlint.finding import Confidence, Finding, Place, Profile, Severity, Status
from jdlint.location import Point, Range
from jdlint.pipeline import Outcome
from jdlint.report import json as json_report
from jdlint.report import text
from jdlint.wording import Speech, plain

SPEECH = Speech("en", "en")


def _outcome(*statuses: Status | None, base: str = "HEAD") -> Outcome:
    place = Place("roles/a.yaml", "duties[0]", Range(Point(1, 1), Point(1, 2)), "a: 1")
    shown = tuple(
        Finding("duty/x", Severity.ERROR, Confidence.HIGH, Profile.CORE, plain(f"told {at}"), {}, place, status=status)
        for at, status in enumerate(statuses)
    )
    found = Filtered(shown, (), (), ())
    return Outcome(
        root="/x",
        as_of="2026-01-01",
        files=("roles/a.yaml",),
        roles=1,
        languages=(),
        profile=Profile.STANDARD,
        findings=found,
        sum=sum_of(found),
        skipped=(),
        unchecked=(),
        base=base,
    )


@pytest.mark.parametrize(
    ("statuses", "fails"),
    [
        ((None,), True),
        ((Status.INTRODUCED,), True),
        ((Status.AFFECTED,), True),
        ((Status.EXISTING,), False),
        ((Status.EXISTING, Status.AFFECTED), True),
    ],
)
def test_existing_findings_alone_dont_fail(statuses: tuple[Status | None, ...], fails: bool) -> None:  # noqa: FBT001 - a parameter
    assert judge.fails(_outcome(*statuses), "error") is fails


def test_text_shows_what_the_change_did_and_counts_the_rest() -> None:
    told = text.write(_outcome(Status.INTRODUCED, Status.EXISTING, Status.AFFECTED), SPEECH)
    assert "told 0" in told
    assert "told 1" not in told
    assert "told 2" in told
    assert told.count("this file hasn't changed: the change made it wrong") == 1
    assert "2 errors, 0 warnings, 0 infos new in 1 role (1 file).\nCompared with HEAD.\n" in told
    assert "1 finding was there before and isn't shown." in told


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
def test_closing_lines_exist_in_every_language(language: str) -> None:
    told = text.write(_outcome(Status.EXISTING, base="v{1}"), Speech(language, language))
    assert "v{1}" in told
    assert "told" not in told


def test_json_gives_each_finding_its_status_and_counts_them() -> None:
    document = json.loads(json_report.write(_outcome(Status.INTRODUCED, Status.EXISTING), SPEECH))
    assert [finding["status"] for finding in document["findings"]] == ["introduced", "existing"]
    assert document["base"] == "HEAD"
    counted = {status.value: document["summary"][status.value] for status in Status}
    assert counted == {"introduced": 1, "affected": 0, "existing": 1}


def test_json_has_no_status_where_nothing_is_compared() -> None:
    document = json.loads(json_report.write(_outcome(None, base=""), SPEECH))
    assert document["findings"][0]["status"] is None
    assert document["base"] is None
    assert document["summary"]["introduced"] is None
