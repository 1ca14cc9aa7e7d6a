"""Every format against what reads it: whatever roles hold, each report can be read, and says the same."""

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from jdlint.finding import Edit, Fix, Means, Safety, Severity, Status, Suppression
from jdlint.location import Point, Range
from jdlint.report import FORMATS, render
from jdlint.report.markdown import COMMENT, write_within
from jdlint.wording import Speech, plain
from tests.conftest import ROLES
from tests.reporting import ENGLISH, finding, hostile, outcome
from tests.running import ROOT, jdlint, write

MACHINE = [name for name in FORMATS if name != "text"]

ROLE = "title: 文员\nduties: [完成领导交办的其他工作, 编制周报]\n"
CLEAN = "title: Clerk\nduties: [Sort the mail by noon each day]\n"
HELD_BACK = Suppression(Means.IGNORED, "three people in all", "", "", None)


def read_xml(text: str) -> ET.Element:
    """Read XML as strictly as a consumer does."""
    return ET.fromstring(text)  # noqa: S314 - our own output


# ---------------------------------------------------------------- all of them


def every_format(folder: Path, *arguments: str, cwd: Path, locale: str = "C", code: int = 1) -> dict[str, str]:
    """Give the reports of one run in every format."""
    files = [f"--output-file={name}={folder / name}" for name in FORMATS]
    run = jdlint(*arguments, *files, cwd=cwd, locale=locale)
    assert run.code == code, run.err
    return {name: (folder / name).read_bytes().decode() for name in FORMATS}


