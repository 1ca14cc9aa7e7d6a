"""Folding: Traditional to Simplified, full width to half width, capitals to small; one character to one."""

import re
from functools import cache, lru_cache

from jdlint import compiled, knowledge

_FULL_WIDTH_START, _FULL_WIDTH_END = 0xFF01, 0xFF5E
_FULL_WIDTH_SHIFT = 0xFEE0
"""Unicode places each full-width form this far behind its ASCII character."""

REMEMBERED = 1 << 13
"""So many texts are remembered, all of an organisation as a rule: the checks of a role ask for each several times, and
texts other than duties are copied from role to role."""


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Give a text for look-up and comparison; each character stands where it stood."""
    if text.isascii():
        return text.lower()
    return text.translate(_table())


@lru_cache(maxsize=REMEMBERED)
def squeeze(text: str) -> str:
    """Give a text for comparing whole sentences: folded, without blanks and punctuation."""
    return "".join(_LETTERS_AND_DIGITS.findall(fold(text)))


_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


def spellings(word: str) -> tuple[str, ...]:
    """Give a folded word with its other spelling, where Taiwan writes 畫 for 划: 计划, 计画."""
    if "划" not in word:
        return (word,)
    other = word
    for usual, taiwanese in _variants():
        other = other.replace(usual, taiwanese)
    return (word,) if other == word else (word, other)


@cache
def _variants() -> tuple[tuple[str, str], ...]:
    return tuple(knowledge.load("lexicon/traditional")["words"].items())


@cache
def _table() -> dict[int, int]:
    table: dict[int, int] = compiled.part("folding", folding)
    return table


def folding() -> dict[int, int]:
    """Compile what each character is folded to."""
    data = knowledge.load("lexicon/traditional")
    traditional, simplified = ("".join(data[key].split()) for key in ("traditional", "simplified"))
    table = {ord(a): ord(b) for a, b in zip(traditional, simplified, strict=True)}
    table |= {code: code - _FULL_WIDTH_SHIFT for code in range(_FULL_WIDTH_START, _FULL_WIDTH_END + 1)}
    table |= {ord("\u3000"): ord(" ")}
    capitals = (*range(ord("A"), ord("Z") + 1), *range(ord("Ａ"), ord("Ｚ") + 1))
    table |= {code: table.get(code, code) + 32 for code in capitals}
    return table
