"""`jdlint config`: print the settings in force and where they come from."""

from collections.abc import Callable

from jdlint import config as settings
from jdlint.cli import usage
from jdlint.pipeline import load_rules
from jdlint.source.discover import discover


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; unknown keys and rules stop it with exit code 2."""
    options = usage.parser("config", "Show and verify the settings of a project.")
    options.add_argument("path", nargs="?", default=".")
    root = discover([options.parse_args(arguments).path]).root
    config = settings.find(root)
    catalogue = load_rules(config, root, is_isolated=False)
    for name in config.select:
        catalogue.named(name)
    write(f"root: {root}\nsettings: {config.path or 'none; these are the defaults'}\n")
    for name, value in config._asdict().items():
        if name != "path":
            shown = ", ".join(value) if isinstance(value, tuple) else value
            write(f"{name}: {shown or '-'}\n")
    for name in config.ignore:
        if not catalogue.matching(name):
            write(f"warning: ignore: there is no rule `{name}`. {catalogue.hint(name)}\n")
    return 0
