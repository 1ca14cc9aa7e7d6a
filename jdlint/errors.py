"""What stops a run: every error says what is wrong, where, and what to do next, in every language."""

from typing import TYPE_CHECKING, Self

from jdlint.wording import COLONS, Wording, plain

if TYPE_CHECKING:
    from jdlint.finding import Value


class JdlintError(Exception):
    """An error that a user can act on: a key of rules/texts/errors.yaml, which holds its texts, and their values."""

    def __init__(self, key: str, /, **values: "Value") -> None:
        super().__init__(key)
        self.key = key
        self.values = values
        self.route: tuple[str, ...] = ()

    def inside(self, *steps: str) -> Self:
        """Note on the way up that the error lies inside `steps`; gives itself back."""
        self.route = (*steps, *self.route)
        return self

    @property
    def message(self) -> Wording:
        """What is wrong."""
        return self._text("says")

    @property
    def remedy(self) -> Wording:
        """What to do about it."""
        return self._text("remedy")

    @property
    def located(self) -> Wording:
        """Where it lies, and what is wrong."""
        texts = self.message.texts
        return Wording({each: COLONS[each].join((*self.route, texts[each])) for each in texts})

    def told(self, language: str) -> str:
        """Say where it lies and what is wrong, and on a line below what to do."""
        remedy = self.remedy.read(language)
        return self.located.read(language) + (f"\n  {remedy}" if remedy else "")

    def __str__(self) -> str:
        return self.located.read("en")

    def _text(self, part: str) -> Wording:
        from jdlint.saying import say  # noqa: PLC0415 - texts are loaded where something is said

        try:
            return say("errors", "errors", self.key, part, **self.values)
        except KeyError:  # a kind of an installed package words its own errors
            return plain(self.key if part == "says" else "")


class UsageError(JdlintError):
    """The command line asks for something that doesn't exist or doesn't fit together."""


class ConfigError(JdlintError):
    """A configuration file says something that jdlint can't follow."""


class NothingToCheckError(JdlintError):
    """A path that the user named holds no role file."""


class GitError(JdlintError):
    """Git can't give what a run needs."""


class RuleError(JdlintError):
    """A rule file is broken."""


class DocumentError(JdlintError):
    """A document that `jdlint import` can't read."""
