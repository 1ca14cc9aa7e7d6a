"""Runs a target: with a plain mutator, or guided by coverage where atheris is installed."""

import argparse
import hashlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from fuzz.mutate import mutated
from fuzz.seeds import seeds
from fuzz.targets import TARGETS

_SECONDS = 10
"""An input that takes longer counts as a hang."""

_FOUND = "found"
"""The folder for inputs that broke something."""


def main() -> int:
    """Run one target; gives 1 where an input broke it, and keeps that input."""
    options = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    options.add_argument("target", choices=sorted(TARGETS))
    options.add_argument("--runs", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1, help="where the plain mutator's chance begins")
    options.add_argument("--guided", action="store_true", help="guide the mutation by coverage (atheris)")
    given = options.parse_args()
    if given.guided:
        return _guided(given.target, given.runs)
    return _plain(given.target, given.runs, given.seed)


def _plain(name: str, runs: int, seed: int) -> int:
    chance, inputs, begun = random.Random(seed), seeds(name), time.monotonic()
    signal.signal(signal.SIGALRM, _hang)
    broken: dict[str, int] = {}
    for _ in range(runs):
        raw = mutated(chance, inputs)
        if reason := failure(TARGETS[name], raw):
            broken[reason] = broken.get(reason, 0) + 1
            if broken[reason] == 1:
                print(f"{reason}\n  kept as {keep(name, raw)}", flush=True)
    print(f"{name}: {runs} runs in {time.monotonic() - begun:.0f} s, {len(broken)} ways to break it")
    return 1 if broken else 0


def failure(target: Callable[[bytes], None], raw: bytes) -> str:
    """Give how an input breaks a target, by the kind of error and the line that raised it; '' where it doesn't."""
    signal.alarm(_SECONDS)
    try:
        target(raw)
    except (Exception, _Hang) as error:
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
        return f"{type(error).__name__} at {where}: {str(error)[:200]!r}"
    finally:
        signal.alarm(0)
    return ""


class _Hang(BaseException):
    """An input that takes too long; no target may take it for a fault of its own and go on."""


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise _Hang(f"took more than {_SECONDS} s")


def keep(name: str, raw: bytes) -> str:
    """Write an input beside the targets, and give its path."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), _FOUND, name)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{hashlib.sha256(raw).hexdigest()[:16]}.bin")
    with open(path, "wb") as file:
        file.write(raw)
    return os.path.relpath(path)


def _guided(name: str, runs: int) -> int:
    import atheris  # noqa: PLC0415 - an extra that only this way needs

    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), _FOUND, f"{name}-corpus")
    os.makedirs(folder, exist_ok=True)
    for number, raw in enumerate(seeds(name)):
        with open(os.path.join(folder, f"seed-{number}"), "wb") as file:
            file.write(raw)
    atheris.instrument_all()
    target = TARGETS[name]
    atheris.Setup([sys.argv[0], folder, f"-runs={runs}", "-max_len=4096", f"-timeout={_SECONDS}"], target)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
