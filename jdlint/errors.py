"""What stops a run: every error says what is wrong, where, and what to do next."""


class JdlintError(Exception):
    """An error that a user can act on; `remedy` says how."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.route: tuple[str, ...] = ()

    def inside(self, step: str) -> "JdlintError":
        """Note on the way up that the error lies inside `step`; gives itself back."""
        self.route = (step, *self.route)
        return self

    def __str__(self) -> str:
        where = ": ".join(self.route)
        return f"{where}: {self.message}" if where else self.message


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
