"""Where reports go: standard output, files, and the job summary of GitHub Actions."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from jdlint.cli import usage
from jdlint.cli.aside import say_aside
from jdlint.cli.options import Options
from jdlint.errors import UsageError
from jdlint.record import NamedTuple
from jdlint.report import FORMATS, render
from jdlint.wording import Speech, language_of

if TYPE_CHECKING:  # see jdlint.report
    import argparse

    from jdlint.pipeline import Outcome

_SUMMARY_LIMIT = 1_000_000
"""A little less than the mebibyte that GitHub takes for the summary of a step."""


class Output(NamedTuple):
    """One report: its format, and the file it goes to; '' is standard output."""

    format: str
    file: str = ""


def add_options(options: Options) -> None:
    """Add --format, --output and --output-file."""
    options.add_argument("--format", choices=FORMATS, default="text")
    options.add_argument("-o", "--output", metavar="FILE")
    options.add_argument(
        "--output-file",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
    )


def wanted(options: "argparse.Namespace") -> tuple[Output, ...]:
    """Give the reports that the command line asks for; raises UsageError for what can't be written."""
    found = (Output(options.format, options.output or ""), *map(_parse, options.output_file))
    files = [os.path.realpath(each.file) for each in found if each.file]
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice:
        raise UsageError("one-file-twice", file=twice)
    return found


def _parse(text: str) -> Output:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise UsageError("no-format-and-file", text=text)
    if name not in FORMATS:
        from jdlint.saying import hint  # noqa: PLC0415 - only a mistake needs it

        raise UsageError("no-format", name=name, hint=hint(name, FORMATS))
    return Output(name, file)


def refuse_sources(outputs: tuple[Output, ...], outcome: "Outcome") -> None:
    """Refuse to write a report over one of the files that were read."""
    if not any(output.file for output in outputs):  # following the links of many files takes long
        return
    read = {os.path.realpath(os.path.join(outcome.root, file)): file for file in outcome.files}
    for output in outputs:
        if output.file and os.path.realpath(output.file) in read:
            raise UsageError("holds-roles", file=output.file)


def deliver(outputs: tuple[Output, ...], outcome: "Outcome", asked: str, write: Callable[[str], object]) -> None:
    """Write every report; files first, so that a closed pipe costs none of them."""
    refuse_sources(outputs, outcome)
    for output in sorted(outputs, key=lambda output: not output.file):
        speech = _speech(asked, outcome, for_people=output.format == "text")
        text = render(output.format, outcome, speech, colour=not output.file and usage.wants_colour())
        if output.file:
            _save(output.file, text)
        else:
            write(text)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(output.format == "github" for output in outputs):
        _summarise(summary, outcome, _speech(asked, outcome, for_people=False))


def _save(file: str, text: str) -> None:
    from jdlint.cli.files import replace  # noqa: PLC0415 - only a report in a file needs it

    replace(file, text)


def _speech(asked: str, outcome: "Outcome", *, for_people: bool) -> Speech:
    """Choose the languages: a machine format never follows the locale, so that it is the same everywhere."""
    if for_people:
        return Speech(asked, usage.language("", outcome.languages))
    declared = {language_of(tag) for tag in outcome.languages if tag}
    only = declared.pop() if len(declared) == 1 else None
    return Speech(asked, only or "en")


def _summarise(file: str, outcome: "Outcome", speech: Speech) -> None:
    """Add the findings to the job summary; a run doesn't fail for want of it."""
    from jdlint.report.markdown import write_within  # noqa: PLC0415 - needed in GitHub Actions alone
    from jdlint.saying import reason, say  # noqa: PLC0415 - the same

    text = write_within(outcome, speech, _SUMMARY_LIMIT, lambda part: len(part.encode("utf-8", "backslashreplace")))
    try:
        with open(file, "a", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(text + "\n")
    except OSError as error:
        say_aside(say("errors", "asides", "no-job-summary", why=reason(error)).read(speech.plain))
