"""HTML from texts that nobody trusts: every text is escaped here, and every wording stays known in all languages."""

import json
from collections.abc import Mapping
from html import escape

from jdlint.draw.letters import one_line
from jdlint.wording import LANGUAGES, Wording

Markup = str
"""Text that is HTML already; everything else is a plain str that has to go through `text` or `Sayings`."""


def text(plain: str) -> Markup:
    """Write a text that is the same in every language."""
    return escape(one_line(plain))


def tag(name: str, /, *children: Markup, **attributes: str) -> Markup:
    """Write an element; an attribute's name takes - for _ and leaves a _ at its end off."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>"


class Sayings:
    """The wordings of a page, each once; the page's script reads them when a reader changes the language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, wording: Wording) -> int:
        """Give the place of a wording in the page's table."""
        texts = tuple(wording.read(language) for language in LANGUAGES)
        return self._numbers.setdefault(texts, len(self._numbers))

    def say(self, name: str, wording: Wording, /, **attributes: str) -> Markup:
        """Write an element that holds a wording alone."""
        words = escape(one_line(wording.read(self._language)))
        return tag(name, words, data_say=str(self.number(wording)), **attributes)

    @property
    def table(self) -> list[list[str] | str]:
        """The wordings in all languages; one text where they are all the same."""
        return [texts[0] if len(set(texts)) == 1 else list(map(one_line, texts)) for texts in self._numbers]


def safe_json(value: object) -> str:
    """Write JSON that may stand inside a script element: nothing in it can end the element or open a comment."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.translate(_UNSAFE)


_UNSAFE: Mapping[int, str] = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}
