"""The rule pages: one Markdown page a rule, English and then Chinese, and an index by family and profile."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from jdlint.checking.law import Pack
from jdlint.checking.rule import Rule
from jdlint.finding import Profile
from jdlint.report import rule_facts as facts
from jdlint.saying import tell

MARK = "<!-- Written by `jdlint rules --write`; change the rule file instead. -->"
"""Opens every page, so that one whose rule is gone can be told from a page by a person."""

_SPOKEN = ("en", "zh")
_MOST_EXAMPLES = 5


def pages(rules: Iterable[Rule], texts: Mapping[str, str], packs: Iterable[Pack]) -> dict[str, str]:
    """Give every page by its path; `texts` holds the text of each rule's file."""
    ordered, law = sorted(rules, key=lambda rule: rule.id), tuple(packs)
    written = {f"{rule.id}.md": _page(rule, texts[rule.id], law) for rule in ordered}
    return written | {"index.md": _joined(_index(ordered))}


def _joined(lines: Iterable[str]) -> str:
    return "\n".join((MARK, "", *lines)).rstrip() + "\n"


def _page(rule: Rule, text: str, packs: tuple[Pack, ...]) -> str:
    names = {language: tell(language, "rule-facts", "pages", "language") for language in _SPOKEN}
    ways = (*(f"[{name}]({_anchor(name)})" for name in names.values()), f"[{_said('index')}](../index.md)")
    lines = [f"# {rule.id}", "", " · ".join(ways), ""]
    for language, name in names.items():
        lines += [f"## {name}", "", *_part(rule, packs, language)]
    lines += [*_examples(rule, text), *_references(rule)]
    return _joined(lines)


def _part(rule: Rule, packs: tuple[Pack, ...], language: str) -> Iterator[str]:
    """Say everything about a rule in one language."""
    prose = rule.prose
    yield from (f"**{prose.summary.read(language)}**", "")
    weights = sorted({rule.severity, *rule.severity_of.values()}, key=lambda severity: -severity.value)
    stated = {
        "severity": " / ".join(severity.label for severity in weights),
        "profile": rule.profile.label,
        "confidence": rule.confidence.value,
        "looks": ", ".join(f"`{pattern}`" for pattern in rule.applies_to),
    }
    yield from (" · ".join(f"{facts.label(name, language)}: {value}" for name, value in stated.items()), "")
    yield from (f"### {facts.label('why', language)}", "", prose.why.read(language).strip(), "")
    yield from (f"### {facts.label('help', language)}", "")
    for sentence in facts.advice(rule, language):
        yield from (sentence.strip(), "")
    if fixes := facts.fixes(rule, language):
        yield from (f"### {facts.label('fix', language)}", "", *fixes, "")
    yield from _law(rule, packs, language)
    yield from (f"### {facts.label('accept', language)}", "")
    for sentence, lines in facts.exceptions(rule, language):
        yield from (sentence, "", *_fenced(lines))


def _law(rule: Rule, packs: tuple[Pack, ...], language: str) -> Iterator[str]:
    rows = list(facts.law(rule, packs))
    if not rows:
        return
    columns = ("place", "matter", "where", "standing", "law")
    yield from (f"### {facts.label('law', language)}", "")
    yield _row(facts.label(name, language) for name in columns)
    yield _row("---" for _ in columns)
    for row in rows:
        yield _row((row.place.read(language), row.matter, row.where, row.standing.label, row.cite(language)))
    yield from ("", facts.law_note(language), "")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _fenced(lines: Iterable[str]) -> tuple[str, ...]:
    held = tuple(lines)
    return ("```yaml", *held, "```", "") if held else ()


def _both(name: str) -> str:
    return " · ".join(facts.label(name, language) for language in _SPOKEN)


def _said(name: str) -> str:
    return " · ".join(tell(language, "rule-facts", "pages", name) for language in _SPOKEN)


def _anchor(heading: str) -> str:
    """Link to a heading as GitHub names it."""
    return "#" + heading.lower().replace("·", "").replace(" ", "-")


def _examples(rule: Rule, text: str) -> Iterator[str]:
    if not rule.examples:
        return
    yield from (f"## {_both('examples')}", "")
    for name in ("bad", "good"):
        yield from (f"### {_both(name)}", "")
        yield from _fenced(facts.examples(rule, text, _MOST_EXAMPLES, is_bad=name == "bad"))


def _references(rule: Rule) -> Iterator[str]:
    if rule.prose.references:
        yield from (f"## {_both('references')}", "", *(f"- {reference}" for reference in rule.prose.references), "")


def _index(rules: list[Rule]) -> Iterator[str]:
    profiles = _said("profiles")
    yield from (f"# {_said('title')}", "", _said("terminal"), "")
    yield from (f"[{_said('by_profile')}]({_anchor(profiles)})", "")
    finds = [tell(language, "rule-facts", "pages", "finds") for language in _SPOKEN]
    for name, members in groupby(rules, key=lambda rule: rule.family):
        yield from (f"## {name}: {' · '.join(facts.family(name, language) for language in _SPOKEN)}", "")
        yield _row(("rule", "severity", "profile", "fix", *finds))
        yield _row(("---",) * 6)
        for rule in members:
            summaries = (rule.prose.summary.read(language) for language in _SPOKEN)
            yield _row((_link(rule), rule.severity.label, rule.profile.label, facts.safeties(rule), *summaries))
        yield ""
    yield from (f"## {profiles}", "", _said("ladder"), "")
    for profile in Profile:
        own = [rule for rule in rules if rule.profile is profile]
        if own:
            yield from (f"### {profile.label}", "", *(f"- {_link(rule)}" for rule in own), "")


def _link(rule: Rule) -> str:
    return f"[{rule.id}]({rule.id}.md)"
