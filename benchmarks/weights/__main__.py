"""Learns from labelled documents what signs weigh, and writes the files of rules/weights/.

    python -m benchmarks.weights FOLDER… [--also FOLDER…] [--only FILE…] [--on] [--dry]

Each folder holds documents as the benchmark does: NAME/roles.yaml and NAME/org.yaml, and labels/NAME.yaml. Folders
after `--also` are learnt from and not measured by: those that rules were written on, or that one reader labelled.
With `--on` the weights that stand in rules/weights/ are taken as known, and what differs from them is learnt.
Which entry grants what is told by `granted` beside a duty's `demands`: a mapping of each to the places of the entries.
How often the weights are right is told by cross-validation over the documents of the others. Needs scikit-learn
(dependency group `weights`). Fragments are all that is kept of the documents.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from benchmarks.weights import demands, duties, grants
from benchmarks.weights.documents import RULES, Document, documents
from benchmarks.weights.example import Example
from benchmarks.weights.learn import Asked, Before, learn
from jdlint.language.weighing import KIND, LANGUAGES, QUESTIONS, answers_of, file_of, weights_of

_HEADERS = {
    "duties": """\
# What signs weigh for the question whether careful readers would find a duty vague, or misplaced, in hundredths of a
# logit. A sign is a run of up to three characters (English: words) of a folded duty (^ is its start, $ its end), the
# kind of one of its words (kind:…, as the tables of rules/lexicon/ name them), or a mark that a rule would make (rule
# and confidence). From `sure` on readers agree with a rule's mark, from `alone` on they would make one where no rule
# does; `likeliest` tells of which rule, by the kinds of the words.
""",
    "demands": """\
# What signs weigh for the question whether careful readers would insist that a duty demands authority, where the tables
# tell none, in hundredths of a logit. A sign is a character of a folded duty, or two neighbours (English: a word; ^ is
# its start, $ its end), or what one of its words can be (act:…, noun:…, cue:…, as the tables of rules/lexicon/ name
# them). From `alone` on it likely demands some; `likeliest` tells which.
""",
    "grants": """\
# What signs weigh for the question whether careful readers would accept an entry of an authority section as the power
# that a duty demands, in hundredths of a logit. A sign is how the act and the object that the entry grants by the
# tables lie to those demanded (also both by name: approve for review), or how much wording the two share (hundredths
# of that of the duty, and pieces). From `sure` on it is accepted where the tables say that it covers the demand, from
# `alone` on where they don't.
""",
}
_LEARNT = """\
# Learnt by `python -m benchmarks.weights`, not written by hand; docs/decisions/0004 tells from what and how well.
"""
_ASKED = {
    "vague": Asked("vague", sure=-40, alone=40, fewest=40, answered_by=KIND, strength=0.1),
    "misplaced": Asked("misplaced", sure=0, alone=120, fewest=40, answered_by=KIND, strength=0.1),
    "demanding": Asked("demanding", sure=60, alone=60, fewest=15, strength=10, is_even=True, step=50),
    "granting": Asked("granting", sure=-150, alone=-75, fewest=40),
}
_TIMES = 5
"""How often an example of a rule counts, which was chosen because it is hard."""


def _labelled(file: str, question: str, document: Document) -> Iterator[Example]:
    if file == "grants":
        return grants.labelled(document)
    if file == file_of("demands", document.language):
        return demands.labelled(document)
    return duties.labelled(document, question) if file == file_of("duties", document.language) else iter(())


def _taught(file: str, question: str) -> Iterator[Example]:
    if file == "grants":
        return grants.taught()
    language = next(language for language, name in LANGUAGES.items() if file.startswith(name))
    return demands.taught(language) if file == file_of("demands", language) else duties.taught(language, question)


def _without(examples: Sequence[Example], others: Sequence[Example]) -> list[Example]:
    """Leave out examples whose signs are those of others, too."""
    known = {example.signs for example in others}
    return [example for example in examples if example.signs not in known]


def _learnt(file: str, folders: Sequence[str], also: Sequence[str], *, goes_on: bool) -> dict[str, Any]:
    table: dict[str, Any] = {}
    before = Before(weights_of(file), answers_of(file)) if goes_on else None
    for question in QUESTIONS[file]:
        held, beside = (
            [each for folder in given for document in documents(folder) for each in _labelled(file, question, document)]
            for given in (folders, also)
        )
        beside += _TIMES * list(_taught(file, question))
        table[question] = learn(_ASKED[question], held, _without(beside, held), before)
    return table


def _write(file: str, table: dict[str, Any]) -> None:
    with open(os.path.join(RULES, "weights", f"{file}.yaml"), "w", encoding="utf-8") as out:
        out.write(_HEADERS[file.rpartition("-")[2]] + _LEARNT)
        yaml.safe_dump(table, out, allow_unicode=True, width=118, default_flow_style=None, sort_keys=False)


def main() -> None:
    """Learn from all folders."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.weights", description="Learn what signs weigh.")
    options.add_argument("folders", nargs="+", metavar="FOLDER", help="labelled documents")
    options.add_argument("--also", nargs="*", default=(), metavar="FOLDER", help="documents not to measure by")
    options.add_argument(
        "--only", nargs="*", choices=tuple(QUESTIONS), default=tuple(QUESTIONS), help="some files alone"
    )
    options.add_argument("--on", action="store_true", help="learn on from the weights that there are")
    options.add_argument("--dry", action="store_true", help="only print the figures")
    given = options.parse_args()
    for file in given.only:
        print(file)
        table = _learnt(file, given.folders, given.also, goes_on=given.on)
        if not given.dry:
            _write(file, table)


if __name__ == "__main__":
    main()
