"""`jdlint schema`: print the JSON Schema of the format or of the settings."""

import json
from collections.abc import Callable

from jdlint.cli import usage
from jdlint.model.schema import for_editors, schema


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command."""
    options = usage.parser("schema")
    options.add_argument("name", nargs="?", choices=("role", "org", "config"), default="role")
    name = options.parse_args(arguments).name
    document = schema(name) if name == "config" else for_editors(name)
    write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return 0
