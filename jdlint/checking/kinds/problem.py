"""Kind `problem`: what reading and building met, in the words of the rule that it belongs to."""

from collections.abc import Iterator

from jdlint.checking.hit import Anchor, Hit
from jdlint.checking.kinds.kind import Kind
from jdlint.model.build import Built
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """Which problems."""

    reads: str
    """The rule id under which the reader files them."""


def check(params: Params, file: Built) -> Iterator[Hit]:
    """Give every problem of a file that belongs to the rule."""
    for problem in file.problems:
        if problem.rule == params.reads:
            words = file.source.text[problem.span.start : problem.span.end]
            at = Anchor(file.source, problem.route, problem.span, words)
            yield Hit(at, problem.values, problem.reason)


KIND = Kind(Params, "file", check)
