"""What a duty demands, and what is wanted of it, in the form of tests."""

from jdlint.language.demand import read_demands


def demanded(text: str) -> set[str]:
    """Give what a careful reader would insist on."""
    return {f"{one.act} {one.object}" for one in read_demands(text) if one.confidence != "low"}


def wanted(expected: str) -> set[str]:
    """Give what a comma stands between; nothing where there is nothing."""
    return set(filter(None, expected.split(", ")))
