"""Answers a commit hook in milliseconds where nothing that concerns roles is staged: no rule is loaded for that."""

import os
from collections.abc import Iterator, Mapping, Sequence

from jdlint import git
from jdlint.finding import Profile, Severity
from jdlint.saying import tell
from jdlint.source.states import staged
from jdlint.wording import LANGUAGES, language_of_locale

_SEVERITIES = tuple(severity.label for severity in Severity)
_PLAIN: Mapping[str, tuple[str, ...]] = {
    "--fail-on": (*_SEVERITIES, "never"),
    "--lang": LANGUAGES,
    "--profile": tuple(profile.label for profile in Profile),
    "--severity": _SEVERITIES,
}
"""Options that ask for nothing but the text report, with their values; others are left to the command itself."""


def answer(arguments: Sequence[str]) -> str | None:
    """Give the whole answer where a check would look at nothing; None where it has to look. Raises GitError."""
    try:
        options = dict(_options(arguments))
    except ValueError:
        return None
    if "--staged" not in options or not staged(git.find(os.getcwd())).is_idle:
        return None
    return tell(options.get("--lang") or language_of_locale(os.environ), "report", "nothing", "unchanged")


def _options(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read options and their values; raises ValueError for what isn't plain."""
    words = iter([word for argument in arguments for word in argument.split("=", 1)])
    for word in words:
        value = "" if word == "--staged" else next(words, "")
        if word != "--staged" and value not in _PLAIN.get(word, ()):
            raise ValueError(word)
        yield word, value
