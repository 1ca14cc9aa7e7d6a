"""Outcomes for tests of the formats: findings from a few words, and organisations full of hostile text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jdlint.checking.filter import Filtered, sum_of
from jdlint.config import Config
from jdlint.finding import Confidence, Finding, Fix, Place, Profile, Severity, Status, Suppression, Value
from jdlint.location import Point, Range
from jdlint.pipeline import Outcome, Request, check
from jdlint.wording import Speech, plain
from tests.running import write

ENGLISH = Speech("en", "en")


def finding(  # noqa: PLR0913 - each part of a finding may matter to a format
    template: str = "“{match}” has no bound",
    *,
    rule: str = "duty/catch-all",
    severity: Severity = Severity.WARNING,
    at: tuple[int, int, int, int] = (3, 5, 3, 9),
    line: str = "  - 完成工作",
    values: Mapping[str, Value] | None = None,
    file: str = "roles/a.yaml",
    status: Status | None = None,
    suppression: Suppression | None = None,
    fix: Fix | None = None,
    related: tuple[Place, ...] = (),
) -> Finding:
    """Give one finding; `at` is its range."""
    first, column, last, end = at
    place = Place(file, "duties[0]", Range(Point(first, column), Point(last, end)), line)
    told = values or {"match": "完成工作"}
    return Finding(
        rule,
        severity,
        Confidence.HIGH,
        Profile.CORE,
        plain(template),
        told,
        place,
        related=related,
        help=plain("Name the work."),
        role="clerk",
        identity=(rule, "clerk", "duties[*]", *map(str, told.values()), "0"),
        fix=fix,
        status=status,
        suppression=suppression,
    )


def outcome(
    *findings: Finding, root: str = "/nowhere", files: tuple[str, ...] = ("roles/a.yaml",), base: str = ""
) -> Outcome:
    """Give what a run found."""
    found = Filtered(findings, (), (), ())
    return Outcome(
        root=root,
        as_of="2026-01-01",
        files=files,
        roles=1,
        languages=("en",),
        profile=Profile.STANDARD,
        findings=found,
        sum=sum_of(found),
        skipped=(),
        unchecked=(),
        base=base,
    )


HOSTILE = "@everyone <img src=x> [x](http://evil.example) `a` | b ~~c~~ #1 www.evil.example &amp; %0A::error::x"
"""What a role may say in order to be taken for markup, a mention, a link or a command."""


def hostile(folder: Path) -> Path:
    """Write roles whose names and duties hold what breaks reports: controls, marks of direction, commands, markup."""
    title = 'title: "\\u202E\\x01\\uFFFE\\x1B[31m' + HOSTILE.replace('"', "") + '"\n'
    name = "roles/a,b:c%25 ' <&>\u202e.yaml"
    return write(
        folder,
        {
            name: title + f"duties: ['{HOSTILE}', 完成领导交办的其他工作, 完成领导交办的其他工作]\n",
            "roles/large.yaml": f"title: {'长' * 350_000}\nduties: [完成领导交办的其他工作]\n",
            "roles/org.yaml": "name: 甲\nlanguage: zh-Hans\n",
        },
    )


def checked(folder: Path, files: Mapping[str, str], *paths: str, **settings: Any) -> Outcome:  # noqa: ANN401 - fields of Config
    """Write files and check them in this process; paths are relative to the folder."""
    write(folder, dict(files))
    config = Config()._replace(**settings)
    return check(Request(tuple(str(folder / path) for path in paths or (".",)), "2026-01-01", config))
