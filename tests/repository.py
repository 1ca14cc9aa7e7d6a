"""A real git repository for a test, untouched by the settings of the machine."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.running import write

IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def environment() -> dict[str, str]:
    """Give the environment without what git or a hook around the tests has set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | IDENTITY


@dataclass(frozen=True)
class Repo:
    """A repository with a working tree."""

    folder: Path
    environment: dict[str, str] = field(default_factory=environment)

    def git(self, *arguments: str, check: bool = True) -> str:
        """Run git and give what it prints."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0 or not check, f"git {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout.strip()

    def write(self, files: dict[str, str]) -> None:
        """Write files into the working tree."""
        write(self.folder, files)

    def stage(self, files: dict[str, str]) -> None:
        """Write files and add them to the index."""
        self.write(files)
        self.git("add", *files)

    def commit(self, files: dict[str, str], message: str = "x") -> str:
        """Write, add and commit files without any hook, and give the commit."""
        self.stage(files)
        self.git("commit", "-q", "--no-verify", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")


def repository(folder: Path, files: dict[str, str] | None = None) -> Repo:
    """Make a repository, with a first commit where there are files for one."""
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    if files:
        repo.commit(files)
    return repo
