"""`jdlint config`: print the settings in force and where they come from; --verify proves the project's own rules."""

import os
from collections.abc import Callable

from jdlint import config as settings
from jdlint.checking.override import Override
from jdlint.checking.rule_folder import load_folder
from jdlint.cli import usage
from jdlint.cli.sides import asked
from jdlint.cli.test import prove
from jdlint.errors import UsageError
from jdlint.pipeline import load_rules
from jdlint.saying import say
from jdlint.source.discover import find_root
from jdlint.source.view import DISK, View


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; unknown keys and rules stop it with exit code 2, own rules that don't hold give 1."""
    parser = usage.parser("config")
    parser.add_argument("path", nargs="?", default=".")
    parser.add_argument("--staged", action="store_true")
    parser.add_argument("--verify", action="store_true")
    options = parser.parse_args(arguments)
    if not DISK.exists(options.path):
        raise UsageError("path-missing", path=options.path)
    with asked([options.path], is_staged=options.staged, is_whole=True) as states:
        view = states.compared.state
        root = find_root(states.paths, view)
        config = settings.find(root, view)
        _show(config, root, view, write)
        return _prove(config, root, view, write) if options.verify and config.rules else 0


def _show(config: settings.Config, root: str, view: View, write: Callable[[str], object]) -> None:
    catalogue = load_rules(config, root, view, is_isolated=False)
    for name in (*config.select, *(name for each in config.overrides for name in each.select)):
        catalogue.named(name)
    language = usage.language(config.lang)
    path = config.path or say("commands", "config", "no-settings").read(language)
    write(f"root: {root}\nsettings: {path}\n")
    for name, value in config._asdict().items():
        if name not in ("path", "overrides"):
            shown = ", ".join(value) if isinstance(value, tuple) else value
            write(f"{name}: {shown or '-'}\n")
    for override in config.overrides:
        write(f"overrides: {_written(override)}\n")
    for name in config.left_out:
        if not catalogue.matching(name):
            unknown = say("errors", "asides", "ignore-in-settings", name=name, hint=catalogue.hint(name))
            write(f"{unknown.read(language)}\n")


def _written(override: Override) -> str:
    parts = {name: value for name, value in override._asdict().items() if value}
    return "; ".join(
        f"{name}: {', '.join(value) if isinstance(value, tuple) else value}" for name, value in parts.items()
    )


def _prove(config: settings.Config, root: str, view: View, write: Callable[[str], object]) -> int:
    base = config.base(root)
    own = [(base, load_folder(os.path.join(base, folder), folder, view)) for folder in config.rules]
    return prove(own, write, view)
