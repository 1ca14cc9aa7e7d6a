"""`jdlint schema`: print the JSON Schema of the format."""

import json
from collections.abc import Callable

from jdlint.cli import usage
from jdlint.model.schema import for_editors


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("schema", "Print the JSON Schema (draft 2020-12) of role files or of org.yaml.")
    options.add_argument("name", nargs="?", choices=("role", "org"), default="role")
    name = options.parse_args(arguments).name
    write(json.dumps(for_editors(name), ensure_ascii=False, indent=2) + "\n")
    return 0
