"""Run a command as a process of its own: how long it took, what memory it held, whether it did its work."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Program:
    """A command of the table."""

    name: str
    command: tuple[str, ...]
    rounds: int
    most: int = 10**9
    """The largest corpus that it is run on."""
    codes: tuple[int, ...] = (0,)
    """Exit codes that mean that it did its work."""
    prepare: Callable[[int], object] | None = None
    """What happens before it runs, given the number of the round, and isn't timed."""
    needs_warming: bool = False
    """Whether it runs once before it is timed, however long that takes: it finds what it kept."""


@dataclass
class Timing:
    """What the rounds of one program took."""

    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return median(self.seconds)


class FailedError(Exception):
    """A program that was to be timed didn't do its work."""


def interleave(
    programs: list[Program], rounds: int, folder: str, *, warms_up: bool = True, by_processor: bool = False
) -> dict[str, Timing]:
    """Time programs in turns, A B C A B C, so that a busy minute falls on all of them.

    `folder` is for compiled modules and records: what is timed is an installed program, which finds its own.
    `by_processor` counts the seconds of the processors, all of a program's processes together.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = os.path.join(folder, "bytecode")
    environment["JDLINT_CACHE_DIR"] = os.path.join(folder, "records")
    timings = {program.name: Timing() for program in programs}
    for number in range(-1, rounds):
        for program in programs:
            is_due = number < min(program.rounds, rounds) and (number >= 0 or warms_up or program.needs_warming)
            if is_due:
                if program.prepare:
                    program.prepare(number + 1)
                seconds, megabytes = run(program, environment, by_processor=by_processor)
                timing = timings[program.name]
                timing.megabytes = max(timing.megabytes, megabytes)
                if number >= 0:  # the first round only fills the page cache and the folder
                    timing.seconds.append(seconds)
    return timings


def run(program: Program, environment: dict[str, str], *, by_processor: bool) -> tuple[float, float]:
    """Give the time of a process, of the clock or of the processor, and the most memory that it held, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(program.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in program.codes:
        raise FailedError(f"{program.name} ended with {process.returncode}: {' '.join(program.command)[:200]}")
    return usage.ru_utime + usage.ru_stime if by_processor else seconds, usage.ru_maxrss / 1024
