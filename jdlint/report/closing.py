"""The closing lines of a run: the count, the profile that the tree meets, and what was not checked."""

from collections.abc import Iterator

from jdlint.finding import Profile
from jdlint.pipeline import Outcome
from jdlint.report.width import shown
from jdlint.saying import tell

_MOST_LISTED = 10


def closing(outcome: Outcome, language: str) -> str:
    """Write the closing lines."""
    root = tell(language, "report", "closing", "root", root=shown(outcome.root))
    return "\n".join((verdict(outcome, language), *notes(outcome, language), root))


def verdict(outcome: Outcome, language: str) -> str:
    """Say in one line what was found."""
    tally = outcome.sum.tally
    return tell(
        language,
        "report",
        "verdict",
        "new" if outcome.base else "all",
        "found" if tally.errors or tally.warnings or tally.infos else "clean",
        roles=count("role", outcome.roles, language),
        files=count("file", len(outcome.files), language),
        errors=count("error", tally.errors, language),
        warnings=count("warning", tally.warnings, language),
        infos=count("info", tally.infos, language),
    )


def notes(outcome: Outcome, language: str) -> Iterator[str]:
    """Say what the findings were compared with, which profile is met, what was held back and what not checked."""
    if outcome.base:
        yield tell(language, "report", "closing", "compared", base=shown(outcome.base))
    if outcome.left_alone:
        yield tell(language, "report", "closing", "left-alone", n=outcome.left_alone)
    elif not outcome.is_choice:  # of a tree that wasn't looked at as a whole nobody can say what it meets
        met = profile_met(outcome)
        if not met:
            yield tell(language, "report", "closing", "below", profile=Profile.CORE.label)
        elif outcome.roles:  # where nobody has written a role, none meets anything
            yield tell(language, "report", "closing", "meets", profile=met.label)
    existing = outcome.sum.tally.existing
    if existing:
        yield tell(language, "report", "closing", "existing", n=existing)
    yield from held_back(outcome, language)
    yield from _not_checked(outcome, language)


def held_back(outcome: Outcome, language: str) -> Iterator[str]:
    """Count the findings that no report shows, one sentence a reason."""
    tally = outcome.sum.tally
    groups = {
        "ignored": tally.ignored,
        "accepted": tally.accepted,
        "baselined": tally.baselined,
        "hidden": tally.below_severity,
        "excluded": tally.excluded,
    }
    for key, hidden in groups.items():
        if hidden or (key == "baselined" and outcome.baseline):
            yield tell(language, "report", "held-back", key, n=hidden)


def unchecked(outcome: Outcome, language: str) -> list[str]:
    """Say what wasn't checked, and why."""
    missed = [note.read(language) for note in outcome.unchecked]
    return missed + [f"{skipped.file}: {skipped.reason.read(language)}" for skipped in outcome.skipped]


def count(key: str, number: int, language: str) -> str:
    """Count something, such as `error` or `role`, in the form for one or for many where the language has both."""
    return tell(language, "report", "counts", key, n=number)


def profile_met(outcome: Outcome) -> Profile | None:
    """Give the highest profile of this run in which no error and no warning is left; None where there is none."""
    met = min(outcome.profile.value, outcome.sum.unmet - 1)
    return Profile(met) if met else None


def _not_checked(outcome: Outcome, language: str) -> Iterator[str]:
    missed = unchecked(outcome, language)
    if missed:
        yield tell(language, "report", "closing", "unchecked")
    for note in missed[:_MOST_LISTED]:
        yield f"  - {shown(note)}"
    if len(missed) > _MOST_LISTED:
        yield f"  - {tell(language, 'report', 'closing', 'more', n=len(missed) - _MOST_LISTED)}"
