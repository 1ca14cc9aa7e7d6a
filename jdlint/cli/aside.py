"""Says on standard error what a run tells beside its report."""

import sys


def say_aside(text: str) -> None:
    """Print a warning or an error; names of files may hold what a terminal would obey, so that is written out."""
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        from jdlint.report.width import shown  # noqa: PLC0415 - hardly ever needed, and slow to load

        text = "\n".join(map(shown, lines))
    print(f"jdlint: {text}", file=sys.stderr)  # noqa: T201 - the one place that prints beside the report
