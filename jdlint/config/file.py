"""Reads settings from their file, and says what is wrong there."""

import os
from collections.abc import Mapping
from typing import Any

from jdlint.checking.binding import bind
from jdlint.checking.override import Override
from jdlint.config import CHOICES, FILE_NAME, Config
from jdlint.errors import ConfigError, RuleError
from jdlint.model.schema import plain
from jdlint.record import NamedTuple
from jdlint.source.tree import Mapping as Tree
from jdlint.source.view import MAX_BYTES, View
from jdlint.source.yaml import read


def read_settings(path: str, view: View) -> Config:
    """Read the settings that a file holds; the defaults where a pyproject.toml holds none. Raises ConfigError."""
    text = view.read(path, MAX_BYTES)
    if not isinstance(text, bytes):
        raise ConfigError(f"{path} can't be read: {text}", "Make it readable, or run with --isolated.")
    return _from_yaml(path, text) if os.path.basename(path) == FILE_NAME else _from_toml(path, text)


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
