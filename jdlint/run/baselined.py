"""Sets findings of a state against the baseline that it holds: what is recorded, and what has to leave the record."""

import os
from collections.abc import Iterable

from jdlint.checking import baseline as baselines
from jdlint.checking.baseline import Baseline, Entry
from jdlint.checking.run import check_file
from jdlint.config import MAX_BASELINE
from jdlint.errors import ConfigError
from jdlint.finding import Finding
from jdlint.run.request import Request, record_path
from jdlint.run.survey import Survey
from jdlint.source.discover import shown_at
from jdlint.source.view import View


def set_against(
    request: Request, view: View, survey: Survey, findings: list[Finding], root: str
) -> tuple[list[Finding], Baseline | None]:
    """Give the findings with those marked that the baseline records, and with findings on what has to leave it."""
    found = _read(request, view, root)
    if found is None:
        return findings, None
    catalogue, plan, _ = survey.measure
    concerned = found._replace(entries=tuple(each for each in found.entries if survey.extent.holds(each.file)))
    marked, left = baselines.apply(concerned, findings, lambda finding: catalogue.rules[finding.rule].is_excusable)
    complete = plan.complete(findings)
    gone = (each for each in left if each.rule in complete or each.rule not in catalogue.rules)
    found = found._replace(gone=tuple(_looked_for(gone, request, survey, root)))
    return [*marked, *check_file(plan, baselines.problems(found, catalogue.rules), None)], found


def _looked_for(entries: Iterable[Entry], request: Request, survey: Survey, root: str) -> Iterable[Entry]:
    """Give the entries of files that the run has looked at: those named, of organisations read in full."""
    asked = [shown_at(os.path.abspath(path), root) for path in request.paths]
    for each in entries:
        if _is_below_any(each.file, asked) and not _is_below_any(each.file, survey.unread):
            yield each


def _read(request: Request, view: View, root: str) -> Baseline | None:
    """Read the record of findings of old; none where the settings name none, or the file isn't there."""
    config = request.config
    if not config.baseline:
        return None
    path = record_path(request, root)
    raw = view.read(path, MAX_BASELINE)
    if raw == "gone":
        return None
    name = shown_at(path, root)
    if isinstance(raw, bytes) and len(raw) > MAX_BASELINE:
        raise ConfigError("baseline-too-large", file=name, most=MAX_BASELINE // 1_000_000)
    if isinstance(raw, bytes):
        return baselines.read(name, raw)
    from jdlint.saying import reason  # noqa: PLC0415 - only what can't be read needs it

    raise ConfigError("baseline-unreadable", file=name, why=reason(raw))


def _is_below_any(file: str, paths: Iterable[str]) -> bool:
    return any(path in ("", file) or file.startswith(f"{path}/") for path in paths)
