"""Patterns of our own that are compiled when they are first asked: a start meets some 180, and a run asks a few."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast


class _Later:
    """Stands for a pattern until it is asked; then its methods stand here, so that asking again costs nothing."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first asked; one that can't be compiled fails then."""
    return cast("re.Pattern[str]", _Later(text, flags))


@contextmanager
def put_off() -> Iterator[None]:
    """Let modules that are loaded meanwhile compile their patterns when they ask them, as ours do."""
    compile_now, re.compile = re.compile, pattern  # type: ignore[assignment] # texts alone are compiled there
    try:
        yield
    finally:
        re.compile = compile_now
