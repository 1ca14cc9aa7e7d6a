"""Findings become marks on boxes and ties, so that a chart shows where its lines contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jdlint import knowledge
from jdlint.draw.chart import MARKS, Box, Chart, Mark, Spot, Tie
from jdlint.draw.owners import Owners
from jdlint.finding import Finding, Place, Severity


def mark(charts: Sequence[Chart], findings: Iterable[Finding]) -> tuple[Chart, ...]:
    """Give the charts with the findings marked on them."""
    marks = _Marks(Owners(box for chart in charts for box in chart.boxes))
    for finding in findings:
        marks.add(finding)
    return tuple(map(marks.on_chart, charts))


class _Marks:
    """The marks of a run."""

    def __init__(self, owners: Owners) -> None:
        self._owners = owners
        self._boxes: dict[str, Mark] = {}
        self._spots: dict[Spot, Mark] = {}
        self._between: dict[tuple[str, str], Mark] = {}
        self._counts: dict[str, Counter[Severity]] = defaultdict(Counter)

    def add(self, finding: Finding) -> None:
        """Note a finding: on its role, on the lines at its places, and on the line between two roles that it names."""
        key = self._owners.at(_spot(finding.place))
        if key is not None:
            self._counts[key][finding.severity] += 1
        found = _mark_of(finding.rule)
        if not found:
            return
        places = (finding.place, *finding.related)
        for spot in map(_spot, places):
            _keep_graver(self._spots, spot, found)
        touched = [owner for place in places if (owner := self._owners.at(_spot(place)))]
        if touched and found != "loop":  # a loop is marked where a line runs in it, not where a duty names its own role
            _keep_graver(self._boxes, touched[0], found)
        if found == "level":
            for other in touched[1:]:
                _keep_graver(self._between, (touched[0], other), found)
                _keep_graver(self._between, (other, touched[0]), found)

    def on_chart(self, chart: Chart) -> Chart:
        """Mark the ties of a chart, then its boxes."""
        ties = tuple(map(self._on_tie, chart.ties))
        for tie in ties:
            if tie.mark == "loop":
                self._boxes |= {tie.upper: "loop", tie.lower: "loop"}
        return chart._replace(boxes=tuple(map(self._on_box, chart.boxes)), ties=ties)

    def _on_box(self, box: Box) -> Box:
        found = self._counts.get(box.key, Counter())
        counts = tuple((severity, found[severity]) for severity in reversed(Severity) if found[severity])
        return box._replace(mark=self._boxes.get(box.key, ""), counts=counts)

    def _on_tie(self, tie: Tie) -> Tie:
        found = [self._spots.get(spot, "") for spot in tie.spots]
        found.append(self._between.get((tie.upper, tie.lower), ""))
        return tie._replace(mark=min(found, key=_weight))


def _spot(place: Place) -> Spot:
    return Spot(place.file, place.pointer)


def _weight(found: Mark) -> int:
    """Order marks, the gravest first, none last."""
    return MARKS.index(found) if found else len(MARKS)


def _keep_graver(table: dict[Any, Mark], key: object, found: Mark) -> None:
    table[key] = min(table.get(key, ""), found, key=_weight)


def _mark_of(rule: str) -> Mark:
    """Give the mark of a rule: its own, else that of its family, so that rules of the user's own are marked too."""
    table: Mapping[str, Mark] = knowledge.load("lexicon/chart-marks")["marks"]
    return table[rule] if rule in table else table.get(rule.partition("/")[0], "")
