"""One edited role among many, for a benchmark: on the disk, or staged in a repository."""

import os
import subprocess
from collections.abc import Callable

Edit = Callable[[int], object]
"""Makes the edit of a round; each leaves another content than the last."""

_IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@example.org")


def on_disk(folder: str) -> Edit:
    """Edit one role below a folder in each round."""
    return _Role(folder).edit


def staged(folder: str) -> Edit:
    """Commit a folder, and edit and stage one of its roles in each round."""
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "x")):
        subprocess.run(["git", "-C", folder, *_IDENTITY, *command], check=True)
    role = _Role(folder)

    def edit(number: int) -> None:
        role.edit(number)
        subprocess.run(["git", "-C", folder, "add", role.path], check=True)

    return edit


class _Role:
    """A role in the middle of a corpus, as it was written."""

    def __init__(self, folder: str) -> None:
        roles = sorted(
            os.path.join(at, name)
            for at, _, names in os.walk(folder)
            for name in names
            if name.endswith(".yaml") and name != "org.yaml"
        )
        self.path = roles[len(roles) // 2]
        with open(self.path, encoding="utf-8") as file:
            self._text = file.read()

    def edit(self, number: int) -> None:
        """Add an entry to the role's first list; another one in each round."""
        entry = f"\n  - 每周{number + 3}次核对第{number + 3}仓库的出入库单据，并将差异报部门经理\n  - "
        text = self._text.replace("\n  - ", entry, 1)
        with open(self.path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text if text != self._text else f"{text}# {number}\n")
