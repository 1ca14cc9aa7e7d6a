"""One role as a sheet for readers: who it is, and its duties against its authorities."""

from collections.abc import Iterator
from typing import Literal

from jdlint.checking.authority_words import act_name, acts, authority_name
from jdlint.draw.letters import one_line
from jdlint.finding import Profile
from jdlint.language.demand import Demand
from jdlint.model.balance import Powers, Unmet, is_told, unmet
from jdlint.model.organisation import Organisation
from jdlint.model.role import Authority, Role
from jdlint.record import NamedTuple
from jdlint.wording import LANGUAGES, Wording, plain

State = Literal["granted", "weak", "missing"]


class Need(NamedTuple):
    """An authority that a duty needs."""

    name: Wording
    state: State
    by: int
    """The place of the authority that grants it, or falls short of it; -1 where there is none."""


class DutyRow(NamedTuple):
    """A duty and what it needs."""

    text: str
    needs: tuple[Need, ...]


class Sheet(NamedTuple):
    """A role; `authorities` are its authorities as written."""

    key: str
    organisation: str
    title: str
    unit: str
    level: str
    superiors: str
    file: str
    language: str | None
    """The language in which its organisation writes."""
    duties: tuple[DutyRow, ...]
    authorities: tuple[Wording, ...]


def sheets_of(organisation: Organisation, name: str, first: int, profile: Profile) -> Iterator[Sheet]:
    """Give a sheet for each role, numbered from `first` as on the chart."""
    for number, role in enumerate(organisation.roles, first):
        yield Sheet(
            key=f"r{number}",
            organisation=name,
            title=one_line(role.title.text) or role.id,
            unit=one_line(role.unit.text) if role.unit else "",
            level=one_line(role.level.text) if role.level else "",
            superiors="、".join(one_line(line.text) for line in role.reports_to or ()),
            file=role.file,
            language=organisation.facts.language,
            duties=tuple(_rows(role, organisation.powers(role), profile)),
            authorities=tuple(_written(entry) for entry in role.authorities or ()),
        )


def _written(entry: Authority) -> Wording:
    """Write an authority as its file does: a sentence, or an act, its object, a limit and a scope."""
    parts = (entry.text, entry.limit.text if entry.limit else "", entry.scope.text if entry.scope else "")
    rest = one_line(" · ".join(filter(None, parts)))
    if entry.act is None:
        return plain(rest)
    name = act_name(entry.act) if entry.act in acts() else plain(one_line(entry.act))
    return Wording({language: f"{name.read(language)}: {rest}" for language in LANGUAGES})


def _rows(role: Role, powers: Powers, profile: Profile) -> Iterator[DutyRow]:
    lacks = {(each.duty, each.demand.act, each.demand.object): each for each in unmet(powers)}
    for place, duty in enumerate(role.duties or ()):
        told = [demand for demand in powers.demands[place] if is_told(demand, profile)]
        needs = tuple(_need(demand, lacks.get((place, demand.act, demand.object)), powers) for demand in told)
        yield DutyRow(one_line(duty.text), needs)


def _need(demand: Demand, lack: Unmet | None, powers: Powers) -> Need:
    name = authority_name(demand.act, demand.object)
    if lack is None:
        return Need(name, "granted", next(powers.meeting(demand), -1))
    if lack.weaker is None:
        return Need(name, "missing", -1)
    place = next((n for n, reading in enumerate(powers.authorities) if lack.weaker in reading.grants), -1)
    return Need(name, "weak", place)
