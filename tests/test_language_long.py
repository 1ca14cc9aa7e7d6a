"""Proves that a long sentence takes no more steps for each word than a short one: steps are counted, not timed."""

import os
from collections.abc import Callable

import pytest

import jdlint
from jdlint.language.authority import read_authority
from jdlint.language.duty import read_duty
from jdlint.language.task import read_tasks
from jdlint.model.balance import demands_of_duty
from tests.steps import Steps, count

_LANGUAGE = os.path.join(os.path.dirname(jdlint.__file__), "language", "")
_BUILT = tuple(os.path.join(_LANGUAGE, name) for name in ("automaton.py", "dictionary.py"))
"""What is built once, when texts have become many."""
_MANY = 60
_FEW = 30 * _MANY
"""A loop over all words for each word takes more steps."""

PARTS = [
    "合同审核、",
    "有审核权、",
    "制度的制订,",
    "监督收货、",
    "沟通",
    "将审核",
    "安排员工参加培训",
    "reviews and ",
    "other departments and ",
    "Send reports ((weekly) to the clerk; ",
    "assist with bathing and d ",
    "develop the plan and ",
    "staff must not accept gifts and ",
    "the manager of purchasing reviews ",
]


def _steps(read: Callable[[str], object], text: str) -> Steps:
    return count(lambda: read(text), (_LANGUAGE,), _BUILT)


@pytest.mark.parametrize("read", [read_duty, demands_of_duty, read_authority, read_tasks])
@pytest.mark.parametrize("opening", ["", "对", "加强与"])
@pytest.mark.parametrize("part", PARTS)
def test_twice_the_words_take_twice_the_steps(part: str, opening: str, read: Callable[[str], object]) -> None:
    read(opening + part * 2)  # loads the tables
    few, many = (_steps(read, opening + part * times) for times in (_MANY, 2 * _MANY))
    growing = {name: (few[name], steps) for name, steps in many.items() if steps > max(3 * few[name], _FEW)}
    assert few
    assert growing == {}
