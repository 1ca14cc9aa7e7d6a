"""Rules × files, then rules × roles, then rules × organisation: hits become findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from jdlint.checking.hit import Anchor, Hit
from jdlint.checking.kinds.kind import Member, Readings, Scope, Subject
from jdlint.checking.rule import Rule, Where
from jdlint.finding import Finding, Place, Profile, Value, fill
from jdlint.language.fold import squeeze
from jdlint.location import Route, Span, pointer
from jdlint.model.build import Built
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role
from jdlint.record import NamedTuple
from jdlint.source.source import Source
from jdlint.wording import Wording


class Plan(NamedTuple):
    """The rules that run, by what they look at, and the rule that words a crash."""

    file: tuple[Rule, ...]
    role: tuple[Rule, ...]
    member: tuple[Rule, ...]
    organisation: tuple[Rule, ...]
    crash: Rule | None
    profile: Profile
    as_of: str = ""
    """The day by which law is judged; '' for each pack's own."""
    today: str = ""
    """The day by which reviews are judged; '' judges none."""
    with_fixes: bool = False
    """Whether findings carry their fixes, which cost time to work out."""

    def complete(self, findings: Iterable[Finding]) -> frozenset[str]:
        """Give the rules that, having found this, have nothing more to say in any other profile."""
        crashed = {str(finding.values["rule"]) for finding in findings if finding.rule == "internal/crash"}
        ran = (*self.file, *self.role, *self.member, *self.organisation)
        return frozenset(rule.id for rule in ran if rule.id not in crashed and rule.is_complete(self.profile))


def plan(
    rules: Iterable[Rule], profile: Profile, as_of: str = "", today: str = "", *, with_fixes: bool = False
) -> Plan:
    """Sort rules by what they look at."""
    chosen = tuple(rules)
    file, role, member, organisation = (
        tuple(rule for rule in chosen if rule.kind.scope == scope) for scope in get_args(Scope)
    )
    crash = next((rule for rule in chosen if rule.id == "internal/crash"), None)
    return Plan(file, role, member, organisation, crash, profile, as_of, today, with_fixes)


def check_file(plan: Plan, built: Built, language: str | None) -> Iterator[Finding]:
    """Check what reading one file met."""
    if not built.problems:
        return
    for rule in plan.file:
        yield from _findings(plan, rule, built, built.source, language)


