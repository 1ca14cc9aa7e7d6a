"""Text inside Markdown: what a role says can't become markup, a mention, a link or HTML."""

import re

from jdlint.pattern import pattern
from jdlint.report.width import shown


def code(text: str) -> str:
    """Write a span of code that its own text can't end."""
    safe = shown(text)
    runs = {len(run) for run in re.findall("`+", safe)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    pad = " " if safe[:1] in ("`", " ") or safe[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{safe or ' '}{pad}{fence}"


def plain(text: str) -> str:
    """Write a text in which nothing is markup, and no mention, reference or address becomes a link."""
    return _MARKUP.sub(r"\\\g<0>", _LINKS.sub("\\g<0>\u2060", shown(text)))


_MARKUP = pattern(r"[\\`*_{}\[\]<>()#+.!|~&$:=@^%-]")
_LINKS = pattern(r"[@#!~$%&^](?=\w)|\b(?:https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)|\bG[HL](?=-\d)", re.IGNORECASE)
"""What GitHub and GitLab turn into links inside running text; an invisible joiner behind it keeps them from it."""
