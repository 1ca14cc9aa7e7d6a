"""Texts in the languages that jdlint speaks, and the choice between them."""

from collections.abc import Iterable, Mapping

from jdlint.record import NamedTuple

LANGUAGES = ("en", "zh", "zh-Hant")

COMMAS = {"en": ", ", "zh": "、", "zh-Hant": "、"}
"""What stands between the members of a list."""

SEMICOLONS = {"en": "; ", "zh": "；", "zh-Hant": "；"}
"""What stands between members that are sentences, or hold commas themselves."""

COLONS = {"en": ": ", "zh": "：", "zh-Hant": "："}
"""What stands between a place and what is said of it."""


def language_of(tag: str) -> str | None:
    """Give the language of jdlint that fits a tag such as zh_TW.UTF-8, zh-Hans or en-GB; None where none does."""
    name = tag.replace("_", "-").split(".")[0].lower()
    if name.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return "zh-Hant"
    if name == "zh" or name.startswith("zh-"):
        return "zh"
    return "en" if name == "en" or name.startswith("en-") else None


def language_of_locale(environment: Mapping[str, str]) -> str:
    """Give the language of jdlint that fits the locale that an environment sets; English where none does."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return language_of(environment[name]) or "en"
    return "en"


class Wording(NamedTuple):
    """One text in every language; English stands in where a language is missing."""

    texts: Mapping[str, str]

    def read(self, language: str) -> str:
        """Give the text in a language, or in the nearest one there is."""
        fallback = ("zh", "en") if language == "zh-Hant" else ("en", "zh")
        for choice in (language, *fallback):
            if choice in self.texts:
                return self.texts[choice]
        return ""


def plain(text: str) -> Wording:
    """Wrap a text that is the same in every language."""
    return Wording({"en": text})


def joined(parts: Iterable[Wording], marks: Mapping[str, str] = COMMAS) -> Wording:
    """Join wordings to one, by the marks of each language."""
    found = list(parts)
    return Wording({language: mark.join(part.read(language) for part in found) for language, mark in marks.items()})


def form_for(text: str, number: object) -> str:
    """Choose the form for one or for many, where a text has both, as in `{n} role|{n} roles`."""
    one, _, many = text.partition("|")
    return one if number == 1 or not many else many


class Speech(NamedTuple):
    """Which language to speak: the one asked for, else the organisation's own, else the fallback."""

    asked: str
    fallback: str

    def about(self, tag: str | None) -> str:
        """Give the language for something that belongs to an organisation of a language."""
        return self.asked or (language_of(tag) if tag else None) or self.fallback

    @property
    def plain(self) -> str:
        """The language for what belongs to no organisation."""
        return self.asked or self.fallback
