"""Text for files that programs read: JSON and XML without a character that a reader would obey, hide or refuse."""

import json
import re
from typing import Any

from jdlint.pattern import pattern
from jdlint.report.width import shown

_INVISIBLE = pattern(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Controls, marks of direction, and halves of characters: in JSON they stand as escapes, which mean the same."""


def json_text(document: Any) -> str:  # noqa: ANN401 - JSON is what it is
    """Write JSON that can be read by eye and encoded in UTF-8, whatever its texts hold."""
    return _INVISIBLE.sub(_escape, json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def tag(name: str, /, **attributes: str | int) -> str:
    """Write the inside of an XML tag: its name and attributes."""
    written = {key: xml_text(str(value)).replace("\n", "&#10;") for key, value in attributes.items()}
    return " ".join((name, *(f'{key}="{value}"' for key, value in written.items())))


def xml_text(text: str) -> str:
    """Write a text for XML 1.0, which knows no control characters, not even as references."""
    safe = "\n".join(map(shown, text.split("\n"))).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace('"', "&quot;")
