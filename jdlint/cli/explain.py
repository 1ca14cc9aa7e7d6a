"""`jdlint explain RULE`: what a rule means, why, and examples."""

from collections.abc import Callable, Iterable, Iterator

from jdlint import config as settings
from jdlint.checking.law import packs
from jdlint.checking.rule import Rule
from jdlint.cli import sentence, usage
from jdlint.errors import UsageError
from jdlint.pipeline import load_rules, rule_text
from jdlint.report import rule_facts as facts
from jdlint.report.width import shown
from jdlint.source.discover import find_root


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("explain")
    options.add_argument("rule", nargs="?", metavar="RULE")
    options.add_argument("--sentence", metavar="TEXT")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    root = find_root(["."])
    config = settings.find(root)
    catalogue = load_rules(config, root, is_isolated=False)
    language = usage.language(asked.lang, [config.lang])
    if asked.sentence is not None:
        if asked.rule is not None or not asked.sentence.strip():
            raise UsageError("sentence-alone")
        # what isn't UTF-8 on the command line can't be read as words
        text = asked.sentence.encode("utf-8", "replace").decode()
        page = "\n".join(sentence.page(text, catalogue, language))
        write("\n".join(map(shown, page.split("\n"))) + "\n")
        return 0
    if asked.rule is None:
        raise UsageError("rule-unnamed")
    if asked.rule not in catalogue.rules:
        raise UsageError("no-rule", name=asked.rule, hint=catalogue.hint(asked.rule))
    rule = catalogue.rules[asked.rule]
    write("\n".join(_page(rule, rule_text(rule, config, root), language)) + "\n")
    return 0


def _page(rule: Rule, text: str, language: str) -> Iterator[str]:
    def headed(name: str, lines: Iterable[str]) -> Iterator[str]:
        held = [f"  {line}".rstrip() for line in lines]
        if held:
            yield from (f"\n{facts.label(name, language)}", *held)

    stated = {
        "severity": facts.stated(rule.severity.label, language),
        "profile": rule.profile.label,
        "confidence": facts.stated(rule.confidence.value, language),
    }
    yield f"{rule.id}: {rule.prose.summary.read(language)}"
    yield " · ".join(f"{facts.label(name, language)}: {value}" for name, value in stated.items())
    yield from headed("why", [rule.prose.why.read(language)])
    yield from headed("help", facts.advice(rule, language))
    yield from headed("fix", facts.fixes(rule, language))
    yield from headed("looks", [", ".join(rule.applies_to)])
    yield from headed("law", _law(rule, language))
    for name in ("bad", "good"):
        yield from headed(name, facts.examples(rule, text, _MOST_EXAMPLES, is_bad=name == "bad"))
    yield from headed("references", rule.prose.references)
    ways = facts.exceptions(rule, language)
    yield from headed("accept", (line for said, lines in ways for line in (said, *(f"  {each}" for each in lines))))


_MOST_EXAMPLES = 2


def _law(rule: Rule, language: str) -> Iterator[str]:
    for row in facts.law(rule, packs().values()):
        told = (row.place.read(language), row.matter, row.where, row.standing.label, row.cite(language))
        yield " · ".join(each for each in told if each)
    if rule.kind_name == "compliance":
        yield facts.law_note(language)
