"""Measure what the commit hook costs: `python -m benchmarks.hooks [--rounds N] [SIZE]`, in ratios.

One repository with SIZE roles (10,000) has a file staged that concerns no role, another one edited role. Each commit is
set against `git status` and `python -c pass`, in turns.
"""

import argparse
import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.measure import Program, Timing, interleave

_IRRELEVANT, _EDITED = "a file that concerns no role", "one edited role"


def main() -> None:
    """Make the repositories, measure and print the table."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.hooks", description="Measure the hook, in ratios.")
    options.add_argument("size", nargs="?", type=int, default=10_000, metavar="SIZE", help="roles (10000)")
    options.add_argument("--rounds", type=int, default=5, help="rounds; the edited role has at most 3 (5)")
    given = options.parse_args()
    with TemporaryDirectory(prefix="jdlint-hooks-") as folder:
        quiet, busy = (os.path.join(folder, name) for name in ("quiet", "busy"))
        _commit(quiet, given.size)
        subprocess.run(["git", "clone", "-q", quiet, busy], check=True)
        _stage(quiet, "readme.md", "x\n")
        _stage(busy, _first_role(busy), "# edited\n")
        programs = [
            Program(_IRRELEVANT, _hook(quiet), given.rounds),
            Program(_EDITED, _hook(busy), min(given.rounds, 3), codes=(0, 1)),
            Program("git status", ("git", "-C", busy, "status", "--porcelain"), given.rounds),
            Program("python -c pass", (sys.executable, "-c", "pass"), given.rounds),
        ]
        timings = interleave(programs, given.rounds, folder)
    print(f"{given.size:,} roles\n\n{_table(timings)}")


def _hook(folder: str) -> tuple[str, ...]:
    return ("env", "-C", folder, sys.executable, "-m", "jdlint", "check", "--staged")


def _commit(folder: str, size: int) -> None:
    corpus.write(os.path.join(folder, "roles"), size)
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "x")):
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", folder, *identity, *command], check=True)


def _first_role(folder: str) -> str:
    roles = (
        os.path.join(at, name) for at, _, names in os.walk(os.path.join(folder, "roles")) for name in names
        if name.endswith(".yaml") and name != "org.yaml"
    )  # fmt: skip
    return os.path.relpath(min(roles), folder)


def _stage(folder: str, name: str, line: str) -> None:
    with open(os.path.join(folder, name), "a", encoding="utf-8") as file:
        file.write(line)
    subprocess.run(["git", "-C", folder, "add", name], check=True)


def _table(timings: dict[str, Timing]) -> str:
    rows = [
        "| staged | × `git status` | × `python -c pass` | median | peak memory |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name in (_IRRELEVANT, _EDITED):
        own = timings[name]
        ratios = [
            median(mine / theirs for mine, theirs in zip(own.seconds, timings[other].seconds, strict=False))
            for other in ("git status", "python -c pass")
        ]
        cells = (name, *(f"{ratio:.1f}" for ratio in ratios), f"{own.median:.3f} s", f"{own.megabytes:.0f} MB")
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
