"""Friendly inputs to start from: the project's roles, rules and examples, and their sentences."""

import os
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from fuzz.excusing import OFFICE, office_record

_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_FOLDERS = {
    "organising": ("roles", "tests/cases/everything"),
    "rule-files": ("rules",),
    "settings": (),
}
_DEFAULT = ("roles", "tests/cases/everything", "tests/cases/fuzz")
_SETTINGS = (
    b"profile: strict\nignore: [structure/duty-count]\nrules: [hr-rules]\nexclude: ['roles/archive/*']\n",
    b"select: duty\nseverity: warning\nfail_on: never\nlang: zh\n",
)


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Give the inputs that a target starts from, in a stable order."""
    if target in _SMALL:
        return tuple(dict.fromkeys(_SMALL[target]()))
    files = tuple(raw for folder in _FOLDERS.get(target, _DEFAULT) for raw in _files(folder, target))
    if target == "documents":
        return tuple(_documents())
    if target == "sentences":
        return tuple(sorted({line.strip(b" -\"'") for raw in files for line in raw.splitlines() if line.strip()}))
    return files or _SETTINGS


def _files(folder: str, target: str) -> Iterator[bytes]:
    for current, folders, names in os.walk(os.path.join(_ROOT, folder)):
        folders.sort()
        for name in sorted(names):
            is_wanted = name.endswith((".yaml", ".yml")) and (target != "organising" or name.startswith("org."))
            if is_wanted and os.path.getsize(os.path.join(current, name)) < 1 << 14:
                with open(os.path.join(current, name), "rb") as file:
                    yield file.read()


def _broken_roles() -> Iterator[bytes]:
    """Give the examples of what rules fix: small roles, each with a fault that is mended."""
    for rule in _rules():
        mended = [example for example in rule["examples"] if example.get("fixed")]
        yield from _examples({"examples": mended})
    yield _STYLES


def _excused_roles() -> Iterator[bytes]:
    for rule in _rules():
        if str(rule.get("id")).startswith("suppression/"):
            yield from _examples(rule)
    yield _EXCUSED


def _records() -> Iterator[bytes]:
    yield from (office_record(), office_record(), OFFICE, _STYLES)


_SMALL = {"fixes": _broken_roles, "ignores": _excused_roles, "baseline": _records}
"""Targets that begin from a few small inputs, so that many runs are cheap."""


def _documents() -> Iterator[bytes]:
    folder = os.path.join(_ROOT, "tests", "cases", "import")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name, "source.txt"), "rb") as file:
            yield file.read()


def _rules() -> Iterator[dict[str, Any]]:
    for raw in _files("rules", ""):
        rule = yaml.safe_load(raw)
        if isinstance(rule, dict) and rule.get("examples"):
            yield rule


def _examples(rule: dict[str, Any]) -> Iterator[bytes]:
    for example in rule["examples"]:
        shown = example.get("bad") or example.get("good") or {}
        files = shown.get("files") if isinstance(shown, dict) else None
        if files:
            yield from (text.encode() for text in files.values() if isinstance(text, str))
        elif isinstance(shown, dict):
            yield yaml.safe_dump({"title": "Clerk", **shown}, allow_unicode=True, sort_keys=False).encode()


_STYLES = """# head
title: 'Clerk'
duties:
  - "Keep the log,, and file it"  # beside
  # above
  - text: 熟悉物业管理法规
    share: 5%
  - >-
    File the the invoices
  - |
    完成领导交办的其他工作
qualifications: {skills: [Strong communication skills, '催收呆帐']}
benefits: []
""".encode()
_EXCUSED = """# jdlint: ignore-file[text/typo] the old manual spells so
title: Clerk
duties:
  # jdlint: ignore[duty/trait-as-duty] agreed with the union
  - 熟悉物业管理法规
  - 负责财务工作  # jdlint: ignore[duty/hollow-verb, duty/catch-all] 集团模板
accept:
  - {rule: duty/catch-all, at: {duties: 负责}, reason: small office, by: head, until: 2030-01-01}
""".encode()
