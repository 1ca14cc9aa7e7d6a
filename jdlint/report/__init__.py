"""Reports: one file a format, an outcome in, text out."""

from collections.abc import Callable

from jdlint.pipeline import Outcome
from jdlint.report import json, text
from jdlint.wording import Speech

FORMATS: dict[str, Callable[[Outcome, Speech, bool], str]] = {
    "json": json.write,
    "text": text.write,
}
"""The outward formats; each takes the outcome, the language to speak, and whether to colour."""
