"""The reporting lines of one organisation as boxes and ties: what its roles say, free of the files that say it."""

from typing import Literal

from jdlint.draw.letters import one_line
from jdlint.finding import Severity
from jdlint.location import Route, pointer
from jdlint.model.names import Resolution
from jdlint.model.organisation import Claim, Edge, Organisation
from jdlint.model.reference import Named, name_key
from jdlint.record import NamedTuple

Mark = Literal["", "loop", "clash", "unclear", "level"]
"""What is wrong with the lines at a box or a tie, the gravest first; '' where nothing is."""

MARKS: tuple[Mark, ...] = ("loop", "clash", "unclear", "level")

Form = Literal["solid", "dotted", "claimed", "guessed"]
"""How a tie is told: by the subordinate, by it as a dotted line, by the superior alone, or under a near name."""


class Spot(NamedTuple):
    """Where a file says something."""

    file: str
    pointer: str


class Box(NamedTuple):
    """A role, or a name in somebody's lines that no role here bears."""

    key: str
    title: str
    spot: Spot | None = None
    """Where the role begins; None for a mere name."""
    unit: str = ""
    level: str = ""
    is_external: bool = False
    """Whether org.yaml says that it is kept elsewhere."""
    mark: Mark = ""
    counts: tuple[tuple[Severity, int], ...] = ()
    """How many findings the role has, the gravest first."""
    folded: int = 0
    """How many boxes below it are left out."""


class Tie(NamedTuple):
    """One role above another."""

    upper: str
    lower: str
    form: Form
    spots: tuple[Spot, ...]
    """Where it is told: by the subordinate, by the superior, or by both."""
    scope: str = ""
    """What a dotted line is about."""
    mark: Mark = ""


class Chart(NamedTuple):
    """The lines of one organisation."""

    name: str
    language: str | None
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that occur, the gravest first."""
        found = {box.mark for box in self.boxes} | {tie.mark for tie in self.ties}
        return tuple(mark for mark in MARKS if mark in found)


def chart_of(organisation: Organisation, first: int = 0) -> Chart:
    """Draw an organisation; its roles are numbered from `first`, so that several charts fit beside each other."""
    drawing = _Drawing(organisation, first)
    for edge in organisation.edges:
        drawing.add_line(edge)
    for claim in organisation.claims:
        drawing.add_claim(claim)
    name = one_line(organisation.facts.name) or organisation.folder or "."
    return Chart(
        name, organisation.facts.language, (*drawing.boxes, *drawing.names.values()), tuple(drawing.ties.values())
    )


class _Drawing:
    """Boxes and ties while they come together."""

    def __init__(self, organisation: Organisation, first: int) -> None:
        self._first = first
        self._keys = {id(role): f"r{first + number}" for number, role in enumerate(organisation.roles)}
        self.boxes = [
            Box(
                key=self._keys[id(role)],
                title=one_line(role.title.text) or role.id,
                spot=Spot(role.file, pointer(role.route)),
                unit=one_line(role.unit.text) if role.unit else "",
                level=one_line(role.level.text) if role.level else "",
            )
            for role in organisation.roles
        ]
        self.names: dict[str, Box] = {}
        self.ties: dict[tuple[str, str], Tie] = {}

    def add_line(self, edge: Edge) -> None:
        """Draw what a subordinate says."""
        form: Form = "dotted" if edge.line.is_dotted else "guessed" if edge.resolution.outcome == "near" else "solid"
        (upper, *others) = self._ends(edge.named, edge.resolution)
        if others:  # a name that several roles bear leads to none of them
            upper = self._name(edge.named, edge.resolution)
        scope = one_line(edge.line.scope.text) if edge.line.scope else ""
        self._tie(upper, self._keys[id(edge.child)], form, self._spot(edge.child.file, edge.line.route), scope)

    def add_claim(self, claim: Claim) -> None:
        """Draw what a superior says of its subordinates, where they don't say it themselves."""
        upper = self._keys[id(claim.manager)]
        spot = self._spot(claim.manager.file, claim.entry.route)
        lowers = self._known(claim.resolution)
        returned = [lower for lower in lowers if (upper, lower) in self.ties]
        for lower in returned or lowers:
            self._tie(upper, lower, "claimed", spot, "")
        if not lowers:  # each superior gets names of its own: 营业员 under two of them is no contradiction
            self._tie(upper, self._name(claim.named, claim.resolution, upper), "solid", spot, "")

    def _ends(self, named: Named, resolution: Resolution) -> list[str]:
        return self._known(resolution) or [self._name(named, resolution)]

    def _known(self, resolution: Resolution) -> list[str]:
        return [self._keys[id(role)] for role in resolution.roles if id(role) in self._keys]

    def _name(self, named: Named, resolution: Resolution, upper: str = "") -> str:
        """Give the box of a name that no role here bears; below `upper`, unless somebody reports to that name."""
        known = name_key(named.name)
        known = known if known in self.names else upper + known
        if known not in self.names:
            key = f"x{self._first}-{len(self.names)}"
            self.names[known] = Box(key, one_line(named.name), is_external=resolution.outcome == "external")
        return self.names[known].key

    def _tie(self, upper: str, lower: str, form: Form, spot: Spot, scope: str) -> None:
        old = self.ties.get((upper, lower))
        self.ties[upper, lower] = (
            old._replace(spots=(*old.spots, spot)) if old else Tie(upper, lower, form, (spot,), scope)
        )

    @staticmethod
    def _spot(file: str, route: Route) -> Spot:
        return Spot(file, pointer(route))
