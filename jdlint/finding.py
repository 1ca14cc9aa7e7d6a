"""What a check says: findings with their places, as frozen data that every later layer reads."""

from collections.abc import Mapping
from enum import Enum

from jdlint.location import Range
from jdlint.record import NamedTuple
from jdlint.wording import COMMAS, Wording


class Severity(Enum):
    """How much a finding weighs; the value orders them."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that users write and read."""
        return self.name.lower()


class Confidence(Enum):
    """How sure a rule is of what it says."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Profile(Enum):
    """Which rules run; each profile contains the ones before it."""

    CORE = 1
    STANDARD = 2
    STRICT = 3
    AUDIT = 4

    @property
    def label(self) -> str:
        """The word that users write and read."""
        return self.name.lower()


class Safety(Enum):
    """What a fix may change: SAFE keeps the meaning, UNSAFE needs a person's yes, DISPLAY is advice alone."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Status(Enum):
    """What a change has to do with a finding, where two states of an organisation are compared."""

    INTRODUCED = "introduced"
    """New, in a file that the change touches."""
    AFFECTED = "affected"
    """New, in a file that the change leaves alone: another file made it wrong."""
    EXISTING = "existing"
    """There before; it is counted, and doesn't fail a run."""


class Edit(NamedTuple):
    """Characters of one file to replace."""

    file: str
    range: Range
    text: str
    drops_mark: bool = False
    """Whether the byte order mark goes that stands before the file's first character; then nothing else changes."""


class Fix(NamedTuple):
    """Edits that together remove a finding."""

    safety: Safety
    summary: Wording
    edits: tuple[Edit, ...]
    reveals: tuple[str, ...] = ()
    """Rules that look where it puts words: what they find there was wrong before, and is no fault of the fix."""

    @property
    def is_text(self) -> bool:
        """Whether it is made of characters alone: a byte order mark is none, and has no column in any format."""
        return not any(edit.drops_mark for edit in self.edits)


class Place(NamedTuple):
    """Where in a file; `source_line` is the text of its first line, for the reader's eye."""

    file: str
    pointer: str
    range: Range
    source_line: str
    message: Wording | None = None


class Means(Enum):
    """How a finding was excused."""

    IGNORED = "ignored"
    """By a comment `# jdlint: ignore[rule] reason`."""
    ACCEPTED = "accepted"
    """By an entry of the role's `accept:`."""
    BASELINED = "baselined"
    """By the record of what there was before jdlint came."""


class Suppression(NamedTuple):
    """The exception that holds a finding back."""

    means: Means
    reason: str
    """In the words of whoever made the exception; '' where the record holds none."""
    by: str = ""
    """Who decided it."""
    until: str = ""
    """The last day on which it holds."""
    place: Place | None = None
    """Where it is written."""


Value = str | int | float | tuple[str, ...] | Wording
"""What a message template may be filled with."""


class Finding(NamedTuple):
    """One thing that a rule says about one place."""

    rule: str
    severity: Severity
    confidence: Confidence
    profile: Profile
    template: Wording
    values: Mapping[str, Value]
    place: Place
    related: tuple[Place, ...] = ()
    help: Wording = Wording({})
    role: str | None = None
    language: str | None = None
    """The language of the organisation that the place belongs to."""
    data: Mapping[str, object] = {}
    fix: Fix | None = None
    identity: tuple[str, ...] = ()
    """What makes it the same finding in another commit: never a line, never an index where the item has a text."""
    status: Status | None = None
    """What the change has to do with it; None where nothing is compared."""
    suppression: Suppression | None = None
    """The exception that holds for it, if any."""

    @property
    def is_existing(self) -> bool:
        """Whether a comparison met it on both sides."""
        return self.status is Status.EXISTING

    def message(self, language: str) -> str:
        """Say it in a language."""
        return fill(self.template, self.values, language)

    def advice(self, language: str) -> str:
        """Say in a language what to do."""
        return fill(self.help, self.values, language)


def fill(template: Wording, values: Mapping[str, Value], language: str) -> str:
    """Put values into a template's {names}; lists are joined as the language does."""
    texts = {name: written(value, language) for name, value in values.items()}
    return template.read(language).format_map(_Missing(texts))


def filled(template: Wording, values: Mapping[str, Value]) -> Wording:
    """Put values into a template in every language that it has."""
    return Wording({language: fill(template, values, language) for language in template.texts})


def written(value: Value, language: str) -> str:
    """Write a value for a message, cut where it is too long for one."""
    if isinstance(value, Wording):
        return cut(value.read(language))
    if isinstance(value, str | int | float):
        return f"{value:g}" if isinstance(value, float) else cut(str(value))
    return cut(COMMAS[language].join(value[: _MOST + 2]))


_MOST = 1000
"""So many characters of a value stand in a message; of a list more items than so many never show."""


def cut(text: str, most: int = _MOST) -> str:
    """Give a text of at most so many characters: a name of a megabyte must not fill every message about it."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


class _Missing(dict[str, str]):
    """Leaves a name that has no value as it stands, so that a message never fails to print."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
