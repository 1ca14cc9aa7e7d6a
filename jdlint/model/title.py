"""What a title says about a post: the word that ends it and the kind of role that it names."""

import re
from functools import cache

from jdlint import knowledge
from jdlint.language.fold import fold

KINDS = ("executive", "manager", "specialist", "assistant")


@cache
def _head_words() -> dict[str, str]:
    data = knowledge.load("lexicon/title")
    return {fold(word): kind for kind in KINDS for word in data[kind]}


@cache
def _lengths() -> tuple[int, ...]:
    """Give the lengths of the head words, the longest first."""
    return tuple(sorted({len(word) for word in _head_words()}, reverse=True))


@cache
def _deputies() -> tuple[str, ...]:
    return tuple(map(fold, knowledge.load("lexicon/title")["deputies"]))


@cache
def head_word(title: str) -> str:
    """Give the word that ends a title and names the kind of post (经理, assistant); '' where none does."""
    folded, words = _bare(title), _head_words()
    ends = (folded[-length:] for length in _lengths() if length <= len(folded))
    return next((end for end in ends if end in words and _is_whole(folded, end)), "")


@cache
def kind_of(title: str) -> str:
    """Tell from a title alone what kind of role it names; `unknown` where it doesn't say."""
    word = head_word(title)
    if not word:
        return "unknown"
    before = _bare(title)[: -len(word)].rstrip()
    if any(before.endswith(deputy) or before.startswith(f"{deputy} ") for deputy in _deputies()):
        return "deputy"
    return _head_words()[word]


def names_post(text: str) -> bool:
    """Whether an English word for a post stands anywhere in a text."""
    return _english_words().search(fold(text)) is not None


@cache
def _english_words() -> re.Pattern[str]:
    words = sorted((word for word in _head_words() if word.isascii()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")


def _bare(title: str) -> str:
    """Fold a title and leave out what stands in brackets, and a grade behind it (工程师III, 专员2)."""
    return fold(title).split("(")[0].rstrip(" 0123456789ivx级") or fold(title)


def _is_whole(folded: str, word: str) -> bool:
    """Whether an English word at the end is no part of a longer one."""
    rest = folded[: -len(word)]
    return not (word.isascii() and rest and rest[-1].isascii() and rest[-1].isalnum())
