"""Show what stands behind every rule of the default profile: `python -m benchmarks.profiles`.

A rule stands there where readers' labels measure it, where it only says what happened to a file, or from ten verdicts
on with nine in ten right (benchmarks/verdicts/). Verdicts on documents stand in the files of the families; those on
the organisations written for the purpose, which anybody can look at again, in organisations.yaml. The exit status is
1 where a rule has none of these.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

from jdlint.checking.catalogue import built_in
from jdlint.checking.rule import Rule
from jdlint.finding import Profile

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "verdicts")
_ENOUGH = 10
_SHARE = 0.9


class Tally(NamedTuple):
    """The verdicts on one rule; those on what was mended since are counted apart."""

    right: int = 0
    wrong: int = 0
    mended: int = 0
    written: int = 0
    """How many of the right ones come from organisations written for the purpose."""

    @property
    def is_enough(self) -> bool:
        """Whether ten verdicts and nine in ten of them speak for the rule."""
        count = self.right + self.wrong
        return count >= _ENOUGH and self.right >= _SHARE * count


def judged() -> dict[str, dict[str, set[str]]]:
    """Give the pointers of findings judged right, by rule and organisation."""
    found: dict[str, dict[str, set[str]]] = {}
    for rule, verdicts in _load("organisations").items():
        found[rule] = {name: set(pointers) for name, pointers in verdicts["right"].items()}
    return found


def tallies() -> dict[str, Tally]:
    """Give the verdicts on every rule that has an entry."""
    counted: dict[str, Tally] = {}
    for rule, entry in entries():
        counted[rule] = Tally(_count(entry, "true"), _count(entry, "false"), _count(entry, "mended"))
    for rule, verdicts in _load("organisations").items():
        right, wrong = (sum(map(len, verdicts[key].values())) for key in ("right", "wrong"))
        before = counted.get(rule, Tally())
        counted[rule] = Tally(before.right + right, before.wrong + wrong, before.mended, right)
    return counted


def entries() -> Iterator[tuple[str, dict[Any, Any]]]:
    """Give every entry of the files of the families."""
    for name in sorted(os.listdir(_FOLDER)):
        if name not in ("basis.yaml", "organisations.yaml"):
            data = _load(name.removesuffix(".yaml"))
            yield from data.get("rules", data).items()


def basis(rule: Rule, counted: dict[str, Tally]) -> str:
    """Say what puts a rule into the default profile; '' where nothing does."""
    known = _load("basis")
    if rule.id in known["labelled"]:
        return "labelled"
    if rule.id.partition("/")[0] in known["families"]:
        return "states a fact"
    return "verdicts" if counted.get(rule.id, Tally()).is_enough else ""


def default_rules() -> list[Rule]:
    """Give the rules that run where nobody chooses a profile."""
    return [rule for rule in built_in().rules.values() if rule.profile.value <= Profile.STANDARD.value]


def main() -> int:
    """Print the table; 1 where a rule has nothing behind it."""
    counted = tallies()
    lacking = 0
    for rule in sorted(default_rules(), key=lambda rule: rule.id):
        why = basis(rule, counted)
        lacking += not why
        tally = counted.get(rule.id, Tally())
        figures = f"{tally.right} right ({tally.written} written), {tally.wrong} wrong, {tally.mended} mended"
        print(
            f"{rule.id:38} {rule.profile.name.lower():9} {why or 'NOTHING':14} {figures if any(tally) else ''}".rstrip()
        )
    return 1 if lacking else 0


def _count(entry: dict[Any, Any], key: str) -> int:
    """Read a count; YAML takes the words true and false for more than words."""
    plain = {"true": True, "false": False}.get(key, key)
    return int(entry.get(key, entry.get(plain, 0)))


@cache
def _load(name: str) -> dict[str, Any]:
    with open(os.path.join(_FOLDER, f"{name}.yaml"), encoding="utf-8") as file:
        data: dict[str, Any] = yaml.safe_load(file)
    return data


if __name__ == "__main__":
    sys.exit(main())
