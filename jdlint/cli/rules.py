"""`jdlint rules`: list the rules."""

import json
from collections.abc import Callable

from jdlint import config as settings
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
    options.add_argument("--format", choices=("text", "json"), default="text")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    root = discover(["."]).root
    catalogue = load_rules(settings.find(root), root, is_isolated=False)
    names = {rule_id for name in asked.names for rule_id in catalogue.named(name)} or set(catalogue.rules)
    most = Profile[asked.profile.upper()].value
    rules = [rule for rule in catalogue.rules.values() if rule.id in names and rule.profile.value <= most]
    language = usage.language(asked.lang)
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
