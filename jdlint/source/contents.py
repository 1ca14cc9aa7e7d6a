"""What files hold, read once: their bytes tell whether something has changed, and then serve the reading itself."""

from collections.abc import Iterable

from jdlint.cache import blake2b
from jdlint.source.discover import Found
from jdlint.source.view import MAX_BYTES, View

DIGEST = 20
"""The bytes of a digest."""

MOST_HELD = 64_000_000
"""So many bytes wait to be read a second time; what is more is read from the view again."""


class Contents:
    """The files of one state, each by the digest of what it holds.

    A digest is made from bytes that were read, never from sizes and times: a file that was edited within a tick of the
    clock and kept its length is another file.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._digests: dict[str, bytes] = {}
        self._about: dict[str, bytes] = {}
        self._waiting: dict[str, bytes | str] = {}
        self._room = MOST_HELD

    def digest(self, found: Found) -> bytes:
        """Give the digest of a file's content, or of the reason why it can't be had."""
        known = self._digests.get(found.path)
        if known is None:
            content = found.refused or self._view.read(found.path, MAX_BYTES)
            known = self._digests[found.path] = content_digest(content)
            if len(content) <= self._room:
                self._room -= len(content)
                self._waiting[found.path] = content
        return known

    def about(self, files: Iterable[Found]) -> list[bytes]:
        """Give all that tells files apart: where they stand, what they are, and what they hold."""
        return [self._about.get(found.path) or self._tell(found) for found in files]

    def _tell(self, found: Found) -> bytes:
        place = f"{found.shown}\0{found.organisation}\0{found.is_role_file}\0".encode("utf-8", "surrogatepass")
        told = self._about[found.path] = place + self.digest(found)
        return told

    def read(self, found: Found) -> bytes | str:
        """Give a file's content; from here on its digest is that of what was given."""
        content = self._waiting.pop(found.path, None)
        if content is not None:
            self._room += len(content)
            return content
        content = found.refused or self._view.read(found.path, MAX_BYTES)
        if found.path in self._digests:  # it may have changed since
            self._digests[found.path] = content_digest(content)
            self._about.pop(found.path, None)
        return content


def content_digest(content: bytes | str) -> bytes:
    """Give a digest; what can't be read counts by its reason, which no file's bytes can pass for."""
    made = blake2b(b"=" if isinstance(content, bytes) else b"!", digest_size=DIGEST)
    made.update(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return made.digest()
