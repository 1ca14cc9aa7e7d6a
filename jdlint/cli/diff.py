"""`jdlint diff`: what a change means for roles, beside the findings that it brings."""

from collections.abc import Callable

from jdlint.change import Change, meaning
from jdlint.cli import usage
from jdlint.cli.sides import changed
from jdlint.report import change_json, change_markdown, change_text
from jdlint.request import Request

FORMATS: dict[str, Callable[[Change, str], str]] = {
    "text": change_text.write,
    "markdown": change_markdown.write,
    "json": change_json.write,
}


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; a change is no fault, so it gives 0."""
    options = usage.parser(
        "diff", "Say what a change means: authorities, limits, duties, reporting lines, levels, who leads whom."
    )
    options.add_argument(
        "base", metavar="BASE", help="compare with the commit where HEAD left BASE, a commit or branch"
    )
    options.add_argument("head", metavar="HEAD", nargs="?", help="a commit; the working tree where none is named")
    options.add_argument("--staged", action="store_true", help="compare what is staged, in place of the working tree")
    options.add_argument("--path", action="append", default=[], metavar="PATH", help="only these files and folders")
    options.add_argument("--format", choices=tuple(FORMATS), default="text")
    usage.add_language(options)
    asked = options.parse_args(arguments)
    with changed(asked.path, asked.base, asked.head, is_staged=asked.staged) as states:
        change = meaning(Request(states.paths, usage.today(), compared=states.compared))
    write(FORMATS[asked.format](change, usage.language(asked.lang, change.languages)))
    return 0
