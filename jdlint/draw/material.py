"""What the page is made of: the outcome of a run with the charts and the sheets of its organisations."""

from collections.abc import Mapping

from jdlint.config import Config
from jdlint.draw.chart import Chart, chart_of
from jdlint.draw.marks import mark
from jdlint.draw.sheet import Sheet, sheets_of
from jdlint.finding import Profile
from jdlint.model.organisation import Organisation
from jdlint.pipeline import Outcome
from jdlint.record import NamedTuple
from jdlint.wording import Wording


class Material(NamedTuple):
    """All that the page tells."""

    outcome: Outcome
    charts: tuple[Chart, ...]
    sheets: tuple[Sheet, ...]
    summaries: Mapping[str, Wording]
    """What each rule with findings is about."""
    config: Config
    """The settings of the run."""


class Collection:
    """Collects from each organisation what the page needs, so that its trees needn't be kept."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._charts: list[Chart] = []
        self._sheets: list[Sheet] = []
        self.unread = 0
        """How many files couldn't be read."""

    def add(self, organisation: Organisation) -> None:
        """Draw an organisation and write its sheets."""
        self.unread += len(organisation.unread)
        if organisation.roles:
            chart = chart_of(organisation, len(self._sheets))
            self._charts.append(chart)
            self._sheets += sheets_of(organisation, chart.name, len(self._sheets), self._profile)

    def charts(self, outcome: Outcome) -> tuple[Chart, ...]:
        """Give the charts with the findings of the run marked."""
        return mark(self._charts, outcome.findings.shown)

    def material(self, outcome: Outcome, summaries: Mapping[str, Wording], config: Config) -> Material:
        """Give all that was collected."""
        return Material(outcome, self.charts(outcome), tuple(self._sheets), summaries, config)
