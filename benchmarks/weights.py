"""Learns what fragments of Chinese duties weigh from labelled documents, and writes rules/weights/chinese-duties.yaml.

    python -m benchmarks.weights FOLDER…

Each folder holds documents as the benchmark does: NAME/roles.yaml and NAME/org.yaml, and labels/NAME.yaml. Needs
scikit-learn (dependency group `weights`). Fragments are all that is kept of the documents.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from glob import glob
from typing import Any

import yaml

from jdlint.language.fold import fold
from jdlint.language.weighing import QUESTIONS, fragments
from jdlint.record import NamedTuple

_OUT = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "weights", "chinese-duties.yaml"
)
_HEADER = """\
# What fragments of Chinese duties weigh as signs that careful readers would find a duty vague or misplaced, in
# hundredths of a logit: runs of up to three characters of a folded duty; ^ is its start, $ its end.
# `least`: for each confidence of a rule's mark, from what weight of a duty on readers agree with the rule.
# Learnt by `python -m benchmarks.weights`, not written by hand; docs/decisions/0004 tells from what and how well.
"""
_NEVER = 10_000
_LEAST = {
    "vague": {"high": -200, "medium": 0, "low": 50},
    "misplaced": {"high": -300, "medium": _NEVER, "low": _NEVER},
}
"""Chosen by cross-validation over documents (docs/decisions/0004)."""
_STRENGTH = 0.3
"""The inverse of the regularisation."""
_FEWEST = 3
"""Duties in which a fragment stands at least."""
_STEP = 10
"""Weights are multiples of so many hundredths; smaller ones are left out."""
_RULES = {
    "vague": frozenset(
        (
            "duty/absolute-guarantee",
            "duty/ambiguous-or",
            "duty/catch-all",
            "duty/contradictory-verbs",
            "duty/exhortation",
            "duty/hollow-verb",
            "duty/no-verb",
            "duty/open-ended",
            "duty/subjective-qualifier",
            "duty/support-unscoped",
            "duty/vague-object",
        )
    ),
    "misplaced": frozenset(("duty/non-duty-text", "duty/obligation-as-duty", "duty/trait-as-duty")),
}
"""The labels that answer a question with yes."""


class Labelled(NamedTuple):
    """A duty, and whether its readers answered a question about it with yes."""

    document: str
    text: str
    is_so: bool


def labelled(folder: str, question: str) -> Iterator[Labelled]:
    """Give the labelled Chinese duties of a folder, those left out over which its readers disagree."""
    rules = _RULES[question]
    for path in sorted(glob(os.path.join(folder, "*", "roles.yaml"))):
        name = os.path.basename(os.path.dirname(path))
        if _load(os.path.join(os.path.dirname(path), "org.yaml"))["language"] == "en":
            continue
        labels = {label["at"]: label for label in _load(os.path.join(folder, "labels", f"{name}.yaml"))["duties"]}
        for number, role in enumerate(_load(path)["roles"]):
            for place, duty in enumerate(role.get("duties") or ()):
                label = labels[f"roles[{number}].duties[{place}]"]
                is_so = bool(rules & set(label.get("rules") or ())) or (
                    question == "vague" and bool(label.get("vague"))
                )
                if is_so or not rules & set(label.get("disputed") or ()):
                    yield Labelled(name, duty if isinstance(duty, str) else duty["text"], is_so)


def _load(path: str) -> Any:  # noqa: ANN401 - a document
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def learn(duties: list[Labelled], question: str) -> dict[str, Any]:
    """Give the weights for a question as they stand in the file."""
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - for this command alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - the same

    def cut(text: str) -> set[str]:
        return fragments(fold(text))

    vectorizer = CountVectorizer(analyzer=cut, min_df=_FEWEST, binary=True)
    seen = vectorizer.fit_transform([duty.text for duty in duties])
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    model.fit(seen, [duty.is_so for duty in duties])
    alike: dict[int, list[str]] = defaultdict(list)
    for fragment, logit in zip(map(str, vectorizer.get_feature_names_out()), model.coef_[0], strict=True):
        alike[round(100 * float(logit) / _STEP) * _STEP].append(fragment)
    alike.pop(0, None)
    weights = {str(weight): sorted(alike[weight]) for weight in sorted(alike, reverse=True)}
    return {"least": _LEAST[question], "bias": round(100 * float(model.intercept_[0])), "weights": weights}


def main(folders: list[str]) -> None:
    """Learn from all folders."""
    table = {
        question: learn([duty for folder in folders for duty in labelled(folder, question)], question)
        for question in QUESTIONS
    }
    os.makedirs(os.path.dirname(_OUT), exist_ok=True)
    with open(_OUT, "w", encoding="utf-8") as file:
        file.write(_HEADER)
        yaml.safe_dump(table, file, allow_unicode=True, width=118, default_flow_style=None, sort_keys=False)


if __name__ == "__main__":
    main(sys.argv[1:])
