"""Facts about a rule that its page and `jdlint explain` share: advice, law, examples, ways to make an exception."""

from collections.abc import Iterable, Iterator

from jdlint.checking.fixes import move
from jdlint.checking.fixes.kind import FixPlan
from jdlint.checking.law import Article, Pack, Provision, Standing
from jdlint.checking.rule import Example, Rule
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.saying import part, tell
from jdlint.wording import Wording


def label(name: str, language: str) -> str:
    """Give a heading or another word around the rules' own."""
    return tell(language, "rule-facts", "labels", name)


def stated(name: str, language: str) -> str:
    """Give a severity or how sure a rule is, in words."""
    return tell(language, "rule-facts", "stated", name)


def note(name: str, language: str) -> str:
    """Give a sentence on suppression."""
    return tell(language, "rule-facts", "suppress", name)


def law_note(language: str) -> str:
    """Say how to read the rows of the law."""
    return tell(language, "rule-facts", "law_note")


def family(name: str, language: str) -> str:
    """Say what a family of rules is about; a family of the user's own is called by its id."""
    is_ours = name in part("rule-facts", "families")
    return tell(language, "rule-facts", "families", name) if is_ours else name


def advice(rule: Rule, language: str) -> tuple[str, ...]:
    """Give each thing to do once; a value that only a finding knows becomes an ellipsis."""
    return tuple(dict.fromkeys(_VALUE.sub("…", words.read(language)) for words in rule.prose.help.values()))


_VALUE = pattern(r"\{\w+\}")


def fixes(rule: Rule, language: str) -> tuple[str, ...]:
    """Say what `jdlint fix` does about the rule's findings, and how safely; nothing where it does nothing."""
    said = tuple(dict.fromkeys(_fix(plan, language) for plan in rule.fixes.values()))
    return (*said, tell(language, "fixes", "sentence", "only")) if said else ()


def _fix(plan: FixPlan, language: str) -> str:
    to = getattr(plan.params, "to", "")
    section = move.section_name(to).read(language) if to else ""
    does = tell(language, "fixes", "about", plan.kind_name, section=section)
    is_near = getattr(plan.params, "near", None) is not None
    return tell(language, "fixes", "sentence", "near" if is_near else plan.safety.value, does=does)


def safeties(rule: Rule) -> str:
    """Give how safely a rule's findings are fixed: safe, unsafe, both, or a dash."""
    words = sorted({plan.safety.value for plan in rule.fixes.values()})
    return ", ".join(words) or "–"


class Law(NamedTuple):
    """What the law of one place says about one matter, perhaps where org.yaml states a fact."""

    place: Wording
    matter: str
    where: str
    standing: Standing
    since: str
    """The day from which the earliest act holds; '' where it is old enough."""
    articles: tuple[Article, ...]

    def cite(self, language: str) -> str:
        """Name the articles, each with how sure we are of it."""
        return "; ".join(f"{article.read(language)} [{article.confidence}]" for article in self.articles)


def law(rule: Rule, packs: Iterable[Pack]) -> Iterator[Law]:
    """Give what the packs say about the subject of a rule; nothing for a rule that isn't about law."""
    if rule.kind_name != "compliance":
        return
    subject: str = getattr(rule.params, "subject", "")
    for pack in packs:
        for provision in pack.provisions:
            if provision.subject == subject:
                yield from _rows(pack.name, provision)


def _rows(place: Wording, provision: Provision) -> Iterator[Law]:
    kept = (("", provision.standing, provision.articles),)
    cases = ((f"{case.fact}: {'/'.join(case.values)}", case.standing, case.articles) for case in provision.cases)
    for where, standing, articles in (*kept, *cases):
        if standing:
            since = min((article.act.since for article in articles), default="")
            yield Law(place, provision.matter, where, standing, since, articles)


def examples(rule: Rule, text: str, most: int, *, is_bad: bool) -> Iterator[str]:
    """Quote the first examples of one side as the rule file writes them, line by line."""
    for example in [example for example in rule.examples if example.is_bad is is_bad][:most]:
        yield from _quote(example, text)


def _quote(example: Example, text: str) -> Iterator[str]:
    lines = text.splitlines()
    first = lines[example.line - 1]
    indent = len(first) - len(first.lstrip(" -"))
    yield first.strip()
    for line in lines[example.line :]:
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        yield f"  {line[indent:]}".rstrip()


def exceptions(rule: Rule, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the ways to leave a rule out: a sentence, and the YAML to write, if any."""
    if rule.is_mandatory:
        yield note("mandatory", language), ()
        return
    if rule.is_excusable:
        yield note("place", language), (f"# jdlint: ignore[{rule.id}] {label('reason', language)}",)
    if rule.is_excusable and rule.kind.scope != "file":
        lines = (
            "accept:",
            f"  - rule: {rule.id}",
            f"    reason: {label('reason', language)}",
            f"    by: {label('by', language)}",
            "    until: 2027-12-31",
        )
        yield note("role", language), lines
    yield note("project", language), (f"ignore: [{rule.id}]",)
    if rule.is_compensable:
        yield note("compensating", language), ()
