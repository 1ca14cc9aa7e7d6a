"""Reading sentences against reading YAML: what the duties and authorities of a file cost, as a ratio in one process."""

import gc
import os
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from jdlint.language.authority import read_authority
from jdlint.language.duty import read_duties
from jdlint.model.balance import read_powers
from jdlint.model.build import build_roles
from jdlint.model.role import Role
from jdlint.source.source import Source
from jdlint.source.yaml import read

Given = TypeVar("Given")


def ratio(files: list[str], rounds: int = 5) -> tuple[float, int]:
    """Give the median of sentences / YAML over alternate rounds, in processor time; and the number of sentences."""
    raw = [(path, _bytes(path)) for path in files]
    roles = [role for path, text in raw for role in build_roles(read(path, text)).roles]
    _sentences(roles)  # loads the tables, which a run does once
    gc.disable()  # as in a run
    pairs = [(_timed(_sentences, roles), _timed(_sources, raw)) for _ in range(rounds)]
    gc.enable()
    count = sum(len(role.duties or ()) + len(role.authorities or ()) for role in roles)
    return median(mine / theirs for mine, theirs in pairs), count


def _sources(raw: list[tuple[str, bytes]]) -> list[Source]:
    return [read(path, text) for path, text in raw]


def _sentences(roles: list[Role]) -> None:
    """Read the sentences of roles as a run does: each step for all duties before the next."""
    duties = [duty.text for role in roles for duty in role.duties or ()]
    read_duties(duties)
    read_authority.cache_clear()
    read_powers([(role.duties or (), role.authorities or ()) for role in roles])


def _timed(work: Callable[[list[Given]], object], given: list[Given]) -> float:
    start = time.process_time()
    work(given)
    return time.process_time() - start


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def describe(files: list[str]) -> str:
    """Say what reading the sentences of role files costs."""
    times, count = ratio(files)
    return f"Reading the {count:,} sentences of {len(files):,} files takes {times:.2f} × reading their YAML."


def main(folder: str) -> None:
    """Print the ratio for the role files below a folder."""
    files = sorted(
        os.path.join(current, name)
        for current, _, names in os.walk(folder)
        for name in names
        if name.endswith((".yaml", ".yml")) and name != "org.yaml"
    )
    print(describe(files))


if __name__ == "__main__":
    main(sys.argv[1])
