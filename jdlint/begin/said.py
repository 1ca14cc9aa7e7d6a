"""What the first steps write and tell, in every language, from rules/lexicon/begin.yaml."""

from typing import Any

from jdlint import knowledge, saying
from jdlint.finding import Value
from jdlint.wording import Wording


def say(table: str, key: str, **values: Value) -> Wording:
    """Give a text with its values filled in."""
    return saying.say("begin", table, key, **values)


def load(table: str) -> Any:  # noqa: ANN401 - each table has its own shape
    """Give one of the tables."""
    return knowledge.load("lexicon/begin")[table]
