"""What charts and the page say around roles and findings, in every language, from rules/lexicon/report-page.yaml."""

from jdlint import knowledge
from jdlint.wording import Wording, form_for


def say(table: str, key: str, **values: object) -> Wording:
    """Give a text with its values filled in; a form for one and one for many are told apart by `n`."""
    texts: dict[str, str] = knowledge.load("lexicon/report-page")[table][key]
    return Wording({language: form_for(text, values.get("n")).format(**values) for language, text in texts.items()})


def keys(table: str) -> tuple[str, ...]:
    """Give the keys of a table."""
    return tuple(knowledge.load("lexicon/report-page")[table])
