"""A command line that is plainly right is read as argparse reads it, and every other is left to argparse."""

import random

import pytest

from jdlint.cli import check
from jdlint.cli.options import Plain
from jdlint.cli.usage import parser
from jdlint.errors import UsageError


def _plain(arguments: list[str]) -> dict[str, object] | None:
    options = Plain()
    check.tell(options)
    found = options.read(arguments)
    return None if found is None else vars(found)


def _argparse(arguments: list[str]) -> dict[str, object] | None:
    options = parser("check")
    check.tell(options)
    try:
        return vars(options.parse_args(arguments))
    except UsageError:
        return None


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["roles", "other.yaml"],
        ["--no-cache", "--fail-on", "never", "roles"],
        ["roles", "--profile=audit", "--format", "json", "-o", "report.json"],
        ["--select", "duty", "--select=kpi,level", "--ignore", "a/b"],
        ["-", "--stdin-filename", "roles/a.yaml"],
        ["--staged", "--full", "--jobs", "3", "--as-of", "2026-01-31", "--lang", "zh-Hant"],
        ["--output-file", "sarif=a.sarif", "--output-file", "junit=b.xml"],
    ],
)
def test_what_is_plainly_right_is_read(arguments: list[str]) -> None:
    assert _plain(arguments) == _argparse(arguments) is not None


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such"],
        ["--profile"],
        ["--profile", "severe"],
        ["--profile", "--staged"],
        ["--isolated=yes"],
        ["--staged", "--diff-base", "main"],
        ["--jobs", "0"],
        ["--as-of", "2026-02-30"],
        ["a", "--isolated", "b"],
        ["--", "-a"],
        ["-oreport.json"],
        ["--help"],
        ["\0describe"],
    ],
)
def test_what_may_be_wrong_is_left_to_argparse(arguments: list[str]) -> None:
    assert _plain(arguments) is None


def test_the_two_agree_on_whatever_is_written() -> None:
    words = [
        *("roles", "a.yaml", "-", "--", "", "--staged", "--full", "--select", "--select=duty", "--profile", "audit"),
        *("--profile=core", "--format", "json", "--jobs", "2", "--diff-base", "HEAD", "-o", "out", "--isolated", "--x"),
        *(
            "--as-of=2026-01-31",
            "--no-ignores",
            "--output-file",
            "text=a",
            "--lang",
            "en",
            "--lang=",
            "-1",
            "two words",
        ),
    ]
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    read = 0
    for _ in range(2000):
        arguments = chance.choices(words, k=chance.randrange(5))
        found = _plain(arguments)
        if found is not None:
            read += 1
            assert found == _argparse(arguments), arguments
    assert read > 300
