"""Kind `count`: too few or too many items in a list."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.checking.select import section_of
from jdlint.finding import Value
from jdlint.record import NamedTuple


class Params(NamedTuple):
    """The bounds, both allowed."""

    of: str
    at_least: int = 0
    at_most: int | None = None


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report a section whose items are too few or too many; an absent section is another rule's."""
    role = subject.role
    section = role.sections.get(section_of(params.of))
    if section is None or section.is_blank:
        return
    count = len(subject.texts(params.of))
    values: dict[str, Value] = {"count": count, "title": role.title.text, "at_least": params.at_least}
    if params.at_most is not None:
        values["at_most"] = params.at_most
    if count < params.at_least:
        yield Hit(anchor(role.source, section), values, "few", role)
    elif params.at_most is not None and count > params.at_most:
        yield Hit(anchor(role.source, section), values, "many", role)


KIND = Kind(Params, "role", check)
