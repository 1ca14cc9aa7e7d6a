"""What a caller asks of a run."""

import os
from collections.abc import Mapping

from jdlint import config as settings
from jdlint.errors import NothingToCheckError
from jdlint.record import NamedTuple
from jdlint.source.states import ON_DISK, Compared
from jdlint.source.view import Overlay, View


class Request(NamedTuple):
    """What a caller asks for."""

    paths: tuple[str, ...]
    as_of: str
    """The day, as 2026-01-31, that acceptances and reviews are judged by."""
    config: settings.Config = settings.Config()
    is_isolated: bool = False
    """Whether to leave the project's settings and rules aside."""
    in_memory: Mapping[str, bytes] = {}
    """Texts that stand before the files of the same absolute path."""
    law_as_of: str = ""
    """The day that law is judged by; '' for the day on which each pack was last looked through, so that findings
    don't change overnight."""
    with_fixes: bool = False
    """Whether findings carry their fixes."""
    only: frozenset[str] | None = None
    """The folders of the organisations to check; None for all that the paths name."""
    processes: int = 0
    """How many processes share the work; 0 for as many as pay."""
    shows_excused: bool = False
    """Whether to show what comments and roles except, for somebody who audits the exceptions."""
    compared: Compared = ON_DISK
    """What is checked, the files on the disk, the index or a commit, and what it is compared with."""

    is_whole: bool = False
    """Whether organisations that a change doesn't touch are looked at, too: what was there before is to be listed."""

    keeps: bool = False
    """Whether what is found is kept for later runs, and taken from earlier ones."""

    @property
    def view(self) -> View:
        """The files as the run sees them."""
        return Overlay(self.in_memory, self.compared.state) if self.in_memory else self.compared.state


def still_there(request: Request) -> list[str]:
    """Give the paths asked for, without those that the change took away. Raises NothingToCheckError if it took all."""
    paths = [path for path in request.paths if not is_taken_away(os.path.abspath(path), request)]
    if not paths:
        raise NothingToCheckError("paths-gone", paths=tuple(request.paths))
    return paths


def is_taken_away(path: str, request: Request) -> bool:
    """Whether a path was there before the change, and isn't any more."""
    return not request.view.exists(path) and any(base.view.exists(path) for base in request.compared.bases)


def record_path(request: Request, root: str) -> str:
    """Give the path of the record of old findings; '' where the settings name none."""
    config = request.config
    return os.path.normpath(os.path.join(config.base(root), config.baseline)) if config.baseline else ""
