"""Measure how the time of a role grows with its organisation: `python -m benchmarks.growth [--roles N …] [SHAPE …]`.

Processor time of a cold run in one process, a round for each size; a role of the largest organisation against one of
the second. Shapes are those of shapes.py, and `corpus`: the generated roles of corpus.py.
"""

import argparse
import os
import sys
from tempfile import TemporaryDirectory

from benchmarks import corpus, shapes
from benchmarks.measure import Program, Timing, interleave

_SIZES = (500, 1_000, 2_000, 4_000)
_CORPUS = "corpus"


def main() -> None:
    """Print a row for each shape."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.growth", description="Measure growth, shape by shape.")
    options.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"{', '.join(shapes.SHAPES)}, {_CORPUS}")
    options.add_argument("--roles", nargs="+", type=int, default=_SIZES, metavar="N", help="sizes of the organisation")
    options.add_argument("--rounds", type=int, default=1)
    given = options.parse_args()
    print(f"| shape | {' | '.join(f'{size:,}' for size in given.roles)} | growth | peak memory |")
    print(f"| --- |{' ---: |' * (len(given.roles) + 2)}")
    for shape in given.shapes or (*shapes.SHAPES, _CORPUS):
        print(_row(shape, given.roles, given.rounds), flush=True)


def _row(shape: str, sizes: list[int], rounds: int) -> str:
    """Give seconds by size, the growth of a role's time, and the memory of the largest organisation."""
    with TemporaryDirectory(prefix="jdlint-benchmark-") as folder:
        programs = [_program(os.path.join(folder, str(size)), shape, size, rounds) for size in sizes]
        interleave(programs[:1], 0, folder)  # compiles modules, which isn't to be timed
        timings = interleave(programs, rounds, folder, warms_up=False, by_processor=True)
    seconds = [timings[str(size)].median for size in sizes]
    per_role = [second / size for second, size in zip(seconds, sizes, strict=True)]
    growth = per_role[-1] / per_role[1 if len(sizes) > 2 else 0]  # the start hides how the first one grows
    cells = (shape, *(f"{second:.2f}" for second in seconds), f"{growth:.2f}", _memory(timings[str(sizes[-1])]))
    return f"| {' | '.join(cells)} |"


def _memory(timing: Timing) -> str:
    return f"{timing.megabytes:.0f} MB"


def _program(out: str, shape: str, size: int, rounds: int) -> Program:
    """Write an organisation, and give the run that checks it."""
    if shape == _CORPUS:
        corpus.write(out, size, size)
    else:
        shapes.write(out, shape, size)
    check = (
        sys.executable,
        "-m",
        "jdlint",
        "check",
        "--isolated",
        "--fail-on",
        "never",
        out,
        "--no-cache",
        "--jobs",
        "1",
    )
    return Program(str(size), check, rounds)


if __name__ == "__main__":
    main()
