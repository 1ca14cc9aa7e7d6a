"""Every target of fuzz/ holds on a few hundred inputs, and on each input that once broke it."""

import random
from pathlib import Path

import pytest

from fuzz.__main__ import failure
from fuzz.mutate import mutated
from fuzz.seeds import seeds
from fuzz.targets import TARGETS
from tests.running import ROOT

CASES = ROOT / "tests" / "cases" / "fuzz"
"""A folder a target, with the inputs that broke it before it was mended."""

RUNS = {"checking": 40, "organising": 40}


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_target_holds_on_mutated_inputs(name: str) -> None:
    chance, inputs = random.Random(name), seeds(name)  # noqa: S311 - repeatable, not secret
    broken = [reason for _ in range(RUNS.get(name, 200)) if (reason := failure(TARGETS[name], mutated(chance, inputs)))]
    assert broken == []


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*")), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_input_that_once_broke_a_target_no_longer_does(case: Path) -> None:
    assert failure(TARGETS[case.parent.name], case.read_bytes()) == ""


def test_every_case_belongs_to_a_target_and_there_are_some() -> None:
    folders = {case.parent.name for case in CASES.glob("*/*")}
    assert folders
    assert folders <= set(TARGETS)


def test_a_broken_promise_is_noticed() -> None:
    def breaks(raw: bytes) -> None:
        raise AssertionError(f"{len(raw)} bytes")

    assert failure(breaks, b"abc").startswith("AssertionError at test_fuzz.py")
