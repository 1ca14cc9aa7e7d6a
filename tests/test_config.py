"""Settings: per path, for auditors, and a schema that can't drift from what is read."""

import json
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from jdlint.checking.binding import bind
from jdlint.checking.left_out import fits
from jdlint.checking.override import Override
from jdlint.config import CHOICES, Config, find
from jdlint.errors import ConfigError, RuleError, UsageError
from jdlint.report import FORMATS
from tests.reporting import checked
from tests.running import jdlint, write

CATCH_ALL = "完成领导交办的其他工作"
ROLE = f"title: 文员\nduties: [{CATCH_ALL}, 整理档案]\n"
FILES = {"roles/new/a.yaml": ROLE, "roles/legacy/b.yaml": ROLE.replace("文员", "司机")}


@pytest.mark.parametrize(
    ("pattern", "file", "is_fit"),
    [
        ("roles/legacy/**", "roles/legacy/a/b.yaml", True),
        ("roles/legacy", "roles/legacy/b.yaml", True),
        ("roles/legacy/", "roles/legacy/b.yaml", True),
        ("roles/legacy", "roles/legacy-two/b.yaml", False),
        ("roles/*.yaml", "roles/a.yaml", True),
        ("**/b.yaml", "b.yaml", True),
        ("**/b.yaml", "roles/b.yaml", True),
        ("Roles/*", "roles/a.yaml", False),
        ("roles/[a].yaml", "roles/a.yaml", True),
        ("*经理*", "roles/城市经理.yaml", True),
    ],
)
def test_patterns_fit_paths_and_folders(pattern: str, file: str, is_fit: bool) -> None:  # noqa: FBT001 - a parameter
    assert fits(file, pattern) is is_fit


@pytest.mark.parametrize(
    "override",
    [
        Override(("roles/legacy",), ignore=("duty",)),
        Override(("roles/legacy",), ignore=("duty/catch-all",)),
        Override(("roles/legacy",), select=("kpi",)),
        Override(("roles/legacy",), severity="error"),
    ],
)
def test_an_override_holds_for_its_files_and_is_counted(override: Override, tmp_path: Path) -> None:
    found = checked(tmp_path, FILES, select=("duty/catch-all",), overrides=(override,))
    assert [each.place.file for each in found.findings.shown] == ["roles/new/a.yaml"]
    assert [each.place.file for each in found.findings.excluded] == ["roles/legacy/b.yaml"]


def test_an_override_may_lower_the_profile(tmp_path: Path) -> None:
    found = checked(tmp_path, FILES, overrides=(Override(("roles/legacy",), profile="core"),))
    profiles = {
        folder: {each.profile.label for each in found.findings.shown if each.place.file.startswith(f"roles/{folder}")}
        for folder in ("new", "legacy")
    }
    assert profiles == {"new": {"core", "standard"}, "legacy": {"core"}}


def test_overrides_never_hide_broken_files(tmp_path: Path) -> None:
    files = {"roles/a.yaml": "title: [\n"}
    found = checked(tmp_path, files, overrides=(Override(("roles",), ignore=("ALL",)),))
    assert [each.rule for each in found.findings.shown] == ["syntax/parse"]


