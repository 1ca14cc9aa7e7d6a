"""`jdlint diff`: what a change means for roles, beside the findings that it brings."""

from collections.abc import Callable

from jdlint.cli import usage
from jdlint.cli.sides import changed
from jdlint.report import change_json, change_markdown, change_text
from jdlint.run.change import Change, meaning
from jdlint.run.request import Request

FORMATS: dict[str, Callable[[Change, str], str]] = {
    "text": change_text.write,
    "markdown": change_markdown.write,
    "json": change_json.write,
}


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; a change is no fault, so it gives 0."""
    options = usage.parser("diff")
    options.add_argument("base", metavar="BASE")
    options.add_argument("head", metavar="HEAD", nargs="?")
    options.add_argument("--staged", action="store_true")
    options.add_argument("--path", action="append", default=[], metavar="PATH")
    options.add_argument("--format", choices=tuple(FORMATS), default="text")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    with changed(asked.path, asked.base, asked.head, is_staged=asked.staged) as states:
        change = meaning(Request(states.paths, usage.today(), compared=states.compared))
    write(FORMATS[asked.format](change, usage.language(asked.lang, change.languages)))
    return 0