def readable(name: str, text: str) -> object:
    """Read a report as its consumers do."""
    if name in ("junit", "checkstyle"):
        return read_xml(text)
    return text if name in ("text", "github", "markdown") else json.loads(text)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Give reports in every format on the roles as received, and on hostile ones."""
    tree = hostile(tmp_path_factory.mktemp("hostile"))
    return {
        "received": every_format(tmp_path_factory.mktemp("received"), str(ROLES / "as-received"), cwd=ROOT),
        "hostile": every_format(tree, "roles", "--profile", "audit", cwd=tree),
    }


def test_hostile_text_is_safe_in_every_format(reports: dict[str, dict[str, str]]) -> None:
    for name, text in reports["hostile"].items():
        for forbidden in "\u202e\x01\ufffe\x1b\r":
            assert forbidden not in text, name
        assert readable(name, text) is not None
        assert len(text) < 200_000 or name == "json"  # JSON alone gives a name of a third of a million characters whole


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes file names that are no text")
def test_file_name_that_is_no_text_is_safe_in_every_format(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": "name: A\n"})
    with open(os.path.join(os.fsencode(tmp_path / "roles"), b"\xff.yaml"), "wb") as file:
        file.write(ROLE.encode())
    for name, text in every_format(tmp_path, "roles", cwd=tmp_path).items():
        assert ("%FF.yaml" if name == "sarif" else "udcff.yaml") in text, name
        assert readable(name, text) is not None


def test_formats_for_programs_never_follow_the_locale(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE})
    english = every_format(tmp_path, "roles", cwd=tmp_path)
    chinese = every_format(tmp_path, "roles", cwd=tmp_path, locale="zh_CN.UTF-8")
    assert [name for name in FORMATS if english[name] != chinese[name]] == ["text"]
    assert all("文员" in text for text in english.values())


def test_paths_start_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"hr/.jdlint.yaml": "lang: en\n", "hr/roles/a b.yaml": ROLE})
    above = every_format(tmp_path, "hr/roles", cwd=tmp_path)
    for name in MACHINE:
        if name == "json":
            assert json.loads(above[name])["prefix"] == "hr/"
        else:
            assert ("hr/roles/a%20b.yaml" if name == "sarif" else "hr/roles/a b.yaml") in above[name], name
    assert above == every_format(tmp_path, ".", cwd=tmp_path / "hr")


def test_a_clean_tree_gives_reports_that_can_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": CLEAN})
    found = every_format(tmp_path, "roles", "--select", "duty/catch-all", cwd=tmp_path, code=0)
    assert found["github"] == ""
    assert all(readable(name, text) is not None for name, text in found.items())


def test_text_loads_no_other_format(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE})
    code = (
        "import sys\nfrom jdlint.cli import run\nrun(['roles'])\n"
        "print(sorted(name for name in sys.modules if name.startswith(('jdlint.report.', 'jdlint.cli.files'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert loaded == str([f"jdlint.report.{name}" for name in ("closing", "excuse", "quote", "text", "width")])


# ---------------------------------------------------------------- several outputs


def test_several_reports_come_from_one_run(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE})
    files = ("--output-file", "sarif=out.sarif", "--output-file=gitlab=gl.json")
    run = jdlint("roles", "--lang", "en", *files, cwd=tmp_path)
    assert "error" in run.out
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((tmp_path / "gl.json").read_text())[0]["check_name"]


def test_one_report_goes_into_a_file_whose_permissions_stay(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE, "out.json": "old"})
    (tmp_path / "out.json").chmod(0o640)
    run = jdlint("roles", "--format", "json", "-o", "out.json", cwd=tmp_path)
    assert run.out == ""
    assert json.loads((tmp_path / "out.json").read_text())["findings"]
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.json", "roles"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--output-file", "serif=x"], "Did you mean `sarif`?"),
        (["--output-file", "sarif"], "is no FORMAT=FILE"),
        (["--output-file", "sarif="], "is no FORMAT=FILE"),
        (["--output-file", "sarif=x", "--output-file", "json=./x"], "two reports would go to"),
        (["--output-file", "sarif=missing/x"], "there is no folder missing"),
        (["-o", "roles"], "can't be written"),
        (["-o", "roles/a.yaml"], "a report would destroy it"),
    ],
)
def test_reports_that_cannot_be_written_stop_the_run(arguments: list[str], words: str, tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE})
    run = jdlint("roles", *arguments, cwd=tmp_path)
    assert (run.code, words in run.err) == (2, True), run.err
    assert (tmp_path / "roles/a.yaml").read_text() == ROLE


def test_a_device_takes_a_report(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": ROLE})
    assert jdlint("roles", "--format", "json", "-o", os.devnull, cwd=tmp_path).code == 1


# ---------------------------------------------------------------- GitHub


def test_github_annotations_are_escaped() -> None:
    hostile_finding = finding("100% {match}", values={"match": "a\nb"}, file="roles/a,b:c%.yaml")
    (line,) = render("github", outcome(hostile_finding), ENGLISH).splitlines()
    assert line == (
        "::warning file=roles/a%2Cb%3Ac%25.yaml,line=3,col=5,endColumn=9,title=jdlint duty/catch-all"
        "::100%25 a\\x0ab%0AName the work."
    )


def test_github_annotations_are_sorted_and_capped() -> None:
    some = [
        finding(severity=severity) for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR) for _ in range(12)
    ]
    lines = render("github", outcome(*some), ENGLISH).splitlines()
    levels = [line.split(" ")[0] for line in lines[:-1]]
    assert levels == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[-1].startswith("jdlint: 2 errors, 2 warnings, 2 infos not annotated here")


def test_github_annotates_what_the_change_did_alone() -> None:
    some = [finding(f"{status.value}", status=status) for status in Status]
    out = render("github", outcome(*some, base="HEAD"), ENGLISH)
    assert [line.split("::")[2].split("%0A")[0] for line in out.splitlines()] == ["introduced", "affected"]


def test_github_range_over_several_lines_has_no_last_column() -> None:
    (line,) = render("github", outcome(finding(at=(3, 5, 6, 2))), ENGLISH).splitlines()
    assert "line=3,col=5,endLine=6,title=" in line


def test_job_summary_holds_what_the_annotations_leave_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duties = "\n".join(f"  - 完成领导交办的其他工作 {number}" for number in range(30))
    write(tmp_path, {"roles/a.yaml": f"title: Clerk\nduties:\n{duties}\n", "summary.md": "before\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    out = jdlint("roles", "--format", "github", "--select", "duty/catch-all", cwd=tmp_path).out
    assert out.count("::warning") + out.count("::error") == 10
    summary = (tmp_path / "summary.md").read_text()
    assert summary.startswith("before\n<!-- jdlint -->\n### jdlint: ")
    assert summary.count("`duty/catch-all`") > 10


def test_a_job_summary_that_cannot_be_written_fails_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"roles/a.yaml": CLEAN})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "missing" / "summary.md"))
    run = jdlint("roles", "--format", "github", "--select", "duty/catch-all", cwd=tmp_path)
    assert (run.code, "no job summary" in run.err) == (0, True)


# ---------------------------------------------------------------- Markdown


def rendered(text: str) -> str:
    """Turn Markdown into HTML with the extensions of GitHub: tables, strike-through, bare addresses as links."""
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py isn't installed")
    pytest.importorskip("linkify_it", reason="linkify-it-py isn't installed")
    html: str = markdown_it.MarkdownIt("gfm-like").render(text)
    return html


def test_what_roles_say_is_no_markup_in_markdown(reports: dict[str, dict[str, str]]) -> None:
    html = rendered(reports["hostile"]["markdown"])
    for forbidden in ("<a ", "<img", "<s>", "<em>", "<table", "href"):
        assert forbidden not in html
    outside_code = "".join(part.split("</code>")[-1] for part in html.split("<code"))
    assert "@everyone" not in outside_code
    assert "#1" not in outside_code


@pytest.mark.parametrize("text", ["a`b", "``", "`a", "a``b`c", " a ", "\\", "a\\|b", "<!-- -->", "@x @y", "a\u202eb"])
def test_a_value_stays_one_span_of_code(text: str) -> None:
    html = rendered(render("markdown", outcome(finding("x {match} y", values={"match": text})), ENGLISH))
    assert html.count("<code>") == 3
    assert "@x" not in "".join(part.split("</code>")[-1] for part in html.split("<code>"))


@pytest.mark.parametrize("text", ["@all", "www.evil.example", "https://evil.example", "#12 and GH-3", "a@b.example"])
def test_words_of_a_rule_become_no_links(text: str) -> None:
    out = render("markdown", outcome(finding(text)), ENGLISH)
    assert "<a " not in rendered(out)
    assert text not in out.replace("\\", "")


def test_markdown_keeps_within_a_comment_and_counts_the_rest() -> None:
    many = [finding(values={"match": f"{number} " + "字" * 300}) for number in range(1000)]
    many.append(finding("the heaviest", severity=Severity.ERROR))
    out = render("markdown", outcome(*many), ENGLISH)
    assert len(out.encode("utf-16-le")) // 2 <= COMMENT
    told = out.count("`duty/catch-all`")
    assert 100 < told < 1000
    assert f"and {1001 - told} findings more" in out.replace("\\", "")
    assert out.index("the heaviest") < out.index("字")
    assert out.rstrip().endswith("yet\\.")


def test_markdown_fits_any_bound_that_holds_its_frame() -> None:
    for most in range(400, 2000, 37):
        out = write_within(outcome(*[finding()] * 20), ENGLISH, most, len)
        assert len(out) <= most
        told = out.count("`duty/catch-all`")
        assert told == 20 or f"and {20 - told} finding" in out


# ---------------------------------------------------------------- SARIF


def only_run(text: str) -> dict[str, Any]:
    """Give the one run of a SARIF report."""
    document = json.loads(text)
    assert document["version"] == "2.1.0"
    (found,) = document["runs"]
    run: dict[str, Any] = found
    return run


def test_sarif_places_are_relative_and_keys_differ(reports: dict[str, dict[str, str]]) -> None:
    run = only_run(reports["received"]["sarif"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) > 100
    places = [place["physicalLocation"]["artifactLocation"] for each in run["results"] for place in each["locations"]]
    assert {place["uriBaseId"] for place in places} == {"%SRCROOT%"}
    assert all(place["uri"].startswith("roles/as-received/") for place in places)
    keys = [each["partialFingerprints"]["jdlint/v1"] for each in run["results"]]
    assert len(set(keys)) == len(keys)
    assert any("relatedLocations" in each for each in run["results"])
    rules = run["tool"]["driver"]["rules"]
    assert {rules[each["ruleIndex"]]["id"] for each in run["results"]} == {each["id"] for each in rules}
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)


def test_sarif_keys_differ_where_two_organisations_hold_the_same_role(tmp_path: Path) -> None:
    parts = {"org.yaml": "name: X\n", "r.yaml": ROLE}
    write(tmp_path, {f"{name}/{file}": text for name in "ab" for file, text in parts.items()})
    results = only_run(jdlint(".", "--select", "duty/catch-all", "--format", "sarif", cwd=tmp_path).out)["results"]
    keys = [each["partialFingerprints"]["jdlint/v1"] for each in results]
    assert keys[1] == f"{keys[0]}-2"


def test_sarif_says_what_a_change_did_and_which_exception_holds() -> None:
    old = finding("old", status=Status.EXISTING)
    new = finding("new", status=Status.INTRODUCED)
    excused = finding("excused", suppression=HELD_BACK)
    every = outcome(new, old, base="HEAD")
    every = every._replace(findings=every.findings._replace(ignored=(excused,)))
    results = json.loads(render("sarif", every, ENGLISH))["runs"][0]["results"]
    states = {each["message"]["text"].split("\n")[0]: each["baselineState"] for each in results}
    assert states == {"old": "unchanged", "new": "new", "excused": "unchanged"}
    (suppression,) = next(each["suppressions"] for each in results if each["suppressions"])
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "three people in all")


def test_sarif_without_a_base_has_no_state() -> None:
    (result,) = json.loads(render("sarif", outcome(finding()), ENGLISH))["runs"][0]["results"]
    assert "baselineState" not in result
    assert result["suppressions"] == []


EDIT = Edit("roles/a.yaml", Range(Point(3, 5), Point(3, 9)), "编制周报")


def test_fixes_are_written_where_a_format_knows_them() -> None:
    fixed = outcome(finding(fix=Fix(Safety.UNSAFE, plain("name the work"), (EDIT,))))
    told = json.loads(render("json", fixed, ENGLISH))["findings"][0]["fix"]
    assert (told["safety"], told["summary"], told["edits"][0]["text"]) == ("unsafe", "name the work", "编制周报")
    (result,) = json.loads(render("sarif", fixed, ENGLISH))["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "roles/a.yaml"
    assert change["replacements"][0]["insertedContent"]["text"] == "编制周报"
    (diagnostic,) = json.loads(render("rdjson", fixed, ENGLISH))["diagnostics"]
    assert diagnostic["suggestions"] == [
        {"range": {"start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 17}}, "text": "编制周报"}
    ]


def test_dropping_a_byte_order_mark_is_no_empty_edit(tmp_path: Path) -> None:
    write(tmp_path, {"roles/org.yaml": "name: X\n"})
    (tmp_path / "roles/a.yaml").write_bytes("\ufefftitle: Clerk\nduties: [File the post daily]\n".encode())

    def run(name: str) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(
            jdlint(".", "--select", "syntax/encoding", "--format", name, cwd=tmp_path).out
        )
        return report

    (edit,) = run("json")["findings"][0]["fix"]["edits"]
    assert (edit["text"], edit["drops_byte_order_mark"]) == ("", True)
    (result,) = run("sarif")["runs"][0]["results"]
    assert "fixes" not in result
    (diagnostic,) = run("rdjson")["diagnostics"]
    assert "suggestions" not in diagnostic


@pytest.mark.parametrize(
    "fix",
    [
        Fix(Safety.DISPLAY, plain("advice"), (EDIT,)),
        Fix(Safety.SAFE, plain("two"), (EDIT, EDIT)),
        Fix(Safety.SAFE, plain("another file"), (EDIT._replace(file="roles/b.yaml"),)),
        Fix(Safety.SAFE, plain("another line"), (EDIT._replace(range=Range(Point(4, 5), Point(4, 9))),)),
    ],
)
def test_rdjson_suggests_only_what_stands_alone(fix: Fix) -> None:
    (diagnostic,) = json.loads(render("rdjson", outcome(finding(fix=fix)), ENGLISH))["diagnostics"]
    assert "suggestions" not in diagnostic


@pytest.mark.parametrize("name", ["received", "hostile"])
def test_sarif_tools_read_every_result(name: str, reports: dict[str, dict[str, str]], tmp_path: Path) -> None:
    if importlib.util.find_spec("sarif") is None:
        pytest.skip("sarif-tools isn't installed")
    write(tmp_path, {"report.sarif": reports[name]["sarif"]})
    target = tmp_path / "report.csv"
    command = [sys.executable, "-m", "sarif", "csv", "--output", str(target), str(tmp_path / "report.sarif")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    results = json.loads(reports[name]["sarif"])["runs"][0]["results"]
    assert sorted(row["Code"] for row in rows) == sorted(each["ruleId"] for each in results)
    assert all(row["Location"].startswith("roles/") and int(row["Line"]) > 0 for row in rows)


@pytest.mark.parametrize("name", ["received", "hostile"])
def test_sarif_passes_microsofts_validator(name: str, reports: dict[str, dict[str, str]], tmp_path: Path) -> None:
    tool = shutil.which("sarif-multitool")
    if tool is None:
        pytest.skip("sarif-multitool isn't installed (npm install -g @microsoft/sarif-multitool)")
    write(tmp_path, {"report.sarif": reports[name]["sarif"]})
    command = [tool, "validate", str(tmp_path / "report.sarif"), "--rule-kind", "Sarif;Ghas"]
    clean = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=clean)
    assert "Analysis completed successfully" in done.stdout
    told = [line for line in done.stdout.splitlines() if " SARIF" in line or " JSON" in line or " GH" in line]
    assert [line for line in told if "SARIF2005" not in line] == []  # it wants the address of a home page


# ---------------------------------------------------------------- XML


def test_checkstyle_exactly() -> None:
    text = render("checkstyle", outcome(finding("a & b < {match}", values={"match": '"\x01'})), ENGLISH)
    (file,) = read_xml(text)
    (error,) = file
    assert file.attrib == {"name": "roles/a.yaml"}
    assert error.attrib == {
        "line": "3",
        "column": "5",
        "severity": "warning",
        "message": 'a & b < "\\x01\nName the work.',
        "source": "jdlint.duty.catch-all",
    }


def test_junit_exactly() -> None:
    some = outcome(
        finding("told"), finding("only information", severity=Severity.INFO), files=("roles/a.yaml", "roles/b.yaml")
    )
    some = some._replace(findings=some.findings._replace(ignored=(finding(suppression=HELD_BACK),)))
    root = read_xml(render("junit", some, ENGLISH))
    assert root.attrib == {"name": "jdlint", "tests": "4", "failures": "1", "errors": "0", "skipped": "1"}
    first, second = root
    assert first.attrib == {"name": "roles/a.yaml", "tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
    assert [[inner.tag for inner in case] for case in first] == [["failure"], ["system-out"], ["skipped"]]
    assert first[0].attrib == {"classname": "roles/a.yaml", "name": "duty/catch-all duties[0]"}
    assert first[0][0].text == "roles/a.yaml:3:5\ntold\nName the work."
    assert first[2][0].attrib == {"message": "three people in all"}
    assert [case.attrib for case in second] == [{"classname": "roles/b.yaml", "name": "jdlint"}]


def test_junitparser_reads_the_roles_as_received(reports: dict[str, dict[str, str]]) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser isn't installed")
    found = junitparser.JUnitXml.fromstring(reports["received"]["junit"].encode())
    assert found.failures == sum(len(case.result) for suite in found for case in suite if case.result)
    assert found.tests == sum(1 for suite in found for _ in suite)
    assert all(case.result[0].type.count("/") == 1 for suite in found for case in suite if case.result)


# ---------------------------------------------------------------- JSON formats


def test_gitlab_has_every_field_that_gitlab_needs(reports: dict[str, dict[str, str]]) -> None:
    entries = json.loads(reports["received"]["gitlab"])
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 100
    for entry in entries:
        assert all(isinstance(entry[key], str) and entry[key] for key in ("description", "check_name", "fingerprint"))
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert 1 <= entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"]


def test_rdjson_counts_columns_in_bytes() -> None:
    (one,) = json.loads(render("rdjson", outcome(finding(line="甲乙𐐀丙丁", at=(3, 3, 3, 5))), ENGLISH))["diagnostics"]
    assert one["location"]["range"] == {"start": {"line": 3, "column": 7}, "end": {"line": 3, "column": 14}}
    (lines,) = json.loads(render("rdjson", outcome(finding(at=(3, 5, 6, 2))), ENGLISH))["diagnostics"]
    assert lines["location"]["range"] == {"start": {"line": 3}, "end": {"line": 6}}


def test_rdjson_has_reviewdogs_fields(reports: dict[str, dict[str, str]]) -> None:
    document = json.loads(reports["received"]["rdjson"])
    assert document["source"] == {"name": "jdlint"}
    for each in document["diagnostics"]:
        assert set(each) <= {"message", "location", "severity", "code", "suggestions"}
        assert each["severity"] in ("ERROR", "WARNING", "INFO")
        start, end = each["location"]["range"]["start"], each["location"]["range"]["end"]
        assert ("column" in start) == ("column" in end)
        assert (start["line"], start.get("column", 1)) <= (end["line"], end.get("column", 1))


def test_json_holds_the_whole_of_a_text_in_escapes(reports: dict[str, dict[str, str]]) -> None:
    findings = json.loads(reports["hostile"]["json"])["findings"]
    assert any("\u202e" in finding["message"] for finding in findings)


@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_speaks_every_language(name: str, language: str) -> None:
    some = [finding(severity=severity) for severity in Severity for _ in range(400)]
    out = render(name, outcome(*some), Speech(language, language))
    assert "完成工作" in out
