"""`jdlint clean`: remove what earlier runs have kept."""

from collections.abc import Callable

from jdlint import cache
from jdlint.cli import usage
from jdlint.saying import say


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    usage.parser("clean").parse_args(arguments)
    count = cache.clean()
    removed = say(
        "commands", "clean", "removed", n=count, folder=cache.folder() or say("commands", "clean", "no-folder")
    )
    write(removed.read(usage.language("")) + "\n")
    return 0
