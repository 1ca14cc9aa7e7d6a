"""`jdlint report`: the findings as one HTML page for people who don't use terminals."""

from collections.abc import Callable

from jdlint.cli import choices, files, usage
from jdlint.draw.page import write as write_page


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; findings are told, and don't make it fail."""
    options = usage.parser("report")
    choices.add(options)
    options.add_argument("-o", "--output", metavar="FILE", required=True)
    asked = options.parse_args(arguments)
    request, outcome, collection = choices.look(asked)
    found = {finding.rule for finding in outcome.findings.shown}
    summaries = {name: rule.prose.summary for name, rule in outcome.rules.items() if name in found}
    material = collection.material(outcome, summaries, request.config)
    page = write_page(material, usage.language(request.config.lang, outcome.languages))
    if asked.output == "-":
        write(page)
    else:
        files.save(asked.output, page, outcome.root, outcome.files)
        write(f"{asked.output}\n")
    return 0
