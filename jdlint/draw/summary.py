"""The opening of the page: how much was found, what weighs most, where to begin, and what wasn't checked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from jdlint.draw.chart import Box
from jdlint.draw.markup import Markup, Sayings, tag, text
from jdlint.draw.material import Material
from jdlint.draw.words import SIGNS
from jdlint.finding import Finding, Profile, Severity
from jdlint.pipeline import Outcome
from jdlint.report.closing import held_back, profile_met, unchecked
from jdlint.saying import say
from jdlint.wording import LANGUAGES, Wording

_MOST = 5


def summary(material: Material, sayings: Sayings) -> Markup:
    """Write the opening."""
    return "".join(
        (
            *_tiles(material, sayings),
            *([] if material.outcome.is_choice else [_verdict(material.outcome, sayings)]),
            tag("div", *_worst(material, sayings), *_first(material, sayings), class_="columns"),
            tag("div", *_silent(material, sayings), class_="columns"),
        )
    )


def _tiles(material: Material, sayings: Sayings) -> Iterator[Markup]:
    """Write the counts, each with what it means."""
    found = Counter(finding.severity for finding in material.outcome.findings.shown)
    roles = material.outcome.roles
    tiles = [_tile(roles, say("report-page", "page", "roles", n=roles), sayings)]
    for severity in reversed(Severity):
        words = say("report-page", "page", f"{severity.label}s", n=found[severity])
        tiles.append(_tile(found[severity], words, sayings, severity))
    yield tag("ul", *tiles, class_="tiles")


def _tile(count: int, counted: Wording, sayings: Sayings, severity: Severity | None = None) -> Markup:
    label = severity.label if severity else ""
    mean = sayings.say("small", say("report-page", "page", f"{label}s_mean")) if severity else ""
    mark = tag("span", SIGNS[severity], aria_hidden="true", class_="sign") if severity else ""
    words = sayings.say("span", counted)
    return tag("li", tag("b", mark, str(count)), words, mean, class_=f"tile {label}".strip())


def _verdict(outcome: Outcome, sayings: Sayings) -> Markup:
    met = profile_met(outcome)
    profile = (met or Profile.CORE).label
    means = say("report-page", "profiles", profile)
    texts = {
        language: say(
            "report-page", "page", "meets" if met else "below", profile=profile, means=means.read(language)
        ).read(language)
        for language in LANGUAGES
    }
    return sayings.say("p", Wording(texts), class_=f"verdict {'met' if met else 'below'}")


def _worst(material: Material, sayings: Sayings) -> Iterator[Markup]:
    """List the rules with the gravest and most findings; each sets the filter."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in material.outcome.findings.shown:
        by_rule[finding.rule].append(finding)
    ordered = sorted(by_rule.values(), key=lambda found: (-_gravest(found).value, -len(found), found[0].rule))
    rows = []
    for found in ordered[:_MOST]:
        severity, roles = _gravest(found), len({(each.place.file, each.role) for each in found})
        button = {"type": "button", "class_": "link", "data_rule": found[0].rule}
        times = sayings.say("small", say("report-page", "page", "times", n=len(found)))
        spread = sayings.say("small", say("report-page", "page", "in_roles", n=roles))
        rows.append(
            tag(
                "li",
                tag("span", SIGNS[severity], class_=f"sign {severity.label}", aria_hidden="true"),
                sayings.say("button", material.summaries[found[0].rule], **button),
                tag("span", times, " · ", spread),
            )
        )
    yield from _listed("worst", rows, sayings, "plain rules")


def _gravest(found: Iterable[Finding]) -> Severity:
    return max((finding.severity for finding in found), key=lambda severity: severity.value)


def _first(material: Material, sayings: Sayings) -> Iterator[Markup]:
    """List the roles with the gravest and most findings; each leads to its sheet."""
    are_several = len(material.charts) > 1
    boxes = [(box, chart.name) for chart in material.charts for box in chart.boxes if box.counts]
    rows = []
    for box, name in sorted(boxes, key=lambda each: _weight(each[0]))[:_MOST]:
        about = " · ".join(filter(None, (box.unit, name if are_several else "")))
        counts = [
            tag("span", f"{SIGNS[severity]}{count}", class_=f"count {severity.label}") for severity, count in box.counts
        ]
        rows.append(tag("li", tag("a", text(box.title), href=f"#{box.key}"), " ", *counts, tag("small", text(about))))
    yield from _listed("first", rows, sayings)


def _weight(box: Box) -> tuple[int, ...]:
    counts = dict(box.counts)
    return tuple(-counts.get(severity, 0) for severity in reversed(Severity))


def _silent(material: Material, sayings: Sayings) -> Iterator[Markup]:
    """Say what wasn't checked, and what was found and isn't shown."""
    outcome = material.outcome
    notes = [*_in_all(lambda language: unchecked(outcome, language)), *_rules_not_run(material)]
    yield from _listed("not_checked", [sayings.say("li", note) for note in notes], sayings)
    hidden = [sayings.say("li", wording) for wording in _in_all(lambda language: held_back(outcome, language))]
    yield from _listed("not_shown", hidden, sayings)


def _rules_not_run(material: Material) -> Iterator[Wording]:
    config, profile = material.config, material.outcome.profile
    if config.select:
        yield say("report-page", "page", "selected", rules=", ".join(config.select))
    elif stricter := [each.label for each in Profile if each.value > profile.value]:
        yield say("report-page", "page", "stricter", profiles=", ".join(stricter))
    if config.ignore:
        yield say("report-page", "page", "ignored", rules=", ".join(config.ignore))


def _in_all(lines: Callable[[str], Iterable[str]]) -> list[Wording]:
    """Join the lines of every language to wordings."""
    return [
        Wording(dict(zip(LANGUAGES, told, strict=True)))
        for told in zip_longest(*(lines(language) for language in LANGUAGES), fillvalue="")
    ]


def _listed(key: str, rows: list[Markup], sayings: Sayings, look: str = "plain") -> Iterator[Markup]:
    if rows:
        yield tag("section", sayings.say("h3", say("report-page", "page", key)), tag("ul", *rows, class_=look))
