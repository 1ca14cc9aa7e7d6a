"""Learns from labelled documents what signs of duties weigh, and writes the files of rules/weights/.

    python -m benchmarks.weights FOLDER… [--also FOLDER…] [--language zh|en] [--dry]

Each folder holds documents as the benchmark does: NAME/roles.yaml and NAME/org.yaml, and labels/NAME.yaml. Folders
after `--also` are learnt from and not measured by: those that rules were written on, or that one reader labelled.
How often the weights are right is told by cross-validation over the documents of the others. Needs scikit-learn
(dependency group `weights`). Fragments are all that is kept of the documents.
"""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from glob import glob
from itertools import chain
from typing import Any

import yaml

from jdlint.language.duty import said
from jdlint.language.fold import squeeze
from jdlint.language.mark import NO_DUTY, Sentence
from jdlint.language.weighing import FILES, QUESTIONS, kinds_among, signs
from jdlint.record import NamedTuple

_OUT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "weights")
_HEADER = """\
# What signs weigh for the question whether careful readers would find a duty vague, or misplaced, in hundredths of a
# logit. A sign is a run of up to three {fragments} of a folded duty (^ is its start, $ its end), the kind of one of its
# words (kind:…, as the tables of rules/lexicon/ name them), or a mark that a rule would make (rule and confidence).
# From `sure` on readers agree with a rule's mark, from `alone` on they would make one where no rule does; `likeliest`
# tells of which rule, by the kinds of the words.
# Learnt by `python -m benchmarks.weights`, not written by hand; docs/decisions/0004 tells from what and how well.
"""
_RULE_FILES = os.path.join(os.path.dirname(_OUT), "duty")
_FRAGMENTS = {"zh": "characters", "en": "words"}
_SURE = {"vague": -80, "misplaced": -60}
"""From what weight on, in hundredths of a logit, readers agree with a rule (docs/decisions/0004)."""
_MORE = 40
"""How much more a duty weighs that is marked where no rule speaks."""
_STRENGTH = 0.3
"""The inverse of the regularisation."""
_STRENGTH_OF_RULES = 0.3
"""The same for telling which rule a duty breaks."""
_FEWEST = 5
"""Duties in which a sign stands at least."""
_FEWEST_OF_RULE = 40
"""Duties that break a rule, at least, if it shall be told by weights."""
_STEP = 10
"""Weights are multiples of so many hundredths; smaller ones are left out."""
_TIMES = 5
"""How often an example of a rule counts, which was chosen because it is hard."""
_FOLDS = 10
_RULES = {
    "vague": frozenset(
        (
            "duty/absolute-guarantee",
            "duty/ambiguous-or",
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
    "misplaced": NO_DUTY,
}
"""The labels that answer a question with yes."""
_RESIDUAL = "duty/catch-all"
"""What is left out: rules alone tell it, and tolerate it in the last place."""


class Labelled(NamedTuple):
    """A duty, what its readers marked on it, and whether they answered a question about it with yes."""

    document: str
    text: str
    rules: frozenset[str]
    is_so: bool


def labelled(folder: str, language: str, question: str) -> Iterator[Labelled]:
    """Give the labelled duties of a folder in a language, those left out over which its readers disagree."""
    rules = _RULES[question]
    for path in sorted(glob(os.path.join(folder, "*", "roles.yaml"))):
        name = os.path.basename(os.path.dirname(path))
        is_english = _load(os.path.join(os.path.dirname(path), "org.yaml"))["language"] == "en"
        if is_english != (language == "en"):
            continue
        labels = {label["at"]: label for label in _load(os.path.join(folder, "labels", f"{name}.yaml"))["duties"]}
        for number, role in enumerate(_load(path)["roles"]):
            for place, duty in enumerate(role.get("duties") or ()):
                label = labels[f"roles[{number}].duties[{place}]"]
                marked = frozenset(label.get("rules") or ())
                if _RESIDUAL in marked:
                    continue
                is_so = bool(rules & marked) or (question == "vague" and bool(label.get("vague")))
                if is_so or not rules & set(label.get("disputed") or ()):
                    yield Labelled(f"{folder}/{name}", duty if isinstance(duty, str) else duty["text"], marked, is_so)


def _all(folders: Sequence[str], language: str, question: str) -> list[Labelled]:
    return [duty for folder in folders for duty in labelled(folder, language, question)]


@cache
def _load(path: str) -> Any:  # noqa: ANN401 - a document
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def taught(language: str, question: str) -> Iterator[Labelled]:
    """Give the duties that rules shall leave alone by their examples; what they mark would praise the rules alone."""
    for path in sorted(glob(os.path.join(_RULE_FILES, "*.yaml"))):
        rule = _load(path)
        for example in rule["examples"] if rule["id"] in _RULES[question] else ():
            for duty in example.get("good", {}).get("duties") or ():
                text = duty if isinstance(duty, str) else duty["text"]
                if Sentence(text).language == language:
                    yield Labelled(path, text, frozenset(), is_so=False)


@cache
def signs_of(text: str) -> list[str]:
    """Give the signs of a duty as a run weighs them."""
    sentence = Sentence(text)
    return sorted(signs(sentence, said(sentence)))


def without(duties: Sequence[Labelled], others: Sequence[Labelled]) -> list[Labelled]:
    """Leave out duties whose text stands among others, too."""
    known = {squeeze(duty.text) for duty in others}
    return [duty for duty in duties if squeeze(duty.text) not in known]


def learn(held: Sequence[Labelled], also: Sequence[Labelled], question: str) -> dict[str, Any]:
    """Give the weights for a question as they stand in the file."""
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - for this command alone

    duties = [*also, *held]
    cut = list(map(signs_of, [duty.text for duty in duties]))
    vectorizer = CountVectorizer(analyzer=_as_it_is, min_df=_FEWEST, binary=True)
    seen = vectorizer.fit_transform(cut)
    is_so = [duty.is_so for duty in duties]
    weighed = _crossed(seen, is_so, held)
    _tell(question, weighed, is_so[len(also) :], cut[len(also) :])
    model = _fitted(seen, is_so, _STRENGTH)
    names = list(map(str, vectorizer.get_feature_names_out()))
    return {
        "sure": _SURE[question],
        "alone": _SURE[question] + _MORE,
        "bias": round(100 * float(model.intercept_[0])),
        "weights": _listed(names, model.coef_[0]),
        "likeliest": _likeliest(duties, cut, question),
    }


def _as_it_is(signs: list[str]) -> list[str]:
    return signs


def _fitted(seen: Any, is_so: Sequence[bool], strength: float) -> Any:  # noqa: ANN401 - scikit-learn's own
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - for this command alone

    return LogisticRegression(C=strength, max_iter=5000).fit(seen, is_so)


def _crossed(seen: Any, is_so: Sequence[bool], held: Sequence[Labelled]) -> list[float]:  # noqa: ANN401 - as above
    """Weigh every held duty by what was learnt without its document, in hundredths."""
    from sklearn.model_selection import GroupKFold  # noqa: PLC0415 - for this command alone

    first = len(is_so) - len(held)
    weighed = [0.0] * len(held)
    documents = [duty.document for duty in held]
    folds = GroupKFold(min(_FOLDS, len(set(documents))))
    for train, test in folds.split(documents, groups=documents):
        known = [*range(first), *(first + number for number in train)]
        model = _fitted(seen[known], [is_so[number] for number in known], _STRENGTH)
        for number, weight in zip(test, model.decision_function(seen[[first + n for n in test]]), strict=True):
            weighed[number] = 100 * float(weight)
    return weighed


def _tell(question: str, weighed: Sequence[float], is_so: Sequence[bool], cut: Sequence[list[str]]) -> None:
    """Print how often what the weights let stand is right, and how much of what is so it is, by cross-validation."""
    sure = _SURE[question]
    marked = [any(sign.startswith(_MARKS) for sign in found) for found in cut]
    told = [weight >= (sure if mark else sure + _MORE) for weight, mark in zip(weighed, marked, strict=True)]
    alone = [so for so, tell, mark in zip(is_so, told, marked, strict=True) if tell and not mark]
    right = sum(so and tell for so, tell in zip(is_so, told, strict=True))
    print(
        f"{question}: {len(is_so)} duties, {sum(is_so)} so; right {right / max(1, sum(told)):.3f}, "
        f"found {right / max(1, sum(is_so)):.3f}; where no rule speaks {sum(alone)} of {len(alone)} right"
    )


_MARKS = ("duty/", "text/")
"""How the signs begin that are marks of rules."""


def _likeliest(duties: Sequence[Labelled], cut: Sequence[list[str]], question: str) -> dict[str, Any]:
    """Tell the rules that duties break who are found so, by the kinds of their words."""
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - for this command alone

    broken = [(duty.rules, found) for duty, found in zip(duties, cut, strict=True) if duty.rules & _RULES[question]]
    vectorizer = CountVectorizer(analyzer=kinds_among, min_df=_FEWEST, binary=True)
    seen = vectorizer.fit_transform([found for _, found in broken])
    names = list(map(str, vectorizer.get_feature_names_out()))
    counted = Counter(chain.from_iterable(rules & _RULES[question] for rules, _ in broken))
    told: dict[str, Any] = {}
    for rule in sorted(rule for rule, count in counted.items() if count >= _FEWEST_OF_RULE):
        model = _fitted(seen, [rule in rules for rules, _ in broken], _STRENGTH_OF_RULES)
        told[rule] = {"bias": round(100 * float(model.intercept_[0])), "weights": _listed(names, model.coef_[0])}
    return told


def _listed(names: Sequence[str], logits: Sequence[float]) -> dict[str, list[str]]:
    """List signs under what they weigh, the heaviest first."""
    alike: dict[int, list[str]] = defaultdict(list)
    for name, logit in zip(names, logits, strict=True):
        alike[round(100 * float(logit) / _STEP) * _STEP].append(name)
    alike.pop(0, None)
    return {str(weight): sorted(alike[weight]) for weight in sorted(alike, reverse=True)}


def _write(language: str, table: dict[str, Any]) -> None:
    with open(os.path.join(_OUT, f"{FILES[language]}.yaml"), "w", encoding="utf-8") as file:
        file.write(_HEADER.format(fragments=_FRAGMENTS[language]))
        yaml.safe_dump(table, file, allow_unicode=True, width=118, default_flow_style=None, sort_keys=False)


def main() -> None:
    """Learn from all folders."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.weights", description="Learn what signs weigh.")
    options.add_argument("folders", nargs="+", metavar="FOLDER", help="labelled documents")
    options.add_argument("--also", nargs="*", default=(), metavar="FOLDER", help="documents not to measure by")
    options.add_argument("--language", choices=tuple(FILES), help="one language alone")
    options.add_argument("--dry", action="store_true", help="only print the figures")
    given = options.parse_args()
    os.makedirs(_OUT, exist_ok=True)
    for language in (given.language,) if given.language else FILES:
        table: dict[str, Any] = {}
        for question in QUESTIONS:
            held, also = (_all(folders, language, question) for folders in (given.folders, given.also))
            also += _TIMES * list(taught(language, question))
            table[question] = learn(held, without(also, held), question)
        if not given.dry:
            _write(language, table)


if __name__ == "__main__":
    main()
