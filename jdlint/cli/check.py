"""`jdlint check`: check roles and report."""

import argparse
import gc
import os
import sys
from collections.abc import Callable

from jdlint import config as settings
from jdlint.cli import comparison, outputs, usage
from jdlint.errors import NothingToCheckError, UsageError
from jdlint.finding import Severity
from jdlint.pipeline import Outcome, Request, check, load_rules, nothing
from jdlint.source.discover import find_root
from jdlint.source.view import Overlay

_SETTINGS = ("select", "ignore", "profile", "severity", "fail_on", "lang")


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; gives 1 where a finding reaches --fail-on."""
    # a run is short and builds large trees that live to its end: collecting garbage only costs time
    gc.disable()
    options = _parser().parse_args(arguments)
    wanted = outputs.wanted(options)
    if options.fix:
        return _fix(options, wanted, write)
    shows_fixes = any(output.format in _SHOW_FIXES for output in wanted)
    with comparison.asked(
        options.paths, is_staged=options.staged, diff_base=options.diff_base, is_whole=options.full
    ) as states:
        asked = request(options, states)._replace(with_fixes=shows_fixes)
        outcome = _outcome(asked, states)
    outputs.deliver(wanted, outcome, asked.config.lang, write)
    return 1 if fails(outcome, asked.config.fail_on) else 0


_SHOW_FIXES = frozenset(("json", "sarif", "rdjson"))
"""The formats that hold fixes; for the others they needn't be worked out."""


def _fix(options: argparse.Namespace, wanted: tuple[outputs.Output, ...], write: Callable[[str], object]) -> int:
    """Fix what can be fixed, then report what is left."""
    from jdlint.cli import fix  # noqa: PLC0415 - 10 ms, paid only where files are to be fixed

    if options.staged or options.diff_base is not None:
        raise UsageError("--fix works on the disk, not on what git keeps", "`jdlint fix`, then `git add`.")
    asked = request(options)
    _warn_of_unknown(asked)
    return fix.then_report(asked, wanted, write, with_unsafe=options.unsafe)


def _outcome(asked: Request, states: comparison.Asked) -> Outcome:
    if states.is_idle:
        return nothing(asked, comparison.IDLE)
    try:
        _warn_of_unknown(asked)
        return check(asked)
    except NothingToCheckError:
        if not states.may_be_empty:
            raise
        return nothing(asked, comparison.NO_ROLES)


def _parser() -> argparse.ArgumentParser:
    options = usage.parser("check", "Check role definitions.")
    options.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - reads standard input")
    options.add_argument("--stdin-filename", metavar="FILE", help="the file that standard input stands for")
    compared = options.add_mutually_exclusive_group()
    compared.add_argument(
        "--staged",
        action="store_true",
        help="check what is staged in git, never the disk; what was in HEAD already doesn't fail",
    )
    compared.add_argument(
        "--diff-base",
        metavar="REV",
        help="check the commit HEAD (not the working tree) against its merge base with REV; what was there already"
        " doesn't fail",
    )
    options.add_argument(
        "--full", action="store_true", help="with --staged or --diff-base: what was there already fails, too"
    )
    outputs.add_options(options)
    options.add_argument("--select", action="append", metavar="RULE", help="run these rules or families alone")
    options.add_argument("--ignore", action="append", metavar="RULE", help="leave these rules or families out")
    options.add_argument("--profile", choices=settings.CHOICES["profile"])
    options.add_argument("--severity", choices=settings.CHOICES["severity"], help="the lowest severity to show")
    options.add_argument("--fail-on", choices=settings.CHOICES["fail_on"], help="the lowest severity that fails")
    options.add_argument("--fix", action="store_true", help="put right what can be put right for sure, and then report")
    options.add_argument("--unsafe", action="store_true", help="with --fix: also what may change the meaning")
    options.add_argument("--isolated", action="store_true", help="leave settings, baseline and own rules aside")
    options.add_argument("--no-baseline", action="store_true", help="report what the baseline records, too")
    options.add_argument(
        "--as-of", type=usage.day, metavar="DATE", help="judge reviews, acceptances and law by this day"
    )
    usage.add_language(options)
    return options


def request(options: argparse.Namespace, states: comparison.Asked | None = None) -> Request:
    """Read what is asked for from the options that checking and fixing share."""
    states = states or comparison.on_disk(options.paths)
    paths = states.paths
    in_memory: dict[str, bytes] = {}
    if "-" in paths:
        if not options.stdin_filename or len(paths) > 1:
            raise UsageError("- needs --stdin-filename and stands alone", "jdlint - --stdin-filename roles/a.yaml")
        paths = (options.stdin_filename,)
        in_memory[os.path.abspath(options.stdin_filename)] = sys.stdin.buffer.read()
    view = Overlay(in_memory, states.compared.state)
    is_bare = options.isolated or states.is_idle
    found = settings.Config() if is_bare else settings.find(find_root(paths, view), view)
    options.select, options.ignore = usage.words(options.select), usage.words(options.ignore)
    config = found._replace(**usage.given(options, _SETTINGS))
    today = options.as_of or usage.today()
    law = options.as_of or ""
    return Request(paths, today, config, options.isolated, in_memory, law, compared=states.compared)


def _warn_of_unknown(request: Request) -> None:
    """Say that an ignored rule doesn't exist: shared settings may name rules of other versions."""
    if not request.config.ignore:
        return
    root = find_root(request.paths, request.view)
    catalogue = load_rules(request.config, root, request.view, is_isolated=request.is_isolated)
    for name in request.config.ignore:
        if not catalogue.matching(name):
            text = f"jdlint: nothing to ignore: there is no rule `{name}`. {catalogue.hint(name)}"
            print(text, file=sys.stderr)  # noqa: T201 - a warning beside the report


def fails(outcome: Outcome, fail_on: str) -> bool:
    """Whether a finding reaches the severity that fails."""
    if fail_on == "never":
        return False
    least = Severity[fail_on.upper()].value
    found = (*outcome.findings.shown, *outcome.findings.below_severity)
    return any(finding.severity.value >= least and not finding.is_existing for finding in found)
