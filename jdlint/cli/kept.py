"""Whether a run's report may be kept, and under which key."""

import os

from jdlint import cache
from jdlint.cli import usage
from jdlint.cli.outputs import Output
from jdlint.grounds import grounds
from jdlint.request import Request
from jdlint.source.states import ON_DISK


def key_of(request: Request, wanted: tuple[Output, ...]) -> cache.Key | None:
    """Give the key of a run that reads the disk and does nothing but print; None for every other."""
    (first, *others) = wanted
    writes = first.file or others or (first.format == "github" and os.environ.get("GITHUB_STEP_SUMMARY"))
    if writes or request.in_memory or request.compared is not ON_DISK or not cache.folder():
        return None
    printed = (first.format, usage.language(request.config.lang), str(usage.wants_colour()))
    return cache.key((os.getcwd(), *request.paths, *printed), grounds(request, printed))
