"""What a run printed, kept under all that it rests on: an unchanged tree is read, and never judged a second time."""

import os

from jdlint import cache
from jdlint.cli import usage
from jdlint.cli.outputs import Output
from jdlint.record import NamedTuple
from jdlint.run import grounds
from jdlint.run.grounds import Grounds
from jdlint.run.request import Request


class Printed(NamedTuple):
    """What a run printed, and how it ended."""

    text: str
    code: int


def key_of(request: Request, found: Grounds, wanted: tuple[Output, ...]) -> cache.Key | None:
    """Give the key of a run that reads the disk and does nothing but print; None for every other."""
    (first, *others) = wanted
    writes = first.file or others or (first.format == "github" and os.environ.get("GITHUB_STEP_SUMMARY"))
    if writes or request.in_memory:
        return None
    printed = (first.format, usage.language(request.config.lang), str(usage.wants_colour()))
    rests_on = grounds.of_run(request, found, printed)
    return cache.named("run", os.getcwd(), *request.paths, *printed, rests_on=rests_on)


def load(key: cache.Key) -> Printed | None:
    """Give what a run printed that rested on the same."""
    body = cache.load(key)
    return Printed(body[1:].decode("utf-8", "surrogatepass"), body[0]) if body else None


def store(key: cache.Key, printed: Printed) -> None:
    """Keep what a run printed."""
    cache.store(key, bytes((printed.code,)) + printed.text.encode("utf-8", "surrogatepass"))
