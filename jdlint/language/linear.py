"""Patterns that are matched in linear time, whatever the text."""

from functools import cache
from typing import Any

from jdlint.errors import RuleError


@cache
def compiled(pattern: str) -> Any:  # noqa: ANN401 - re2 has no types
    """Compile a pattern once; raises RuleError where the linear-time engine can't run it."""
    return made(pattern)


def made(pattern: str) -> Any:  # noqa: ANN401 - the same
    """Compile a pattern that nobody else asks for."""
    import re2  # noqa: PLC0415 - 7 ms, paid only where a pattern is needed

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        detail = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise RuleError("pattern-unusable", why=detail) from None
