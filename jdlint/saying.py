"""Texts for people, as rules/lexicon/ holds them in every language, with their values filled in."""

import errno
from collections.abc import Collection

from jdlint import knowledge
from jdlint.finding import Value, filled
from jdlint.near import nearest
from jdlint.wording import Wording, form_for, plain


def say(table: str, /, *keys: str, **values: Value) -> Wording:
    """Give the text that stands under some keys of a table; the forms for one and for many are told apart by `n`."""
    texts = knowledge.load(f"lexicon/{table}")
    for key in keys:
        texts = texts[key]
    return filled(Wording({language: form_for(text, values.get("n")) for language, text in texts.items()}), values)


def hint(word: str, known: Collection[str]) -> Wording:
    """Say which of some words a misspelt one may have meant, or name them all."""
    meant = nearest(word, known)
    return (
        say("errors", "hints", "meant", meant=meant) if meant else say("errors", "hints", "known", known=tuple(known))
    )


def reason(found: OSError | str) -> Wording:
    """Say why a file can't be read or written: in the system's own words where it is a rare reason."""
    name = cause(found) if isinstance(found, OSError) else found
    known = knowledge.load("lexicon/errors")["reasons"]
    return Wording(known[name]) if name in known else plain(name)


def cause(error: OSError) -> str:
    """Name a reason that `reason` puts into words."""
    return _CAUSES.get(error.errno or 0, error.strerror or str(error))


_CAUSES = {
    errno.ENOENT: "gone",
    errno.ELOOP: "loop",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.ENOSPC: "full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "too-long",
}
