"""Builds the compiled parts of rules/ into the wheel, so that an installed jdlint starts fast wherever it stands."""

import os
import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):
    """Runs jdlint's own compiler; an editable install compiles on its first run."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add what came out."""
        if version == "editable":
            return
        folder = os.path.join(self.directory, "compiled")
        subprocess.run([sys.executable, "-m", "jdlint.parts", folder], cwd=self.root, check=True)  # noqa: S603 - our own compiler
        build_data["force_include"][folder] = "jdlint/rules/compiled"
