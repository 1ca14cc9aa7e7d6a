"""`jdlint check`: check roles and report."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from jdlint import cache
from jdlint import config as settings
from jdlint.cli import outputs, repeat, sides, usage
from jdlint.cli.options import Options
from jdlint.errors import UsageError
from jdlint.run import grounds
from jdlint.run.request import Request
from jdlint.source.discover import find_root
from jdlint.source.states import ON_DISK
from jdlint.source.view import Overlay

if TYPE_CHECKING:
    import argparse

_SETTINGS = ("select", "ignore", "profile", "severity", "fail_on", "lang")
"""The settings that an option of the same name stands before."""


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; gives 1 where a finding reaches --fail-on."""
    options = usage.read("check", tell, arguments)
    wanted = outputs.wanted(options)
    if options.fix:
        return _fix(options, wanted, write)
    shows_fixes = any(output.format in _SHOW_FIXES for output in wanted)
    with sides.asked(
        options.paths, is_staged=options.staged, diff_base=options.diff_base, is_whole=options.full
    ) as states:
        asked = request(options, states)._replace(
            with_fixes=shows_fixes,
            shows_excused=options.no_ignores,
            is_whole=any(output.format in _LIST_ALL for output in wanted),
            keeps=bool(cache.folder()) and not options.no_cache,
        )
        _refuse_missing_baseline(options.baseline, asked)
        found = grounds.find(asked) if asked.keeps and asked.compared is ON_DISK and not states.is_idle else None
        key = repeat.key_of(asked, found, wanted) if found else None
        if key and (printed := repeat.load(key)):
            return _repeat(printed, asked, write)
        from jdlint.cli import judge  # noqa: PLC0415 - what was kept is printed without all that judging needs
        from jdlint.cli.teller import teller  # noqa: PLC0415 - the same

        outcome = judge.outcome(asked, states, found, teller(wanted, asked.config.lang))
    code = 1 if judge.fails(outcome, asked.config.fail_on) else 0
    said: list[str] = []
    outputs.deliver(wanted, outcome, asked.config.lang, said.append)
    if key and outcome.is_steady:
        repeat.store(key, repeat.Printed("".join(said), code))
    if asked.keeps:
        cache.tidy()
    write("".join(said))
    return code


def _repeat(printed: repeat.Printed, asked: Request, write: Callable[[str], object]) -> int:
    """Say again what an equal run said; its warnings went to standard error and aren't kept."""
    if asked.config.left_out:
        from jdlint.cli import judge  # noqa: PLC0415 - rules are loaded for this warning alone

        judge.warn_of_unknown(asked)
    write(printed.text)
    return printed.code


_SHOW_FIXES = frozenset(("json", "sarif", "rdjson"))
"""The formats that hold fixes; for the others they needn't be worked out."""

_LIST_ALL = frozenset(("json", "sarif", "gitlab"))
"""The formats that list what was there before a change, too."""


def _fix(options: "argparse.Namespace", wanted: tuple[outputs.Output, ...], write: Callable[[str], object]) -> int:
    """Fix what can be fixed, then report what is left."""
    from jdlint.cli import fix, judge  # noqa: PLC0415 - 10 ms, paid only where files are to be fixed

    if options.staged or options.diff_base is not None:
        raise UsageError("fix-and-git")
    asked = request(options)._replace(shows_excused=options.no_ignores)
    _refuse_missing_baseline(options.baseline, asked)
    judge.warn_of_unknown(asked)
    return fix.then_report(asked, wanted, write, with_unsafe=options.unsafe)


def tell(options: Options) -> None:
    """Tell the options of the command."""
    add_run_options(options)
    outputs.add_options(options)
    options.add_argument("--stdin-filename", metavar="FILE")
    _add_comparison(options)
    options.add_argument("--fail-on", choices=settings.CHOICES["fail_on"])
    options.add_argument("--fix", action="store_true")
    options.add_argument("--unsafe", action="store_true")
    options.add_argument("--no-baseline", action="store_true")
    options.add_argument("--no-ignores", action="store_true")
    options.add_argument("--no-cache", action="store_true")


def _add_comparison(options: Options) -> None:
    compared = options.add_mutually_exclusive_group()
    compared.add_argument(
        "--staged",
        action="store_true",
    )
    compared.add_argument(
        "--diff-base",
        metavar="REV",
    )
    options.add_argument("--full", action="store_true")


def add_run_options(options: Options) -> None:
    """Add what every command takes that runs the rules."""
    options.add_argument("paths", nargs="*", metavar="PATH")
    add_choice_of_rules(options)
    options.add_argument("--isolated", action="store_true")
    options.add_argument("--baseline", metavar="FILE")
    options.add_argument("--jobs", type=_count, default=0, metavar="N")
    options.add_argument("--as-of", type=usage.day, metavar="DATE")
    usage.add_language(options)


def add_choice_of_rules(options: Options) -> None:
    """Add what chooses which rules run, and which of their findings are shown."""
    options.add_argument("--select", action="append", metavar="RULE")
    options.add_argument("--ignore", action="append", metavar="RULE")
    options.add_argument("--profile", choices=settings.CHOICES["profile"])
    options.add_argument("--severity", choices=settings.CHOICES["severity"])


def _count(text: str) -> int:
    """Read a number of processes, for argparse."""
    if not text.isdecimal() or not 0 < int(text) <= _MOST_JOBS:
        raise UsageError("not-a-count", text=text, most=_MOST_JOBS).inside("--jobs")
    return int(text)


_MOST_JOBS = 64


def request(options: "argparse.Namespace", states: sides.Asked | None = None) -> Request:
    """Read what is asked for from the options that checking and fixing share."""
    states = states or sides.on_disk(options.paths)
    paths = states.paths
    in_memory: dict[str, bytes] = {}
    if "-" in paths:
        name = getattr(options, "stdin_filename", None)
        if not name or len(paths) > 1:
            raise UsageError("stdin-unnamed")
        paths = (name,)
        in_memory[os.path.abspath(name)] = sys.stdin.buffer.read()
    view = Overlay(in_memory, states.compared.state)
    is_bare = options.isolated or states.is_idle
    found = settings.Config(baseline="") if is_bare else settings.find(find_root(paths, view), view)
    options.select, options.ignore = usage.words(options.select), usage.words(options.ignore)
    config = found._replace(**usage.given(options, _SETTINGS))
    if getattr(options, "baseline", None):
        config = config._replace(baseline=os.path.abspath(options.baseline))
    elif getattr(options, "no_baseline", False):
        config = config._replace(baseline="")
    today = options.as_of or usage.today()
    law = options.as_of or ""
    processes = getattr(options, "jobs", 1)
    return Request(
        paths, today, config, options.isolated, in_memory, law, processes=processes, compared=states.compared
    )


def _refuse_missing_baseline(named: str | None, request: Request) -> None:
    """Refuse a record that was named and isn't there; the one of the settings may be absent."""
    if named and not request.view.exists(request.config.baseline):
        raise UsageError("baseline-missing", file=named)
