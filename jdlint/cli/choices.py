"""What commands share that show findings in another way than `jdlint check`: their options, and the run."""

import argparse

from jdlint.cli import usage
from jdlint.cli.check import add_choice_of_rules
from jdlint.cli.check import request as read_request
from jdlint.cli.judge import warn_of_unknown
from jdlint.draw.material import Collection
from jdlint.finding import Profile
from jdlint.pipeline import Outcome, check
from jdlint.record import NamedTuple
from jdlint.run.request import Request


class Seen(NamedTuple):
    """What was asked for, what was found, and what there is to draw of it."""

    request: Request
    outcome: Outcome
    collection: Collection


def add(options: argparse.ArgumentParser) -> None:
    """Add what `check.request` reads."""
    options.add_argument("paths", nargs="*", metavar="PATH")
    options.add_argument("--stdin-filename", metavar="FILE")
    add_choice_of_rules(options)
    options.add_argument("--isolated", action="store_true")
    options.add_argument("--as-of", type=usage.day, metavar="DATE")
    usage.add_language(options)


def look(asked: argparse.Namespace) -> Seen:
    """Check what was asked for, and gather what there is to draw of it."""
    request = read_request(asked)
    warn_of_unknown(request)
    collection = Collection(Profile[request.config.profile.upper()])
    return Seen(request, check(request, collection.add), collection)
