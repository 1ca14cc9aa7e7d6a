"""Count the defects of a reader's list that jdlint finds: `python benchmarks/seed_defects.py LIST DOCUMENTS`.

LIST is a table with tabs: id, file, line, quote, class, rule, role, note. A defect has one row for each of its quotes.
DOCUMENTS holds the folders seed-000, seed-001 … with each document as role files. Nothing is written; jdlint runs at
profile audit without settings.

A row is found where a finding in the same document is by the rule that the reader named, or by one that says the same
in this catalogue (_SAME), and stands

- at words that hold the quote (of the finding, of a related place, of a duty whose demand it names; a finding at the
  name of an indicator is about the whole indicator), or
- at a role as a whole (its title, or a section of it, but not at its superior or subordinates), where the quote is in
  that role, or where the quote isn't in the role files and the row names the role: by its title, by its number (in a
  document whose numbers go up to the count of its roles), or as all. A finding that names the duties it is about
  counts for those duties alone, unless the row is of the very same rule.

A defect is found where one of its rows is. Spaces and case don't count. A defect that isn't found is marked

- `lost`    none of its quotes is in the role files: numbering, page marks, headings and residue of a web page
- `no rule` the catalogue has no rule for it
- `silent`  there is a rule, and it didn't report this

Matching is by words and rule alone: whether a message is right about a defect has to be read. Rows that found
nothing are one reader's judgement; another wouldn't list all of them.
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_CLASSES = {
    "missing section": "MS",
    "power–responsibility": "PR",
    "reporting": "RP",
    "level": "LV",
    "vague": "VG",
    "KPI": "KP",
    "text damage": "TX",
    "compliance": "CO",
    "duplication": "DU",
    "contradiction across/within roles": "XR",
    "misplaced content": "MX",
}
_SAME = {
    "authority/accountable-without-control": ("kpi/uncontrollable",),
    "authority/duty-without-authority": ("authority/under-strength", "structure/missing-authority"),
    "authority/manager-without-personnel": ("authority/duty-without-authority", "structure/missing-authority"),
    "authority/self-approval": ("authority/sod",),
    "authority/under-strength": ("authority/duty-without-authority", "structure/missing-authority"),
    "compliance/age-limit": ("compliance/age",),
    "compliance/appearance-health": ("compliance/appearance", "compliance/health"),
    "compliance/gender": ("compliance/sex",),
    "compliance/wage-fine": ("compliance/wage-deduction",),
    "compliance/work-hours": ("compliance/hours",),
    "duty/contradictory-verbs": ("duty/ambiguous-or",),
    "duty/exhortation": ("duty/subjective-qualifier",),
    "duty/subjective-qualifier": ("duty/exhortation",),
    "authority/personnel-without-subordinates": ("level/duty-title-mismatch",),
    "authority/vague-scope": ("duty/vague-object",),
    "duty/trait-as-duty": ("duty/non-duty-text", "duty/obligation-as-duty"),
    "kpi/contradictory": ("duty/inconsistent-detail",),
    "kpi/misplaced": ("kpi/unmeasurable",),
    "kpi/uncontrollable": ("authority/accountable-without-control",),
    "level/open-range": ("level/unparseable",),
    "level/title-order": ("level/inverted",),
    "org/duplicate-role": ("org/conflicting-definitions",),
    "reporting/ambiguous-superior": ("reporting/unknown-superior", "structure/missing-section"),
    "reporting/missing-superior": ("reporting/ambiguous-superior",),
    "reporting/multiple-line-superiors": ("reporting/ambiguous-superior",),
    "reporting/name-drift": ("reporting/unknown-superior",),
    "reporting/prose-conflict": ("reporting/name-drift", "org/conflicting-definitions"),
    "reporting/unknown-superior": ("reporting/name-drift",),
    "structure/name-mismatch": ("structure/unparseable-value",),
    "structure/unparseable-value": ("level/unparseable",),
    "text/block-duplicate": ("duty/duplicate-in-role",),
    "text/typo": ("text/repeat-char",),
}
"""Rules of the list that the catalogue divides, names otherwise, or reports at another place."""

_WHOLE = re.compile(r"(roles\[\d+\])(?:\.(?!reports_to|manages)[a-z_]+)?")
_INDICATOR = re.compile(r"(kpis\[\d+\])\.name$")
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


@dataclass(frozen=True)
class Row:
    """One row of the list."""

    defect: str
    document: str
    quote: str
    group: str
    rule: str
    role: str


@dataclass(frozen=True)
class Role:
    """A role of a document: the text it has there, without spaces."""

    title: str
    text: str


@dataclass(frozen=True)
class Place:
    """The words that a finding stands at, and the number of the role if it is about that as a whole."""

    words: str
    whole: int | None


@dataclass(frozen=True)
class Found:
    """What a finding says."""

    rule: str
    places: tuple[Place, ...]
    names_duties: bool


class Document(NamedTuple):
    """One document as role files, and what jdlint says about it."""

    roles: tuple[Role, ...]
    found: tuple[Found, ...]
    counted: bool

    def numbered(self, row: Row) -> set[int]:
        """Give the roles that a row names: all, by title, or by number."""
        named = row.role.partition(" ")[2]
        by_title = {number for number, role in enumerate(self.roles) if named in {"all", role.title}}
        return by_title | {number - 1 for number in _numbers(row.role) if self.counted}


def main() -> None:
    """Print the table, then what isn't found."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.seed_defects", description="Count the seeds' defects.")
    options.add_argument("defects", type=Path, metavar="LIST", help="the list, a table with tabs")
    options.add_argument("documents", type=Path, metavar="DOCUMENTS", help="the folder of seed-000, seed-001 …")
    given = options.parse_args()
    rows = _rows(given.defects)
    documents = {
        each: _document(given.documents / f"seed-{each}", {row.role for row in rows if row.document == each})
        for each in sorted({row.document for row in rows})
    }
    states = _states(rows, documents, _catalogue())
    print("| class | defects | found | lost | no rule | silent |\n|---|--:|--:|--:|--:|--:|")
    for group in (*_CLASSES.values(), "all"):
        chosen = [state for _, (of, state) in states.items() if group in (of, "all")]
        counts = [chosen.count(state) for state in ("found", "lost", "no rule", "silent")]
        print(f"| {group} | {len(chosen)} | {' | '.join(map(str, counts))} |")
    for group in _CLASSES.values():
        for state in ("lost", "no rule", "silent"):
            missed = [defect for defect, each in states.items() if each == (group, state)]
            if missed:
                print(f"{group} {state}: {' '.join(missed)}")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                each["id"],
                each["file"][:3],
                _plain(each["quote"]),
                _CLASSES[each["class"]],
                each["rule"],
                each["role"],
            )
            for each in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def _document(folder: Path, named: set[str]) -> Document:
    """Read the one file of roles of a document and check the folder; the list names its roles so."""
    path = folder / "roles.yaml"
    text = path.read_text(encoding="utf-8")
    tree = yaml.compose(text)
    if tree is None:
        sys.exit(f"{path}: no role")
    roles: list[Role] = []
    for each in yaml.safe_load(text)["roles"]:
        number = len(roles)
        roles.append(Role(str(each.get("title", "")), _words(text, tree, f"roles[{number}]")))
    found = [
        Found(
            each["rule"], tuple(_place(text, tree, pointer) for pointer in _pointers(each)), "demands" in each["data"]
        )
        for each in _jdlint("check", "--isolated", "--profile", "audit", "--format", "json", str(folder))["findings"]
    ]
    highest = max((number for role in named for number in _numbers(role)), default=0)
    return Document(tuple(roles), tuple(found), highest == len(roles))


