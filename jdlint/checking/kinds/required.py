"""Kind `required`: sections that a role of its kind must have; one finding lists all that are missing."""

from collections.abc import Iterator

from jdlint.checking.hit import Hit, anchor
from jdlint.checking.kinds.kind import Kind, Subject
from jdlint.finding import Value
from jdlint.model.vocabulary import group
from jdlint.record import NamedTuple
from jdlint.wording import Wording, joined, plain


class Params(NamedTuple):
    """Which sections, by kind of role; `any` stands for every kind."""

    sections: dict[str, tuple[str, ...]]


def check(params: Params, subject: Subject) -> Iterator[Hit]:
    """Report the sections that are not written at all; a blank one is another rule's."""
    role = subject.role
    wanted = (*params.sections.get("any", ()), *params.sections.get(role.kind, ()))
    missing = [key for key in dict.fromkeys(wanted) if key not in role.sections]
    if missing:
        values: dict[str, Value] = {"title": role.title.text, "missing": labels(missing), "kind": role.kind}
        reason = "manages" if "manages" in missing else ""
        yield Hit(anchor(role.source, role.title), values, reason, role, data={"missing": missing})


def labels(keys: list[str], of: str = "role") -> Wording:
    """Give the names of sections, or of the parts of one entry, as people read them."""
    known = group(of).keys
    return joined(known[key].label if key in known else plain(key) for key in keys)


KIND = Kind(Params, "role", check)
