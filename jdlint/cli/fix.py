"""`jdlint fix`: put right what can be put right for sure, and say what couldn't."""

import argparse
import sys
from collections.abc import Callable, Mapping

from jdlint import config as settings
from jdlint.cli import check, judge, sides, usage
from jdlint.cli.outputs import Output, deliver, refuse_sources
from jdlint.errors import NothingToCheckError, UsageError
from jdlint.fix.diff import diff
from jdlint.fix.disk import save
from jdlint.fix.repair import Repaired, Wish, repair
from jdlint.pipeline import Request
from jdlint.report import fixes
from jdlint.saying import say
from jdlint.source.states import Compared
from jdlint.wording import LANGUAGES, Speech, Wording


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; gives 1 where a finding that reaches --fail-on is left, or where --diff shows a change."""
    options = _parser().parse_args(arguments)
    select = usage.words(options.select)
    options.select = None
    with sides.asked(options.paths, is_staged=options.staged) as states:
        asked = check.request(options, states)._replace(compared=Compared(states.compared.state))
        speech = Speech(asked.config.lang, usage.language(""))
        if states.is_idle:
            return _say(say("report", "nothing", "unchanged"), speech, write)
        judge.warn_of_unknown(asked)
        files = frozenset().union(*(base.now for base in states.compared.bases)) if states.compared.bases else None
        try:
            repaired = repair(Wish(asked, options.unsafe, select, files, options.keys))
        except NothingToCheckError:
            if not states.may_be_empty:
                raise
            return _say(say("report", "nothing", "no-roles"), speech, write)
    return _finish(options, asked, repaired, write)


def _say(what: Wording, speech: Speech, write: Callable[[str], object]) -> int:
    write(what.read(speech.plain) + "\n")
    return 0


def _finish(options: argparse.Namespace, asked: Request, repaired: Repaired, write: Callable[[str], object]) -> int:
    """Write the files, or show what would be written, and say what became of each fix."""
    speech = Speech(asked.config.lang, usage.language("", repaired.outcome.languages))
    if asked.in_memory and options.diff:
        raise UsageError("diff-and-stdin")
    if asked.in_memory:
        return _for_editor(repaired, asked.config.fail_on, speech)
    if options.diff:
        write(diff(repaired))
        _tell(fixes.write(repaired, speech, is_written=False))
        return 1 if repaired.changed else 0
    failed = {} if options.dry_run else written(repaired)
    write(fixes.write(repaired.without(failed), speech, is_written=not options.dry_run, with_rest=not failed))
    if failed:
        return _tell_failed(failed, speech)
    if options.exit_non_zero_on_fix and repaired.changed:
        return 1
    return 1 if judge.fails(repaired.outcome, asked.config.fail_on) else 0


def then_report(
    asked: Request, outputs: tuple[Output, ...], write: Callable[[str], object], *, with_unsafe: bool
) -> int:
    """Fix what can be fixed, as `check --fix` does, and report what is left as asked for."""
    if asked.in_memory:
        raise UsageError("fix-and-stdin")
    repaired = repair(Wish(asked, with_unsafe=with_unsafe))
    refuse_sources(outputs, repaired.outcome)
    failed = written(repaired)
    speech = Speech(asked.config.lang, usage.language("", repaired.outcome.languages))
    is_for_people = any(output.format == "text" and not output.file for output in outputs)
    said = fixes.write(repaired.without(failed), speech, is_written=True, with_rest=False)
    (write if is_for_people else _tell)(said)
    deliver(outputs, repaired.outcome, asked.config.lang, write)
    if failed:
        return _tell_failed(failed, speech)
    return 1 if judge.fails(repaired.outcome, asked.config.fail_on) else 0


def _parser() -> argparse.ArgumentParser:
    options = usage.parser("fix")
    options.add_argument("paths", nargs="*", metavar="PATH")
    options.add_argument("--stdin-filename", metavar="FILE")
    options.add_argument("--staged", action="store_true")
    options.add_argument("--unsafe", action="store_true")
    options.add_argument("--diff", action="store_true")
    options.add_argument("--dry-run", action="store_true")
    options.add_argument("--select", action="append", metavar="RULE")
    options.add_argument("--ignore", action="append", metavar="RULE")
    options.add_argument("--keys", choices=LANGUAGES, default="")
    options.add_argument("--profile", choices=settings.CHOICES["profile"])
    options.add_argument("--fail-on", choices=settings.CHOICES["fail_on"])
    options.add_argument("--exit-non-zero-on-fix", action="store_true")
    options.add_argument("--isolated", action="store_true")
    options.add_argument("--as-of", type=usage.day, metavar="DATE")
    usage.add_language(options)
    return options


def written(repaired: Repaired) -> dict[str, str]:
    """Write the files that changed; give those that couldn't be written, each with the reason."""
    failed = {}
    for file in repaired.changed:
        why = save(repaired.paths[file], repaired.root, repaired.before[file], repaired.after[file])
        if why:
            failed[file] = why
    return failed


def _tell_failed(failed: Mapping[str, str], speech: Speech) -> int:
    for file, why in failed.items():
        _tell(fixes.not_written(file, why, speech.plain) + "\n")
    return 2


def _for_editor(repaired: Repaired, fail_on: str, speech: Speech) -> int:
    """Print the text that stands for the file, changed or not, byte for byte."""
    _tell(fixes.write(repaired, speech, is_written=True))
    sys.stdout.flush()
    for raw in repaired.after.values():
        sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()
    return 1 if judge.fails(repaired.outcome, fail_on) else 0


def _tell(text: str) -> None:
    print(text, end="", file=sys.stderr)  # noqa: T201 - beside the diff or the file's text
