"""Reports: one file a format, an outcome in, text out."""

from collections.abc import Callable

from jdlint.pipeline import Outcome
from jdlint.report import json, text

FORMATS: dict[str, Callable[[Outcome, str, bool], str]] = {
    "json": json.write,
    "text": text.write,
}
"""The outward formats; each takes the outcome, a language ('' where none was asked for), and whether to colour."""
