"""`jdlint rules`: list the rules, or write a page about each."""

import json
import os
from collections.abc import Callable, Iterable, Mapping

from jdlint import config as settings
from jdlint.checking.law import Pack, packs
from jdlint.checking.rule import Rule
from jdlint.cli import usage
from jdlint.finding import Profile
from jdlint.pipeline import load_rules, rule_text
from jdlint.report.rule_facts import law, law_note
from jdlint.report.rule_pages import MARK, pages
from jdlint.report.width import width
from jdlint.saying import say
from jdlint.source.discover import find_root


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("rules")
    options.add_argument("names", nargs="*", metavar="RULE")
    options.add_argument("--profile", choices=settings.CHOICES["profile"], default="audit")
    options.add_argument("--jurisdiction", choices=tuple(packs()), metavar="PLACE")
    options.add_argument("--format", choices=("text", "json"), default="text")
    options.add_argument("--write", metavar="FOLDER")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    root = find_root(["."])
    config = settings.find(root)
    catalogue = load_rules(config, root, is_isolated=False)
    names = {rule_id for name in asked.names for rule_id in catalogue.named(name)} or set(catalogue.rules)
    most = Profile[asked.profile.upper()].value
    rules = [rule for rule in catalogue.rules.values() if rule.id in names and rule.profile.value <= most]
    language = usage.language(asked.lang)
    if asked.write:
        texts = {rule.id: rule_text(rule, config, root) for rule in rules}
        write(_save(asked.write, pages(rules, texts, packs().values()), language))
        return 0
    if asked.jurisdiction:
        write(_law(packs()[asked.jurisdiction], rules, language, asked.format))
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


def _law(pack: Pack, rules: Iterable[Rule], language: str, form: str) -> str:
    """Write what the law of a place says, a line for each matter of the rules asked for and one for each case."""
    rows = [
        {
            "rule": rule.id,
            "matter": each.matter,
            "where": each.where,
            "standing": each.standing.label,
            "since": each.since,
            "law": each.cite(language),
        }
        for rule in rules
        for each in law(rule, [pack])
    ]
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
    return "\n".join((*lines, "", law_note(language))) + "\n"


def _save(folder: str, written: Mapping[str, str], language: str) -> str:
    """Write the pages, take away those of rules that are gone, and say how many there are."""
    for current, _, names in os.walk(folder):
        for path in (os.path.join(current, name) for name in names if name.endswith(".md")):
            if os.path.relpath(path, folder).replace(os.sep, "/") not in written and _is_ours(path):
                os.remove(path)
    for name, text in written.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return say("commands", "rules", "pages", n=len(written), folder=folder).read(language) + "\n"


def _is_ours(path: str) -> bool:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.readline().rstrip("\n") == MARK
