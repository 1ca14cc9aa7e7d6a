"""Measure jdlint against a floor and its peers: `python -m benchmarks [--rounds N] [SIZE …]`.

The folders named in $PATH and the one of this Python are searched for ruff, yamllint, check-jsonschema and git; what
isn't installed has no row, and is named. Compare the ratios: seconds depend on the machine and on what else it does.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import corpus, edits, python_text, reading
from benchmarks.measure import Program, Timing, interleave

_HERE = os.path.dirname(os.path.abspath(__file__))
_SCHEMA = os.path.join(os.path.dirname(_HERE), "rules", "format", "role.schema.json")
_SIZES = (1, 100, 2_000, 10_000, 100_000)
_PEER_MOST = 2_000
_SLOW, _ONCE = 10_000, 100_000
"""From so many roles on only what finds its own records runs before it is timed; and everything is timed once."""
_SEVERAL = 400
"""Below so many roles jdlint itself uses one process."""
_LARGE = 1_000
"""Below so many roles the start of the process hides how the time grows."""

_PEER_ROUNDS = 3
_READ_MOST = 2_000
_COLD, _WARM, _FLOOR = "jdlint, one process", "jdlint, nothing changed", "floor"
_PEERS = ("ruff", "yamllint", "check-jsonschema", "git")


def main() -> None:
    """Measure every size and print a table for each."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure jdlint, in ratios.")
    sizes = " ".join(map(str, _SIZES))
    options.add_argument("sizes", nargs="*", type=int, default=_SIZES, metavar="SIZE", help=f"roles ({sizes})")
    options.add_argument("--rounds", type=int, default=5, help="rounds of each program; slow peers run 3 (5)")
    options.add_argument("--organisation", type=int, default=0, metavar="ROLES", help="size of every organisation")
    options.add_argument("--all-peers", action="store_true", help=f"slow peers on more than {_PEER_MOST:,} roles, too")
    options.add_argument("--processor", action="store_true", help="seconds of processors, for a busy machine")
    given = options.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}")
    missing = [name for name in _PEERS if not _find(name)]
    print(f"Not installed, so without a row: {', '.join(missing)}" if missing else "Every peer is installed.")
    per_role: dict[int, float] = {}
    for size in given.sizes:
        with TemporaryDirectory(prefix="jdlint-benchmark-") as folder:
            out = os.path.join(folder, "roles")
            corpus.write(out, size, given.organisation)
            rounds = 1 if size >= _ONCE else given.rounds
            programs = _programs(folder, size, rounds, size if given.all_peers else _PEER_MOST)
            timings = interleave(programs, rounds, folder, warms_up=size < _SLOW, by_processor=given.processor)
            per_role[size] = timings[_COLD].median / size
            print(f"\n{_describe(out)}\n\n{_table(timings)}", flush=True)
            if size <= _READ_MOST:
                print(f"\n{reading.describe(_role_files(out))}", flush=True)
    print(_growth({size: seconds for size, seconds in per_role.items() if size >= _LARGE}))


def _programs(folder: str, size: int, rounds: int, most: int) -> list[Program]:
    """Give what is to be timed on a corpus that stands in a folder."""
    out = os.path.join(folder, "roles")
    programs = [
        *_own(folder, size, rounds),
        Program(_FLOOR, (sys.executable, os.path.join(_HERE, "floor.py"), out), rounds),
        Program("python -c pass", (sys.executable, "-c", "pass"), rounds),
        Program("jdlint --version", (sys.executable, "-m", "jdlint", "--version"), rounds),
        *_ruff(folder, rounds),
        *_slow_peers(out, most),
    ]
    return [program for program in programs if size <= program.most]


def _own(folder: str, size: int, rounds: int) -> Iterator[Program]:
    """Give jdlint's own rows: cold, warm, and with one role edited."""
    out, edited, staged = (os.path.join(folder, name) for name in ("roles", "edited", "staged"))
    check = (sys.executable, "-m", "jdlint", "check", "--isolated", "--fail-on", "never")
    yield Program(_COLD, (*check, out, "--no-cache", "--jobs", "1"), rounds)
    if size >= _SEVERAL:
        yield Program("jdlint, two processes", (*check, out, "--no-cache", "--jobs", "2"), rounds)
    yield Program(_WARM, (*check, out), rounds, needs_warming=True)
    shutil.copytree(out, edited)
    edit = edits.on_disk(edited)
    yield Program("jdlint, one role edited", (*check, edited), rounds, prepare=edit, needs_warming=True)
    if _find("git"):
        shutil.copytree(out, os.path.join(staged, "roles"))
        hook = ("env", "-C", staged, sys.executable, "-m", "jdlint", "--staged", "--fail-on", "never")
        edit = edits.staged(staged)
        yield Program("jdlint --staged, one role edited", hook, rounds, prepare=edit, needs_warming=True)


def _ruff(folder: str, rounds: int) -> Iterator[Program]:
    """Give ruff's rows: on as many bytes of Python as the roles take."""
    ruff = _find("ruff")
    if not ruff:
        return
    modules = os.path.join(folder, "modules")
    python_text.write(modules, _bytes(os.path.join(folder, "roles")))
    check = (ruff, "check", "--isolated", "--quiet")
    yield Program("ruff check --no-cache", (*check, "--no-cache", modules), rounds, codes=(0, 1))
    cache = ("--cache-dir", os.path.join(folder, "ruff"))
    yield Program("ruff check, nothing changed", (*check, *cache, modules), rounds, codes=(0, 1), needs_warming=True)


def _slow_peers(out: str, most: int) -> Iterator[Program]:
    commands = {
        "yamllint": ("-d", "relaxed", "-f", "parsable", out),
        "check-jsonschema": ("--schemafile", _SCHEMA, *_role_files(out)),
    }
    for name, arguments in commands.items():
        if path := _find(name):
            yield Program(name, (path, *arguments), _PEER_ROUNDS, most, (0, 1))


def _find(name: str) -> str | None:
    beside = os.path.join(os.path.dirname(sys.executable), name)
    return beside if os.path.exists(beside) else shutil.which(name)


def _role_files(out: str) -> list[str]:
    return [
        os.path.join(folder, name) for folder, _, names in os.walk(out) for name in sorted(names) if name != "org.yaml"
    ]


def _bytes(out: str) -> int:
    return sum(map(os.path.getsize, _role_files(out)))


def _describe(out: str) -> str:
    """Say what a corpus holds, so that a figure can be read years later."""
    files, size = _role_files(out), _bytes(out)
    return f"## {len(files):,} roles, {size / 1e6:.2f} MB, {size / len(files) / 1e3:.2f} KB a role"


def _table(timings: dict[str, Timing]) -> str:
    """Write the ratios: how many times as long a program takes as the floor, and as jdlint cold and unchanged."""
    others = (_FLOOR, _COLD, _WARM)
    head = ("program", *(f"× {other}" for other in others), "median", "rounds", "peak memory")
    rows = [f"| {' | '.join(head)} |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for name, timing in timings.items():
        ratios = (f"{_ratio(timing, timings[other]):.2f}" for other in others)
        cells = (name, *ratios, f"{timing.median:.3f} s", len(timing.seconds), f"{timing.megabytes:.0f} MB")
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def _ratio(above: Timing, below: Timing) -> float:
    """Give the median of ratios within a round: a busy minute then falls on both sides."""
    return median(mine / theirs for mine, theirs in zip(above.seconds, below.seconds, strict=False))


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