def test_excluded_files_are_counted(tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": "exclude: [roles/legacy]\n", **FILES})
    run = jdlint("--select", "duty/catch-all", "--lang", "en", cwd=tmp_path)
    assert "1 finding left out by settings isn't shown.\n" in run.out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("overides: []\n", "Did you mean `overrides`?"),
        ("overrides: [{file: [a]}]\n", "Did you mean `files`?"),
        ("overrides: [{files: [a], ignor: [b]}]\n", "Did you mean `ignore`?"),
        ("overrides: [{ignore: [b]}]\n", "`files` is missing"),
        ("overrides: [{files: [], ignore: [b]}]\n", "`files` is empty"),
        ("overrides: [{files: [a]}]\n", "changes nothing"),
        ("overrides: [{files: [a], severity: high}]\n", "none of error, warning, info"),
        ("overrides: [{files: [a], profile: strict}]\n", "above the project's, standard"),
        ("overrides: 3\n", "expected keys and values"),
        ("profile: ''\n", "none of core"),
    ],
)
def test_settings_that_cannot_hold_are_refused(text: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": text})
    with pytest.raises(ConfigError) as caught:
        find(str(tmp_path))
    assert words in f"{caught.value} {caught.value.remedy.read('en')}"


def test_unknown_rules_in_overrides(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no rule"):
        checked(tmp_path, FILES, overrides=(Override(("roles",), select=("duty/catchall",)),))
    write(tmp_path, {".jdlint.yaml": "overrides: [{files: [roles], ignore: [duty/catchall]}]\n"})
    assert "Did you mean `duty/catch-all`?" in jdlint(cwd=tmp_path).err
    shown = jdlint("config", cwd=tmp_path).out
    assert "overrides: files: roles; ignore: duty/catchall\n" in shown
    assert "warning: ignore: there is no rule `duty/catchall`" in shown


# ---------------------------------------------------------------- for auditors


def test_auditors_see_what_comments_and_roles_except(tmp_path: Path) -> None:
    role = f"""\
title: 文员
duties:
  - {CATCH_ALL}   # jdlint: ignore[duty/catch-all] 集团模板
  - 熟悉物业管理的法规
accept: [{{rule: duty/trait-as-duty, reason: 过渡, by: 人事部, until: 2099-01-01}}]
"""
    write(tmp_path, {"roles/a.yaml": role})
    only = ("--select", "duty/catch-all,duty/trait-as-duty", "--lang", "en")
    report = f"--output-file=json={tmp_path}/o"
    run = jdlint("roles", *only, "--no-ignores", "--fail-on", "info", report, cwd=tmp_path)
    assert run.code == 1
    assert "  = ignored at roles/a.yaml:3:19: 集团模板\n" in run.out
    assert "  = accepted at roles/a.yaml:5:17 by 人事部 until 2099-01-01: 过渡\n" in run.out
    told = json.loads((tmp_path / "o").read_text())["findings"]
    assert [each["suppression"]["kind"] for each in told] == ["ignored", "accepted"]
    assert told[1]["suppression"] == {"kind": "accepted", "reason": "过渡", "by": "人事部", "until": "2099-01-01"}
    # what an equal run has kept must not answer for the other
    codes = [
        jdlint("roles", *only, "--fail-on", "info", *more, cwd=tmp_path).code for more in ((), ("--no-ignores",), ())
    ]
    assert codes == [0, 1, 0]


def test_every_format_marks_what_is_shown_for_auditors(tmp_path: Path) -> None:
    role = f"title: 文员\nduties:\n  - {CATCH_ALL}   # jdlint: ignore[duty/catch-all] 集团模板\n  - 整理档案\n"
    write(tmp_path, {"roles/a.yaml": role})
    files = [f"--output-file={name}={tmp_path / name}" for name in FORMATS]
    jdlint("roles", "--select", "duty/catch-all", "--no-ignores", *files, cwd=tmp_path)
    assert [name for name in FORMATS if "集团模板" not in (tmp_path / name).read_text()] == []
    assert "3:19: 集团模板" in (tmp_path / "text").read_text()


# ---------------------------------------------------------------- the schema


def schema() -> dict[str, Any]:
    """Give the schema as the command prints it."""
    document: dict[str, Any] = json.loads(jdlint("schema", "config").out)
    Draft202012Validator.check_schema(document)
    return document


def test_the_schema_knows_the_keys_choices_and_defaults_of_the_settings() -> None:
    document = schema()
    for definition, record in ((document, Config), (document["$defs"]["override"], Override)):
        hints = {name: hint for name, hint in get_type_hints(record).items() if name != "path"}
        assert list(definition["properties"]) == list(hints)
        assert definition["additionalProperties"] is False
        required = [name for name in hints if name not in record._field_defaults]
        assert definition.get("required", []) == required
        for name, part in definition["properties"].items():
            if name in CHOICES:
                blank = ("",) if record is Override else ()
                assert part["enum"] == [*CHOICES[name], *blank], name
            if hints[name] is str:
                assert part["default"] == record._field_defaults[name], name
            else:
                assert "default" not in part, name


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {
            "profile": "strict",
            "select": ["duty"],
            "ignore": "kpi",
            "severity": "error",
            "fail_on": "never",
            "lang": "zh",
        },
        {"rules": ["own"], "exclude": "old", "baseline": "", "overrides": {"files": "a", "ignore": ["b"]}},
        {"overrides": [{"files": ["a", "b"], "select": "duty", "profile": "core", "severity": "warning"}]},
        {"overrides": []},
        {"profil": "strict"},
        {"profile": 3},
        {"select": [1]},
        {"select": {"duty": True}},
        {"baseline": ["a"]},
        {"path": "x"},
        {"overrides": [{"ignore": ["b"]}]},
        {"overrides": [{"files": ["a"]}]},
        {"overrides": [{"files": [], "ignore": ["b"]}]},
        {"overrides": [{"files": ["a"], "ignore": ["b"], "what": 1}]},
        {"overrides": "a"},
    ],
)
def test_the_schema_accepts_what_the_settings_accept(settings: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": json.dumps(settings)})
    try:
        find(str(tmp_path))
    except ConfigError:
        is_read = False
    else:
        is_read = True
    assert Draft202012Validator(schema()).is_valid(settings) is is_read


def test_a_list_stands_for_itself_alone() -> None:
    with pytest.raises(RuleError):
        bind(Config, {"profile": ["core"]})