def check_organisation(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Check every role of an organisation by itself and among the others, then the organisation."""
    for found in check_alone(plan, organisation, organisation.roles):
        yield from found
    yield from check_among(plan, organisation, organisation.roles)
    yield from check_whole(plan, organisation)


def check_alone(plan: Plan, organisation: Organisation, roles: Sequence[Role]) -> Iterator[list[Finding]]:
    """Check roles by themselves, and give what is found of each in turn.

    What is found rests on a role's own file and on the facts of its organisation. Many roles at once take less time
    than each by itself.
    """
    for together in _together(roles):
        readings = Readings(together)
        subjects = [Subject(role, organisation, plan.profile, plan.as_of, readings) for role in together]
        yield from _check_roles(plan, plan.role, subjects, organisation)


def check_among(plan: Plan, organisation: Organisation, roles: Sequence[Role]) -> Iterator[Finding]:
    """Check roles among the others of their organisation."""
    for together in _together(roles):
        readings = Readings(
            ()
        )  # what was read of the roles by themselves is let go, and few duties are asked for again
        members = [Member(role, organisation, plan.profile, plan.as_of, plan.today, readings) for role in together]
        for found in _check_roles(plan, plan.member, members, organisation):
            yield from found


def check_whole(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Check an organisation as a whole."""
    if organisation.roles:
        first = organisation.roles[0].source
        for rule in plan.organisation:
            yield from _findings(plan, rule, organisation, first, organisation.facts.language, organisation)


def _together(roles: Sequence[Role]) -> Iterator[Sequence[Role]]:
    return (roles[first : first + _TOGETHER] for first in range(0, len(roles), _TOGETHER))


_TOGETHER = 100
"""So many roles go through the rules together; more would only hold more readings in memory."""


def _check_roles(
    plan: Plan, rules: Iterable[Rule], subjects: Sequence[Subject], organisation: Organisation
) -> list[list[Finding]]:
    """Check roles rule by rule, and give what is found of each.

    The code and the tables of a rule stay in the processor's caches then: it takes 0.81 of the time of role by role.
    """
    language = organisation.facts.language
    found: list[list[Finding]] = [[] for _ in subjects]
    for rule in rules:
        is_for_all = rule.where == _EVERYWHERE
        for subject, own in zip(subjects, found, strict=True):
            if is_for_all or _is_about(rule.where, subject.role):
                own.extend(_findings(plan, rule, subject, subject.role.source, language, organisation))
    return found


_EVERYWHERE = Where()


def _is_about(where: Where, role: Role) -> bool:
    unit = role.unit.text if role.unit else ""
    checks = ((where.unit, unit), (where.kind, role.kind), (where.title, role.title.text))
    return all(not wanted or name_key(found) in map(name_key, wanted) for wanted, found in checks)


def _findings(
    plan: Plan,
    rule: Rule,
    subject: object,
    source: Source,
    language: str | None,
    organisation: Organisation | None = None,
) -> list[Finding]:
    """Turn a rule's hits into findings; a check that crashes becomes a finding that names the rule."""
    found: list[Finding] = []
    seen: dict[tuple[str, ...], int] = {}
    try:
        kind, params = rule.bound_of()
        for hit in kind.check(params, subject):
            if rule.is_shown(hit.confidence or rule.confidence, plan.profile):
                finding = _finding(rule, hit, language, seen)
                found.append(_with_fix(finding, rule, hit, organisation) if plan.with_fixes else finding)
    except Exception as error:
        if plan.crash is None:
            raise
        found.append(_crash(plan.crash, rule, source, error, language))
    return found


def _finding(rule: Rule, hit: Hit, language: str | None, seen: dict[tuple[str, ...], int]) -> Finding:
    identity = _identity(rule, hit)
    confidence = hit.confidence or rule.confidence
    ordinal = seen[identity] = seen.get(identity, -1) + 1
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.weight(hit.reason, is_compensated=bool(hit.role and hit.role.compensating)),
        confidence=confidence,
        profile=rule.profile_of.get(confidence, rule.profile),
        template=rule.words(hit.reason),
        values=hit.values,
        help=rule.advice(hit.reason),
        place=place(hit.at),
        related=tuple(place(each.at, _filled(rule.beside(each.reason), each.values)) for each in hit.related),
        role=hit.role.id if hit.role else None,
        language=language,
        data=hit.data,
        identity=(*identity, str(ordinal)),
    )


def _with_fix(finding: Finding, rule: Rule, hit: Hit, organisation: Organisation | None) -> Finding:
    if not rule.fixes:
        return finding
    from jdlint.checking.fixes.propose import fix_for  # noqa: PLC0415 - 10 ms, paid only where fixes are asked for

    return finding._replace(fix=fix_for(rule, hit, organisation))


def _filled(words: Wording | None, values: Mapping[str, Value]) -> Wording | None:
    if words is None:
        return None
    return Wording({language: fill(words, values, language) for language in words.texts})


def place(at: Anchor, message: Wording | None = None) -> Place:
    """Turn a place in a source into lines and columns."""
    found = at.source.range(at.span)
    return Place(at.source.path, pointer(at.route), found, at.source.lines.line(found.start.line), message)


def _identity(rule: Rule, hit: Hit) -> tuple[str, ...]:
    """Say what makes the finding the same elsewhere: an item of a list counts by its words, not by its number."""
    owner = hit.role.id if hit.role else hit.at.source.path
    route: Route = hit.at.route[len(hit.role.route) :] if hit.role else hit.at.route
    return (
        rule.id,
        owner,
        pointer(tuple("*" if isinstance(step, int) else step for step in route)),
        squeeze(hit.at.text),
    )


def _crash(crash: Rule, rule: Rule, source: Source, error: Exception, language: str | None) -> Finding:
    values: dict[str, Value] = {"rule": rule.id, "error": f"{type(error).__name__}: {error}"}
    return _finding(crash, Hit(Anchor(source, (), Span(0, 0), rule.id), values), language, {})
