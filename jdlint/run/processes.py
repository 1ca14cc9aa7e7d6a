"""Shares work out among processes and puts the results in order; one that dies leaves its share to the first."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import TypeVar

from jdlint.record import NamedTuple

FEWEST = 400
"""Below so many files one process is done before a second one would have paid."""

Work = TypeVar("Work", bound=Sized)
Made = TypeVar("Made")


def worthwhile(files: int) -> int:
    """Say how many processes pay for a number of files on this machine."""
    if files < FEWEST or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_out(work: Sequence[Work], do: Callable[[Work], Made], processes: int) -> Iterator[Made]:
    """Give what comes of each piece of work, in order; the pieces are shared by their sizes."""
    own, *others = _shares(work, min(processes, len(work)))
    helpers = [_start(work, share, do) for share in others]
    try:
        made = {number: do(work[number]) for number in own} if helpers else {}
        for helper in helpers:
            made |= _result(helper)
        for number, piece in enumerate(work):
            yield made.pop(number) if number in made else do(piece)
    finally:
        for helper in helpers:
            _stop(helper)


def _shares(work: Sequence[Work], count: int) -> list[list[int]]:
    """Share out numbers of pieces, the largest first, each to whoever has least."""
    shares: list[list[int]] = [[] for _ in range(max(1, count))]
    sizes = [0] * len(shares)
    for number in sorted(range(len(work)), key=lambda number: -len(work[number])):
        least = sizes.index(min(sizes))
        shares[least].append(number)
        sizes[least] += len(work[number])
    return shares


class _Helper(NamedTuple):
    """A process at work, and the pipe that its results come through."""

    process: int
    pipe: int


def _start(work: Sequence[Work], share: list[int], do: Callable[[Work], Made]) -> _Helper:
    import pickle  # noqa: PLC0415 - 2 ms, paid only where there are several processes

    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Helper(process, reading)
    code = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump({number: do(work[number]) for number in share}, pipe, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)  # nothing of the first process may be ended twice


def _result(helper: _Helper) -> dict[int, Made]:
    """Read what a process has made; nothing if it died or failed: the first does its work then, and meets the error."""
    import pickle  # noqa: PLC0415 - the same

    with os.fdopen(os.dup(helper.pipe), "rb") as pipe:
        content = pipe.read()
    _, status = os.waitpid(helper.process, 0)
    made: dict[int, Made] = pickle.loads(content) if status == 0 else {}  # noqa: S301 - our own process wrote it
    return made


def _stop(helper: _Helper) -> None:
    """End a process that is still at work, and let go of its pipe."""
    os.close(helper.pipe)
    try:
        if os.waitpid(helper.process, os.WNOHANG) == (0, 0):
            os.kill(helper.process, signal.SIGKILL)
            os.waitpid(helper.process, 0)
    except ChildProcessError:
        return  # its result was read, so it has been waited for
