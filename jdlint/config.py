"""Settings of a project, from .jdlint.yaml or the table [tool.jdlint] of pyproject.toml."""

import os
from collections.abc import Mapping
from typing import Any

from jdlint.checking.binding import bind
from jdlint.checking.override import Override
from jdlint.errors import ConfigError, RuleError
from jdlint.model.schema import plain
from jdlint.record import NamedTuple
from jdlint.source.tree import Mapping as Tree
from jdlint.source.view import DISK, View
from jdlint.source.yaml import MAX_BYTES, read

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


CHOICES = {
    "profile": ("core", "standard", "strict", "audit"),
    "severity": ("error", "warning", "info"),
    "fail_on": ("error", "warning", "info", "never"),
    "lang": ("en", "zh", "zh-Hant", ""),
}


def find(root: str, view: View = DISK) -> Config:
    """Read the settings of a project; the defaults where it has none. Raises ConfigError."""
    path = os.path.join(root, FILE_NAME)
    if view.is_file(path):
        return _from_yaml(path, _text(path, view))
    path = os.path.join(root, "pyproject.toml")
    return _from_toml(path, _text(path, view)) if view.is_file(path) else Config()


def _text(path: str, view: View) -> bytes:
    text = view.read(path, MAX_BYTES)
    if isinstance(text, bytes):
        return text
    raise ConfigError(f"{path} can't be read: {text}", "Make it readable, or run with --isolated.")


def _from_yaml(path: str, text: bytes) -> Config:
    source = read(FILE_NAME, text)
    for problem in source.problems:
        if problem.rule != "syntax/empty":
            line = source.range(problem.span).start.line
            raise ConfigError(
                f"{FILE_NAME}, line {line}: this is no valid YAML ({problem.rule}: {problem.reason})",
                "Mend the line; `jdlint config` shows what was understood.",
            )
    node = source.documents[0] if source.documents else None
    if node is None:
        return Config(path=path)
    if not isinstance(node, Tree):
        raise ConfigError(f"{FILE_NAME} holds no keys and values", "Write, say, `profile: strict`.")
    return _bind(plain(node, ""), path)


def _from_toml(path: str, text: bytes) -> Config:
    import tomllib  # noqa: PLC0415 - 17 ms, paid only where a pyproject.toml stands at the root

    try:
        data = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"pyproject.toml can't be read: {error}", "Mend it, or use .jdlint.yaml.") from None
    settings = data.get("tool", {}).get("jdlint")
    return Config() if settings is None else _bind(settings, path)


def _bind(data: dict[str, Any], path: str) -> Config:
    name = os.path.basename(path)
    if "path" in data:
        raise ConfigError(f"{name}: unknown key `path`", f"Keys: {', '.join(_keys())}.")
    try:
        config = bind(Config, data)
    except RuleError as error:
        remedy = error.remedy.replace("Parameters here:", "Keys:").replace(", path.", ".")
        message = str(error).replace("unknown parameter", "unknown key")
        raise ConfigError(f"{name}: {message}", remedy) from None
    _check_choices(name, config, CHOICES)
    for index, override in enumerate(config.overrides):
        _check_override(f"{name}: overrides[{index}]", override, config.profile)
    return config._replace(path=path)


def _check_choices(name: str, settings: NamedTuple, choices: Mapping[str, tuple[str, ...]]) -> None:
    for key, known in choices.items():
        value = getattr(settings, key)
        if value not in known:
            listed = ", ".join(choice for choice in known if choice)
            raise ConfigError(f"{name}: {key}: `{value}` is none of {listed}", f"Choose one of {listed}.")


def _check_override(name: str, override: Override, profile: str) -> None:
    """Refuse an override that can't do what it seems to."""
    _check_choices(name, override, {key: (*CHOICES[key], "") for key in ("profile", "severity")})
    if not override.files:
        raise ConfigError(f"{name}: `files` is empty", "Write, say, `files: [roles/legacy/**]`.")
    if not any(override[1:]):
        raise ConfigError(f"{name} changes nothing", "Add `ignore`, `select`, `profile` or `severity`.")
    order = CHOICES["profile"]
    if override.profile and order.index(override.profile) > order.index(profile):
        raise ConfigError(
            f"{name}: the profile {override.profile} is above the project's, {profile}",
            f"Set `profile: {override.profile}` for the project, and override it with a lower one where need be.",
        )


def _keys() -> list[str]:
    return [name for name in Config._fields if name != "path"]
