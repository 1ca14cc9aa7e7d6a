"""Talks to git: the index, commits, what differs between them, and what their files hold.

Names are always listed with -z. Nothing that a repository brings is run (no hook, filter, external diff or monitor of
the file system), and nothing is fetched. What git's own environment says holds: the index that a hook is given
(GIT_INDEX_FILE), linked worktrees, and where commits are kept.
"""

import os
from collections.abc import Iterator
from functools import cache
from typing import IO, TYPE_CHECKING, cast

from jdlint.errors import GitError
from jdlint.record import NamedTuple
from jdlint.wording import Wording

if TYPE_CHECKING:  # runs that ask nothing of git, which are most, start without it
    import subprocess

INDEX = ""
"""Stands for the index where a commit may stand."""

LINK, SUBMODULE = "120000", "160000"
"""Modes of entries that are no files."""

_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "diff.external=",
    "diff.relative=false",
    "diff.renameLimit=2000",  # bounds the search for files that were moved and edited; moved ones cost nothing
    "protocol.allow=never",
)
_SILENT = frozenset((
    "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS", "GIT_REDIRECT_STDIN", "GIT_REDIRECT_STDOUT", "GIT_REDIRECT_STDERR",
))  # fmt: skip
"""Variables that change what git prints, or run something."""

_SPOKEN = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_DIFF = (
    "--raw",
    "-z",
    "-M",
    "--abbrev=64",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=dirty",
    f"-O{os.devnull}",
)


class Repository(NamedTuple):
    """A repository with a working tree."""

    top: str
    """The absolute path of the working tree."""
    start: str
    """The folder that git runs in."""
    merge_head: str
    """The file that names the commits of a merge in progress."""


class Entry(NamedTuple):
    """A file of a commit or of the index."""

    path: str
    """Relative to the top, with forward slashes."""
    mode: str
    blob: str
    """The name of its content; '' where a merge has left several."""


class Change(NamedTuple):
    """A file that differs between two states: one of the sides is None where it was added or deleted."""

    before: Entry | None
    after: Entry | None


def find(start: str) -> Repository:
    """Find the repository that a folder lies in. Raises GitError where there is none."""
    # a relative GIT_DIR counts from where we stand
    place = os.getcwd() if os.environ.get("GIT_DIR") else start
    # the second answer has no line end in its name, the first may
    try:
        told = _git(place, "rev-parse", "--show-toplevel", "--git-path", "MERGE_HEAD").removesuffix(b"\n")
    except GitError as error:
        if error.key != "git-refused" or error.values["advice"]:
            raise
        raise GitError("no-repository", **error.values) from None
    top, _, merge_head = os.fsdecode(told).rpartition("\n")
    return Repository(os.path.abspath(top), place, os.path.join(place, merge_head))


