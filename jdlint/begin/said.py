"""What the first steps write and tell, in every language, from rules/lexicon/begin.yaml."""

from typing import Any

from jdlint import knowledge
from jdlint.wording import Wording


def say(table: str, key: str, **values: object) -> Wording:
    """Give a text with its values filled in."""
    texts: dict[str, str] = load(table)[key]
    return Wording({language: text.format(**values) for language, text in texts.items()})


def load(table: str) -> Any:  # noqa: ANN401 - each table has its own shape
    """Give one of the tables."""
    return knowledge.load("lexicon/begin")[table]
