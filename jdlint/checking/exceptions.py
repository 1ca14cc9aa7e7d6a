"""Exceptions of one organisation: comments and `accept:` set against its findings, and what is wrong with them."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.hit import Anchor
from jdlint.checking.run import place
from jdlint.finding import Finding, Means, Place, Suppression, Value
from jdlint.location import Point, Range, Route
from jdlint.model.build import Built
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role
from jdlint.property import cached_property
from jdlint.record import NamedTuple
from jdlint.source.comment import Comment, comments
from jdlint.source.source import Problem, Source

if TYPE_CHECKING:
    from jdlint.checking.acceptance import Accepted
    from jdlint.checking.instruction import Named

MOST = 1000
"""So many comments of a file hold: each is set against every finding of its rule."""


class _Exception(NamedTuple):
    """One exception from one rule, made by a comment or an acceptance."""

    named: "Named"
    route: Route
    source: Source
    suppression: Suppression
    covers: tuple[Range, ...]
    """The parts of the file that it speaks of, in order, none inside another; empty for a whole file or role."""
    role: Range | None = None
    """For an acceptance: where its role stands."""
    role_id: str = ""
    sections: tuple[Range, ...] = ()
    """The sections that hold the parts it speaks of."""


class Exceptions:
    """What the files of an organisation except from the rules."""

    def __init__(self, organisation: Organisation, files: Iterable[Built], catalogue: Catalogue, as_of: str) -> None:
        self._catalogue = catalogue
        self._is_whole = not organisation.unread
        self._flaws: dict[str, tuple[Source, list[Problem]]] = {}
        self._held: dict[tuple[str, str], _Held] = {}
        """By file and rule."""
        self._used: set[int] = set()
        self._near: dict[str, str | None] = {}
        """What names that are no rule's may mean; one slip is often made in many files."""
        for file in files:
            for number, comment in enumerate(comments(file.source)):
                if number == MOST:
                    self._tell(file.source, Problem("suppression/malformed", comment.span, "many", {"limit": MOST}))
                    break
                self._add_comment(file.source, comment)
        for role in organisation.roles:
            if role.accept:
                self._add_acceptances(role, as_of)

    def settle(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Give the findings again, each with the exception that holds for it."""
        for finding in findings:
            suppression = self._excuse(finding) if self._held else None
            yield finding._replace(suppression=suppression) if suppression else finding

    def flaws(self, complete: Container[str]) -> Iterator[Built]:
        """Give what is wrong with the exceptions, by file, as problems for the rules on exceptions to word.

        `complete` are the rules that have said all that they may ever say; an exception from another may be of use.
        """
        for (_, rule), held in self._held.items():
            if self._is_whole and rule in complete:
                for each in held:
                    if id(each) not in self._used:
                        means, values = each.suppression.means.value, {"rule": rule}
                        self._tell(
                            each.source, Problem("suppression/unused", each.named.span, means, values, each.route)
                        )
        for source, problems in self._flaws.values():
            yield Built(source, (), None, tuple(problems))

    def _add_comment(self, source: Source, comment: Comment) -> None:
        from jdlint.checking.instruction import read_instruction  # noqa: PLC0415 - needed by few files

        ignore, problems = read_instruction(comment)
        for problem in problems:
            self._tell(source, problem)
        if ignore is None:
            return
        at = place(Anchor(source, (), ignore.span))
        suppression = Suppression(Means.IGNORED, ignore.reason, place=at)
        covers: tuple[Range, ...] = ()
        if not ignore.is_file:
            covers = (source.range(comment.covers or ignore.span),)
        for named in {named.name: named for named in ignore.rules}.values():
            self._add(_Exception(named, (), source, suppression, covers))

    def _add_acceptances(self, role: Role, as_of: str) -> None:
        from jdlint.checking.acceptance import read_acceptances  # noqa: PLC0415 - needed by few roles

        for each in read_acceptances(role, as_of):
            if isinstance(each, Problem):
                self._tell(role.source, each)
            else:
                self._add_acceptance(each)

    def _add_acceptance(self, accepted: "Accepted") -> None:
        acceptance, role = accepted.acceptance, accepted.role
        words = (acceptance.reason, acceptance.by, acceptance.until)
        reason, by, until = (text.text if text else "" for text in words)
        at = place(Anchor(role.source, acceptance.rule.route, acceptance.rule.node.span))
        covers, sections = (sorted({role.source.range(pair[side]) for pair in accepted.at}) for side in (0, 1))
        from jdlint.checking.instruction import Named  # noqa: PLC0415 - the same

        self._add(
            _Exception(
                named=Named(acceptance.rule.text, acceptance.rule.node.span),
                route=acceptance.rule.route,
                source=role.source,
                suppression=Suppression(Means.ACCEPTED, reason, by, until, at),
                covers=tuple(covers),
                role=role.source.range(role.node.span),
                role_id=role.id,
                sections=tuple(sections),
            )
        )

    def _add(self, made: _Exception) -> None:
        """Keep an exception, or report that it names no rule, or one from which there are no exceptions."""
        name = made.named.name
        rule = self._catalogue.rules.get(name)
        if rule and rule.is_excusable:
            self._held.setdefault((made.source.path, name), _Held()).add(made)
            return
        if name not in self._near:
            self._near[name] = None if rule else self._catalogue.near(name)
        near = self._near[name]
        values: dict[str, Value] = {"rule": name, "meant": near or ""}
        unknown = "family" if self._catalogue.matching(name) else "near" if near else "unknown"
        reason = "mandatory" if rule else unknown
        self._tell(made.source, Problem("suppression/no-rule", made.named.span, reason, values, made.route))

    def _tell(self, source: Source, problem: Problem) -> None:
        self._flaws.setdefault(source.path, (source, []))[1].append(problem)

    def _excuse(self, finding: Finding) -> Suppression | None:
        """Give the first exception that holds for a finding; every one that does is of use."""
        rule = self._catalogue.rules.get(finding.rule)
        is_shared = rule is not None and rule.kind.scope == "organisation"
        places = {finding.place.file: [finding.place]}
        for beside in finding.related:
            if is_shared or beside.file == finding.place.file:
                places.setdefault(beside.file, []).append(beside)
        held = [
            each
            for file, inside in places.items()
            if (near := self._held.get((file, finding.rule)))
            for each, within in near.about(finding, inside)
            if _holds(each, finding, within, is_shared=is_shared)
        ]
        self._used |= {id(each) for each in held}
        return held[0].suppression if held else None


class _Held:
    """The exceptions that one file makes from one rule, so that those of a role are found by its place."""

    def __init__(self) -> None:
        self._of_comments: list[_Exception] = []
        self._of_roles: dict[Point, list[_Exception]] = {}
        """By where the role begins, in the order of the file."""
        self._starts: dict[str, list[Point]] = {}
        """Where roles of an id begin."""

    def add(self, made: _Exception) -> None:
        """Add an exception; those of roles come in the order of the file."""
        if made.role is None:
            self._of_comments.append(made)
            return
        start = made.role.start
        if start not in self._of_roles:
            self._starts.setdefault(made.role_id, []).append(start)
        self._of_roles.setdefault(start, []).append(made)

    def __iter__(self) -> Iterator[_Exception]:
        yield from self._of_comments
        for made in self._of_roles.values():
            yield from made

    def about(self, finding: Finding, places: Iterable[Place]) -> Iterator[tuple[_Exception, list[Place]]]:
        """Give those that may hold for a finding, each with those of its places that lie in the role."""
        yield from ((made, []) for made in self._of_comments)
        starts = self._in_order
        inside: dict[Point, list[Place]] = {start: [] for start in self._starts.get(finding.role or "", ())}
        for each in places if starts else ():
            index = bisect_right(starts, each.range.start) - 1
            if index >= 0:
                inside.setdefault(starts[index], []).append(each)
        for start in sorted(inside):
            yield from ((made, inside[start]) for made in self._of_roles[start])

    @cached_property
    def _in_order(self) -> list[Point]:
        return sorted(self._of_roles)


def _holds(made: _Exception, finding: Finding, inside: Iterable[Place], *, is_shared: bool) -> bool:
    """Tell whether an exception holds; `inside` are the places of the finding that may lie in its role."""
    is_here = finding.place.file == made.source.path
    if made.role is None:
        return is_here and (not made.covers or _is_within(made.covers, finding.place))
    is_own = is_here and finding.role == made.role_id
    within = [each for each in inside if _is_within((made.role,), each)]
    if not is_own and not (is_shared and within):
        return False
    if not made.sections:
        return True
    # a finding about several entries of one section may be excused at any of them; where another role's finding
    # is about this one, at whatever entry of this role it names
    is_beside = not is_own or (is_here and _is_within(made.sections, finding.place))
    return any(_is_within(made.covers, each) for each in within if is_beside or each is finding.place)


def _is_within(ranges: tuple[Range, ...], place: Place) -> bool:
    """Tell whether a place begins inside one of several ranges, which stand in order."""
    start, end = place.range
    index = bisect_right(ranges, start, key=lambda found: found.start) - 1
    return index >= 0 and (start < ranges[index].end or start == end == ranges[index].end)
