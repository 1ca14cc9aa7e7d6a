"""The data of the page: roles and findings as JSON, each wording once, messages as templates and values.

Two thousand roles with six thousand findings take about five megabytes; nothing is left out but related places
behind the twelfth, which are counted.
"""

from collections import defaultdict
from typing import Any

from jdlint.draw.chart import Spot
from jdlint.draw.letters import one_line
from jdlint.draw.markup import Sayings
from jdlint.draw.material import Material
from jdlint.draw.owners import Owners
from jdlint.draw.sheet import Sheet
from jdlint.finding import Finding, Place, Value
from jdlint.report.quote import cut
from jdlint.report.rule_facts import family
from jdlint.saying import say
from jdlint.wording import LANGUAGES, Wording

_MOST_RELATED = 12


def facts(material: Material, language: str, sayings: Sayings) -> dict[str, Any]:
    """Give everything that the page's script shows."""
    owners = Owners(box for chart in material.charts for box in chart.boxes)
    of_role: dict[str, list[int]] = defaultdict(list)
    of_file: dict[str, list[int]] = defaultdict(list)
    shown = sorted(material.outcome.findings.shown, key=lambda finding: -finding.severity.value)
    findings = []
    for number, finding in enumerate(shown):
        key = owners.at(Spot(finding.place.file, finding.place.pointer))
        (of_file[finding.place.file] if key is None else of_role[key]).append(number)
        findings.append(_finding(finding, sayings))
    families = sorted({finding.rule.partition("/")[0] for finding in shown})
    return {
        "languages": list(LANGUAGES),
        "language": language,
        "words": {key: sayings.number(say("report-page", "page", key, **_HOLES)) for key in _WORDS},
        "families": {name: sayings.number(_family(name)) for name in families},
        "roles": [_role(sheet, of_role[sheet.key], sayings) for sheet in material.sheets],
        "files": [{"file": one_line(file), "findings": numbers} for file, numbers in sorted(of_file.items())],
        "findings": findings,
        "texts": sayings.table,
    }


_WORDS = (
    *("error", "warning", "info", "every", "only_rule", "shown", "all_shown", "nothing", "no_finding", "hidden_here"),
    *("superior", "file", "help", "related", "more_places", "line", "matrix", "duty", "needs", "granted", "granted_by"),
    *("weak", "missing", "balance", "needs_nothing", "no_duties", "authorities", "no_authorities", "print_most"),
)
"""The words that the script needs."""

_HOLES = {name: "{" + name + "}" for name in ("n", "all", "rule", "findings", "roles", "every")}
"""Values that only the script knows stay holes."""


def _family(name: str) -> Wording:
    return Wording({language: family(name, language) for language in LANGUAGES})


def _role(sheet: Sheet, numbers: list[int], sayings: Sayings) -> dict[str, Any]:
    rows = [
        [row.text, [[sayings.number(need.name), need.state, need.by] for need in row.needs]] for row in sheet.duties
    ]
    named = {name: getattr(sheet, name) for name in ("organisation", "unit", "level", "superiors", "language")}
    return {
        "key": sheet.key,
        "title": sheet.title,
        **{name: value for name, value in named.items() if value},
        "file": one_line(sheet.file),
        "findings": numbers,
        "duties": rows,
        "authorities": [sayings.number(authority) for authority in sheet.authorities],
    }


def _finding(finding: Finding, sayings: Sayings) -> dict[str, Any]:
    related = [_place(place, sayings) for place in finding.related[:_MOST_RELATED]]
    written: dict[str, Any] = {
        "rule": one_line(finding.rule),
        "severity": finding.severity.label,
        "message": sayings.number(finding.template),
        "help": sayings.number(finding.help),
        "values": {name: _value(value, sayings) for name, value in finding.values.items()},
        **_place(finding.place, sayings),
    }
    if related:
        written |= {"related": related, "more": len(finding.related) - len(related)}
    return written


def _place(place: Place, sayings: Sayings) -> dict[str, Any]:
    line, start, end = cut(place)
    quote = [_piece(line[:start]), _piece(line[start:end]), _piece(line[end:])]
    written: dict[str, Any] = {"file": one_line(place.file), "line": place.range.start.line, "quote": quote}
    if place.message:
        written["said"] = sayings.number(place.message)
    return written


def _piece(part: str) -> str:
    """Clean a part of a line and keep the blanks at its ends, which stand between words."""
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{' ' if before else ''}{one_line(part)}{' ' if after and part.strip() else ''}"


def _value(value: Value, sayings: Sayings) -> str | list[str] | dict[str, int]:
    if isinstance(value, Wording):
        return {"said": sayings.number(value)}
    if isinstance(value, str | int | float):
        return f"{value:g}" if isinstance(value, float) else one_line(str(value))
    return [one_line(part) for part in value]
