"""Settings of a project, from .jdlint.yaml or the table [tool.jdlint] of pyproject.toml."""

import os

from jdlint.checking.override import Override
from jdlint.record import NamedTuple
from jdlint.source.view import DISK, View

FILE_NAME = ".jdlint.yaml"
BASELINE = ".jdlint-baseline.json"
"""The record of findings of old, unless the settings name another."""

MAX_BASELINE = 64_000_000
"""The largest record that is read, in bytes: some 250,000 findings."""


class Config(NamedTuple):
    """What a project sets; the command line stands before it."""

    select: tuple[str, ...] = ()
    """Rules or families to run instead of a profile's."""
    ignore: tuple[str, ...] = ()
    """Rules or families to leave out."""
    profile: str = "standard"
    severity: str = "info"
    """The lowest severity that is shown."""
    fail_on: str = "error"
    """The lowest severity that makes the run fail, or never."""
    lang: str = ""
    """The language of the messages: en, zh or zh-Hant."""
    rules: tuple[str, ...] = ()
    """Folders with rules of the project's own, relative to the file."""
    exclude: tuple[str, ...] = ()
    """Patterns of files whose findings aren't shown; they still belong to their organisation."""
    overrides: tuple[Override, ...] = ()
    """What is shown of the findings in some of the files."""
    baseline: str = BASELINE
    """The record of findings of old, relative to the file; '' for none."""
    path: str = ""
    """The file that the settings come from; '' where there is none."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The names of rules that the project, or a part of it, leaves out."""
        return (*self.ignore, *(name for override in self.overrides for name in override.ignore))

    def base(self, root: str) -> str:
        """Give the folder that paths in the settings start from: that of their file, else the project's root."""
        return os.path.dirname(self.path) or root


CHOICES = {
    "profile": ("core", "standard", "strict", "audit"),
    "severity": ("error", "warning", "info"),
    "fail_on": ("error", "warning", "info", "never"),
    "lang": ("en", "zh", "zh-Hant", ""),
}


def find(root: str, view: View = DISK) -> Config:
    """Read the settings of a project; the defaults where it has none. Raises ConfigError."""
    path = os.path.join(root, FILE_NAME)
    if not view.is_file(path):
        path = os.path.join(root, "pyproject.toml")
    if not view.is_file(path):
        return Config()
    from jdlint.config.file import read_settings  # noqa: PLC0415 - a project without settings needs no reader of them

    return read_settings(path, view)
