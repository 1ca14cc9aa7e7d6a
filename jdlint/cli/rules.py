"""`jdlint rules`: list the rules."""

import json
from collections.abc import Callable, Iterator

from jdlint import config as settings
from jdlint.checking.law import Pack, Provision, packs
from jdlint.cli import usage
from jdlint.finding import Profile
from jdlint.pipeline import load_rules
from jdlint.report.width import width
from jdlint.source.discover import discover


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("rules", "List the rules, one a line.")
    options.add_argument("names", nargs="*", metavar="RULE", help="rules or families; all of them where none is named")
    options.add_argument("--profile", choices=settings.CHOICES["profile"], default="audit", help="only its rules")
    options.add_argument(
        "--jurisdiction", choices=tuple(packs()), metavar="PLACE", help="the law of cn, tw, hk, us, uk, eu"
    )
    options.add_argument("--format", choices=("text", "json"), default="text")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    root = discover(["."]).root
    catalogue = load_rules(settings.find(root), root, is_isolated=False)
    names = {rule_id for name in asked.names for rule_id in catalogue.named(name)} or set(catalogue.rules)
    most = Profile[asked.profile.upper()].value
    rules = [rule for rule in catalogue.rules.values() if rule.id in names and rule.profile.value <= most]
    language = usage.language(asked.lang)
    if asked.jurisdiction:
        write(_law(packs()[asked.jurisdiction], names, language, asked.format))
        return 0
    if asked.format == "json":
        rows = [
            {
                "id": rule.id,
                "severity": rule.severity.label,
                "profile": rule.profile.label,
                "confidence": rule.confidence.value,
                "kind": rule.kind_name,
                "summary": rule.prose.summary.read(language),
            }
            for rule in rules
        ]
        write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return 0
    longest = max((width(rule.id) for rule in rules), default=0)
    for rule in rules:
        summary = rule.prose.summary.read(language)
        write(f"{rule.id:{longest}}  {rule.severity.label:7}  {rule.profile.label:8}  {summary}\n")
    return 0


def _law(pack: Pack, names: set[str], language: str, form: str) -> str:
    """Write what the law of a place says, a line for each matter of the rules asked for and one for each case."""
    found = [each for each in pack.provisions if f"compliance/{each.subject}" in names]
    rows = [row for each in found for row in _rows(each, language)]
    if form == "json":
        return (
            json.dumps({"jurisdiction": pack.id, "as_of": pack.as_of, "rows": rows}, ensure_ascii=False, indent=1)
            + "\n"
        )
    lines = [f"{pack.name.read(language)}, {pack.as_of}"]
    columns = ("rule", "matter", "where", "standing", "since")
    widths = {key: max((width(row[key]) for row in rows), default=0) for key in columns}
    for row in rows:
        cells = (row[key] + " " * (widths[key] - width(row[key])) for key in columns)
        lines.append("  ".join((*cells, row["law"])).rstrip())
    return "\n".join(lines) + "\n"


def _rows(provision: Provision, language: str) -> Iterator[dict[str, str]]:
    kept = (("", provision.standing, provision.articles),)
    cases = ((f"{case.fact}: {'/'.join(case.values)}", case.standing, case.articles) for case in provision.cases)
    for where, standing, articles in (*kept, *cases):
        if standing is None:
            continue
        since = min((article.act.since for article in articles), default="")
        yield {
            "rule": f"compliance/{provision.subject}",
            "matter": provision.matter,
            "where": where,
            "standing": standing.label,
            "since": since,
            "law": "; ".join(f"{article.read(language)} [{article.confidence}]" for article in articles),
        }
