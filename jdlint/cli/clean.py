"""`jdlint clean`: remove what earlier runs have kept."""

from collections.abc import Callable

from jdlint import cache
from jdlint.cli import usage
from jdlint.saying import say


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    usage.parser("clean").parse_args(arguments)
    count = cache.clean()
    removed = say("errors", "told", "removed", n=count, folder=cache.folder() or say("errors", "told", "no-folder"))
    write(removed.read(usage.language("")) + "\n")
    return 0
