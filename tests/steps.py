"""Counts the lines that functions run, so that growth is proved without a clock."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

Steps = Counter[tuple[str, str, int]]
"""The lines that each function ran; a loop in one line counts at each turn."""


def count(work: Callable[[], object], within: tuple[str, ...], without: tuple[str, ...] = ()) -> Steps:
    """Count what some work takes, function by function, in files below some folders and not in others."""
    steps: Steps = Counter()

    def trace(frame: FrameType, event: str, _: Any) -> Any:  # noqa: ANN401 - as `sys.settrace` has it
        code = frame.f_code
        if event == "call" and (not code.co_filename.startswith(within) or code.co_filename in without):
            return None
        steps[code.co_filename, code.co_name, code.co_firstlineno] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
