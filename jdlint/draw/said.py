"""What charts and the page say around roles and findings, in every language, from rules/lexicon/report-page.yaml."""

from jdlint import knowledge, saying
from jdlint.finding import Value
from jdlint.wording import Wording


def say(table: str, key: str, **values: Value) -> Wording:
    """Give a text with its values filled in; a form for one and one for many are told apart by `n`."""
    return saying.say("report-page", table, key, **values)


def keys(table: str) -> tuple[str, ...]:
    """Give the keys of a table."""
    return tuple(knowledge.load("lexicon/report-page")[table])
