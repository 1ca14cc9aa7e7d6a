"""Override: what the settings say about some of the files."""

from jdlint.record import NamedTuple


class Override(NamedTuple):
    """What is shown of the findings in files of some patterns; every override that fits a file holds."""

    files: tuple[str, ...]
    """Patterns of paths from the project's root, or folders."""
    ignore: tuple[str, ...] = ()
    """Rules or families that aren't shown."""
    select: tuple[str, ...] = ()
    """Rules or families that alone are shown; empty for all."""
    profile: str = ""
    """The profile whose rules are shown, where it is lower than the project's."""
    severity: str = ""
    """The lowest severity that is shown."""
