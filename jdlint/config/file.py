"""Reads settings from their file, and says what is wrong there."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from jdlint.checking.binding import bind
from jdlint.checking.override import Override
from jdlint.config import CHOICES, FILE_NAME, Config
from jdlint.errors import ConfigError, RuleError
from jdlint.finding import filled
from jdlint.model.schema import plain
from jdlint.record import NamedTuple
from jdlint.saying import hint, reason
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Mapping as Tree
from jdlint.source.view import MAX_BYTES, View
from jdlint.source.yaml import read


def read_settings(path: str, view: View) -> Config:
    """Read the settings that a file holds; the defaults where a pyproject.toml holds none. Raises ConfigError."""
    text = view.read(path, MAX_BYTES)
    if not isinstance(text, bytes):
        raise ConfigError("settings-unreadable", path=path, why=reason(text))
    return _from_yaml(path, text) if os.path.basename(path) == FILE_NAME else _from_toml(path, text)


def _from_yaml(path: str, text: bytes) -> Config:
    source = read(FILE_NAME, text)
    for problem in source.problems:
        if problem.rule != "syntax/empty":
            raise _unreadable(source, problem)
    node = source.documents[0] if source.documents else None
    if node is None:
        return Config(path=path)
    if not isinstance(node, Tree):
        raise ConfigError("settings-no-keys", file=FILE_NAME)
    return _bind(plain(node, ""), path)


def _unreadable(source: Source, problem: Problem) -> ConfigError:
    """Say it in the words of the rule that looks for the same in role files."""
    from jdlint.checking.catalogue import built_in  # noqa: PLC0415 - only a mistake needs it

    rule = built_in().rules[problem.rule]
    said, advice = (filled(words(problem.reason), problem.values) for words in (rule.words, rule.advice))
    line = source.range(problem.span).start.line
    return ConfigError("settings-no-yaml", file=FILE_NAME, line=line, said=said, advice=advice)


def _from_toml(path: str, text: bytes) -> Config:
    import tomllib  # noqa: PLC0415 - 17 ms, paid only where a pyproject.toml stands at the root

    try:
        data = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError("settings-no-toml", file="pyproject.toml", why=str(error)) from None
    settings = data.get("tool", {}).get("jdlint")
    return Config() if settings is None else _bind(settings, path)


def _bind(data: dict[str, Any], path: str) -> Config:
    name = os.path.basename(path)
    try:
        _check_keys(data, [key for key in Config._fields if key != "path"])
        config = bind(Config, {key: value for key, value in data.items() if value is not None})
        _check_choices(config, CHOICES)
        for index, override in enumerate(config.overrides):
            _check_override(f"overrides[{index}]", override, config.profile)
    except (ConfigError, RuleError) as error:
        raise ConfigError(error.key, **error.values).inside(name, *error.route) from None
    return config._replace(path=path)


def _check_keys(data: Mapping[str, object], known: Sequence[str]) -> None:
    for key in data:
        if key not in known:
            raise ConfigError("no-setting", name=str(key), hint=hint(str(key), known))


def _check_choices(settings: NamedTuple, choices: Mapping[str, tuple[str, ...]], *where: str) -> None:
    for key, known in choices.items():
        value = getattr(settings, key)
        if value not in known:
            listed = tuple(choice for choice in known if choice)
            raise ConfigError("no-such-value", value=value, known=listed).inside(*where, key)


def _check_override(name: str, override: Override, profile: str) -> None:
    """Refuse an override that can't do what it seems to."""
    _check_choices(override, {key: (*CHOICES[key], "") for key in ("profile", "severity")}, name)
    if not override.files:
        raise ConfigError("override-of-no-files").inside(name)
    if not any(override[1:]):
        raise ConfigError("override-of-nothing").inside(name)
    order = CHOICES["profile"]
    if override.profile and order.index(override.profile) > order.index(profile):
        raise ConfigError("override-above", profile=override.profile, own=profile).inside(name)
