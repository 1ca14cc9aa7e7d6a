"""Which states of a repository a run compares, the index with HEAD or two commits, and whether it needs to look."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from jdlint import git
from jdlint.errors import GitError
from jdlint.git import INDEX, LINK, SUBMODULE, Blobs, Change, Entry, Repository
from jdlint.record import NamedTuple
from jdlint.source.view import DISK, Tree, View

WORKING_TREE = "working tree"
"""Stands for the files on the disk where a commit may stand."""


class Sides(NamedTuple):
    """What is compared, by name; nothing is read yet."""

    repository: Repository
    name: str
    """What the checked state is compared with, in git's own terms; '' where all of it counts."""
    state: str
    """The state that is checked: a commit, or the index."""
    bases: tuple[str, ...]
    """The commits that it is compared with: several where a merge joins them, none where all of it counts."""
    changes: tuple[tuple[Change, ...], ...]
    """What differs from each base; where there is none, from HEAD or from nothing."""

    @property
    def whole(self) -> "Sides":
        """The checked state alone, compared with nothing."""
        return self._replace(name="", bases=())

    @property
    def is_idle(self) -> bool:
        """Whether something has changed, but nothing that concerns roles, settings or rules."""
        changes = self.changes[0] if self.changes else ()
        entries = [entry for change in changes for entry in change if entry]
        return bool(entries) and not any(map(_concerns, entries))


class Base(NamedTuple):
    """A state that the checked one is compared with."""

    view: View
    moves: tuple[tuple[str, str], ...]
    """The files that differ: absolute paths before and now, '' where there is none."""

    @property
    def before(self) -> frozenset[str]:
        """The files that differ, as this state names them."""
        return frozenset(before for before, _ in self.moves if before)

    @property
    def now(self) -> frozenset[str]:
        """The files that differ, as the checked state names them."""
        return frozenset(now for _, now in self.moves if now)


class Compared(NamedTuple):
    """The checked state and those that it is compared with, ready to be read."""

    state: View
    bases: tuple[Base, ...] = ()
    name: str = ""
    """As in `Sides`."""


ON_DISK = Compared(DISK)


def staged(repository: Repository) -> Sides:
    """Compare the index with HEAD, as a commit hook does; all of it counts where nothing is staged.

    Under a hook that is given two commits (pre-push, or `pre-commit run --from-ref A --to-ref B`) these are compared.
    """
    first, last = os.environ.get("PRE_COMMIT_FROM_REF", ""), os.environ.get("PRE_COMMIT_TO_REF", "")
    if first and last:
        return since(repository, first, last)
    merged = git.merged_commits(repository)
    try:
        bases = ("HEAD", *merged)
        changes = _changes_of_index(repository, bases)
    except GitError:
        if git.commit_of(repository, "HEAD"):
            raise
        return Sides(repository, "", INDEX, (), _changes_of_index(repository, (git.empty_tree(repository),)))
    if not (any(changes) or merged or _is_commit_under_way()):
        return Sides(repository, "", INDEX, (), changes)
    return Sides(repository, "HEAD, MERGE_HEAD" if merged else "HEAD", INDEX, bases, changes)


def _changes_of_index(repository: Repository, bases: tuple[str, ...]) -> tuple[tuple[Change, ...], ...]:
    return tuple(tuple(git.changes(repository, base, INDEX)) for base in bases)


def since(repository: Repository, revision: str, head: str = "HEAD") -> Sides:
    """Compare a commit with that from which it grew: its merge base with a revision. Raises GitError with a remedy."""
    state = _commit(repository, head)
    if not revision.strip("0"):  # how a push says that the branch is new
        changes = tuple(git.changes(repository, git.empty_tree(repository), state))
        return Sides(repository, "", state, (), (changes,))
    base = git.base_of(repository, revision, state)
    name = f"{_named(revision)}...{_named(head)} ({base[:_SHORT]})"
    return Sides(repository, name, state, (base,), (tuple(git.changes(repository, base, state)),))


def towards(repository: Repository, revision: str, state: str) -> Sides:
    """Compare the index or the working tree with the commit where HEAD left a revision."""
    base = git.base_of(repository, revision, _commit(repository, "HEAD"))
    # how the working tree differs isn't asked of git, which would run the filters of the repository
    changes = tuple(git.changes(repository, base, INDEX)) if state == INDEX else ()
    return Sides(repository, f"{_named(revision)} ({base[:_SHORT]})", state, (base,), (changes,))


def _commit(repository: Repository, name: str) -> str:
    found = git.commit_of(repository, name)
    if not found:
        raise GitError("no-commit", name=name)
    return found


_SHORT = 10


def _named(revision: str) -> str:
    is_hash = len(revision) in _HASH_LENGTHS and not revision.strip("0123456789abcdef")
    return revision[:_SHORT] if is_hash else revision


_HASH_LENGTHS = (40, 64)


def _is_commit_under_way() -> bool:
    """Whether `git commit` runs us: one that changes no file (--amend for the message) introduces nothing."""
    return "GIT_INDEX_FILE" in os.environ and os.environ.get("GIT_AUTHOR_DATE", "").startswith("@")


def _concerns(entry: Entry) -> bool:
    """Whether a file may be a role, facts, a rule or settings; a link or a submodule may bring some."""
    name = entry.path.rpartition("/")[2]
    if entry.mode in (LINK, SUBMODULE):
        return True
    return name.endswith((".yaml", ".yml")) or name.startswith(".jdlint") or name == "pyproject.toml"


@contextmanager
def opened(sides: Sides) -> Iterator[Compared]:
    """Make the states ready to be read; one process of git gives what their files hold."""
    top = sides.repository.top
    blobs = Blobs(sides.repository)

    def tree(state: str) -> View:
        return DISK if state == WORKING_TREE else Tree(top, git.files(sides.repository, state), blobs)

    def absolute(entry: Entry | None) -> str:
        return os.path.join(top, entry.path.replace("/", os.sep)) if entry else ""

    def base(state: str, changes: tuple[Change, ...]) -> Base:
        return Base(tree(state), tuple((absolute(change.before), absolute(change.after)) for change in changes))

    try:
        bases = tuple(map(base, sides.bases, sides.changes))
        yield Compared(tree(sides.state), bases, sides.name)
    finally:
        blobs.close()
