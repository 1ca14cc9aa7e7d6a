"""Names of other roles as people write them in a field: one, several, alternatives, or a sentence."""

import re
from functools import cache, lru_cache

from jdlint import knowledge
from jdlint.language.fold import fold
from jdlint.model.title import names_post
from jdlint.pattern import pattern
from jdlint.record import NamedTuple


class Named(NamedTuple):
    """A name inside a text."""

    name: str
    start: int
    end: int


class Words(NamedTuple):
    """The words of rules/lexicon/superior.yaml, ready for use."""

    generic: frozenset[str]
    none: frozenset[str]
    pronouns: frozenset[str]
    higher: tuple[str, ...]
    either: re.Pattern[str]
    several: re.Pattern[str]
    sentences: tuple[re.Pattern[str], ...]
    prose: tuple[str, ...]


@cache
def words() -> Words:
    """Load the words that surround names."""
    data = knowledge.load("lexicon/superior")

    def either_of(key: str) -> re.Pattern[str]:
        return pattern("|".join(re.escape(fold(word)) for word in data[key]))

    ends = "|".join(re.escape(fold(word)) for word in data["no_name"])
    name = rf"((?:(?!{ends}).){{1,20}}?)"
    sentences = [re.escape(fold(text)).replace(r"\{\}", name) for text in data["sentences"]]
    return Words(
        generic=frozenset(map(name_key, data["generic"])),
        none=frozenset(map(fold, data["none"])),
        pronouns=frozenset(map(name_key, data["pronouns"])),
        higher=tuple(map(fold, data["higher"])),
        either=either_of("either"),
        several=either_of("several"),
        sentences=tuple(pattern(text + r"(?![a-z])") for text in sentences),
        prose=tuple(map(fold, data["prose"])),
    )


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Give the form in which names are compared: composed, folded, without blanks."""
    from unicodedata import is_normalized, normalize  # noqa: PLC0415 - needed for the first name alone

    composed = name if is_normalized("NFC", name) else normalize("NFC", name)
    return "".join(fold(composed).split())


def is_none(text: str) -> bool:
    """Whether a text says that there is nobody."""
    return fold(text).strip() in words().none


def is_prose(text: str) -> bool:
    """Whether a field holds a sentence about lines where a name belongs."""
    folded = fold(text)
    return any(word in folded for word in words().prose) and any(s.search(folded) for s in words().sentences)


def names_in_prose(text: str) -> list[Named]:
    """Give the superiors that a sentence names, in order, each once."""
    folded = fold(text)
    found = [
        Named(text[match.start(1) : match.end(1)].strip(), match.start(1), match.end(1))
        for sentence in words().sentences
        for match in sentence.finditer(folded)
    ]
    first: dict[str, Named] = {}
    for named in sorted(found, key=lambda named: named.start):
        if name_key(named.name) not in words().pronouns:
            first.setdefault(name_key(named.name), named)
    return list(first.values())


def alternatives(text: str) -> list[Named]:
    """Split "A/B" and "A或B" into names; a bracket behind a name belongs to it."""
    return _split(text, words().either)


def several(text: str) -> list[Named]:
    """Split an entry that lists several names."""
    return _split(text, words().several)


def _split(text: str, separator: re.Pattern[str]) -> list[Named]:
    folded = fold(text)
    parts: list[Named] = []
    start = counted = open_brackets = 0
    for match in (*separator.finditer(folded), None):
        end = match.start() if match else len(text)
        open_brackets += folded.count("(", counted, end) - folded.count(")", counted, end)
        counted = end
        if match and (open_brackets > 0 or _opens_field(folded, match, separator) or _in_pronoun(folded, match)):
            continue
        part = text[start:end]
        if part.strip() and not _ABSENCE.fullmatch(folded, start, end):
            found = _LEAD.match(part) if parts else None
            lead = found.end() if found else len(part) - len(part.lstrip())
            parts.append(Named(part[lead:].strip(), start + lead, start + len(part.rstrip())))
        start = match.end() if match else end
    return parts


_ABSENCE = pattern(r"\s*in (?:his/her|her/his|his|her|their) absence\s*")
_LEAD = pattern(r"\s*to (?:the )?(?=\S)")
"""What may stand before a second name: the Bursar or in his/her absence, to the Head."""
_PRONOUN = pattern(r"(?:he|his|him|she|her|s)/(?:he|her|his|him|she)\b")


def _in_pronoun(folded: str, slash: re.Match[str]) -> bool:
    """Whether a slash stands inside a pronoun: his/her."""
    start = folded.rfind(" ", 0, slash.start()) + 1
    return slash[0] == "/" and _PRONOUN.match(folded, start) is not None


def _opens_field(folded: str, comma: re.Match[str], separator: re.Pattern[str]) -> bool:
    """Whether a comma stands between a post and its field: Director, Communications."""
    if comma[0].strip() != ",":
        return False
    following = separator.search(folded, comma.end())
    part = folded[comma.end() : following.start() if following else len(folded)]
    return part.isascii() and bool(part.strip()) and not names_post(part)
