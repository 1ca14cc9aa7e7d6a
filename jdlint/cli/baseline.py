"""`jdlint baseline`: record the findings of old, and take out of the record what has been mended."""

import os
from collections import Counter
from collections.abc import Callable

from jdlint.checking.baseline import Entry, entry
from jdlint.checking.baseline import write as written
from jdlint.cli import usage
from jdlint.cli.check import add_run_options
from jdlint.cli.check import request as read_request
from jdlint.cli.files import replace
from jdlint.config import BASELINE
from jdlint.errors import UsageError
from jdlint.pipeline import Outcome, check
from jdlint.report.closing import count
from jdlint.report.width import shown
from jdlint.run.request import record_path
from jdlint.saying import tell


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("baseline")
    add_run_options(options)
    options.add_argument("--update", action="store_true")
    options.add_argument("--add", action="store_true")
    asked = options.parse_args(arguments)
    request = read_request(asked)
    if not request.config.baseline:
        request = request._replace(config=request.config._replace(baseline=BASELINE))
    outcome = check(request)
    file = record_path(request, outcome.root)
    _refuse(outcome, file, is_update=asked.update, is_add=asked.add)
    new, broken = _sides(outcome)
    kept = _kept(outcome)
    added = [] if asked.update and not asked.add else new
    text = written([*kept, *added])
    if outcome.baseline is None or text != outcome.baseline.text:
        replace(file, text)
    language = usage.language(request.config.lang, outcome.languages)
    said = tell(
        language,
        "commands",
        "baseline",
        "changed" if outcome.baseline else "new",
        file=shown(os.path.relpath(file)),
        total=count("finding", len(kept) + len(added), language),
        gone=len(outcome.baseline.gone) if outcome.baseline else 0,
        added=len(added),
    )
    write(f"{said}\n")
    for key, number in (("open", broken), ("left", len(new) - len(added))):
        if number:
            write(tell(language, "commands", "baseline", key, findings=count("finding", number, language)) + "\n")
    return 0


def _refuse(outcome: Outcome, file: str, *, is_update: bool, is_add: bool) -> None:
    """Refuse to write over a record unless asked how, and to update one that isn't there."""
    name = shown(os.path.relpath(file))
    if outcome.baseline and not (is_update or is_add):
        raise UsageError("baseline-exists", file=name)
    if is_update and not outcome.baseline:
        raise UsageError("baseline-to-make", file=name)


def _sides(outcome: Outcome) -> tuple[list[Entry], int]:
    """Give the findings that may be recorded, and count those that may not."""
    found = [each for each in outcome.findings.shown if each.rule != "suppression/gone"]
    new = [entry(each) for each in found if outcome.rules[each.rule].is_excusable]
    return new, len(found) - len(new)


def _kept(outcome: Outcome) -> list[Entry]:
    """Give what stays recorded: where a finding stands now, if it was met."""
    if outcome.baseline is None:
        return []
    gone = Counter(outcome.baseline.gone)
    kept = list((Counter(outcome.baseline.entries) - gone).elements())
    times = Counter(each.fingerprint for each in kept)
    met = {each.fingerprint: each for each in map(entry, outcome.findings.baselined)}
    return [met.get(each.fingerprint, each) if times[each.fingerprint] == 1 else each for each in kept]
