"""`jdlint explain RULE`: what a rule means, why, and examples."""

from collections.abc import Callable, Iterator

from jdlint import config as settings
from jdlint.checking.rule import Example, Rule
from jdlint.cli import sentence, usage
from jdlint.errors import UsageError
from jdlint.pipeline import load_rules, rule_text
from jdlint.source.discover import discover

_LABELS = {
    "en": (
        "Why",
        "What to do",
        "Where it looks",
        "Found here",
        "Left alone",
        "References",
        "Severity",
        "profile",
    ),
    "zh": ("为什么", "怎么办", "检查范围", "会报告", "不报告", "依据", "严重程度", "档"),
    "zh-Hant": ("為什麼", "怎麼辦", "檢查範圍", "會報告", "不報告", "依據", "嚴重程度", "檔"),
}


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("explain", "Explain a rule, or how a sentence is read.")
    options.add_argument("rule", nargs="?", metavar="RULE", help="a rule's id, such as duty/catch-all")
    options.add_argument("--sentence", metavar="TEXT", help="show how jdlint reads a duty, and the rules that fire")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    root = discover(["."]).root
    config = settings.find(root)
    catalogue = load_rules(config, root, is_isolated=False)
    language = usage.language(asked.lang, [config.lang])
    if asked.sentence:
        write("\n".join(sentence.page(asked.sentence, catalogue, language)) + "\n")
        return 0
    if asked.rule is None:
        raise UsageError("name a rule", "`jdlint rules` lists them; --sentence explains a sentence.")
    if asked.rule not in catalogue.rules:
        raise UsageError(f"there is no rule `{asked.rule}`", catalogue.hint(asked.rule))
    rule = catalogue.rules[asked.rule]
    write("\n".join(_page(rule, rule_text(rule, config, root), language)) + "\n")
    return 0


def _page(rule: Rule, text: str, language: str) -> Iterator[str]:
    why, remedy, looks, bad, good, references, severity, profile = _LABELS[language]
    yield f"{rule.id}: {rule.prose.summary.read(language)}"
    yield f"{severity}: {rule.severity.label} · {profile}: {rule.profile.label}"
    yield f"\n{why}\n  {rule.prose.why.read(language)}"
    yield f"\n{remedy}"
    yield from dict.fromkeys(f"  {words.read(language)}" for words in rule.prose.help.values())
    yield f"\n{looks}\n  {', '.join(rule.applies_to)}"
    for label, is_bad in ((bad, True), (good, False)):
        yield f"\n{label}"
        for example in [example for example in rule.examples if example.is_bad is is_bad][:_MOST_EXAMPLES]:
            yield from _example(example, text)
    if rule.prose.references:
        yield f"\n{references}"
        yield from (f"  {reference}" for reference in rule.prose.references)


_MOST_EXAMPLES = 2


def _example(example: Example, text: str) -> Iterator[str]:
    """Quote an example as the rule file writes it."""
    lines = text.splitlines()
    first = lines[example.line - 1]
    indent = len(first) - len(first.lstrip(" -"))
    yield f"  {first.strip().removeprefix('- ')}"
    for line in lines[example.line :]:
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        yield f"  {line[indent:].rstrip()}"
