"""A new role as a file: the sections that its kind of post needs, blank, with hints for whoever fills them in."""

from collections.abc import Iterator, Mapping, Sequence

from jdlint.begin.scalar import scalar
from jdlint.checking.catalogue import built_in
from jdlint.model.vocabulary import group
from jdlint.record import NamedTuple
from jdlint.saying import part, say


class Draft(NamedTuple):
    """What is known of a role before anybody has written it."""

    title: str
    kind: str
    """executive, manager, specialist, assistant, deputy or unknown."""
    is_kind_told: bool
    """Whether somebody said so, and not the title alone."""
    unit: str = ""
    level: str = ""
    reports_to: str = ""


def sections(draft: Draft, *, has_ladder: bool) -> list[str]:
    """Give the sections of a new role, in the order of the format.

    structure/missing-section knows what a kind of post needs; who is above it and what it may decide have rules of
    their own, and a level says something only where a ladder does.
    """
    params = built_in().rules["structure/missing-section"].params
    wanted: Mapping[str, Sequence[str]] = getattr(params, "sections", {})
    needed = {*wanted.get("any", ()), *wanted.get(draft.kind, ()), "reports_to", "authorities"}
    needed |= {"unit"} if draft.unit else set()
    needed |= {"level"} if has_ladder or draft.level else set()
    return [key for key in group("role").keys if key in needed]


def write(draft: Draft, keys: Sequence[str], grades: Sequence[str], language: str, key_language: str) -> str:
    """Write the file; hints are in one language, keys in another where an organisation has it so."""
    writer = _Writer(draft, grades, language, key_language)
    return "\n".join(writer.lines(keys)) + "\n"


class _Writer:
    def __init__(self, draft: Draft, grades: Sequence[str], language: str, key_language: str) -> None:
        self._draft = draft
        self._grades = grades
        self._language = language
        self._key_language = key_language
        self._told = {
            "title": draft.title,
            "kind": draft.kind if draft.is_kind_told else "",
            "unit": draft.unit,
            "level": draft.level,
            "reports_to": draft.reports_to,
        }

    def lines(self, keys: Sequence[str]) -> Iterator[str]:
        yield f"# {self._guide('head')}"
        for key in keys:
            yield from self._section(key)
            if key == "title":
                yield from self._kind()

    def _kind(self) -> Iterator[str]:
        """Write the kind where it was told; where nothing tells it, leave a line to be filled in."""
        if self._told["kind"]:
            yield f"{self._key('role', 'kind')}: {self._told['kind']}"
        elif self._draft.kind == "unknown":
            yield f"# {self._key('role', 'kind')}:  # {self._guide('kind')}"

    def _section(self, key: str) -> Iterator[str]:
        name = self._key("role", key)
        if told := self._told.get(key):
            yield f"{name}: {scalar(told)}"
            return
        guide = self._guide("level_free") if key == "level" and not self._grades else self._guide(key)
        yield f"{name}:  # {guide}"
        if sample := part("begin", "samples").get(key):
            yield f"  # - {sample[self._language]}"
        yield from self._parts(key)

    def _parts(self, key: str) -> Iterator[str]:
        names = part("begin", "parts").get(key, ())
        if key == "qualifications":
            yield from (f"  {self._key(key, name)}:" for name in names)
        elif names:
            lead = ["- ", *["  "] * (len(names) - 1)]
            yield from (f"  # {before}{self._key('kpi', name)}:" for before, name in zip(lead, names, strict=True))

    def _guide(self, key: str) -> str:
        return say("begin", "guides", key, grades=", ".join(self._grades)).read(self._language)

    def _key(self, of: str, key: str) -> str:
        return group(of).keys[key].label.read(self._key_language)
