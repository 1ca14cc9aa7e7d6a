"""Texts for people, as rules/texts/ holds them in every language, with their values filled in."""

import errno
from collections.abc import Collection, Mapping
from typing import Any

from jdlint import knowledge
from jdlint.finding import Value, filled
from jdlint.wording import Wording, form_for, plain


def say(table: str, /, *keys: str, **values: Value) -> Wording:
    """Give the text that stands under some keys of a table; the forms for one and for many are told apart by `n`."""
    texts = _texts(table, keys)
    return filled(Wording({language: form_for(text, values.get("n")) for language, text in texts.items()}), values)


def tell(language: str, table: str, /, *keys: str, **values: object) -> str:
    """Give such a text in one language alone, with its values as Python writes them."""
    return form_for(_texts(table, keys)[language], values.get("n")).format(**values)


def template(language: str, table: str, /, *keys: str) -> str:
    """Give such a text with its {names}, for those who put more than characters there."""
    return _texts(table, keys)[language]


def part(table: str, key: str) -> Any:  # noqa: ANN401 - each part has its own shape
    """Give a part of a table as it stands: texts by their names, or lists of words."""
    return knowledge.load(f"texts/{table}")[key]


def _texts(table: str, keys: tuple[str, ...]) -> Mapping[str, str]:
    found = knowledge.load(f"texts/{table}")
    for key in keys:
        found = found[key]
    texts: Mapping[str, str] = found
    return texts


def hint(word: str, known: Collection[str]) -> Wording:
    """Say which of some words a misspelt one may have meant, or name them all."""
    from jdlint.near import nearest  # noqa: PLC0415 - only a mistake needs it

    meant = nearest(word, known)
    return (
        say("errors", "hints", "meant", meant=meant) if meant else say("errors", "hints", "known", known=tuple(known))
    )


def reason(found: OSError | str) -> Wording:
    """Say why a file can't be read or written: in the system's own words where it is a rare reason."""
    name = cause(found) if isinstance(found, OSError) else found
    return say("errors", "reasons", name) if name in part("errors", "reasons") else plain(name)


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