def _jdlint(*arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", *arguments], capture_output=True, check=False, env=os.environ
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _catalogue() -> frozenset[str]:
    folder = Path(__file__).parent.parent / "rules"
    return frozenset(path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*/*.yaml"))


def _pointers(finding: dict[str, Any]) -> Iterator[str]:
    yield finding["pointer"]
    for other in (*finding["related"], *finding["data"].get("demands", ())):
        yield other["pointer"]


def _place(text: str, tree: yaml.Node, pointer: str) -> Place:
    whole = _WHOLE.fullmatch(pointer)
    words = _words(text, tree, _INDICATOR.sub(r"\1", pointer))
    return Place(words, int(whole[1][len("roles[") : -1]) if whole else None)


def _words(text: str, node: yaml.Node, pointer: str) -> str:
    """Give the words of a file at a pointer, or as near to it as the file goes."""
    for key, index in _STEP.findall(pointer):
        if index and isinstance(node, yaml.SequenceNode) and int(index) < len(node.value):
            node = node.value[int(index)]
        elif key and isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), node)
    return _plain(text[node.start_mark.index : node.end_mark.index])


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _states(rows: list[Row], documents: dict[str, Document], catalogue: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Give class and state of every defect."""
    states: dict[str, tuple[str, str]] = {}
    for defect in dict.fromkeys(row.defect for row in rows):
        own = [row for row in rows if row.defect == defect]
        if any(_is_found(row, documents[row.document]) for row in own):
            state = "found"
        elif not any(_is_kept(row, documents[row.document]) for row in own):
            state = "lost"
        else:
            state = "silent" if any(catalogue.intersection(_rules(row)) for row in own) else "no rule"
        states[defect] = (own[0].group, state)
    return states


def _rules(row: Row) -> tuple[str, ...]:
    return (row.rule, *_SAME.get(row.rule, ()))


def _is_kept(row: Row, document: Document) -> bool:
    return any(row.quote in role.text for role in document.roles)


def _is_found(row: Row, document: Document) -> bool:
    holding = {number for number, role in enumerate(document.roles) if row.quote in role.text}
    roles = holding or document.numbered(row)
    return any(
        row.quote in place.words or (place.whole in roles and (found.rule == row.rule or not found.names_duties))
        for found in document.found
        if found.rule in _rules(row)
        for place in found.places
    )


def _numbers(role: str) -> Iterator[int]:
    """Read `000#1-3,7` as 1, 2, 3, 7."""
    for part in filter(None, role.partition("#")[2].split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


if __name__ == "__main__":
    main()
