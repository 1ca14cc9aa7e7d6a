"""Measure jdlint against a floor and its peers: `python -m benchmarks [--rounds N] [SIZE …]`.

The folders named in $PATH and the one of this Python are searched for yamllint and check-jsonschema; a peer that isn't
installed has no row. Compare the ratios: seconds depend on the machine and on what else it does.
"""

import argparse
import os
import platform
import shutil
import sys
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import corpus, reading
from benchmarks.measure import Program, Timing, interleave

_HERE = os.path.dirname(os.path.abspath(__file__))
_SCHEMA = os.path.join(os.path.dirname(_HERE), "rules", "format", "role.schema.json")
_SIZES = (1, 100, 2_000, 10_000)
_PEER_MOST = 2_000
_LARGE = 1_000
"""Below so many roles the start of the process hides how the time grows."""

_PEER_ROUNDS = 3
_READ_MOST = 2_000


def main() -> None:
    """Measure every size and print a table for each."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure jdlint, in ratios.")
    options.add_argument("sizes", nargs="*", type=int, default=_SIZES, metavar="SIZE", help="roles (1 100 2000 10000)")
    options.add_argument("--rounds", type=int, default=5, help="rounds of each program; slow peers run 3 (5)")
    options.add_argument("--organisation", type=int, default=0, metavar="ROLES", help="size of every organisation")
    given = options.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}")
    per_role: dict[int, float] = {}
    with TemporaryDirectory(prefix="jdlint-benchmark-") as folder:
        for size in given.sizes:
            out = os.path.join(folder, str(size))
            corpus.write(out, size, given.organisation)
            timings = interleave(_programs(out, size, given.rounds), given.rounds, os.path.join(folder, "bytecode"))
            per_role[size] = timings["jdlint"].median / size
            print(f"\n{_describe(out)}\n\n{_table(timings)}", flush=True)
            if size <= _READ_MOST:
                print(f"\n{reading.describe(_role_files(out))}", flush=True)
    print(_growth({size: seconds for size, seconds in per_role.items() if size >= _LARGE}))


def _programs(out: str, size: int, rounds: int) -> list[Program]:
    """Give what is to be timed on a corpus; the first is what all ratios are about."""
    jdlint = (sys.executable, "-m", "jdlint")
    check = (*jdlint, "check", "--isolated", "--fail-on", "never", out)
    programs = [
        Program("jdlint", (*check, "--no-cache"), rounds),
        Program("jdlint, from its cache", check, rounds),
        Program("floor", (sys.executable, os.path.join(_HERE, "floor.py"), out), rounds),
        Program("python -c pass", (sys.executable, "-c", "pass"), rounds),
        Program("jdlint --version", (*jdlint, "--version"), rounds),
        *_peers(out),
    ]
    return [program for program in programs if size <= program.most]


def _peers(out: str) -> list[Program]:
    commands = {
        "yamllint": ("-d", "relaxed", "-f", "parsable", out),
        "check-jsonschema": ("--schemafile", _SCHEMA, *_role_files(out)),
    }
    return [
        Program(name, (path, *commands[name]), _PEER_ROUNDS, _PEER_MOST, (0, 1))
        for name in commands
        if (path := _find(name))
    ]


def _find(name: str) -> str | None:
    beside = os.path.join(os.path.dirname(sys.executable), name)
    return beside if os.path.exists(beside) else shutil.which(name)


def _role_files(out: str) -> list[str]:
    return [
        os.path.join(folder, name) for folder, _, names in os.walk(out) for name in sorted(names) if name != "org.yaml"
    ]


def _describe(out: str) -> str:
    """Say what a corpus holds, so that a figure can be read years later."""
    files = _role_files(out)
    size = sum(map(os.path.getsize, files))
    return f"## {len(files):,} roles, {size / 1e6:.2f} MB, {size / len(files) / 1e3:.2f} KB a role"


def _table(timings: dict[str, Timing]) -> str:
    """Write the ratios; a program's row says how many times its time jdlint takes."""
    own = timings["jdlint"].seconds
    rows = ["| program | jdlint takes | median | rounds | peak memory |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, timing in timings.items():
        # a round's times are compared with each other alone: a busy minute then falls on both sides
        ratio = median(mine / theirs for mine, theirs in zip(own, timing.seconds, strict=False))
        cells = (name, f"{ratio:.2f} ×", f"{timing.median:.3f} s", len(timing.seconds), f"{timing.megabytes:.0f} MB")
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def _growth(per_role: dict[int, float]) -> str:
    """Compare the time a role between the two largest corpora: above 1 it grows faster than they do."""
    if len(per_role) < 2:
        return ""
    *_, smaller, larger = sorted(per_role)
    return (
        f"\nA role of {larger:,} takes {per_role[larger] / per_role[smaller]:.2f} × what a role of {smaller:,} takes."
    )


if __name__ == "__main__":
    main()
