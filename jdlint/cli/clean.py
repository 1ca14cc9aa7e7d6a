"""`jdlint clean`: remove what earlier runs have kept."""

from collections.abc import Callable

from jdlint import cache
from jdlint.cli import usage


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    usage.parser("clean").parse_args(arguments)
    count = cache.clean()
    write(f"{count} record{'' if count == 1 else 's'} removed from {cache.folder() or 'no folder'}\n")
    return 0
