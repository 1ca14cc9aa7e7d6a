"""A change for programs: version 1, whose fields are only ever added to."""

from typing import Any

from jdlint import __version__
from jdlint.compare.duties import DutyChanges, Moved
from jdlint.compare.lines import Superior
from jdlint.compare.meaning import FactsChange, Meaning, Party, RoleChange, Words
from jdlint.compare.powers import LimitShift, Power
from jdlint.report.encode import json_text
from jdlint.run.change import Change


def write(change: Change, _: str) -> str:
    """Write it; nothing in it depends on a language."""
    meaning = change.meaning
    document = {
        "version": 1,
        "tool": {"name": "jdlint", "version": __version__},
        "base": change.base,
        "roles": [_role(role, meaning) for role in meaning.roles],
        "facts": [_facts(facts) for facts in meaning.facts],
        "unread": list(meaning.unread),
    }
    return json_text(document)


def _role(role: RoleChange, meaning: Meaning) -> dict[str, Any]:
    level, span, superiors = role.level, role.span, role.superiors
    return {
        "change": "added" if role.before is None else "removed" if role.after is None else "changed",
        "before": _party(role.before),
        "after": _party(role.after),
        "renamed": role.is_renamed,
        "moved": role.is_moved,
        "reports_to": superiors
        and {"before": [*map(_superior, superiors.before)], "after": [*map(_superior, superiors.after)]},
        "level": level and {"before": level.before, "after": level.after, "direction": level.direction or None},
        "span": span
        and {"before": span.before, "after": span.after, "gained": list(span.gained), "lost": list(span.lost)},
        "authorities": {
            "gained": [_power(power) for power in role.powers.gained],
            "lost": [_power(power) for power in role.powers.lost],
            "limits": [_limit(shift) for shift in role.powers.limits],
        },
        "duties": _duties(role.duties, meaning),
        "sections": [_words(words) for words in role.words],
        "also_changed": list(role.others),
    }


def _party(party: Party | None) -> dict[str, str] | None:
    return party and {"file": party.file, "id": party.id, "title": party.title}


def _superior(superior: Superior) -> dict[str, Any]:
    return {"name": superior.name, "line": "dotted" if superior.is_dotted else "solid"}


def _power(power: Power) -> dict[str, Any]:
    return {
        "act": power.act or None,
        "object": power.object,
        "limit": power.limit or None,
        "text": power.text,
    }


def _limit(shift: LimitShift) -> dict[str, Any]:
    return {
        "act": shift.act or None,
        "object": shift.object,
        "before": shift.before or None,
        "after": shift.after or None,
        "direction": shift.direction,
        "role": shift.holder or None,
    }


def _duties(duties: DutyChanges, meaning: Meaning) -> dict[str, Any]:
    def moved(move: Moved) -> dict[str, Any]:
        return {"before": move.before, "after": move.after, "role": _party(meaning.parties[move.other])}

    return {
        "added": list(duties.added),
        "reworded": [{"before": before, "after": after} for before, after in duties.reworded],
        "taken_over": [moved(move) for move in duties.came],
        "handed_on": [moved(move) for move in duties.went],
        "dropped": [moved(move) for move in duties.dropped],
        "orphaned": list(duties.orphaned),
    }


def _words(words: Words) -> dict[str, Any]:
    return {"section": words.section, "added": list(words.added), "removed": list(words.removed)}


def _facts(facts: FactsChange) -> dict[str, Any]:
    return {
        "organisation": facts.folder,
        "sections": [_words(words) for words in facts.words],
        "limits": [_limit(shift) for shift in facts.limits],
    }
