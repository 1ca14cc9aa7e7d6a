"""Reports: one file a format, an outcome in, text out."""

from importlib import import_module
from typing import TYPE_CHECKING

from jdlint.wording import Speech

if TYPE_CHECKING:  # a report that is only repeated needs none of the modules of a run
    from jdlint.pipeline import Outcome

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")
"""The outward formats; each is a module of this package, loaded only when somebody asks for it."""


def render(name: str, outcome: "Outcome", speech: Speech, *, colour: bool = False) -> str:
    """Write an outcome in a format; only text is ever coloured."""
    write = import_module(f"jdlint.report.{name}").write
    report: str = write(outcome, speech, colour=colour) if name == "text" else write(outcome, speech)
    return report