def commit_of(repository: Repository, revision: str) -> str:
    """Give the commit that a name stands for; '' where it stands for none."""
    if not revision.strip() or revision.startswith("-"):
        return ""
    found = _ask(repository.start, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return found.stdout.decode().strip() if found.returncode == 0 else ""


def base_of(repository: Repository, revision: str, head: str) -> str:
    """Give the commit from which a branch grew: the merge base with another. Raises GitError with a remedy."""
    base = commit_of(repository, revision)
    if not base:
        raise GitError("no-commit-here", name=revision, hint=_fetch(repository, revision))
    found = _ask(repository.start, "merge-base", base, head)
    if found.returncode != 0 or not found.stdout:
        raise GitError("no-common-commit", name=revision, hint=_fetch(repository, revision))
    return found.stdout.split(b"\n")[0].decode()


def _fetch(repository: Repository, revision: str) -> Wording:
    """Say how to come by a commit."""
    from jdlint.saying import say  # noqa: PLC0415 - texts are loaded where something is said

    remote, slash, branch = revision.partition("/")
    fetch = f"git fetch {remote} {branch}" if slash else f"git fetch origin {revision}"
    is_shallow = _git(repository.start, "rev-parse", "--is-shallow-repository").strip() == b"true"
    return say("errors", "hints", "shallow" if is_shallow else "fetch", fetch=fetch)


def empty_tree(repository: Repository) -> str:
    """Give the name of the tree without files, which every repository knows."""
    return _git(repository.start, "hash-object", "-t", "tree", "--stdin").decode().strip()


def merged_commits(repository: Repository) -> tuple[str, ...]:
    """Give the commits that a merge in progress joins to HEAD."""
    # `git merge` names them to its own hook before it writes MERGE_HEAD
    named = [name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_")]
    try:
        with open(repository.merge_head, encoding="ascii") as file:
            named += file.read().split()
    except OSError:
        pass
    return tuple(commit for name in dict.fromkeys(named) if (commit := commit_of(repository, name)))


def files(repository: Repository, state: str) -> Iterator[Entry]:
    """Give the files of a commit or, for INDEX, those that a commit made now would hold."""
    if state == INDEX:
        yield from (change.after for change in changes(repository, empty_tree(repository), INDEX) if change.after)
        return
    for row in _rows(_git(repository.start, "ls-tree", "-r", "-z", "--full-tree", state)):
        about, _, path = row.partition(b"\t")
        mode, _, blob = about.decode().split(" ")
        yield Entry(os.fsdecode(path), mode, blob)


def changes(repository: Repository, base: str, head: str) -> Iterator[Change]:
    """Give what differs between a commit or tree and another, or the index; moved files are found."""
    if head == INDEX:
        # a file that is only meant to be added (`git add -N`) belongs to no commit made now
        told = _git(repository.start, "diff-index", "--cached", "--ita-invisible-in-index", *_DIFF, base)
    else:
        told = _git(repository.start, "diff-tree", "-r", *_DIFF, base, head)
    rows = _rows(told)
    for row in rows:
        modes, blobs, status = _about(row.decode())
        old = new = os.fsdecode(next(rows))
        if status in "RC":
            new = os.fsdecode(next(rows))
        before = Entry(old, modes[0], blobs[0]) if status not in "AC" else None
        if status == "U":
            yield Change(before, Entry(new, modes[0], ""))
        else:
            yield Change(before, Entry(new, modes[1], blobs[1]) if status != "D" else None)


def _about(row: str) -> tuple[tuple[str, str], tuple[str, str], str]:
    old_mode, new_mode, old_blob, new_blob, status = row.removeprefix(":").split(" ")
    return (old_mode, new_mode), (old_blob, new_blob), status[0]


def _rows(told: bytes) -> Iterator[bytes]:
    return iter(told.split(b"\0")[:-1])


class Blobs:
    """Gives what files hold; one process of git answers for all of them."""

    def __init__(self, repository: Repository) -> None:
        self._start = repository.start
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, blob: str, most: int) -> bytes:
        """Give no more than `most` bytes of a file's content. Raises GitError where it isn't on this machine."""
        answers = self._ask(blob)
        header = answers.readline().split()
        if len(header) != 3:  # noqa: PLR2004 - name, type and size, or a name and the word missing
            raise GitError("content-elsewhere", blob=blob)
        size = int(header[2])
        content = answers.read(min(size, most))
        left = size + 1 - len(content)  # a line end follows
        while left and (part := answers.read(min(left, 1 << 20))):
            left -= len(part)
        return content

    def _ask(self, blob: str) -> IO[bytes]:
        """Ask for a content, and give what the answer is read from."""
        if self._process is None or self._owner != os.getpid():  # a forked process must not share the pipes
            self._process, self._owner = _popen(self._start, "cat-file", "--batch"), os.getpid()
        questions, answers = cast("tuple[IO[bytes], IO[bytes]]", (self._process.stdin, self._process.stdout))
        questions.write(f"{blob}\n".encode())
        questions.flush()
        return answers

    def close(self) -> None:
        """End the process, if one was needed."""
        if self._process is not None and self._owner == os.getpid():
            self._process.communicate()
        self._process = None


def _git(start: str, *arguments: str) -> bytes:
    """Ask git, and give what it says. Raises GitError with git's own words where it can't."""
    done = _ask(start, *arguments)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ").split("\n")
    advice = "\n  ".join(line.strip() for line in said[1:] if line.strip())
    raise GitError("git-refused", command=arguments[0], said=said[0], advice=advice)


def _ask(start: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # noqa: PLC0415 - 15 ms, paid only where git is asked

    with _popen(start, *arguments, stderr=subprocess.PIPE) as process:
        out, err = process.communicate()
    return subprocess.CompletedProcess(arguments, process.returncode, out, err)


def _popen(start: str, *arguments: str, stderr: int | None = None) -> "subprocess.Popen[bytes]":
    import subprocess  # noqa: PLC0415 - the same

    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    inherited = {name: value for name, value in os.environ.items() if name not in _SILENT}
    return subprocess.Popen(  # noqa: S603 - our own arguments, and names that don't begin with a hyphen
        [program(), "--no-pager", *settings, *arguments],
        cwd=start,
        env=inherited | _SPOKEN,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if stderr is None else stderr,
    )


@cache
def program() -> str:
    """Find git on the path; never in the working directory, where Windows and an empty entry would look first."""
    names = ("git.exe",) if os.name == "nt" else ("git",)
    for folder in os.get_exec_path():
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isabs(folder) and os.access(path, os.X_OK) and os.path.isfile(path):
                return path
    raise GitError("git-missing")
