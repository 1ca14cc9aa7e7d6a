"""Learns what signs weigh from examples, by logistic regressions, and tells how often the weights are right."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from benchmarks.weights.example import Example
from jdlint.language.weighing import Answers, Weights
from jdlint.record import NamedTuple

_FEWEST = 5
"""Examples that bear a sign, at least."""
_FOLDS = 10
_STRENGTH_OF_ANSWERS = 0.3
"""The inverse of the regularisation for telling which answer is likeliest."""
_STEP_OF_ANSWERS = 20
"""Weights that tell of answers are multiples of so many hundredths."""
_KNOWN = 3
"""How much what an example weighed before is trusted: regularisation keeps smaller factors from mattering."""


class Asked(NamedTuple):
    """How one question is learnt."""

    question: str
    sure: int
    """From what weight on, in hundredths of a logit, readers agree with a rule (docs/decisions/0004)."""
    alone: int
    """From what weight on they say so where no rule does."""
    fewest: int
    """Examples with an answer, at least, if it shall be told by weights."""
    answered_by: str = ""
    """How the signs begin that tell which answer is likeliest; '' where all do."""
    strength: float = 0.3
    """The inverse of the regularisation."""
    is_even: bool = False
    """Whether signs weigh by the square root of their number."""
    step: int = 10
    """Weights are multiples of so many hundredths; smaller ones are left out."""


class Before(NamedTuple):
    """What a file told before."""

    weights: Weights
    answers: Mapping[str, Answers]


def learn(asked: Asked, held: Sequence[Example], also: Sequence[Example], before: Before | None) -> dict[str, Any]:
    """Give the weights for a question as they stand in the file; learn on from those of before, where there are any."""
    examples = [example for example in (*also, *held) if example.is_learnt]
    known = _scale(before.weights, asked.question) if before else None
    model = _Model(asked, [each.signs for each in examples], [each.is_so for each in examples], known)
    _tell(asked, held, model.crossed([each.document for each in examples], sum(each.is_learnt for each in also)))
    return {
        "sure": asked.sure,
        "alone": asked.alone,
        "even": asked.is_even,
        **model.table(),
        "likeliest": _likeliest(asked, [*also, *held], before.answers[asked.question] if before else {}),
    }


_Known = tuple[int, Mapping[str, int]]
"""A bias, and what signs weigh, in hundredths."""


def _scale(before: Weights, question: str) -> _Known:
    place = list(before.scales).index(question)
    return before.scales[question].bias, {
        sign: weights[place] for sign, weights in before.signs.items() if weights[place]
    }


def _as_it_is(signs: Sequence[str]) -> Sequence[str]:
    return signs


class _Model:
    """A regression over the signs of examples, and over what they weighed before."""

    def __init__(
        self, asked: Asked, signs: Sequence[Sequence[str]], is_so: Sequence[bool], known: _Known | None
    ) -> None:
        from scipy.sparse import csr_matrix, diags, hstack  # noqa: PLC0415 - for this command alone
        from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - for this command alone

        vectorizer = CountVectorizer(analyzer=_as_it_is, min_df=_FEWEST, binary=True)
        self._seen = vectorizer.fit_transform(signs)
        share = [len(each) ** -0.5 if asked.is_even else 1.0 for each in signs]
        self._seen = (diags(share) @ self._seen).tocsr()
        self._asked = asked
        self._names = list(map(str, vectorizer.get_feature_names_out()))
        self._is_so = is_so
        self._known = known
        if known:
            bias, weights = known
            sums = (sum(weights.get(sign, 0) for sign in each) for each in signs)
            weighed = [[_KNOWN * (bias + part * weight) / 100] for part, weight in zip(share, sums, strict=True)]
            self._seen = hstack([self._seen, csr_matrix(weighed)]).tocsr()

    def _fitted(self, places: Sequence[int]) -> Any:  # noqa: ANN401 - scikit-learn's own
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - for this command alone

        is_so = [self._is_so[place] for place in places]
        return LogisticRegression(C=self._asked.strength, max_iter=5000).fit(self._seen[places], is_so)

    def crossed(self, documents: Sequence[str], first: int) -> list[float]:
        """Weigh every example from a place on by what was learnt without its document, in hundredths."""
        from sklearn.model_selection import GroupKFold  # noqa: PLC0415 - for this command alone

        held = range(first, len(documents))
        weighed = dict.fromkeys(held, 0.0)
        groups = documents[first:]
        for train, test in GroupKFold(min(_FOLDS, len(set(groups)))).split(groups, groups=groups):
            model = self._fitted([*range(first), *(first + number for number in train)])
            places = [first + number for number in test]
            weighed |= zip(places, 100 * model.decision_function(self._seen[places]), strict=True)
        return [weighed[place] for place in held]

    def table(self) -> dict[str, Any]:
        """Give the bias and the weights as they stand in a file."""
        model = self._fitted(range(len(self._is_so)))
        weights = dict(zip(self._names, 100 * model.coef_[0], strict=False))
        bias = 100 * float(model.intercept_[0])
        if self._known:
            factor = _KNOWN * float(model.coef_[0][-1])
            bias += factor * self._known[0]
            for sign, weight in self._known[1].items():
                weights[sign] = weights.get(sign, 0.0) + factor * weight
        return {"bias": round(bias), "weights": _listed(weights, self._asked.step)}


def _listed(weights: Mapping[str, float], step: int) -> dict[str, list[str]]:
    """List signs under what they weigh, the heaviest first."""
    alike: dict[int, list[str]] = defaultdict(list)
    for sign, weight in weights.items():
        alike[round(float(weight) / step) * step].append(sign)
    alike.pop(0, None)
    return {str(weight): sorted(alike[weight]) for weight in sorted(alike, reverse=True)}


def _tell(asked: Asked, held: Sequence[Example], crossed: Sequence[float]) -> None:
    """Print how often what the weights let stand is right, and how much of what is so it is, by cross-validation."""
    weighed = iter(crossed)
    so = sum(example.is_so for example in held)
    right = told = alone = right_alone = 0
    for example in held:
        least = asked.sure if example.is_said else asked.alone
        tells = next(weighed) >= least if example.is_learnt else example.is_said
        told += tells
        right += tells and example.is_so
        alone += tells and not example.is_said
        right_alone += tells and not example.is_said and example.is_so
    print(
        f"{asked.question}: {len(held)} examples, {so} so; right {right / max(1, told):.3f}, "
        f"found {right / max(1, so):.3f}; where no rule speaks {right_alone} of {alone} right"
    )


def _likeliest(asked: Asked, examples: Sequence[Example], before: Answers) -> dict[str, Any]:
    """Tell the answers for examples that are so, by their signs."""
    named = [example for example in examples if example.answers]
    signs = [[sign for sign in example.signs if sign.startswith(asked.answered_by)] for example in named]
    counted = Counter(chain.from_iterable(example.answers for example in named))
    answers = sorted({*before, *(answer for answer, count in counted.items() if count >= asked.fewest)})
    plain = asked._replace(is_even=False, strength=_STRENGTH_OF_ANSWERS, step=_STEP_OF_ANSWERS)
    return {
        answer: _Model(plain, signs, [answer in example.answers for example in named], before.get(answer)).table()
        for answer in answers
    }
