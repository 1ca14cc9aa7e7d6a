"""The styles, the script and the frame of what is drawn, kept as files of their own in page/."""

import os
from functools import cache

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")


@cache
def asset(name: str) -> str:
    """Give the text of one of our own files."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read().strip()
