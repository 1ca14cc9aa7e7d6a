"""Runs jdlint as a user does, in a process of its own, and reads what it prints."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
"""The checkout."""

OWN_RULE = """
id: own/word
severity: warning
profile: core
summary: s
message: m
why: w.
help: h.
applies_to: duties[]
check: {kind: phrases, phrases: [拜访]}
examples:
  - bad: {duties: [拜访客户]}
    at: duties[0]
  - good: {duties: [编制周报]}
"""
"""A rule of a project's own, as one file."""


@dataclass(frozen=True)
class Run:
    """What one run gave."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a run with --format json."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return found

    def rules(self) -> list[str]:
        """The rules of the findings, in order."""
        return [finding["rule"] for finding in self.findings]


def jdlint(*arguments: str, cwd: Path | None = None, stdin: bytes = b"", locale: str = "C") -> Run:
    """Run jdlint in a locale."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "NO_COLOR"))}
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", *arguments],
        cwd=cwd or ROOT,
        input=stdin,
        capture_output=True,
        env=clean | {"LANG": locale},
        check=False,
        timeout=120,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
