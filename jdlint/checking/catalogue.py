"""The catalogue: rule files read, their parameters bound once, and the broken ones reported like any finding."""

from collections.abc import Iterable, Mapping
from functools import cache

from jdlint import compiled
from jdlint.checking.packed import pack, unpack
from jdlint.checking.rule import Example, Rule
from jdlint.errors import UsageError
from jdlint.finding import Profile
from jdlint.model.build import Built
from jdlint.near import nearest
from jdlint.record import NamedTuple
from jdlint.wording import Wording


class Catalogue(NamedTuple):
    """Every rule by id, and what is broken in the files that hold them."""

    rules: Mapping[str, Rule]
    broken: tuple[Built, ...] = ()

    def chosen(self, profile: Profile, select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
        """Give the rules of a profile, with those selected and without those ignored; mandatory ones stay.

        Raises UsageError for a selection that names no rule.
        """
        wanted = {rule_id for name in select for rule_id in self.named(name)}
        unwanted = {rule_id for name in ignore for rule_id in self.matching(name)}
        return tuple(
            rule
            for rule in self.rules.values()
            if rule.is_mandatory
            or ((rule.id in wanted if wanted else rule.profile.value <= profile.value) and rule.id not in unwanted)
        )

    def named(self, name: str) -> list[str]:
        """Give the ids that a name stands for; raises UsageError where there is none."""
        found = self.matching(name)
        if not found:
            raise UsageError("no-rule", name=name, hint=self.hint(name))
        return found

    def matching(self, name: str) -> list[str]:
        """Give the ids that a name stands for: a rule, a family, or ALL."""
        family = name.removesuffix("/*").removesuffix("/")
        return [rule_id for rule_id in self.rules if name in ("ALL", rule_id) or rule_id.startswith(f"{family}/")]

    def near(self, name: str) -> str | None:
        """Give the rule that a mistyped name may have meant."""
        tails = {rule_id.partition("/")[2]: rule_id for rule_id in self.rules}
        return nearest(name, self.rules) or tails.get(name) or tails.get(nearest(name, tails) or "")

    def is_urgent(self, rule_id: str) -> bool:
        """Whether a finding of a rule always counts: while a file can't be trusted, nothing about it can."""
        rule = self.rules.get(rule_id)
        return rule_id.startswith("syntax/") or rule is None or rule.is_mandatory

    def hint(self, name: str) -> Wording:
        """Say what a mistyped rule may have meant."""
        from jdlint.saying import say  # noqa: PLC0415 - only a mistake needs it

        meant = self.near(name)
        return say("errors", "hints", "meant", meant=meant) if meant else say("errors", "hints", "rules")


@cache
def built_in() -> Catalogue:
    """Give the rules that ship with jdlint, from their compiled form unless one of them is broken."""
    rows = compiled.part("rules", packed_rules)
    rules = (unpack(row, _examples_of) for row in rows)
    return Catalogue({rule.id: rule for rule in rules}) if rows else from_files()


def packed_rules() -> list[list[object]]:
    """Compile the rules that ship; gives nothing where one of them is broken."""
    shipped = from_files()
    return [] if shipped.broken else [pack(rule) for rule in shipped.rules.values()]


@cache
def from_files() -> Catalogue:
    """Give the rules that ship, read from their files."""
    from jdlint.checking.rule_folder import load  # noqa: PLC0415 - needed where no compiled form is there

    return load(compiled.rules_folder(), "rules")


def _examples_of(rule_id: str) -> tuple[Example, ...]:
    return from_files().rules[rule_id].examples
